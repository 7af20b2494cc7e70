"""`demarche log`: who did what, when, on which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from demarche.cli.console import data, plural, print_json, talk
from demarche.cli.deciding import told
from demarche.export.plain.decisions import entry_dict
from demarche.ledger import Ledger, LogEntry
from demarche.visible import visible

__all__ = ["log_command"]

_INDENT = " " * 7


def log_command(
    path: str, *, author: str | None, since: str | None, standing: bool | None, limit: int | None, as_json: bool
) -> None:
    """Print the log, the latest first."""
    with Ledger.open(path, read_only=True) as ledger:
        entries = ledger.log(author=author, since=since, standing=standing, limit=limit)
    if as_json:
        print_json([entry_dict(entry) for entry in entries])
        return
    for _, together in groupby(entries, lambda entry: entry.decision.action):
        _print(list(together)[::-1])
    orphans = sum(entry.orphaned and not entry.decision.undone_at for entry in entries)
    waiting = f"; {orphans} orphaned: they wait until their words are found again" if orphans else ""
    talk().print(f"{plural(len(entries), 'decision')}{waiting}.")


def _print(entries: Sequence[LogEntry]) -> None:
    """One action: who and when, what was decided together, why, and the words, each once."""
    decision, console = entries[0].decision, data()
    done = [told(entry.decision) for entry in entries]
    first = done[0] if len(done) == 1 else f"{len(done)} together"
    lines = [f"{decision.action:>5}  {decision.made_at}  {decision.author}  {first}{_marks(entries)}"]
    lines += [f"{_INDENT}{line}" for line in done if len(done) > 1]
    lines += [f"{_INDENT}why: {decision.note}"] if decision.note else []
    console.print(visible("\n".join(lines)), soft_wrap=True)
    for line in dict.fromkeys(_INDENT + words for entry in entries for words in _words(entry)):
        console.print(visible(line), soft_wrap=True, style="dim")


def _marks(entries: Sequence[LogEntry]) -> str:
    decision = entries[0].decision
    if decision.undone_at:
        return f"  [taken back by {decision.undone_by or 'somebody'} {decision.undone_at}]"
    reasons = dict.fromkeys(entry.why_orphaned for entry in entries if entry.orphaned)
    return f"  [orphaned: {', '.join(reasons)}]" if reasons else ""


def _words(entry: LogEntry) -> Iterator[str]:
    for words, publisher in zip(entry.words, entry.publishers, strict=True):
        yield f"“{' '.join(words.split())}”" + (f"  ({publisher})" if publisher else "")

"""`demarche log`: who did what, when, on which words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from demarche.cli.console import data, plural, print_json, talk
from demarche.cli.deciding import decision_dict, told
from demarche.ledger import Ledger, LogEntry
from demarche.visible import visible

__all__ = ["entry_dict", "log_command"]


def log_command(
    path: Path, *, author: str | None, since: str | None, standing: bool | None, limit: int | None, as_json: bool
) -> None:
    """Print the log, the latest first."""
    with Ledger.open(path, read_only=True) as ledger:
        entries = ledger.log(author=author, since=since, standing=standing, limit=limit)
    if as_json:
        print_json([entry_dict(entry) for entry in entries])
        return
    for entry in entries:
        _print(entry)
    orphans = sum(entry.orphaned and not entry.decision.undone_at for entry in entries)
    waiting = f"; {orphans} orphaned: they wait until their words are found again" if orphans else ""
    talk().print(f"{plural(len(entries), 'decision')}{waiting}.")


def entry_dict(entry: LogEntry) -> dict[str, Any]:
    """An entry of the log for JSON: the decision, its words, what bears it now."""
    source = {"document": entry.document or None, "publisher": entry.publisher or None, "url": entry.url}
    now = {"rows": list(entry.report_ids), "event": entry.event_id, "orphaned": entry.orphaned}
    now["why_orphaned"] = entry.why_orphaned or None
    return {**decision_dict(entry.decision), "words": list(entry.words), **source, **now}


def _print(entry: LogEntry) -> None:
    decision, console = entry.decision, data()
    state = f"taken back by {decision.undone_by or 'somebody'} {decision.undone_at}" if decision.undone_at else ""
    orphaned = f"orphaned: {entry.why_orphaned}" if entry.orphaned and not decision.undone_at else ""
    marks = "; ".join(mark for mark in (state, orphaned) if mark)
    head = f"{decision.action:>5}  {decision.made_at}  {decision.author}  {told(decision)}"
    console.print(visible(f"{head}  [{marks}]" if marks else head), soft_wrap=True)
    if decision.note:
        console.print(visible(f"       why: {decision.note}"), soft_wrap=True)
    for words in entry.words:
        where = f"  ({entry.publisher})" if entry.publisher else ""
        console.print(visible(f"       “{' '.join(words.split())}”{where}"), soft_wrap=True, style="dim")

"""What a round found, told: on the terminal, as a Markdown note, as an Atom feed. Quiet when nothing is new."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.cli.console import data, ledger_option, plural, talk
from demarche.errors import UsageError
from demarche.visible import visible

if TYPE_CHECKING:
    from demarche.analysis.news import Item, News
    from demarche.cli.watch_round import Round

__all__ = ["Outlets", "tell"]

_LABELS = {"state": "changed", "more": "told by", "claims": "claim", "pages": "page"}
_NAMES = {"state": "changed", "more": "told by more", "claims": "unsupported claims", "pages": "changed pages"}

_SHOWN = 20
"""So many items are printed; the note and the feed have all."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where what is new is written to."""

    markdown: Path | None = None
    atom: Path | None = None
    to_stdout: bool = False

    @classmethod
    def checked(cls, markdown: str | None, atom: Path | None) -> Outlets:
        """The outlets; UsageError for a folder, or a file in a folder that is not there."""
        note = Path(markdown) if markdown and markdown != "-" else None
        for file in (note, atom):
            if file is not None and (file.is_dir() or not file.parent.is_dir()):
                raise UsageError(f"{file}: name a file in a folder that is there; nothing was done")
        return cls(note, atom, markdown == "-")


def tell(news: News | None, round_: Round, outlets: Outlets, ledger: str) -> None:
    """Write the feed and the note, print the lines."""
    from demarche.export.news import atom_feed, entries_of, markdown_note, newest

    state = round_.state
    if news is not None and news.items:
        state.entries = newest(entries_of(news, state.feed), state.entries)
    if outlets.atom and (news or not outlets.atom.exists()):
        updated = news.window.until if news else round_.begun
        _replace(outlets.atom, atom_feed(state.entries, state.feed, f"demarche: {Path(ledger).name}", updated))
    if news and (outlets.markdown or outlets.to_stdout):
        note = markdown_note(news, tuple(round_.said))
        if outlets.markdown:
            _replace(outlets.markdown, note.encode("utf-8", "replace"))
        else:
            sys.stdout.write(note)
            sys.stdout.flush()
    if news and not outlets.to_stdout:
        _print(news, ledger)
    for line in round_.said:
        talk().print(visible(line), soft_wrap=True)


def _print(news: News, ledger: str) -> None:
    counts = Counter(item.section for item in news.items)
    told = [f"{number} {_NAMES.get(section, section)}" for section, number in counts.items()]
    told += [plural(number, kind) for kind, number in news.quiet]
    console = data()
    console.print(f"{news.window.until[:10]} {news.window.until[11:16]} UTC  {', '.join(told)}", style="bold")
    shown = [(section, item) for section, items in news.sections() for item in items]
    for section, item in shown[:_SHOWN]:
        console.print(visible(f"  {_LABELS.get(section, section):<8}  {_line(item)}"), soft_wrap=True)
    if len(shown) > _SHOWN:
        console.print(f"  ... and {len(shown) - _SHOWN} more")
    first = next((item.event for _, item in shown if item.event), "")
    if first:
        talk().print(f"Open one: demarche show {first[:6]}{ledger_option(ledger)}")
    sys.stdout.flush()


def _line(item: Item) -> str:
    source = next((f"  ({said.publisher})" for said in item.words if said.url and item.section != "pages"), "")
    event = f"{item.event[:6]}  " if item.event else ""
    return f"{event}{item.title}{'; ' + item.detail if item.detail else ''}{source}"


def _replace(file: Path, content: bytes) -> None:
    """Whole or not at all: a reader never finds a half."""
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content)
    part.replace(file)

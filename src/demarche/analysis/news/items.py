"""What can be new: an item in one of a few sections, each with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

__all__ = ["SECTIONS", "Item", "News", "Section", "Window", "Words"]

Section = Literal["new", "state", "disputed", "more", "decided", "claims", "overdue", "soon", "pages"]

#: the sections in the order in which they are told, with their headings
SECTIONS: dict[Section, str] = {
    "state": "Held, denied, called off",
    "new": "New",
    "disputed": "Contradicted",
    "more": "Told by more",
    "claims": "Claims that the ledger does not support",
    "overdue": "Overdue",
    "soon": "Due soon",
    "decided": "Decided by people",
    "pages": "Pages that changed",
}
assert set(SECTIONS) == set(get_args(Section))


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when (the ledger's stamps, UTC), what day it is, how many days to look ahead.

    `first` when nothing was told before: then everything that is due soon is told.
    """

    since: str
    until: str
    today: date
    days: int = 7
    first: bool = False

    @property
    def before(self) -> date:
        """The day of the last time."""
        return date.fromisoformat(self.since[:10])


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words with where they stand; `entered` marks the line of a person, which is no quotation."""

    text: str
    publisher: str
    url: str | None
    day: str | None
    entered: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is new.

    `key` names it for good: the same thing told again has the same key. `title` is one line, `detail` says what
    changed. `event` is the event to open (`demarche show`), empty for a page.
    """

    section: Section
    key: str
    title: str
    detail: str = ""
    event: str = ""
    url: str | None = None
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What is new; `quiet` counts new rows that are not told one by one (statements, acts, ...), by kind."""

    window: Window
    items: tuple[Item, ...]
    quiet: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items or self.quiet)

    def sections(self) -> Iterator[tuple[Section, tuple[Item, ...]]]:
        """The sections that hold something, in their order."""
        for section in SECTIONS:
            if found := tuple(item for item in self.items if item.section == section):
                yield section, found

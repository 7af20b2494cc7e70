"""What becomes of a row, step by step."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from demarche.chronology.who import Named
from demarche.model import Kind

__all__ = ["NOT_SAID", "Reading"]

#: words for a cell that says nothing
NOT_SAID = re.compile(r"(?:not (?:stated|known|given|reported)|unknown|unclear|none|n/?a|\?|-|–|—)", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """What became of a row: the entry's values, its links, whose account it is, notes, and what is wrong with it."""

    kind: Kind
    cells: dict[str, str]
    values: dict[str, str | list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    told_by: str = ""
    problems: list[str] = field(default_factory=list)
    day: date | None = None
    people: list[Named] = field(default_factory=list)
    entered_as: str = ""  # the content hash of its entry, once there is one
    same_as: str = ""  # of an account: the content hash of the entry of its contact

    def note(self, label: str, words: str) -> None:
        """Keep what no field holds."""
        if words:
            self.notes.append(f"{label}: {words}" if label else words)

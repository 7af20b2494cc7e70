"""A spreadsheet opened: its rows, what each column becomes, and what the rows are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from demarche.chronology.columns import Column, assigned
from demarche.chronology.sheet import Row, Sheet, read_file
from demarche.chronology.vocabulary import kind_of_sheet
from demarche.chronology.wishes import Wishes
from demarche.errors import UsageError
from demarche.model import KINDS, Kind

__all__ = ["Opened", "open_sheet", "opened"]

_NEEDED = {"participants", "person_a", "person_b", "side_a", "side_b", "actor", "contact_id", "quote", "action"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet with its columns. `kind` None: each row says what it is, or nobody does."""

    sheet: Sheet
    columns: tuple[Column, ...]
    wishes: Wishes
    kind: Kind | None

    @property
    def targets(self) -> frozenset[str]:
        """What its columns are, and what every row is said to have."""
        return frozenset((*(column.target for column in self.columns), *self.wishes.always))

    @property
    def accounts(self) -> bool:
        """True when its rows are lengths of contacts that another sheet lists, told by somebody."""
        return "contact_id" in self.targets and "participants" not in self.targets

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows under the heading."""
        return self.sheet.rows

    def of_row(self, row: Row, target: str) -> str:
        """The cell of a row in the column that is this."""
        return next((row.cells.get(c.heading, "") for c in self.columns if c.target == target), "")


def open_sheet(path: Path, wishes: Wishes) -> Opened:
    """Open a CSV file; UsageError says why it cannot be one that is imported."""
    return opened(read_file(path), wishes)


def opened(sheet: Sheet, wishes: Wishes) -> Opened:
    """The sheet with its columns understood."""
    missing = wishes.unknown(sheet.headings)
    if missing:
        there = ", ".join(sheet.headings)
        raise UsageError(f"{sheet.name}: has no column {missing[0]!r}; it has {there}. Nothing was imported")
    columns = assigned(sheet.headings, wishes.field_of)
    found = Opened(sheet, columns, wishes, None)
    if not found.targets & _NEEDED:
        there = ", ".join(sheet.headings)
        raise UsageError(
            f'{sheet.name}: no column tells who took part; say which: --map "{sheet.headings[0]}=participants"'
            f" (it has {there}). Nothing was imported"
        )
    return Opened(sheet, columns, wishes, _kind(found, wishes))


def _kind(found: Opened, wishes: Wishes) -> Kind | None:
    said = next((kind for kind in KINDS if kind == wishes.kind), None)
    types = [words for row in found.rows if (words := found.of_row(row, "type"))]
    types += [words for name, words in wishes.always.items() if name == "type"]
    return said or kind_of_sheet(found.targets, types)

"""What somebody says of a spreadsheet beforehand: which column is what, and what its words mean."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from demarche.chronology.columns import TARGETS, folded
from demarche.entries.values import meant
from demarche.errors import UsageError
from demarche.model import KINDS

__all__ = ["Wishes", "parse_mapping", "wishes_of_file"]

ORDERS = ("day-first", "month-first")


@dataclass(frozen=True, slots=True)
class Wishes:
    """`columns` maps headings to fields, `words` the words of a column (by its field) to the codebook's.

    `kind` is what the rows are; `dates` says whether 3/4/2025 is in April ("day-first") or in March ("month-first").
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    kind: str = ""
    dates: str = ""

    def __post_init__(self) -> None:
        if self.kind and self.kind not in KINDS:
            raise UsageError(f"no kind {self.kind!r}{meant(self.kind, KINDS)}; say {', '.join(KINDS)}")
        if self.dates and self.dates not in ORDERS:
            raise UsageError(f"no order of dates {self.dates!r}; say {' or '.join(ORDERS)}")
        for heading, target in self.columns.items():
            if target not in TARGETS:
                known = ", ".join(TARGETS)
                raise UsageError(f"{heading}={target}: no field {target!r}{meant(target, TARGETS)}; it can be {known}")

    def field_of(self, heading: str) -> str | None:
        """What this column was said to be."""
        return next((t for h, t in self.columns.items() if folded(h) == folded(heading)), None)

    def unknown(self, headings: Iterable[str]) -> list[str]:
        """Columns that were named and are not there."""
        there = {folded(heading) for heading in headings}
        return [heading for heading in self.columns if folded(heading) not in there]


def parse_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """`Datum=date` as typed, to a mapping."""
    found = {}
    for pair in pairs:
        heading, equals, target = pair.rpartition("=")
        if not equals or not heading.strip() or not target.strip():
            raise UsageError(f'--map {pair}: write the column, = and the field: --map "Datum=date"')
        found[heading.strip()] = target.strip().lower()
    return found


def wishes_of_file(path: Path) -> Wishes:
    """The wishes in a TOML file: `kind`, `dates`, a table `columns`, tables `words.type`, `words.status`."""
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is not TOML: {error}") from error
    strange = said.keys() - {"kind", "dates", "columns", "words"}
    if strange:
        raise UsageError(f"{path}: {sorted(strange)[0]!r} is not known; it may hold kind, dates, columns and words")
    columns = _strings(path, "columns", said.get("columns", {}))
    words = {name: _strings(path, f"words.{name}", table) for name, table in said.get("words", {}).items()}
    return Wishes(columns, words, str(said.get("kind", "")), str(said.get("dates", "")))


def _strings(path: Path, name: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise UsageError(f'{path}: [{name}] must be lines such as "Datum" = "date"')
    return {str(key): value for key, value in table.items()}

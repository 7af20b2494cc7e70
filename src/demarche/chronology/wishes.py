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

__all__ = ["Wishes", "parse_always", "parse_mapping", "wishes_of_file"]

ORDERS = ("day-first", "month-first")


@dataclass(frozen=True, slots=True)
class Wishes:
    """`columns` maps headings to fields, `words` the words of a column (by its field) to the codebook's.

    `kind` is what the rows are; `dates` says whether 3/4/2025 is in April ("day-first") or in March ("month-first").
    `always` holds cells that every row has, where it says nothing else: {"type": "call"}.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    kind: str = ""
    dates: str = ""
    always: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind and self.kind not in KINDS:
            raise UsageError(f"no kind {self.kind!r}{meant(self.kind, KINDS)}; say {', '.join(KINDS)}")
        if self.dates and self.dates not in ORDERS:
            raise UsageError(f"no order of dates {self.dates!r}; say {' or '.join(ORDERS)}")
        pairs = [*self.columns.items(), *((words, target) for target, words in self.always.items())]
        for words, target in pairs:
            if target not in TARGETS:
                known = ", ".join(TARGETS)
                raise UsageError(f"{words}={target}: no field {target!r}{meant(target, TARGETS)}; it can be {known}")

    def field_of(self, heading: str) -> str | None:
        """What this column was said to be."""
        return next((t for h, t in self.columns.items() if folded(h) == folded(heading)), None)

    def unknown(self, headings: Iterable[str]) -> list[str]:
        """Columns that were named and are not there."""
        there = {folded(heading) for heading in headings}
        return [heading for heading in self.columns if folded(heading) not in there]


def parse_always(pairs: Iterable[str]) -> dict[str, str]:
    """`type=call` as typed: what every row has."""
    found = {}
    for pair in pairs:
        target, equals, words = pair.partition("=")
        if not equals or not words.strip():
            raise UsageError(f"--set {pair}: write the field, = and its words: --set type=call")
        found[target.strip().lower()] = words.strip()
    return found


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
    strange = said.keys() - {"kind", "dates", "columns", "words", "set"}
    if strange:
        raise UsageError(
            f"{path}: {sorted(strange)[0]!r} is not known; it may hold kind, dates, columns, words and set"
        )
    columns = _strings(path, "columns", said.get("columns", {}))
    words = {name: _strings(path, f"words.{name}", table) for name, table in said.get("words", {}).items()}
    always = _strings(path, "set", said.get("set", {}))
    return Wishes(columns, words, str(said.get("kind", "")), str(said.get("dates", "")), always)


def _strings(path: Path, name: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise UsageError(f'{path}: [{name}] must be lines such as "Datum" = "date"')
    return {str(key): value for key, value in table.items()}

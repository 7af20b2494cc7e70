"""A file of rows: encoding, separator, heading, and the line on which each row begins."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from demarche.documents.decode import decode
from demarche.errors import DocumentError, UsageError

__all__ = ["MOST_BYTES", "Row", "Sheet", "parsed", "read_file"]

MOST_BYTES = 200_000_000
_SEPARATORS = ",;\t|"
_GUARD = re.compile(r"^'(?=[=+\-@])")  # an apostrophe that kept a spreadsheet from taking words for a formula
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_AS_CSV = "open it in the spreadsheet program and save it as CSV (File > Save As > CSV UTF-8), then import that file"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by heading, and the line of the file on which it begins."""

    line: int
    cells: dict[str, str]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands in the file. `stem` is its file's name without the ending."""

    name: str
    stem: str
    separator: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


def read_file(path: Path) -> Sheet:
    """The table in a CSV file; UsageError says why there is none."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}; nothing was imported") from error
    if len(data) > MOST_BYTES:
        raise UsageError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB; split it. Nothing was imported")
    return parsed(str(path), data)


def parsed(name: str, data: bytes) -> Sheet:
    """The table in these bytes."""
    if data.startswith(_EXCEL):
        raise UsageError(f"{name}: is an Excel or zip file, not CSV; {_AS_CSV}. Nothing was imported")
    try:
        decoded = decode(data)
    except DocumentError as error:
        raise UsageError(f"{name}: {error}; nothing was imported") from error
    said = re.match(r"sep=(.)\n", decoded.text)
    text = decoded.text[said.end() :] if said else decoded.text
    separator = said[1] if said else _separator(text)
    heading, rows = _table(name, text, separator, 1 if said else 0)
    return Sheet(name, PurePath(name).stem, separator, heading, tuple(rows), decoded.note)


def _separator(text: str) -> str:
    """The mark that parts the heading, and the first rows, into most cells alike."""
    lines = [line for line in text.split("\n", 20)[:20] if line.strip()]
    if not lines:
        return ","

    def fit(mark: str) -> tuple[bool, int, int]:
        counts = [len(next(csv.reader([line], delimiter=mark))) for line in lines]
        (usual, number), *_ = Counter(counts).most_common(1)
        return counts[0] > 1, number if usual > 1 else 0, counts[0]

    return max(_SEPARATORS, key=fit)


def _table(name: str, text: str, separator: str, skipped: int) -> tuple[tuple[str, ...], list[Row]]:
    records = _records(name, text, separator, skipped)
    _, heading = next(((n, cells) for n, cells in records if sum(map(bool, cells)) > 1), (0, []))
    if not heading:
        raise UsageError(f"{name}: has no heading with two columns or more; nothing was imported")
    names = _apart([cell or f"column {n}" for n, cell in enumerate(heading, 1)])
    return names, [_row(line, cells, names) for line, cells in records if any(cells)]


def _apart(headings: list[str]) -> tuple[str, ...]:
    """Headings that stand there twice, told apart: `Link`, `Link (2)`."""
    seen: Counter[str] = Counter()
    names = []
    for heading in headings:
        seen[heading] += 1
        names.append(heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
    return tuple(names)


def _records(name: str, text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    begins = skipped + 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UsageError(f"{name} line {begins}: is not CSV: {error}; nothing was imported") from error
        yield begins, [" ".join(_GUARD.sub("", cell).split()) for cell in cells]
        begins = skipped + reader.line_num + 1


def _row(line: int, cells: list[str], names: tuple[str, ...]) -> Row:
    surplus = [cell for cell in cells[len(names) :] if cell]
    problem = ""
    if surplus:
        problem = f"has {len(cells)} cells, the heading has {len(names)}: a cell with the separator in it needs quotes"
    filled = [*cells, *[""] * (len(names) - len(cells))]
    return Row(line, {n: c for n, c in zip(names, filled, strict=False) if c}, problem)

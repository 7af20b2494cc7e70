"""One row of a spreadsheet as the values of an entry, with everything else it says kept as notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from demarche import edtf
from demarche.chronology.columns import KEEP, LEAVE, Column
from demarche.chronology.contact_cells import initiator, lasting, place, taking_part, topics
from demarche.chronology.deed_cells import account, deed
from demarche.chronology.row_values import NOT_SAID, Reading
from demarche.chronology.sheet import Row
from demarche.chronology.vocabulary import outcome_status, status_in, type_in
from demarche.chronology.when import day_in
from demarche.chronology.wishes import Wishes
from demarche.entries.values import EntryError, meant
from demarche.model import KINDS, TYPES, Kind

__all__ = ["Reading", "read_row"]

_LINK = re.compile(r"https?://[^\s|<>\"]+")

#: fields that several columns can give together: one side in each
_SEVERAL = frozenset({"participants", "topics", "actor", "recipient"})

#: the cells of a row, each step its own; types, states and dates come first
_STEPS: tuple[Callable[[Reading], None], ...] = (taking_part, initiator, lasting, place, topics, deed, account)


def read_row(row: Row, columns: Sequence[Column], wishes: Wishes, kind: Kind | None) -> Reading:
    """The values of a row. What is wrong is in `problems`, all of it at once."""
    cells, notes, links = _sorted(row, columns)
    cells = {**wishes.always, **cells}
    own = _own_kind(cells, wishes, kind)
    found = Reading(own or "contact", cells, notes=notes, links=links)
    if row.problem:
        found.problems.append(row.problem)
        return found
    if own is None:
        found.problems.append(f"nobody says what it is: give --kind ({', '.join(KINDS)})")
        return found
    _heads(found, wishes)
    _date(found, wishes)
    for step in _STEPS:
        step(found)
    found.values = {name: value for name, value in found.values.items() if value}
    return found


def _sorted(row: Row, columns: Sequence[Column]) -> tuple[dict[str, str], list[str], list[str]]:
    """Cells by what they are; what is kept as a note, with its heading unless that says so; links from everywhere."""
    cells: dict[str, str] = {}
    notes: list[str] = []
    links: list[str] = []
    for column in columns:
        words = row.cells.get(column.heading, "")
        if column.target == "source":
            links += _LINK.findall(words)
            words = re.sub(r"^[\s|;,]+|[\s|;,]+$", "", _LINK.sub("", words))
            words = "" if re.fullmatch(r"[\s|;,]*", words) else f"source: {words}"
        if not words or column.target == LEAVE:
            continue
        if column.target == "source":
            notes.append(words)
        elif column.target == KEEP:
            notes.append(f"{column.label}: {words}" if column.label else words)
        else:
            several = column.target in _SEVERAL and column.target in cells
            cells[column.target] = f"{cells[column.target]}; {words}" if several else words
    return cells, notes, list(dict.fromkeys(links))


def _own_kind(cells: dict[str, str], wishes: Wishes, kind: Kind | None) -> Kind | None:
    """The kind that the row itself names, or that of the sheet."""
    for name in ("kind", "type"):
        said = cells.get(name, "").casefold()
        for known in KINDS:
            if said == known and said not in TYPES.get(kind or "contact", ()):
                del cells[name]
                return known
    return kind or next((k for k in KINDS if k == wishes.kind), None)


def _heads(found: Reading, wishes: Wishes) -> None:
    """Type and state, in the codebook's words; the row's own words are kept where they say more."""
    words = found.cells.get("type", "")
    type_ = _translated(wishes, "type", words) or type_in(found.kind, words)
    if words and type_ is None and found.kind in TYPES:
        known = TYPES[found.kind]
        found.problems.append(f"type: {words!r} is not one of {', '.join(known)}{meant(words, known)}")
    if type_:
        found.values["type"] = type_
        found.note("kind as written", words if words.casefold() != type_ else "")
    _status(found, wishes, type_)


def _status(found: Reading, wishes: Wishes, type_: str | None) -> None:
    words = found.cells.get("status", "")
    status = _translated(wishes, "status", words) or (status_in(found.kind, words) if words else None)
    if words and status is None:
        found.problems.append(f"status: {words!r} is not understood; say what it means with a table words.status")
    if not words and found.kind in ("pressure", "offer"):
        status = outcome_status(found.kind, type_, found.cells.get("outcome", ""))
    found.values["status"] = status or ""
    found.note("status as written", words if re.search(r"\W", words) else "")  # one word says no more than the state


def _translated(wishes: Wishes, column: str, words: str) -> str | None:
    table = {key.casefold(): value for key, value in wishes.words.get(column, {}).items()}
    return table.get(words.casefold())


def _date(found: Reading, wishes: Wishes) -> None:
    for name in ("date", "deadline"):
        words = found.cells.get(name, "")
        if not words or NOT_SAID.fullmatch(words):
            continue
        try:
            found.values[name] = day_in(words, wishes.dates)
        except EntryError as error:
            found.problems += [f"{name}: {problem}" for _, problem in error.problems]
    days = edtf.parse(str(found.values.get("date", "")))
    found.day = days.earliest if days else None

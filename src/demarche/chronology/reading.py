"""One row of a spreadsheet as the values of an entry, with everything else it says kept as notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from demarche import edtf
from demarche.chronology.columns import KEEP, LEAVE, Column
from demarche.chronology.sheet import Row
from demarche.chronology.vocabulary import outcome_status, status_in, type_in
from demarche.chronology.when import day_in
from demarche.chronology.who import Named, full_name, named_in, parted, place_of, with_sides
from demarche.chronology.wishes import Wishes
from demarche.entries.codebook import FIELDS
from demarche.entries.lengths import length
from demarche.entries.values import EntryError, meant
from demarche.model import KINDS, TYPES, Kind

__all__ = ["Reading", "read_row"]

_LINK = re.compile(r"https?://[^\s|<>\"]+")
_NOT_SAID = re.compile(r"(?:not (?:stated|known|given|reported)|unknown|unclear|none|n/?a|\?|-|–|—)", re.IGNORECASE)
_BY_WIRE = re.compile(r"(?:by )?(?:(?:tele)?phone|video(?: ?link| call| conference)?|online)", re.IGNORECASE)


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
            cells[column.target] = words
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
        if not words or _NOT_SAID.fullmatch(words):
            continue
        try:
            found.values[name] = day_in(words, wishes.dates)
        except EntryError as error:
            found.problems += [f"{name}: {problem}" for _, problem in error.problems]
    days = edtf.parse(str(found.values.get("date", "")))
    found.day = days.earliest if days else None


def _taking_part(found: Reading) -> None:
    """The people of a contact with their sides."""
    if found.kind != "contact":
        return
    cells = found.cells
    sides = [place_of(cells[name]) or cells[name] for name in ("side_a", "side_b") if cells.get(name)]
    persons = [cells[name] for name in ("person_a", "person_b") if cells.get(name)]
    names = parted(cells["participants"]) if "participants" in cells else persons or sides
    found.people, company = with_sides(names, [s for s in sides if place_of(s)], found.day)
    listed = {name for name, _ in found.people}
    if "participants" in cells and len(found.people) == 1:  # "Bo Tamm" in one column, the sides in two others
        found.people += [(s, "") for s in sides if s != found.people[0][1] and s not in listed]
    found.values["participants"] = [f"{n} ({s})" if s else n for n, s in found.people]
    found.note("also", "; ".join(company))


def _initiator(found: Reading) -> None:
    """Who asked for it, when the cell names somebody who took part or a side; other words are kept."""
    words = found.cells.get("initiator", "")
    if not words or _NOT_SAID.fullmatch(words):
        return
    bare = re.sub(r"\s*\((?!.*\bclaim).*?\)", "", words).strip()
    place = place_of(bare)
    named = named_in(bare, [name for name, _ in found.people])
    if found.kind == "contact" and (named or place) and "(" not in bare:
        found.values["initiator"] = named or place
    if found.values.get("initiator") != words:
        found.note("initiator as written", words)


def _length(found: Reading) -> None:
    """The length: between the least and the greatest, or as written; several accounts in one cell are pooled."""
    least, most = (_minutes(found, name) for name in ("duration_min", "duration_max"))
    text = found.cells.get("duration_text", "")
    words = found.cells.get("duration", "")
    if hours := found.cells.get("hours", ""):
        words = f"{hours} h"
    if least is not None and most is not None and least > most:
        found.problems.append(f"duration: the least, {least}, is more than the greatest, {most}")
    elif least is not None or most is not None:
        found.values["duration"] = _between(least, most)
    elif said := re.sub(r"^(\d{1,2}:\d\d):\d\d$", r"\1", words) or text:  # spreadsheets write 1:20:00
        found.values["duration"] = pooled(said)
        if words and not found.values["duration"]:
            found.problems.append(f"duration: {words!r} is not a length: write 90 (minutes), 1 h 20 or about 2 h")
    found.note("length as written", text)


def _minutes(found: Reading, name: str) -> int | None:
    words = found.cells.get(name, "")
    if not words or _NOT_SAID.fullmatch(words):
        return None
    lasting = length(words)
    if lasting is None or lasting.min is None:
        found.problems.append(f"{name}: {words!r} is not a number of minutes")
        return None
    return lasting.min


def _between(least: int | None, most: int | None) -> str:
    if least == most:
        return f"{least} min"
    if most is None:
        return f"at least {least} min"
    return f"at most {most} min" if least is None else f"{least}-{most} min"


def pooled(words: str) -> str:
    """`about 1 h 10 min (Kremlin); 75 min (Trump)` as the interval that holds both; '' when a part is no length."""
    parts = [re.sub(r"\(.*?\)", "", part).strip() for part in words.split(";")]
    found = [length(part) for part in parts if part]
    if not found or None in found:
        return ""
    if len(found) == 1:
        return parts[0]
    lasting = [item for item in found if item]
    least = [item.min for item in lasting if item.min is not None]
    most = [item.max for item in lasting if item.max is not None]
    return _between(min(least, default=None), max(most) if len(most) == len(lasting) else None)


def _place(found: Reading) -> None:
    words = found.cells.get("place", "")
    bare = re.sub(r"\s*\(.*?\)", "", words).strip()
    if _BY_WIRE.fullmatch(bare):
        found.note("place as written", words if words != bare else "")
    elif found.kind in ("contact", "act"):
        found.values["place"] = bare
        found.note("place as written", words if words != bare else "")
    else:
        found.note("place", words)


def _topics(found: Reading) -> None:
    words = found.cells.get("topics", "")
    if found.kind == "contact":
        found.values["topics"] = list(dict.fromkeys(p.strip() for p in words.split(";") if p.strip()))
    elif found.kind == "statement" and words:
        found.values["about"] = words
    else:
        found.note("topics", words)


def _deed(found: Reading) -> None:
    """Who acts on whom, with what, on what condition, until when, and what came of it."""
    if found.kind == "contact":
        for name in ("actor", "recipient", "action", "condition", "outcome", "quote", "stance", "channel"):
            found.note(name, found.cells.get(name, ""))
        return
    cells = found.cells
    for name in ("actor", "recipient"):
        found.values[name] = _doers(cells.get(name, ""), found.day)
    what = {"pressure": "measure", "statement": "quote"}.get(found.kind, "content")
    found.values[what] = cells.get("action", "") or cells.get("quote", "")
    for name in ("condition", "outcome", "stance", "channel"):
        if name in FIELDS[found.kind]:
            found.values[name] = cells.get(name, "")
        else:
            found.note(name, cells.get(name, ""))


def _doers(cell: str, day: date | None) -> list[str]:
    """Names with sides; `Russia and its partners` are two, `research and development` is one."""
    found: list[str] = []
    for part in cell.split(";"):
        pieces = re.split(r"\s+and\s+", part.strip())
        known = [place_of(p) or full_name(p, day) != p or place_of(full_name(p, day)) for p in pieces]
        for name in pieces if any(known) else [part.strip()]:
            full = full_name(name, day)
            if full and full not in found:
                found.append(full)
    return found


def _account(found: Reading) -> None:
    found.told_by = found.cells.get("reporter", "")


_STEPS: tuple[Callable[[Reading], None], ...] = (
    _taking_part,
    _initiator,
    _length,
    _place,
    _topics,
    _deed,
    _account,
)

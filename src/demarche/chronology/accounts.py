"""Accounts: rows that give the length of a contact as somebody told it, by the contact's id."""

from __future__ import annotations

import re
from dataclasses import replace

from demarche.actors.names import pieces
from demarche.chronology.reading import Reading
from demarche.chronology.who import full_name, known_side, named_in, place_of

__all__ = ["account"]

_IN_ALL = re.compile(r"\b(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
_SHARED = ("type", "participants", "date", "status")


def account(row: Reading, contact: Reading | None) -> Reading:
    """The row as a report of that contact by whoever told the length; a length of many contacts is a claim."""
    about = row.cells.get("contact_id", "")
    if not row.values.get("duration") and not row.problems:
        row.problems.append("duration: is missing: an account needs a length")
    if contact is None:
        return _claim(row) or _lost(row, about)
    row.people, row.day, row.same_as = contact.people, contact.day, contact.entered_as
    row.values |= {name: contact.values[name] for name in _SHARED if contact.values.get(name)}
    row.told_by = _teller(row, contact)
    row.note("id", about)
    row.problems = [p for p in row.problems if not p.startswith(("participants", "type"))]
    return row


def _teller(row: Reading, contact: Reading) -> str:
    """Who told it, in the fullest form: one who took part, one of a side that took part, or as written."""
    said = row.cells.get("reporter", "")
    names = [name for name, _ in contact.people]
    return named_in(said, names) or full_name(said, contact.day, [side for _, side in contact.people if side])


def _claim(row: Reading) -> Reading | None:
    """`24 to 25 h in all with X`, told by Y: a claim about the hours of X and Y."""
    words = row.cells.get("duration_text", "") or row.cells.get("duration", "")
    if not _IN_ALL.search(words) or not row.values.get("duration"):
        return None
    teller = _known_person(row.cells.get("reporter", ""))
    others = [name for found in _NAME.findall(words) if (name := _known_person(found)) and name != teller]
    if not teller or not others:
        return None
    claimed: dict[str, str | list[str]] = {"type": "duration", "subjects": [teller, others[0]], "unit": "minutes"}
    claimed["value"] = row.values["duration"]
    made = replace(row, kind="claim", values=claimed, told_by=teller, problems=[])
    made.note("reporter as written", row.cells.get("reporter", ""))
    return made


def _known_person(words: str) -> str:
    """The person whom the facts know by these words, brackets aside."""
    bare = re.sub(r"\(.*?\)", "", words).strip()
    full = full_name(bare, None)
    return full if len(pieces(full)) > 1 and known_side(full, None) and not place_of(full) else ""


def _lost(row: Reading, about: str) -> Reading:
    reason = f"contact_id: no contact has the id {about!r}, in these files or in the ledger"
    row.problems = [reason if about else "contact_id: is missing"]
    return row

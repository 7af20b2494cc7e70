"""One field's value from what somebody typed, or one line that says what is wrong with it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from demarche import edtf
from demarche.documents.dates import UnclearDateError, read_day
from demarche.entries.codebook import FIELDS, PLOVER, SEVERAL, heads_of
from demarche.entries.lengths import length
from demarche.entries.naming import full_name
from demarche.errors import UsageError
from demarche.model import CONTACT_TYPES, STANCES, STATUSES, TYPES, Kind, Value

__all__ = ["Checked", "EntryError", "checked", "checked_head", "meant"]

_TERM = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?")
_NAME = re.compile(r"(?P<name>.*[^\s(])\s*\((?P<side>[^()]+)\)")
ACTORS = frozenset({"participants", "initiator", "actor", "recipient"})
UNITS, RELATIONS = ("contacts", "minutes"), ("=", "~", ">=", "<=", ">", "<")


class EntryError(UsageError):
    """What was typed does not fit the codebook; `problems` says so field by field."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        self.problems = problems
        super().__init__("; ".join([*(f"{field}: {problem}" for field, problem in problems), "nothing was written"]))


@dataclass(frozen=True, slots=True)
class Checked:
    """A value of the codebook, the words that gave it, and the side that was named with an actor."""

    value: Value
    words: str
    side: str | None = None


def checked(kind: Kind, name: str, words: str, day: date | None = None) -> tuple[Checked, ...]:
    """The values of a field of this kind, several where the codebook allows it (parted by `;`).

    An actor is named in the fullest form that the facts know on that day: `Putin` is Vladimir Putin.
    EntryError: no such field, or words that it cannot hold.
    """
    if name not in FIELDS[kind]:
        known = (*heads_of(kind), *FIELDS[kind])
        raise EntryError((name, f"a {kind} has no such field{meant(name, known)}; it has {', '.join(known)}"))
    parts = _parts(name, words)
    if not parts:
        raise EntryError((name, "is empty"))
    found = tuple(_named(name, _value(name, part), day) for part in parts)
    names = [item.value for item in found]
    if twice := next((item for item in names if names.count(item) > 1), None):
        raise EntryError((name, f"{twice} stands there twice"))
    return found


def checked_head(kind: Kind, name: str, words: str) -> str:
    """The type, status or PLOVER type of a report of this kind; several readings are parted by a bar."""
    if name not in heads_of(kind):
        raise EntryError((name, f"a {kind} has no {name}"))
    if name == "plover":
        return _one_of(name, words.upper(), PLOVER)
    table = TYPES if name == "type" else STATUSES
    return "|".join(_one_of(name, part, table[kind]) for part in words.split("|"))


def meant(word: str, known: Iterable[str]) -> str:
    """`; did you mean call?`, or nothing."""
    close = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""


def _parts(name: str, words: str) -> list[str]:
    if name in ("subjects", "reference"):
        pieces = words.split("|")
    else:
        pieces = words.split(";") if name in SEVERAL else [words]
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


def _value(name: str, words: str) -> Checked:
    return _READ.get(name, _text)(name, words)


def _named(name: str, found: Checked, day: date | None) -> Checked:
    """An actor in the fullest form known; with a side that was typed only among those who stand for it."""
    if name not in ACTORS:
        return found
    sides = (found.side,) if found.side else ()
    return replace(found, value=full_name(str(found.value), day, sides, elsewhere=not sides))


def _text(_name: str, words: str) -> Checked:
    return Checked(words, words)


def _actor(_name: str, words: str) -> Checked:
    """`Bo Tamm`, or with the side it stands for: `Bo Tamm (Estonia)`."""
    found = _NAME.fullmatch(words)
    return Checked(found["name"], found["name"], found["side"].strip()) if found else Checked(words, words)


def _pool(_name: str, words: str) -> Checked:
    return Checked(tuple(part.strip() for part in words.split(";") if part.strip()), words)


def _date(name: str, words: str) -> Checked:
    if edtf.parse(words) is not None:
        return Checked(words, words)
    try:
        return Checked(read_day(words).isoformat(), words)
    except UnclearDateError as error:
        raise EntryError((name, f"{error}; a month (2025-06) or about (2025-06-12~) will do too")) from error


def _deadline(name: str, words: str) -> Checked:
    return Checked(words, words) if _TERM.fullmatch(words) else _date(name, words)


def _duration(name: str, words: str) -> Checked:
    found = length(words)
    if found is None:
        raise EntryError((name, f"{words!r} is not a length: write 90 (minutes), 1 h 20, 70-75 min or about 2 h"))
    return Checked(found, words)


def _number(name: str, words: str) -> Checked:
    """A number of contacts, a length, or the day of a last contact."""
    if words.isdigit():
        return Checked(int(words), words)
    found = length(words)
    if found is not None:
        return Checked(found, words)
    return _date(name, words)


def _choice(allowed: tuple[str, ...]) -> Callable[[str, str], Checked]:
    def read(name: str, words: str) -> Checked:
        return Checked(_one_of(name, words, allowed), words)

    return read


def _one_of(name: str, words: str, allowed: tuple[str, ...]) -> str:
    word = words.strip()
    word = word if word in allowed else word.lower()
    if word not in allowed:
        raise EntryError((name, f"{words!r} is not one of {', '.join(allowed)}{meant(words, allowed)}"))
    return word


_READ: dict[str, Callable[[str, str], Checked]] = {
    "participants": _actor,
    "initiator": _actor,
    "actor": _actor,
    "recipient": _actor,
    "subjects": _pool,
    "reference": _pool,
    "date": _date,
    "period": _date,
    "deadline": _deadline,
    "revised_deadline": _deadline,
    "duration": _duration,
    "value": _number,
    "stance": _choice(STANCES),
    "contact_types": _choice(CONTACT_TYPES),
    "unit": _choice(UNITS),
    "relation": _choice(RELATIONS),
}

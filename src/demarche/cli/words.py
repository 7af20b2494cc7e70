"""What people type, understood or refused in one line: dates, kinds, types, statuses."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from demarche.documents.dates import UnclearDateError, read_day
from demarche.errors import UsageError
from demarche.model import Kind

_EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def period(words: str | None) -> str | None:
    """EDTF for `2025`, `2025-03`, `12 June 2025`, `2025-01/2025-06`."""
    if words is None:
        return None
    return "/".join(_point(part.strip()) for part in words.split("/", 1)) if _interval(words) else _point(words.strip())


def _interval(words: str) -> bool:
    return words.count("/") == 1 and all(_EDTF.fullmatch(p.strip()) or p.strip() == ".." for p in words.split("/"))


def _point(words: str) -> str:
    if words == ".." or _EDTF.fullmatch(words):
        return _checked(words)
    try:
        return read_day(words).isoformat()
    except UnclearDateError as error:
        raise UsageError(f"{error}; a year (2025) or a month (2025-06) will do too") from error


def _checked(words: str) -> str:
    parts = words.split("-")
    if len(parts) == 3:
        return _point_day(words)
    if len(parts) == 2 and not 1 <= int(parts[1]) <= 12:
        raise UsageError(f"{words!r} is not a month: write it as 2025-06")
    return words


def _point_day(words: str) -> str:
    try:
        return read_day(words).isoformat()
    except UnclearDateError as error:
        raise UsageError(str(error)) from error


def choices(given: Iterable[str], allowed: Iterable[str], noun: str) -> tuple[str, ...]:
    """The values asked for, or the one that may have been meant."""
    known = tuple(allowed)
    values = tuple(part.strip().lower() for value in given for part in value.split(",") if part.strip())
    for value in values:
        if value not in known:
            raise UsageError(f"no {noun} {value!r}{meant(value, known)}; there are {', '.join(known)}")
    return values


def split(given: Iterable[str]) -> tuple[str, ...]:
    """The names of a repeated option, of which each may be a list with commas; an empty one stays for its refusal."""
    return tuple(dict.fromkeys(part.strip() for value in given for part in value.split(",")))


def of_kinds(table: Mapping[Kind, tuple[str, ...]], kinds: Iterable[str]) -> tuple[str, ...]:
    """The values that these kinds know, those of all kinds when none is named."""
    asked = set(kinds)
    groups = (values for kind, values in table.items() if not asked or kind in asked)
    return tuple(dict.fromkeys(value for values in groups for value in values))


def meant(value: str, known: Iterable[str]) -> str:
    """`; did you mean call?`, or nothing."""
    close = difflib.get_close_matches(value.lower(), list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""

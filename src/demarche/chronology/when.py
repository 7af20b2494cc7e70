"""Dates as spreadsheets write them, as EDTF: `16.10.2025`, `Oct 2025`, `2025-10-16/2025-10-18`, `about 2025-10`."""

from __future__ import annotations

import re
from calendar import month_name

from demarche import edtf
from demarche.documents.dates import UnclearDateError, read_day
from demarche.entries.values import EntryError

__all__ = ["day_in"]

_MONTHS = tuple(name.lower() for name in month_name if name)
_MONTH = re.compile(r"(?P<name>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})|(?P<number>\d{1,2})[/.](?P<in>\d{4})")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(.*)")
_ABOUT = re.compile(r"(?:about|around|circa|ca\.?|c\.|~)\s*(.+)|(.+?)\s*(?:\(\?\)|\?)", re.IGNORECASE)


def day_in(words: str, order: str = "") -> str:
    """The EDTF date that these words mean. `order` reads 3/4/2025 as "day-first" or "month-first".

    EntryError when they mean none, or could mean two days.
    """
    plain = " ".join(words.split())
    if edtf.parse(plain) is not None:
        return plain
    about = _ABOUT.fullmatch(plain)
    if about:
        return f"{day_in(about[1] or about[2], order)}~"
    parts = re.split(r"\s+(?:-|–|to)\s+", plain)
    if len(parts) == 2:
        return "/".join(day_in(part, order) for part in parts)
    return _month(plain) or _day(plain, order)


def _month(plain: str) -> str | None:
    found = _MONTH.fullmatch(plain.casefold())
    if not found:
        return None
    if found["number"]:
        return f"{found['in']}-{int(found['number']):02}" if 1 <= int(found["number"]) <= 12 else None
    number = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(found["name"])), None)
    return f"{found['year']}-{number:02}" if number else None


def _day(plain: str, order: str) -> str:
    numbers = _NUMBERS.fullmatch(plain)
    if numbers and order:
        first, _, second, year, rest = numbers.groups()
        day, month = (first, second) if order == "day-first" else (second, first)
        plain = f"{year}-{int(month):02}-{int(day):02}{rest}"
    try:
        return read_day(plain).isoformat()
    except UnclearDateError as error:
        hint = ", or give --dates day-first or month-first" if " can be " in str(error) else ""
        raise EntryError(("date", f"{error}{hint}")) from error

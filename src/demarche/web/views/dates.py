"""Dates as people read them, with how precise they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

__all__ = ["Shown", "day_words", "stamp", "when"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.+Z-]*)?([~?%]?)")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "1st quarter of", 34: "2nd quarter of"}
_SEASONS |= {35: "3rd quarter of", 36: "4th quarter of"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A date in words and its precision: day, about, month, season, year, between, either, unknown."""

    words: str
    precision: str
    edtf: str = ""

    def __str__(self) -> str:
        return self.words


@lru_cache(maxsize=20_000)
def when(edtf: str | None) -> Shown:
    """`17 Oct 2025` (day), `Oct 2025` (month), `20–26 Oct 2025` (between), `no date` (unknown)."""
    if not edtf:
        return Shown("no date", "unknown")
    if "|" in edtf:
        return Shown(" or ".join(_point(part)[0] for part in edtf.split("|")), "either", edtf)
    if "/" in edtf:
        return Shown(_between(*edtf.split("/", 1)), "between", edtf)
    return Shown(*_point(edtf), edtf)


def _point(edtf: str) -> tuple[str, str]:
    found = _POINT.fullmatch(edtf.strip())
    if not found:
        return edtf, "as written"
    year, month, day, mark = found.groups()
    words, precision = _words(year, month, day)
    return (f"about {words}", "about") if mark else (words, precision)


def _words(year: str, month: str | None, day: str | None) -> tuple[str, str]:
    if month is None:
        return year, "year"
    if int(month) > 12:
        return f"{_SEASONS.get(int(month), month)} {year}", "season"
    name = _MONTHS[max(int(month), 1) - 1]
    return (f"{int(day)} {name} {year}", "day") if day else (f"{name} {year}", "month")


def _between(first: str, last: str) -> str:
    if first in ("", "..") or last in ("", ".."):
        return f"until {_point(last)[0]}" if first in ("", "..") else f"from {_point(first)[0]}"
    a, b = _point(first)[0], _point(last)[0]
    shared = _shared_end(a.split(" "), b.split(" "))
    return f"{' '.join(a.split(' ')[: len(a.split(' ')) - shared])}–{b}" if shared > 1 else f"{a} – {b}"


def _shared_end(a: list[str], b: list[str]) -> int:
    """Words at the end that both share: month and year."""
    if len(a) != 3 or len(b) != 3:
        return 0
    return 2 if a[1:] == b[1:] else 0


def day_words(iso: str | None) -> str:
    """`17 Oct 2025` for an ISO day; nothing for None."""
    return when(iso).words if iso else ""


def stamp(iso: str | None) -> str:
    """`17 Oct 2025, 09:30 UTC` for a time of the ledger."""
    if not iso:
        return ""
    day = date.fromisoformat(iso[:10])
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}, {iso[11:16]} UTC"

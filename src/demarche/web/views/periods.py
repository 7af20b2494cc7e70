"""A day, a month or a year as people type it."""

from __future__ import annotations

import re

from demarche.documents import UnclearDateError, read_day
from demarche.errors import UsageError

__all__ = ["period"]

_EDTF = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def period(words: str) -> str | None:
    """EDTF for `2025`, `2025-03`, `12 June 2025`; None for nothing. UsageError with both readings of an unclear day."""
    words = words.strip()
    if not words or _EDTF.fullmatch(words):
        return words or None
    try:
        return read_day(words).isoformat()
    except UnclearDateError as error:
        raise UsageError(f"{error}; a year (2025) or a month (2025-06) will do too") from error

"""Rows and fields as people read them: short ids, lengths, names, dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from demarche.analysis.wording import clock

if TYPE_CHECKING:
    pass

SHORT_ID = 6
"""Letters of an id in a table: enough for `demarche show`, which takes any beginning that is unique."""


def short_id(report_id: str) -> str:
    """The beginning of an id."""
    return report_id[:SHORT_ID]


def day(edtf: str | None) -> str:
    """A date for a table: EDTF, an interval within one month cut short (`2025-10-20/26`)."""
    first, slash, last = (edtf or "-").partition("/")
    same_month = slash and len(first) == len(last) == 10 and first[:8] == last[:8]
    return f"{first}/{last[8:]}" if same_month else f"{first}{slash}{last}"


_HOUR = 60


def length(least: int | None, most: int | None) -> str:
    """`2 h 30`, `50-70 min`, `2 h 15 – 2 h 30`, `over 2 h`, or nothing."""
    if least is None and most is None:
        return ""
    if least is None or most is None:
        return f"up to {clock(most)}" if most is not None else f"over {clock(least or 0)}"
    if least == most:
        return clock(least)
    return f"{clock(least)} – {clock(most)}" if least >= _HOUR else f"{least}-{most} min"


def sides(left: Sequence[str], right: Sequence[str]) -> str:
    """`Vladimir Putin – Donald Trump`."""
    return " – ".join(", ".join(side) for side in (left, right) if side)


def shortened(words: str, most: int) -> str:
    """The words, cut at a space with an ellipsis where they are too many; a quotation keeps its closing mark."""
    if len(words) <= most:
        return words
    closing = words[-1] if words[-1] in "”»" else ""
    room = most - 1 - len(closing)
    head = words[: room + 1]
    kept = head.rsplit(" ", 1)[0] if " " in head else head[:room]
    return f"{kept.rstrip(' ,;:.')}…{closing}"


def value_words(value: Any) -> str:
    """A field's value in words."""
    from demarche.model import Lasting

    if isinstance(value, Lasting):
        return length(value.min, value.max)
    if isinstance(value, tuple | list):
        return ", ".join(value_words(item) for item in value)
    return str(value)

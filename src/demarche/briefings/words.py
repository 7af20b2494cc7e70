"""Days, lengths, sources and sides in words, as a briefing prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from demarche.analysis.wording import clock
from demarche.analysis.wording import period as days_words
from demarche.ledger import ReportRow, Source
from demarche.ledger.edtf import parse

__all__ = ["a_day", "among", "class_words", "length", "listed", "many", "publisher", "the", "web_address", "when"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_CLASSES = {"official": "official", "agency": "agency", "press": "press", "social": "social media", "entry": "entry"}
_HOUR = 60


def when(edtf: str | None) -> str:
    """`12 Mar 2025`, `about 16 Oct 2025`, `Feb 2025`, `until 8 Aug 2025`, `no date`."""
    if not edtf:
        return "no date"
    if found := _MONTH.fullmatch(edtf):
        return f"{_MONTHS[int(found[2]) - 1]} {found[1]}"
    if re.fullmatch(r"\d{4}", edtf):
        return edtf
    days = parse(edtf)
    if days is None:
        return edtf
    return f"{'about ' if days.approximate else ''}{days_words(days)}"


def a_day(at: date | None) -> str:
    """`17 Oct 2025`, or a dash."""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}" if at else "–"


def length(least: int | None, most: int | None) -> str:
    """`2 h 15 – 2 h 30`, `50–70 min`, `over 2 h`, `up to 1 h`; nothing when none is told."""
    if least is None and most is None:
        return ""
    if least is None or most is None:
        return f"up to {clock(most)}" if most is not None else f"over {clock(least or 0)}"
    if least == most:
        return clock(least)
    return f"{clock(least)} – {clock(most)}" if most >= _HOUR else f"{least}–{most} min"


_WITH_ARTICLE = ("United ", "European Union", "Netherlands", "Philippines", "Vatican", "Holy See")


def the(side: str) -> str:
    """`the United States`, `Russia`."""
    return f"the {side}" if side.startswith(_WITH_ARTICLE) else side


def upper(words: str) -> str:
    """With a capital letter."""
    return words[:1].upper() + words[1:]


def among(alternatives: str) -> str:
    """`held or denied` for `held|denied`."""
    return alternatives.replace("|", " or ")


def many(count: int, noun: str, plural: str = "") -> str:
    """`1 call`, `1,204 calls`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def listed(items: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def publisher(source: Source) -> str:
    """Who published a document; its title or name when nobody knows."""
    return source.publisher or source.title or source.name


def class_words(row: ReportRow) -> str:
    """`official, for Russia`, `agency`, `entered by hand`."""
    source = row.document
    if source.source_class == "entry":
        return "entered by hand"
    parts = [_CLASSES.get(source.source_class, "")]
    parts += [f"for {the(source.speaks_for)}"] if source.speaks_for else []
    parts += ["entered by hand"] if row.origin == "person" else []
    return ", ".join(part for part in parts if part)


def web_address(url: str | None) -> str | None:
    """The address when it is one of the web: what a document calls its address may be anything."""
    if not url or not url.startswith(("https://", "http://")) or set(url) & set(' \n\r\t<>()[]"`|\\'):
        return None
    return url

"""Small words: values, plurals, reasons, shortened text."""

from __future__ import annotations

from typing import Any

from demarche.model import Lasting
from demarche.web.views.lengths import words as length_words

__all__ = ["FIELD_WORDS", "REASONS", "field", "plural", "reason", "shortened", "value"]

#: what a reason code means
REASONS = {
    "publication_date": "the text gives no day: the day of publication, approximate",
    "day_page": "an item of a day page: the page's day",
    "dateline": "from the dateline",
    "authority": "who held the office on that day",
    "codebook": "fixed by the codebook",
    "title": "named in the title",
    "caller": "X called Y: X placed the call",
    "speaker": "the one who speaks in the first person",
    "ambiguous": "several readings fit: left open",
    "no_anchor": "a relative date in a document without a date",
    "person": "set by a person, who gave a reason",
}

FIELD_WORDS = {
    "participants": "Who",
    "initiator": "Asked for by",
    "actor": "By",
    "recipient": "To",
    "about": "About",
    "date": "Date",
    "duration": "Length",
    "place": "Place",
    "topics": "Topics",
    "quote": "Said",
    "source": "Credited to",
    "type": "Type",
    "status": "Status",
}


def field(name: str) -> str:
    """The name of a field for people."""
    return FIELD_WORDS.get(name, name.replace("_", " ").capitalize())


def reason(code: str | None) -> str:
    """A reason code in words."""
    return REASONS.get(code or "", code or "")


def value(given: Any) -> str:
    """A field's value in words."""
    if isinstance(given, Lasting):
        return length_words(given.min, given.max)
    if isinstance(given, tuple | list):
        return ", ".join(value(item) for item in given)
    return "" if given is None else str(given)


def plural(number: int, noun: str, many: str | None = None) -> str:
    """`1 document`, `2,000 documents`."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def shortened(words: str, most: int = 160) -> str:
    """The words, cut at a space with an ellipsis where they are too many."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    head = line[:most]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:.") + "…"

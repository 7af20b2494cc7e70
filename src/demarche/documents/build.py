"""From what a reader found to a `Document`: ids, the user's own date, notes about dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from demarche.documents.arrivals import Arrival, Given, Source
from demarche.documents.dates import UnclearDateError, read_day
from demarche.documents.decode import checked_text
from demarche.documents.limits import FILE_BYTES
from demarche.errors import DocumentError
from demarche.model import Document


@dataclass(frozen=True, slots=True)
class Found:
    """What one reader saw of one document. `day` is a date in words, `date_rule` where they stood."""

    text: str
    id: str = ""
    title: str = ""
    publisher: str = ""
    url: str | None = None
    day: str = ""
    date_rule: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()


Reader = Callable[[Source, Given], Iterator[Arrival]]


def arrival(where: str, found: Found, given: Given) -> Arrival:
    """The document of what was found, or why it is skipped."""
    try:
        text = checked_text(found.text)
    except DocumentError as error:
        return Arrival(where, skipped=str(error))
    day, rule, note = _dated(found, given)
    document = Document(
        id="",
        text=text,
        title=" ".join(found.title.split()),
        publisher=found.publisher.strip() or given.publisher,
        url=found.url or None,
        date=day,
        source=found.source or where,
        date_rule=rule,
    )
    document = replace(document, id=found.id or content_id(document))
    return Arrival(where, document, notes=(*found.notes, *note))


def content_id(document: Document) -> str:
    """An id that the same words always get."""
    return f"doc-{document.content_hash[:12]}"


def one_document(read: Callable[[bytes, Source], Found], most: int = FILE_BYTES) -> Reader:
    """A reader for formats that hold one document a file."""

    def reader(source: Source, given: Given) -> Iterator[Arrival]:
        try:
            found = read(source.whole(most), source)
        except DocumentError as error:
            yield Arrival(source.name, skipped=str(error))
            return
        yield arrival(source.name, found, given)

    return reader


def _dated(found: Found, given: Given) -> tuple[date | None, str, tuple[str, ...]]:
    """The day, the rule that gave it, and what to tell the user."""
    notes: tuple[str, ...] = ()
    if found.day:
        try:
            day = read_day(found.day)
        except UnclearDateError as error:
            notes = (f"its date {error}",)
        else:
            return day, found.date_rule, _future(day)
    if given.date:
        return given.date, "given", (*notes, *_future(given.date))
    return None, "", (*notes, "has no publication date, so relative days stay open; give one with --date")


def _future(day: date) -> tuple[str, ...]:
    return (f"is dated {day}, which is in the future",) if day > date.today() else ()

"""An event as a footnote and as a sentence with its link, ready to paste."""

from __future__ import annotations

from datetime import date

from demarche.analysis import telling
from demarche.ledger import Event, ReportRow
from demarche.web.views.dates import day_words, when
from demarche.web.views.lengths import words as length_words
from demarche.web.views.lines import parties

__all__ = ["chicago", "footnotes", "plain_sentence", "sentence", "short_note", "web_address"]

_VERBS = {"call": "spoke by telephone", "meeting": "met", "summit": "met at a summit", "talks": "held talks"}
_VERBS |= {"visit": "met on a visit", "message": "exchanged messages"}


def footnotes(event: Event, today: date) -> tuple[tuple[str, str], ...]:
    """The citation styles: (name, text)."""
    return ("Chicago", chicago(event.row, today)), ("Short", short_note(event.row))


def chicago(row: ReportRow, today: date) -> str:
    """Publisher, “Title,” day, link (accessed day)."""
    source = row.document
    title = f"“{source.title.rstrip('.,')},”" if source.title else ""
    parts = [f"{source.publisher or source.name}," if source.publisher or source.name else "", title]
    parts.append(f"{day_words(source.date)}," if source.date else "no date,")
    address = web_address(source.url)
    link = f"{address} (accessed {day_words(today.isoformat())})." if address else "in the author’s files."
    return " ".join(part for part in (*parts, link) if part)


def short_note(row: ReportRow) -> str:
    """Publisher, day: “the words”."""
    source = row.document
    head = ", ".join(part for part in (source.publisher or source.name, day_words(source.date)) if part)
    return f"{head}: “{' '.join(row.quote.split())}”"


def sentence(event: Event) -> str:
    """A sentence about the event with its source in Markdown: `… ([Kremlin](https://…)).`"""
    source = event.row.document
    name = source.publisher or source.name
    address = web_address(source.url)
    linked = f"[{name}]({address})" if address else name
    return f"{plain_sentence(event)} ({linked})."


def web_address(url: str | None) -> str | None:
    """The address when it is one of the web: what a document calls its address may be anything."""
    return url if url and url.startswith(("https://", "http://")) and not set(url) & set(' \n\t<>()"') else None


def plain_sentence(event: Event) -> str:
    """What happened, without the full stop: who, what, when, how long."""
    shown = when(event.date)
    day = f" on {shown.words}" if shown.precision == "day" else f" ({shown.words})"
    if event.kind != "contact":
        return f"{telling.who(event.row)}{day}: {event.type or event.kind}: {telling.what(event.row)}"
    left, _, right = parties(event.row)
    who = " and ".join(side for side in (", ".join(left), ", ".join(right)) if side)
    if event.status != "held":
        return f"{who}: {event.type or 'contact'}{day}, {event.status or 'status unknown'}"
    lasted = length_words(event.minutes_min, event.minutes_max)
    return f"{who} {_VERBS.get(event.type or '', 'were in contact')}{day}" + (f" for {lasted}" if lasted else "")

"""The briefing as a whole: its sections in order, with the book of rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version

from demarche.analysis.sides import Names
from demarche.briefings import (
    part_brief,
    part_contacts,
    part_doubts,
    part_episodes,
    part_exchange,
    part_hours,
    part_pressure,
)
from demarche.briefings.blocks import Figure, Items, Picture, Section, Text
from demarche.briefings.gathering import Gathered, gathered
from demarche.briefings.methods import METHODS, Method
from demarche.briefings.pictures import pictures
from demarche.briefings.rows import Book, book_of
from demarche.briefings.words import a_day, among, many, publisher, the, upper
from demarche.ledger import Ledger, Remembering

__all__ = ["Briefing", "briefing"]


@dataclass(frozen=True)
class Briefing:
    """A briefing of two sides, ready to be written out."""

    title: str
    subtitle: str
    facts: tuple[str, ...]
    as_of: date
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    book: Book
    methods: tuple[tuple[str, Method], ...]
    sources: tuple[tuple[str, str, str], ...]
    citation: str

    def html(self) -> str:
        """One HTML file: style and pictures inside, no script, nothing to fetch."""
        from demarche.briefings.rendering import as_html

        return as_html(self)

    def markdown(self) -> str:
        """The same in Markdown, without the pictures."""
        from demarche.briefings.rendering import as_markdown

        return as_markdown(self)


def briefing(
    ledger: Ledger,
    *,
    between: Names,
    and_: Names,
    period: str | None = None,
    until: str | date | None = None,
    as_of: date | None = None,
    charts: bool = True,
) -> Briefing:
    """Everything that the ledger holds of two sides in a period, as a report that can be sent.

    A state stands for everybody who speaks for it; several names are pooled. `as_of` is the day of asking: what was
    told later of pressures and plans is then left out. With `charts` pictures are drawn where the extra is installed.
    """
    found = gathered(Remembering(ledger), between, and_, period, until, as_of or date.today())
    book = book_of(found.events(), found.words, _notes(found))
    drawn = pictures(found, wanted=charts)
    sections = tuple(_with_picture(section, drawn) for section in _sections(found, book, drawn))
    figures = part_brief.figures(found, book)
    return Briefing(
        title=upper(" and ".join(map(the, found.sides))),
        subtitle=found.period,
        facts=_facts(found, book),
        as_of=found.as_of,
        figures=figures,
        sections=sections,
        book=book,
        methods=tuple((key, METHODS[key]) for key in METHODS if key in _used(figures, sections)),
        sources=_sources(found),
        citation=_citation(found),
    )


def _sections(found: Gathered, book: Book, drawn: dict[str, Picture]) -> Iterator[Section]:
    yield part_brief.in_brief(found, book)
    if "timeline" in drawn:
        yield Section("timeline", "Timeline", ())
    yield part_contacts.contacts(found, book)
    yield part_contacts.months(found, book)
    yield part_contacts.people(found, book)
    yield part_hours.hours(found, book)
    yield part_pressure.pressures(found, book)
    yield part_episodes.told(found, book)
    yield part_episodes.around(found)
    yield part_exchange.offers(found, book)
    yield part_exchange.tones(found, book)
    yield part_doubts.contradictions(found, book)
    yield part_doubts.unknown(found, book)


def _with_picture(section: Section, drawn: dict[str, Picture]) -> Section:
    picture = drawn.get(section.anchor)
    return replace(section, blocks=(picture, *section.blocks)) if picture else section


def _notes(found: Gathered) -> dict[str, tuple[str, ...]]:
    """Why a contact is in no number."""
    reasons: dict[str, tuple[str, ...]] = {}
    reasons |= {item.contact.id: (f"not counted: {among(item.reason)}",) for item in found.contacts.doubtful}
    reasons |= {item.contact.id: (f"left out by the rule: {among(item.reason)}",) for item in found.contacts.left_out}
    return reasons


def _used(figures: tuple[Figure, ...], sections: tuple[Section, ...]) -> set[str]:
    used = {figure.method for figure in figures}
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Text):
                used.add(block.method)
            elif isinstance(block, Items):
                used |= {item.method for item in block.items}
    return used


def _facts(found: Gathered, book: Book) -> tuple[str, ...]:
    rows = sum(len(rows) for _, rows in book.rows)
    covered = found.contacts.coverage
    documents = many(covered.documents, "document")
    entries = f" and {many(covered.entries, 'entry', 'entries')} made by hand" if covered.entries else ""
    return (
        f"As of {a_day(found.as_of)}",
        f"{many(rows, 'row')} from a ledger of {documents}{entries}",
        f"demarche {version('demarche')}",
    )


def _sources(found: Gathered) -> tuple[tuple[str, str, str], ...]:
    """Publisher, class, how many rows it tells of."""
    counts: dict[tuple[str, str], set[str]] = {}
    for event_id, event in {event.id: event for _, event in found.events()}.items():
        for row in event.reports:
            source = row.document
            counts.setdefault((publisher(source), source.source_class or "unknown"), set()).add(event_id)
    ranked = sorted(counts.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple((name, kind, f"{len(ids):,}") for (name, kind), ids in ranked)


def _citation(found: Gathered) -> str:
    title = upper(f"{' and '.join(map(the, found.sides))}, {found.period}")
    return (
        f"“{title}.” Briefing made with demarche {version('demarche')} from the ledger {_name(found.ledger)} "
        f"({many(found.summary.documents, 'document')}), as of {a_day(found.as_of)}. Counts are of what these "
        "documents tell; cite the sources of single rows from the appendix."
    )


def _name(path: str) -> str:
    """The file without its folder; an address of a server without what may be secret in it."""
    return path.rsplit("/", 1)[-1].split("?")[0]

"""The book of rows: every event behind a figure, with a code, its sources and their exact words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.analysis import telling
from demarche.briefings.words import among, class_words, length, publisher, web_address, when
from demarche.ledger import Event, ReportRow

__all__ = ["Book", "Ref", "Refs", "Row", "Said", "book_of"]

_NAMES = {"C": "Contacts", "P": "Pressures", "O": "Offers", "S": "Statements"}
_FOUND = {"machine": "found by the program", "confirmed": "confirmed by a person", "person": "entered by a person"}
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Ref:
    """One row, or a run of rows (`C3`–`C9`)."""

    first: str
    last: str | None = None


Refs = tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says of an event, in which words."""

    publisher: str
    kind: str  # class of source, for whom it speaks, entered by hand
    day: str
    link: str | None
    says: str  # the fields that differ from source to source: length, day, status
    words: tuple[str, ...]  # of the source
    entry: str  # the line of an entry made by hand: these are not the source's words
    report: str


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the appendix."""

    code: str
    when: str
    what: str
    who: str
    detail: str
    found: str
    notes: tuple[str, ...]
    event: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Book:
    """The rows by kind, and the code of each event."""

    rows: tuple[tuple[str, tuple[Row, ...]], ...]
    codes: Mapping[str, str]

    def refs(self, ids: Iterable[str]) -> Refs:
        """The codes of these events, runs joined."""
        codes = sorted({_parts(self.codes[i]) for i in ids if i in self.codes})
        runs: list[list[tuple[str, int]]] = []
        for code in codes:
            if runs and runs[-1][-1] == (code[0], code[1] - 1):
                runs[-1].append(code)
            else:
                runs.append([code])
        return tuple(ref for run in runs for ref in _as_refs(run))

    def ref(self, event_id: str) -> Ref:
        """The code of one event."""
        return Ref(self.codes[event_id])


def book_of(events: Iterable[tuple[str, Event]], words: Mapping[str, tuple[str, ...]], notes: Notes) -> Book:
    """Number the events by kind and day; an event in several parts of the briefing has one code."""
    kinds: dict[str, dict[str, Event]] = defaultdict(dict)
    for letter, event in events:
        kinds[letter][event.id] = event
    codes: dict[str, str] = {}
    rows = []
    for letter, title in _NAMES.items():
        ranked = sorted(kinds[letter].values(), key=_order)
        codes |= {event.id: f"{letter}{number}" for number, event in enumerate(ranked, 1)}
        made = tuple(_row(codes[event.id], event, words, notes.get(event.id, ())) for event in ranked)
        rows += [(title, made)] if made else []
    return Book(tuple(rows), codes)


Notes = Mapping[str, Sequence[str]]


def _order(event: Event) -> tuple[str, str, str]:
    return event.earliest or str(date.max), event.latest or str(date.max), event.id


def _row(code: str, event: Event, words: Mapping[str, tuple[str, ...]], notes: Sequence[str]) -> Row:
    told = [row for row in event.reports if row.verdict != "reject"] or list(event.reports)
    first = told[0]
    marks = [*notes, *(["sources contradict each other"] if event.disputed else [])]
    marks += [f"may be one with {event.perhaps} other{'s' * (event.perhaps > 1)}"] if event.perhaps else []
    return Row(
        code=code,
        when=when(event.date),
        what=_what(event, first),
        who=telling.who(first),
        detail=_detail(event, told),
        found=_FOUND[event.standing],
        notes=tuple(dict.fromkeys(marks)),
        event=event.id[:_SHORT],
        said=tuple(_said(row, words.get(row.id, (row.quote,))) for row in told),
    )


def _what(event: Event, row: ReportRow) -> str:
    """`call, held`, `ultimatum`, `statement, praise`."""
    if event.kind == "statement":
        return ", ".join(part for part in ("statement", telling.standing(row)) if part)
    parts = [event.type or event.kind, event.status if event.kind == "contact" else ""]
    return ", ".join(among(part) for part in parts if part)


def _detail(event: Event, told: Sequence[ReportRow]) -> str:
    """Length and place of a contact; what is threatened, offered or said."""
    if event.kind != "contact":
        due = telling.due(told[0])
        return "; ".join(p for p in (telling.what(told[0]), f"deadline {when(due)}" if _is_day(due) else due) if p)
    places = list(dict.fromkeys(row.place for row in told if row.place))
    return ", ".join(part for part in (length(event.minutes_min, event.minutes_max), *places[:1]) if part)


def _is_day(edtf: str) -> bool:
    return edtf[:4].isdigit()


def _said(row: ReportRow, words: Sequence[str]) -> Said:
    source = row.document
    by_hand = row.origin == "person"
    return Said(
        publisher=publisher(source),
        kind=class_words(row),
        day=when(source.date) if source.date else "",
        link=web_address(source.url),
        says=_says(row),
        words=() if by_hand else _whole(words),
        entry="; ".join(_whole(words)) if by_hand else "",
        report=row.id[:_SHORT],
    )


def _whole(words: Sequence[str]) -> tuple[str, ...]:
    """The words on one line each; a part of another stretch is not said twice."""
    lines = list(dict.fromkeys(" ".join(part.split()) for part in words))
    return tuple(line for line in lines if not any(line != other and line in other for other in lines))


def _says(row: ReportRow) -> str:
    if row.kind != "contact":
        return " · ".join(part for part in (when(row.date), row.status or "") if part)
    asked = ", ".join(row.names("initiator"))
    parts = [among(row.type or ""), among(row.status or ""), when(row.date), length(row.minutes_min, row.minutes_max)]
    parts += [f"asked for by {asked}"] if asked else []
    return " · ".join(part for part in parts if part)


def _parts(code: str) -> tuple[str, int]:
    return code[0], int(code[1:])


def _as_refs(run: Sequence[tuple[str, int]]) -> list[Ref]:
    codes = [f"{letter}{number}" for letter, number in run]
    return [Ref(codes[0], codes[-1])] if len(codes) > 2 else [Ref(code) for code in codes]

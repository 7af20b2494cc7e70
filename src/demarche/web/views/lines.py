"""An event as a line of the ledger's table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from demarche.analysis import telling
from demarche.ledger import Event, Participant, ReportRow
from demarche.web.views.dates import Shown, when
from demarche.web.views.lengths import Bar, bar

__all__ = ["STANDING_WORDS", "Line", "line", "parties"]

#: who stands for an event, in a word for people
STANDING_WORDS = {"machine": "found", "confirmed": "confirmed", "person": "entered"}


@dataclass(frozen=True, slots=True)
class Line:
    """What the table shows of one event; `left` and `right` are the names on its two sides."""

    id: str
    kind: str
    label: str
    status: str
    when: Shown
    left: tuple[str, ...]
    right: tuple[str, ...]
    joint: str  # the sign between the sides: "↔", "→" or nothing
    says: str
    due: str
    bar: Bar | None
    initiators: tuple[str, ...]
    place: str
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    officials: int
    reports: int
    standing: str
    verdict: str
    disputed: bool
    perhaps: int


def line(event: Event) -> Line:
    """The line of an event."""
    row = event.row
    left, joint, right = parties(row)
    sources = tuple(dict.fromkeys(r.document.publisher or r.document.name for r in event.reports))
    return Line(
        id=event.id,
        kind=event.kind,
        label=(event.type or event.kind) if event.kind in ("contact", "pressure", "offer") else telling.label(row),
        status=event.status or telling.standing(row),
        when=when(event.date),
        left=left,
        right=right,
        joint=joint,
        says=telling.what(row),
        due=telling.due(row),
        bar=bar(event.minutes_min, event.minutes_max),
        initiators=_all(event.reports, "initiator"),
        place=next((r.place for r in event.reports if r.place), ""),
        topics=tuple(dict.fromkeys(str(topic) for r in event.reports for topic in r.all("topics"))),
        sources=sources,
        officials=sum(r.document.source_class == "official" for r in event.reports),
        reports=len(event.reports),
        standing=event.standing,
        verdict=event.verdict or "",
        disputed=event.disputed,
        perhaps=event.perhaps,
    )


def parties(row: ReportRow) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """The names on the left, the sign, the names on the right: those of one side of a contact stand together."""
    if row.names():
        groups = _by_side([p for p in row.participants if p.role == "participants"])
        left, *rest = groups
        return left, "↔" if rest else "", tuple(name for group in rest for name in group)
    ours, theirs = telling.from_whom(row), telling.to_whom(row)
    if ours:
        return ours, "→" if theirs else "", theirs
    return ((telling.who(row),) if telling.who(row) else ()), "", ()


def _by_side(people: Iterable[Participant]) -> list[tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for person in people:
        groups.setdefault(person.side or person.name, []).append(person.name)
    return [tuple(names) for names in groups.values()]


def _all(reports: Iterable[ReportRow], role: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for r in reports for name in r.names(role)))

"""The answers that a briefing is made of, each asked of the ledger once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from demarche.analysis import Answer, HoursAnswer, Pool, ReportAnswer, count, count_reports, hours
from demarche.analysis.cases import Case
from demarche.analysis.episodes import Episodes, episodes
from demarche.analysis.pressures import Deadlines, PressureLife, deadlines
from demarche.analysis.sides import Names, asked_period
from demarche.analysis.tone import Tone, tone
from demarche.analysis.traffic import Traffic, traffic
from demarche.analysis.traffic.naming import sides_of
from demarche.analysis.wording import period as in_words
from demarche.briefings.judging import Judged, judged
from demarche.ledger import Event, EventDetail, Ledger, Summary
from demarche.ledger.edtf import Days

__all__ = ["Gathered", "gathered"]

_MONTHS = 36  # a longer table of months is one of years


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that is known of a pair in a period. Pairs of answers are first side → second, second → first."""

    sides: tuple[str, str]
    typed: tuple[str, str]
    period: str
    as_of: date
    contacts: Answer
    hours: HoursAnswer
    traffic: Traffic
    pressures: tuple[Deadlines, Deadlines]
    episodes: tuple[Episodes, Episodes]
    judged: tuple[Judged, ...]
    offers: tuple[ReportAnswer, ReportAnswer]
    together: tuple[Case, ...]  # offers and agreements of both sides at once
    tone: Tone
    disputed: tuple[EventDetail, ...]
    words: dict[str, tuple[str, ...]]
    summary: Summary
    ledger: str

    @property
    def lives(self) -> tuple[PressureLife, ...]:
        """The pressures of both directions, each once, by day."""
        found = {life.id: life for side in self.pressures for life in side.lives}
        return tuple(sorted(found.values(), key=lambda life: (life.day or date.max, life.id)))

    @property
    def offered(self) -> tuple[Case, ...]:
        """Every offer of the pair, by day."""
        cases = (*self.offers[0].rows, *self.offers[1].rows, *self.together)
        return tuple(sorted(cases, key=lambda case: (case.event.earliest or "9999", case.event.id)))

    def events(self) -> Iterator[tuple[str, Event]]:
        """Every event that something in the briefing rests on, with the letter of its kind."""
        yield from (("C", contact.event) for contact in self.contacts.rows)
        yield from (("C", item.contact.event) for item in (*self.contacts.doubtful, *self.contacts.left_out))
        yield from (("C", contact.event) for contact in self.traffic.planned)
        yield from (("P", life.event) for life in self.lives)
        yield from self._around()
        yield from (("O", case.event) for case in self.offered)
        yield from (("S", one.case.event) for one in self.tone.statements)

    def _around(self) -> Iterator[tuple[str, Event]]:
        """Contacts that stand around a pressure and are not of the period."""
        for side in self.judged:
            if side.holding is not None:
                near = {i for answer in self.episodes for one in answer.episodes for b in one.beats for i in b.ids}
                yield from (("C", contact.event) for contact in side.holding.contacts if contact.id in near)


def gathered(
    ledger: Ledger, between: Names, and_: Names, period: str | None, until: str | date | None, as_of: date
) -> Gathered:
    """Ask everything. The words of every row and the accounts of the disputed ones come last."""
    contacts = count(ledger, between=between, and_=and_, period=period, until=until, by="type")
    by = _unit(contacts, asked_period(period, until))
    met = traffic(ledger, of=between, with_=and_, pooled=True, period=period, until=until, as_of=as_of, by=by)
    said = tone(ledger, between=between, and_=and_, period=period, until=until)
    both = ((between, and_), (and_, between))
    span = _period(period, until)
    pressures = [deadlines(ledger, by=by, against=to, period=span, as_of=_asked(as_of)) for by, to in both]
    offers = [
        count_reports(ledger, "offer", actor=by, recipient=to, period=period, until=until, by="type") for by, to in both
    ]
    told = [episodes(ledger, by=by, against=to, period=span, as_of=_asked(as_of)) for by, to in both]
    found = Gathered(
        sides=said.sides,
        typed=(_joined(between), _joined(and_)),
        period=in_words(asked_period(period, until)),
        as_of=as_of,
        contacts=contacts,
        hours=hours(ledger, Pool(between, and_), period=period, until=until),
        traffic=met,
        pressures=(pressures[0], pressures[1]),
        episodes=(told[0], told[1]),
        judged=judged(ledger, both, said.sides, span, _asked(as_of)),
        offers=(offers[0], offers[1]),
        together=_together(ledger, between, and_, period, until, {c.event.id for one in offers for c in one.rows}),
        tone=said,
        disputed=(),
        words={},
        summary=ledger.summary(),
        ledger=ledger.path,
    )
    return _with_words(ledger, found)


def _unit(contacts: Answer, days: Days | None) -> str:
    """Months, or years where there would be too many of them."""
    known = [day for c in contacts.rows if c.days for day in (c.days.earliest, c.days.latest) if day]
    first = (days and days.earliest) or min(known, default=date.min)
    last = (days and days.latest) or max(known, default=date.min)
    return "month" if (last - first).days < _MONTHS * 31 else "year"


def _together(
    ledger: Ledger, between: Names, and_: Names, period: str | None, until: str | date | None, known: set[str]
) -> tuple[Case, ...]:
    """Offers that both sides make at once, agreements above all: nobody is their recipient."""
    ours, theirs = (sides_of([ledger.resolve(name) for name in _listed(side)]) for side in (between, and_))
    found = count_reports(ledger, "offer", who=between, with_=and_, period=period, until=until).rows
    return tuple(
        case for case in found if case.event.id not in known and all(side & _acting(case) for side in (ours, theirs))
    )


def _acting(case: Case) -> set[str]:
    return {p.side or p.name for row in case.reports for p in row.participants if p.role == "actor"}


def _listed(names: Names) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


def _with_words(ledger: Ledger, found: Gathered) -> Gathered:
    events = {event.id: event for _, event in found.events()}
    ids = [row.id for event in events.values() for row in event.reports if row.verdict != "reject"]
    disputed = tuple(ledger.event(event.id) for event in events.values() if event.disputed)
    return replace(found, words=ledger.words(ids), disputed=disputed)


def _period(period: str | None, until: str | date | None) -> str | None:
    """The period cut off after a day, as one EDTF interval."""
    days = asked_period(period, until)
    if days is None or until is None:
        return period
    return f"{days.earliest or '..'}/{days.latest or '..'}"


def _asked(as_of: date) -> str | None:
    """A day of asking before today is kept to; today's is that of the ledger's last document."""
    return as_of.isoformat() if as_of < date.today() else None


def _joined(names: Names) -> str:
    return names if isinstance(names, str) else ", ".join(names)

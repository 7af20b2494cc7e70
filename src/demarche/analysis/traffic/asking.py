"""Who talks to whom, asked of a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from demarche.analysis.answers import Doubtful
from demarche.analysis.contacts import Contact
from demarche.analysis.counting import counted
from demarche.analysis.coverage import coverage
from demarche.analysis.doubts import Asked
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Names, Sides, asked_period, contacts_between, resolved
from demarche.analysis.traffic.answers import Pair, Traffic, TrafficRow
from demarche.analysis.traffic.days import calendar_of, month_days, spanned
from demarche.analysis.traffic.naming import Level, called, is_state, labelled, sides_of
from demarche.analysis.traffic.plain import THEM, asked_by, lengths_of, meetings_of, plans_of
from demarche.analysis.wording import number
from demarche.analysis.wording import period as in_words
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.statistics import Calendar, Share, initiator_balance, lengths, never_came, reciprocity, share, table

__all__ = ["UNITS", "traffic"]

UNITS = ("month", "year")
_HELD = CountingRule()
Asker = Callable[[Contact, str], str | None]


def traffic(
    ledger: Ledger,
    *,
    of: Names,
    with_: Names = (),
    period: str | None = None,
    until: str | date | None = None,
    by: str = "month",
    level: Level | None = None,
    pooled: bool = False,
    rule: CountingRule = _HELD,
    as_of: date | None = None,
) -> Traffic:
    """Who `of` talks to, how much, and who asks: with everybody, or with each of `with_`, zeros included.

    Several names in `of` are pooled; each name of `with_` is a counterpart of its own. Without `with_` the
    counterparts of a state are states, those of a person persons; `level` says otherwise. With `pooled` the names of
    `with_` are one counterpart. A contact with several
    counterparts counts once for each. `period` is EDTF and ends with the day `until` at the latest; `as_of` is the
    day by which a plan is due.
    """
    if by not in UNITS:
        raise UsageError(f"no table by {by!r}; say {', '.join(UNITS)}")
    asked = Asked(rule, asked_period(period, until))
    sides = resolved(ledger, of, with_)
    everything = contacts_between(ledger, sides, asked.days)
    rows, doubtful, _ = counted(everything, asked)
    name = " or ".join(map(called, sides.first))
    label = labelled(sides, level or ("side" if is_state(sides.first) else "person"), pooled=pooled)
    own = sides_of(sides.first)
    covered = coverage(ledger, asked.days)
    calendar = calendar_of(asked.days, covered, [contact.days for contact in rows])
    unsure = [contact for contact, _ in doubtful]
    named = _named(sides, label, rows, unsure, pooled=pooled)
    met = [contact for contact in rows if label(contact)]

    def asker(contact: Contact, them: str) -> str | None:
        return asked_by(contact, own, name, them)

    plans, undated, planned = plans_of(everything, calendar)
    day = as_of or date.today()
    return Traffic(
        of=name,
        rule=f"{number(len(rows), rule.types)} {sides.words()}, {in_words(asked.days)}, {rule.words()}",
        unit=by,
        calendar=calendar,
        as_of=day,
        rows=tuple(
            row
            for other in named
            for row in _table(name, other, _with(label, other, rows), _with(label, other, unsure), calendar, by)
        ),
        pairs=tuple(_pair(name, other, _with(label, other, rows), len(met), asker, calendar) for other in named),
        balance=initiator_balance((asker(contact, THEM) for contact in rows), (name, THEM)),
        lengths=lengths(lengths_of(rows, calendar)),
        plans=never_came(plans, day),
        undated_plans=undated,
        planned=tuple(planned),
        returned=reciprocity(_directed(name, label, rows, asker)),
        contacts=tuple(rows),
        doubtful=tuple(Doubtful(contact, reason) for contact, reason in doubtful),
        coverage=covered,
    )


Label = Callable[[Contact], tuple[str, ...]]


def _named(
    sides: Sides, label: Label, rows: Sequence[Contact], unsure: Sequence[Contact], *, pooled: bool
) -> list[str]:
    """The counterparts, the most frequent first; those asked for come even with nothing."""
    counts = Counter(other for contact in rows for other in label(contact))
    typed = [called(match) for match in sides.second]
    asked = [" or ".join(typed)] if pooled else typed
    maybe = {other for contact in unsure for other in label(contact)}
    return sorted(dict.fromkeys([*counts, *asked, *maybe]), key=lambda other: (-counts[other], other))


def _with(label: Label, other: str, contacts: Iterable[Contact]) -> list[Contact]:
    return [contact for contact in contacts if other in label(contact)]


def _pair(
    name: str,
    other: str,
    contacts: list[Contact],
    met: int,
    asker: Asker,
    calendar: Calendar,
) -> Pair:
    return Pair(
        counterpart=other,
        contacts=tuple(contacts),
        share=_share(len(contacts), met, other),
        balance=initiator_balance((asker(contact, other) for contact in contacts), (name, other)),
        lengths=lengths(lengths_of(contacts, calendar)),
    )


def _share(hits: int, met: int, other: str) -> Share:
    did = f"{'was' if met == 1 else 'were'} with {other}"
    return share(hits, met, of="contact", did=did, method="who-talks-to-whom")


def _table(
    name: str, other: str, rows: list[Contact], unsure: list[Contact], calendar: Calendar, unit: str
) -> Iterable[TrafficRow]:
    """A pair by month or year. What may belong to a month is doubtful there, for its date or for anything else."""
    met = meetings_of(rows, name, other, calendar)
    cells = table(met, calendar, unit="year" if unit == "year" else "month", sides=(name, other))
    spans = [spanned(contact.days, calendar) or (calendar.first, calendar.last) for contact in unsure]
    for cell in cells:
        first, last = month_days(cell.period)
        first, last = max(first, calendar.first), min(last, calendar.last)
        maybe = sum(begins <= last and ends >= first for begins, ends in spans)
        loose = round(cell.possible - cell.contacts)
        days = (last - first).days + 1
        yield TrafficRow(cell.period, name, other, round(cell.contacts), maybe + loose, cell.covered, days)


def _directed(name: str, label: Label, rows: Sequence[Contact], asker: Asker) -> Iterable[tuple[str, str]]:
    """Who asked whom for a contact, as far as it is told."""
    for contact in rows:
        for other in label(contact):
            asked = asker(contact, other)
            if asked is not None:
                yield (name, other) if asked == name else (other, name)

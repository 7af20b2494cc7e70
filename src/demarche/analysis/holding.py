"""Do deadlines hold? The share carried out by their day, the time to an outcome, with and without a contact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage, coverage
from demarche.analysis.dyad import directed, dyad
from demarche.analysis.pressures import AsOf, PressureLife, as_of_day, lives_of
from demarche.analysis.sides import Names, asked_period
from demarche.analysis.wording import matched
from demarche.analysis.wording import period as in_words
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.statistics import Comparison, Pressure, Share, Times, carried_out, compare, time_to_outcome
from demarche.statistics.holding import State

__all__ = ["HoldsAnswer", "holds", "plain"]


@dataclass(frozen=True, slots=True)
class HoldsAnswer:
    """The figures and the rows behind them.

    `share` is of deadlines at threat stage, `sure` the same without doubtful rows, `times` of all pressures at threat
    stage. `imposed` are measures adopted:
    they stand apart and are in no figure. `comparison` is None when one side is not named. `contacts` are those of the
    pair that count.
    """

    rule: str
    as_of: date
    share: Share
    sure: Share
    times: Times
    comparison: Comparison | None
    lives: tuple[PressureLife, ...]
    imposed: tuple[PressureLife, ...]
    contacts: tuple[Contact, ...]
    coverage: Coverage
    notes: tuple[str, ...]


def holds(
    ledger: Ledger,
    *,
    by: Names,
    against: Names = (),
    period: str | None = None,
    states: bool = False,
    landmark: int = 7,
    horizon: int = 30,
    as_of: str | date | None = None,
) -> HoldsAnswer:
    """Whether deadlines announced in the period held: open and lapsed ones are unknown, never failures.

    With `against` the time to an outcome is compared between pressures with a contact of the pair in the first
    `landmark` days and those without.
    """
    if not by:
        raise UsageError('whose deadlines? Name a side, as in by="Trump"')
    day, days = as_of_day(ledger, as_of), asked_period(period)
    pair = dyad(ledger, by, against, None, states=states)
    events = directed(ledger, "pressure", pair.sides.between, pair.sides.and_, days)
    lives = [life for life in lives_of(ledger, events, day) if life.day]
    threats = tuple(life for life in lives if life.stage == "threat")
    contacts = pair.contacts if pair.sides.and_ else ()
    until = _until(threats, day)
    cases = [plain(life, contacts, until) for life in threats]
    known = " or ".join(matched(match) for match in pair.sides.first)
    them = " or ".join(matched(match) for match in pair.sides.second)
    return HoldsAnswer(
        rule=f"pressures by {known}{f' against {them}' if them else ''} at threat stage, announced {in_words(days)}",
        as_of=until,
        share=carried_out(cases),
        sure=carried_out([plain(life, contacts, until) for life in threats if life.certain]),
        times=time_to_outcome(cases, until),
        comparison=compare(cases, until, landmark=landmark, horizon=horizon) if pair.sides.and_ else None,
        lives=threats,
        imposed=tuple(life for life in lives if life.stage == "imposed"),
        contacts=contacts,
        coverage=coverage(ledger, days),
        notes=tuple(_notes(threats, lives, bool(pair.sides.and_))),
    )


def _until(lives: Sequence[PressureLife], as_of: AsOf) -> date:
    """The day of asking; a later outcome that is told moves it there, unless a day was asked for."""
    return as_of.day if as_of.strict else max([as_of.day, *(life.ended for life in lives if life.ended)])


def plain(life: PressureLife, contacts: Sequence[Contact], as_of: date) -> Pressure:
    """The life as the statistics take it: an outcome that no rule reads is unknown, as a lapsed or an open one is."""
    state: State = life.state if life.state != "unknown" else "open"
    if life.state == "unknown" and life.due and life.due < as_of:
        state = "lapsed"
    days = tuple(contact.exact for contact in contacts if contact.exact)
    return Pressure(life.day or as_of, state, life.due, life.ended, days)


def _notes(threats: Sequence[PressureLife], lives: Sequence[PressureLife], sided: bool) -> Iterator[str]:
    vague = [life for life in threats if not life.certain]
    if vague:
        yield f"{len(vague)} are in doubt: told twice perhaps, contradicted, or of no certain day"
    if len(threats) < len(lives):
        yield f"{len(lives) - len(threats)} measures adopted (sanctions) stand apart: they are in no figure"
    replaced = sum(life.state == "overtaken" for life in threats)
    if replaced:
        yield f"{replaced} were overtaken by another pressure: known outcomes, not carried out by their day"
    if not sided:
        yield "no comparison with and without a contact: name the other side too"

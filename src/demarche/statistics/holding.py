"""Do deadlines hold? The share carried out, the time to an outcome, and both with and without a contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from demarche.errors import UsageError
from demarche.statistics.finding import Finding, number, percent, small
from demarche.statistics.proportion import Share, share
from demarche.statistics.survival import Curve, Spell, kaplan_meier, log_rank

__all__ = ["STATES", "Comparison", "Pressure", "State", "Times", "carried_out", "compare", "time_to_outcome"]

State = Literal[
    "carried_out",
    "partly_carried_out",
    "not_carried_out",
    "deferred",
    "withdrawn",
    "met",
    "overtaken",
    "lapsed",
    "open",
]
#: what became of a pressure, and whether its story ended with that
STATES: dict[State, bool] = {
    "carried_out": True,
    "partly_carried_out": True,
    "not_carried_out": True,  # a text tells that its day passed and no measure came
    "withdrawn": True,
    "met": True,
    "overtaken": True,
    "deferred": False,  # put off: it still hangs
    "lapsed": False,  # the day passed and no text says what became of it: unknown, never a failure
    "open": False,
}
_FEW_ENDS = 5


@dataclass(frozen=True, slots=True)
class Pressure:
    """One pressure: the day it was announced, its deadline, what became of it and when; days of contacts meanwhile."""

    announced: date
    state: State = "open"
    deadline: date | None = None
    ended: date | None = None
    contacts: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if self.state not in get_args(State):
            raise UsageError(f"no such outcome: {self.state!r}; say {', '.join(get_args(State))}")

    @property
    def by_deadline(self) -> bool:
        """Carried out, and no later than the deadline."""
        return self.state == "carried_out" and not (self.deadline and self.ended and self.ended > self.deadline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times(Finding):
    """Days from announcement to outcome: `estimate` is the median, `curve` the whole of it with numbers at risk."""

    curve: Curve
    ends: int
    censored: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Finding):
    """Cases with a contact in the first `landmark` days against cases without.

    Only cases that were still open after the landmark enter, and their time counts from it. `estimate` is the
    difference in the share without an outcome `horizon` days later (with less without); `p` is the log-rank test's.
    """

    with_contact: Curve
    without: Curve
    sizes: tuple[int, int]
    landmark: int
    horizon: int
    p: float


def carried_out(pressures: Iterable[Pressure], level: float = 0.95) -> Share:
    """The share of deadlines carried out by their day, among those whose outcome is told.

    Deadlines that are open, deferred or lapsed are not failures: they are counted as unknown and bound the share.
    """
    dated = [pressure for pressure in pressures if pressure.deadline]
    told = [pressure for pressure in dated if STATES[pressure.state]]
    hits = sum(pressure.by_deadline for pressure in told)
    unknown = len(dated) - len(told)
    return share(hits, len(told), unknown, of="deadline", did="carried out by their day", level=level)


def time_to_outcome(pressures: Sequence[Pressure], as_of: date, level: float = 0.95) -> Times:
    """The Kaplan-Meier curve of all pressures, told up to `as_of`."""
    spells = [_spell(pressure, as_of) for pressure in pressures]
    curve = kaplan_meier(spells, level)
    ends = sum(spell.ended for spell in spells)
    low = curve.median_low
    return Times(
        method="time-to-outcome",
        estimate=curve.median,
        interval=None if low is None else (low, curve.median_high),
        n=len(spells),
        sentence=_times_sentence(curve, ends, len(spells)),
        level=level,
        notes=tuple(_times_notes(ends, pressures)),
        curve=curve,
        ends=ends,
        censored=len(spells) - ends,
    )


def compare(
    pressures: Sequence[Pressure],
    as_of: date,
    *,
    landmark: int = 7,
    horizon: int = 30,
    level: float = 0.95,
    draws: int = 9_999,
    seed: int = 1,
) -> Comparison:
    """Time to outcome with and without a contact in the first `landmark` days after the announcement.

    Without the landmark, cases that hang longer would have had more time for a contact, and contact would seem to
    delay every outcome.
    """
    groups: tuple[list[Spell], list[Spell]] = ([], [])
    for pressure in pressures:
        spell = _spell(pressure, as_of)
        if spell.days > landmark:
            groups[not _in_touch(pressure, landmark)].append(Spell(spell.days - landmark, spell.ended))
    with_contact, without = (kaplan_meier(group, level) for group in groups)
    sizes = len(groups[0]), len(groups[1])
    p = log_rank(*groups, draws=draws, seed=seed)
    shares = with_contact.at(horizon).open_share, without.at(horizon).open_share
    return Comparison(
        method="with-and-without-contact",
        estimate=shares[0] - shares[1] if all(sizes) else None,
        interval=None,
        n=sum(sizes),
        sentence=_comparison_sentence(sizes, shares, landmark, horizon, p),
        level=level,
        notes=tuple(_comparison_notes(groups, len(pressures), horizon)),
        with_contact=with_contact,
        without=without,
        sizes=sizes,
        landmark=landmark,
        horizon=horizon,
        p=p,
    )


def _spell(pressure: Pressure, as_of: date) -> Spell:
    """Watched until it ended, until its day passed without a word, or until `as_of`."""
    last, ended = as_of, False
    if STATES[pressure.state] and pressure.ended and pressure.ended <= as_of:
        last, ended = pressure.ended, True
    elif pressure.state == "lapsed" and pressure.deadline:
        last = min(pressure.deadline, as_of)
    elif STATES[pressure.state] and pressure.ended is None and pressure.deadline:
        last = min(pressure.deadline, as_of)  # ended on an unknown day: known open no longer than that
    return Spell(max(0, (last - pressure.announced).days), ended)


def _in_touch(pressure: Pressure, landmark: int) -> bool:
    first, last = pressure.announced, pressure.announced + timedelta(landmark)
    return any(first < day <= last for day in pressure.contacts)


def _times_sentence(curve: Curve, ends: int, total: int) -> str:
    came = f"Of {number(total, 'pressure')} {ends} came to an outcome on a told day"
    head = f"{came}; {total - ends} did not, or on no told day."
    if curve.median is None:
        return f"{head} The median time to an outcome is not reached."
    low = "0" if curve.median_low is None else str(curve.median_low)
    high = "not reached" if curve.median_high is None else str(curve.median_high)
    return f"{head} Half had an outcome within {curve.median} days ({percent(curve.level)} interval {low} to {high})."


def _times_notes(ends: int, pressures: Sequence[Pressure]) -> Iterator[str]:
    yield from small(ends, "outcome", _FEW_ENDS)
    lapsed = sum(pressure.state == "lapsed" for pressure in pressures)
    if lapsed:
        yield f"{lapsed} lapsed without a word: watched until their day only, never counted as failures"
    undated = sum(STATES[pressure.state] and pressure.ended is None for pressure in pressures)
    if undated:
        yield f"{number(undated, 'outcome')} on an unknown day: censored"


def _comparison_sentence(
    sizes: tuple[int, int], shares: tuple[float, float], landmark: int, horizon: int, p: float
) -> str:
    with_, without = sizes
    if not with_ or not without:
        return f"Of the pressures open after {landmark} days {with_} had a contact, {without} had none: no comparison."
    return (
        f"Of {number(with_ + without, 'pressure')} still open {landmark} days after the announcement, {with_} had a "
        f"contact in those days and {without} had none. {horizon} days later {percent(shares[0])} of the first and "
        f"{percent(shares[1])} of the second were without an outcome (log-rank p = {p:.2g})."
    )


def _comparison_notes(groups: tuple[list[Spell], list[Spell]], total: int, horizon: int) -> Iterator[str]:
    entered = len(groups[0]) + len(groups[1])
    if entered < total:
        yield f"{total - entered} of {total} had ended or were watched no longer by the landmark: left out"
    for group, name in zip(groups, ("with a contact", "without one"), strict=True):
        ends = sum(spell.ended for spell in group)
        if ends < _FEW_ENDS:
            yield f"small numbers: {number(ends, 'outcome')} {name}"
        if group and max(spell.days for spell in group) < horizon:
            yield f"no pressure {name} was watched for {horizon} days after the landmark: its last share is carried on"

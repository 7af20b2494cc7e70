"""`episodes`: each pressure of one side on another, with what is told of the pair around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage, coverage
from demarche.analysis.dyad import Dyad, directed, dyad
from demarche.analysis.episodes.beats import Beat, beat_of_contact, beat_of_moment
from demarche.analysis.episodes.episode import Episode, window_of, with_beats
from demarche.analysis.pressures import PressureLife, as_of_day, lives_of
from demarche.analysis.sides import Names, Sides, asked_period
from demarche.analysis.wording import matched
from demarche.analysis.wording import period as in_words
from demarche.ledger import Ledger
from demarche.ledger.edtf import Days

__all__ = ["Episodes", "episodes"]


@dataclass(frozen=True, slots=True)
class Episodes:
    """Every pressure of the first side on the second as an episode, by the day of its announcement.

    `rule` says in words whose, when, and what the window is. `contacts` are all that count from the first window to the
    last; `undated` are pressures without a day.
    """

    rule: str
    sides: Sides
    as_of: date
    episodes: tuple[Episode, ...]
    contacts: tuple[Contact, ...]
    undated: tuple[PressureLife, ...]
    coverage: Coverage
    notes: tuple[str, ...] = ()


def episodes(
    ledger: Ledger,
    *,
    by: Names,
    against: Names,
    period: str | None = None,
    before: int = 14,
    after: int = 14,
    states: bool = False,
    as_of: str | date | None = None,
) -> Episodes:
    """The pressures announced in a period, each with the contacts, offers, concessions and friendly words around it.

    The window of an episode goes from `before` days before the announcement to `after` days after the outcome, or the
    deadline when no day of an outcome is known. `states` takes everybody who speaks for the two states. The order of
    days is all that is told: what came first, what followed.
    """
    day, days = as_of_day(ledger, as_of), asked_period(period)
    pair = dyad(ledger, by, against, days, states=states)
    lives = lives_of(ledger, directed(ledger, "pressure", pair.sides.between, pair.sides.and_, days), day)
    windows = [(life, window) for life in lives if (window := window_of(life, before, after))]
    wide = Dyad(pair.ledger, pair.sides, _hull(window for _, window in windows))
    beats = [beat for beat in _told(wide) if day.knows(beat.day)] if windows else []
    told = sorted((with_beats(life, window, beats) for life, window in windows), key=_order)
    undated = tuple(life for life in lives if life.day is None)
    rule = (
        f"pressures by {_side(pair.sides, first=True)} against {_side(pair.sides, first=False)}, announced "
        f"{in_words(days)}; window: {before} days before the announcement to {after} days after the outcome or deadline"
    )
    notes = tuple(_notes(told, undated))
    contacts = tuple(c for c in wide.contacts if c.days and day.knows(c.days.earliest)) if windows else ()
    return Episodes(rule, pair.sides, day.day, tuple(told), contacts, undated, coverage(ledger, days), notes)


def _order(one: Episode) -> tuple[date, str]:
    return one.announced, one.life.id


def _side(sides: Sides, *, first: bool) -> str:
    return " or ".join(matched(match) for match in (sides.first if first else sides.second))


def _hull(windows: Iterable[tuple[date, date, date, str]]) -> Days | None:
    """From the first day of all windows to the last."""
    ends = [(first, last) for first, last, _, _ in windows]
    return Days(min(first for first, _ in ends), max(last for _, last in ends)) if ends else None


def _told(pair: Dyad) -> Iterator[Beat]:
    counted, doubtful, _ = pair.sorted
    for contact, doubt in (*((c, "") for c in counted), *doubtful):
        if beat := beat_of_contact(contact, doubt):
            yield beat
    deeds = pair.moments("offer", "statement", "pressure")
    yield from (beat for one in deeds if (beat := beat_of_moment(one)))


def _notes(told: Sequence[Episode], undated: Sequence[PressureLife]) -> Iterator[str]:
    if undated:
        yield f"{len(undated)} without a day of announcement: in no episode"
    overlapping = sum(one.last >= other.first for one, other in pairwise(told))
    if overlapping:
        yield f"{overlapping} windows reach into the next: a contact there stands in both"
    if any(beat.doubt for one in told for beat in one.beats):
        yield "rows marked ? are in doubt and in no sentence; the reason stands beside them"

"""An episode: one pressure with everything between the two sides in its window, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from demarche.analysis.episodes.beats import Beat, beats_of_life
from demarche.analysis.pressures import WORDS, PressureLife
from demarche.analysis.wording import day as in_words
from demarche.analysis.wording import names
from demarche.ledger.edtf import Days

__all__ = ["Episode", "window_of", "with_beats"]

_ORDER = ("pressure", "contact", "offer", "concession", "praise", "deadline", "outcome")


@dataclass(frozen=True, slots=True)
class Episode:
    """A pressure and its window. `beats` are in the order of the days; `end` is the day that the window hangs on."""

    life: PressureLife
    announced: date
    end: date
    first: date
    last: date
    why_end: str
    beats: tuple[Beat, ...]

    def after(self, beat: Beat) -> int:
        """Days from the announcement; negative before it."""
        return (beat.day - self.announced).days

    @property
    def contacts(self) -> tuple[Beat, ...]:
        """The contacts that are not in doubt."""
        return tuple(beat for beat in self.beats if beat.kind == "contact" and not beat.doubt)

    @property
    def before(self) -> tuple[Beat, ...]:
        """Contacts before the announcement."""
        return tuple(c for c in self.contacts if c.day < self.announced)

    @property
    def same_day(self) -> tuple[Beat, ...]:
        """Contacts on its day: which came first is not known."""
        return tuple(c for c in self.contacts if c.day == self.announced)

    @property
    def during(self) -> tuple[Beat, ...]:
        """Contacts after its day, up to the end."""
        return tuple(c for c in self.contacts if self.announced < c.day <= self.end)

    @property
    def afterwards(self) -> tuple[Beat, ...]:
        """Contacts after the end."""
        return tuple(c for c in self.contacts if c.day > max(self.end, self.announced))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What came first, how many days, who asked, what followed."""
        return (_before(self), _during(self), _gains(self), _became(self))


def window_of(life: PressureLife, before: int, after: int) -> tuple[date, date, date, str] | None:
    """First day, last day, the day that the window hangs on and why; None without a day of announcement."""
    if life.day is None:
        return None
    ends = (
        (life.ended, "outcome"),
        (life.due, "deadline"),
        (life.heard, "last word of it"),
        (life.day, "announcement"),
    )
    end, why = next((day, why) for day, why in ends if day is not None)
    end = max(end, life.day)
    return life.day - timedelta(before), end + timedelta(after), end, why


def with_beats(life: PressureLife, window: tuple[date, date, date, str], beats: Iterable[Beat]) -> Episode:
    """The episode with those beats that may fall into its window."""
    first, last, end, why = window
    days = Days(first, last)
    inside = [beat for beat in beats if beat.days.touches(days) and life.id not in beat.ids]
    own = [beat for beat in beats_of_life(life) if first <= beat.day <= last]
    known = {i for beat in own for i in beat.ids}
    others = [beat for beat in inside if not (beat.kind == "pressure" and set(beat.ids) <= known)]
    ranked = sorted([*own, *others], key=lambda beat: (beat.day, _ORDER.index(beat.kind), beat.ids))
    return Episode(life, life.day or first, end, first, last, why, tuple(ranked))


def _before(one: Episode) -> str:
    width = (one.announced - one.first).days
    told = f"in the {width} days before the announcement" if width else "before the announcement"
    if not one.before:
        return f"No contact is told {told}."
    last = one.before[-1]
    ago = (one.announced - last.day).days
    nearest = f"the last, a {last.what} on {in_words(last.day)}, {_days(ago)} before{_asked(last)}"
    return f"{_count(one.before)} {told}; {nearest}."


def _during(one: Episode) -> str:
    day = f" {_count(one.same_day)} on the day itself (which came first is not told)." if one.same_day else ""
    until = f"up to the {one.why_end} ({in_words(one.end)})"
    if one.why_end == "announcement":
        return f"No day of an outcome or a deadline is told.{day}{_next(one)}"
    if not one.during:
        return f"No contact is told after the announcement {until}.{day}{_next(one)}"
    first = one.during[0]
    return (
        f"{_count(one.during)} after the announcement {until}; the first, a {first.what} on {in_words(first.day)}, "
        f"followed {_days((first.day - one.announced).days)} later{_asked(first)}.{day}{_next(one)}"
    )


def _next(one: Episode) -> str:
    if not one.afterwards:
        return ""
    first = one.afterwards[0]
    return f" {_count(one.afterwards)} in the days after that, the first on {in_words(first.day)}{_asked(first)}."


def _gains(one: Episode) -> str:
    """Offers, concessions, friendly words: how many from which side."""
    parts = list(_sided(one.beats, ("offer", "concession", "praise")))
    return f"Beside that: {names(parts, 9)}." if parts else "No offers, concessions or friendly words are told."


def _sided(beats: Sequence[Beat], kinds: Sequence[str]) -> Iterator[str]:
    words = {"offer": "offer", "concession": "concession", "praise": "friendly statement"}
    for kind in kinds:
        for ours, side in (
            (True, "of the side that pressed"),
            (False, "of the other side"),
            (None, "of both together"),
        ):
            found = sum(beat.kind == kind and beat.ours is ours for beat in beats)
            if found:
                yield f"{found} {words[kind]}{'s' * (found > 1)} {side}"


def _became(one: Episode) -> str:
    life = one.life
    if life.state == "lapsed":
        return f"Its day, {in_words(life.due) if life.due else 'told'}, passed; no text tells what became of it."
    if life.state == "open":
        return "What became of it is not told; it is open."
    if life.state == "unknown":
        return f"What became of it is told in words that no rule reads: “{life.words}”."
    on = f" on {in_words(life.ended)}" if life.ended else ""
    number = (life.ended - one.announced).days if life.ended else 0
    later = f", {_days(number)} after the announcement" if number else ""
    return f"What followed: {WORDS[life.state]}{on}{later}."


def _asked(beat: Beat) -> str:
    return f", asked for by {names(beat.initiator)}" if beat.initiator else ", by whom it was asked for is not told"


def _count(beats: Sequence[Beat]) -> str:
    return f"{len(beats)} contact{'s' * (len(beats) != 1)}"


def _days(number: int) -> str:
    return f"{number} day{'s' * (number != 1)}"

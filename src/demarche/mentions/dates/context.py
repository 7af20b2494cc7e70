"""What a relative form is counted from: the publication day, and the dates the text has told so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from demarche.mentions.dates.calendar import Stretch, day_of, month_of, shift
from demarche.mentions.dates.tense import FUTURE, PAST, TenseOf

AGAINST_TENSE = 150
"""Days of distance that a reading against the tense has to make up for."""
DISTANT = 2
"""A text whose dates lie so many years back tells history: dates without a year stay in its year."""


@dataclass(slots=True)
class Context:
    """The state of reading one text: dates are resolved in its order."""

    anchor: date | None
    tense: TenseOf
    last: Stretch | None = None  # the latest day, week or month told
    year: int | None = None  # the latest year told in full
    paragraph: int = 0
    year_paragraph: int = -1

    def told(self, value: Stretch) -> None:
        """Remember a value for what follows."""
        if value.reason or value.first is None or value.name:
            return
        if value.unit in ("day", "week", "weekend", "month", "interval", "year", "season"):
            self.last = value
        if not value.yearless and not value.relative and value.unit not in ("decade", "century"):
            self.year, self.year_paragraph = value.first.year, self.paragraph
        elif value.relative == "anchor":
            self.year = None

    def story_year(self) -> int | None:
        """The year that a date without one belongs to when the text tells of another time than its own."""
        if self.year is None:
            return None
        if self.anchor is None or self.year_paragraph == self.paragraph:
            return self.year
        return self.year if abs(self.anchor.year - self.year) >= DISTANT else None

    def origin(self) -> date | None:
        """The day that "the next day" counts from."""
        if self.last is not None and self.last.first is not None:
            return self.last.last or self.last.first
        return self.anchor

    def dated(self, month: int, number: int, where: tuple[int, int]) -> Stretch | None:
        """A day without a year: the story's year, else the nearest to the anchor that the tense allows."""
        return self._nearest([lambda year: day_of(year, month, number)], where)

    def monthly(self, month: int, where: tuple[int, int]) -> Stretch | None:
        """A month without a year, in the same way."""
        return self._nearest([lambda year: month_of(year, month)], where)

    def _nearest(self, makers, where: tuple[int, int]) -> Stretch | None:  # type: ignore[no-untyped-def]
        make = makers[0]
        story = self.story_year()
        if story is not None:
            return make(story)
        if self.anchor is None:
            return None
        years = [y for y in range(self.anchor.year - 4, self.anchor.year + 5) if 1 <= y <= 9999]
        made = [value for year in years if (value := make(year)) is not None]
        tense = self.tense(*where)
        return min(made, key=lambda value: self._cost(value, tense), default=None)

    def _cost(self, value: Stretch, tense: int) -> int:
        assert self.anchor is not None and value.first is not None and value.last is not None
        if value.first <= self.anchor <= value.last:
            return 0
        ahead = value.first > self.anchor
        distance = (value.first - self.anchor).days if ahead else (self.anchor - value.last).days
        against = (ahead and tense == PAST) or (not ahead and tense == FUTURE)
        return distance + (AGAINST_TENSE if against else 0)

    def weekday(self, number: int, where: tuple[int, int]) -> date | None:
        """The nearest such weekday in the direction of the tense; the publication day itself counts."""
        if self.anchor is None:
            return None
        if self.tense(*where) == FUTURE:
            return shift(self.anchor, (number - self.anchor.weekday()) % 7)
        return shift(self.anchor, -((self.anchor.weekday() - number) % 7))

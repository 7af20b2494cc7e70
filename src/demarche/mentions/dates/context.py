"""What a relative form is counted from: the publication day, and the dates the text has told so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from demarche.mentions.dates.calendar import Stretch, day_of, month_of, shift
from demarche.mentions.dates.grammar import Hit
from demarche.mentions.dates.tense import AHEAD, FUTURE, PAST, UNKNOWN, TenseOf
from demarche.mentions.dates.words import group

AGAINST_TENSE = {PAST: 400, UNKNOWN: 0, AHEAD: 100, FUTURE: 300}
"""Days of distance that a reading against the tense has to make up for."""
DISTANT_YEARS = 2
"""A text that told a full date so many years back tells history: dates without a year stay there."""
KEEPING_TOGETHER = 150
"""Days of distance that a date beside the one told before is spared."""
NEWS_DAYS = 14
"""A day so near to the publication is news, whatever year the paragraph told before."""
HISTORIC_YEARS = 10
"""History proper: a bare year sets the scene, and dates without a year run on from the one told before."""
DISTANT_DAYS = 200
"""A paragraph whose latest full date is so far from the publication day counts "Friday" from that date."""


@dataclass(slots=True)
class Context:
    """The state of reading one text: dates are resolved in its order."""

    anchor: date | None
    tense: TenseOf
    last: Stretch | None = None  # the latest day, week, month or year told
    last_paragraph: int = -1
    fine: Stretch | None = None  # the latest day, week or month that was not counted from the anchor
    year: int | None = None  # the latest year told in full
    year_unit: str = ""
    year_paragraph: int = -1
    year_sentence: int = -1
    sentence_year: tuple[int, int] = (-1, 0)  # the latest year told, with its sentence
    heading: int | None = None  # the year a heading gives to what stands below it
    paragraph: int = 0
    sentence: int = 0

    def told(self, value: Stretch, *, heading: bool = False, opening: bool = True) -> None:
        """Remember a value for what follows."""
        if value.reason or value.first is None or value.last is None or value.name:
            return
        if heading:
            self.heading = value.first.year
        if value.unit not in ("decade", "century", "quarter"):
            self.last, self.last_paragraph = value, self.paragraph
        if not value.yearless and not value.relative and value.unit not in ("decade", "century"):
            self._told_year(value, value.first.year, opening)
        elif value.relative == "anchor" and not self.historic():
            self.year = None
        elif value.yearless and self.historic() and self.year is not None and value.first.year == self.year + 1:
            self.year = value.first.year
        if value.unit in ("day", "month", "interval", "season", "part", "week") and value.relative != "anchor":
            self.fine = value

    def _told_year(self, value: Stretch, year: int, opening: bool) -> None:
        """A bare year in passing ("the harvest of 1919 was lost") holds for its sentence only."""
        self.sentence_year = (self.sentence, year)
        if value.unit != "year" or opening or self.fine is None or not self.historic():
            self.year, self.year_unit = year, value.unit
            self.year_paragraph, self.year_sentence = self.paragraph, self.sentence

    def historic(self) -> bool:
        """True when the text last told of a year long before its own."""
        return self.year is not None and self.anchor is not None and self.anchor.year - self.year >= HISTORIC_YEARS

    def story_year(self) -> int | None:
        """The year that a date without one belongs to when the text tells of another time than its own."""
        if self.heading is not None:
            return self.heading
        if self.sentence_year[0] == self.sentence and (
            self.anchor is None or self.sentence_year[1] <= self.anchor.year
        ):
            return self.sentence_year[1]
        if self.year is None or (self.anchor is not None and self.year > self.anchor.year):
            return None
        if self.anchor is None:
            return self.year
        years_back = self.anchor.year - self.year
        if self.year_unit == "year":
            return self.year if years_back >= HISTORIC_YEARS else None
        near = self.year_paragraph == self.paragraph
        return self.year if near or years_back >= DISTANT_YEARS else None

    def story_day(self) -> date | None:
        """The day the paragraph tells of, when that is far from the publication day."""
        value = self.last
        if value is None or value.first is None or value.last is None:
            return None
        if self.last_paragraph != self.paragraph and not self.historic():
            return None
        if value.unit not in ("day", "interval", "month") or (value.last - value.first).days > 31:
            return None
        if self.anchor is not None and abs((self.anchor - value.last).days) < DISTANT_DAYS:
            return None
        return value.last

    def base(self) -> date | None:
        """The day that "the end of the year" and "within a month" count from."""
        return self.story_day() or self.anchor

    def origin(self) -> date | None:
        """The day that "the next day" counts from."""
        if self.last is not None and self.last.first is not None:
            return self.last.last or self.last.first
        return self.anchor

    def direction(self, hit: Hit) -> int:
        """Where an expression points: "until Friday" rather ahead, "since Friday" back, otherwise as the verb does."""
        word = _leading_word(hit)
        tense = self.tense(hit.tokens[hit.start].start, hit.tokens[hit.end - 1].end)
        if word in ("by", "until", "till"):
            return PAST if tense == PAST and _tells_of_what_was(hit) else AHEAD
        if word == "since":
            return PAST
        return tense

    def dated(self, month: int, number: int, hit: Hit) -> Stretch | None:
        """A day without a year: the story's year, else the nearest to the anchor that the tense allows."""
        return self._nearest(lambda year: day_of(year, month, number), hit)

    def monthly(self, month: int, hit: Hit) -> Stretch | None:
        """A month without a year, in the same way."""
        return self._nearest(lambda year: month_of(year, month), hit)

    def named(self, make: Callable[[int], Stretch | None], hit: Hit) -> Stretch | None:
        """A day that is named by its place in the year, in the same way."""
        return self._nearest(make, hit)

    def _nearest(self, make: Callable[[int], Stretch | None], hit: Hit) -> Stretch | None:
        story = self.story_year()
        if story is not None and not self._is_news(make):
            return self.in_story(make, story)
        if self.anchor is None:
            return None
        years = [y for y in range(self.anchor.year - 4, self.anchor.year + 5) if 1 <= y <= 9999]
        made = [value for year in years if (value := make(year)) is not None]
        tense = self.direction(hit)
        return min(made, key=lambda value: self._cost(value, tense), default=None)

    def _is_news(self, make: Callable[[int], Stretch | None]) -> bool:
        """True for a day close to the publication when only an earlier sentence told of another year."""
        if self.anchor is None or self.historic() or self.heading is not None:
            return False
        if self.sentence_year[0] == self.sentence or self.year == self.anchor.year:
            return False
        if self.year is None or self.anchor.year - self.year > DISTANT_YEARS:
            return False
        value = make(self.anchor.year)
        return value is not None and value.first is not None and abs((value.first - self.anchor).days) <= NEWS_DAYS

    def in_story(self, make: Callable[[int], Stretch | None], story: int) -> Stretch | None:
        """In the story's year; where history runs on, at the turn of the year nearest to the date told before."""
        fine = self.fine
        if self.heading is not None or not self.historic() or fine is None or fine.first is None:
            return make(story)
        if fine.first.year != story or self.sentence_year[0] == self.sentence:
            return make(story)
        told = fine.first
        made = [value for year in (story, story + 1) if (value := make(year)) is not None]
        return min(made, key=lambda value: _run(told, value), default=None)

    def _cost(self, value: Stretch, tense: int) -> int:
        assert self.anchor is not None and value.first is not None and value.last is not None
        if value.first <= self.anchor <= value.last:
            return 0
        ahead = value.first > self.anchor
        distance = (value.first - self.anchor).days if ahead else (self.anchor - value.last).days
        against = (ahead and tense == PAST) or (not ahead and tense > UNKNOWN)
        return distance + (AGAINST_TENSE[tense] if against else 0) - (KEEPING_TOGETHER if self._beside(value) else 0)

    def _beside(self, value: Stretch) -> bool:
        """Within a month of the date told before: the dates of one text keep together."""
        told = self.fine.first if self.fine is not None else None
        return told is not None and value.first is not None and abs((value.first - told).days) <= 31

    def weekday(self, number: int, hit: Hit) -> date | None:
        """The nearest such weekday in the direction of the tense; the publication day itself counts."""
        story = self.story_day()
        if story is not None:
            return shift(story, (number - story.weekday() - 1) % 7 + 1)
        if self.anchor is None:
            return None
        if self.direction(hit) > UNKNOWN:
            return shift(self.anchor, (number - self.anchor.weekday()) % 7)
        return shift(self.anchor, -((self.anchor.weekday() - number) % 7))


def _run(told: date, value: Stretch) -> int:
    """How far a story jumps from one date to another."""
    assert value.first is not None
    days = (value.first - told).days
    return abs(days)


_NARROWING = group("the very end beginning start middle close of early mid late - –")


def _leading_word(hit: Hit) -> str:
    """The preposition before an expression, over words that narrow it ("until the end of January")."""
    back = 1
    while (token := hit.before(back)) is not None and token.text.lower() in _NARROWING:
        back += 1
    return token.text.lower() if token is not None else ""


_GOING_ON = group("on lasted continued ran stayed remained went lasting dragged waited")


def _tells_of_what_was(hit: Hit) -> bool:
    """ "By Tuesday the text was agreed", "it went on until Sunday": no deadline, but what had happened by then."""
    back = 1
    while (token := hit.before(back)) is not None and token.text.lower() not in ("by", "until", "till"):
        back += 1
    lead = hit.before(back + 1)
    return lead is None or lead.kind in ("DOT", "PARAGRAPH") or lead.text.lower() in _GOING_ON

"""Tone between two sides: statements by stance, month and direction, each with its words.

answer = tone(ledger, between="Russia", and_="United States", period="2025")
answer.statements         # who said what about whom, when, in which stance, in which words
answer.counts             # (month, from, to, stance) -> how many, silent months left out
answer.directions[0].answer.doubtful
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from demarche.analysis import telling
from demarche.analysis.cases import Case
from demarche.analysis.count_reports import ReportAnswer, count_reports
from demarche.analysis.dyad import FRIENDLY, HOSTILE
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Names, asked_period, resolved
from demarche.analysis.traffic.naming import called
from demarche.charts import Frame, Spec
from demarche.charts import Tone as Bar
from demarche.charts import tone as drawn
from demarche.ledger import Ledger, ReportRow
from demarche.statistics.calendar import months

__all__ = ["Direction", "Statement", "Tone", "ToneCount", "tone", "tone_chart"]

_ANY = CountingRule()


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one side about the other, with its words."""

    case: Case
    speaker: str  # the side that speaks
    about: str  # the side it is about
    stance: str

    @property
    def row(self) -> ReportRow:
        """Its most telling report."""
        return self.case.row

    @property
    def who(self) -> str:
        """`Sergei Lavrov → Marco Rubio`."""
        return telling.who(self.row)

    @property
    def month(self) -> str | None:
        """`2025-03`; None when it may be of several."""
        days = self.case.days
        if days is None or days.earliest is None or days.latest is None:
            return None
        first, last = days.earliest.isoformat()[:7], days.latest.isoformat()[:7]
        return first if first == last else None

    @property
    def said(self) -> str:
        """The quoted words, or what was said in other words."""
        return telling.what(self.row)

    @property
    def leaning(self) -> str:
        """friendly, hostile, or neither."""
        return "friendly" if self.stance in FRIENDLY else "hostile" if self.stance in HOSTILE else "neither"


@dataclass(frozen=True, slots=True)
class ToneCount:
    """How many statements of one stance one side made about the other in one month."""

    month: str
    speaker: str
    about: str
    stance: str
    count: int


@dataclass(frozen=True, slots=True)
class Direction:
    """What one side says about the other: the count with its rule, its doubtful rows, what documents cover."""

    speaker: str
    about: str
    answer: ReportAnswer


@dataclass(frozen=True, slots=True)
class Tone:
    """Statements between two sides, in both directions, by day; `undated` have no month of their own."""

    sides: tuple[str, str]
    period: str | None
    directions: tuple[Direction, Direction]
    statements: tuple[Statement, ...]
    counts: tuple[ToneCount, ...]

    @property
    def undated(self) -> int:
        """How many statements are in no month."""
        return sum(one.month is None for one in self.statements)


def tone(
    ledger: Ledger,
    *,
    between: Names,
    and_: Names,
    period: str | None = None,
    until: str | date | None = None,
    rule: CountingRule = _ANY,
) -> Tone:
    """The statements of each side about (or to) the other by stance and month, as far as documents tell them.

    A state stands for everybody who speaks for it. A statement that is told twice counts once.
    """
    sides = resolved(ledger, between, and_, asked_period(period, until))
    names = (" or ".join(map(called, sides.first)), " or ".join(map(called, sides.second)))
    directions = []
    for (speaker, actor), (about, recipient) in (
        ((names[0], sides.between), (names[1], sides.and_)),
        ((names[1], sides.and_), (names[0], sides.between)),
    ):
        answer = count_reports(
            ledger, "statement", actor=actor, recipient=recipient, period=period, until=until, by="stance", rule=rule
        )
        directions.append(Direction(speaker, about, answer))
    statements = sorted((one for direction in directions for one in _statements(direction)), key=_order)
    return Tone(names, period, (directions[0], directions[1]), tuple(statements), tuple(_counts(statements)))


def tone_chart(answer: Tone, *, frame: Frame, speaker: str | None = None, width: int | None = None) -> Spec:
    """The chart of what one side says about the other; without `speaker`, of both together."""
    counts = [one for one in answer.counts if speaker in (None, one.speaker)]
    bars = [Bar(one.month, one.stance, one.count) for one in counts]
    return drawn(bars, frame=frame, months=_run([one.month for one in counts]), width=width)


def _statements(direction: Direction) -> list[Statement]:
    return [
        Statement(case, direction.speaker, direction.about, str(case.row.first("stance") or "none"))
        for case in direction.answer.rows
    ]


def _counts(statements: list[Statement]) -> list[ToneCount]:
    counts = Counter(
        (month, one.speaker, one.about, one.stance) for one in statements if (month := one.month) is not None
    )
    return [
        ToneCount(month, speaker, about, stance, count)
        for (month, speaker, about, stance), count in sorted(counts.items())
    ]


def _run(found: list[str]) -> tuple[str, ...]:
    if not found:
        return ()
    return months(date.fromisoformat(f"{min(found)}-01"), date.fromisoformat(f"{max(found)}-01"))


def _order(one: Statement) -> tuple[date, str]:
    days = one.case.days
    return (days.earliest if days and days.earliest else date.max), one.row.id

"""Hours in contact as pages show them: a sum with its bounds, the contacts of unknown length beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from demarche.analysis import ComparisonAnswer, Contact, HoursAnswer
from demarche.analysis.hours.wording import average, claim_in_words, sum_in_words
from demarche.charts import Hours
from demarche.export.plain_tables import Cell
from demarche.web.views.dates import Shown, when
from demarche.web.views.lengths import words as length_words
from demarche.web.views.span import Period

__all__ = ["COLUMNS", "Spent", "comparison_marks", "hours_marks", "needed", "rows", "spent"]

COLUMNS = (
    "between",
    "and",
    "contacts",
    "with_length",
    "without_length",
    "least_length_only",
    "minutes_at_least",
    "minutes_at_most",
    "minutes_told_at_most",
    "rule",
)


@dataclass(frozen=True, slots=True)
class One:
    """A contact behind a sum."""

    id: str
    when: Shown
    type: str
    length: str


@dataclass(frozen=True, slots=True)
class Spent:
    """The hours of one pool: the sum in words, and the contacts with and without a length."""

    name: str
    who: str
    told: str
    contacts: int
    known: int
    with_length: tuple[One, ...]
    unknown: tuple[One, ...]
    open_ended: int
    doubtful: int
    left_out: int
    timeline: str


def spent(answer: HoursAnswer, period: Period) -> Spent:
    """The sum of one pool."""
    unknown = {contact.id for contact in answer.unknown}
    ones = [(contact.id in unknown, _one(contact)) for contact in answer.rows]
    return Spent(
        name=", ".join(answer.pool.right),
        who=answer.who,
        told=sum_in_words(answer.told) if answer.known else "no length told",
        contacts=answer.contacts,
        known=answer.known,
        with_length=tuple(one for missing, one in ones if not missing),
        unknown=tuple(one for missing, one in ones if missing),
        open_ended=len(answer.open_ended),
        doubtful=len(answer.doubtful),
        left_out=len(answer.left_out),
        timeline=_timeline(answer, period),
    )


def _one(contact: Contact) -> One:
    least, most = contact.minutes or (None, None)
    return One(contact.id, when(contact.date), contact.type or "contact", length_words(least, most))


def _timeline(answer: HoursAnswer, period: Period) -> str:
    pairs = {"between": "; ".join(answer.pool.left), "and": "; ".join(answer.pool.right), "in": period.typed}
    return f"/timeline?{urlencode({name: value for name, value in pairs.items() if value})}"


def hours_marks(answers: Iterable[HoursAnswer], period: Period) -> list[Hours]:
    """A bar a counterpart."""
    return [_mark(answer, ", ".join(answer.pool.right), period) for answer in answers]


def comparison_marks(compared: ComparisonAnswer, period: Period) -> list[Hours]:
    """A bar a pool."""
    return [_mark(answer, answer.who, period) for answer in (compared.first, compared.second)]


def _mark(answer: HoursAnswer, name: str, period: Period) -> Hours:
    most = None if answer.open_ended else answer.told.most
    link = _timeline(answer, period)
    return Hours(name, answer.told.least, most, answer.known, len(answer.unknown), link)


def needed(compared: ComparisonAnswer) -> list[tuple[str, str]]:
    """Each claim with what the unknown lengths would have to be on average."""
    return [
        (
            claim_in_words(need.claim, compared.factor, compared.about),
            "not possible, whatever they are" if need.impossible else average(need),
        )
        for need in compared.needs
    ]


def rows(answers: Iterable[HoursAnswer]) -> Iterator[tuple[Cell, ...]]:
    """A line a pool; what is not certain at the top stays empty."""
    for answer in answers:
        counts = (answer.contacts, answer.known, len(answer.unknown), len(answer.open_ended))
        minutes = (answer.total.least, answer.total.most, answer.told.most)
        yield "; ".join(answer.pool.left), "; ".join(answer.pool.right), *counts, *minutes, answer.rule

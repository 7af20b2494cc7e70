"""The hours of one side with each of those it was in contact with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import coverage
from demarche.analysis.doubts import Asked
from demarche.analysis.hours.answers import HoursAnswer
from demarche.analysis.hours.asking import BILATERAL, summed
from demarche.analysis.hours.pools import Pool
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Names, Sides, asked_period, contacts_between, resolved, seen_between
from demarche.ledger import Ledger

__all__ = ["hours_by_counterpart"]


def hours_by_counterpart(
    ledger: Ledger,
    between: Names,
    *,
    period: str | None = None,
    until: str | date | None = None,
    rule: CountingRule = BILATERAL,
    most: int = 40,
) -> tuple[HoursAnswer, ...]:
    """The hours with each counterpart, the longest first; each is what `hours` answers for that pair.

    A contact with two people of the other side is in the hours of both. The `most` counterparts with most contacts are
    summed; those whose contacts the rule leaves out are not told.
    """
    asked = Asked(rule, asked_period(period, until))
    sides = resolved(ledger, between, (), asked.days)
    everything = contacts_between(ledger, sides, asked.days)
    covered = coverage(ledger, asked.days)
    answers = []
    for name in _names(everything, most):
        pair = Sides(sides.between, (name,), sides.first, (ledger.resolve(name),))
        contacts = seen_between((contact for contact in everything if name in contact.right), pair)
        answers.append(summed(Pool(between, name), pair, contacts, asked, covered))
    return tuple(sorted((answer for answer in answers if answer.rows), key=_rank))


def _names(contacts: Iterable[Contact], most: int) -> list[str]:
    return [name for name, _ in Counter(name for contact in contacts for name in contact.right).most_common(most)]


def _rank(answer: HoursAnswer) -> tuple[int, int, int, Sequence[str]]:
    return -answer.told.least, -(answer.told.most or 0), -answer.contacts, answer.pool.right

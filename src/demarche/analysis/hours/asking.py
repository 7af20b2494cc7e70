"""The hours of one pool, asked of a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from demarche.analysis.answers import Doubtful
from demarche.analysis.contacts import Contact
from demarche.analysis.counting import counted
from demarche.analysis.coverage import Coverage, coverage
from demarche.analysis.doubts import Asked, Reasoned
from demarche.analysis.hours.answers import HoursAnswer
from demarche.analysis.hours.minutes import Minutes, total
from demarche.analysis.hours.pools import Pool, too_early, with_envoys
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Sides, asked_period, contacts_between, resolved
from demarche.analysis.wording import period as in_words
from demarche.ledger import Ledger

__all__ = ["BILATERAL", "hours", "length_of", "summed"]

#: time at a summit of many is not time with one of them
BILATERAL = CountingRule(bilateral=True)


def hours(
    ledger: Ledger,
    pool: Pool,
    *,
    period: str | None = None,
    until: str | date | None = None,
    rule: CountingRule = BILATERAL,
) -> HoursAnswer:
    """The lengths of a pool's contacts, summed as an interval; unknown lengths are listed and in no sum.

    A contact that several of the pool attended is one contact. `period` is EDTF and ends with the day `until` at the
    latest. The rule is that of counts; by default contacts in which a third side took part are left out.
    """
    pool = with_envoys(ledger, pool)
    asked = Asked(rule, asked_period(period, until))
    sides = resolved(ledger, pool.left, pool.right, asked.days)
    contacts = contacts_between(ledger, sides, asked.days)
    return summed(pool, sides, contacts, asked, coverage(ledger, asked.days))


def summed(pool: Pool, sides: Sides, contacts: Sequence[Contact], asked: Asked, covered: Coverage) -> HoursAnswer:
    """The same from contacts that are already gathered."""
    found, doubtful, left_out = counted(contacts, asked)
    rows, early = _in_office(found, sides)
    lengths = [length for row in rows if (length := length_of(row))]
    unknown = tuple(row for row in rows if length_of(row) is None)
    told = total(length.closed for length in lengths)
    everything = total(lengths)
    return HoursAnswer(
        pool=pool,
        who=sides.words().removeprefix("between "),
        rule=f"{in_words(asked.days)}, {asked.rule.words()}",
        counting=asked.rule,
        rows=tuple(rows),
        told=told,
        total=replace(everything, most=None) if unknown else everything,
        open_ended=tuple(row for row in rows if (length := length_of(row)) and length.most is None),
        unknown=unknown,
        doubtful=_reasoned(doubtful),
        left_out=_reasoned([*left_out, *early]),
        coverage=covered,
    )


def length_of(contact: Contact) -> Minutes | None:
    """The length that its reports give, as wide as they disagree; None when none gives any."""
    return Minutes.told(*(contact.minutes or (None, None)))


def _in_office(contacts: Sequence[Contact], sides: Sides) -> tuple[list[Contact], Reasoned]:
    """Those that count, and those of an envoy before his appointment."""
    reasons = [(contact, too_early(contact, sides)) for contact in contacts]
    return [c for c, reason in reasons if not reason], [(c, reason) for c, reason in reasons if reason]


def _reasoned(found: Reasoned) -> tuple[Doubtful, ...]:
    return tuple(Doubtful(contact, reason) for contact, reason in found)

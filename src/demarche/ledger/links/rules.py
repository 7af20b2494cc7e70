"""The rules by which two reports are judged: each a name, points, a reason that users read, and when it speaks.

The sum of the points of all rules that speak decides: `SAME` and more is one event, `PERHAPS` and more may be one, and
a person should look. A rule of `BARS` forbids it whatever the sum; one of `DOUBTS` leaves it at "perhaps".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from demarche.ledger.links import deeds as d
from demarche.ledger.links import predicates as p
from demarche.ledger.links.pair import Pair

__all__ = ["BARS", "DOUBTS", "PERHAPS", "RULES", "SAME", "Rule"]

SAME = 6.0
PERHAPS = 4.0

CONTACT = frozenset({"contact"})
DEEDS = frozenset({"pressure", "offer", "act", "forecast"})
WORDS = frozenset({"statement"})
CLAIMS = frozenset({"claim"})
NOT_CONTACT = DEEDS | WORDS | CLAIMS
ALL = CONTACT | NOT_CONTACT


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `points` of a bar or a doubt are nought."""

    name: str
    kinds: frozenset[str]
    points: float
    reason: str
    speaks: Callable[[Pair], bool]


RULES: tuple[Rule, ...] = (
    # who was in touch
    Rule("people", CONTACT, 4, "the same people on both sides", p.people_on_both_sides),
    Rule("person and side", CONTACT, 3.5, "the same person on one side, and the same other side", p.person_and_side),
    Rule("sides", CONTACT, 3, "the same two sides", p.two_sides),
    Rule("one person", CONTACT, 2, "the same person; the other side is not known", p.one_person),
    Rule("one side", CONTACT, 1, "one side is the same; the other is not known", p.one_side),
    Rule("more sides", CONTACT, -1.5, "one names more sides than the other", p.more_sides),
    Rule("other sides", CONTACT, -3, "each names a side that the other does not", p.other_sides),
    # of what type
    Rule("type", CONTACT, 1, "the same type of contact", p.same_type),
    Rule("like types", CONTACT, 0.5, "types that go together (meeting, summit, talks), or left open", p.like_types),
    # when
    Rule("day", CONTACT, 3, "the same day", p.same_day),
    Rule("about the day", CONTACT, 2.5, "the same day, one of them only about right", p.about_the_day),
    Rule("about a day apart", CONTACT, 1.5, "a day apart, one of them only about right", p.about_a_day_apart),
    Rule("a day apart", CONTACT, -1, "exact days, one day apart: reported late, or another contact", p.a_day_apart),
    Rule("over midnight", CONTACT, 2, "a day apart, and both tell of midnight", p.over_midnight),
    Rule("same interval", CONTACT, 2, "the same interval of days", p.same_interval),
    Rule("within", CONTACT, 1.5, "the days of the one lie within those of the other", p.within),
    Rule("hour", CONTACT, 1.5, "the same hour", p.same_clock),
    Rule("part of the day", CONTACT, 0.5, "the same part of the day", p.same_part),
    Rule("other part of the day", CONTACT, -2.5, "another part of the day", p.other_part),
    # where, how long, which
    Rule("place", CONTACT, 1, "the same place", p.same_place),
    Rule("other place", CONTACT, -2, "another place", p.other_place),
    Rule("length", CONTACT, 1.5, "lengths that agree", p.lengths_agree),
    Rule("other length", CONTACT, -1, "lengths that differ", p.lengths_differ),
    Rule("ordinal", CONTACT, 1.5, "the same number in a series", p.same_ordinal),
    Rule("second that day", CONTACT, -2, "one of them tells of the second that day", p.second_that_day),
    Rule("again", CONTACT, -1, "one of them tells of another one after a first", p.told_again),
    Rule("topics", CONTACT, 1, "the same topics", p.topics),
    Rule("initiator", CONTACT, 0.5, "the same side asked for it", p.same_initiator),
    # deeds and words: who towards whom
    Rule("actor", NOT_CONTACT, 2, "the same actor", d.same_actor),
    Rule("actor's side", NOT_CONTACT, 1.5, "actors of the same side", d.same_actor_side),
    Rule("recipient", NOT_CONTACT, 1, "towards the same recipient, or about the same", d.same_recipient),
    Rule("kind of deed", NOT_CONTACT, 0.5, "the same type", p.same_type),
    Rule("other kind of deed", DEEDS, -1.5, "another type", d.other_deed),
    Rule("day of deed", NOT_CONTACT, 1, "the same day, or about", d.one_day),
    Rule("days of deed", NOT_CONTACT, 0.5, "a day apart, or within the same few days", d.near_days),
    # what it says
    Rule("words", DEEDS, 3, "half of the words are the same", d.half_the_words),
    Rule("some words", DEEDS, 1.5, "a third of the words are the same", d.third_of_the_words),
    Rule("other words", DEEDS, -1.5, "hardly a word is the same", d.other_words),
    Rule("figures", DEEDS, 0.5, "a number is the same", d.same_figures),
    Rule("other figures", DEEDS, -2, "other numbers", d.other_figures),
    Rule("deadline", DEEDS, 1.5, "the same deadline", d.same_deadline),
    Rule("other deadline", DEEDS, -2, "another deadline", d.other_deadline),
    Rule("quotation", WORDS, 3.5, "the same words in quotation marks", d.same_quotation),
    Rule("stance", WORDS, 2.5, "the same stance toward the same", d.same_stance),
    Rule("claim", CLAIMS, 3, "the same number of the same sides", d.same_claim),
)

BARS: tuple[Rule, ...] = (
    Rule("one document", ALL, 0, "one document tells of both, as two things", p.one_document),
    Rule("other day", ALL, 0, "other days, more than one apart", p.other_day),
    Rule("other people", CONTACT, 0, "other people of the same side", p.other_people),
    Rule("other type", CONTACT, 0, "another type of contact", p.other_type),
    Rule("other hour", CONTACT, 0, "another hour", p.other_clock),
    Rule("far other length", CONTACT, 0, "lengths far apart on one day", p.lengths_far_apart),
    Rule("other ordinal", CONTACT, 0, "another number in the same series", p.other_ordinal),
    Rule("other actor", NOT_CONTACT, 0, "other actors", d.other_actor),
    Rule("other recipient", DEEDS | WORDS, 0, "towards somebody else", d.other_recipient),
    Rule("other root", DEEDS, 0, "another kind of act", d.other_mode),
    Rule("other stance", WORDS, 0, "another stance, or one quoted and one told", d.other_stance),
    Rule("other quotation", WORDS, 0, "other words in quotation marks", d.other_quotation),
    Rule("other claim", CLAIMS, 0, "another number or other sides", d.other_claim),
)

DOUBTS: tuple[Rule, ...] = (Rule("vague", ALL, 0, "one gives a long interval, or tells of several at once", p.vague),)

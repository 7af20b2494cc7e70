"""When each rule on contacts, and on all kinds, speaks. One small question each, asked of two reports."""

from __future__ import annotations

from demarche.ledger.links.pair import Pair

_FAR_MINUTES, _FAR_FACTOR = 20, 1.5
_NEAR_MINUTES, _NEAR_FACTOR = 15, 1.8
_THIRD = 0.3
_HOUR = 60

# -- who was in touch ------------------------------------------------------------------------------------------------


def people_on_both_sides(pair: Pair) -> bool:
    """The same person on at least two sides."""
    return pair.people >= 2


def person_and_side(pair: Pair) -> bool:
    """The same person on one side, and another side in common."""
    return pair.people == 1 and len(pair.shared) >= 2


def two_sides(pair: Pair) -> bool:
    """Two sides in common, nobody by name."""
    return pair.people == 0 and len(pair.shared) >= 2


def one_person(pair: Pair) -> bool:
    """A person in common where one report names no second side."""
    return pair.people == 1 and len(pair.shared) == 1 and _open(pair)


def one_side(pair: Pair) -> bool:
    """A side in common where one report names no second side."""
    return pair.people == 0 and len(pair.shared) == 1 and _open(pair)


def _open(pair: Pair) -> bool:
    return pair.a.open or pair.b.open


def other_sides(pair: Pair) -> bool:
    """Each names a side that the other does not."""
    return all(pair.unshared)


def more_sides(pair: Pair) -> bool:
    """One tells of two sides, the other of these and more."""
    fewer = min(len(pair.a.sides), len(pair.b.sides))
    return len(pair.shared) >= 2 and fewer == 2 and any(pair.unshared) and not all(pair.unshared)


def other_people(pair: Pair) -> bool:
    """Both name persons of one side, and nobody in common."""
    return pair.other_people


# -- of what type ----------------------------------------------------------------------------------------------------


def same_type(pair: Pair) -> bool:
    """A type in common."""
    return pair.same_type


def like_types(pair: Pair) -> bool:
    """Types that go together, or one is open."""
    return pair.like_types


def other_type(pair: Pair) -> bool:
    """Types that do not go together."""
    return not pair.same_type and not pair.like_types


# -- when ------------------------------------------------------------------------------------------------------------


def same_day(pair: Pair) -> bool:
    """Both give the same day."""
    return pair.exact and pair.gap == 0 and not pair.wide


def about_the_day(pair: Pair) -> bool:
    """The same day, one only about right."""
    return pair.about and pair.gap == 0 and not pair.wide


def about_a_day_apart(pair: Pair) -> bool:
    """A day apart, one only about right."""
    return pair.about and pair.gap == 1 and not pair.wide


def a_day_apart(pair: Pair) -> bool:
    """A day apart, though the days are exact."""
    return pair.gap == 1 and (pair.exact or pair.narrow)


def over_midnight(pair: Pair) -> bool:
    """A day apart, and both tell of midnight: each dates it by its own clock."""
    return a_day_apart(pair) and pair.both("midnight")


def same_interval(pair: Pair) -> bool:
    """The same interval of several days."""
    return pair.same_interval


def within(pair: Pair) -> bool:
    """Few days that touch."""
    return pair.narrow and pair.gap == 0 and not pair.same_interval


def other_day(pair: Pair) -> bool:
    """More than one day between them, or one has none."""
    return pair.gap is None or pair.gap > 1


def same_clock(pair: Pair) -> bool:
    """The same hour, within half an hour, by the same clock."""
    return _clocks(pair) and abs(_apart(pair)) <= _HOUR // 2


def other_clock(pair: Pair) -> bool:
    """Another hour by the same clock; hours of two capitals may differ by whole hours."""
    if not _clocks(pair) or abs(_apart(pair)) <= _HOUR:
        return False
    capitals = pair.a.speaks_for != pair.b.speaks_for and not pair.a.zone
    return not (capitals and _apart(pair) % _HOUR == 0)


def _clocks(pair: Pair) -> bool:
    return pair.a.clock is not None and pair.b.clock is not None and pair.a.zone == pair.b.zone and pair.gap == 0


def _apart(pair: Pair) -> int:
    return (pair.a.clock or 0) - (pair.b.clock or 0)


def same_part(pair: Pair) -> bool:
    """The same part of the day."""
    return pair.gap == 0 and pair.equal("part")


def other_part(pair: Pair) -> bool:
    """Morning and evening are not the same; noon may be either."""
    parts = {pair.a.part, pair.b.part}
    return pair.gap == 0 and pair.both("part") and len(parts) == 2 and "midday" not in parts


# -- where, how long, which ------------------------------------------------------------------------------------------


def same_place(pair: Pair) -> bool:
    """One place."""
    return pair.same_place


def other_place(pair: Pair) -> bool:
    """Two places; of a call each end has its own."""
    return pair.both("place") and not pair.same_place and "call" not in pair.a.types | pair.b.types


def lengths_agree(pair: Pair) -> bool:
    """Lengths that overlap."""
    return pair.lengths and pair.length_gap is None


def lengths_differ(pair: Pair) -> bool:
    """Lengths that do not overlap, but are near."""
    return pair.length_gap is not None and not lengths_far_apart(pair)


def lengths_far_apart(pair: Pair) -> bool:
    """More than twenty minutes and half as long again apart, or a quarter of an hour and nearly twice as long."""
    gap = pair.length_gap
    if gap is None:
        return False
    return (gap[0] > _FAR_MINUTES and gap[1] > _FAR_FACTOR) or (gap[0] >= _NEAR_MINUTES and gap[1] >= _NEAR_FACTOR)


def same_ordinal(pair: Pair) -> bool:
    """The same number in the same series."""
    return pair.equal("ordinal")


def other_ordinal(pair: Pair) -> bool:
    """Another number in the same series."""
    a, b = pair.a.ordinal, pair.b.ordinal
    return a is not None and b is not None and a[1] == b[1] and a[0] != b[0]


def second_that_day(pair: Pair) -> bool:
    """One is told as the second that day, the other without a number."""
    numbers = [t.ordinal for t in (pair.a, pair.b)]
    told = [n for n in numbers if n is not None and n[1] == "day" and n[0] > 1]
    return len(told) == 1 and None in numbers


def told_again(pair: Pair) -> bool:
    """One is told as another one after the first, the other is not; of one day that may be two."""
    return pair.a.again != pair.b.again and not second_that_day(pair)


def topics(pair: Pair) -> bool:
    """A third of the topics' words in common, and at least two."""
    return pair.topics >= _THIRD and len(pair.a.topics & pair.b.topics) >= 2


def same_initiator(pair: Pair) -> bool:
    """The same side asked for it."""
    return pair.common_side("initiator")


# -- all kinds -------------------------------------------------------------------------------------------------------


def one_document(pair: Pair) -> bool:
    """The reading made two reports of one document: they are two things."""
    return pair.a.document == pair.b.document


def vague(pair: Pair) -> bool:
    """A long interval or several contacts at once, unless both give the very same interval."""
    return pair.wide and not pair.same_interval

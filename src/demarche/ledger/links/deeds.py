"""When each rule on deeds, statements, forecasts and claims speaks. One small question each, asked of two reports."""

from __future__ import annotations

from demarche.ledger.links.pair import Pair

_HALF, _THIRD, _HARDLY, _QUOTED = 0.5, 0.3, 0.15, 0.7
_ENOUGH = 3  # words that must be there before their absence says anything
_TARGETS = ("recipient", "about")


def same_actor(pair: Pair) -> bool:
    """A common actor by name; of a claim, a common subject."""
    return pair.common("actor", "subjects")


def same_actor_side(pair: Pair) -> bool:
    """Actors of one side."""
    return not same_actor(pair) and pair.common_side("actor", "subjects")


def other_actor(pair: Pair) -> bool:
    """No actor of one side, or two persons who are not the same."""
    if not same_actor(pair) and not same_actor_side(pair):
        return len(pair.common_labels("actor", "recipient")) < 2
    ours, theirs = ([p for p in t.of("actor") if p.person] for t in (pair.a, pair.b))
    return bool(ours and theirs) and not any(p.same_as(q) for p in ours for q in theirs)


def same_recipient(pair: Pair) -> bool:
    """Towards the same side, or about the same; of what two agree on, two sides in common whoever is named first."""
    return pair.common_side(*_TARGETS) or len(pair.common_labels("actor", "recipient")) >= 2


def other_recipient(pair: Pair) -> bool:
    """Towards other sides."""
    return pair.apart("recipient") and not same_recipient(pair)


def other_deed(pair: Pair) -> bool:
    """Another type of pressure or offer."""
    return pair.both("types") and not pair.same_type


def other_mode(pair: Pair) -> bool:
    """Another PLOVER root."""
    return pair.both("mode") and not pair.equal("mode")


def one_day(pair: Pair) -> bool:
    """The same day, or about."""
    return pair.gap == 0 and (pair.exact or pair.about)


def near_days(pair: Pair) -> bool:
    """A day apart with one only about right, or within few days."""
    return (pair.gap == 1 and pair.about) or (pair.gap == 0 and (pair.narrow or pair.same_interval))


def half_the_words(pair: Pair) -> bool:
    """Half of the shorter one's words."""
    return pair.likeness >= _HALF


def third_of_the_words(pair: Pair) -> bool:
    """A third of them."""
    return _THIRD <= pair.likeness < _HALF


def other_words(pair: Pair) -> bool:
    """Hardly any of them, though there are enough."""
    enough = min(len(pair.a.words), len(pair.b.words)) >= _ENOUGH
    return enough and pair.likeness < _HARDLY


def same_figures(pair: Pair) -> bool:
    """A number in common."""
    return bool(pair.a.figures & pair.b.figures)


def other_figures(pair: Pair) -> bool:
    """Numbers in both, none in common."""
    return pair.both("figures") and not same_figures(pair)


def same_deadline(pair: Pair) -> bool:
    """The same last day, or the same term."""
    return pair.equal("deadline")


def other_deadline(pair: Pair) -> bool:
    """Another last day: a term of days is not compared with a day."""
    return pair.both("deadline") and not same_deadline(pair) and pair.a.deadline[0] != "P" != pair.b.deadline[0]


def same_quotation(pair: Pair) -> bool:
    """Seven of ten words of the shorter quotation."""
    return _direct(pair) == 2 and pair.likeness >= _QUOTED


def other_quotation(pair: Pair) -> bool:
    """Two quotations of other words."""
    return _direct(pair) == 2 and pair.likeness < _QUOTED


def same_stance(pair: Pair) -> bool:
    """Indirect: the same stance toward the same."""
    return _direct(pair) == 0 and pair.equal("stance") and pair.common_side(*_TARGETS)


def other_stance(pair: Pair) -> bool:
    """Indirect: another stance; or one quotes and the other tells."""
    return _direct(pair) == 1 or (_direct(pair) == 0 and pair.both("stance") and not pair.equal("stance"))


def _direct(pair: Pair) -> int:
    return ("direct" in pair.a.types) + ("direct" in pair.b.types)


def same_claim(pair: Pair) -> bool:
    """The same value, relation and sides."""
    return not other_claim(pair)


def other_claim(pair: Pair) -> bool:
    """Another value, relation, type or period, or other sides."""
    said = all(getattr(pair.a, n) == getattr(pair.b, n) for n in ("value", "relation", "types", "period"))
    return not said or {p.name for p in pair.a.of("subjects")} != {p.name for p in pair.b.of("subjects")}

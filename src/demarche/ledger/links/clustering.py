"""From judged pairs to events: a pure function of the reports of one component, whatever their order.

Groups are put together, the most alike first, as long as the mean of all pairs between them reaches `SAME`, no pair is
barred, and no person said that they differ. What a person said to be one is put together before anything else. A
report that would go as well with another group (vague days, no names) is left apart as perhaps one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from demarche.ledger.links.judging import Judgement, judge
from demarche.ledger.links.rules import SAME
from demarche.ledger.links.told import Told

__all__ = ["Ids", "clustered"]

Ids = frozenset[str]
Link = tuple[str, str]

_FEW = 24  # reports; of more not every pair is looked at
_FIRST = 8  # reports of a group that others are then compared with
_AS_WELL = 0.5  # points; a group that fits a report nearly as well as its own


def clustered(
    reports: Iterable[Told], same: Collection[Link] = (), different: Collection[Link] = ()
) -> tuple[list[Ids], dict[Link, Judgement]]:
    """The groups of reports that are one event, by their smallest id, and how each pair that was looked at was judged.

    `same` and `different` are what people decided, pairs of ids in order.
    """
    told = {t.id: t for t in sorted(reports, key=lambda t: t.id)}
    groups = _Groups(told, frozenset(same), frozenset(different))
    found = _weighed(told, groups) if len(told) <= _FEW else _placed(told, groups)
    return sorted(found, key=min), groups.judged


def _weighed(told: Mapping[str, Told], groups: _Groups) -> list[Ids]:
    """Every pair is looked at."""
    groups.judge_all()
    found = groups.grown(_decided(told, groups.same))
    apart = {i for group in found for i in group if _goes_as_well_elsewhere(told[i], group, found, groups)}
    if apart:
        found = groups.grown([group - apart for group in found if group - apart])
        found += groups.grown([frozenset([i]) for i in sorted(apart)])
    return found


class _Groups:
    """How well two groups of reports go together."""

    def __init__(self, told: Mapping[str, Told], same: frozenset[Link], different: frozenset[Link]) -> None:
        self._told = told
        self.judged: dict[Link, Judgement] = {}
        self.same = same
        self.different = different
        self._tied = {i: group for group in _decided({i for pair in same for i in pair}, same) for i in group}

    def judge_all(self) -> None:
        """Judge every pair."""
        for a, b in combinations(self._told, 2):
            self._judgement(a, b)

    def _judgement(self, a: str, b: str) -> Judgement:
        pair = _link(a, b)
        found = self.judged.get(pair)
        if found is None:
            found = self.judged[pair] = judge(self._told[a], self._told[b])
        return found

    def mean(self, first: Ids, second: Ids) -> float | None:
        """The mean of all pairs between them; None where one of them forbids it.

        A pair that the rules forbid is passed over where a person tied one of the two to a report of its group that
        goes with the other: what people put together may disagree, and others may agree with a part of it.
        """
        total, counted = 0.0, 0
        for a in first:
            for b in second:
                if _link(a, b) in self.different:
                    return None
                if self._forbidden(a, b):
                    if not self._spoken_for(a, first, b) and not self._spoken_for(b, second, a):
                        return None
                    continue
                total, counted = total + self._judgement(a, b).score, counted + 1
        return total / counted if counted else None

    def _forbidden(self, a: str, b: str) -> bool:
        judgement = self._judgement(a, b)
        return judgement.barred or judgement.doubtful

    def _spoken_for(self, one: str, group: Ids, other: str) -> bool:
        """True when a report that people put together with `one` goes with `other`."""
        return any(not self._forbidden(tied, other) for tied in self._tied.get(one, frozenset()) & group - {one})

    def grown(self, groups: Iterable[Ids]) -> list[Ids]:
        """Put together the two that are most alike, again and again."""
        found = sorted(groups, key=min)
        means = {pair: self._strength(*pair) for pair in combinations(found, 2)}
        while True:
            best = max(means, key=lambda pair: (means[pair], _smaller(pair)), default=None)
            if best is None or means[best] < SAME:
                return found
            made = best[0] | best[1]
            found = sorted([made, *(g for g in found if g not in best)], key=min)
            means = {pair: mean for pair, mean in means.items() if not set(pair) & set(best)}
            means |= {_ordered(made, other): self._strength(made, other) for other in found if other != made}

    def _strength(self, first: Ids, second: Ids) -> float:
        mean = self.mean(first, second)
        return float("-inf") if mean is None else mean


def _link(a: str, b: str) -> Link:
    return (a, b) if a < b else (b, a)


def _ordered(a: Ids, b: Ids) -> tuple[Ids, Ids]:
    return (a, b) if min(a) < min(b) else (b, a)


def _smaller(pair: tuple[Ids, Ids]) -> tuple[tuple[int, ...], ...]:
    """Of two pairs that are equally alike the one with the smaller ids: the greatest of these."""
    return tuple(tuple(-ord(letter) for letter in min(group)) for group in pair)


def _decided(told: Iterable[str], same: Iterable[Link]) -> list[Ids]:
    """Every report alone, but those that people put together."""
    group: dict[str, Ids] = {i: frozenset([i]) for i in told}
    for a, b in same:
        if a in group and b in group and b not in group[a]:
            joined = group[a] | group[b]
            group.update(dict.fromkeys(joined, joined))
    return sorted(set(group.values()), key=min)


def _goes_as_well_elsewhere(told: Told, group: Ids, found: list[Ids], groups: _Groups) -> bool:
    """A report that tells little (days or people are open) and fits another group nearly as well as its own."""
    alone = frozenset([told.id])
    rest = group - alone
    if not rest or not _tells_little(told) or any(told.id in pair and set(pair) <= group for pair in groups.same):
        return False
    own = groups.mean(alone, rest)
    others = (groups.mean(alone, other) for other in found if other != group)
    return own is not None and any(m is not None and m >= SAME and m > own - _AS_WELL for m in others)


def _tells_little(told: Told) -> bool:
    return not told.exact or not any(p.person for p in told.parties)


def _placed(told: Mapping[str, Told], groups: _Groups) -> list[Ids]:
    """Of many reports: one after the other, the most telling first, each to the group whose first reports it fits best.

    So a meeting that a thousand papers tell of costs a thousand times the same, not a thousand times a thousand.
    """
    made: list[list[str]] = []
    units = [sorted(unit, key=lambda i: _rank(told[i])) for unit in _decided(told, groups.same)]
    for unit in sorted(units, key=lambda unit: _rank(told[unit[0]])):
        first = frozenset(unit[:_FIRST])
        means = [(groups.mean(first, frozenset(group[:_FIRST])), -number) for number, group in enumerate(made)]
        fits = sorted(((mean, number) for mean, number in means if mean is not None and mean >= SAME), reverse=True)
        as_well = len(fits) > 1 and _tells_little(told[unit[0]]) and fits[1][0] > fits[0][0] - _AS_WELL
        if fits and not as_well:
            made[-fits[0][1]] += unit
        else:
            made.append(unit)
    return [frozenset(group) for group in made]


def _rank(told: Told) -> tuple[bool, int, bool, bool, str]:
    """The most telling first: an exact day, people by name, a length."""
    return not told.exact, told.width or 0, _tells_little(told), told.minutes is None, told.id

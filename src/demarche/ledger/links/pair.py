"""Two reports side by side: what they have in common and where they differ, each worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from demarche.ledger.links.places import one_place
from demarche.ledger.links.told import Party, Told

__all__ = ["IN_PERSON", "Pair"]

#: types that outlets use for one and the same contact in person; a visit and the meeting during it are two contacts
IN_PERSON = frozenset({"meeting", "summit", "talks"})


@dataclass(frozen=True)
class Pair:
    """Two reports that are compared."""

    a: Told
    b: Told

    def both(self, name: str) -> bool:
        """Both reports say something of this."""
        return bool(getattr(self.a, name)) and bool(getattr(self.b, name))

    def equal(self, name: str) -> bool:
        """Both say something of it, and the same."""
        return self.both(name) and getattr(self.a, name) == getattr(self.b, name)

    # -- days ---------------------------------------------------------------------------------------------------------

    @cached_property
    def gap(self) -> int | None:
        """Days between the two intervals, 0 where they touch; None where an end is open."""
        a, b = self.a, self.b
        if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
            return None
        return max(0, (b.earliest - a.latest).days, (a.earliest - b.latest).days)

    @property
    def exact(self) -> bool:
        """Both give one day for sure."""
        return self.a.exact and self.b.exact

    @property
    def about(self) -> bool:
        """Both give one day, one of them only about right."""
        return self.a.width == 0 and self.b.width == 0 and not self.exact

    @property
    def narrow(self) -> bool:
        """One gives several days, but few."""
        return not self.exact and not self.about and not self.wide

    @property
    def wide(self) -> bool:
        """One tells of a long interval, or of several contacts at once."""
        return self.a.wide or self.b.wide

    @property
    def same_interval(self) -> bool:
        """Both give the same interval of more than one day."""
        bounds = (self.a.earliest, self.a.latest) == (self.b.earliest, self.b.latest)
        return bounds and bool(self.a.width) and self.a.several == self.b.several

    # -- sides of a contact -------------------------------------------------------------------------------------------

    @cached_property
    def shared(self) -> frozenset[str]:
        """Labels of the sides that both name, or on which both name one person."""
        return frozenset(self.a.sides.keys() & self.b.sides.keys()) | self.shared_people

    @cached_property
    def shared_people(self) -> frozenset[str]:
        """Labels of the sides on which both name the same person."""
        found = set()
        for one in _people(self.a):
            for other in _people(self.b):
                if one.same_as(other):
                    found.add(one.side or other.side or one.surname)
        return frozenset(found)

    @cached_property
    def other_people(self) -> bool:
        """On a side that both name, both name persons, and nobody in common."""
        for side in self.a.sides.keys() & self.b.sides.keys():
            ours = [p for p in self.a.sides[side] if p.person]
            theirs = [p for p in self.b.sides[side] if p.person]
            if ours and theirs and not any(p.same_as(q) for p in ours for q in theirs):
                return True
        return False

    @cached_property
    def unshared(self) -> tuple[int, int]:
        """How many sides only the one and only the other names."""
        return tuple(  # type: ignore[return-value]
            sum(not self._is_shared(side, parties) for side, parties in told.sides.items()) for told in (self.a, self.b)
        )

    def _is_shared(self, side: str, parties: tuple[Party, ...]) -> bool:
        return side in self.shared or any((p.side or p.surname) in self.shared for p in parties)

    @cached_property
    def people(self) -> int:
        """On how many shared sides the same person is named."""
        return len(self.shared_people)

    # -- actors of deeds and words ------------------------------------------------------------------------------------

    def common(self, *roles: str) -> bool:
        """Both name the same actor in one of these roles."""
        return any(p.same_as(q) for p in self.a.of(*roles) for q in self.b.of(*roles))

    def common_side(self, *roles: str) -> bool:
        """Both name somebody of the same side in one of these roles."""
        return bool(self.common_labels(*roles))

    def common_labels(self, *roles: str) -> set[str]:
        """The sides of which both name somebody in one of these roles."""
        return {p.label for p in self.a.of(*roles)} & {p.label for p in self.b.of(*roles)}

    def apart(self, *roles: str) -> bool:
        """Both name known actors in these roles, and of no common side."""
        ours, theirs = self.a.of(*roles), self.b.of(*roles)
        return bool(ours) and bool(theirs) and not self.common_side(*roles) and not self.common(*roles)

    # -- words --------------------------------------------------------------------------------------------------------

    @cached_property
    def likeness(self) -> float:
        """The part of the shorter one's words that both use; 0 where one has none."""
        return _overlap(self.a.words, self.b.words)

    @cached_property
    def topics(self) -> float:
        """The same for topics."""
        return _overlap(self.a.topics, self.b.topics)

    # -- type, place, length ------------------------------------------------------------------------------------------

    @property
    def same_type(self) -> bool:
        """A type in common."""
        return bool(self.a.types & self.b.types)

    @property
    def like_types(self) -> bool:
        """Other words for one contact in person, or one of them leaves it open."""
        a, b = self.a.types, self.b.types
        return not self.same_type and (not a or not b or bool(a & IN_PERSON and b & IN_PERSON))

    @property
    def same_place(self) -> bool:
        """One place, one within the words of the other, or a state and a place in it."""
        a, b = self.a, self.b
        return bool(a.place and b.place) and (one_place(a.place, b.place) or a.within == b.place or b.within == a.place)

    @cached_property
    def length_gap(self) -> tuple[int, float] | None:
        """Minutes and factor between two lengths that do not overlap; None where they do or one is not known."""
        if self.a.minutes is None or self.b.minutes is None:
            return None
        (low, high), (low2, high2) = self.a.minutes, self.b.minutes
        for most, least in ((high, low2), (high2, low)):
            if most is not None and least is not None and most < least:
                return least - most, least / max(most, 1)
        return None

    @property
    def lengths(self) -> bool:
        """Both give a length."""
        return self.a.minutes is not None and self.b.minutes is not None


def _people(told: Told) -> tuple[Party, ...]:
    return tuple(p for p in told.of("participants") if p.person)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0

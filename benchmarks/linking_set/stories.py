"""The invented events and their near twins."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.linking_set.cast import Person
from benchmarks.linking_set.matter import DEEDS, LENGTHS, OCCASIONS, THIRD_PLACES, TOPICS

SEED = 20310514
Cast = dict[str, dict[str, Person]]
KINDS = {
    **dict.fromkeys(("threat", "ultimatum", "sanction", "demand"), "pressure"),
    **dict.fromkeys(("pledge", "agreement"), "offer"),
    **dict.fromkeys(("condemn", "congratulate", "thank", "quote"), "statement"),
}


@dataclass(frozen=True, slots=True)
class Story:
    """One event: who, what, when, and what its tellings may say of it. `calls` is the side that asked for it."""

    id: str
    type: str
    a: Person
    b: Person
    day: date
    topic: int
    calls: Person
    place: str = ""
    length: int | None = None
    lives: tuple[str, ...] = ("",)  # the states it goes through: "planned", then "" (held) or "cancelled"
    role: str = ""  # a special way of telling: "first-call"
    second: int = 0  # of a deed: which of its other words
    deadline: date | None = None

    @property
    def kind(self) -> str:
        """Contact, pressure, offer or statement."""
        return KINDS.get(self.type, "contact")


@dataclass(frozen=True, slots=True)
class Twin:
    """Two events that are easily taken for one."""

    a: str
    b: str
    why: str
    roundup: str = ""  # the special tellings that tell of both


class Maker:
    """Draws events; the seed makes them the same every time."""

    def __init__(self, people: Cast) -> None:
        self.random = random.Random(SEED)
        self.people = people
        self.stories: list[Story] = []
        self.twins: list[Twin] = []

    def plain(self, type_: str, *, rank: str = "") -> Story:
        """An event like any other."""
        pick = self.random
        one, other = pick.sample(sorted(self.people), 2)
        level = rank or pick.choice(["head", "minister", "minister", "defence"])
        if type_ == "talks":
            level = pick.choice(["deputy", "envoy"])
        if type_ == "message":
            level = "head"
        a, b = self.people[one][level], self.people[other][level]
        place = "" if type_ in ("call", "visit", "message") else pick.choice((*THIRD_PLACES, b.state.capital))
        length = pick.choice([None, pick.randrange(len(LENGTHS))]) if type_ in ("call", "meeting", "talks") else None
        if type_ == "call" and length is not None:
            length = pick.randrange(7)
        many = OCCASIONS if type_ == "message" else TOPICS
        day = date(2031, 1, 7) + timedelta(pick.randrange(330))
        return Story(
            "", type_, a, b, day, pick.randrange(len(many)), pick.choice((a, b)), place, length, self._lives(type_)
        )

    def deed(self, type_: str) -> Story:
        """A pressure, an offer or a statement."""
        pick = self.random
        one, other = pick.sample(sorted(self.people), 2)
        level = "head" if type_ == "congratulate" else pick.choice(["head", "minister"])
        a, b = self.people[one][level], self.people[other][level]
        day = date(2031, 1, 7) + timedelta(pick.randrange(300))
        many, *others = (len(rows) for rows in DEEDS[type_].values())
        deadline = day + timedelta(pick.choice([10, 14, 21, 30])) if type_ == "ultimatum" else None
        second = pick.randrange(others[0]) if others else 0
        return Story("", type_, a, b, day, pick.randrange(many), a, second=second, deadline=deadline)

    def other(self, story: Story, *not_from: str) -> Person:
        """Somebody of the rank of the one who acts, from another country."""
        taken = {story.a.state.name, story.b.state.name, *not_from}
        return self.people[self.random.choice([n for n in sorted(self.people) if n not in taken])][story.a.rank]

    def _lives(self, type_: str) -> tuple[str, ...]:
        odds: dict[str, list[tuple[str, ...]]] = {
            "call": [("",), ("",), ("",), ("",), ("planned", ""), ("planned", "cancelled"), ("", "denied")],
            "meeting": [("",), ("",), ("",), ("planned", ""), ("planned", "cancelled")],
            "visit": [("",), ("planned", ""), ("planned", ""), ("planned", "cancelled")],
        }
        return self.random.choice(odds.get(type_, [("",)]))

    def add(self, story: Story) -> Story:
        """Number it and keep it."""
        numbered = replace(story, id=f"e{len(self.stories) + 1:03}")
        self.stories.append(numbered)
        return numbered

    def twin(self, one: Story, other: Story, why: str, roundup: str = "") -> None:
        """Keep both, as twins."""
        first, second = self.add(one), self.add(other)
        self.twins.append(Twin(first.id, second.id, why, roundup))

    def other_length(self, story: Story) -> int:
        """A length that cannot be taken for the story's."""
        return self.random.choice([n for n in range(7) if story.length is None or abs(n - story.length) > 1])


def two_days(maker: Maker) -> None:
    """The same pair spoke on two days in a row."""
    one = replace(maker.plain("call"), lives=("",), length=None)
    topic = maker.random.choice([one.topic, (one.topic + 7) % len(TOPICS)])
    maker.twin(one, replace(one, day=one.day + timedelta(1), topic=topic), "same pair, the day after", "two-days")


def two_calls(maker: Maker) -> None:
    """Two calls of one pair on one day."""
    first = replace(maker.plain("call"), lives=("",), role="first-call", length=maker.random.randrange(3))
    second = replace(first, role="second-call", length=maker.other_length(first))
    maker.twin(first, second, "two calls on one day", "both-calls")


def call_and_meeting(maker: Maker) -> None:
    """A call and a meeting of one pair on one day."""
    meeting = replace(maker.plain("meeting"), lives=("",))
    call = replace(meeting, type="call", place="", length=maker.other_length(meeting))
    maker.twin(call, meeting, "a call and a meeting on one day", "call-and-meeting")


def held_and_next(maker: Maker) -> None:
    """A visit that was held, and the next one, planned."""
    held = replace(maker.plain("visit"), lives=("",))
    later = held.day + timedelta(maker.random.choice([21, 35, 60]))
    maker.twin(held, replace(held, day=later, lives=("planned",)), "a visit held and the next planned", "held-and-next")


def two_counterparts(maker: Maker) -> None:
    """One minister met the minister and the head of one country on one day."""
    one = replace(maker.plain("meeting", rank="minister"), lives=("",))
    one = replace(one, place=one.b.state.capital)
    head = maker.people[one.b.state.name]["head"]
    other = replace(one, b=head, calls=one.a, length=maker.other_length(one))
    maker.twin(replace(one, calls=one.a), other, "one minister, two counterparts", "two-counterparts")


def minister_and_deputy(maker: Maker) -> None:
    """Ministers met, and their deputies, on one day."""
    one = replace(maker.plain("meeting", rank="minister"), lives=("",))
    a, b = (maker.people[p.state.name]["deputy"] for p in (one.a, one.b))
    other = replace(one, a=a, b=b, calls=a, length=maker.other_length(one))
    maker.twin(replace(one, calls=one.a), other, "ministers and their deputies", "minister-and-deputy")


def heads_and_ministers(maker: Maker) -> None:
    """Heads spoke by phone, and their ministers, on one day about one thing."""
    one = replace(maker.plain("call", rank="head"), lives=("",))
    a, b = (maker.people[p.state.name]["minister"] for p in (one.a, one.b))
    maker.twin(one, replace(one, a=a, b=b, calls=a, length=maker.other_length(one)), "heads and their ministers")


def two_states(maker: Maker) -> None:
    """One traveller, two capitals, two days."""
    one = replace(maker.plain("visit"), lives=("",))
    names = [n for n in sorted(maker.people) if n not in (one.a.state.name, one.b.state.name)]
    host = maker.people[maker.random.choice(names)][one.b.rank]
    maker.twin(one, replace(one, b=host, day=one.day + timedelta(2)), "one traveller, two capitals", "two-states")


def planned_and_other(maker: Maker) -> None:
    """A meeting was held; another one of the same pair is planned for the week after."""
    one = replace(maker.plain("meeting"), lives=("",))
    maker.twin(one, replace(one, day=one.day + timedelta(8), lives=("planned",)), "a meeting held and one planned")


def midnight(maker: Maker) -> None:
    """A call that one side dates a day later; and a second one, two days on."""
    one = replace(maker.plain("call"), lives=("",), role="midnight-call")
    maker.twin(one, replace(one, role="", day=one.day + timedelta(2), length=None), "a call at midnight and the next")


def vague(maker: Maker) -> None:
    """One call is told exactly; other texts say that there were several in that month."""
    one = replace(maker.plain("call"), lives=("",))
    maker.twin(one, replace(one, role="vague", length=None), "an exact call and vague ones")


def replaced_ultimatum(maker: Maker) -> None:
    """An ultimatum and the shorter one that replaced it."""
    one = maker.deed("ultimatum")
    later = one.day + timedelta(9)
    maker.twin(one, replace(one, day=later, deadline=later + timedelta(8)), "an ultimatum and the one that replaced it")


def two_senders(maker: Maker) -> None:
    """Two states put sanctions on the same firms on one day."""
    one = maker.deed("sanction")
    other = maker.other(one)
    maker.twin(one, replace(one, a=other, calls=other), "two states, the same sanctions")


def threat_and_deed(maker: Maker) -> None:
    """A threat, and the sanctions twelve days later."""
    one = maker.deed("threat")
    deed = replace(maker.deed("sanction"), a=one.a, b=one.b, calls=one.a, day=one.day + timedelta(12))
    maker.twin(one, deed, "a threat and the sanctions that came")


def two_pledges(maker: Maker) -> None:
    """Two pledges of one state to another, a month apart."""
    one = maker.deed("pledge")
    other = replace(one, day=one.day + timedelta(30), topic=(one.topic + 2) % len(DEEDS["pledge"]["sum"]))
    maker.twin(one, other, "two pledges, a month apart")


def two_wellwishers(maker: Maker) -> None:
    """Two heads congratulated one."""
    one = maker.deed("congratulate")
    other = maker.other(one)
    maker.twin(one, replace(one, a=other, calls=other), "two heads congratulate one")


def two_sentences(maker: Maker) -> None:
    """One minister, two sentences, one day."""
    one = maker.deed("quote")
    topic = (one.topic + 1) % len(DEEDS["quote"]["quote"])
    maker.twin(one, replace(one, topic=topic), "two sentences of one speaker")


TWINS: tuple[tuple[Callable[[Maker], None], int], ...] = (
    (two_days, 6),
    (two_calls, 5),
    (call_and_meeting, 5),
    (held_and_next, 4),
    (two_counterparts, 4),
    (minister_and_deputy, 4),
    (heads_and_ministers, 4),
    (two_states, 3),
    (planned_and_other, 4),
    (midnight, 3),
    (vague, 3),
)
DEED_TWINS: tuple[tuple[Callable[[Maker], None], int], ...] = (
    (replaced_ultimatum, 3),
    (two_senders, 2),
    (threat_and_deed, 3),
    (two_pledges, 3),
    (two_wellwishers, 2),
    (two_sentences, 3),
)
SINGLES = (("call", 16), ("meeting", 16), ("talks", 8), ("visit", 8), ("message", 6))
DEED_SINGLES = (
    *(("threat", 3), ("ultimatum", 3), ("sanction", 5), ("demand", 4), ("pledge", 5), ("agreement", 7)),
    *(("condemn", 4), ("congratulate", 2), ("thank", 4), ("quote", 3)),
)


def events(people: Cast) -> Maker:
    """All events with their twins, contacts first."""
    maker = Maker(people)
    for make, number in TWINS:
        for _ in range(number):
            make(maker)
    for type_, number in SINGLES:
        for _ in range(number):
            maker.add(maker.plain(type_))
    for make, number in DEED_TWINS:
        for _ in range(number):
            make(maker)
    for type_, number in DEED_SINGLES:
        for _ in range(number):
            maker.add(maker.deed(type_))
    return maker


def roundups(maker: Maker) -> Iterator[tuple[Twin, Story, Story]]:
    """The twins of which one text tells both."""
    by_id = {story.id: story for story in maker.stories}
    for twin in maker.twins:
        if twin.roundup:
            yield twin, by_id[twin.a], by_id[twin.b]

"""Pairs of reports as a table: what they differ in, and whether they are one event."""
# ruff: noqa: E501 - one pair a line

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from demarche.ledger.links.judging import judge
from demarche.ledger.links.places import state_of
from demarche.ledger.links.told import Party, Told
from demarche.ledger.links.words import (
    about_midnight,
    clock_of,
    content_words,
    figures_of,
    ordinal_of,
    part_of_day,
    tells_again,
    tells_several,
)

A = Party("participants", "anna orsted", "norway", "person")
B = Party("participants", "bo tamm", "estonia", "person")
C = Party("participants", "cy umber", "norway", "person")
D = Party("participants", "dot verik", "estonia", "person")
E = Party("participants", "eve wald", "latvia", "person")
NORWAY, ESTONIA = (
    Party("participants", "norway", "norway", "state"),
    Party("participants", "estonia", "estonia", "state"),
)
LATVIA = Party("participants", "latvia", "latvia", "state")
ORSTED = Party("participants", "orsted", "", "person")
FOURTH = date(2025, 3, 4)


def call(
    *parties: Party,
    day: date | None = FOURTH,
    until: date | None = None,
    about: bool = False,
    type: str = "call",
    words: str = "",
    minutes: tuple[int | None, int | None] | None = None,
    place: str = "",
    topics: str = "",
    status: str = "held",
    speaks_for: str = "",
    initiator: Party | None = None,
    document: str = "x",
) -> Told:
    """A contact of Orsted and Tamm on 4 March 2025 unless said otherwise; `words` are its sentence."""
    clock, zone = clock_of(words)
    asked = (replace(initiator, role="initiator"),) if initiator else ()
    return Told(
        id=document,
        kind="contact",
        document=document,
        types=frozenset(type.split("|")) - {""},
        statuses=frozenset({status}),
        parties=(parties or (A, B)) + asked,
        earliest=day,
        latest=until or day,
        approximate=about,
        speaks_for=speaks_for,
        clock=clock,
        zone=zone,
        part=part_of_day(words),
        midnight=about_midnight(words),
        minutes=minutes,
        place=place,
        within=state_of(place),
        ordinal=ordinal_of(words),
        again=tells_again(words),
        several=tells_several(words),
        topics=content_words(topics),
    )


def day(n: int, month: int = 3) -> date:
    return date(2025, month, n)


SAME, PERHAPS, DIFFERENT = "same", "perhaps", "different"

CONTACTS: list[tuple[str, Told, Told, str]] = [
    ("two readouts of one day", call(), call(), SAME),
    ("names the other way round", call(A, B), call(B, A), SAME),
    ("a bare surname", call(), call(ORSTED, B), SAME),
    ("states instead of people", call(), call(NORWAY, ESTONIA), SAME),
    ("a person and a state", call(), call(A, ESTONIA), SAME),
    ("only states", call(NORWAY, ESTONIA), call(NORWAY, ESTONIA), SAME),
    ("other people of the same states", call(A, B), call(C, D), DIFFERENT),
    ("a minister instead of the head on one side", call(A, B), call(C, B), DIFFERENT),
    ("another counterpart", call(A, B), call(A, E), DIFFERENT),
    ("another state altogether", call(NORWAY, ESTONIA), call(NORWAY, LATVIA), DIFFERENT),
    ("one side only", call(A), call(A, B), SAME),
    ("one side only, a state", call(NORWAY), call(NORWAY, ESTONIA), PERHAPS),
    ("a delegation and its head", call(A, B), call(A, C, B, D), SAME),
    ("three sides and two of them", call(A, B, E), call(A, B), SAME),
    ("each names one that the other does not", call(A, B, E), call(A, B, Party("participants", "li", "china", "person")), PERHAPS),
    ("the day before", call(), call(day=day(3)), PERHAPS),
    ("two days before", call(), call(day=day(2)), DIFFERENT),
    ("a month later", call(), call(day=day(4, 4)), DIFFERENT),
    ("no day", call(), call(day=None), DIFFERENT),
    ("about the day", call(), call(about=True), SAME),
    ("about the day after, reported late", call(), call(day=day(5), about=True), SAME),
    ("about, three days later", call(), call(day=day(7), about=True), DIFFERENT),
    ("only states, about the day after", call(NORWAY, ESTONIA), call(NORWAY, ESTONIA, day=day(5), about=True), PERHAPS),
    ("earlier that week", call(), call(day=day(3), until=day(9)), SAME),
    ("that month", call(), call(day=day(1), until=day(31)), PERHAPS),
    ("the same month twice", call(day=day(1), until=day(31)), call(day=day(1), until=day(31)), SAME),
    ("several times in that month", call(), call(day=day(1), until=day(31), words="They spoke several times"), PERHAPS),
    ("twice that day", call(), call(words="They spoke twice on 4 March"), PERHAPS),
    ("midnight here, the small hours there", call(words="near midnight"), call(day=day(5), words="in the early hours"), SAME),
    ("a day apart, one near midnight", call(words="near midnight"), call(day=day(5)), PERHAPS),
    ("a day apart but all else agrees", call(topics="fishing quotas and rail", minutes=(60, 60)), call(day=day(5), topics="rail, fishing quotas", minutes=(60, 60)), SAME),
    ("another type", call(), call(type="meeting"), DIFFERENT),
    ("a meeting and a summit", call(type="meeting"), call(type="summit"), SAME),
    ("talks and a meeting", call(type="talks"), call(type="meeting"), SAME),
    ("a visit and the meeting during it", call(type="visit"), call(type="meeting"), DIFFERENT),
    ("a message and a call", call(type="message"), call(), DIFFERENT),
    ("the type left open", call(), call(type="call|meeting"), SAME),
    ("no type", call(), call(type=""), SAME),
    ("planned, then held", call(type="visit", status="planned"), call(type="visit"), SAME),
    ("planned, then cancelled", call(type="visit", status="planned"), call(type="visit", status="cancelled"), SAME),
    ("held and denied", call(), call(status="denied"), SAME),
    ("planned for May, held in March", call(status="planned", day=day(4, 5)), call(), DIFFERENT),
    ("70 and 75 minutes", call(minutes=(70, 70)), call(minutes=(75, 75)), SAME),
    ("about an hour and 65 minutes", call(minutes=(50, 70)), call(minutes=(65, 65)), SAME),
    ("more than two hours and two and a half", call(minutes=(120, None)), call(minutes=(150, 150)), SAME),
    ("20 minutes and 90 minutes", call(minutes=(20, 20)), call(minutes=(90, 90)), DIFFERENT),
    ("20 and 40 minutes", call(minutes=(20, 20)), call(minutes=(40, 40)), DIFFERENT),
    ("at 10:00 and at 18:00", call(words="spoke at 10:00"), call(words="spoke at 18:00"), DIFFERENT),
    ("the hour of either capital", call(words="spoke at 10:00", speaks_for="norway"), call(words="spoke at 11:00", speaks_for="estonia"), SAME),
    ("at 10:00 and half an hour later", call(words="at 10:00"), call(words="at 10:30"), SAME),
    ("morning and evening", call(words="this morning"), call(words="late in the evening"), PERHAPS),
    ("morning and noon", call(words="this morning"), call(words="at noon"), SAME),
    ("the first and the second call that day", call(words="their first call that day"), call(words="their second call that day"), DIFFERENT),
    ("a call and the second call that day", call(), call(words="their second call that day"), SAME),
    ("morning, and the second in the evening", call(words="in the morning"), call(words="a second call that evening"), DIFFERENT),
    ("the third and the fourth round", call(type="talks", words="a third round of talks"), call(type="talks", words="a fourth round of talks"), DIFFERENT),
    ("the same round", call(type="talks", words="a third round of talks"), call(type="talks", words="the third round"), SAME),
    ("spoke, and spoke again", call(), call(words="spoke again"), SAME),
    ("the same city", call(type="meeting", place="riga"), call(type="meeting", place="riga"), SAME),
    ("two cities", call(type="meeting", place="riga"), call(type="meeting", place="paris"), SAME),
    ("two cities, states only", call(NORWAY, ESTONIA, type="meeting", place="riga"), call(NORWAY, ESTONIA, type="meeting", place="paris"), PERHAPS),
    ("a state and its capital", call(A, ESTONIA, type="visit", place="estonia"), call(A, ESTONIA, type="visit", place="tallinn"), SAME),
    ("each end of a call has its place", call(place="oslo"), call(place="tallinn"), SAME),
    ("another side asked for it", call(initiator=A), call(initiator=B), SAME),
    ("one document tells of two", call(document="one"), call(document="one"), DIFFERENT),
]  # fmt: skip


def two(a: Told, b: Told) -> tuple[Told, Told]:
    """The same with ids and documents of their own."""
    if a.document == b.document != "x":
        return replace(a, id="a"), replace(b, id="b")
    return replace(a, id="a", document="a"), replace(b, id="b", document="b")


@pytest.mark.parametrize(("case", "a", "b", "verdict"), CONTACTS, ids=[c[0] for c in CONTACTS])
def test_contacts(case: str, a: Told, b: Told, verdict: str) -> None:
    first, second = two(a, b)
    judged = judge(first, second)
    assert judged.verdict == verdict, judged
    assert judge(second, first) == judged


ACTOR, OTHER = replace(A, role="actor"), replace(B, role="actor")
STATE, TO, ELSE = (replace(p, role=r) for p, r in ((NORWAY, "actor"), (ESTONIA, "recipient"), (LATVIA, "recipient")))
MINISTER = replace(C, role="actor")


def deed(
    *parties: Party,
    kind: str = "pressure",
    type: str = "threat",
    day: date | None = FOURTH,
    about: bool = False,
    words: str = "tariffs on fish",
    stance: str = "",
    mode: str = "",
    deadline: str = "",
    value: str = "",
    period: str = "",
) -> Told:
    """Orsted of Norway threatens Estonia with tariffs on fish."""
    return Told(
        id="x",
        kind=kind,
        document="x",
        types=frozenset({type}),
        parties=parties or (ACTOR, TO),
        earliest=day,
        latest=day,
        approximate=about,
        words=content_words(words, all_words=type == "direct"),
        figures=figures_of(words),
        stance=stance,
        mode=mode,
        deadline=deadline,
        value=value,
        relation="=" if value else "",
        period=period,
    )


def said(words: str = "we will not give way", *parties: Party, day: date = FOURTH) -> Told:
    return deed(*(parties or (ACTOR,)), kind="statement", type="direct", words=words, day=day)


def stance(name: str = "thank", *parties: Party) -> Told:
    return deed(*(parties or (ACTOR, TO)), kind="statement", type="indirect", words=name, stance=name)


def claim(value: str = "8", *parties: Party, period: str = "2025") -> Told:
    sides = parties or (replace(A, role="subjects"), replace(B, role="subjects"))
    return deed(*sides, kind="claim", type="ordinal", words="", value=value, period=period)


DEEDS: list[tuple[str, Told, Told, str]] = [
    ("the same threat", deed(), deed(), SAME),
    ("the state instead of its head", deed(), deed(STATE, TO), SAME),
    ("no recipient", deed(), deed(ACTOR), SAME),
    ("another recipient", deed(), deed(ACTOR, ELSE), DIFFERENT),
    ("another actor of the side", deed(), deed(MINISTER, TO), DIFFERENT),
    ("another side", deed(), deed(OTHER, TO), DIFFERENT),
    ("hardly a word", deed(words="tariffs on frozen fish meal"), deed(words="an embargo against arms dealers"), DIFFERENT),
    ("a third of the words", deed(words="tariffs on frozen fish meal"), deed(words="tariffs on steel, timber"), SAME),
    ("a third of the words, to nobody", deed(ACTOR, words="tariffs on frozen fish"), deed(words="tariffs on steel, timber"), PERHAPS),
    ("another deadline and few words", deed(words="tariffs on frozen fish meal", deadline="2025-05-01"), deed(words="tariffs on steel, timber", deadline="2025-06-01"), PERHAPS),
    ("another deadline", deed(deadline="2025-05-01"), deed(deadline="2025-06-01"), PERHAPS),
    ("other figures", deed(words="tariffs of 25 percent on fish"), deed(words="tariffs of 50 percent on fish"), PERHAPS),
    ("another week", deed(), deed(day=day(11)), DIFFERENT),
    ("about the day after", deed(), deed(day=day(5), about=True), SAME),
    ("a threat and the sanction that came", deed(), deed(type="sanction"), PERHAPS),
    ("another root", deed(kind="act", mode="AID"), deed(kind="act", mode="COERCE"), DIFFERENT),
    ("a pact told from either side", deed(ACTOR, OTHER, kind="offer", type="agreement"), deed(OTHER, ACTOR, kind="offer", type="agreement"), SAME),
    ("another kind", deed(), deed(kind="offer"), DIFFERENT),
    ("the same quotation", said(), said(), SAME),
    ("a part of the quotation", said("we will not give way, and never have"), said("we will not give way"), SAME),
    ("the same quotation dated a day later", said(), said(day=day(5)), SAME),
    ("another quotation", said(), said("our door stays open"), DIFFERENT),
    ("another speaker", said(), said("we will not give way", OTHER), DIFFERENT),
    ("a quotation and a stance", said(), stance(), DIFFERENT),
    ("thanks told twice", stance(), stance(), SAME),
    ("thanks to another", stance(), stance("thank", ACTOR, ELSE), DIFFERENT),
    ("thanks and blame", stance(), stance("criticise"), DIFFERENT),
    ("the same claim", claim(), claim(), SAME),
    ("another number", claim(), claim("9"), DIFFERENT),
    ("another period", claim(), claim(period="2024"), DIFFERENT),
    ("other sides", claim(), claim("8", replace(A, role="subjects"), replace(E, role="subjects")), DIFFERENT),
]  # fmt: skip


@pytest.mark.parametrize(("case", "a", "b", "verdict"), DEEDS, ids=[c[0] for c in DEEDS])
def test_deeds_and_words(case: str, a: Told, b: Told, verdict: str) -> None:
    first, second = two(a, b)
    judged = judge(first, second)
    assert judged.verdict == verdict, judged
    assert judge(second, first) == judged


@pytest.mark.parametrize(
    "told", [call(), deed(), said(), claim(), call(words="at 3:30 p.m. Oslo time, a second call today")]
)
def test_what_is_kept_reads_back(told: Told) -> None:
    assert Told.read(told.plain()) == told


WORDS = [
    ("It was their second call that day", (2, "day")),
    ("their eighth phone call this year", (8, "this year")),
    ("the third round of negotiations", (3, "round")),
    ("another meeting later the same day", (2, "day")),
    ("another meeting", None),
    ("the second side spoke", None),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_ordinals(words: str, expected: tuple[int, str] | None) -> None:
    assert ordinal_of(words) == expected


SEVERAL = [
    ("They spoke several times in June", True),
    ("held two meetings that week", True),
    ("met twice", True),
    ("spoke in the morning, and in the evening spoke again", True),
    ("A letter reached him on Tuesday, and people read it twice", False),
    ("spoke for the second time", False),
    ("the two sides met", False),
]


@pytest.mark.parametrize(("words", "expected"), SEVERAL)
def test_several(words: str, expected: bool) -> None:
    assert tells_several(words) is expected


CLOCKS = [
    ("spoke at 3:30 p.m. Moscow time", (930, "moscow time")),
    ("at 15.30", (930, "")),
    ("at 7 a.m.", (420, "")),
    ("at 12 noon sharp", (None, "")),
    ("about 90 minutes", (None, "")),
    ("at 25:00", (None, "")),
]


@pytest.mark.parametrize(("words", "expected"), CLOCKS)
def test_clocks(words: str, expected: tuple[int | None, str]) -> None:
    assert clock_of(words) == expected

"""How long a contact lasted, and what only looks like a length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model import Lasting, Span
from demarche.reports.contacts import lengths

from .conftest import assert_grounded, values

GIVEN = [
    ("The two presidents held a two-hour [call].", (120, 120)),
    ("They had an hour-long telephone [conversation].", (60, 60)),
    ("A 40-minute [call] took place on Monday.", (40, 40)),
    ("The [call] lasted 40 minutes.", (40, 40)),
    ("The presidents [spoke] for an hour and ten minutes.", (70, 70)),
    ("The [talks] went on for more than two hours.", (120, None)),
    ("The [meeting] ran to three hours.", (180, 180)),
    ("The [meeting] took two hours and 45 minutes.", (165, 165)),
    ("Mr Witkoff [spent] three hours with Mr Putin.", (180, 180)),
    ("The [talks] broke up after four hours.", (240, 240)),
    ("She hung up on him after just eleven minutes; the [call] was about fish.", (11, 11)),
    ("The ministers [sat] from half past nine until a quarter to one.", (195, 195)),
    ("The [meeting] began at 15.30 and ended at 18.20.", (170, 170)),
    ("Mr Macron [called] Mr Modi. The conversation lasted 25 minutes.", (25, 25)),
    ("The two [spoke] by phone on Monday. It lasted 25 minutes.", (25, 25)),
    ("The [call] lasted 70 minutes according to the Kremlin and 75 according to the White House.", (70, 75)),
    ("The Kremlin put the length of the [call] at 50 minutes, the White House at 65 minutes.", (50, 65)),
    ("The [call] took more than two hours, the Kremlin said two and a half hours.", (120, 150)),
    ("He [spent] three hours with Mr Putin. Mr Trump makes it two.", (120, 180)),
    ("The [meeting] lasted more than four hours (Tass) or four and a half (Anadolu).", (240, 270)),
    ("The [meeting] lasted two hours and then, after a walk, half an hour longer.", (150, 150)),
    ("The two leaders [met] for 35 minutes in New York.", (35, 35)),
    ("The [conversation] lasted 1 hour 25 minutes and not, as claimed, half an hour.", (85, 85)),
    ("Alone with their interpreters the leaders [talked] for 40 minutes.", (40, None)),
    ("The presidents were in [talks] with their ministers, including an hour alone.", (60, None)),
    ("They [spoke] for 90 minutes on 2 May and for two hours on 4 June.", (90, 90)),
    ("The [meeting] was planned for one hour. It lasted two hours.", (120, 120)),
]

NOT_A_LENGTH = [
    "The [meeting] is scheduled for one hour.",
    "The [call] was scheduled to last 40 minutes.",
    "The [meeting] started two hours late.",
    "The ministers [met] two hours before the deadline.",
    "The [talks] will resume in two hours.",
    "He was kept waiting for two hours before the [meeting].",
    "The [meeting] lasted two hours longer than planned.",
    "The ministers discussed the 30-day ceasefire in their [call].",
    "The [meeting] was called off four hours before it was to begin.",
    "They [met] an hour after the attack.",
    "The two sides have 48 hours to answer, the minister said after the [call].",
    "Mr Macron [spoke] with Mr Modi an hour ago.",
    "The [call] came after a flight of three hours.",
    "They [spoke] within two hours of the attack.",
    "The [talks] lasted eleven days.",
    "Every two hours they [talked] to reporters.",
]


@pytest.mark.parametrize(("text", "expected"), GIVEN, ids=[t[:60] for t, _ in GIVEN])
def test_length(marked, text, expected):
    reading, draft = marked(text, "call", day="2025-06-12")
    lengths.f(reading, draft)
    assert_grounded(reading, draft)
    (value,) = values(draft, "duration")
    assert isinstance(value, Lasting)
    assert (value.min, value.max) == expected


@pytest.mark.parametrize("text", NOT_A_LENGTH)
def test_no_length(marked, text):
    reading, draft = marked(text, "call", day="2025-06-12")
    lengths.f(reading, draft)
    assert values(draft, "duration") == []


@pytest.mark.parametrize("status", ["planned", "proposed", "cancelled"])
def test_what_has_not_happened_has_no_length(marked, status):
    reading, draft = marked("The [call] will last 40 minutes.", "call", status=status)
    lengths.f(reading, draft)
    assert draft.fields == []


def test_a_list_of_two_callers(marked):
    text = "Ms Gray [rang] both ministers: 15 minutes for Narendra Modi, about twice as long for Emmanuel Macron."
    reading, draft = marked(text, "call")
    draft.parties = [p for p in draft.parties if p.name == "Emmanuel Macron"]
    lengths.f(reading, draft)
    (value,) = values(draft, "duration")
    assert isinstance(value, Lasting)
    assert value.min is not None and value.max is not None and value.min <= 30 <= value.max


lasting = st.builds(
    lambda low, more: Lasting(low, None if more is None else low + more),
    st.integers(1, 600),
    st.one_of(st.none(), st.integers(0, 300)),
)


@given(st.lists(lasting, min_size=1, max_size=4))
def test_joined_lengths_hold_every_length(given_lengths):
    joined = lengths.join(given_lengths)
    for one in given_lengths:
        assert joined.min is not None and one.min is not None and joined.min <= one.min
        assert joined.max is None or one.max is None or one.max <= joined.max
        assert joined.max is None or one.min <= joined.max


@given(lasting)
def test_a_part_is_only_a_lower_bound(one):
    combined = lengths.combine([lengths.Length(one, Span(0, 1), part=True)])
    assert combined is not None and (combined.min, combined.max) == (one.min, None)


def test_nothing_combined_is_nothing():
    assert lengths.combine([]) is None

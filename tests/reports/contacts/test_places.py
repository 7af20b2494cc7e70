"""Where a contact takes place, and the places that are only named."""

from __future__ import annotations

import pytest

from demarche.reports.contacts import places

from .conftest import assert_grounded, values

GIVEN = [
    ("Emmanuel Macron [met] Narendra Modi in Paris.", "meeting", "Paris"),
    ("In Geneva, the ministers held [talks] on Monday.", "meeting", "Geneva"),
    ("[Talks] between the two presidents will take place in Moscow.", "meeting", "Moscow"),
    ("The [talks] in Istanbul lasted an hour.", "talks", "Istanbul"),
    ("Donald Trump [received] Keir Starmer at the White House.", "meeting", "White House"),
    ("Vladimir Putin had a [meeting] in the Kremlin with Narendra Modi.", "meeting", "Kremlin"),
    ("The foreign ministers [met] in Vienna, Austria, on Monday.", "meeting", "Vienna, Austria"),
    ("Keir Starmer will [visit] India in June.", "visit", "India"),
    ("Marco Rubio [travelled] to Riyadh on Monday.", "visit", "Riyadh"),
    ("Marco Rubio will fly to Ankara to [meet] Hakan Fidan.", "meeting", "Ankara"),
    ("Friedrich Merz paid a [visit] to Kyiv.", "visit", "Kyiv"),
    ("Donald Trump looks forward to [welcoming] Friedrich Merz to the White House.", "visit", "White House"),
    ("They have [met] once since he returned to office, on 2 June in Oslo.", "meeting", "Oslo"),
    ("A [summit] in Budapest is planned.", "summit", "Budapest"),
    ("The next [meeting] is foreseen for 22 June in Warsaw.", "meeting", "Warsaw"),
    ("The leaders agreed to [meet] in Budapest.", "meeting", "Budapest"),
    ("2 October, Paris. The ministers [meet] for the fourth time.", "meeting", "Paris"),
    ("Narendra Modi was [invited] to Paris.", "visit", "Paris"),
    ("The delegations [sat] together near Stockholm for eight hours.", "talks", "Stockholm"),
    ("On the sidelines of a conference in Munich, the ministers [met].", "meeting", "Munich"),
    ("Emmanuel Macron arrived in Delhi for [talks] with Narendra Modi.", "meeting", "Delhi"),
    ("The [meeting] pencilled in for Rome was called off.", "meeting", "Rome"),
]  # fmt: skip

NOT_A_PLACE = [
    ("Emmanuel Macron [spoke] by phone with Narendra Modi in Delhi.", "call"),
    ("Donald Trump [telephoned] Vladimir Putin from the White House.", "call"),
    ("Vladimir Putin sent a [letter] to Delhi.", "message"),
    ("The ministers [met] and discussed the war in Ukraine.", "meeting"),
    ("The [talks] focused on the ceasefire in Gaza.", "talks"),
    ("The president of France [met] the prime minister of India.", "meeting"),
    ("The Kremlin said in Moscow that the presidents had [met].", "meeting"),
    ("The [meeting] of the ministers of Germany and Poland lasted an hour.", "meeting"),
    ("The ambassador from Rome [met] the minister.", "meeting"),
    ("The presidents [met] before they flew to Rome.", "meeting"),
    ("The ministers [met] to discuss developments in Africa.", "meeting"),
    ("After a conference in Munich the ministers [met].", "meeting"),
    ("The ministers [met] ahead of the summit in Rome.", "meeting"),
    ("The [meeting] on Ukraine was cancelled.", "meeting"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), GIVEN, ids=[t[:60] for t, _, _ in GIVEN])
def test_place(marked, text, kind, expected):
    reading, draft = marked(text, kind)
    places.f(reading, draft)
    assert_grounded(reading, draft)
    assert values(draft, "place") == [expected]


@pytest.mark.parametrize(("text", "kind"), NOT_A_PLACE, ids=[t[:60] for t, _ in NOT_A_PLACE])
def test_no_place(marked, text, kind):
    reading, draft = marked(text, kind)
    places.f(reading, draft)
    assert values(draft, "place") == []


def test_the_goal_of_the_journey_holds_for_the_meeting(marked):
    text = "Keir Starmer will travel to Delhi on 20-22 June. He will [meet] Narendra Modi."
    reading, draft = marked(text, "meeting", status="planned", day="2025-06-12")
    draft.sentences = [1]
    places.f(reading, draft)
    assert values(draft, "place") == ["Delhi"]


def test_each_host_has_its_own_place(marked):
    reading, draft = marked("Joe Biden will [visit] South Korea and Japan.", "visit")
    japan = [p for p in draft.parties if p.name in ("Joe Biden", "Japan")]
    draft.parties = sorted(japan, key=lambda p: p.name == "Japan")
    places.f(reading, draft)
    assert values(draft, "place") == ["Japan"]

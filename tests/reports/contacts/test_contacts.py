"""Contacts, sense by sense: sentences in the style of readouts and news, with what they tell of."""

from __future__ import annotations

import pytest

from .telling import contacts, told

PUTIN, TRUMP, MACRON, MODI = "Vladimir Putin", "Donald Trump", "Emmanuel Macron", "Narendra Modi"
MERZ, STARMER, ZELENSKYY, LAVROV = "Friedrich Merz", "Keir Starmer", "Volodymyr Zelenskyy", "Sergei Lavrov"
RUBIO, ERDOGAN = "Marco Rubio", "Recep Tayyip Erdoğan"

CALLS = [
    (
        "President Macron spoke by telephone with Prime Minister Narendra Modi of India on Tuesday.",
        [told("call", MACRON, MODI)],
    ),
    (
        "French President Emmanuel Macron telephoned Friedrich Merz, the German chancellor.",
        [told("call", MACRON, MERZ)],
    ),
    (
        "Vladimir Putin had a telephone conversation with President of the French Republic Emmanuel Macron.",
        [told("call", PUTIN, MACRON)],
    ),
    ("A telephone conversation took place between Vladimir Putin and Emmanuel Macron.", [told("call", PUTIN, MACRON)]),
    (
        "Secretary of State Marco Rubio spoke today with Russian Foreign Minister Sergey Lavrov to discuss the truce.",
        [told("call", RUBIO, LAVROV)],
    ),
    ("In a call with Vladimir Putin, Donald Trump raised the fate of the prisoners.", [told("call", TRUMP, PUTIN)]),
    ("Donald Trump and Vladimir Putin talked by phone for two hours.", [told("call", TRUMP, PUTIN)]),
    ("Donald Trump rang Narendra Modi on Monday.", [told("call", TRUMP, MODI)]),
    (
        "Vladimir Putin had telephone conversations with Emmanuel Macron and Friedrich Merz.",
        [told("call", PUTIN, MACRON), told("call", PUTIN, MERZ)],
    ),
    (
        "Volodymyr Zelenskyy held a video conference with German Chancellor Friedrich Merz.",
        [told("call", ZELENSKYY, MERZ)],
    ),
]

MEETINGS = [
    ("Emmanuel Macron met with Narendra Modi in Paris.", [told("meeting", MACRON, MODI)]),
    ("Emmanuel Macron and Keir Starmer met in London on Monday.", [told("meeting", MACRON, STARMER)]),
    ("Vladimir Putin received Recep Tayyip Erdogan in the Kremlin.", [told("meeting", PUTIN, ERDOGAN)]),
    (
        "Turkish President Recep Tayyip Erdogan was received in the Kremlin by Vladimir Putin.",
        [told("meeting", PUTIN, ERDOGAN)],
    ),
    (
        "Talks between Vladimir Putin and Narendra Modi will take place in Moscow on Friday.",
        [told("meeting", PUTIN, MODI)],
    ),
    ("Donald Trump held talks with Keir Starmer at the White House.", [told("meeting", TRUMP, STARMER)]),
    (
        "Marco Rubio met separately with Sergey Lavrov and David Lammy.",
        [told("meeting", RUBIO, LAVROV), told("meeting", RUBIO, "David Lammy")],
    ),
    ("Emmanuel Macron is to meet Vladimir Putin next week.", [told("meeting", MACRON, PUTIN)]),
]

VISITS = [
    ("Emmanuel Macron visited India in February.", [told("visit", MACRON, "India")]),
    ("Prime Minister Narendra Modi will travel to Germany on Monday.", [told("visit", MODI, "Germany")]),
    (
        "Marco Rubio flew to Poland to meet Volodymyr Zelenskyy.",
        [told("visit", RUBIO, "Poland"), told("meeting", RUBIO, ZELENSKYY)],
    ),
    (
        "Donald Trump will visit Japan and South Korea in October.",
        [told("visit", TRUMP, "Japan"), told("visit", TRUMP, "South Korea")],
    ),
    ("A visit by Narendra Modi to France is planned for June.", [told("visit", MODI, "France")]),
]

NOT_CONTACTS = [
    "Emmanuel Macron met the mayors of twelve towns in the afternoon.",
    "Vladimir Putin held a meeting with the permanent members of the Security Council.",
    "Donald Trump called for an end to the war.",
    "Donald Trump called on Russia to stop the attacks.",
    "Emmanuel Macron spoke about relations with Russia.",
    "Keir Starmer met with members of his cabinet on Monday.",
    "The leaders agreed to stay in touch.",
    "Germany met its target for defence spending.",
    "Vladimir Putin visited a school in Kazan.",
    "Donald Trump spoke to reporters on the lawn.",
]


@pytest.mark.parametrize(("text", "expected"), [*CALLS, *MEETINGS, *VISITS])
def test_contacts_are_found_with_their_sides(read, text, expected):
    assert contacts(read, text) == sorted(expected)


@pytest.mark.parametrize("text", NOT_CONTACTS)
def test_what_is_no_contact_between_states_is_left_out(read, text):
    assert contacts(read, text) == []

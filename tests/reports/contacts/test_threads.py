"""One contact told in several sentences is one report; another contact of the same sides is another."""

from __future__ import annotations

import pytest

from .telling import contacts, told

PUTIN, TRUMP, MACRON, MODI = "Vladimir Putin", "Donald Trump", "Emmanuel Macron", "Narendra Modi"
MERZ = "Friedrich Merz"

STORIES = [
    ("Emmanuel Macron met Narendra Modi in Paris. The meeting lasted two hours.", [told("meeting", MACRON, MODI)]),
    (
        "Emmanuel Macron telephoned Narendra Modi. During the conversation the leaders discussed trade.",
        [told("call", MACRON, MODI)],
    ),
    (
        "Emmanuel Macron met Narendra Modi in Paris. They agreed to hold their next meeting in Delhi.",
        [told("meeting", MACRON, MODI), told("meeting", MACRON, MODI)],
    ),
    (
        "Emmanuel Macron met Narendra Modi in Paris on Monday. They last met on 3 May.",
        [told("meeting", MACRON, MODI), told("meeting", MACRON, MODI)],
    ),
    (
        "Emmanuel Macron arrived in India. He met Narendra Modi in Delhi. The visit ended on Friday.",
        [told("visit", MACRON, "India"), told("meeting", MACRON, MODI)],
    ),
    (
        "Emmanuel Macron spoke with Narendra Modi. Emmanuel Macron also spoke with Friedrich Merz.",
        [told("call", MACRON, MODI), told("call", MACRON, MERZ)],
    ),
    (
        "Emmanuel Macron and Narendra Modi met on 3 May. Emmanuel Macron and Narendra Modi met again on 9 June.",
        [told("meeting", MACRON, MODI), told("meeting", MACRON, MODI)],
    ),
    (
        "Emmanuel Macron spoke twice with Narendra Modi, on 14 April and again on 2 June.",
        [told("call", MACRON, MODI), told("call", MACRON, MODI)],
    ),
    (
        "Vladimir Putin and Donald Trump spoke on Sunday. The call, the third of the year, lasted an hour.",
        [told("call", PUTIN, TRUMP)],
    ),
    (
        "Narendra Modi will travel to Ghana, Kenya and Nepal. He met Emmanuel Macron last week.",
        [
            told("visit", MODI, "Ghana"),
            told("visit", MODI, "Kenya"),
            told("visit", MODI, "Nepal"),
            told("meeting", MACRON, MODI),
        ],
    ),
    (
        "Vladimir Putin and Donald Trump spoke on 2 June. It was their call number four of the year: an hour on "
        "12 February, two hours on 18 March, and an hour on 19 May.",
        [told("call", PUTIN, TRUMP)] * 4,
    ),
    (
        "Emmanuel Macron met Narendra Modi in Paris. Beginning of the talks: welcome to France.",
        [told("meeting", MACRON, MODI)],
    ),
    (
        "Emmanuel Macron and Narendra Modi met in May. The eighth meeting is planned for June. "
        "Nobody knows where the eighth meeting will take place.",
        [told("meeting", MACRON, MODI)] * 2,
    ),
]


CHRONICLE = """The contacts of Emmanuel Macron and Narendra Modi this year.

11 February, Paris. Emmanuel Macron meets Narendra Modi for an hour.

13 March, Delhi. A late session, three hours long.

11 April, Paris. The longest so far, with Marco Rubio and Steve Witkoff.

2 May, Rome. Keir Starmer and Friedrich Merz talk about Ukraine for an hour."""


def test_an_entry_of_a_list_tells_of_its_own_people(read):
    told_of = contacts(read, CHRONICLE, title="A history of Emmanuel Macron's meetings with Narendra Modi")
    assert told("meeting", MACRON, MODI) in told_of
    assert len(told_of) == 4


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_each_contact_is_reported_once(read, text, expected):
    assert contacts(read, text) == sorted(expected)

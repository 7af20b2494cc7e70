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
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_each_contact_is_reported_once(read, text, expected):
    assert contacts(read, text) == sorted(expected)

"""Who is said to have taken part."""

from __future__ import annotations

import pytest

from .telling import contacts, told

MACRON, MERZ, TRUMP, PUTIN = "Emmanuel Macron", "Friedrich Merz", "Donald Trump", "Vladimir Putin"
BARROT, WADEPHUL = "Jean-Noël Barrot", "Johann Wadephul"
MET = "Emmanuel Macron met with Friedrich Merz in Berlin. "
TALKED = told("meeting", MACRON, MERZ)

AFTERWARDS = [
    ("Jean-Noël Barrot and Johann Wadephul took part.", [told("meeting", MACRON, MERZ, BARROT, WADEPHUL)]),
    ("Jean-Noël Barrot took part in the meeting.", [told("meeting", MACRON, MERZ, BARROT)]),
    ("Jean-Noël Barrot also participated in the talks.", [told("meeting", MACRON, MERZ, BARROT)]),
    (
        "Jean-Noël Barrot took part on the French side, Johann Wadephul on the German.",
        [told("meeting", MACRON, MERZ, BARROT, WADEPHUL)],
    ),
    ("Jean-Noël Barrot did not take part.", [TALKED]),
    ("Jean-Noël Barrot took part in a march.", [TALKED]),
    ("Jean-Noël Barrot will take part in the summit.", [TALKED]),
    ("Jean-Noël Barrot took the train.", [TALKED]),
]


@pytest.mark.parametrize(("text", "expected"), AFTERWARDS)
def test_those_who_took_part_are_participants(read, text, expected):
    assert contacts(read, MET + text) == sorted(expected)


TELLERS = [
    (
        "Emmanuel Macron met Friedrich Merz on the sidelines of a meeting of Southeast Asian ministers.",
        [told("meeting", MACRON, MERZ)],
    ),
    ("Emmanuel Macron spoke by phone with Friedrich Merz, ministry officials said.", [told("call", MACRON, MERZ)]),
    ("Emmanuel Macron spoke by phone with Friedrich Merz, a French official said.", [told("call", MACRON, MERZ)]),
    (
        "Emmanuel Macron and Friedrich Merz agreed to meet in the spring, the spokesman of the French president said.",
        [told("meeting", MACRON, MERZ)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TELLERS)
def test_those_who_tell_of_a_contact_are_not_in_it(read, text, expected):
    assert contacts(read, text) == sorted(expected)

"""Who asked for a contact or placed it: only when the text says so."""

from __future__ import annotations

import pytest

from demarche.model import Reason
from demarche.reports.contacts import initiators

from .conftest import assert_grounded, values

SAID = [
    ("Vladimir Putin had a [conversation] with Emmanuel Macron at the initiative of the French side.", "France"),
    ("At the initiative of the French side, Vladimir Putin had a [conversation] with Emmanuel Macron.", "France"),
    ("The [conversation] took place at the request of the Turkish side.", "Turkey"),
    ("The [call] was held at Turkey's initiative.", "Turkey"),
    ("Held at Turkey's request, the [call] focused on trade.", "Turkey"),
    ("The two [spoke] on Monday at the request of President Macron.", "Emmanuel Macron"),
    ("Mr Modi [met] Mr Putin at the suggestion of the Indian side.", "India"),
    ("Vladimir Putin and Emmanuel Macron [spoke] by phone. The initiative came from the French side.", "France"),
    ("The [call] was initiated by the Russian side.", "Russia"),
    ("The [meeting] was requested by India.", "India"),
    ("The [call], which was placed by Germany, lasted 40 minutes.", "Germany"),
    ("The [call] had been arranged by the Turkish embassy.", "Turk"),
    ("Donald Trump [telephoned] Vladimir Putin on Monday.", "Donald Trump"),
    ("Emmanuel Macron [called] Narendra Modi.", "Emmanuel Macron"),
    ("Keir Starmer [rang] Friedrich Merz before breakfast.", "Keir Starmer"),
    ("Donald Trump placed a [call] to Vladimir Putin.", "Donald Trump"),
    ("Emmanuel Macron [called] and congratulated Narendra Modi.", "Emmanuel Macron"),
    ("The Kremlin denied that Donald Trump had [telephoned] Vladimir Putin.", "Donald Trump"),
    ("Emmanuel Macron suggested a [meeting] with Vladimir Putin in Geneva.", "Emmanuel Macron"),
    ("Turkey asked for a [meeting] with Sergey Lavrov.", "Turkey"),
    ("India requested a [call] with Emmanuel Macron.", "India"),
    ("Emmanuel Macron [invited] Narendra Modi to Paris.", "Emmanuel Macron"),
    ("Emmanuel Macron invited Narendra Modi to [visit] Paris.", "Emmanuel Macron"),
    ("Narendra Modi was [invited] to Paris by Emmanuel Macron.", "Emmanuel Macron"),
    ("Vladimir Putin suggested that the next [meeting] with Donald Trump be in Moscow.", "Vladimir Putin"),
    ("The leaders supported Recep Tayyip Erdogan's proposal to hold a [summit] in Ankara.", "Recep Tayyip Erdoğan"),
    ("Emmanuel Macron hoped for a [meeting] with Vladimir Putin.", "Emmanuel Macron"),
    ("Narendra Modi came to Paris for a [visit] at the invitation of Emmanuel Macron.", "Emmanuel Macron"),
    ("Narendra Modi received a [call] from Emmanuel Macron on Monday.", "Emmanuel Macron"),
    ("The [call], which Turkey had asked for, was brief.", "Turkey"),
    ("The [call], which lasted an hour and which Turkey had asked for, was warm.", "Turkey"),
    ("The [call] between Narendra Modi and Emmanuel Macron, which India had requested, lasted an hour.", "India"),
]

NOT_SAID = [
    "Vladimir Putin and Emmanuel Macron [spoke] by telephone.",
    "Vladimir Putin had a telephone [conversation] with Emmanuel Macron.",
    "Emmanuel Macron [spoke] with Narendra Modi.",
    "Emmanuel Macron held a [call] with Narendra Modi.",
    "Emmanuel Macron [met] Narendra Modi in Paris.",
    "At the request of Emmanuel Macron, Vladimir Putin explained the treaty during the [talks].",
    "In the [call], Emmanuel Macron proposed a ceasefire.",
    "In the [call] with Narendra Modi, Emmanuel Macron offered himself as a mediator.",
    "Emmanuel Macron asked Narendra Modi about trade during the [meeting].",
    "They discussed the initiative of France on climate in the [meeting].",
    "The ceasefire brokered by Turkey was the subject of the [call].",
    "The start of the [meeting] was put back at the request of India.",
    "Emmanuel Macron called for a [meeting] of the council.",
    "Emmanuel Macron called on Vladimir Putin to end the war before the [meeting].",
    "The [call] was welcomed by Germany.",
    "The minister called the [talks] good.",
    "Emmanuel Macron did not request the [meeting].",
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[t[:60] for t, _ in SAID])
def test_initiator(marked, text, expected):
    kind = "call" if any(w in text for w in ("[call", "[spoke", "[conv", "[tele", "[rang")) else "meeting"
    reading, draft = marked(text, kind)
    initiators.f(reading, draft)
    assert_grounded(reading, draft)
    (name,) = values(draft, "initiator")
    assert expected in str(name)


@pytest.mark.parametrize("text", NOT_SAID)
def test_no_initiator(marked, text):
    reading, draft = marked(text, "call")
    initiators.f(reading, draft)
    assert values(draft, "initiator") == []


def test_the_caller_is_an_inference(marked):
    reading, draft = marked("Donald Trump [telephoned] Vladimir Putin on Monday.", "call")
    initiators.f(reading, draft)
    (field,) = draft.fields
    assert field.reason == Reason.INITIATIVE_OF_CALLER


def test_the_sender_of_a_message(marked):
    reading, draft = marked("Vladimir Putin sent a [message] of greetings to Emmanuel Macron.", "message")
    initiators.f(reading, draft)
    assert values(draft, "initiator") == ["Vladimir Putin"]

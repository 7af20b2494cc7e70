"""What a contact was about: the phrases that name its topics."""

from __future__ import annotations

import pytest

from demarche.reports.contacts import topics

from .conftest import assert_grounded, values

GIVEN = [
    ("The ministers [discussed] trade.", ["trade"]),
    ("The ministers [met] to discuss trade and energy.", ["trade", "energy"]),
    ("Emmanuel Macron [met] Narendra Modi. They discussed the border, visas and trade.", ["border", "visas", "trade"]),
    ("The [call] focused on the ceasefire in Gaza.", ["ceasefire in Gaza"]),
    ("The [talks] covered food security.", ["food security"]),
    ("They [spoke] about the prisoners.", ["prisoners"]),
    ("In the [call] the presidents talked about fishing quotas.", ["fishing quotas"]),
    ("The ministers [met] and reviewed the sanctions.", ["sanctions"]),
    ("During the [meeting] the sides touched on energy.", ["energy"]),
    ("The leaders held a [call] on grain exports.", ["grain exports"]),
    ("They exchanged views on the war in Ukraine during the [meeting].", ["war in Ukraine"]),
    ("The presidents [discussed] the importance of free elections.", ["free elections"]),
    ("The ministers [discussed] their shared concern over piracy.", ["concern over piracy"]),
    ("The two leaders [met] to talk about bananas.", ["bananas"]),
    ("The [conversation] touched upon the gas pipeline.", ["gas pipeline"]),
    ("The ministers will [meet] to discuss a prisoner exchange.", ["prisoner exchange"]),
    ("The delegations held [talks] on tariffs.", ["tariffs"]),
    ("The prime ministers [discussed] a new bridge, which will open in May.", ["new bridge"]),
    ("The ministers [met]. The two raised the fate of the hostages.", ["fate of the hostages"]),
    ("The presidents [negotiated] over the islands.", ["islands"]),
    ("They [discussed] security, including cyber security.", ["security"]),
    ("The ministers [discussed] trade, trade and trade.", ["trade"]),
    ("Their [dialogue] concentrated on climate.", ["climate"]),
]

NO_TOPIC = [
    "Emmanuel Macron [met] Narendra Modi in Paris.",
    "The [meeting] on Friday lasted an hour.",
    "The [talks] on 12 June were short.",
    "They [discussed] it.",
    "The [call] was short. The parliament discussed taxes.",
    "They [spoke] for an hour on Monday.",
    "The minister, who reviewed the parade, [met] his counterpart.",
    "The [conversation] lasted 20 minutes.",
    "The [meeting] took place on the sidelines of the assembly.",
    "The ministers [met] and had lunch.",
    "Emmanuel Macron [called] on Monday.",
    "The [summit] was called off.",
    "The [visit] was long.",
    "The ministers [met] about noon.",
    "The two will [meet] again.",
    "They [spoke] with each other.",
    "He [talked] to the minister.",
    "The [meeting] with the minister was brief.",
]


@pytest.mark.parametrize(("text", "expected"), GIVEN, ids=[t[:60] for t, _ in GIVEN])
def test_topics(marked, text, expected):
    reading, draft = marked(text, "meeting", sentences=text.count(". ") + 1)
    topics.f(reading, draft)
    assert_grounded(reading, draft)
    assert values(draft, "topics") == expected


@pytest.mark.parametrize("text", NO_TOPIC)
def test_no_topic(marked, text):
    reading, draft = marked(text, "meeting", day="2025-06-12")
    topics.f(reading, draft)
    assert values(draft, "topics") == []


def test_a_denied_contact_has_no_topic(marked):
    reading, draft = marked("They [discussed] trade.", status="denied")
    topics.f(reading, draft)
    assert draft.fields == []

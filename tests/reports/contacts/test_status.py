"""Status: what the text says at its publication date. The bracketed word is the cue."""

from __future__ import annotations

import pytest

from demarche.reports.contacts import status

HELD = [
    "The president meant the [call] of 3 June, his spokesman said.",
    "Emmanuel Macron [met] Narendra Modi in Paris.",
    "The two presidents [spoke] by telephone on Tuesday.",
    "Chancellor Merz held [talks] with Prime Minister Starmer in London.",
    "A telephone [conversation] took place between Vladimir Putin and Emmanuel Macron.",
    "The next [meeting] took place in Geneva in May.",
    "Marco Rubio has [visited] Riyadh.",
    "The foreign minister travelled to Oslo to [meet] his counterpart.",
    "President Macron welcomed Mr Modi to the Elysee for [talks].",
    "After the [call], the Kremlin said that it would publish a statement.",
    "The Kremlin will publish an account of the [conversation] between the two presidents.",
    "They went through what remains to be done after the fruitful [summit] of the two presidents.",
    "Mr Modi thanked Mr Macron for the [visit] that he paid to Delhi in March.",
    "The prime ministers [met] not only in Paris but also in Rome.",
    "They did not [meet] in May, but in June.",
    "The spokesman did not deny that the ministers had [met].",
    "The spokesman would not say how long the [call] had lasted.",
    "At the [meeting], the ministers agreed to open the border.",
    "In the [call] Mr Trump proposed a truce.",
    "Mr Putin suggested that the two had [met] before.",
    "The [talks] lasted longer than expected.",
    "Leaders [meet] in Paris to discuss the war.",
    "The ministers might sign a treaty after they [met] on Monday.",
    "Paris denied the first story; the [call] between the two presidents took place on 2 June and lasted an hour.",
    "Oslo neither confirmed nor denied it; the [call] that both sides announced took place on 2 June and was short.",
    "Madrid said that it would not wait; the [meeting] that had been planned took place in May.",
]

PLANNED = [
    "He told him of the [meeting] with Mr Modi that is being prepared.",
    "President Macron will [meet] Narendra Modi in Paris on Friday.",
    "Chancellor Merz is to [visit] Ankara next week.",
    "The two leaders agreed to [meet] in Budapest.",
    "The foreign ministers are due to hold [talks] in Geneva on Monday.",
    "Prime Minister Modi is expected to [travel] to Moscow in July.",
    "A [summit] of the two presidents is scheduled for 20 June.",
    "Talks between the delegations are set to begin on Monday; the [meeting] will be held in Oslo.",
    "Mr Rubio is going to [call] Mr Lavrov tomorrow.",
    "The ministers discussed preparations for the [visit] of President Erdogan.",
    "They coordinated ahead of the upcoming NATO [Summit].",
    "President Biden looks forward to [welcoming] Chancellor Merz to the White House.",
    "It was settled that the President of Serbia would [visit] China before long.",
    "The Kremlin announced a [meeting] of the two presidents.",
    "Both sides promised to [meet] again before the end of the year.",
    "The next [meeting] of the ministers is foreseen for 22 June in Warsaw.",
    "Mr Lavrov [travels] to Ankara on 20 June.",
    "Mr Starmer has accepted an invitation to [visit] Delhi.",
    "The president will travel to Tokyo to [meet] Prime Minister Ishiba.",
    "The [meeting] to be held in Oslo will bring both delegations together.",
    "The delegation is in Geneva to attend the [meeting] of the council, which will take place on 20 June.",
    "The [talks] were to begin on Tuesday.",
    "During his [visit] to Kyiv, Mr Rubio will give no interviews.",
    "We look forward to working with Japan at the [Summit] in Lima.",
    "The [visit] has been postponed to 21 June.",
    "It is not true that the [visit] of Mr Erdogan to Moscow is cancelled.",
    "Mr Macron invited Mr Modi to [visit] Paris. The invitation was accepted.",
]

PROPOSED = [
    "Mr Macron suggested a [meeting] with Mr Putin in Geneva.",
    "The president offered to [meet] Mr Putin anywhere.",
    "Mr Macron [invited] Mr Modi to Paris.",
    "President Trump invited Prime Minister Starmer to [visit] the White House.",
    "He might [meet] Mr Putin next week.",
    "The leaders could [meet] in Istanbul.",
    "Mr Zelenskyy said that he was ready to [meet] Mr Putin.",
    "They discussed the possibility of a [summit] in Geneva.",
    "If the talks go well, the presidents will [meet] in June.",
    "Mr Erdogan's proposal to hold a [summit] in Istanbul was discussed.",
    "The minister hopes for a [meeting] with his counterpart.",
    "Mr Putin suggested that the next [meeting] be in Moscow.",
    "The two sides are considering a [call] next week.",
    "A possible [meeting] between the two presidents was discussed.",
    "Ankara asked for a [meeting] with the Russian president.",
    "It is unclear whether the presidents will [meet].",
]

CANCELLED = [
    "A [meeting] of the two ministers that was expected this week will not take place.",
    "The planned [visit] will not happen, an official said.",
    "The [meeting] in Astana was called off.",
    "Mr Erdogan cancelled his [visit] to Moscow.",
    "The fisheries minister has scrapped Thursday's [trip] to Oslo.",
    "A second [meeting] was announced last week and called off on Thursday.",
    "The [summit] has been postponed.",
    "The cancelled [visit] of Mr Erdogan cost both sides dearly.",
    "The [talks] were shelved after the attack.",
    "All four promised to [meet] again in Berlin. They never did.",
    "The two agreed to hold a [call] on Friday. It was cancelled an hour before.",
    "The president cancelled his participation in a regional [summit].",
]

DENIED = [
    "The Kremlin denied that Mr Putin had [spoken] to Mr Trump.",
    "The two presidents did not [speak] on Friday.",
    "No [call] took place.",
    "There had been no [conversation] between the two leaders on 17 June.",
    "The ministers have never [met].",
    "A spokesman rejected reports that Mr Macron had [telephoned] Mr Putin.",
    "Reports of a secret [meeting] between the ministers are false.",
    "Mr Lavrov has yet to [meet] his new counterpart.",
    "Neither side held a [meeting] with the rebels.",
    "A website reported that Mr Rubio had [called] Mr Lavrov. Moscow denies this.",
    "A paper wrote that the ministers had [met] in secret. No such meeting took place, said a spokesman.",
    "The further telephone [conversation] is not planned.",
    "Mr Orban refused to [meet] the commissioner.",
]

CASES = [
    *((text, "held") for text in HELD),
    *((text, "planned") for text in PLANNED),
    *((text, "proposed") for text in PROPOSED),
    *((text, "cancelled") for text in CANCELLED),
    *((text, "denied") for text in DENIED),
    ("A website said that they had [spoken] in May. The Kremlin neither confirmed nor denied it.", "held|denied"),
    (
        "The spokesman said that no [call] had taken place. Asked again, he corrected himself: there was one.",
        "held",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_status(marked, text, expected):
    kind = "call" if any(w in text for w in ("[call", "[spok", "[speak", "[conversation", "[telephoned")) else "meeting"
    kind = "visit" if any(w in text for w in ("[visit", "[trip", "[travel", "welcoming", "[invited")) else kind
    reading, draft = marked(text, kind, day="2025-06-12")
    status.f(reading, draft)
    assert draft.status == expected


@pytest.mark.parametrize("text", HELD[:4])
def test_without_a_publication_date(marked, text):
    reading, draft = marked(text, day=None)
    status.f(reading, draft)
    assert draft.status == "held"


def test_rules_explain_themselves():
    assert all(rule.__doc__ for rule in status.RULES)

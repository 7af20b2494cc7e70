"""The day of a contact: which date belongs to it, and what stands in when the text gives none."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.model import Document, Reason
from demarche.reports.contacts import dates, status

from .conftest import assert_grounded, values

DAY = "2025-06-12"  # a Thursday

OWN = [
    ("Emmanuel Macron [met] Narendra Modi in Paris on Monday.", "2025-06-09"),
    ("On June 10, Emmanuel Macron [met] Narendra Modi.", "2025-06-10"),
    ("President Macron [spoke] today with Prime Minister Modi.", "2025-06-12"),
    ("Yesterday, Mr Macron [called] Mr Modi.", "2025-06-11"),
    ("The two ministers held a [call] on 3 June 2025.", "2025-06-03"),
    ("The [meeting] of 5 May lasted three hours.", "2025-05-05"),
    ("Mr Macron praised the April 6 [talks] between the two ministers.", "2025-04-06"),
    ("Tuesday's [meeting] in Moscow was their fifth.", "2025-06-10"),
    ("Prime Minister Starmer will [visit] India from 20 to 22 June.", "2025-06-20/2025-06-22"),
    ("A [summit] will be held in Moscow on June 16.", "2025-06-16"),
    ("Mr Macron is to fly to Delhi on 17 June to [meet] Mr Modi.", "2025-06-17"),
    ("They have [met] once since Mr Trump returned to office, on 2 June in Oslo.", "2025-06-02"),
    ("It was their first since 18 May, when Mr Trump [telephoned] Mr Putin.", "2025-05-18"),
    ("The [meeting] of the four is foreseen for 22 June in Warsaw.", "2025-06-22"),
    ("The ministers agreed in May to [meet] on 19 June.", "2025-06-19"),
    ("The [visit] was postponed to June 21.", "2025-06-21"),
    ("The ministers [met] in Geneva in March.", "2025-03"),
    ("The ministers [met] on Monday and signed a treaty on Tuesday.", "2025-06-09"),
    ("He [met] Mr Modi during a visit to Delhi on 2 June.", "2025-06-02"),
    ("The [summit] opened on 2 June and closed on 4 June.", "2025-06-02/2025-06-04"),
    ("9 June, Paris. The ministers [meet] for the third time.", "2025-06-09"),
    ("3 June. Mr Macron [telephones] Mr Modi, who is ill.\n\n4 June. Mr Modi rests.", "2025-06-03"),
    ("The [meeting] scheduled for 20 June will be held in Rome.", "2025-06-20"),
]

OF_SOMETHING_ELSE = [
    ("Mr Macron said on Monday that he had [met] Mr Modi on Friday.", "2025-06-06"),
    ("The Kremlin said on Monday that the presidents had [met].", None),
    ("A statement on Monday denied that the ministers had [spoken].", None),
    ("The [call] was called off on Wednesday.", None),
    ("The [visit] was announced on Monday.", None),
    ("It was their eighth [call] this year.", None),
    ("In May Mr Macron [invited] Mr Modi to Paris.", None),
    ("The ministers [discussed] the ceasefire that began on 1 June.", None),
    ("After the attack of 1 June the ministers [met] in Geneva.", None),
    ("Mr Macron [met] Mr Modi ahead of the summit on 17 June.", None),
    ("Mr Macron [spoke] with Mr Modi on the anniversary of the May 9 agreement.", None),
    ("OSLO, June 12 (Northern Wire) - The two presidents [spoke] by telephone on Wednesday.", "2025-06-11"),
    ("The [talks], scheduled to last three days, broke up after an hour.", None),
    ("They exchanged New Year's greetings in the [call].", None),
    ("The ministers will [meet] after the election on 17 June.", None),
    ("The presidents flew to Kyiv to [meet] Mr Zelenskyy and, the following day, to Moscow.", None),
]


DATED = OWN + OF_SOMETHING_ELSE


@pytest.mark.parametrize(("text", "expected"), DATED, ids=[t[:60] for t, _ in DATED])
def test_words_of_the_contact(marked, text, expected):
    reading, draft = marked(text, day=DAY)
    mention = dates.day_of(reading, draft)
    assert (mention.when.edtf if mention else None) == expected or (
        expected and expected in [f.value for f in filled(reading, draft)]
    )


def filled(reading, draft):
    status.f(reading, draft)
    draft.fields.clear()
    dates.f(reading, draft)
    assert_grounded(reading, draft)
    return draft.fields


STAND_IN = [
    ("Vladimir Putin had a telephone [conversation] with Emmanuel Macron.", "2025-06-12~", Reason.PUBLICATION_DATE),
    ("During the telephone [conversation], they discussed the truce.", "2025-06-12~", Reason.PUBLICATION_DATE),
    ("The [meeting] focused on trade.", "2025-06-12~", Reason.PUBLICATION_DATE),
    ("Mr Modi, who is on a [visit] to France, praised the treaty.", "2025-06-12~", Reason.PUBLICATION_DATE),
    ("He praised the recent [talks] with Turkey.", "../2025-06-12", Reason.PUBLICATION_DATE),
    ("The two presidents have [met] five times.", "../2025-06-12", Reason.PUBLICATION_DATE),
    ("You and I recently [spoke] about it.", "../2025-06-12", Reason.PUBLICATION_DATE),
    ("He informed the minister about the progress of the [talks].", "../2025-06-12", Reason.PUBLICATION_DATE),
]


@pytest.mark.parametrize(("text", "expected", "reason"), STAND_IN, ids=[t[:60] for t, _, _ in STAND_IN])
def test_day_of_the_document(marked, text, expected, reason):
    reading, draft = marked(text, day=DAY)
    (field,) = filled(reading, draft)
    assert (field.value, field.reason, field.spans) == (expected, reason, ())


FRAMES = [
    ("Mr Starmer will travel to India on 20-22 June. In Delhi, he will [meet] Mr Modi.", "2025-06-20/2025-06-22"),
    ("On 10 June, Mr Macron met Mr Modi in Paris. He also [met] Mr Jaishankar.", "2025-06-10"),
    ("During the week of June 2, Ms Gray led a delegation to Paris. They [met] the French minister.",
     "2025-06-02/2025-06-08"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRAMES, ids=[t[:60] for t, _ in FRAMES])
def test_days_of_the_journey(marked, text, expected):
    reading, draft = marked(text, day=DAY, sentences=None)
    draft.sentences = draft.sentences[-1:]
    assert [f.value for f in filled(reading, draft)] == [expected]


PLANS = [
    "The two leaders agreed to [meet] in Budapest.",
    "Mr Macron suggested a [meeting] in Geneva.",
    "The [summit] was called off.",
    "They looked forward to the upcoming NATO [Summit].",
]


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_without_a_day_has_none(marked, text):
    reading, draft = marked(text, day=DAY)
    assert filled(reading, draft) == []


def test_nothing_without_a_publication_date(marked):
    reading, draft = marked("Mr Macron [met] Mr Modi.", day=None)
    assert filled(reading, draft) == []


def test_several_days_for_one_cue(marked):
    found = []
    for ordinal in (1, 2):
        text = "They have [spoken] by telephone twice, on 14 April and again on Monday."
        reading, draft = marked(text, "call", day=DAY)
        draft.ordinal = ordinal
        found += [f.value for f in filled(reading, draft)]
    assert found == ["2025-04-14", "2025-06-09"]


CHRONICLES = [
    ("wikipedia_current_events", "", True),
    ("chronicle", "", True),
    ("", "Wikipedia contributors (Portal:Current events)", True),
    ("", "Northern Wire", False),
    ("files", "The Kremlin", False),
]


@pytest.mark.parametrize(("source", "publisher", "expected"), CHRONICLES)
def test_day_pages(source, publisher, expected):
    document = Document("d", "", publisher=publisher, source=source, date=date(2025, 6, 12))
    assert dates.is_day_page(document) is expected


def test_an_item_of_a_chronicle_has_the_day_of_its_page(marked):
    reading, draft = marked(
        "French President Emmanuel Macron [meets] Narendra Modi in Paris.", day=DAY, publisher="Chronicle of 2025"
    )
    (field,) = filled(reading, draft)
    assert (field.value, field.reason) == (DAY, Reason.DAY_PAGE)


def test_the_words_are_quoted(marked):
    reading, draft = marked("Emmanuel Macron [met] Narendra Modi in Paris on Monday.", day=DAY)
    (field,) = filled(reading, draft)
    assert [s.of(reading.document.text) for s in field.spans] == ["Monday"]
    assert values(draft, "date") == ["2025-06-09"]

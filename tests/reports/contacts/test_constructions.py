"""Contacts by the construction that tells of them, with sentences that look alike and must stay silent."""

from __future__ import annotations

import pytest

from demarche.reports import build_reports

Row = tuple[str, ...]
TRUMP, MERZ, FIDAN, PUTIN, MACRON = "Donald Trump", "Friedrich Merz", "Hakan Fidan", "Vladimir Putin", "Emmanuel Macron"
MODI, STARMER, WITKOFF = "Narendra Modi", "Keir Starmer", "Steve Witkoff"


def held(kind: str, *names: str) -> Row:
    return kind, "held", *sorted(names)


def planned(kind: str, *names: str) -> Row:
    return kind, "planned", *sorted(names)


def found(read, text: str, **about: str) -> list[Row]:
    """Type, status and participants of every contact."""
    reports = [r for r in build_reports(read(text, **about)) if r.kind == "contact"]
    return sorted((r.type or "", r.status or "", *sorted(r.names("participants"))) for r in reports)


PASSIVES = [
    (
        "The German chancellor, Friedrich Merz, was telephoned on Sunday by US President Donald Trump.",
        [held("call", TRUMP, MERZ)],
    ),
    (
        "Syrian Foreign Minister Asaad al-Shaibani was greeted in Ankara by his Turkish counterpart Hakan Fidan.",
        [held("meeting", FIDAN, "Asaad al-Shaibani")],
    ),
    ("The assembly was called on Sunday by the Polish government.", []),
    ("The verdict was greeted in Ankara by cheering lawyers.", []),
    ("The deadline of the treaty was met by Poland and Hungary.", []),
]

NOUNS = [
    ("The bilateral between Keir Starmer and Narendra Modi ran over.", [held("meeting", STARMER, MODI)]),
    ("The pull-aside between Keir Starmer and Narendra Modi was brief.", [held("meeting", STARMER, MODI)]),
    (
        "The arrival of US envoy Steve Witkoff in Moscow was shown on television.",
        [held("visit", WITKOFF, "Russia")],
    ),
    (
        "The report sums up the talks held via videoconference by Russian and Ukrainian representatives in May.",
        [held("call", "representatives of Russia", "representatives of Ukraine")],
    ),
    (
        "The governments of Kenya and Uganda held talks on the border in Nairobi.",
        [held("talks", "Kenya", "Uganda")],
    ),
    (
        "Nordic neighbours praised the governments of Kenya and Uganda, which held a dialogue on fishing in May.",
        [held("talks", "Kenya", "Uganda")],
    ),
    ("G7 finance ministers hold a meeting on Thursday.", [held("meeting", "finance ministers of the G7")]),
    ("The finance ministers of Kenya hold a meeting on Thursday.", []),
    ("The arrival of Merz in office changed the tone toward Israel.", []),
    ("The arrival of Russian troops in Belarus alarmed Poland.", []),
    ("Poland backed the joint call from France and Germany for an inquiry.", []),
    ("Washington praised the long engagement of the United States with Thailand.", []),
    ("The bilateral trade between Kenya and Uganda grew.", []),
]

VISITS = [
    (
        "Two explosions shook Kyiv during a visit to the city by UN Secretary-General António Guterres.",
        [held("visit", "António Guterres", "Ukraine")],
    ),
    (
        "Protesters blocked a square in Vienna ahead of Turkish President Recep Tayyip Erdogan's visit.",
        [planned("visit", "Recep Tayyip Erdoğan", "Austria")],
    ),
    (
        "French President Emmanuel Macron opened a museum during a state visit by Kenyan President William Ruto.",
        [held("visit", "William Ruto", "France")],
    ),
    (
        "Estonian Foreign Minister Margus Tsahkna, in Kyiv for talks, spoke of new drones.",
        [held("visit", "Margus Tsahkna", "Ukraine"), held("talks", "Margus Tsahkna", "Ukraine")],
    ),
    (
        "Putin dispatched his aide Yuri Ushakov to Pyongyang on Monday.",
        [held("visit", "Yuri Ushakov", "North Korea")],
    ),
    (
        "Japanese Prime Minister Shigeru Ishiba visited Seoul on Saturday; South Korean President Lee Jae Myung is to "
        "pay a return visit in autumn.",
        [held("visit", "Shigeru Ishiba", "South Korea"), planned("visit", "Lee Jae-myung", "Japan")],
    ),
    (
        "Sudanese President Omar al-Bashir asked Russian President Vladimir Putin for wheat during his first visit to "
        "Russia.",
        [held("visit", "Omar al-Bashir", "Russia")],
    ),
    (
        "Tsahkna's trip, the first to Jordan by an Estonian foreign minister, ended on Monday, Estonian Foreign "
        "Minister Margus Tsahkna wrote.",
        [held("visit", "Margus Tsahkna", "Jordan")],
    ),
    ("Poland sent tanks to Ukraine.", []),
    ("Macron sent condolences to Rome.", []),
    ("The minister confirmed the case of a nurse who visited Kenya, the government of Cyprus said.", []),
    ("Johnson still wants to leave the European Union.", []),
    ("Trump fell ill days after travelling to Grover Falls.", []),
    ("Macron, in Paris for a parade, spoke to veterans.", []),
]

LISTS = [
    (
        "Canada holds urgent talks with allies, including Denmark and Norway, on the strait.",
        [held("talks", "Canada", "Denmark", "Norway")],
    ),
    (
        "A summit between Keir Starmer, Narendra Modi, Emmanuel Macron, and about 30 bankers begins in Rome.",
        [held("summit", STARMER, MODI, MACRON)],
    ),
    (
        "Senior officials from the United States and United Kingdom governments met at Chequers on Monday.",
        [held("meeting", "United States", "United Kingdom")],
    ),
    (
        "A group of U.S. senators visits Ottawa.",
        [held("visit", "senators of the United States", "Canada")],
    ),
    ("Canada holds talks with unions, including teachers and nurses, on pay.", []),
]

SUBJECTS = [
    (
        "After speaking by phone with U.S. Secretary of State Marco Rubio, Japanese Foreign Minister Tarō Kōno says "
        "he hopes for calm.",
        [held("call", "Taro Kono", "Marco Rubio")],
    ),
    (
        "Macron's comments come after a meeting with Turkish President Recep Tayyip Erdogan.",
        [held("meeting", MACRON, "Recep Tayyip Erdoğan")],
    ),
    (
        "The presidents of Russia and Azerbaijan and the prime minister of Armenia will review this at their meeting "
        "in Sochi.",
        [planned("meeting", PUTIN, "Ilham Aliyev", "Nikol Pashinyan")],
    ),
    (
        "Speaking alongside Macron in Paris, Indian Prime Minister Narendra Modi praised the jets.",
        [held("meeting", MACRON, MODI)],
    ),
    (
        "Fidan and Merz gave a joint press conference in Berlin on Monday.",
        [held("meeting", FIDAN, MERZ)],
    ),
    (
        "US Secretary of State Marco Rubio discussed Gaza with Egyptian Foreign Minister Badr Abdelatty in Cairo.",
        [held("meeting", "Marco Rubio", "Badr Abdelatty")],
    ),
    ("Merz gave a press conference on Turkey in Berlin on Monday.", []),
    ("There is no challenge that Kenya and Uganda cannot meet together.", []),
]


NEWS = [
    (
        "Carney travelled to Berlin on 3 June and, the following day, to Warsaw.",
        [held("visit", "Mark Carney", "Germany"), held("visit", "Mark Carney", "Poland")],
    ),
    ("Merz was in talks with his Turkish guest, Hakan Fidan, for two hours.", [held("meeting", MERZ, FIDAN)]),
    ("Merz set foot in Ankara for the first time as chancellor.", [held("visit", MERZ, "Turkey")]),
    ("Merz's plane took off for Seoul on Monday.", [held("visit", MERZ, "South Korea")]),
    (
        "Steve Witkoff sat opposite Ukraine's Rustem Umerov in Istanbul on May 16.",
        [held("meeting", WITKOFF, "Rustem Umerov")],
    ),
    ("The last time that Merz and Fidan met was in May.", [held("meeting", MERZ, FIDAN)]),
    ("Keir Starmer and Friedrich Merz, who met in Rome on Monday, differ.", [held("meeting", STARMER, MERZ)]),
    ("Keir Starmer and Friedrich Merz, who once taught in Rome, differ.", []),
    ("Merz praised Fidan, who met with teachers on Monday.", []),
    ("Putin and Modi could meet in Istanbul, Fidan said.", [("meeting", "proposed", *sorted((PUTIN, MODI)))]),
    (
        "Merz and Fidan attended the summit in The Hague but did not meet.",
        [held("summit", MERZ, FIDAN, "Netherlands"), ("meeting", "denied", *sorted((MERZ, FIDAN)))],
    ),
    ("Merz and Fidan spoke on Monday about a meeting of their presidents.", [held("call", MERZ, FIDAN)]),
    (
        "Georgia barred Polish Prime Minister Donald Tusk from visiting Tbilisi.",
        [("visit", "cancelled", "Donald Tusk", "Georgia")],
    ),
    (
        "Indian Prime Minister Narendra Modi was in Beirut for his sixth visit.",
        [held("visit", MODI, "Lebanon")],
    ),
    ("Kim Jong Un sent a delegation to Beijing.", [held("visit", "delegation of North Korea", "China")]),
    ("Oslo sent a team of doctors to Bergen, and Iceland a team of nurses to Faro.", []),
    (
        "Prices rose after Vladimir Putin said that there was progress during talks with Ukraine.",
        [held("talks", "Russia", "Ukraine")],
    ),
    (
        "President Emmanuel Macron spoke today with transatlantic leaders about fuel. Participants in the call "
        "included Prime Minister Mark Carney of Canada and Prime Minister Keir Starmer of the United Kingdom.",
        [held("call", MACRON, "Mark Carney", STARMER)],
    ),
    ("Carney texted Macron after the vote.", [held("message", "Mark Carney", MACRON)]),
]


@pytest.mark.parametrize(("text", "expected"), [*PASSIVES, *NOUNS, *VISITS, *LISTS, *SUBJECTS, *NEWS])
def test_a_contact_is_told_whatever_the_construction(read, text, expected):
    assert found(read, text) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SECRETARY BLINKEN: Good morning. It's a pleasure to have my friend, the foreign minister, here in town. I "
            "look forward to our dialogue. FOREIGN MINISTER SIKORSKI: We are glad that we can continue our dialogue.",
            [held("meeting", "Antony Blinken", "Radosław Sikorski")],
        ),
        ("SECRETARY BLINKEN: Good morning. I will speak about budgets.", []),
    ],
)
def test_remarks_before_a_meeting_show_that_it_is_held(read, text, expected):
    title = "Secretary Antony J. Blinken and Polish Foreign Minister Radosław Sikorski Before Their Meeting"
    about = {"title": title, "publisher": "US Department of State", "day": "2024-06-12"}
    assert found(read, text, **about) == expected


def test_what_is_discussed_on_a_visit_is_discussed_face_to_face(read):
    text = "I look forward to discussing with Mr Modi how trade may grow."
    about = {"publisher": "Prime Minister of Australia", "day": "2025-06-12"}
    assert found(read, text, title="Visit to India", **about) == [planned("meeting", "Anthony Albanese", MODI)]
    assert found(read, text, title="Call with Narendra Modi", **about) == [planned("call", "Anthony Albanese", MODI)]


def test_nobody_in_office_now_met_anybody_before_they_were_born(read):
    text = "Japanese Prime Minister Shigeru Ishiba visited Honolulu, the first since the attack of December 7, 1941."
    [report] = [r for r in build_reports(read(text)) if r.kind == "contact"]
    assert [f.value for f in report.fields if f.name == "date"] == ["2025-06-12~"]

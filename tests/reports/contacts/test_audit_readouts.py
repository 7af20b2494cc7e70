"""Whole short texts of the kinds that official sites publish: every contact with type, status, people and day."""

from __future__ import annotations

import pytest

from demarche.reports.contacts import build_contacts

KREMLIN, STATE, WHITE_HOUSE = "President of Russia (en.kremlin.ru)", "US Department of State", "The White House (Biden)"
CHRONICLE = "Wikipedia contributors (Portal:Current events)"

KYIV = "Dmytro Kuleba", "Jake Sullivan", "Oleksii Reznikov", "Volodymyr Zelenskyy"

CASES = [
    # two offices of one person, fields of office, lists
    (
        STATE, "2022-03-01", "",
        "Secretary Blinken met today with Prime Minister and Crown Prince Mohammed bin Salman in Riyadh.",
        [("meeting", "held", "2022-03-01", "Antony Blinken", "Mohammed bin Salman")],
    ),
    (
        STATE, "2022-03-01", "",
        "Secretary Blinken spoke today with the UAE Minister of Foreign Affairs and International Cooperation Sheikh "
        "Abdullah bin Zayed Al Nahyan about trade.",
        [("call", "held", "2022-03-01", "Abdullah bin Zayed Al Nahyan", "Antony Blinken")],
    ),
    (
        WHITE_HOUSE, "2022-11-04", "",
        "Jake Sullivan met with President Volodymyr Zelenskyy, Foreign Minister Dmytro Kuleba, "
        "Minister of Defense Reznikov, and others in Kyiv today.",
        [("meeting", "held", "2022-11-04", *KYIV)],
    ),
    (
        WHITE_HOUSE, "2024-05-18", "",
        "Jake Sullivan will meet on May 19 with senior Israeli officials, including Prime Minister Netanyahu.",
        [("meeting", "planned", "2024-05-19", "Benjamin Netanyahu", "Jake Sullivan", "senior officials of Israel")],
    ),
    # days that belong to something else
    (
        KREMLIN, "2022-01-17", "Telephone conversation with President of Serbia Aleksandar Vucic",
        "Vladimir Putin had a telephone conversation with President of Serbia Aleksandar Vucic.\n\n"
        "The President of Serbia recalled the remarks made at the news conference held on December 23, 2021.",
        [("call", "held", "2022-01-17~", "Aleksandar Vučić", "Vladimir Putin")],
    ),
    (
        KREMLIN, "2022-01-17", "Telephone conversation with President of Serbia Aleksandar Vucic",
        "Vladimir Putin had a telephone conversation with President of Serbia Aleksandar Vucic.\n\n"
        "As a follow-up to the talks held in Sochi on November 25, 2021, the leaders went on to discuss gas.",
        [
            ("call", "held", "2022-01-17~", "Aleksandar Vučić", "Vladimir Putin"),
            ("meeting", "held", "2021-11-25", "Aleksandar Vučić", "Vladimir Putin"),
        ],
    ),
    (
        WHITE_HOUSE, "2023-07-04", "",
        "President Biden spoke today with Chancellor Olaf Scholz of Germany to review preparations "
        "for the NATO Summit to be held in Vilnius.",
        [
            ("call", "held", "2023-07-04", "Joe Biden", "Olaf Scholz"),
            ("summit", "planned", None, "Germany", "NATO", "United States"),
        ],
    ),
    # greetings
    (
        STATE, "2022-05-17", "Norway National Day",
        "On behalf of the United States of America, I would like to congratulate the people of Norway on their "
        "Constitution Day.\n\nI join you in celebrating this day and send best wishes for the year ahead.",
        [("message", "held", "2022-05-17~", "Norway", "United States")],
    ),
    (
        KREMLIN, "2021-11-23", "Condolences to President of Serbia Aleksandar Vucic",
        "Vladimir Putin offered his deep condolences to President of Serbia Aleksandar Vucic over the road accident.",
        [("message", "held", "2021-11-23~", "Aleksandar Vučić", "Vladimir Putin")],
    ),
    (
        KREMLIN, "2022-04-27", "",
        "Vladimir Putin sent a message of greetings to President of South Africa Cyril Ramaphosa on Freedom Day.",
        [("message", "held", "2022-04-27~", "Cyril Ramaphosa", "Vladimir Putin")],
    ),
    # the contact is named in the title only
    (
        STATE, "2021-06-13", "Secretary Blinken’s Call with Israeli Foreign Minister Lapid",
        "Secretary Blinken warmly congratulated Yair Lapid today on his appointment as Foreign Minister. "
        "The Secretary and the Minister discussed security.",
        [("call", "held", "2021-06-13", "Antony Blinken", "Yair Lapid")],
    ),
    # journeys
    (
        CHRONICLE, "2013-03-21", "",
        "U.S. President Barack Obama, on a visit to Israel, says that peace is possible.",
        [("visit", "held", "2013-03-21", "Barack Obama", "Israel")],
    ),
    (
        "Prime Minister of Australia (Turnbull, Malcolm) / PM&C PM Transcripts", "2016-01-17", "",
        "On 16 January, the Prime Minister visited Australian troops in Iraq and thanked them.",
        [("visit", "held", "2016-01-16", "Iraq", "Malcolm Turnbull")],
    ),
    # more of a contact, and topics that are no contact of the two
    (
        KREMLIN, "2022-05-29", "",
        "Vladimir Putin had a telephone conversation with Serbian President Aleksandar Vucic. The two leaders had an "
        "in-depth discussion on the bilateral agenda.",
        [("call", "held", "2022-05-29~", "Aleksandar Vučić", "Vladimir Putin")],
    ),
    (
        WHITE_HOUSE, "2024-08-23", "",
        "President Biden spoke today with President Abdel-Fattah El Sisi of Egypt. They discussed upcoming talks "
        "in Cairo.",
        [("call", "held", "2024-08-23", "Abdel Fattah el-Sisi", "Joe Biden")],
    ),
    (
        WHITE_HOUSE, "2022-02-08", "",
        "Jake Sullivan spoke today with NATO Secretary General Jens Stoltenberg. They discussed the readiness of the "
        "United States and NATO to continue engaging in dialogue with Russia.",
        [("call", "held", "2022-02-08", "Jake Sullivan", "Jens Stoltenberg")],
    ),
    (
        WHITE_HOUSE, "2024-01-27", "",
        "President Biden will welcome German Chancellor Olaf Scholz to the White House on February 9. The two will "
        "also coordinate in advance of the NATO Summit in Washington.",
        [
            ("meeting", "planned", "2024-02-09", "Joe Biden", "Olaf Scholz"),
            ("visit", "planned", "2024-02-09", "Joe Biden", "Olaf Scholz"),
            ("summit", "planned", None, "NATO", "United States"),
        ],
    ),
    (
        CHRONICLE, "2004-10-06", "", "The European Commission recommends that talks be opened with Turkey.",
        [("talks", "proposed", None, "European Union", "Turkey")],
    ),
    (
        STATE, "2022-06-21", "",
        "Secretary Blinken spoke today with Colombian President-Elect Gustavo Petro to congratulate him.",
        [("call", "held", "2022-06-21", "Antony Blinken", "Gustavo Petro")],
    ),
    (
        WHITE_HOUSE, "2022-04-24", "",
        "President Biden spoke today with Prime Minister Naftali Bennett of Israel. The President also accepted an "
        "invitation to visit Israel in the coming months.",
        [
            ("call", "held", "2022-04-24", "Joe Biden", "Naftali Bennett"),
            ("visit", "planned", None, "Israel", "Joe Biden"),
        ],
    ),
    (
        KREMLIN, "2021-12-13", "",
        "On December 15, Vladimir Putin will hold talks with President of China Xi Jinping, via videoconference.",
        [("call", "planned", "2021-12-15", "Vladimir Putin", "Xi Jinping")],
    ),
    (
        KREMLIN, "2022-01-18", "",
        "Vladimir Putin had a telephone conversation with Ilham Aliyev. In view of Ilham Aliyev's recent visit to "
        "Ukraine, the two leaders discussed the settlement.",
        [
            ("call", "held", "2022-01-18~", "Ilham Aliyev", "Vladimir Putin"),
            ("visit", "held", "../2022-01-18", "Ilham Aliyev", "Ukraine"),
        ],
    ),
]  # fmt: skip

NONE_TOLD = [
    (
        "The White House (Biden)",
        "They discussed progress since the Vice President launched the Call to Action in May 2021.",
    ),
    (WHITE_HOUSE, "U.S. troops are leaving Afghanistan."),
    ("The Weekly Acre", "The prime minister spoke to the leaders of the opposition on Monday evening."),
    (
        "Prime Minister of Australia (Rudd, Kevin) / PM&C PM Transcripts",
        "The Prime Minister and the Minister for Health were in Bathurst today for Community Cabinet.",
    ),
    (WHITE_HOUSE, "President Biden held separate calls today with Mayor Jane Castor of Tampa and Mayor Ken Welch."),
    (
        "Prime Minister of Australia (Howard, John) / PM&C PM Transcripts",
        "I was pleased today to meet Queensland Premier Rob Borbidge.",
    ),
    (KREMLIN, "The President held a briefing with members of the Security Council. It was attended by Sergei Lavrov."),
]


def rows(reading):
    out = []
    for report in build_contacts(reading):
        day = report.first("date")
        out.append((report.type, report.status, day.value if day else None, *sorted(report.names("participants"))))
    return sorted(out, key=str)


@pytest.mark.parametrize(("publisher", "day", "title", "text", "expected"), CASES)
def test_contacts_of_a_readout(read, publisher, day, title, text, expected):
    found = rows(read(text, day=day, title=title, publisher=publisher))
    assert found == sorted(expected, key=str)


@pytest.mark.parametrize(("publisher", "text"), NONE_TOLD)
def test_nothing_between_states(read, publisher, text):
    assert rows(read(text, day="2024-03-25", publisher=publisher)) == []

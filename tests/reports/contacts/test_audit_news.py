"""Short news texts with invented people: stays, exchanged letters, chronologies, days of postponed journeys."""

from __future__ import annotations

import pytest

from demarche.reports.contacts import build_contacts

WIRE = "Levant Courier (invented)"
MURATI, VUKSAN, SOGAARD, YALCIN = "Besnik Murati", "Danilo Vuksan", "Mette Søgaard", "Cem Yalçın"

CASES = [
    (
        "2023-09-14",
        "Albania's prime minister, Besnik Murati, is expecting his Montenegrin colleague, Danilo Vuksan. The two last "
        "met in Budva in May.",
        [("meeting", "held", "2023-05", MURATI, VUKSAN)],
    ),
    (
        "2024-10-19",
        "Uruguay's president, Martín Etchevarría, has not been idle. Last year he spent three days in Brasília.",
        [("visit", "held", "2023", "Brazil", "Martín Etchevarría")],
    ),
    (
        "2021-11-27",
        "The Danish foreign minister, Mette Søgaard, met her Turkish counterpart, Cem Yalçın. "
        "Mr. Yalçın flew on to Oslo.",
        [("meeting", "held", "2021-11-27~", YALCIN, SOGAARD), ("visit", "held", "2021-11-27~", YALCIN, "Norway")],
    ),
    (
        "2024-01-23",
        "Norwegian Prime Minister Ingrid Solbakken's planned trip to Helsinki in February has been "
        "postponed until March 8.",
        [("visit", "planned", "2024-03-08", "Finland", "Ingrid Solbakken")],
    ),
    (
        "2020-12-18",
        "The Ethiopian minister, Demeke Alemu, and the Sudanese minister, Omer Idris, do not agree.\n\n"
        "22 June: Alemu telephones Idris to protest at a shooting. The call lasts a quarter of an hour.",
        [("call", "held", "2020-06-22", "Demeke Alemu", "Omer Idris")],
    ),
    (
        "2022-08-30",
        "Iraq's water minister, Nadia Hashim, met her Turkish counterpart, Kemal Öztürk, in Ankara on 24 August. "
        "Egypt's foreign minister, Tarek Nassar, sent a written message to Jordan's king, Farid II.",
        [
            ("meeting", "held", "2022-08-24", "Kemal Öztürk", "Nadia Hashim"),
            ("message", "held", "2022-08-30~", "Farid II", "Tarek Nassar"),
        ],
    ),
    (
        "2019-09-25",
        "The songwriter Robert Fell met the guitarist Jerry Plum. Plum invited him to San Francisco.",
        [],
    ),
    (
        "2022-05-29",
        "Finland's president, Elina Koskela, telephoned the Norwegian premier, Ingrid Solbakken. The two leaders had "
        "an in-depth discussion of fishing.",
        [("call", "held", "2022-05-29~", "Elina Koskela", "Ingrid Solbakken")],
    ),
]


@pytest.mark.parametrize(("day", "text", "expected"), CASES)
def test_contacts_of_a_news_text(read, day, text, expected):
    found = []
    for report in build_contacts(read(text, day=day, publisher=WIRE)):
        when = report.first("date")
        found.append((report.type, report.status, when.value if when else None, *sorted(report.names("participants"))))
    assert sorted(found, key=str) == sorted(((*e[:3], *sorted(e[3:])) for e in expected), key=str)

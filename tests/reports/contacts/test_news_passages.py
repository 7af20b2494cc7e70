"""News passages with invented people: agencies, tabloids, live pages, columns, corrections, denials."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.actors import Authority
from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document
from demarche.reports.contacts import build_contacts

#: every passage was printed on a Thursday
DAY = date(2025, 6, 12)

CASES = [
    (
        "The Greek prime minister, Stavros Melas, was with the Turkish president, Orhan Demirel, for nearly two hours "
        "on Monday.",
        [("meeting", "held", "2025-06-09", "Orhan Demirel", "Stavros Melas")],
    ),
    (
        "The Peruvian president, Rosa Quispe, and Chile's president, Ignacio Lagos, lunched in Lima on Tuesday.",
        [("meeting", "held", "2025-06-10", "Ignacio Lagos", "Rosa Quispe")],
    ),
    (
        "The Peruvian president, Rosa Quispe, and Chile's president, Ignacio Lagos, spent three hours over tea in Lima "
        "on Tuesday.",
        [("meeting", "held", "2025-06-10", "Ignacio Lagos", "Rosa Quispe")],
    ),
    (
        "Over lunch in Athens on Monday, the Greek prime minister, Stavros Melas, and the Turkish president, Orhan "
        "Demirel, agreed to reopen the border.",
        [("meeting", "held", "2025-06-09", "Orhan Demirel", "Stavros Melas")],
    ),
    (
        "Macron telephoned Merz on Friday, their third conversation in a week.",
        [("call", "held", "2025-06-06", "Emmanuel Macron", "Friedrich Merz")],
    ),
    (
        "Macron spoke to Zelensky on Saturday and to Trump on Sunday, his office said.",
        [
            ("call", "held", "2025-06-07", "Emmanuel Macron", "Volodymyr Zelenskyy"),
            ("call", "held", "2025-06-08", "Donald Trump", "Emmanuel Macron"),
        ],
    ),
    (
        "Rubio met with Lavrov on Monday in Doha and with Wang Yi on Wednesday in Beijing.",
        [
            ("meeting", "held", "2025-06-09", "Marco Rubio", "Sergei Lavrov"),
            ("meeting", "held", "2025-06-11", "Marco Rubio", "Wang Yi"),
        ],
    ),
    (
        "Rubio met Lavrov on Monday in Doha and the Chinese foreign minister, Wang Yi, on Wednesday in Beijing.",
        [
            ("meeting", "held", "2025-06-09", "Marco Rubio", "Sergei Lavrov"),
            ("meeting", "held", "2025-06-11", "Marco Rubio", "Wang Yi"),
        ],
    ),
    (
        "The White House confirmed a three-way call among Trump, Putin and Zelensky for Monday.",
        [("call", "planned", "2025-06-16", "Donald Trump", "Vladimir Putin", "Volodymyr Zelenskyy")],
    ),
    (
        "Ankara has called a meeting of the Turkish and Syrian foreign ministers for Friday.",
        [("meeting", "planned", "2025-06-13", "Asaad al-Shaibani", "Hakan Fidan")],
    ),
    (
        "The Kremlin announced a summit between Putin and Trump for 15 August.",
        [("summit", "planned", "2025-08-15", "Donald Trump", "Vladimir Putin")],
    ),
    (
        "The Kremlin said there were no plans for Putin to meet Zelensky.",
        [("meeting", "denied", None, "Vladimir Putin", "Volodymyr Zelenskyy")],
    ),
    (
        "Trump floated a meeting with Xi in Seoul.",
        [("meeting", "proposed", None, "Donald Trump", "Xi Jinping")],
    ),
    (
        "A letter from Khamenei reached Putin on Tuesday.",
        [("message", "held", "2025-06-10", "Ali Khamenei", "Vladimir Putin")],
    ),
    (
        "Sybiha, in Warsaw on Tuesday, saw Sikorski.",
        [("meeting", "held", "2025-06-10", "Andrii Sybiha", "Radosław Sikorski")],
    ),
    (
        "Estonia's president, Kadri Tammsaar, dined with the Latvian prime minister, Andris Kalnins, in "
        "Riga on Tuesday. The dinner lasted three hours.",
        [("meeting", "held", "2025-06-10", "Andris Kalnins", "Kadri Tammsaar")],
    ),
    (
        "Portugal's foreign minister, Duarte Sequeira, breakfasted with his Moroccan counterpart, Karim "
        "Bennis, on 3 June. Neither side issued a statement.",
        [("meeting", "held", "2025-06-03", "Duarte Sequeira", "Karim Bennis")],
    ),
    (
        "The Peruvian president, Rosa Quispe, spoke over lunch with Chile's president, Ignacio Lagos, on Monday.",
        [("meeting", "held", "2025-06-09", "Ignacio Lagos", "Rosa Quispe")],
    ),
    (
        "The Greek prime minister, Stavros Melas, spent an hour with the Turkish president, Orhan "
        "Demirel, on 5 June in Ankara.",
        [("meeting", "held", "2025-06-05", "Orhan Demirel", "Stavros Melas")],
    ),
    (
        "Kenya's foreign minister, Wanjiru Otieno, called on President Abel Tesfaye of Ethiopia on Wednesday morning.",
        [("meeting", "held", "2025-06-11", "Abel Tesfaye", "Wanjiru Otieno")],
    ),
    (
        "Brazil's president, Caio Teixeira, flies to Beijing on Sunday. Trade tops the list.",
        [("visit", "planned", "2025-06-15", "Caio Teixeira", "China")],
    ),
    (
        "The Finnish president, Elina Koskela, landed in Tokyo on Tuesday evening for a three-day stay.",
        [("visit", "held", "2025-06-10", "Elina Koskela", "Japan")],
    ),
    (
        "Pakistan's foreign minister, Asif Qureshi, arrived in Tehran on Monday. He saw his Iranian "
        "colleague, Reza Farahani, the same evening.",
        [
            ("visit", "held", "2025-06-09", "Asif Qureshi", "Iran"),
            ("meeting", "held", "2025-06-09", "Asif Qureshi", "Reza Farahani"),
        ],
    ),
    (
        "Vietnamese President Tran Van Long heads to Jakarta next week.",
        [("visit", "planned", "2025-06-16/2025-06-22", "Indonesia", "Tran Van Long")],
    ),
    (
        "The Dutch prime minister, Pieter van Houten, goes to Rabat on 20 June.",
        [("visit", "planned", "2025-06-20", "Morocco", "Pieter van Houten")],
    ),
    (
        "Ghana's president, Kwame Asante, paid a visit to Lome on 28 May.",
        [("visit", "held", "2025-05-28", "Kwame Asante", "Togo")],
    ),
    (
        "Ireland's foreign minister, Niamh Corrigan, was received by President Stavros Melas of Greece on Friday.",
        [("meeting", "held", "2025-06-06", "Niamh Corrigan", "Stavros Melas")],
    ),
    (
        "Poland's president, Witold Zaremba, saw the Lithuanian president, Jonas Petrauskas, in Vilnius on 1 June.",
        [("meeting", "held", "2025-06-01", "Jonas Petrauskas", "Witold Zaremba")],
    ),
    (
        "The Israeli prime minister, Amos Barlev, took a call from the Egyptian president, Tarek Nassar, "
        "on Wednesday. It lasted 20 minutes.",
        [("call", "held", "2025-06-11", "Amos Barlev", "Tarek Nassar")],
    ),
    (
        "The Turkish president, Orhan Demirel, hung up on the Swedish prime minister, Lars Ekdal, a tabloid says.",
        [("call", "held", "2025-06-12~", "Lars Ekdal", "Orhan Demirel")],
    ),
    (
        "Spain's prime minister, Alba Ferrer, had the Algerian president, Karim Mansouri, on the line for"
        " half an hour on Tuesday.",
        [("call", "held", "2025-06-10", "Alba Ferrer", "Karim Mansouri")],
    ),
    (
        "The presidents of Kazakhstan and Uzbekistan, Daniyar Abenov and Rustam Yuldashev, exchanged "
        "telegrams on 9 June.",
        [("message", "held", "2025-06-09", "Daniyar Abenov", "Rustam Yuldashev")],
    ),
    (
        "India's foreign secretary, Vikram Rao, and his Nepali counterpart, Bishnu Thapa, exchanged "
        "letters last month.",
        [("message", "held", "2025-05", "Bishnu Thapa", "Vikram Rao")],
    ),
    (
        "Delegations from Sudan and Chad held a first round of talks in Cairo on 20 May. A second round "
        "on 6 June was cancelled.",
        [("talks", "held", "2025-05-20", "Chad", "Sudan"), ("talks", "cancelled", "2025-06-06", "Chad", "Sudan")],
    ),
    (
        "The Australian ambassador in Hanoi, Fiona Marsh, was received by Vietnam's deputy foreign "
        "minister, Nguyen Thi Hoa, on Monday.",
        [("meeting", "held", "2025-06-09", "Fiona Marsh", "Nguyen Thi Hoa")],
    ),
    (
        "The American under-secretary Paul Hendry sat down with Qatar's foreign minister, Hamad Al-"
        "Mansoor, in Doha on 7 June for two hours.",
        [("meeting", "held", "2025-06-07", "Hamad Al-Mansoor", "Paul Hendry")],
    ),
    (
        "Japan's vice minister for foreign affairs, Kenji Morita, received the Mongolian ambassador, Bold"
        " Ganbat, on Tuesday.",
        [("meeting", "held", "2025-06-10", "Bold Ganbat", "Kenji Morita")],
    ),
    (
        "The Danish prime minister, Mette Dalgaard, met Iceland's president, Sigrun Jonsdottir, in "
        "Reykjavik on Wednesday. She will travel on to Ottawa on Friday.",
        [
            ("meeting", "held", "2025-06-11", "Mette Dalgaard", "Sigrun Jonsdottir"),
            ("visit", "planned", "2025-06-13", "Canada", "Mette Dalgaard"),
        ],
    ),
    (
        "China's foreign minister, Zhou Lian, visits Malaysia on 9 July and Thailand the day after.",
        [
            ("visit", "planned", "2025-07-09", "Malaysia", "Zhou Lian"),
            ("visit", "planned", "2025-07-10", "Thailand", "Zhou Lian"),
        ],
    ),
    (
        "The Saudi foreign minister, Faisal Al-Harbi, who arrived in the Omani capital on Wednesday, "
        "travels on to Baghdad on Friday.",
        [
            ("visit", "held", "2025-06-11", "Faisal Al-Harbi", "Oman"),
            ("visit", "planned", "2025-06-13", "Faisal Al-Harbi", "Iraq"),
        ],
    ),
    (
        "Correction: On 8 June we wrote that Hungary's president, Gabor Szalai, had met the Belarusian "
        "president, Viktor Lukin. He did not.",
        [("meeting", "denied", None, "Gabor Szalai", "Viktor Lukin")],
    ),
    (
        "The Iranian foreign ministry denied that its minister, Reza Farahani, had spoken by telephone "
        "with the American secretary of state, Paul Hendry.",
        [("call", "denied", None, "Paul Hendry", "Reza Farahani")],
    ),
    (
        "No such meeting took place, the Georgian foreign ministry said of reports that its minister, "
        "Nino Beridze, had seen the Russian minister, Oleg Sorokin, in Vienna.",
        [("meeting", "denied", None, "Nino Beridze", "Oleg Sorokin")],
    ),
    (
        "3 March: Nigeria's president, Musa Danladi, rings President Kwame Asante of Ghana.\n\n9 March: The "
        "two meet in Abidjan.",
        [
            ("call", "held", "2025-03-03", "Kwame Asante", "Musa Danladi"),
            ("meeting", "held", "2025-03-09", "Kwame Asante", "Musa Danladi"),
        ],
    ),
    (
        "The emir of Kuwait, Salem Al-Rashid, has written to the Iraqi president, Jawad Karim.",
        [("message", "held", "2025-06-12~", "Jawad Karim", "Salem Al-Rashid")],
    ),
    (
        "The Philippine president, Rodel Santos, hosted Indonesia's president, Budi Hartono, in Manila on 30 May.",
        [("meeting", "held", "2025-05-30", "Budi Hartono", "Rodel Santos")],
    ),
    (
        "The Argentine president, Lucas Peralta, and his Uruguayan colleague, Ana Etchevarria, put their "
        "heads together for 45 minutes in Montevideo on Tuesday.",
        [("meeting", "held", "2025-06-10", "Ana Etchevarria", "Lucas Peralta")],
    ),
    (
        "Tunisia's foreign minister, Hedi Jaziri, and Italy's foreign minister, Carlo Bassi, conferred by"
        " telephone on 11 June.",
        [("call", "held", "2025-06-11", "Carlo Bassi", "Hedi Jaziri")],
    ),
    (
        "The Mexican president, Elena Rivas, consulted the Guatemalan president, Jorge Xicay, by video link on Monday.",
        [("call", "held", "2025-06-09", "Elena Rivas", "Jorge Xicay")],
    ),
    (
        "Zambia's president, Chanda Mwila, will host his Malawian counterpart, Grace Banda, on 1 July.",
        [("meeting", "planned", "2025-07-01", "Chanda Mwila", "Grace Banda")],
    ),
    (
        "The Swiss foreign minister, Urs Amstutz, has put off his journey to Moscow indefinitely.",
        [("visit", "cancelled", None, "Russia", "Urs Amstutz")],
    ),
    (
        "A meeting between the Cypriot president, Nikos Ioannou, and Turkey's president, Orhan Demirel, "
        "is off the table, an aide said.",
        [("meeting", "cancelled", None, "Nikos Ioannou", "Orhan Demirel")],
    ),
    (
        "The Romanian president, Radu Ionescu, has offered to go to Chisinau himself.",
        [("visit", "proposed", None, "Moldova", "Radu Ionescu")],
    ),
    (
        "After weeks of silence the foreign ministers of Colombia and Venezuela, Camila Rojas and Jesus "
        "Paredes, came face to face in Cucuta on 3 June.",
        [("meeting", "held", "2025-06-03", "Camila Rojas", "Jesus Paredes")],
    ),
    (
        "The Algerian president, Karim Mansouri, granted the French ambassador, Luc Delorme, an audience on Wednesday.",
        [("meeting", "held", "2025-06-11", "Karim Mansouri", "Luc Delorme")],
    ),
    (
        "Thailand's prime minister, Somchai Wattana, was on the phone to his Cambodian counterpart, Sok "
        "Vannak, for 25 minutes last Friday.",
        [("call", "held", "2025-06-06", "Sok Vannak", "Somchai Wattana")],
    ),
    (
        "The Ecuadorian president, Diego Vela, made the short trip to Bogota on 6 June.",
        [("visit", "held", "2025-06-06", "Colombia", "Diego Vela")],
    ),
    (
        "Before that, Egypt's president, Tarek Nassar, had stopped in Khartoum for a few hours on 8 June.",
        [("visit", "held", "2025-06-08", "Sudan", "Tarek Nassar")],
    ),
    (
        "Slovenia's president, Maja Kranjc, is to receive the Montenegrin president, Danilo Vuksan, in "
        "Ljubljana on 24 June. They last met in Podgorica in March.",
        [
            ("meeting", "planned", "2025-06-24", "Danilo Vuksan", "Maja Kranjc"),
            ("meeting", "held", "2025-03", "Danilo Vuksan", "Maja Kranjc"),
        ],
    ),
    (
        "Mozambique's president, Joaquim Macuacua, and his South African counterpart, Thabo Dlamini, had "
        "dinner in Pretoria on Tuesday.",
        [("meeting", "held", "2025-06-10", "Joaquim Macuacua", "Thabo Dlamini")],
    ),
    (
        "They see President Kadri Tammsaar of Estonia one after the other: Sweden's Lars Ekdal at nine, "
        "Denmark's Mette Dalgaard at ten.",
        [],
    ),
    (
        "The Cambodian prime minister, Sok Vannak, will spend two days in Vientiane next week.",
        [("visit", "planned", "2025-06-16/2025-06-22", "Laos", "Sok Vannak")],
    ),
    (
        "The German chancellor, Jens Albrecht, exchanged a few words with the Indian prime minister, "
        "Vikram Rao, in Geneva on 2 June.",
        [("meeting", "held", "2025-06-02", "Jens Albrecht", "Vikram Rao")],
    ),
    (
        "A telephone call on 7 June between the Finnish president, Elina Koskela, and the Estonian "
        "president, Kadri Tammsaar, lasted 35 minutes.",
        [("call", "held", "2025-06-07", "Elina Koskela", "Kadri Tammsaar")],
    ),
    (
        "The Ugandan president, Moses Kato, stayed away from the dinner but saw the Tanzanian president, "
        "Neema Mushi, the next morning, 4 June.",
        [("meeting", "held", "2025-06-04", "Moses Kato", "Neema Mushi")],
    ),
    (
        "Mongolia's foreign minister, Bold Ganbat, is on his way to Astana, where he will meet "
        "Kazakhstan's president, Daniyar Abenov, tomorrow.",
        [
            ("visit", "planned", "2025-06-13", "Bold Ganbat", "Kazakhstan"),
            ("meeting", "planned", "2025-06-13", "Bold Ganbat", "Daniyar Abenov"),
        ],
    ),
    (
        "The Egyptian president, Tarek Nassar, picked up the telephone and called the king of Jordan, Farid Hashim.",
        [("call", "held", "2025-06-12~", "Farid Hashim", "Tarek Nassar")],
    ),
    (
        "Turkey's foreign minister, Cem Yalcin, and Greece's foreign minister, Eleni Pappas, sat down for"
        " breakfast in Nicosia on Wednesday.",
        [("meeting", "held", "2025-06-11", "Cem Yalcin", "Eleni Pappas")],
    ),
    (
        "Five days ago the Latvian prime minister, Andris Kalnins, rang up his Polish colleague, Witold Zaremba.",
        [("call", "held", "2025-06-07", "Andris Kalnins", "Witold Zaremba")],
    ),
    (
        "The Dominican president, Luis Matos, crossed into Haiti on Sunday for a visit of three hours.",
        [("visit", "held", "2025-06-08", "Haiti", "Luis Matos")],
    ),
    (
        "The Czech prime minister, Tomas Vesely, bumped into the Slovak premier, Peter Hruska, in a lift "
        "in Brussels on 5 June.",
        [("meeting", "held", "2025-06-05", "Peter Hruska", "Tomas Vesely")],
    ),
    (
        "The British foreign secretary, Helen Marsh, had coffee with the Irish foreign minister, Niamh "
        "Corrigan, in Dublin on Friday.",
        [("meeting", "held", "2025-06-06", "Helen Marsh", "Niamh Corrigan")],
    ),
    (
        "Contrary to what this page said yesterday, the Maltese prime minister, Karl Zammit, did not meet"
        " the Libyan premier, Omar Senussi.",
        [("meeting", "denied", None, "Karl Zammit", "Omar Senussi")],
    ),
    (
        "Uruguay's president, Ana Etchevarria, opened her door to the Paraguayan ambassador, Luis Benitez, on Tuesday.",
        [],
    ),
    (
        "Japan's prime minister, Kenji Morita, made a lightning trip to Manila on Monday and was back by midnight.",
        [("visit", "held", "2025-06-09", "Kenji Morita", "Philippines")],
    ),
    (
        "Norway's foreign minister, Anders Lie, leaves for Washington on Saturday.",
        [("visit", "planned", "2025-06-14", "Anders Lie", "United States")],
    ),
    (
        "The Polish president, Witold Zaremba, heads to victory, and his party headed for the exit.",
        [],
    ),
    (
        "Peru's president, Rosa Quispe, returned from Cusco on Monday and left for Arequipa.",
        [],
    ),
    (
        "Chile's president, Ignacio Lagos, had the finance minister on the phone all day. The two put "
        "their heads together.",
        [],
    ),
    (
        "The Latvian premier, Andris Kalnins, ran into trouble in Daugavpils.",
        [],
    ),
    (
        "Police stopped in Berlin on Monday a lorry which the Danish ministry had expected in Hamburg.",
        [],
    ),
]


@pytest.fixture(scope="module")
def told(nlp) -> list[list[tuple[str | None, ...]]]:
    """What each passage tells, all of them read in one batch."""
    authority = Authority.load()
    documents = [
        Document(f"passage-{n}", text, publisher="Levant Courier (invented)", date=DAY)
        for n, (text, _) in enumerate(CASES)
    ]
    return [_rows(find_mentions(d, tokens, authority)) for d, tokens in annotate(documents, nlp)]


def _rows(reading) -> list[tuple[str | None, ...]]:
    rows = []
    for report in build_contacts(reading):
        when = report.first("date")
        rows.append((report.type, report.status, when.value if when else None, *sorted(report.names("participants"))))
    return sorted(rows, key=str)


@pytest.mark.parametrize("number", range(len(CASES)))
def test_contacts_of_a_passage(told, number):
    assert told[number] == sorted(CASES[number][1], key=str)

"""Sentences of our own: what someone says is likely to happen, and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document, Report
from demarche.reports.forecasts import build_forecasts

if TYPE_CHECKING:
    from spacy.language import Language

    from demarche.actors import Authority

#: sentence -> who foretells (a word of the name)
FORETELLING: list[tuple[str, str]] = [
    ("Analysts expect Ankara to give way before the summer.", "analysts"),
    ("Observers expect the embargo to slip again.", "observers"),
    ("Economists predict that the Russian economy will shrink by four per cent this year.", "economists"),
    ("The International Monetary Fund forecasts that Egypt's debt will grow.", "Monetary"),
    ("Markets expect the lira to fall further.", "markets"),
    ("Diplomats reckon the treaty will be signed by October.", "diplomats"),
    ("Experts believe that Iran will return to the talks.", "experts"),
    ("Most analysts think the ceasefire will not hold.", "analysts"),
    ("Experts say the border will stay closed until the spring.", "experts"),
    ("Traders predict higher prices for Ukrainian wheat.", "traders"),
    ("President Macron expects Iran to accept the plan.", "Macron"),
    ("Prime Minister Orban predicted that the sanctions would collapse by Christmas.", "Orbán"),
    ("Zelenskyy expects the partners to deliver the aircraft this year.", "Zelenskyy"),
    ("Chancellor Merz expects the war in Ukraine to go on through the winter.", "Merz"),
    ("President Erdogan said that Greece would regret the decision.", "Erdoğan"),
    ("The White House said that Russia will attack within days.", "White House"),
    ("The Pentagon says that China will have 1,000 warheads by 2030.", "Department of Defense"),
    ("NATO warned of a new Russian offensive.", "NATO"),
    ("The United Nations warned that Sudan is on the brink of famine.", "United Nations"),
    ("The World Bank warned of a recession in Argentina.", "World Bank"),
    ("The Red Cross warned that the prison in Haiti will collapse.", "Red Cross"),
    ("President Zelenskyy warned that Russia is preparing a new attack.", "Zelenskyy"),
    ("The inflation in Turkey is expected by economists to reach 50 per cent.", "economists"),
    ("The ruble is expected by analysts to weaken.", "analysts"),
    ("Prime Minister Modi is confident that the treaty will be ratified.", "Modi"),
    ("The French foreign minister is certain that the truce will hold.", "minister"),
    ("President Lula is convinced that the two sides will find a way.", "Lula"),
    ("President Sisi is optimistic that the hostages will be freed soon.", "Sisi"),
    ("According to Professor Marta Lind from the university of Uppsala, Moscow will wait until the spring.", "Lind"),
    ("According to analysts at the institute, Tehran will not give in.", "analysts"),
    ("In the opinion of experts the tariffs will be gone by the autumn.", "experts"),
    ('"I expect the bridge to reopen in May," said President Vucic.', "Vučić"),
    ('"I would be surprised if Russia kept its word," said President Stubb of Finland.', "Stubb"),
    ('"My guess is that they will sign in June," President Macron told reporters.', "Macron"),
    ('"The truce will not last," predicted President Erdogan.', "Erdoğan"),
    ('"We expect another wave of strikes," said President Zelenskyy.', "Zelenskyy"),
    ('"They are going to close the straits," President Biden said.', "Biden"),
    ("President Biden predicted that Sweden would join NATO before the summit.", "Biden"),
    ("Most observers predict a long stalemate in Libya.", "observers"),
    ("The European Commission forecasts growth of one per cent in Moldova next year.", "Commission"),
    ("The European Commission expects Ukraine to complete the reform by December.", "Commission"),
    ("Analysts at the bank expect Beijing to retaliate.", "analysts"),
    ("Iran watchers and diplomats expect no change before the election.", "diplomats"),
    ("Insiders reckon that Berlin will drop its veto.", "insiders"),
    ("Some experts foresee a split of Libya.", "experts"),
    ("Economists project that Greece will pay back the loan by 2031.", "economists"),
    ("President Putin said that Ukraine will lose its access to the sea.", "Putin"),
    ("President Aliyev believes that Armenia will sign.", "Aliyev"),
    ("Foreign Minister Lavrov predicted that Europe would come back to the table.", "Lavrov"),
    ("President Kagame anticipates that the rebels will leave the town.", "Kagame"),
    ("Scholars doubt it, but traders expect the ban to fall by July.", "traders"),
    ("President Milei told investors that Brazil will follow his example.", "Milei"),
    ("The Kremlin believes that the West will tire of the war.", "Kremlin"),
    ("Pundits predict that Warsaw will blink first.", "pundits"),
    ("The Bank of England expects Britain to slip into recession.", "Bank"),
    ("President Xi is sure that Taiwan will return.", "Xi"),
    ("Analysts warn that the pact could collapse.", "analysts"),
    ("UNICEF warned that thousands of children in Yemen could die.", "UNICEF"),
    ("The Estonian prime minister warned that Russia would test the alliance within three years.", "minister"),
    ("Economists expect Cuba to default.", "economists"),
    ("President Boric expects the two chambers to approve the treaty with the European Union.", "Boric"),
    ("Experts estimate that the repair of the pipeline will take a year.", "experts"),
    ("Analysts predict Seoul will answer in kind.", "analysts"),
    ("Strategists expect the front to freeze by winter.", "strategists"),
    ("President Tokayev said that the sea will probably dry up.", "Tokayev"),
    ("Researchers expect the glacier to vanish by 2050.", "researchers"),
    ("Bookmakers and diplomats alike bet that Geneva will be chosen.", "diplomats"),
    ("Prime Minister Starmer insisted that the sanctions will bite by the summer.", "Starmer"),
    ("President Yoon warned of a new missile test by the North.", "Yoon"),
    ("Analysts project a drop in Chinese exports to Japan.", "analysts"),
    ("Experts reckon that both capitals will send their ambassadors back in the spring.", "experts"),
    ("Most diplomats expect the veto to stand.", "diplomats"),
    ("President Petro predicts that Venezuela will reopen the bridge.", "Petro"),
    ("The economists expect the franc to rise against the euro.", "economists"),
    ("Market analysts forecast that Nigeria will import less rice.", "analysts"),
]

#: near-misses: expected guests, plans, wishes, own deeds, requests, the past, things
NOT_FORETELLING: list[str] = [
    "President Macron is expected in Berlin on Friday.",
    "The king is expected to arrive in Tokyo on Monday.",
    "The two leaders are expected to meet in June.",
    "The U.S. side expects the summit within two weeks.",
    "The palace expects the visit in the autumn.",
    "The ministers are expected to discuss trade.",
    "France will send two ships to Lebanon.",
    "The president will visit Poland next week.",
    "The foreign minister will travel to Cairo on Tuesday.",
    "Germany will provide Ukraine with tanks.",
    "President Biden said that he will meet the king of Jordan.",
    "Chancellor Merz said that Germany will help Ukraine.",
    "President Putin said that the next meeting will take place in Minsk.",
    "The Kremlin said that the president will travel to Beijing.",
    "The White House said that the two leaders will speak on Friday.",
    "President Macron said that he had read the letter from Moscow.",
    "The ministry expects applicants to be younger than thirty.",
    "The talks took longer than expected.",
    "As expected, the ministers signed the protocol.",
    "The result was not expected in Paris.",
    "The long-expected treaty was signed in Rome.",
    "The expected rise did not come.",
    "The prime minister did not expect such a welcome in Oslo.",
    "The two sides discussed the economic forecast for Africa.",
    "The weather forecast kept the delegation in Reykjavik.",
    "The project connects Kenya and Uganda.",
    "The minister visited a project in Zambia.",
    "The bank projects its logo onto the palace in Vienna.",
    "China warned Japan against the visit.",
    "Iran warned Azerbaijan that it would close the border.",
    "Turkey warned Greece of consequences.",
    "The premier thanked Poland for its warning.",
    "The two presidents spoke about the future of Syria.",
    "The future of the alliance was discussed in Brussels.",
    "The minister hopes that Norway wins.",
    "The queen hopes to visit Canada.",
    "The ministers believe in a strong Europe.",
    "President Biden believes that Iran fired first.",
    "The Kremlin believes that the report is false.",
    "Experts believe that the letter is genuine.",
    "Analysts said that exports to India grew last year.",
    "Experts say the dam was built in 1969.",
    "Diplomats say that the talks were friendly.",
    "According to the Kremlin, the call lasted an hour.",
    "According to the palace, the king met the Danish premier.",
    "According to the report, Sudan has received two million dollars.",
    "In the opinion of the minister, the law is fair.",
    "The minister is confident in his Polish colleague.",
    "The president was certain of his facts when he met the Japanese premier.",
    "She is convinced of the value of the alliance with Spain.",
    "The ministers are sure of each other.",
    "The will of the people of Taiwan must be respected.",
    "The old king's will was read in Amman.",
    "The leaders will also discuss the war in Sudan.",
    "Norway will close its ports unless Iceland cuts its quota.",
    "Russia will respond if Finland joins.",
    "The United States will impose sanctions on Georgia if the law stands.",
    "The president told his guest from Chile that he liked the wine.",
    "The chancellor told the Italian premier that the pact had been useful.",
    "The secretary stressed that the alliance is strong.",
    "The spokesman added that no date has been set for the visit to Rome.",
    "The spokesman said that the visit will begin on Monday.",
    "The prime minister noted that trade with Japan has doubled.",
    "The president recalled that Sweden had warned of the danger.",
    "The minister asked whether Iran would agree.",
    "It is unclear whether Iran will agree.",
    "Nobody knows when the bridge to Denmark will open.",
    "The two sides agreed to open the bridge in May.",
    "The envoy promised that Egypt would keep the peace.",
    "Israel said it would strike Iran.",
    "The leaders agreed that the next summit will be held in Lima.",
    "The treaty will enter into force in July.",
    "The anniversary will be marked in Warsaw.",
    "The president expects nothing from his guest from Rome.",
    '"We will help our friends in Moldova," President Iohannis said.',
    '"I will visit Kyiv soon," said President Macron.',
    '"We thank Japan for its help," the minister said.',
    '"They were here in May," the Polish president said.',
    "The court expects a ruling on the dispute between Peru and Chile.",
    "The ministers bet a bottle of wine on the match between Spain and Italy.",
]


@pytest.fixture(scope="module")
def found(nlp: Language, authority: Authority) -> dict[str, list[Report]]:
    sentences = [s for s, _ in FORETELLING] + NOT_FORETELLING
    documents = [Document(f"s{i}", s, date=date(2025, 6, 12)) for i, s in enumerate(sentences)]
    return {
        document.text: list(build_forecasts(find_mentions(document, doc, authority)))
        for document, doc in annotate(documents, nlp)
    }


def share(flags: Iterable[bool]) -> float:
    flags = list(flags)
    return sum(flags) / len(flags)


def test_table_is_large_and_half_near_misses() -> None:
    assert len(FORETELLING) + len(NOT_FORETELLING) >= 150
    assert len(NOT_FORETELLING) >= 75


def test_forecasts_are_found(found: dict[str, list[Report]]) -> None:
    missed = [s for s, _ in FORETELLING if not found[s]]
    assert share(bool(found[s]) for s, _ in FORETELLING) >= 0.85, missed


def test_forecasters_are_right(found: dict[str, list[Report]]) -> None:
    wrong = [
        (s, who, found[s][0].names("actor"))
        for s, who in FORETELLING
        if found[s] and not any(who in name for name in found[s][0].names("actor"))
    ]
    assert len(wrong) <= 8, wrong


def test_near_misses_are_left_out(found: dict[str, list[Report]]) -> None:
    coded = [s for s in NOT_FORETELLING if found[s]]
    assert len(coded) <= 6, coded


def test_odds_and_horizon(found: dict[str, list[Report]]) -> None:
    (report,) = found["Diplomats reckon the treaty will be signed by October."]
    horizon = report.first("horizon")
    assert horizon is not None and horizon.value == "2025-06-12/2025-10"
    (report,) = found["UNICEF warned that thousands of children in Yemen could die."]
    odds = report.first("probability")
    assert odds is not None and odds.value == "could"

"""Sentences of our own: what one side holds out to another, and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document, Report
from demarche.reports.offers import build_offers

if TYPE_CHECKING:
    from spacy.language import Language

    from demarche.actors import Authority

#: sentence -> type
OFFERING: list[tuple[str, str]] = [
    # proposals
    ("Brazil proposed a peace plan to Russia and Ukraine.", "proposal"),
    ("Egypt proposes a five-day truce between Israel and Hamas.", "proposal"),
    ("Norway offered to mediate between Colombia and the rebels.", "proposal"),
    ("Qatar has offered Chad a loan.", "proposal"),
    ("China offered to build a railway in Kenya.", "proposal"),
    ("Switzerland offered its good offices to Armenia and Azerbaijan.", "proposal"),
    ("Japan proposed to Russia that they fish the waters jointly.", "proposal"),
    ("The Turkish president suggested a prisoner exchange to Moscow.", "proposal"),
    ("India proposes a joint survey of the glacier to Pakistan.", "proposal"),
    ("Indonesia offered to send observers to Myanmar.", "proposal"),
    ("Macron's proposal for a truce in Lebanon was rejected by Israel.", "proposal"),
    ("Erdogan's offer to mediate between Russia and Ukraine still stands.", "proposal"),
    ("Saudi Arabia has offered Yemen's rebels a ceasefire.", "proposal"),
    ("Serbia offered Kosovo an exchange of territory.", "proposal"),
    # pledges
    ("Germany pledged 200 million euros to Moldova.", "pledge"),
    ("South Korea promised to return the relics to Japan.", "pledge"),
    ("The United Kingdom pledged to train Ukrainian pilots.", "pledge"),
    ("Denmark promised Greenland a new hospital and Iceland two ships.", "pledge"),
    ("Sweden will provide Ukraine with air defence systems.", "pledge"),
    ("The European Union will continue to support Moldova.", "pledge"),
    ("Australia will deliver 40 armoured vehicles to Ukraine.", "pledge"),
    ("Japan is ready to help Turkey after the earthquake.", "pledge"),
    ("Canada stands ready to assist Jamaica.", "pledge"),
    ("Poland is prepared to send engineers to Georgia.", "pledge"),
    ("Chancellor Merz announced a new aid package for Jordan worth 50 million euros.", "pledge"),
    ("France announced a fund for the reconstruction of Lebanon.", "pledge"),
    ("The United States is committed to providing Israel with interceptors.", "pledge"),
    ("Prime Minister Starmer reaffirmed his commitment to provide weapons to Ukraine.", "pledge"),
    ("Italy vowed to protect Albanian airspace.", "pledge"),
    ("Tokyo's promise to fund the dam in Laos was welcomed.", "pledge"),
    ("The king of Jordan guaranteed Syrian families a safe return.", "pledge"),
    ("Finland will join the mission in Kosovo.", "pledge"),
    ("China said it would provide Pakistan with a new loan.", "pledge"),
    ("Norway will finance the clearing of mines in Cambodia.", "pledge"),
    ("The Dutch government will send a frigate to help Greece.", "pledge"),
    ("Spain will transfer two tanks to Ukraine.", "pledge"),
    # agreements
    ("Iran and Saudi Arabia agreed to reopen their embassies.", "agreement"),
    ("India and China have agreed to withdraw their troops from the valley.", "agreement"),
    ("The presidents of Chile and Bolivia agreed on a new border line.", "agreement"),
    ("Armenia and Azerbaijan signed a peace treaty.", "agreement"),
    ("Japan and the Philippines signed an agreement on the exchange of troops.", "agreement"),
    ("Egypt and Ethiopia reached a deal on the filling of the dam.", "agreement"),
    ("Serbia and Kosovo reached an agreement on car number plates.", "agreement"),
    ("Russia and Ukraine agreed to exchange 300 prisoners.", "agreement"),
    ("The United States and Vietnam struck a trade deal.", "agreement"),
    ("Israel and Lebanon agreed to a truce of sixty days.", "agreement"),
    ("Canada concluded a free trade agreement with Ecuador.", "agreement"),
    ("Turkey signed a memorandum with Somalia.", "agreement"),
    ("The United Kingdom signed a treaty with Germany.", "agreement"),
    ("China and Nepal agreed to build a road through the pass.", "agreement"),
    ("A treaty was signed by Finland and Sweden.", "agreement"),
    ("The ministers of Iraq and Iran agreed to share the waters of the river.", "agreement"),
    ("Ghana and Togo have come to an agreement on the sea border.", "agreement"),
    ("Kenya and Uganda agreed to lower the duty on milk.", "agreement"),
    ("Pakistan and Afghanistan agreed to a ceasefire on Sunday.", "agreement"),
    ("Greece and Egypt signed an accord on their economic zones.", "agreement"),
    # concessions
    ("Morocco lifted its visa ban on Spanish citizens.", "concession"),
    ("The United States lifted sanctions on Syria.", "concession"),
    ("India removed its duties on American almonds.", "concession"),
    ("Australia eased restrictions on Chinese investors.", "concession"),
    ("Poland sends its ambassador back to Hungary.", "concession"),
    ("The European Union lifted the embargo on Belarusian potash.", "concession"),
    # aid
    ("India sent two planes of medicine to Myanmar.", "aid"),
    ("Qatar delivered food and tents to Sudan.", "aid"),
    ("The United States approved a military aid package for Taiwan.", "aid"),
    ("Kuwait donated 20 ambulances to Lebanon.", "aid"),
    ("Germany handed over four generators to Moldova.", "aid"),
    ("The Emirates granted Egypt a loan of two billion dollars.", "aid"),
    ("Turkey has provided Somalia with food and medicine.", "aid"),
    ("President Zelenskyy thanked Lithuania for sending 30 vehicles.", "aid"),
    ("South Korea supplied Poland with tanks.", "aid"),
    ("Cuba gave Honduras 10,000 doses of its vaccine.", "aid"),
    ("The International Monetary Fund approved a loan for Kenya.", "aid"),
]

#: near-misses: contacts, courtesy, views, topics, wishes, domestic matters, things
NOT_OFFERING: list[str] = [
    "Trump threatened Russia with tariffs unless it agrees to a ceasefire by August 8.",
    "Unless Israel and Hamas reach an agreement this month, Egypt will close the crossing.",
    "The president proposed a meeting with his Polish counterpart in May.",
    "Japan proposed a summit with North Korea.",
    "Turkey offered to host talks between Russia and Ukraine.",
    "The pope offered his condolences to the people of Turkey.",
    "The prime minister offered congratulations to the new president of Chile.",
    "The minister offered no comment on the report from Moscow.",
    "The chancellor offered her thanks to the Danish queen.",
    "The proposed law worries investors in Mexico.",
    "Observers suggested that Iran had fired the missile at Israel.",
    "The report suggests that trade between India and Russia grew.",
    "He suggested meeting the Greek minister in June.",
    "The hotel offers a view of the lake in Geneva.",
    "The ministers discussed proposals for a truce in Sudan.",
    "France would offer Lebanon help if it were asked.",
    "Germany could offer Ukraine such missiles, experts say.",
    "The prime minister promised voters in Leeds a new hospital.",
    "The president promised to return to the topic.",
    "On the loan to Zambia he promised nothing.",
    "Turkey vowed to retaliate against Greece.",
    "The general vowed revenge on Israel.",
    "The weather in Spain promises to be fine.",
    "The leaders of France and Italy reaffirmed their support for Ukraine.",
    "The United States is committed to Israel's security.",
    "The president reaffirmed his commitment to the alliance with Japan.",
    "The minister will visit Georgia and will support the team there.",
    "The president will meet the king of Jordan on Friday.",
    "The ministers will discuss aid for Ukraine.",
    "The delegation will travel to Kenya to discuss the loan.",
    "The report says that Germany supports Ukraine.",
    "Poland supports the European Union's decision.",
    "The two leaders discussed military aid for Ukraine.",
    "The ministers agreed to meet again in Oslo.",
    "The presidents of Poland and Lithuania agreed to stay in touch.",
    "The leaders agreed to remain in close contact.",
    "France and Germany agreed that the situation was serious.",
    "Japan and Australia agreed on the importance of free trade.",
    "The two sides agreed to keep working together.",
    "Norway and Finland agreed on the need for caution.",
    "Russia and Turkey agreed to continue the dialogue.",
    "India and Japan did not agree on a price.",
    "The delegations of Israel and Syria have not agreed to anything.",
    "The ministers hope to reach a deal with Iran.",
    "The envoys tried to reach an agreement between Egypt and Ethiopia.",
    "There is no agreement between Serbia and Kosovo.",
    "The two sides failed to reach a deal on Cyprus.",
    "Talks between Chile and Peru ended without an agreement.",
    "The minister stressed the need to sign a treaty with Japan.",
    "The king signed the guest book at the French embassy.",
    "The footballer signed a contract with a club in Turin.",
    "The president signed the budget into law.",
    "Sanctions on Iran will not be lifted.",
    "Iran asked the United States to lift its sanctions.",
    "Cuba demanded that the United States lift the embargo.",
    "The crane lifted the ban sign onto the truck in Rotterdam.",
    "Parliament lifted the immunity of the deputy.",
    "Hungary refused to lift the ban on Ukrainian grain.",
    "The mayor delivered food to the old people of Lyon.",
    "The president delivered a speech in Nairobi.",
    "The ambassador handed over his letters to the king of Norway.",
    "The minister gave a lecture in Warsaw.",
    "The minister gave an interview to a French newspaper.",
    "Ukraine asked Germany for tanks.",
    "Zelenskyy called on the allies to send aircraft.",
    "Ukraine needs weapons from its partners.",
    "The company supplied engines to a Polish plant.",
    "Doctors without Borders sent a team to Chad.",
    "A mother sent food to her son in Italy.",
    "The importance of aid for Sudan was emphasised.",
    "The aid convoy stopped at the border of Chad and Sudan.",
    "The two ministers reviewed how to help Lebanon.",
    "The prime minister thanked the Danish soldiers for their courage.",
    "If Poland sends tanks to Ukraine, others may follow.",
    "Should Iran accept the plan, Europe would gain time.",
    "The secretary urged Japan to provide more aid.",
    "The museum returned the statue to its hall in Paris.",
    "The ministers of Peru and Chile opened the conference.",
    "The festival will open in Cannes on Tuesday.",
    "The bank approved a mortgage for a couple in Madrid.",
    "Whether Germany will send missiles to Ukraine is unclear.",
    "Spain has not promised Morocco anything.",
]


@pytest.fixture(scope="module")
def found(nlp: Language, authority: Authority) -> dict[str, list[Report]]:
    sentences = [s for s, _ in OFFERING] + NOT_OFFERING
    documents = [Document(f"s{i}", s, date=date(2025, 6, 12)) for i, s in enumerate(sentences)]
    return {
        document.text: list(build_offers(find_mentions(document, doc, authority)))
        for document, doc in annotate(documents, nlp)
    }


def share(flags: Iterable[bool]) -> float:
    flags = list(flags)
    return sum(flags) / len(flags)


def test_table_is_large_and_half_near_misses() -> None:
    assert len(OFFERING) + len(NOT_OFFERING) >= 150
    assert len(NOT_OFFERING) >= 75


def test_offers_are_found(found: dict[str, list[Report]]) -> None:
    missed = [s for s, _ in OFFERING if not found[s]]
    assert share(bool(found[s]) for s, _ in OFFERING) >= 0.85, missed


def test_types_are_right(found: dict[str, list[Report]]) -> None:
    wrong = [(s, t, found[s][0].type) for s, t in OFFERING if found[s] and found[s][0].type != t]
    assert len(wrong) <= 6, wrong


def test_near_misses_are_left_out(found: dict[str, list[Report]]) -> None:
    coded = [(s, found[s][0].type) for s in NOT_OFFERING if found[s]]
    assert len(coded) <= 6, coded


def test_every_offer_has_an_actor_and_a_root(found: dict[str, list[Report]]) -> None:
    reports = [r for rows in found.values() for r in rows]
    assert all(r.names("actor") and r.plover and r.status for r in reports)

"""Offers in everyday words: put forward, stands ready to, said yes to; and what only looks like them."""

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

#: sentence -> type, who does it
OFFERING: list[tuple[str, str, str]] = [
    ("Putin proposed a three-day truce to Ukraine for the May holidays.", "proposal", "Vladimir Putin"),
    ("China put forward a twelve-point plan for peace in Ukraine.", "proposal", "China"),
    ("Brazil has floated the idea of a peace club for Ukraine and Russia.", "proposal", "Brazil"),
    ("Saudi Arabia tabled a plan for a Palestinian state.", "proposal", "Saudi Arabia"),
    ("Iran is ready to dilute its enriched uranium if Washington lifts the sanctions.", "proposal", "Iran"),
    ("Mr Trump dangled a trade deal before New Delhi.", "proposal", "Donald Trump"),
    ("The United States will sell Turkey 40 F-16 fighters.", "pledge", "United States"),
    ("Berlin will send Ukraine two more Patriot systems.", "pledge", "Germany"),
    ("Germany is to deliver 18 howitzers to Kyiv.", "pledge", "Germany"),
    ("Norway pledged $500m for air defence in Ukraine.", "pledge", "Norway"),
    ("Tokyo pledged to invest $550bn in the United States.", "pledge", "Japan"),
    ("India vowed to help Sri Lanka rebuild after the cyclone.", "pledge", "India"),
    ("Qatar promised to pay the salaries of Lebanese soldiers.", "pledge", "Qatar"),
    ("The UAE has agreed to take in 5,000 Afghans at Washington's request.", "agreement", "United Arab Emirates"),
    ("Mexico agreed to send 10,000 soldiers to its border with the United States.", "agreement", "Mexico"),
    ("Colombia agreed to accept deportees from the United States.", "agreement", "Colombia"),
    ("Vietnam offered to cut its tariffs on American goods to zero.", "proposal", "Vietnam"),
    ("London and Brussels struck a deal on fish.", "agreement", "United Kingdom"),
    ("Britain and Mauritius signed a treaty on the Chagos Islands.", "agreement", "United Kingdom"),
    ("Egypt and Israel clinched a $35bn gas deal.", "agreement", "Egypt"),
    ("Washington and Beijing reached a framework agreement in London.", "agreement", "United States"),
    ("India and Pakistan have agreed to an immediate ceasefire.", "agreement", "India"),
    ("Israel and Hamas agreed the first phase of a truce.", "agreement", "Israel"),
    (
        "Thailand and Cambodia signed a joint declaration under which both will pull back heavy weapons.",
        "agreement",
        "Thailand",
    ),
    ("Under an agreement signed in Doha, Congo and M23 will exchange prisoners.", "agreement", "Republic of the Congo"),
    ("Under the deal, Japan will invest $550bn in the United States.", "agreement", "Japan"),
    ("The ministers inked three memoranda, Kenya and Oman said.", "agreement", "Kenya"),
    ("Greece and Cyprus concluded a pact on a power cable.", "agreement", "Greece"),
    (
        "The two presidents, Rutte of the Netherlands and Macron "
        "of France, settled on a plan for the Caribbean border.",
        "agreement",
        "Netherlands",
    ),
    ("Canada dropped its digital tax to keep talks with Washington alive.", "concession", "Canada"),
    ("Seoul lifted its ban on Japanese seafood.", "concession", "South Korea"),
    ("Washington eased sanctions on Belarus after Minsk freed 52 prisoners.", "concession", "United States"),
    ("Minsk freed 52 prisoners after talks with the American envoy.", "concession", "Belarus"),
    ("Russia handed over the bodies of 1,000 soldiers to Ukraine.", "concession", "Russia"),
    ("Jordan airlifted food to Gaza.", "aid", "Jordan"),
    ("China donated 500,000 doses of vaccine to Nepal.", "aid", "China"),
    ("The World Bank approved a $700m loan for Lebanon.", "aid", "World Bank"),
    ("The IMF released a $1bn tranche to Pakistan.", "aid", "International Monetary Fund"),
    ("Congress approved $61bn in aid for Ukraine.", "aid", "United States Congress"),
    ("Australia earmarked A$40m for police in the Solomon Islands.", "aid", "Australia"),
    ("South Korea has shipped rice worth $10m to North Korea.", "aid", "South Korea"),
    ("Hungary gave in and dropped its veto on aid to Kyiv.", "concession", "Hungary"),
    ("Denmark extended a line of credit to Kyiv.", "aid", "Denmark"),
    ("President Macron assured Armenia that France would supply radars.", "pledge", "Emmanuel Macron"),
    ("Japan expressed its readiness to finance a port in Kenya.", "pledge", "Japan"),
    ("The Turkish side confirmed its intention to open its consulate in Gyumri, Armenia.", "pledge", "Turkey"),
    ("Kazakhstan intends to supply grain to Afghanistan, the ministry said.", "pledge", "Kazakhstan"),
    ("Spain is donating ten Leopard tanks to Ukraine.", "aid", "Spain"),
    ("France said it would recognise Palestine in September.", "concession", "France"),
    ("Moscow agreed to extend the grain deal with Turkey for 60 days.", "agreement", "Russia"),
    (
        "Iraq and Iran are close; Baghdad has offered itself as a mediator between Washington and Tehran.",
        "proposal",
        "Iraq",
    ),
    ("Zelensky renewed his offer of a 30-day ceasefire to Moscow.", "proposal", "Volodymyr Zelenskyy"),
    ("Serbia's president said Belgrade was prepared to buy Russian shares in the refinery.", "pledge", "Serbia"),
    (
        "Moldova and Romania will build a bridge over the Prut, under an accord signed on Friday.",
        "agreement",
        "Moldova",
    ),
    ("China and Brazil signed 37 agreements during the visit.", "agreement", "China"),
    ("Prime Minister Modi announced a grant of Rs 500 crore for Bhutan.", "pledge", "Narendra Modi"),
    ("The U.S. announced a further $250 million of military aid for Kyiv.", "pledge", "United States"),
    ("Norway decided to donate 40 million dollars to Moldova.", "aid", "Norway"),
    ("Algeria begins supplying natural gas to Slovenia.", "aid", "Algeria"),
    ("Cuba will free 553 prisoners in return for its removal from the American list.", "concession", "Cuba"),
]

NOT_OFFERING: list[str] = [
    "Germany will give its soldiers two more days of leave.",
    "The French president promised lower taxes.",
    "The bank approved a loan for a Polish airline.",
    "Spain will host the World Cup with Portugal.",
    "Analysts said a deal between Iran and Washington was possible.",
    "Russia could supply drones to Iran.",
    "The two ministers discussed an agreement on fish.",
    "Talks on a trade deal between India and Britain continue.",
    "In 1979 Egypt and Israel signed a peace treaty.",
    "If Russia agreed to a truce, Ukraine would sign.",
    "The prime minister agreed that the situation in Sudan was grave.",
    "He offered the Japanese envoy a cup of tea.",
    "The Chinese company signed a contract with a Greek football player.",
    "Brazil said it would be a mistake to trust Washington.",
    "France would have helped Mali, but was not asked.",
    "Ukraine has asked Berlin for Taurus missiles.",
    "Poland promised never to forget the victims.",
    "Kyiv refused to give up its army.",
    "She put forward her watch by an hour on landing in Tokyo.",
    "The EU is willing to talk to Serbia.",
    "The Security Council calls on Israel to lift the blockade.",
    "The Kenyan minister asks that Uganda release more prisoners in return.",
    "A third of the people in Yemen are in need of aid worth 4 billion dollars.",
    "Serbia asked Spain for a law guaranteeing the movement of Croatian goods.",
    "Beijing will protect its claim on the islands of Japan.",
    "Peru and Chile agreed on the critical importance of clean water.",
    "People flee undertaking perilous journeys from Libya to Malta.",
    "Brazil offered its respect to the people of Portugal.",
]


def read(nlp: Language, authority: Authority, text: str) -> Iterable[Report]:
    """The reports of one text that a paper printed on a Thursday."""
    document = Document("t", text, title="", publisher="The Courier", date=date(2025, 6, 12))
    ((_, doc),) = annotate([document], nlp)
    return list(build_offers(find_mentions(document, doc, authority)))


@pytest.mark.parametrize(("text", "type_", "actor"), OFFERING)
def test_is_read(nlp: Language, authority: Authority, text: str, type_: str, actor: str) -> None:
    found = read(nlp, authority, text)
    assert any(r.type == type_ and actor in r.names("actor") for r in found), found


@pytest.mark.parametrize("text", NOT_OFFERING)
def test_only_looks_like_one(nlp: Language, authority: Authority, text: str) -> None:
    assert not read(nlp, authority, text)

"""Stances in set phrases and forecasts told by chances and doubts; and what only looks like them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document, Report
from demarche.reports.forecasts import build_forecasts
from demarche.reports.statements import build_statements

if TYPE_CHECKING:
    from spacy.language import Language

    from demarche.actors import Authority

#: sentence -> stance, who holds it
STANCES: list[tuple[str, str, str]] = [
    ("The Spanish foreign minister scoffed at Israel's complaint.", "reject", "José Manuel Albares"),
    ("Lukashenko laughed off Poland's threat.", "reject", "Alexander Lukashenko"),
    ("Beijing brushed aside American concerns over the base.", "reject", "China"),
    ("Moscow poured scorn on the British plan.", "reject", "Russia"),
    ("Tehran denied having sent drones to Russia.", "reject", "Iran"),
    ("Egypt ruled out taking in people from Gaza.", "reject", "Egypt"),
    ("Hamas turned the American plan down.", "reject", "Hamas"),
    ("Denmark rebuffed Trump's offer for Greenland.", "reject", "Denmark"),
    ("China deplores the American decision on chips.", "criticise", "China"),
    ("Pakistan voiced alarm at India's dam.", "criticise", "Pakistan"),
    ("South Africa took issue with the American report.", "criticise", "South Africa"),
    ("The EU took Serbia to task over its ties with Moscow.", "criticise", "European Union"),
    ("Paris pleaded with Washington to keep its troops in Syria.", "request", "France"),
    ("Rwanda's president lashed out at Belgium.", "criticise", "Paul Kagame"),
    ("Mexico applauded the verdict in the American court against the arms makers.", "praise", "Mexico"),
    ("Japan strongly opposes any attempt by China to change the status quo by force.", "reject", "Japan"),
    ("The spokesman said China firmly opposes the arms sale to Taiwan.", "reject", "China"),
    ("India took strong exception to Turkey's remarks on Kashmir.", "criticise", "India"),
    ("The United States holds Rwanda responsible for the fall of Goma.", "accuse", "United States"),
    ("London blamed Moscow for the hack.", "accuse", "United Kingdom"),
    ("Minsk pinned the blame on Warsaw.", "accuse", "Belarus"),
    ("Serbia objected to the vote on Kosovo.", "reject", "Serbia"),
    ("Berlin sided with Kyiv in the quarrel over grain with Warsaw.", "support", "Germany"),
    ("Vilnius threw its weight behind Georgia's opposition.", "support", "Lithuania"),
    ("Bolivia expressed its rejection of the U.S. blockade of Cuba.", "reject", "Bolivia"),
    ("Cuba repudiated the American measures.", "reject", "Cuba"),
    (
        "Kuwait's emir sent a cable of congratulations to the president of Iraq.",
        "congratulate",
        "Meshal Al-Ahmad Al-Jaber Al-Sabah",
    ),
    ("Nepal conveyed its sympathies to India over the crash.", "condole", "Nepal"),
]

#: sentence -> who foretells
FORETELLING: list[tuple[str, str]] = [
    ("Analysts see no breakthrough between Moscow and Kyiv before the winter.", "analysts"),
    ("Goldman Sachs now sees a 45 per cent chance of a trade war between Washington and Beijing.", "Goldman Sachs"),
    ("Eurasia Group puts the odds of a deal with Iran at 30 per cent.", "Eurasia Group"),
    ("Few in Brussels believe that Hungary will yield.", "few in Brussels"),
    ("Nobody in Tbilisi expects the EU to reopen talks soon.", "nobody in Tbilisi"),
    ("Diplomats doubt that the ceasefire between India and Pakistan will hold.", "diplomats"),
    ("Economists fear that the tariffs on Mexico will tip it into recession.", "economists"),
    ("Most observers think Ankara will lift its veto on Sweden.", "most observers"),
    ("Germany's chancellor is confident that the EU will find a majority for sanctions.", "Friedrich Merz"),
    ('"The embargo will be gone by spring," predicted Lars Holm, a Danish trade expert.', "Lars Holm"),
    (
        "A new round of fighting in Karabakh is only a matter of time, said Thomas de Waal, an analyst.",
        "Thomas de Waal",
    ),
    ("The IMF predicts that sanctions will cost Russia 2 points of growth.", "International Monetary Fund"),
    ("Mr Rubio said he thought Moscow would come back to the table within weeks.", "Marco Rubio"),
    ("Rutte warned that Russia could attack the alliance by 2030.", "Mark Rutte"),
    ("Investors are betting that Trump will back down on China.", "investors"),
    ("Traders are pricing in a 60% chance that the tariffs on Canada will stay.", "traders"),
    ("Macron said peace between Russia and Ukraine would not come before 2027.", "Emmanuel Macron"),
]

NOT_FORETELLING: list[str] = [
    "Tourists expect to pay more in Spain this summer.",
    "The minister hopes for a good harvest in Kenya.",
    "The two presidents will meet in June.",
    "Weather experts expect heavy rain over Vietnam.",
    "The chance of a meeting was discussed.",
    "The minister denied entry to the French singer.",
    "She asked for a glass of water at the embassy of Spain.",
    'The film "A Bridge Too Far" is popular in Poland.',
    "The court rejected the appeal of the Dutch bank.",
]

NO_STANCE: list[str] = [
    "The minister denied entry to the French singer.",
    "Poland ruled the waves of the Baltic in the film.",
    "The Dutch bus turned down a side street in Paris.",
    "She brushed off the snow before meeting the Danish envoy.",
    "The Greek actor laughed and took off for Rome.",
    "Sweden holds its breath for Norway.",
    "France took part in the German fair.",
    "Spain pinned a medal on the Portuguese captain's chest.",
    "The queen threw her hat into the Danish crowd.",
    "Italy came out first and Austria second.",
]


def document(text: str) -> Document:
    """A text that a paper printed on a Thursday."""
    return Document("t", text, title="", publisher="The Courier", date=date(2025, 6, 12))


def read(nlp: Language, authority: Authority, text: str, *, foretold: bool) -> Iterable[Report]:
    """The forecasts, or else the statements, of one text."""
    ((printed, doc),) = annotate([document(text)], nlp)
    reading = find_mentions(printed, doc, authority)
    return list(build_forecasts(reading) if foretold else build_statements(reading))


@pytest.mark.parametrize(("text", "stance", "actor"), STANCES)
def test_stance(nlp: Language, authority: Authority, text: str, stance: str, actor: str) -> None:
    found = read(nlp, authority, text, foretold=False)
    assert any(
        actor in r.names("actor") and any(f.name == "stance" and f.value == stance for f in r.fields) for r in found
    ), found


@pytest.mark.parametrize("text", NO_STANCE)
def test_no_stance(nlp: Language, authority: Authority, text: str) -> None:
    assert not read(nlp, authority, text, foretold=False)


@pytest.mark.parametrize(("text", "actor"), FORETELLING)
def test_forecast(nlp: Language, authority: Authority, text: str, actor: str) -> None:
    assert any(actor in r.names("actor") for r in read(nlp, authority, text, foretold=True))


@pytest.mark.parametrize("text", NOT_FORETELLING)
def test_no_forecast(nlp: Language, authority: Authority, text: str) -> None:
    assert not read(nlp, authority, text, foretold=True)

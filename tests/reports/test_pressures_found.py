"""Sentences of our own: what presses another side, and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document, Report
from demarche.reports.pressures import build_pressures

if TYPE_CHECKING:
    from spacy.language import Language

    from demarche.actors import Authority

#: sentence -> type
PRESSING: list[tuple[str, str]] = [
    # threats
    ("Turkey threatened to close the straits to Russian tankers.", "threat"),
    ("Iran threatens to withdraw from the treaty if the Security Council restores sanctions.", "threat"),
    ("Algeria threatened Spain with a halt to gas deliveries.", "threat"),
    ("Poland has threatened to shut its border with Belarus.", "threat"),
    ("Azerbaijan threatens Armenia with a new offensive.", "threat"),
    ("Egypt threatened to expel the Qatari ambassador.", "threat"),
    ("Pakistan is threatening to close its airspace to India.", "threat"),
    ("The Chinese government threatened to impose tariffs on Australian wine.", "threat"),
    ("France threatens to cut off electricity to Jersey, which belongs to the United Kingdom.", "threat"),
    ("North Korea threatened to strike South Korea with missiles.", "threat"),
    ("Sudan threatened to expel Ethiopian diplomats if the dam is filled.", "threat"),
    ("Ethiopia will close the railway to Djibouti unless the port fees are lowered.", "threat"),
    ("Serbia will recall its ambassador from Croatia if the statue is not removed.", "threat"),
    ("Turkey vowed to retaliate against Greece for the arrests.", "threat"),
    ("Canada will impose duties on American steel if Washington does not lift its own.", "threat"),
    ("China said it would retaliate against Lithuania.", "threat"),
    ("Venezuela said it would seize Guyanese trawlers if they fished in the disputed waters.", "threat"),
    ("Morocco is committed to imposing severe costs on Algeria.", "threat"),
    ("Israel will not hesitate to strike Iran.", "threat"),
    ("Russia plans to ban imports of Moldovan fruit if Chisinau joins the sanctions.", "threat"),
    ("The European Union will impose sanctions on Georgia if the law is not withdrawn.", "threat"),
    ("Japan would suspend aid to Myanmar unless the prisoners are freed, the foreign minister said.", "threat"),
    ("Rwanda vows to strike the Democratic Republic of the Congo if the shelling goes on.", "threat"),
    ("Saudi Arabia intends to expel the Canadian ambassador.", "threat"),
    ("Kenya renewed its threat to close the border with Somalia.", "threat"),
    # ultimatums
    ("Saudi Arabia gave Qatar ten days to close the television station.", "ultimatum"),
    ("Austria gave Serbia 48 hours to accept the terms.", "ultimatum"),
    ("Turkey gave Sweden until Friday to hand over the four men.", "ultimatum"),
    ("Russia gives Ukraine an ultimatum to lay down its arms in the city.", "ultimatum"),
    ("Iran gave the Europeans 60 days to restore the oil trade.", "ultimatum"),
    ("India will close the crossing unless Nepal withdraws its police by 30 June.", "ultimatum"),
    ("Trump gave Russia 10 or 12 days to end the war.", "ultimatum"),
    ("Poland threatens to shut the border unless Belarus frees the reporter by the end of the month.", "ultimatum"),
    ("The United States gave Mexico until Monday to send back the tanker.", "ultimatum"),
    ("Sudan issued an ultimatum to Egypt to leave the triangle.", "ultimatum"),
    ("Ecuador gave the British ambassador 24 hours to explain the raid.", "ultimatum"),
    ("Kosovo has set a deadline for Serbia to withdraw its police.", "ultimatum"),
    ("Mali gave French troops 72 hours to leave the country.", "ultimatum"),
    # warnings
    ("China warned Japan that the visit would damage relations.", "warning"),
    ("Russia warned Finland of serious consequences.", "threat"),
    ("Beijing warned Manila against building on the shoal.", "warning"),
    ("Washington warned Baghdad against buying the missiles.", "warning"),
    ("The Kremlin told London that deliveries of such weapons would ruin relations.", "warning"),
    ("Iran warned Azerbaijan against letting Israel use its airfields.", "warning"),
    ("Prime Minister Modi warned Pakistan that the attacks would not be forgotten.", "warning"),
    ("Israel warned Lebanon that it would strike Beirut if the rockets continued.", "threat"),
    # demands
    ("Armenia demanded that Azerbaijan release the prisoners.", "demand"),
    ("Russia demands the withdrawal of Ukrainian troops from the region.", "demand"),
    ("Greece demanded an apology from Turkey.", "demand"),
    ("Japan demanded that North Korea return the abducted citizens.", "demand"),
    ("The foreign ministers called on Israel to halt the offensive.", "demand"),
    ("Germany called on Russia to withdraw its troops from the border.", "demand"),
    ("The Security Council called on Eritrea to withdraw its soldiers from the zone.", "demand"),
    ("France urged Azerbaijan to end the blockade of the corridor.", "demand"),
    ("The United Kingdom urged Iran to release the two sailors.", "demand"),
    ("The European Union called for an immediate ceasefire between Israel and Hezbollah.", "demand"),
    ("President Macron said that Russia must withdraw its forces.", "demand"),
    ("Zelenskyy said that Moscow must return the children.", "demand"),
    ("Hungary insists that Ukraine must restore the rights of the minority and lift the ban.", "demand"),
    ("Ethiopia wants Eritrean forces to leave Tigray.", "demand"),
    ("Norway called on China to free the writer and release her husband.", "demand"),
    ("Turkey appealed to Greece to stop arming the islands.", "demand"),
    # sanctions
    ("The European Union imposed sanctions on three Belarusian ministers.", "sanction"),
    ("The United States has slapped a 40 per cent tariff on Brazilian coffee.", "sanction"),
    ("Czechia expelled two Russian diplomats over the explosion.", "sanction"),
    ("Canada recalled its ambassador from Saudi Arabia.", "sanction"),
    ("China banned imports of Taiwanese pineapples.", "sanction"),
    ("Switzerland has frozen the assets of four Syrian generals.", "sanction"),
    ("Niger closed its border with Benin.", "sanction"),
    ("India suspended the water treaty with Pakistan.", "sanction"),
    ("The US Treasury today sanctioned eleven Iranian shipping companies.", "sanction"),
    ("Australia adopted an embargo on Russian alumina.", "sanction"),
    ("Turkey halted trade with Israel.", "sanction"),
    ("Algeria cut ties with Morocco.", "sanction"),
    ("Japan tightened export controls on South Korea.", "sanction"),
    ("The United Kingdom imposed visa bans on Georgian officials.", "sanction"),
    ("Today the United States is designating six Chinese firms for helping Russia.", "sanction"),
    ("Lithuania bars Belarusian trucks from its territory.", "sanction"),
    ("Colombia's government recalled its ambassador to Argentina.", "sanction"),
    ("Sanctions were imposed on the Syrian bank by Canada.", "sanction"),
]

#: near-misses: hostile, in the subjunctive, about things, background, courtesy, domestic
NOT_PRESSING: list[str] = [
    "Analysts said that Russia had ten days to end the war.",
    "Macron said that France had three weeks to vote on the treaty with Canada.",
    "The president's remarks threaten the peace between Serbia and Kosovo.",
    "Climate change threatens Tuvalu.",
    "Drought threatens the harvest in Kenya and Somalia.",
    "The two presidents discussed the threat of terrorism.",
    "The ministers of France and Germany discussed the sanctions against Russia.",
    "Sanctions imposed on Iran were on the agenda of the talks.",
    "Analysts say the European Union could impose sanctions on Georgia.",
    "Observers think that China might retaliate against Lithuania.",
    "The war between Russia and Ukraine goes on.",
    "Russia shelled the town overnight.",
    "Iran fired missiles at Israel.",
    "The United States and Japan held a joint exercise.",
    "The United States will not impose sanctions on Turkey.",
    "Germany has no plans to expel the Russian ambassador.",
    "Poland did not close its border with Belarus.",
    "Nobody threatened anybody, the spokesman of the Kremlin said.",
    "Turkey denied that it had threatened Greece.",
    "Russia never threatened to leave the treaty.",
    "The mayor threatened to close the market in Lyon.",
    "The governor of Texas threatened to sue the city.",
    "Parliament demanded a report from the minister.",
    "The unions demanded higher wages in France.",
    "The opposition leader demanded new elections in Serbia.",
    "Demand for Norwegian gas rose last year.",
    "The president called his counterpart in Poland on Friday.",
    "The minister called on the Polish president at the palace.",
    "She called for closer ties between Norway and Sweden.",
    "The prime minister urged the Japanese side to invest in ports.",
    "The secretary asked Egypt to share its experience.",
    "The two sides agreed to lift the tariffs.",
    "Canada lifted its sanctions on the Belarusian airline.",
    "The European Union delisted a Russian banker.",
    "The ban on smoking came into force in Austria.",
    "The band will strike up in Vienna on Friday.",
    "He will strike a deal with the French president.",
    "The French company will close its plant in Morocco.",
    "The embassy will be closed on Friday because of the holiday in Japan.",
    "The border between Norway and Sweden is closed at night.",
    "The snow closed the road between Norway and Sweden.",
    "The storm cut electricity in Haiti.",
    "China will send a delegation to Tokyo if the weather is good.",
    "The minister will travel to Ankara if the talks go well.",
    "They will meet again unless something comes up.",
    "If the visit takes place, the leaders of India and Nepal will sign a treaty.",
    "The two leaders will speak by phone before the end of the month.",
    "The deadline for entries to the contest in Geneva is Friday.",
    "The ministers gave the press ten minutes.",
    "The president gave Japan's premier a vase.",
    "France gave Lebanon two patrol boats.",
    "The king gave Sweden two gold medals to celebrate the day.",
    "Kyiv was warned of the storm by its own weather service.",
    "Scientists warn of a drought in Ethiopia.",
    "The World Food Programme warned of a famine in Sudan.",
    "The central bank warned of higher inflation in Turkey.",
    "A red flag warned swimmers on the beach in Portugal.",
    "The ministers agreed on the importance of sanctions.",
    "The leaders welcomed the sanctions adopted by the European Union.",
    "The Secretary thanked Japan for imposing sanctions.",
    "The president discussed the importance of imposing costs on Russia.",
    "The two sides considered how to impose the embargo.",
    "The premier noted that trade between China and Russia had grown.",
    "The relationship between France and Mali must be seen in this light.",
    "Relations between the two countries must be deepened, the ambassadors said.",
    "The neighbours should know each other better, the Finnish president said.",
    "The ministers of Chile and Peru must return to their capitals on Friday.",
    "The team of Ghana must win on Friday.",
    "The Croatian foreign minister wants to visit Serbia.",
    "India wants to buy Russian oil.",
    "The hurricane hit Cuba on Monday.",
    "The tariff schedule of Switzerland was published on Monday.",
    "The target of 40 per cent renewables was met by Denmark.",
    "The French minister recalled the long friendship with Senegal.",
    "The president recalled that Japan had helped after the earthquake.",
    "The ambassador withdrew to his residence in Rome.",
    "Spain's team was barred from the final.",
    "The trade agreement between Canada and Ukraine entered into force.",
    "The two armies exchanged fire at the border of India and Pakistan.",
    "Russian hackers attacked a hospital in Ireland.",
    "The leaders reaffirmed their commitment to peace.",
    "The chancellor reaffirmed Germany's commitment to support Ukraine.",
]


@pytest.fixture(scope="module")
def found(nlp: Language, authority: Authority) -> dict[str, list[Report]]:
    sentences = [s for s, _ in PRESSING] + NOT_PRESSING
    documents = [Document(f"s{i}", s, date=date(2025, 6, 12)) for i, s in enumerate(sentences)]
    return {
        document.text: list(build_pressures(find_mentions(document, doc, authority)))
        for document, doc in annotate(documents, nlp)
    }


def share(flags: Iterable[bool]) -> float:
    flags = list(flags)
    return sum(flags) / len(flags)


def test_table_is_large_and_half_near_misses() -> None:
    assert len(PRESSING) + len(NOT_PRESSING) >= 150
    assert len(NOT_PRESSING) >= 75


def test_pressures_are_found(found: dict[str, list[Report]]) -> None:
    missed = [s for s, _ in PRESSING if not found[s]]
    assert share(bool(found[s]) for s, _ in PRESSING) >= 0.9, missed


def test_types_are_right(found: dict[str, list[Report]]) -> None:
    wrong = [(s, t, found[s][0].type) for s, t in PRESSING if found[s] and found[s][0].type != t]
    assert len(wrong) <= 5, wrong


def test_near_misses_are_left_out(found: dict[str, list[Report]]) -> None:
    coded = [(s, found[s][0].type) for s in NOT_PRESSING if found[s]]
    assert len(coded) <= 5, coded


def test_every_pressure_has_an_actor_and_a_root(found: dict[str, list[Report]]) -> None:
    reports = [r for rows in found.values() for r in rows]
    assert all(r.names("actor") and r.plover and r.status for r in reports)

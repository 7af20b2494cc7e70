"""Sentences of our own: deeds of one state to another, and what only looks like one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document, Report
from demarche.reports.acts import build_acts

if TYPE_CHECKING:
    from spacy.language import Language

    from demarche.actors import Authority

#: sentence -> PLOVER root
ACTING: list[tuple[str, str]] = [
    ("Russian marines occupy a Norwegian lighthouse.", "ASSAULT"),
    ("Israel bombed a depot in Syria.", "ASSAULT"),
    ("Iran launched missiles at Israel.", "ASSAULT"),
    ("Rwanda invaded the Democratic Republic of the Congo.", "ASSAULT"),
    ("India attacked three camps in Pakistan.", "ASSAULT"),
    ("Azerbaijan fired rockets at Armenia.", "ASSAULT"),
    ("Turkey withdrew half of its troops from Syria.", "RETREAT"),
    ("France withdraws its soldiers from Chad.", "RETREAT"),
    ("Armenia released 12 prisoners to Azerbaijan.", "RETREAT"),
    ("Venezuela freed two prisoners from Spain.", "RETREAT"),
    ("Belarus deployed troops at the border with Poland.", "MOBILIZE"),
    ("Sudan moved its forces to the border with Ethiopia.", "MOBILIZE"),
    ("President Zelenskyy awarded the Order of Freedom to the Lithuanian president.", "SUPPORT"),
    ("Spain recognised the independence of Palestine.", "SUPPORT"),
    ("Japan opened an embassy in Malta.", "COOPERATE"),
    ("Cyprus extradited a banker to Greece.", "COOPERATE"),
    ("Iran seized a Greek tanker.", "COERCE"),
    ("Fiji impounds a Chinese trawler.", "COERCE"),
    ("China detained two Japanese citizens.", "COERCE"),
    # the strike or the troops are the subject
    ("Two Turkish air strikes on a village in Iraq killed nine people on Monday.", "ASSAULT"),
    ("A rocket fired by Iran hit a school in Israel.", "ASSAULT"),
    ("Indian shelling wounds four soldiers in Pakistan.", "ASSAULT"),
    ("Forty Chadian soldiers crossed the border into Niger.", "MOBILIZE"),
    ("French troops withdrew from the Malian town of Gao.", "RETREAT"),
    ("Russian troops will withdraw from the Georgian town of Zugdidi.", "RETREAT"),
    ("A bombing in Kabul killed five people, another attack ascribed to the Taliban.", "ASSAULT"),
    # deeds whose verb no table lists
    ("Turkey massed warships off Cyprus on Monday.", "MOBILIZE"),
    ("Poland scrambled jets against Russia on Friday.", "MOBILIZE"),
    ("Norway pulled its soldiers out of Mali on Friday.", "RETREAT"),
    ("India and Japan held joint naval exercises in the bay on Tuesday.", "COOPERATE"),
    ("China and Pakistan staged a joint drill on Sunday.", "COOPERATE"),
    ("Spain turned the suspect over to France on Thursday.", "COOPERATE"),
    ("Ukraine shares intelligence with Poland.", "COOPERATE"),
    ("Iran shot down a drone of the United States over the strait.", "ASSAULT"),
    ("Saudi Arabia struck rebel positions in Yemen on Tuesday.", "ASSAULT"),
]
NOT_ACTING: list[str] = [
    "Russia could attack Finland.",
    "Portuguese police arrest nine smugglers after Spain sends their names.",
    "Danish police arrest a suspect in the murder of Kim Wall.",
    "Spokesmen for Kenya have attacked the Ugandan tariffs as unfair.",
    "The two Iranian attacks, of which little is known, shocked Kuwait.",
    "A landslide in Nepal killed eleven people.",
    "The dockers' strike hit French exporters of wine to Britain.",
    "Chile accuses Bolivia of deploying troops at the border and seizing a ship.",
    "Officials of Chad release a report on journalists held in Sudan.",
    "The Lagos Attack Group is a band from Nigeria.",
    "Chadian troops will not withdraw from Niger.",
    "If French troops will withdraw from Mali, talks can start.",
    "Turkey threatened to invade Syria.",
    "Israel did not bomb Lebanon.",
    "The two ministers discussed how to withdraw the troops from Mali.",
    "After Russia invaded Ukraine, Finland joined the alliance.",
    "The heart attack of the French minister was mild.",
    "The chef fired the waiter in Rome.",
    "The prime minister awarded a medal to a fireman.",
    "The minister opened the conference in Oslo.",
    "Norway and Sweden opened the season with a match.",
    "The bank released its report on Turkey.",
    "The storm attacked the coast of Portugal.",
    "If China attacks Taiwan, Japan will help.",
    "The president recognised the Polish guest at once.",
    "Russia never withdrew its soldiers from Moldova.",
    "The company launched a phone in India.",
    "The army might deploy troops at the border with Peru.",
    "Spain turned over a new leaf in its ties with France.",
    "Brazil struck a deal with Peru on fish.",
    "Italy shares a border with Austria.",
    "Sweden pulled out of the song contest in Serbia.",
    "China and Pakistan may hold a joint drill next year.",
    "Poland wants to share intelligence with Ukraine.",
    "Chile shot a film in Bolivia.",
    "Minister Berg handed the cup back to Denmark.",
    "Japan raised the question of fish with Korea.",
]


@pytest.fixture(scope="module")
def found(nlp: Language, authority: Authority) -> dict[str, list[Report]]:
    sentences = [s for s, _ in ACTING] + NOT_ACTING
    documents = [Document(f"s{i}", s, date=date(2025, 6, 12)) for i, s in enumerate(sentences)]
    return {
        document.text: list(build_acts(find_mentions(document, doc, authority)))
        for document, doc in annotate(documents, nlp)
    }


def test_acts_are_found(found: dict[str, list[Report]]) -> None:
    missed = [s for s, _ in ACTING if not found[s]]
    assert len(missed) <= 4, missed


def test_roots_are_right(found: dict[str, list[Report]]) -> None:
    assert not [(s, root) for s, root in ACTING if found[s] and found[s][0].plover != root]


def test_near_misses_are_left_out(found: dict[str, list[Report]]) -> None:
    coded = [s for s in NOT_ACTING if found[s]]
    assert len(coded) <= 1, coded

"""Episodes and deadlines as charts."""

from __future__ import annotations

from demarche.analysis.episodes import episodes
from demarche.analysis.pictures import deadline_lifelines, pair_timeline
from demarche.analysis.pressures import deadlines
from demarche.ledger import Ledger


def test_a_timeline_of_a_pair(facts: Ledger) -> None:
    told = episodes(facts, by="Trump", against="Russia", period="2025", states=True)
    spec = pair_timeline(told)
    assert spec["title"]["text"] == "United States and Russia"
    assert f"{len(told.contacts)} contacts" in spec["description"] and "20 pressures" in spec["description"]


def test_lifelines_of_deadlines(facts: Ledger) -> None:
    spec = deadline_lifelines(deadlines(facts, by="Trump", against="Russia", period="2025"))
    assert spec["title"]["text"] == "Pressures by Trump against Russia"
    assert "18 pressures" in spec["description"] and "10 not carried out" in spec["description"]

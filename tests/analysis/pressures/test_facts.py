"""The pressures of 2025, as bundled and as recorded beside the project: every one has its outcome."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from demarche.analysis.pressures import PressureLife, deadlines
from demarche.analysis.pressures.words import read
from demarche.ledger import Ledger

SHARED = Path(__file__).parents[4] / "shared" / "data" / "chronology" / "pressures_2025.csv"

#: what each outcome says, read by a person
STATES = {
    "not_carried_out": "P01 P02 P03 P05 P06 P07 P09 P10 P13 P16 P20",
    "carried_out": "P15 P18 P19 P24 P25",
    "partly_carried_out": "P08",
    "deferred": "P04",
    "overtaken": "P11 P12 P17 P22",
    "withdrawn": "P23",
    "met": "P21",
    "open": "P14",
}
EXPECTED = {name: state for state, names in STATES.items() for name in names.split()}
#: what was demanded did not happen, in words that alone would say that the threat was not carried out
BY_THE_DEMAND = {"P21"}


@pytest.fixture(scope="module")
def lives(facts: Ledger) -> dict[str, PressureLife]:
    found = deadlines(facts, as_of="2025-12-31").lives
    return {life.rows[0].document.name.partition("#")[2]: life for life in found}


def test_every_bundled_pressure_has_its_outcome(lives: dict[str, PressureLife]) -> None:
    assert {name: life.state for name, life in lives.items()} == EXPECTED
    assert all(life.state == "open" or life.outcome for life in lives.values())


def test_bundled_outcomes_are_those_of_our_table(lives: dict[str, PressureLife]) -> None:
    text = (files("demarche.samples") / "pressures.csv").read_text("utf-8")
    rows = {row["id"]: row for row in csv.DictReader(text.splitlines())}
    assert {name: life.words for name, life in lives.items()} == {name: row["outcome"] for name, row in rows.items()}
    assert {name: life.deadline or "" for name, life in lives.items()} == {n: r["deadline"] for n, r in rows.items()}


@pytest.mark.skipif(not SHARED.exists(), reason="the chronology in ../shared is not here")
def test_every_pressure_has_its_outcome_as_recorded(lives: dict[str, PressureLife]) -> None:
    recorded = {row["id"]: row for row in csv.DictReader(SHARED.open(encoding="utf-8"))}
    assert set(recorded) == set(lives) and len(lives) == 25
    said = {name: line.state for name, row in recorded.items() if (line := read(row["outcome"]))}
    assert {n: s for n, s in said.items() if n not in BY_THE_DEMAND} == {
        n: s for n, s in EXPECTED.items() if n not in BY_THE_DEMAND
    }
    for name, life in lives.items():
        row = recorded[name]
        assert life.due is None or life.deadline == row["deadline_date"], name
        assert life.day == date.fromisoformat(row["date"]), name
        if life.ended:
            assert life.ended.isoformat() == row["outcome_date"], name


def test_ultimatums_that_replace_each_other_keep_their_days(lives: dict[str, PressureLife]) -> None:
    assert [(s.old, s.new) for s in lives["P11"].revisions] == [("2025-09-02", "2025-08-09")]
    assert lives["P11"].next == lives["P12"].id and lives["P12"].next == lives["P13"].id

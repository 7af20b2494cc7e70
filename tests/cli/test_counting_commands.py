"""count with its rules, hours and coverage on the command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

ON_BOTH = True

Run = Callable[..., Any]


def test_count_says_what_would_change_it(run: Run, ledger: Path) -> None:
    out = run("count", "--between", "Orsted,Umber", "--and", "Tamm", COLUMNS="120").out
    assert "What would change the number:" in out
    assert " 0  if only what a person confirmed or entered counts" in out


def test_count_as_json_tells_its_rule_and_its_changes(run: Run, ledger: Path) -> None:
    answer = json.loads(run("count", "--between", "Orsted", "--confirmed", "--per-day", "--json").out)
    assert answer["counting"]["confirmed"] and answer["counting"]["per_day"]
    assert answer["value"] == 0 and answer["left_out"][0]["reason"].startswith("found by the machine")
    assert {"value": 1, "words": "if what nobody confirmed counts too"}.items() <= answer["changes"][-1].items()
    assert answer["left_out"][0]["standing"] == "machine"


def test_hours_of_one_pair(run: Run, ledger: Path) -> None:
    ran = run("hours", "--between", "Orsted", "--and", "Tamm", "--in", "2025", COLUMNS="140")
    assert ran.out.startswith("1 h 50 to 2 h 10 (1.8 – 2.2 h)  Anna Orsted and Bo Tamm, 1 Jan – 31 Dec 2025, held")


def test_hours_of_two_pairs(run: Run, ledger: Path) -> None:
    pairs = ("hours", "--between", "Orsted", "--and", "Tamm", "--versus")
    assert run(*pairs, "Orsted", "Umber,Tamm").out.startswith("about as much  ")
    answer = json.loads(run(*pairs, "Umber", "Tamm", "--about", "1.5", "--json").out)
    assert (answer["verdict"], answer["about"]) == ("cannot tell", 1.5)
    assert answer["first"]["told"] == {"min": 110, "max": 130}
    assert answer["second"]["contacts"] == 0


def test_coverage_as_tables_json_and_csv(run: Run, ledger: Path) -> None:
    shown = run("coverage").out
    assert "3 documents of 2 sources from 2025-03-04 to 2025-04-02" in shown
    assert "The Courier" in shown and "2025-03" in shown
    told = json.loads(run("coverage", "--by", "month", "--json").out)
    assert [(m["month"], m["documents"]) for m in told["months"]] == [("2025-03", 1), ("2025-04", 2)]
    assert "sources" not in told
    cells = list(csv.DictReader(StringIO(run("coverage", "--csv").out)))
    assert sum(int(cell["documents"]) for cell in cells) == 3
    assert run("coverage", "--by", "source", "--csv").out.startswith("publisher,class,documents,")
    assert "1 document of 1 source" in run("coverage", "--between", "Orsted", "--and", "Tamm", "--in", "2025-03").out


REFUSED = [
    (("count", "--between", "Orsted", "--sources", "all"), "no rule of sources 'all'"),
    (("count", "--between", "Orsted", "--zone", "Moscow"), "no time zone 'Moscow'"),
    (("count", "--between", "Orsted", "--in", "2025", "--until", "2024"), "begins after"),
    (("count", "--kind", "pressure", "--per-day"), "are for contacts"),
    (("count", "--kind", "pressure", "--sources", "both"), "asked of contacts only"),
    (("hours", "--between", "Orsted", "--versus", "Orsted", "Tamm", "--about", "0.5"), "at least 1"),
    (("hours", "--between", "Orsted", "--versus", "Orsted", "Nobody"), "nobody in this ledger is called 'Nobody'"),
    (("coverage", "--by", "day"), "no table 'day'"),
    (("coverage", "--json", "--csv"), "not both"),
]


@pytest.mark.parametrize(("command", "why"), REFUSED)
def test_what_cannot_be_is_refused_in_one_line(run: Run, ledger: Path, command: tuple[str, ...], why: str) -> None:
    ran = run(*command)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert why in ran.err

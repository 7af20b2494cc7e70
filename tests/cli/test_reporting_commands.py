"""traffic, tone and report on the command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PAIR = ("--between", "Orsted", "--and", "Tamm")


def test_traffic_prints_pairs_months_and_who_asked(run: Run, ledger: Path) -> None:
    out = run("traffic", "--of", "Orsted", "--in", "2025", COLUMNS="120").out
    assert " Bo Tamm" in out and "100 % (" in out
    assert "2025-12" in out and "Who asked for the contacts is not known." in out


def test_traffic_as_csv_has_its_zeros(run: Run, ledger: Path) -> None:
    rows = list(csv.DictReader(StringIO(run("traffic", "--of", "Orsted", "--in", "2025", "--csv").out)))
    assert [row["contacts"] for row in rows].count("0") == 11 and len(rows) == 12
    assert set(rows[0]) == {"period", "first", "second", "contacts", "doubtful", "covered_days", "days"}


def test_traffic_as_json_names_the_methods(run: Run, ledger: Path) -> None:
    answer = json.loads(run("traffic", "--of", "Orsted", "--with", "Tamm,Umber", "--by", "year", "--json").out)
    assert {pair["counterpart"] for pair in answer["pairs"]} == {"Bo Tamm", "Cy Umber"}
    assert answer["balance"]["method"] == "initiator-balance" and answer["plans"]["n"] == 0


@pytest.mark.parametrize("form", [(), ("--csv",), ("--json",)])
def test_the_network_in_every_form(run: Run, ledger: Path, form: tuple[str, ...]) -> None:
    assert run("traffic", "--edges", *form).code == 0


def test_the_network_is_drawn(run: Run, ledger: Path, tmp_path: Path) -> None:
    assert run("traffic", "--edges", "--chart", "net.json").code == 0
    assert json.loads((tmp_path / "net.json").read_text("utf-8"))["description"].startswith("Contacts between")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("traffic",), "whose traffic? say --of Russia"),
        (("traffic", "--of", "Nobody"), "nobody in this ledger is called 'Nobody'"),
        (("traffic", "--of", "Tamm", "--by", "week"), "no table 'week'"),
        (("traffic", "--of", "Tamm", "--level", "town"), "no level 'town'"),
        (("traffic", "--of", "Tamm", "--chart", "net.svg"), "add --edges"),
        (("traffic", "--edges", "--with", "Tamm"), "not --with"),
        (("traffic", "--of", "Tamm", "--csv", "--json"), "choose one"),
        (("tone", "--between", "Tamm"), "tone needs two sides"),
        (("report", "--and", "Tamm"), "a report needs two sides"),
        (("report", *PAIR, "-o", "report.docx"), "a file that ends in .html or .md; nothing was written"),
        (("report", *PAIR, "-o", "nowhere/report.md"), "the report cannot be written there"),
        (("report", *PAIR, "--as-of", "someday"), "someday"),
        (("tone", *PAIR, "--chart", "tone.gif"), "nothing was written"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_line(run: Run, ledger: Path, command: tuple[str, ...], said: str) -> None:
    ran = run(*command, COLUMNS="200")
    assert ran.code == 2 and said in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_report_writes_html_and_markdown(run: Run, ledger: Path, tmp_path: Path) -> None:
    assert run("report", *PAIR, "--in", "2025", "--no-charts", "-o", "report.html").code == 0
    page = (tmp_path / "report.html").read_text("utf-8")
    assert page.startswith("<!doctype html>") and page.endswith("</html>\n")
    ran = run("report", *PAIR, "--in", "2025", "-o", "report.md")
    assert "report.md: " in ran.err and "demarche show " in ran.err
    assert "Anna Orsted" in (tmp_path / "report.md").read_text("utf-8")
    assert not list(tmp_path.glob("*.part"))


def test_report_without_a_file_goes_to_stdout(run: Run, ledger: Path) -> None:
    out = run("report", *PAIR).out
    assert out.startswith("# ") and "## How to cite" in out


def test_tone_prints_its_rules_and_draws(run: Run, ledger: Path, tmp_path: Path) -> None:
    ran = run("tone", *PAIR, "--in", "2025", "--chart", "tone.json")
    assert ran.out.startswith("0 statements by Anna Orsted")
    assert json.loads((tmp_path / "tone.json").read_text("utf-8"))["$schema"].endswith("v5.json")
    assert json.loads(run("tone", *PAIR, "--json").out)["statements"] == []

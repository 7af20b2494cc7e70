"""`demarche evaluate` and `demarche demo`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

SHARED = Path(__file__).parents[3] / "shared" / "gold"
TEXT = "Vladimir Putin and Donald Trump spoke by phone today."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "documents.jsonl").write_text(json.dumps({"id": "d", "date": "2025-03-04", "text": TEXT}))
    evidence = [{"start": 0, "end": len(TEXT), "text": TEXT}]
    names = ["Vladimir Putin", "Donald Trump"]
    row = {"doc": "d", "id": "r1", "kind": "contact", "type": "call", "status": "held", "participants": names}
    (folder / "reports.jsonl").write_text(json.dumps({**row, "date": "2025-03-04", "evidence": evidence}))
    return folder


def test_figures_of_a_reading(run: Run, gold: Path) -> None:
    ran = run("evaluate", "gold")
    assert ran.code == 0
    assert "contact        1      1     1  1.000  1.000  1.000" in ran.out
    assert "contact usable rows: P 1.000 R 1.000 F1 1.000" in ran.out


def test_figures_of_a_file(run: Run, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "ours.jsonl").write_text("")
    ran = run("evaluate", "gold", "--reports", "ours.jsonl", "--errors", "contact", "--json")
    assert json.loads(ran.out)["kinds"]["contact"]["recall"] == 0
    ran = run("evaluate", "gold", "--reports", "ours.jsonl", "--errors", "contact")
    assert ran.out.startswith("MISSED d Vladimir Putin and Donald Trump")


@pytest.mark.skipif(not SHARED.exists(), reason="the gold folders are not beside the project")
def test_the_same_figures_as_the_reference_scorer(run: Run, tmp_path: Path) -> None:
    lines = run("read", str(SHARED / "news" / "documents.jsonl"), "--json").out
    (tmp_path / "ours.jsonl").write_text(lines)
    command = [sys.executable, str(SHARED / "score.py"), str(SHARED / "news"), str(tmp_path / "ours.jsonl")]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    ours = run("evaluate", str(SHARED / "news")).out.splitlines()
    assert [sorted(row.split()) for row in ours] == [sorted(row.split()) for row in theirs]


def test_the_demo_counts_compares_and_checks(run: Run, tmp_path: Path) -> None:
    first = run("demo")
    assert first.code == 0
    assert first.out.count("demarche count --between") == 2
    assert "Yuri Ushakov: 65–75 min" in first.out
    assert "SUPPORTED" in first.out
    assert "»" in first.out
    _, _, checks = first.out.partition("checked, live from the ledger")
    assert [line.split("  ")[0] for line in checks.splitlines()[1:] if line.strip()] == ["as expected"] * 5
    assert "27.5 – 34.9 h in 14 contacts" in checks
    assert "13.8 – 14.4 h in 14 contacts, 9 without a length" in checks
    assert "Now yours:" in first.err
    assert run("demo").out == first.out


def test_the_readme_shows_what_the_demo_prints(run: Run) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (shown,) = re.findall(r"looks like this .*?```\n(.*?)```", readme, re.DOTALL)
    printed = run("demo", COLUMNS="120").out
    assert [line for line in shown.splitlines() if line != "..." and line not in printed] == []


def test_the_demo_never_overwrites_a_ledger_of_yours(run: Run, ledger: Path) -> None:
    before = ledger.read_bytes()
    ran = run("demo", "--ledger", "demarche.ledger")
    assert ran.code == 2
    assert "holds documents that are not the demo's" in ran.err
    assert ledger.read_bytes() == before

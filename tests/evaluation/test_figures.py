"""What counts as the same report, and what the figures say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from demarche.errors import UsageError
from demarche.evaluation import measure, report_lines
from demarche.evaluation.matching import same_date, same_duration, same_name
from demarche.evaluation.printing import errors, lines

TEXT = "President Orsted spoke with Prime Minister Tamm today. They will meet in May."
SHARED = Path(__file__).parents[3] / "shared" / "gold"


def line(words: str = "President Orsted spoke with Prime Minister Tamm today", **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    evidence = [{"start": start, "end": start + len(words), "text": words}]
    base = {"doc": "d", "kind": "contact", "type": "call", "status": "held", "participants": ["A Orsted", "B Tamm"]}
    return {**base, "date": "2025-03-04", "evidence": evidence, **fields}


NAMES = [
    ("Volodymyr Zelenskyy", "Zelensky", True),
    ("Kremlin|Russia", "Russia", True),
    ("Recep Tayyip Erdoğan", "Erdogan", True),
    ("President of Finland", "Finland", True),
    ("Anna Orsted", "Anna", True),
    ("Anna Orsted", "Bo Tamm", False),
    ("the President", "the President", False),  # nothing is left of it
]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


DURATIONS = [
    ({"min": 60, "max": 60}, {"min": 65, "max": 55}, True),
    ({"min": 120, "max": None}, {"min": 120, "max": None}, True),
    ({"min": 120, "max": None}, {"min": 120, "max": 120}, False),
    ({"min": 200, "max": 200}, {"min": 229, "max": 200}, True),
    ({"min": 200, "max": 200}, {"min": 231, "max": 200}, False),
    (None, {"min": 1, "max": 1}, False),
]


@pytest.mark.parametrize(("gold", "ours", "same"), DURATIONS)
def test_durations(gold: Any, ours: Any, same: bool) -> None:
    assert same_duration(gold, ours) is same


def test_marks_of_doubt_are_no_difference_between_dates() -> None:
    assert same_date("2025-03-04~", "2025-03-04")
    assert not same_date("2025-03-04", None)


def test_a_perfect_reading() -> None:
    figures = measure({"d": TEXT}, [line()], [line()])
    tally = figures.kinds["contact"]
    assert (tally.precision, tally.recall, tally.f1, figures.usable, figures.misquoted) == (1, 1, 1, 1, 0)


PARTNERS = [
    (line(type="visit"), 1, 0),
    (line(participants=["A Orsted"]), 1, 0),
    (line(participants=["C Else"]), 0, 0),
    (line("They will meet in May"), 0, 0),
    (line(kind="offer"), 0, 0),
    (line(date="2025-03-05"), 1, 0),
    (line(date="2025-03-04~"), 1, 1),
]


@pytest.mark.parametrize(("ours", "matched", "usable"), PARTNERS)
def test_partners_and_usable_rows(ours: dict[str, Any], matched: int, usable: int) -> None:
    figures = measure({"d": TEXT}, [line()], [ours])
    assert (figures.kinds["contact"].matched, figures.usable) == (matched, usable)


def test_evidence_that_does_not_quote_is_counted() -> None:
    wrong = line()
    wrong["evidence"][0]["text"] = "other words"
    assert measure({"d": TEXT}, [], [wrong, line(evidence=[])]).misquoted == 2


def test_other_documents_and_empty_markers_are_left_out() -> None:
    figures = measure({"d": TEXT}, [{"doc": "d", "kind": "none"}], [line(doc="elsewhere")])
    assert figures.kinds["contact"].ours == figures.kinds["contact"].gold == 0


def test_errors_name_what_only_one_side_has() -> None:
    figures = measure({"d": TEXT}, [line()], [line("They will meet in May", type="meeting")])
    missed, extra = errors(figures, "contact")
    assert missed.startswith("MISSED d President Orsted")
    assert extra == "EXTRA  d They will meet in May | meeting A Orsted, B Tamm"


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text('{"doc": "d", "kind": "none"}\n{"doc"')
    with pytest.raises(UsageError, match="line 2: is not JSON"):
        report_lines(path)
    path.write_text('{"text": "a document"}')
    with pytest.raises(UsageError, match='needs "doc" and "kind"'):
        report_lines(path)


@pytest.mark.skipif(not SHARED.exists(), reason="the gold folders are not beside the project")
@pytest.mark.parametrize("name", ["dev", "news"])
def test_the_same_figures_as_the_reference_scorer(name: str, tmp_path: Path) -> None:
    folder = SHARED / name
    gold = report_lines(folder / "reports.jsonl")
    ours = [{**row, "participants": (row.get("participants") or [])[:2]} for row in gold[::2]]
    path = tmp_path / "ours.jsonl"
    path.write_text("\n".join(map(json.dumps, ours)))
    texts = {d["id"]: d["text"] for d in map(json.loads, (folder / "documents.jsonl").read_text("utf-8").splitlines())}
    command = [sys.executable, str(SHARED / "score.py"), str(folder), str(path)]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    own = list(lines(measure(texts, gold, ours)))
    # the reference lists contact fields in the order in which they happen to come up
    assert [sorted(row.split()) for row in own] == [sorted(row.split()) for row in theirs]

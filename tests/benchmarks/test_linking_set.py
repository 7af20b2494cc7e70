"""The linking set hangs together: exact evidence, enough events, each told twice, written as its script says."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SET = ROOT / "benchmarks" / "linking_set"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SET / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_evidence_quotes_its_document() -> None:
    texts = {row["id"]: row["text"] for row in rows("documents")}
    for row in rows("reports"):
        for quote in row["evidence"]:
            assert texts[row["doc"]][quote["start"] : quote["end"]] == quote["text"]


def test_no_document_stands_there_twice() -> None:
    words = [(row["title"], row["text"]) for row in rows("documents")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(("kind", "least"), [("contact", 110), ("pressure", 20), ("offer", 15), ("statement", 15)])
def test_enough_events_of_each_kind(kind: str, least: int) -> None:
    assert sum(row["kind"] == kind for row in rows("events")) >= least


def test_every_event_is_told_twice_or_more() -> None:
    told = Counter(row["event"] for row in rows("reports"))
    assert min(told.values()) >= 2
    assert set(told) == {row["event"] for row in rows("events")}


def test_twins_are_two_events() -> None:
    events = {row["event"] for row in rows("events")}
    assert all(row["a"] != row["b"] and {row["a"], row["b"]} <= events for row in rows("twins"))


def test_the_script_writes_the_set_as_it_is() -> None:
    code = "import json; from benchmarks.linking_set.make import build; print(json.dumps(build()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    made = json.loads(done.stdout)
    assert made == {name: rows(name) for name in ("documents", "reports", "events", "twins")}

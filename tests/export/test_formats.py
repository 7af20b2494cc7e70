"""Exports: CSV that research tools and spreadsheets read, JSON lines with the codebook's names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from demarche.export import FORMATS
from demarche.export.csv_table import COLUMNS, safe
from demarche.export.json_lines import detail_object
from demarche.ledger import Ledger
from demarche.model import Document, Field, Lasting, Report, Span

TEXT = '=SUM(1) they said, "Łukasz, and\nOlga" met for two hours.'


@pytest.fixture
def ledger(fresh: Callable[..., Path | str]) -> Ledger:
    opened = Ledger.open(fresh("a.db"), create=True)
    name = Span(TEXT.index("Łukasz"), TEXT.index(", and"))
    report = Report(
        "d1",
        "contact",
        "meeting",
        "held",
        (Span(0, len(TEXT)), name),
        (
            Field("participants", "Łukasz", (name,), side="Poland", actor_kind="person"),
            Field("participants", "Olga", (Span(TEXT.index("Olga"), TEXT.index("Olga") + 4),), actor_kind="person"),
            Field("initiator", "Olga", reason="caller", actor_kind="person"),
            Field("date", "2025-03-18", reason="publication_date"),
            Field("duration", Lasting(120, None), (Span(TEXT.index("two"), len(TEXT) - 1),)),
        ),
        "CONSULT",
    )
    bare = Report("d2", "statement", "direct", None, (Span(0, 3),))
    with opened.run("one") as run:
        opened.add(Document("d1", TEXT, title="T", publisher="+Gazette", date=date(2025, 3, 19)), [report], run)
        opened.add(Document("d2", "Yes."), [bare], run)
    return opened


def test_csv_reads_back(ledger: Ledger) -> None:
    stream = io.StringIO(newline="")
    assert FORMATS["csv"](ledger.reports(), stream) == 2
    stream.seek(0)
    first, second = csv.DictReader(stream)
    assert list(first) == list(COLUMNS)
    assert first["participants"] == "Łukasz; Olga" and first["sides"] == "Poland" and first["initiator"] == "Olga"
    assert first["date"] == first["earliest"] == "2025-03-18" and first["published"] == "2025-03-19"
    assert (first["minutes_min"], first["minutes_max"]) == ("120", "")
    assert first["quote"] == f"'{TEXT}" and first["publisher"] == "'+Gazette"
    assert {second[c] for c in ("date", "status", "participants", "place", "url", "verdict")} == {""}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize(("cell", "written"), [(None, ""), (-5, -5), (0, 0), ("a=b", "a=b"), ("", "")])
def test_other_cells_stay_as_they_are(cell: str | int | None, written: str | int) -> None:
    assert safe(cell) == written


def test_json_lines(ledger: Ledger) -> None:
    stream = io.StringIO()
    assert FORMATS["json"](ledger.reports(), stream) == 2
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first["participants"] == ["Łukasz", "Olga"] and first["initiator"] == "Olga"
    assert first["duration"] == {"min": 120, "max": None} and first["sides"] == {"Łukasz": "Poland"}
    assert first["doc"] == "d1" and first["quote"] == TEXT and first["source"]["date"] == "2025-03-19"
    assert "date" not in second and "duration" not in second and "participants" not in second


def test_one_report_in_full(ledger: Ledger) -> None:
    row = next(r for r in ledger.reports() if r.kind == "contact")
    whole = json.loads(json.dumps(detail_object(ledger.show(row.id))))
    for quote in [*whole["evidence"], *(q for f in whole["fields"] for q in f.get("words", ()))]:
        assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    named = {f["field"]: f for f in whole["fields"]}
    assert named["date"] == {"field": "date", "value": "2025-03-18", "reason": "publication_date"}
    assert named["duration"]["value"] == {"min": 120, "max": None} and whole["decisions"] == []

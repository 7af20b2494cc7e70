"""The Python face knows every kind, with the same words as the command line."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

import demarche
from demarche.api import Reports
from demarche.model import Document, Report, Span

TEXT = (
    "President Emmanuel Macron of France spoke by phone with President Vladimir Putin of Russia on Tuesday. "
    "Mr. Macron thanked Mr. Putin. “We will go on with this work,” Mr. Putin said. "
    "It was their third call this year."
)


def test_reports_of_a_kind() -> None:
    document = Document("d", TEXT)
    found = [Report("d", kind, None, None, (Span(0, 9),)) for kind in ("contact", "statement", "claim", "statement")]  # type: ignore[arg-type]
    reports = Reports(((document, tuple(found)),))
    assert [r.kind for r in reports.of("statement")] == ["statement", "statement"]
    assert [r.kind for r in reports.of("claim", "contact")] == ["contact", "claim"]
    assert reports.of("offer") == ()


def test_reading_gives_every_kind(nlp: Language, tmp_path: Path) -> None:
    reports = demarche.read(TEXT, date="2025-06-12")
    assert {r.kind for r in reports} >= {"contact", "statement", "claim"}
    assert all(reports.quotes(r)[0] in TEXT for r in reports)
    with demarche.open_ledger(tmp_path / "a.ledger") as ledger:
        with ledger.run("test") as run:
            for document, found in reports.readings:
                ledger.add(document, found, run)
        said = ledger.reports(kind="statement", actor="Putin")
        assert [row.first("quote") for row in said] == ["We will go on with this work"]
        assert [row.first("value") for row in ledger.reports(kind="claim", who="France", with_="Russia")] == [3]
        answer = demarche.count_reports(ledger, "statement", who="Macron", with_="Putin", by="stance")
        assert dict(answer.breakdown)["thank"] == 1

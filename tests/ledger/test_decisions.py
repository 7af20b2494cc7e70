"""What people decided: appended, taken back, kept when the text is read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from demarche.errors import UsageError
from demarche.ledger import Ledger, Outcome
from demarche.model import Document, Report

PAIR, OTHER = ("Vladimir Putin", "Donald Trump"), ("Volodymyr Zelenskyy", "Donald Trump")
Make = Callable[..., tuple[Document, list[Report]]]
Add = Callable[..., Outcome]


def verdicts(ledger: Ledger) -> list[str | None]:
    return [row.verdict for row in sorted(ledger.reports(), key=lambda r: r.quote)]


def test_a_decision_is_a_row_and_can_be_taken_back(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR))
    report = ledger.reports()[0].id
    made = ledger.decide(report, "reject", author="anna", note="a rumour")
    assert verdicts(ledger) == ["reject"]
    later = ledger.decide(report, "accept", author="ben")
    assert verdicts(ledger) == ["accept"]
    assert ledger.undo(later.id)[0].undone_at and verdicts(ledger) == ["reject"]
    ledger.undo(made.id)
    assert verdicts(ledger) == [None]
    assert [(d.author, d.verdict, d.note) for d in ledger.decisions()] == [
        ("anna", "reject", "a rumour"),
        ("ben", "accept", ""),
    ]
    assert len(ledger.show(report).decisions) == 2


def test_decisions_survive_a_newer_extractor(ledger: Ledger, make: Make, add: Add) -> None:
    document, reports = make(OTHER, PAIR)
    add((document, reports))
    target = next(row for row in ledger.reports() if row.names() == PAIR)
    ledger.decide(target.id, "reject", author="anna")
    other_type = [replace(r, type="meeting") for r in reports]  # another id, the same evidence
    add((document, other_type), "two")
    assert {row.names(): row.verdict for row in ledger.reports()} == {PAIR: "reject", OTHER: None}


def test_a_decision_is_on_one_kind_only(ledger: Ledger, make: Make, add: Add) -> None:
    document, (report,) = make(PAIR)
    add((document, [report, replace(report, kind="statement", type="indirect")]))
    contact = next(row for row in ledger.reports() if row.kind == "contact")
    ledger.decide(contact.id, "reject", author="anna")
    assert {row.kind: row.verdict for row in ledger.reports()} == {"contact": "reject", "statement": None}


def test_an_orphan_waits_for_its_evidence(ledger: Ledger, make: Make, add: Add) -> None:
    document, reports = make(PAIR)
    add((document, reports))
    ledger.decide(ledger.reports()[0].id, "accept", author="anna")
    add((document, []), "two")
    assert ledger.reports() == [] and len(ledger.decisions()) == 1
    add((document, reports), "three")
    assert verdicts(ledger) == ["accept"]


def test_what_makes_no_sense_is_said(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR))
    report = ledger.reports()[0].id
    with pytest.raises(UsageError, match="no verdict"):
        ledger.decide(report, "perhaps", author="anna")
    with pytest.raises(UsageError, match="no decision 7"):
        ledger.undo(7)
    made = ledger.decide(report, "accept", author="anna")
    ledger.undo(made.id)
    with pytest.raises(UsageError, match="taken back already"):
        ledger.undo(made.id)

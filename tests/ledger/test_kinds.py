"""Every kind in the ledger: found by whomever it names, asked for in a direction, with all its fields."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from demarche.ledger import Ledger, ReportRow
from demarche.ledger.schema import participants
from demarche.model import Document, Field, Lasting, Report, Span

TEXT = (
    "Donald Trump threatened Russia with tariffs by 8 August. "
    "Dmitry Peskov said: the threats are not legitimate. "
    "Volodymyr Zelenskyy thanked Friedrich Merz for the plan. "
    "Vladimir Putin has spoken with Donald Trump and Steve Witkoff for 20 hours. "
    "Analysts expect a deal. Friedrich Merz rejected the plan."
)


def span(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def actor(role: str, name: str, side: str | None, kind: str | None = "person") -> Field:
    return Field(role, name, span(name) if name in TEXT else (), None if name in TEXT else "codebook", side, kind)  # type: ignore[arg-type]


def said(stance: str, *fields: Field) -> tuple[Field, ...]:
    return (*fields, Field("stance", stance, reason="codebook"), Field("date", "2025-08-05", reason="codebook"))


REPORTS = [
    Report("d", "pressure", "ultimatum", "pending", span("Donald Trump threatened Russia"), (
        actor("actor", "Donald Trump", "United States"), actor("recipient", "Russia", "Russia", "state"),
        Field("measure", "tariffs", span("tariffs")), Field("deadline", "2025-08-08", span("by 8 August")),
        Field("date", "2025-08-04", reason="codebook")), "THREATEN"),
    Report("d", "statement", "direct", None, span("Dmitry Peskov said"), said(
        "reject", actor("actor", "Dmitry Peskov", "Russia"), Field("quote", "the threats", span("the threats")))),
    Report("d", "statement", "indirect", None, span("Volodymyr Zelenskyy thanked"), said(
        "thank", actor("actor", "Volodymyr Zelenskyy", "Ukraine"), actor("recipient", "Friedrich Merz", "Germany"),
        actor("about", "Friedrich Merz", "Germany"))),
    Report("d", "statement", "indirect", None, span("Friedrich Merz rejected"), said(
        "reject", actor("actor", "Friedrich Merz", "Germany"), Field("about", "the plan", span("the plan")))),
    Report("d", "claim", "duration", None, span("Vladimir Putin has spoken"), (
        Field("subjects", ("Vladimir Putin",), span("Vladimir Putin")),
        Field("subjects", ("Donald Trump", "Steve Witkoff"), span("Donald Trump and Steve Witkoff")),
        Field("value", Lasting(1200, 1200), span("20 hours")), Field("unit", "minutes", reason="codebook"))),
    Report("d", "forecast", None, None, span("Analysts expect a deal"), (
        actor("actor", "analysts", None, "group"), Field("content", "a deal", span("a deal")))),
]  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(Path(tmp_path_factory.mktemp("kinds")) / "a.db", create=True) as ledger:
        with ledger.run("one") as run:
            ledger.add(Document("d", TEXT, date=date(2025, 8, 5)), REPORTS, run)
        yield ledger


def one(ledger: Ledger, kind: str) -> ReportRow:
    return ledger.reports(kind=kind)[0]


ASKED = [
    ({"kind": "pressure", "who": "Trump", "with_": "Russia"}, 1),
    ({"kind": "pressure", "who": "Russia", "with_": "Trump"}, 1),
    ({"kind": "pressure", "actor": "Trump", "recipient": "Russia"}, 1),
    ({"kind": "pressure", "actor": "Russia"}, 0),
    ({"actor": "United States"}, 1),
    ({"kind": "statement", "actor": "Russia"}, 1),
    ({"kind": "statement", "recipient": "Merz"}, 1),
    ({"kind": "statement", "who": "Merz"}, 2),
    ({"kind": "statement", "who": "Merz", "with_": "Merz"}, 0),
    ({"kind": "statement", "who": "Merz", "with_": "Ukraine"}, 1),
    ({"stance": "reject"}, 2),
    ({"stance": ("reject", "thank")}, 3),
    ({"stance": "reject", "actor": "Merz"}, 1),
    ({"kind": "claim", "who": "Witkoff"}, 1),
    ({"kind": "claim", "who": "Putin", "with_": "United States"}, 1),
    ({"kind": "claim", "actor": "Putin"}, 0),
    ({"kind": "statement", "since": "2025-08-05"}, 3),
    ({"kind": "pressure", "since": "2025-08-05"}, 0),
    ({"kind": ("pressure", "forecast")}, 2),
]


@pytest.mark.parametrize(("asked", "rows"), ASKED)
def test_filters(full: Ledger, asked: dict[str, str], rows: int) -> None:
    assert len(full.reports(**asked)) == full.count_reports(**asked) == rows  # type: ignore[arg-type]


def test_fields_come_with_the_row(full: Ledger) -> None:
    threat = one(full, "pressure")
    assert threat.fields == (("measure", "tariffs"), ("deadline", "2025-08-08"))
    assert (threat.first("deadline"), threat.first("condition"), threat.all("measure")) == (
        "2025-08-08",
        None,
        ("tariffs",),
    )
    assert threat.names("actor") == ("Donald Trump",) and threat.names("recipient") == ("Russia",)


def test_a_claim_names_people_and_keeps_its_sides(full: Ledger) -> None:
    claim = one(full, "claim")
    assert claim.all("subjects") == (("Vladimir Putin",), ("Donald Trump", "Steve Witkoff"))
    assert claim.names("subjects") == ("Vladimir Putin", "Donald Trump", "Steve Witkoff")
    assert claim.first("value") == Lasting(1200, 1200)


def test_a_name_stands_for_what_the_rest_of_the_document_says(full: Ledger) -> None:
    sides = {p.name: p.side for p in one(full, "claim").participants}
    assert sides["Donald Trump"] == "United States"


def test_words_that_are_nobody_are_no_actor(full: Ledger) -> None:
    row = next(r for r in full.reports(stance="reject", actor="Merz"))
    assert row.all("about") == ("the plan",) and row.names("about") == ()
    assert "the plan" not in {p.name for p in full.actors()}


def test_every_field_has_its_words_or_a_reason(full: Ledger) -> None:
    for row in full.reports():
        for item in full.show(row.id).fields:
            assert item.reason or all(q.words == q.span.of(TEXT) for q in item.quotes)


def test_who_is_asked_through_the_index(full: Ledger) -> None:
    assert [i.name for i in participants.indexes] == ["ix_participants_actor"]
    with full._db.reading() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT report_id FROM participants WHERE actor_id IN (1, 2) AND role IN ('actor')"
        ).all()
    assert "ix_participants_actor" in str(plan)

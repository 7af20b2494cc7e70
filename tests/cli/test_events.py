"""`demarche events` and `demarche show` of merged events: who says what, what is contradicted, and why it is one."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from demarche.ledger import Ledger
from demarche.model import Document, Field, Lasting, Report, Span

from .conftest import Run

ON_BOTH = True


def told(publisher: str, minutes: int, status: str = "held", day: str = "2025-03-18") -> tuple[Document, list[Report]]:
    text = f"Anna Orsted and Bo Tamm, call, {status}, {day}. It took {minutes} minutes, {publisher} says."

    def words(of: str) -> tuple[Span, ...]:
        return (Span(text.index(of), text.index(of) + len(of)),)

    document = Document(publisher, text, publisher=publisher)
    fields = (
        Field("participants", "Anna Orsted", words("Anna Orsted"), side="Norway", actor_kind="person"),
        Field("participants", "Bo Tamm", words("Bo Tamm"), side="Estonia", actor_kind="person"),
        Field("date", day, words(day)),
        Field("duration", Lasting(minutes, minutes), words(f"{minutes} minutes")),
    )
    return document, [Report(publisher, "contact", "call", status, words(text[: text.index(".")]), fields, "CONSULT")]


@pytest.fixture
def merged(place: Path | str) -> None:
    with Ledger.open(place, create=True) as ledger, ledger.run("hand") as run:
        ledger.add(*told("Office of the President of Estonia", 70), run)
        ledger.add(*told("Gazette", 75), run)
        ledger.add(*told("Courier", 70, day="2025-03-19"), run)


def test_events_are_listed_once(run: Run, merged: None) -> None:
    ran = run("events", COLUMNS="120")
    assert ran.out.count("Orsted") == 2 and "2, disputed" in ran.out and "1 h 10 – 1 h 15" in ran.out
    assert "2 events. Open one" in ran.err
    assert run("events", "--reports", COLUMNS="120").out.count("Orsted") == 3


def test_events_as_json_and_csv(run: Run, merged: None) -> None:
    first, second = json.loads(run("events", "--json").out)
    assert (first["minutes_min"], first["minutes_max"], first["disputed"]) == (70, 75, True)
    assert first["publishers"] == ["Office of the President of Estonia", "Gazette"]
    assert (first["standing"], len(first["reports"]), second["disputed"]) == ("machine", 2, False)
    rows = list(csv.DictReader(io.StringIO(run("events", "--csv").out)))
    assert [(row["reports"], row["disputed"], row["standing"]) for row in rows] == [
        ("2", "1", "machine"),
        ("1", "0", "machine"),
    ]
    assert rows[0]["officials"] == "Estonia" and len(rows[0]["report_ids"].split("; ")) == 2


def test_show_tells_who_says_what(run: Run, merged: None) -> None:
    event = json.loads(run("events", "--json", "--limit", "1").out)[0]["id"]
    ran = run("show", event, COLUMNS="140")
    for words in (
        "contact · call · held · 2025-03-18 · 1 h 10 – 1 h 15",
        "The accounts contradict each other: duration.",
        "1 h 10 (contradicted)",
        "Office of the President of Estonia (official, Estonia): “70 minutes”",
        "Gazette: “75 minutes”",
        "what they imply together",
        "Why these are one",
        "the same people on both sides; the same type of contact; the same day; lengths that differ",
        "It may also be",
        "demarche merge",
    ):
        assert words in ran.out, words


def test_show_as_json(run: Run, merged: None) -> None:
    event = json.loads(run("events", "--json", "--limit", "1").out)[0]["id"]
    detail = json.loads(run("show", event, "--json").out)
    assert [a["said"] for a in detail["accounts"]["duration"]] == ["70 min", "75 min"]
    assert [state["status"] for state in detail["life"]] == ["held"]
    assert len(detail["told"]) == 2 and detail["links"][0]["verdict"] == "same"
    alone = json.loads(run("show", detail["reports"][1], "--report", "--json").out)
    assert alone["minutes_min"] == 75 and alone["evidence"]


def test_an_office_is_whoever_held_it(place: Path | str, run: Run) -> None:
    text = "Marco Rubio spoke with Bo Tamm on 2025-03-18."
    people = (("Marco Rubio", "United States"), ("Bo Tamm", "Estonia"))
    fields = [
        Field(
            "participants",
            name,
            (Span(text.index(name), text.index(name) + len(name)),),
            side=side,
            actor_kind="person",
        )
        for name, side in people
    ]
    fields.append(Field("date", "2025-03-18", (Span(34, 44),)))
    report = Report("r", "contact", "call", "held", (Span(0, len(text)),), tuple(fields), "CONSULT")
    with Ledger.open(place, create=True) as ledger, ledger.run("hand") as made:
        ledger.add(Document("r", text), [report], made)
    found = run("events", "--who", "US secretary of state", "--json")
    assert [event["date"] for event in json.loads(found.out)] == ["2025-03-18"]
    assert "US secretary of state: Marco Rubio since 21 Jan 2025" in found.err
    nobody = run("events", "--who", "Kremlin spokesman", COLUMNS="200")
    assert "nobody who was 'Kremlin spokesman' is in this ledger: Dmitry Peskov since 22 May 2012" in nobody.err

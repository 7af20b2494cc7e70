"""Tone between two sides: directions, months, the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from demarche.analysis.tone import tone, tone_chart
from demarche.charts import Frame
from demarche.ledger import Ledger
from demarche.model import Document, Field, Report, Span

SAID = [
    ("Vladimir Putin", "Russia", "Alexander Lukashenko", "Belarus", "thank", "2025-01-10"),
    ("Vladimir Putin", "Russia", "Belarus", "Belarus", "praise", "2025-01-20"),
    ("Alexander Lukashenko", "Belarus", "Vladimir Putin", "Russia", "criticise", "2025-03-02"),
    ("Alexander Lukashenko", "Belarus", "Vladimir Putin", "Russia", "request", "2025-04/2025-05"),
]


@pytest.fixture
def ledger(fresh: Callable[..., Path | str]) -> Iterator[Ledger]:
    with Ledger.open(fresh("tone.ledger"), create=True) as opened, opened.run("test") as run:
        for number, (who, side, whom, other, stance, day) in enumerate(SAID):
            text = f"{who} said “it is so {number}” of {whom}."
            words = (Span(text.index("it is"), text.index("”")),)
            fields = (
                Field("actor", who, (Span(0, len(who)),), side=side, actor_kind="person"),
                Field("recipient", whom, reason="codebook", side=other, actor_kind="person"),
                Field("stance", stance, reason="codebook"),
                Field("quote", f"it is so {number}", words),
                Field("date", day, reason="codebook"),
            )
            document = Document(f"d{number}", text, publisher="Gazette", date=date(2025, 3, 5))
            report = Report(document.id, "statement", "direct", None, (Span(0, len(text)),), fields)
            opened.add(document, [report], run)
        yield opened


def test_both_directions_by_month_and_stance(ledger: Ledger) -> None:
    answer = tone(ledger, between="Russia", and_="Belarus", period="2025")
    assert [(c.month, c.speaker, c.stance, c.count) for c in answer.counts] == [
        ("2025-01", "Russia", "praise", 1),
        ("2025-01", "Russia", "thank", 1),
        ("2025-03", "Belarus", "criticise", 1),
    ]
    assert answer.undated == 1
    assert [one.answer.value for one in answer.directions] == [2, 2]


def test_every_statement_has_its_words(ledger: Ledger) -> None:
    answer = tone(ledger, between="Putin", and_="Lukashenko")
    assert [(one.speaker, one.leaning, one.said) for one in answer.statements] == [
        ("Vladimir Putin", "friendly", "“it is so 0”"),
        ("Alexander Lukashenko", "hostile", "“it is so 2”"),
        ("Alexander Lukashenko", "neither", "“it is so 3”"),
    ]


def test_silent_months_keep_their_place_in_the_chart(ledger: Ledger) -> None:
    answer = tone(ledger, between="Russia", and_="Belarus")
    frame = Frame("Tone", "4 documents", date(2025, 4, 1))
    shown = tone_chart(answer, frame=frame)
    assert "from 2025-01 to 2025-03: 2 friendly statements (" in shown["description"]
    assert "no hostile ones" in tone_chart(answer, frame=frame, speaker="Russia")["description"]

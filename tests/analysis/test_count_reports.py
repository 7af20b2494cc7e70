"""Counting the other kinds: what is one, what is doubtful, which rule is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from demarche.analysis import ReportAnswer, count_reports
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.model import Document, Field, Kind, Report, Span

SIDES = {"Vladimir Putin": "Russia", "Dmitry Peskov": "Russia", "Russia": "Russia", "Donald Trump": "United States"}


@dataclass(frozen=True)
class Said:
    """One report; those with one `doc` stand in one document."""

    words: str = "new tariffs on oil"
    actor: str = "Donald Trump"
    recipient: str | None = "Russia"
    type: str | None = "threat"
    status: str | None = "pending"
    day: str | None = "2025-08-04"
    kind: Kind = "pressure"
    stance: str | None = None
    doc: int = 0


def documents(rows: tuple[Said, ...]) -> Iterator[tuple[Document, list[Report]]]:
    numbered = [replace(row, doc=row.doc or 100 + n) for n, row in enumerate(rows)]
    for number in dict.fromkeys(row.doc for row in numbered):
        mine = [row for row in numbered if row.doc == number]
        text = f"Note {number}. " + " ".join(f"{i}: {row.words}." for i, row in enumerate(mine))
        made = Document(f"n{number}", text, date=date(2025, 8, 5))
        yield made, [report(made, i, row) for i, row in enumerate(mine)]


def report(document: Document, number: int, row: Said) -> Report:
    start = document.text.index(f"{number}: {row.words}") + len(f"{number}: ")
    span = (Span(start, start + len(row.words)),)
    name = {"pressure": "measure", "statement": "quote" if row.type == "direct" else "topic"}.get(row.kind, "content")
    fields = [Field("actor", row.actor, reason="codebook", side=SIDES.get(row.actor), actor_kind="person")]
    if row.recipient:
        fields.append(Field("recipient", row.recipient, reason="codebook", side=SIDES.get(row.recipient),
                            actor_kind="state"))  # fmt: skip
    fields.append(Field(name, row.words, span))
    fields += [Field("stance", row.stance, reason="codebook")] if row.stance else []
    fields += [Field("date", row.day, reason="codebook")] if row.day else []
    return Report(document.id, row.kind, row.type, row.status, span, tuple(fields))


Fill = Callable[..., Ledger]
Fresh = Callable[..., Path | str]


@pytest.fixture
def fill(fresh: Fresh) -> Iterator[Fill]:
    opened: list[Ledger] = []

    def filling(*rows: Said) -> Ledger:
        opened.append(Ledger.open(fresh(f"{len(opened)}.db"), create=True))
        with opened[-1].run("test") as run:
            for made, reports in documents(rows):
                opened[-1].add(made, reports, run)
        return opened[-1]

    yield filling
    for ledger in opened:
        ledger.close()


def numbers(answer: ReportAnswer) -> tuple[int, int]:
    return answer.value, len(answer.doubtful)


A = Said()
SPOKE = Said("we will go on with the work", "Dmitry Peskov", None, "direct", None, kind="statement", stance="neutral")
THANKED = Said("thanked them all", "Dmitry Peskov", "Russia", "indirect", None, kind="statement", stance="thank")

#: reports -> counted, doubtful
SAME = [
    ((A, A), (1, 0)),
    ((A, replace(A, words="tariffs on all the oil of Russia")), (1, 0)),
    ((A, replace(A, words="a ban on grain")), (1, 1)),
    ((replace(A, doc=1), replace(A, words="a ban on grain", doc=1)), (2, 0)),
    ((replace(A, doc=1), replace(A, doc=1)), (2, 0)),
    ((A, replace(A, type="sanction")), (1, 1)),
    ((A, replace(A, actor="Dmitry Peskov")), (2, 0)),
    ((A, replace(A, recipient=None)), (1, 0)),
    ((A, replace(A, recipient="Norland")), (2, 0)),
    ((A, replace(A, day="2025-08-05")), (1, 0)),
    ((A, replace(A, day="2025-08-05~")), (1, 0)),
    ((A, replace(A, day="2025-08-01/2025-08-06")), (1, 0)),
    ((A, replace(A, day="2025")), (1, 1)),
    ((A, replace(A, day=None)), (2, 0)),
    ((replace(A, kind="offer", type="pledge"), A), (1, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), SAME)
def test_pressures_that_are_one(fill: Fill, rows: tuple[Said, ...], expected: tuple[int, int]) -> None:
    assert numbers(count_reports(fill(*rows), "pressure")) == expected


STATEMENTS = [
    ((SPOKE, SPOKE), 1),
    ((SPOKE, replace(SPOKE, words="We will go on with this work, as ever")), 1),
    ((SPOKE, replace(SPOKE, words="nothing of that kind was planned")), 2),
    ((SPOKE, replace(SPOKE, actor="Vladimir Putin")), 2),
    ((THANKED, replace(THANKED, words="gave thanks")), 1),
    ((THANKED, replace(THANKED, stance="praise")), 2),
    ((THANKED, replace(THANKED, recipient="Norland")), 2),
    ((THANKED, SPOKE), 2),
]


@pytest.mark.parametrize(("rows", "value"), STATEMENTS)
def test_statements_that_are_one(fill: Fill, rows: tuple[Said, ...], value: int) -> None:
    assert numbers(count_reports(fill(*rows), "statement")) == (value, 0)


def test_the_order_of_documents_does_not_matter(fill: Fill) -> None:
    rows = (A, replace(A, words="tariffs on oil", day="2025-08-05~"), replace(A, words="a ban on grain"), SPOKE)
    answers = [count_reports(fill(*order), "pressure") for order in permutations(rows)]
    assert len({numbers(answer) for answer in answers}) == 1


ASKED = [
    ({}, 3, 0),
    ({"type": "threat"}, 2, 0),
    ({"status": "pending"}, 1, 0),
    ({"status": "dropped"}, 1, 1),
    ({"actor": "Trump"}, 2, 0),
    ({"actor": "Trump", "recipient": "Russia"}, 2, 0),
    ({"actor": "Russia"}, 1, 0),
    ({"who": "Russia", "with_": "Trump"}, 2, 0),
    ({"period": "2025-08"}, 2, 1),
    ({"period": "2024"}, 0, 1),
    ({"period": "2025-08-04"}, 1, 1),
]


@pytest.mark.parametrize(("asked", "value", "doubtful"), ASKED)
def test_what_counts(fill: Fill, asked: dict[str, str], value: int, doubtful: int) -> None:
    ledger = fill(
        A,
        replace(A, words="a ban on grain", status="dropped", day=None),
        replace(A, words="gas prices", actor="Dmitry Peskov", type="demand", recipient="Norland", day="2025-08-20",
                status="dropped|unknown"),
    )  # fmt: skip
    assert numbers(count_reports(ledger, "pressure", **asked)) == (value, doubtful)  # type: ignore[arg-type]


BY = [
    ("month", (("2025-07", 1), ("2025-08", 2))),
    ("type", (("threat", 2), ("demand", 1))),
    ("status", (("pending", 2), ("dropped", 1))),
    ("actor", (("Donald Trump", 2), ("Dmitry Peskov", 1))),
    ("recipient", (("Russia", 2), ("nobody named", 1))),
    ("stance", (("none", 3),)),
]


@pytest.mark.parametrize(("by", "expected"), BY)
def test_breakdowns(fill: Fill, by: str, expected: tuple[tuple[str, int], ...]) -> None:
    third = replace(A, words="gas", actor="Dmitry Peskov", type="demand", recipient=None, status="dropped",
                    day="2025-07-01")  # fmt: skip
    ledger = fill(A, replace(A, words="a ban on grain", day="2025-08-09"), third)
    assert count_reports(ledger, "pressure", by=by).breakdown == expected


RULES = [
    ("pressure", {}, "1 pressure, all dates, any status; reports of one event count once"),
    ("pressure", {"type": "threat", "actor": "Trump", "recipient": "Russia", "period": "2025", "status": "pending"},
     "1 threat by Donald Trump toward Russia (everybody who stands for it: Russia and Dmitry Peskov), "
     "1 Jan – 31 Dec 2025, pending; "),
    ("statement", {"type": "direct", "who": "Peskov"}, "1 direct statement that names Dmitry Peskov, all dates; "),
    ("statement", {"stance": "praise", "actor": "Peskov"}, "0 statements (praise) by Dmitry Peskov, all dates; "),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "asked", "rule"), RULES)
def test_the_rule_in_words(fill: Fill, kind: str, asked: dict[str, str], rule: str) -> None:
    assert count_reports(fill(A, SPOKE), kind, **asked).rule.startswith(rule)  # type: ignore[arg-type]


def test_rejected_rows_are_left_out(fill: Fill) -> None:
    ledger = fill(A)
    ledger.decide(ledger.reports()[0].id, "reject", author="anna")
    assert numbers(count_reports(ledger, "pressure")) == (0, 0)


@pytest.mark.parametrize(
    ("kind", "asked", "why"),
    [
        ("contact", {}, "contacts are counted by"),
        ("pressure", {"by": "weekday"}, "cannot count by"),
        ("pressure", {"period": "soon"}, "cannot read the period"),
    ],
)
def test_refusals(fill: Fill, kind: str, asked: dict[str, str], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        count_reports(fill(A), kind, **asked)  # type: ignore[arg-type]

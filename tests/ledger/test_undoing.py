"""Any decisions, all taken back in any order: every table that questions see is as it was, to the letter."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.ledger.schema import decisions, metadata, runs
from demarche.model import Document, Report

PUTIN, TRUMP, XI = "Vladimir Putin", "Donald Trump", "Xi Jinping"
Made = tuple[Document, list[Report]]
Step = tuple[str, int, int, int]
NAMES = (PUTIN, TRUMP, XI, "Bo Tamm", "Recep Tayyip Erdoğan", "Xi Jingping")
EDITS = (
    ("type", "meeting"),
    ("status", "planned"),
    ("date", "2025-04"),
    ("date", ""),
    ("duration", "1 h 20"),
    ("duration", "about 2 h"),
    ("place", "Riga"),
    ("participants", "+Bo Tamm (Estonia)"),
    ("participants", "-Donald Trump"),
    ("participants", "Xi Jinping; Bo Tamm"),
    ("initiator", "Xi Jinping"),
    ("topics", "gas; grain"),
    ("plover", "agree"),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of four documents; two tell of one call, one sentence tells of two contacts."""
    return tmp_path_factory.mktemp("template") / "ledger.db"


@pytest.fixture
def fresh(template: Path, make: Callable[..., Made], tmp_path: Path) -> Callable[[], Ledger]:
    """A copy of the template."""
    if not template.exists():
        with Ledger.open(template, create=True) as ledger:
            read_all(ledger, make, "one")
    numbers = iter(range(10_000))

    def copied() -> Ledger:
        path = tmp_path / f"{next(numbers)}.db"
        path.write_bytes(template.read_bytes())
        return Ledger.open(path)

    return copied


def read_all(ledger: Ledger, make: Callable[..., Made], extractor: str) -> None:
    """Read the four documents."""
    with ledger.run(extractor) as run:
        ledger.add(*make((PUTIN, TRUMP), minutes=90, name="a"), run)
        ledger.add(*make((PUTIN, TRUMP), minutes=95, name="b", publisher="Courier"), run)
        ledger.add(*make((XI, TRUMP), (PUTIN, "Recep Tayyip Erdoğan"), day="2025-03-20", name="c"), run)
        ledger.add(*make((XI, PUTIN), day=None, type="meeting", status="planned", name="d"), run)


def tables(ledger: Ledger) -> dict[str, list[Any]]:
    """Every row of every table but the decisions themselves, and what free text is found by."""
    with ledger._db.reading() as connection:
        found = {
            table.name: sorted(map(repr, connection.execute(sa.select(table)).all()))
            for table in metadata.sorted_tables
            if table not in (decisions, runs)
        }
        words = sa.text("SELECT report_id, words FROM search_reports ORDER BY 1")
        return found | {"search": list(map(repr, connection.execute(words)))}


def answers(ledger: Ledger) -> list[Any]:
    """What questions give."""
    rows, events = ledger.reports(), ledger.events()
    shown = [ledger.show(row.id) for row in rows]
    told = [(d.event, d.fields, d.evidence) for d in shown]
    summary = ledger.summary()
    actors, people = ledger.actors(), [ledger.resolve(name).actors for name in (PUTIN, TRUMP, XI)]
    return [rows, events, told, summary.documents, summary.reports, actors, people]


def step(ledger: Ledger, what: Step, *, entering: bool) -> None:
    """One decision, on rows as they are now; what makes no sense changes nothing."""
    verb, a, b, c = what
    ids = sorted(row.id for row in ledger.reports())
    one, other = ids[a % len(ids)], ids[b % len(ids)]
    field, value = EDITS[c % len(EDITS)]
    verbs: dict[str, Callable[[], object]] = {
        "accept": lambda: ledger.accept(one, author="anna"),
        "reject": lambda: ledger.reject(one, other, author="ben"),
        "edit": lambda: ledger.edit(one, field, value, author="anna", reason="I was there"),
        "merge": lambda: ledger.merge(one, other, author="anna"),
        "split": lambda: ledger.split(one, other, author="anna"),
        "same": lambda: ledger.same_actor(NAMES[a % 6], NAMES[b % 6], author="ben"),
        "alias": lambda: ledger.alias(NAMES[a % 6], f"The Bear {c % 2}", author="ben"),
        "undo": lambda: ledger.undo(c + 1, author="cy"),
        "enter": lambda: ledger.enter(
            {"type": "call", "participants": f"{NAMES[a % 6]}; Bo Tamm (Estonia)", "date": f"2025-03-{18 + b % 3}"},
            author="anna",
        ),
    }
    if verb == "enter" and not entering:
        return
    with suppress(UsageError):
        verbs[verb]()


def undo_all(ledger: Ledger, seed: int) -> None:
    """Take back whatever stands, in some order."""
    standing = sorted({d.action for d in ledger.decisions() if not d.undone_at})
    random.Random(seed).shuffle(standing)
    for action in standing:
        ledger.undo(action, author="cy")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "reject", "edit", "edit", "merge", "split", "same", "alias", "undo", "enter"]),
        st.integers(0, 12),
        st.integers(0, 12),
        st.integers(0, 12),
    ),
    max_size=7,
)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(steps=STEPS, seed=st.integers(0, 9))
def test_undo_restores_every_table(fresh: Callable[[], Ledger], steps: list[Step], seed: int) -> None:
    with fresh() as ledger:
        before = tables(ledger), answers(ledger)
        for what in steps:
            step(ledger, what, entering=False)
        undo_all(ledger, seed)
        assert (tables(ledger), answers(ledger)) == before


@FEW
@given(steps=STEPS, seed=st.integers(0, 9))
def test_undo_restores_every_answer(fresh: Callable[[], Ledger], steps: list[Step], seed: int) -> None:
    """With events by hand: what was entered stays in the file, and no question finds it."""
    with fresh() as ledger:
        before = answers(ledger)
        for what in steps:
            step(ledger, what, entering=True)
        undo_all(ledger, seed)
        assert answers(ledger)[:-1] == before[:-1]


@FEW
@given(steps=STEPS, seed=st.integers(0, 9))
def test_another_reading_keeps_what_was_decided(
    fresh: Callable[[], Ledger], make: Callable[..., Made], steps: list[Step], seed: int
) -> None:
    with fresh() as ledger:
        before = told(ledger)
        for what in steps:
            step(ledger, what, entering=True)
        decided = told(ledger)
        read_all(ledger, make, "two")
        assert told(ledger) == decided and not any(e.orphaned for e in ledger.log(standing=True))
        undo_all(ledger, seed)
        assert told(ledger) == before


def told(ledger: Ledger) -> list[Any]:
    """Rows and events, whichever reading found them."""
    rows = [replace(row, extractor="") for row in ledger.reports()]
    return [rows, [(e.id, e.verdict, e.origin, [r.id for r in e.reports]) for e in ledger.events()]]


@FEW
@given(steps=STEPS)
def test_a_dry_run_writes_nothing(fresh: Callable[[], Ledger], steps: list[Step]) -> None:
    with fresh() as ledger:
        for what in steps:
            step(ledger, what, entering=True)
        before, made = tables(ledger), len(ledger.decisions())
        first = ledger.reports()[0].id
        ledger.accept(first, author="anna", dry_run=True)
        ledger.edit(first, "place", "Oslo", author="anna", reason="so it was", dry_run=True)
        ledger.enter({"type": "call", "participants": "Bo Tamm; Cy Umber"}, author="anna", dry_run=True)
        assert (tables(ledger), len(ledger.decisions())) == (before, made)

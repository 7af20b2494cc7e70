"""Small ledgers of pressures, contacts, offers and words; one document a row. And the bundled facts of 2025."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from demarche.ledger import Ledger
from demarche.model import Document, Field, Kind, Report, Span

SIDES = {"Anna Orsted": "Alba", "Bo Tamm": "Borea", "Cy Umber": "Alba"}


@dataclass(frozen=True)
class Told:
    """One report of a document of its own."""

    day: str | None = "2031-03-01"
    type: str | None = "ultimatum"
    status: str | None = "pending"
    kind: Kind = "pressure"
    by: tuple[str, ...] = ("Anna Orsted",)
    against: tuple[str, ...] = ("Borea",)
    measure: str = "tariffs on steel"
    deadline: str = ""
    revised: str = ""
    outcome: str = ""
    initiator: str = ""
    stance: str = ""
    publisher: str = "Gazette"
    published: str | None = None


def contact(day: str, status: str = "held", type_: str = "call", **more: str) -> Told:
    """A contact of Anna Orsted and Bo Tamm."""
    return Told(day, type_, status, "contact", ("Anna Orsted", "Bo Tamm"), (), "", **more)


def _document(told: Told, number: int) -> tuple[Document, list[Report]]:
    said = (told.measure, told.deadline, told.revised, told.outcome, told.stance)
    names = " and ".join(dict.fromkeys((*told.by, *told.against, *filter(None, [told.initiator]))))
    text = f"Note {number}: {names}: {'; '.join(words for words in said if words)}."
    published = told.published or told.day
    made = Document(
        f"n{number}", text, publisher=told.publisher, date=date.fromisoformat(published) if published else None
    )
    roles = {"contact": ("participants", "participants")}.get(told.kind, ("actor", "recipient"))
    fields = [_actor(roles[0], name, text) for name in told.by] + [
        _actor(roles[1], name, text) for name in told.against
    ]
    if told.initiator:
        fields.append(_actor("initiator", told.initiator, text))
    what = {"pressure": "measure", "offer": "content", "statement": "quote"}.get(told.kind, "")
    pairs = (
        (what, told.measure),
        ("deadline", told.deadline),
        ("revised_deadline", told.revised),
        ("outcome", told.outcome),
        ("stance", told.stance),
        ("date", told.day or ""),
    )
    fields += [Field(name, value, reason="codebook") for name, value in pairs if name and value]
    return made, [Report(made.id, told.kind, told.type, told.status, (Span(0, len(text)),), tuple(fields))]


def _actor(role: str, name: str, text: str) -> Field:
    start = text.index(name)
    state = name in SIDES.values()
    kind = "state" if state else "person"
    return Field(role, name, (Span(start, start + len(name)),), side=SIDES.get(name, name), actor_kind=kind)  # type: ignore[arg-type]


def add(ledger: Ledger, *rows: Told) -> None:
    """Add the rows to a ledger, one document each."""
    with ledger.run("test") as run:
        for number, told in enumerate(rows):
            ledger.add(*_document(told, number), run)


Fill = Callable[..., Ledger]
Fresh = Callable[..., Path | str]


@pytest.fixture
def told() -> type[Told]:
    return Told


@pytest.fixture
def met() -> Callable[..., Told]:
    return contact


@pytest.fixture
def fill(fresh: Fresh) -> Iterator[Fill]:
    """fill(row, row, ...) -> an open ledger that holds them."""
    opened: list[Ledger] = []

    def filling(*rows: Told) -> Ledger:
        ledger = Ledger.open(fresh(f"{len(opened)}.db"), create=True)
        opened.append(ledger)
        add(ledger, *rows)
        return ledger

    yield filling
    for ledger in opened:
        ledger.close()


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The bundled facts of 2025: pressures, contacts, offers, as a person's entries."""
    from demarche.chronology import Wishes, items, open_sheet
    from demarche.samples import facts as files

    with Ledger.open(tmp_path_factory.mktemp("facts") / "facts.ledger", create=True) as ledger:
        with files() as paths, ledger.run("person") as run:
            sheets = [open_sheet(path, Wishes()) for path in paths if path.name != "lengths.csv"]
            for item in items(sheets, author="test"):
                assert item.document is not None and item.report is not None, item.problem
                ledger.add(item.document, [item.report], run)
        yield ledger

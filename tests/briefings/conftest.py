"""A small ledger of two invented states: contacts, a pressure, an offer, a statement, contradicting lengths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from demarche.ledger import Ledger
from demarche.model import ActorKind, Document, Field, Kind, Lasting, Report, Span

SIDES = {"Ada Moe": "Alba", "Bo Lind": "Borea", "Cleo Rask": "Borea", "Alba": "Alba", "Borea": "Borea"}


@dataclass(frozen=True)
class Told:
    """One report in a document of its own."""

    text: str
    kind: Kind = "contact"
    type: str | None = "call"
    status: str | None = "held"
    day: str | None = "2031-03-10"
    people: tuple[tuple[str, str], ...] = (("participants", "Ada Moe"), ("participants", "Bo Lind"))
    values: tuple[tuple[str, str | Lasting], ...] = ()
    publisher: str = "Gazette"
    url: str | None = "https://gazette.example/1"


MET = (("participants", "Ada Moe"), ("participants", "Cleo Rask"))
PRESSED = (("actor", "Ada Moe"), ("recipient", "Borea"))
CLOSE = (("measure", "close the border"), ("deadline", "2031-05-01"))
TOLD = (
    Told("Ada Moe and Bo Lind spoke for 60 minutes.", values=(("duration", Lasting(60, 60)),)),
    Told("Ada Moe and Bo Lind spoke for 75 minutes.", values=(("duration", Lasting(75, 75)),), publisher="Wire"),
    Told("Ada Moe and Cleo Rask met.", type="meeting", day="2031-04-02", people=MET),
    Told("Ada Moe says she spoke with Bo Lind; Borea denies it.", status="held|denied", day="2031-05"),
    Told("Ada Moe threatens Borea: closed by 1 May.", "pressure", "threat", "pending", "2031-03-05", PRESSED, CLOSE),
    Told("Ada Moe offers Borea grain.", "offer", "aid", "open", "2031-03-20", PRESSED, (("content", "grain"),)),
    Told("Ada Moe thanked Borea.", "statement", "indirect", None, "2031-04-04", PRESSED, (("stance", "thank"),)),
)


def add(ledger: Ledger, *told: Told) -> None:
    """Put reports into a ledger."""
    with ledger.run("test") as run:
        for number, one in enumerate(told):
            fields = [_field(role, name, one.text) for role, name in one.people]
            fields += [Field(name, value, reason="codebook") for name, value in one.values]
            fields += [Field("date", one.day, reason="codebook")] if one.day else []
            name = f"{one.publisher}-{number}"
            document = Document(name, one.text, publisher=one.publisher, url=one.url, date=date(2031, 5, 20))
            whole = (Span(0, len(one.text)),)
            ledger.add(document, [Report(name, one.kind, one.type, one.status, whole, tuple(fields))], run)


def _field(role: str, name: str, text: str) -> Field:
    kind: ActorKind = "state" if SIDES.get(name) == name else "person"
    start = text.index(name)
    return Field(role, name, (Span(start, start + len(name)),), side=SIDES.get(name), actor_kind=kind)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "two.ledger", create=True) as opened:
        add(opened, *TOLD)
        yield opened

"""Rows told in words: who towards whom, what, by when."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from demarche.analysis import telling
from demarche.model import Lasting, Value


@dataclass(frozen=True)
class Row:
    """A row by hand: actors by role, other fields in order."""

    kind: str
    type: str | None = None
    status: str | None = None
    plover: str | None = None
    quote: str = "The\nwhole sentence."
    people: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, Value], ...] = ()

    def names(self, role: str = "participants") -> tuple[str, ...]:
        return tuple(name for r, name in self.people if r == role)

    def all(self, name: str) -> tuple[Value, ...]:
        return tuple(value for n, value in self.fields if n == name)

    def first(self, name: str) -> Value | None:
        return next(iter(self.all(name)), None)


def row(kind: str, type: str | None = None, status: str | None = None, /, **fields: Value | list[Value]) -> Row:
    people, others = [], []
    for name, value in fields.items():
        for one in value if isinstance(value, list) else [value]:
            actor = name in ("participants", "actor", "recipient")
            (people if actor else others).append((name, one))
    return Row(kind, type, status, people=tuple((r, str(n)) for r, n in people), fields=tuple(others))


CALL = {"contact_types": "call", "unit": "contacts", "relation": "="}
PAIR: list[Value] = [("Anna Orsted",), ("Bo Tamm", "Cy Umber")]

WHO = [
    (row("contact", "call", participants=["Anna Orsted", "Bo Tamm"]), "Anna Orsted, Bo Tamm"),
    (
        row("pressure", "threat", actor="Anna Orsted", recipient=["Norland", "Sudland"]),
        "Anna Orsted → Norland, Sudland",
    ),
    (row("pressure", "threat", actor="Anna Orsted"), "Anna Orsted"),
    (row("statement", "indirect", actor="Bo Tamm", about="the attack in Ankara"), "Bo Tamm → the attack in Ankara"),
    (row("statement", "direct", actor="Bo Tamm", recipient="Cy Umber", about="Norland"), "Bo Tamm → Cy Umber"),
    (row("statement", "direct", about="Norland"), " → Norland"),
    (row("claim", "ordinal", subjects=PAIR), "Anna Orsted – Bo Tamm, Cy Umber"),
    (row("act"), ""),
]


@pytest.mark.parametrize(("told", "words"), WHO)
def test_who(told: Row, words: str) -> None:
    assert telling.who(told) == words


WHAT = [
    (row("contact", "call", participants="Anna Orsted", topics="grain"), ""),
    (row("pressure", "threat", measure="tariffs of 30 percent", condition="there is a deal"),
     "tariffs of 30 percent; condition: there is a deal"),
    (row("pressure", "demand", condition="that  the troops\nleave"), "the troops leave"),
    (row("pressure", "sanction"), "The whole sentence."),
    (row("offer", "pledge", content="three ferries"), "three ferries"),
    (row("statement", "direct", quote="We  agree"), "“We agree”"),
    (row("statement", "indirect", stance="thank"), "The whole sentence."),
    (row("forecast", content="that talks resume", horizon="2025-05-01/2025-12-31"), "talks resume"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "words"), WHAT)
def test_what(told: Row, words: str) -> None:
    assert telling.what(told) == words


YEAR = "2025-01-01/2025-10-16"
CLAIMS = [
    (row("claim", "ordinal", value=8, period=YEAR, **CALL), "8th call, 1 Jan – 16 Oct 2025"),
    (row("claim", "ordinal", value=1, **CALL), "1st call"),
    (row("claim", "ordinal", value=22, **CALL), "22nd call"),
    (row("claim", "ordinal", value=13, **CALL), "13th call"),
    (row("claim", "ordinal", value=3, contact_types="talks"), "3rd round of talks"),
    (row("claim", "count", value=1, **CALL), "1 call"),
    (row("claim", "count", value=5, contact_types=["call", "meeting"], relation=">"), "more than 5 calls or meetings"),
    (row("claim", "count", value=4, contact_types="visit", relation=">=", source="Office"),
     "at least 4 visits, according to Office"),
    (row("claim", "count", value=0, contact_types="talks", relation="="), "0 rounds of talks"),
    (row("claim", "duration", value=Lasting(1200, None), contact_types="meeting", relation=">", period="2025"),
     "more than 20 h of meetings, 1 Jan – 31 Dec 2025"),
    (row("claim", "duration", value=Lasting(900, 1080), contact_types="meeting"), "15 h to 18 h of meetings"),
    (row("claim", "duration", value=Lasting(1200, None), contact_types="meeting"), "more than 20 h of meetings"),
    (row("claim", "duration", contact_types="meeting"), "some time of meetings"),
    (row("claim", "comparison", subjects=PAIR, reference=PAIR, contact_types="call", relation=">", unit="minutes"),
     "longer calls than their others"),
    (row("claim", "comparison", subjects=PAIR, reference=[("Anna Orsted",), ("Di Vang",)], contact_types="call",
         relation="<", unit="contacts"), "fewer calls than Anna Orsted – Di Vang"),
    (row("claim", "comparison", subjects=PAIR, reference=[("Di Vang",)], contact_types="call", relation="~"),
     "as many calls as Di Vang"),
    (row("claim", "recency", value=1, contact_types="meeting", period="2022-03-04/2025-10-16"),
     "first meeting since 4 Mar 2022"),
    (row("claim", "recency", value=1, contact_types="meeting"), "first meeting"),
    (row("claim", "recency", value="2025-09-29", contact_types="call"), "last call on 2025-09-29"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "words"), CLAIMS)
def test_claims(told: Row, words: str) -> None:
    assert telling.what(told) == words


STANDING = [
    (row("contact", "call", "held"), "call", "held"),
    (row("pressure", "ultimatum", "pending"), "ultimatum", "pending"),
    (row("offer", None, "open"), "offer", "open"),
    (row("statement", "direct", stance="praise"), "statement", "praise"),
    (row("claim", "ordinal"), "claim", "ordinal"),
    (Row("act", "expel", plover="COERCE"), "act", "coerce"),
    (row("forecast"), "forecast", ""),
]


@pytest.mark.parametrize(("told", "label", "standing"), STANDING)
def test_label_and_standing(told: Row, label: str, standing: str) -> None:
    assert (telling.label(told), telling.standing(told)) == (label, standing)


DUE = [
    (row("pressure", "ultimatum", deadline="2025-08-08"), "2025-08-08"),
    (row("pressure", "ultimatum", deadline="2025-08-06/2025-08-18"), "2025-08-06/2025-08-18"),
    (row("pressure", "ultimatum", deadline="P10D"), "P10D"),
    (row("forecast", horizon="2025-05-01/2025-12-31"), "2025-12-31"),
    (row("forecast", horizon="the election"), "the election"),
    (row("contact", "call"), ""),
]


@pytest.mark.parametrize(("told", "day"), DUE)
def test_due(told: Row, day: str) -> None:
    assert telling.due(told) == day

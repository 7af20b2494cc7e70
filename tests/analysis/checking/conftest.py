"""Small ledgers, each made once, and claims against them in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from demarche.analysis.checking import Claim
from demarche.ledger import Ledger
from demarche.model import Document, Field, Lasting, Report, Span

SIDES = {
    "Vladimir Putin": "Russia",
    "Donald Trump": "United States",
    "Steve Witkoff": "United States",
    "Alexander Lukashenko": "Belarus",
    "Volodymyr Zelenskyy": "Ukraine",
}
PT = ("Vladimir Putin", "Donald Trump")
PW = ("Vladimir Putin", "Steve Witkoff")
PL = ("Vladimir Putin", "Alexander Lukashenko")


@dataclass(frozen=True)
class Told:
    """One report; rows that share `doc` are told by one document."""

    day: str
    who: tuple[str, ...] = PT
    type: str = "call"
    minutes: tuple[int | None, int | None] | None = None
    status: str = "held"
    publisher: str = "Gazette"
    published: str | None = None
    doc: str | None = None
    initiator: str | None = None


CALLS = ("02-12", "03-18", "05-19", "06-04", "06-14", "07-03", "08-18", "10-16")
LENGTHS = (90, 150, 125, 75, 50, 60, 40, 150)


def _calls(count: int = 8, **more: Any) -> list[Told]:
    return [Told(f"2025-{day}", minutes=(n, n), **more) for day, n in zip(CALLS[:count], LENGTHS, strict=False)]


OTHERS = ("Volodymyr Zelenskyy", "Alexander Lukashenko")


def months(first: int, last: int) -> list[Told]:
    """A document of other people every month, so that the coverage has no gap."""
    days = [f"{n // 12}-{n % 12 + 1:02}-28" for n in range(first, last)]
    return [Told(day, OTHERS, "message", published=day) for day in days]


#: contacts of another pair before and after, and documents in every month from June 2024 to December 2025
EDGE = [
    Told("2024-06-01", PL, "call", published="2024-06-02"),
    Told("2025-12-01", PL, "call", published="2025-12-30"),
    *months(2024 * 12 + 5, 2025 * 12 + 12),
]
#: name -> what its documents tell
LEDGERS: dict[str, list[Told]] = {
    "eight": [*_calls(), Told("2025-08-15", PT, "summit", (160, 180)), *EDGE],
    "seven": [*_calls(7), *EDGE],
    "nine": [*_calls(), Told("2025-09-20", minutes=(30, 30)), *EDGE],
    "later": [*_calls(), Told("2025-11-05", minutes=(30, 30)), *EDGE],
    "doubted": [*_calls(7), Told("2025-09-10", status="held|denied"), *EDGE],
    "loose": [*_calls(7), Told("2024-12/2025-01", minutes=(10, 10)), *EDGE],
    "planned": [*_calls(7), Told("2025-10-16", status="planned"), Told("2025-09-01", status="denied"), *EDGE],
    "meetings": [
        *(Told(f"2025-{d}", PW, "meeting", (m, m)) for d, m in (("02-11", 200), ("03-13", 180), ("04-11", 270))),
        *(Told(f"2025-{d}", PW, "meeting", (m, m)) for d, m in (("04-25", 180), ("08-06", 180))),
        Told("2025-08-15", (*PT, "Steve Witkoff"), "summit", (160, 180)),
        *EDGE,
    ],
    "hours": [
        *_calls(4),
        *(Told(f"2025-{d}", PW, "meeting", (180, 200)) for d in ("02-11", "03-13", "04-11")),
        Told("2025-03-14", PL, "meeting", (300, 300)),
        Told("2025-05-09", PL, "call", (20, 20)),
        *EDGE,
    ],
    "unknown": [
        Told("2025-02-12", PT, "call", (90, 90)),
        Told("2025-03-18", PT, "call", (110, 130)),
        Told("2025-05-19", PT, "call"),
        Told("2025-03-14", PL, "meeting", (150, 150)),
        Told("2025-05-10", PL, "call"),
        *EDGE,
    ],
    "open": [Told("2025-02-12", PT, "call", (120, None)), Told("2025-03-18", PT, "call", (60, 60)), *EDGE],
    "twoaday": [
        Told("2025-03-01", minutes=(10, 10), doc="d"),
        Told("2025-03-01", minutes=(95, 95), doc="d"),
        Told("2025-04-01", minutes=(30, 30)),
        Told("2025-04-01", minutes=(30, 30), publisher="Courier"),
        *EDGE,
    ],
    "mixed": [*_calls(4), Told("2025-08-15", PT, "meeting"), Told("2025-08-20", PT, "meeting"), *EDGE],
    "old": [
        Told("2022-03-04"),
        Told("2025-02-12"),
        Told("2021-12-02", PL),
        *EDGE,
        *months(2021 * 12 + 11, 2024 * 12 + 5),
    ],
    "gappy": [*_calls(1), Told("2025-03-18", PL), Told("2025-04-18", PL), Told("2025-10-16"), *EDGE[:2]],
    "thin": [Told("2025-02-12", published="2025-02-13"), Told("2025-03-18", published="2025-03-19")],
    "empty": [*EDGE],
    "placed": [
        Told("2025-02-12", initiator="Donald Trump"),
        Told("2025-03-18", initiator="Donald Trump"),
        Told("2025-05-19"),
    ],
    "retold": [*_calls(7), Told("2025-10-16", published="2025-11-20"), *EDGE],
}


def documents(rows: list[Told]) -> Iterator[tuple[Document, list[Report]]]:
    """One document a row, or one for all rows of a `doc`."""
    groups: dict[str, list[Told]] = {}
    for number, row in enumerate(rows):
        groups.setdefault(row.doc or f"{row.day} {'-'.join(row.who)} {row.publisher} {number}", []).append(row)
    for name, told in groups.items():
        texts = [f"Note {name}.{i}: {' and '.join(t.who)}, {t.type}, {t.day}." for i, t in enumerate(told)]
        published = date.fromisoformat(told[0].published or _after(told[0].day))
        document = Document(name, "\n\n".join(texts), publisher=told[0].publisher, date=published)
        starts = [document.text.index(text) for text in texts]
        yield (
            document,
            [_report(document, t, start, len(text)) for t, start, text in zip(told, starts, texts, strict=True)],
        )


def _after(day: str) -> str:
    return (day.split("/")[-1] + "-28")[:10]


def _report(document: Document, told: Told, start: int, size: int) -> Report:
    fields = [_actor(document, "participants", name, start) for name in told.who]
    fields.append(Field("date", told.day, reason="codebook"))
    if told.minutes:
        fields.append(Field("duration", Lasting(*told.minutes), reason="codebook"))
    if told.initiator:
        fields.append(_actor(document, "initiator", told.initiator, start))
    return Report(document.id, "contact", told.type, told.status, (Span(start, start + size),), tuple(fields))


def _actor(document: Document, role: str, name: str, start: int) -> Field:
    at = document.text.index(name, start)
    return Field(role, name, (Span(at, at + len(name)),), side=SIDES[name], actor_kind="person")


def fill(path: Path, rows: list[Told], base: bytes = b"") -> Ledger:
    """A ledger of these rows, on top of another one's bytes."""
    if base:
        path.write_bytes(base)
    ledger = Ledger.open(path, create=not base)
    with ledger.run("test") as run:
        for document, reports in documents(rows):
            ledger.add(document, reports, run)
    return ledger


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An empty ledger, made once: its tables take longer than its rows."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    Ledger.open(path, create=True).close()
    return path.read_bytes()


@pytest.fixture(scope="session")
def ledgers(tmp_path_factory: pytest.TempPathFactory, blank: bytes) -> Iterator[dict[str, Ledger]]:
    """Every ledger of LEDGERS, open."""
    folder = tmp_path_factory.mktemp("checking")
    fill(folder / "edge.db", EDGE, blank).close()
    edged = (folder / "edge.db").read_bytes()
    opened = {}
    for name, rows in LEDGERS.items():
        whole = all(row in rows for row in EDGE)
        own = [row for row in rows if not whole or row not in EDGE]
        opened[name] = fill(folder / f"{name}.db", own, edged if whole else blank)
    yield opened
    for ledger in opened.values():
        ledger.close()


def claim(kind: str, value: Any = None, **more: Any) -> Claim:
    """A claim of 16 October 2025 on calls between Putin and Trump of that year, unless told otherwise."""
    given: dict[str, Any] = {
        "sides": tuple((name,) for name in PT),
        "types": ("call",),
        "period": "2025-01-01/2025-10-16",
        "day": date(2025, 10, 16),
        "unit": "minutes" if kind == "duration" else "contacts",
        **more,
    }
    for name in ("day", "about"):
        if isinstance(given.get(name), str):
            given[name] = date.fromisoformat(given[name])
    for name in ("sides", "reference"):
        if name in given:
            given[name] = tuple((side,) if isinstance(side, str) else tuple(side) for side in given[name])
    return Claim(kind, value=value, **given)


Make = Callable[..., Claim]

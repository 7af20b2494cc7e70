"""Whichever way events are looked for, the same are found, in the same order, and counted right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from benchmarks.generate import write

from demarche.ledger import Filters, Ledger, Outcome, Pages, finding, leading, pages, searching, searching_server
from demarche.ledger.copying import copy_ledger
from demarche.ledger.filtering import conditions
from demarche.ledger.judging import event_conditions
from demarche.ledger.schema import events, reports
from demarche.model import Document, Report

if TYPE_CHECKING:
    from ..postgresql import Server

Made = tuple[Document, list[Report]]

ASKED = {
    "all": Filters(),
    "kind": Filters(kind="pressure"),
    "kinds": Filters(kind=("offer", "act")),
    "person": Filters(who="Person0003"),
    "state": Filters(who="State 000"),
    "pair": Filters(who="Person0000", with_="State 001"),
    "states": Filters(who="State 000", with_="State 001"),
    "its own": Filters(who="State 000", with_="Person0000"),
    "towards": Filters(actor="State 000", recipient="State 002"),
    "nobody": Filters(who="Nobody"),
    "year": Filters(since="2020", until="2020"),
    "day": Filters(since="2020-03-04", until="2020-03-04"),
    "calls of a year": Filters(kind="contact", type="call", since="2019", until="2020"),
    "state in a year": Filters(who="State 000", since="2018", until="2019"),
    "states in years": Filters(who="State 000", with_="State 001", since="2012", until="2020"),
    "since": Filters(who="State 001", since="2022"),
    "until": Filters(kind="statement", until="2013-06"),
    "stance": Filters(stance="praise", who="State 000"),
    "word": Filters(text="grain"),
    "words of a kind": Filters(text="State 000", kind="pressure"),
    "short words": Filters(text="of us"),
    "confirmed": Filters(standing="confirmed"),
    "not confirmed": Filters(standing="machine", kind="pressure", since="2020", until="2021"),
    "disputed": Filters(doubt="disputed", who="State 000"),
}
WAYS = {  # gathered; walked through; the walk soon given up
    "gathered": {"FEW": 5_000, "IN_PERIOD": 20_000, "WALKED": 20_000, "COMMON": 20_000, "RARE": 1_000},
    "walked": {"FEW": 2, "IN_PERIOD": 2, "WALKED": 20_000, "COMMON": 2, "RARE": 1},
    "given up": {"FEW": 2, "IN_PERIOD": 2, "WALKED": 5, "COMMON": 2, "RARE": 1},
    "by days": {"FEW": 2, "IN_PERIOD": 20_000, "WALKED": 5, "COMMON": 20_000, "RARE": 1},
}


ON_A_SERVER = ("person", "states", "calls of a year", "word", "words of a kind", "short words")  # where it differs


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("finding") / "generated.ledger"
    write(path, 1_500, search=True)
    return path


@pytest.fixture(scope="module")
def generated(file: Path) -> Iterator[Ledger]:
    with Ledger.open(file) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def served(file: Path, postgresql: Server) -> Iterator[Ledger]:
    address = postgresql.ledger()
    copy_ledger(str(file), address)
    with Ledger.open(address) as ledger:
        yield ledger
    postgresql.drop(address)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ASKED)
def test_every_way_finds_the_same(generated: Ledger, monkeypatch: pytest.MonkeyPatch, name: str, way: str) -> None:
    _same(generated, monkeypatch, name, way)


@pytest.mark.parametrize("way", ("gathered", "walked", "given up"))
@pytest.mark.parametrize("name", ON_A_SERVER)
def test_every_way_finds_the_same_on_a_server(
    served: Ledger, monkeypatch: pytest.MonkeyPatch, name: str, way: str
) -> None:
    _same(served, monkeypatch, name, way)


def _same(generated: Ledger, monkeypatch: pytest.MonkeyPatch, name: str, way: str) -> None:
    for module in (leading, finding, searching, searching_server):
        for constant in WAYS[way].keys() & vars(module).keys():
            monkeypatch.setattr(module, constant, WAYS[way][constant])
    for order, offset in (("-date", 0), ("date", 7)):
        asked = replace(ASKED[name], order=order, limit=20, offset=offset)
        wanted = plainly(generated, asked)
        page = Pages(generated).page(asked)
        assert [event.id for event in page.events] == wanted[offset : offset + 20]
        assert (page.total, page.over) == (len(wanted), False)
        assert generated.count_events(asked) == len(wanted)
        assert [event.id for event in generated.events(asked)] == wanted[offset : offset + 20]
        bounded = Pages(generated).page(asked, most=10)
        assert bounded.total == (10 if bounded.over else len(wanted)) and (not bounded.over or len(wanted) > 10)


def plainly(ledger: Ledger, asked: Filters) -> list[str]:
    """All ids, by the conditions as they stand."""
    with ledger._db.reading() as connection:
        told = conditions(connection, replace(asked, standing=(), doubt=()))
        telling = sa.select(reports.c.event_id).where(*told)
        order = finding._ORDERS[asked.order]
        query = sa.select(events.c.id).where(*event_conditions(asked), events.c.id.in_(telling)).order_by(*order)
        return list(connection.scalars(query))


def test_what_this_program_writes_is_on_the_page_at_once(
    ledger: Ledger, make: Callable[..., Made], add: Callable[[Made], Outcome]
) -> None:
    shown = Pages(ledger)
    assert shown.page(Filters(limit=10)).total == 0
    add(make(("Vladimir Putin", "Donald Trump")))
    page = shown.page(Filters(limit=10))
    assert page.total == len(page.events) == 1
    ledger.decide(page.events[0].id, "accept", author="somebody")
    assert shown.page(Filters(limit=10)).events[0].standing == "confirmed"
    assert shown.page(Filters(limit=10, standing="machine")).total == 0


def test_what_another_writes_is_there_after_a_while(
    ledger: Ledger, path: Path | str, make: Callable[..., Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Pages(ledger)
    assert shown.page(Filters(limit=10)).total == 0
    with Ledger.open(path) as other, other.run("one") as run:
        other.add(*make(("Vladimir Putin", "Donald Trump")), run)
    monkeypatch.setattr(pages, "SECONDS", 0)
    page = shown.page(Filters(limit=10))
    assert page.total == len(page.events) == 1


def test_only_so_many_pages_are_remembered(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "KEPT", 2)
    shown = Pages(ledger)
    for limit in (1, 2, 3):
        shown.page(Filters(limit=limit))
    assert [filters.limit for filters, _ in shown._kept] == [2, 3]

"""The same code path on a PostgreSQL server, when `DEMARCHE_TEST_POSTGRESQL` names an empty database."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from demarche.errors import LedgerError, UsageError
from demarche.ledger import Filters, Ledger, Outcome
from demarche.model import Document, Report

ADDRESS = os.environ.get("DEMARCHE_TEST_POSTGRESQL", "")
PAIR = ("Vladimir Putin", "Donald Trump")
Make = Callable[..., tuple[Document, list[Report]]]


@pytest.fixture
def server() -> Iterator[Ledger]:
    if not ADDRESS:
        pytest.skip("no server: set DEMARCHE_TEST_POSTGRESQL=postgresql+psycopg://user@host/empty_database")
    with Ledger.open(ADDRESS, create=True) as ledger:
        yield ledger
    engine = sa.create_engine(ADDRESS)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


def test_add_ask_and_decide(server: Ledger, make: Make) -> None:
    url = "https://example.org/a"
    document, reports = make(PAIR, minutes=90, url=url)
    with server.run("one") as run:
        assert server.add(document, reports, run) is Outcome.NEW
        assert server.add(document, reports, run) is Outcome.UNCHANGED
        assert server.add(*make(PAIR, url=url, more="Changed."), run) is Outcome.NEW_VERSION
    (row,) = server.reports(Filters(who="Russia", with_="trump", since="2025", until="2025-03", type="call"))
    assert row.quote.startswith("Vladimir Putin and") and row.document.version == 2
    server.decide(row.id, "reject", author="anna")
    detail = server.show(row.id[:5])
    assert detail.event.verdict == "reject" and len(detail.decisions) == 1
    with server.run("two") as run:
        assert server.add(*make(PAIR, url=url, more="Changed."), run) is Outcome.REREAD
    assert server.reports()[0].verdict == "reject"
    assert len(server.reports(Filters(retired=True, offset=1))) == 1


def test_coverage_follows_the_documents(server: Ledger, make: Make) -> None:
    url = "https://example.org/a"
    with server.run("one") as run:
        server.add(*make(PAIR, url=url), run)
        server.add(*make(PAIR, name="b", day="2025-06-01"), run)
        before = server.coverage()
        server.add(*make(PAIR, url=url, more="Changed."), run)
    assert sum(cell.documents for cell in before) == sum(cell.documents for cell in server.coverage()) == 2
    assert {(c.source_class, c.month) for c in server.coverage_by_month()} == {
        (c.source_class, c.month) for c in server.coverage()
    }
    assert server.coverage(Filters(who="Putin", with_="Trump", kind="contact")) == server.coverage()
    assert server.events_by_month(["2025-06", "2025-07"]) == {"2025-06": {"contact": 1}, "2025-07": {}}
    assert server.events_by_month([], Filters(who="Putin"))["2025-06"] == {"contact": 1}
    assert server.twins([event.id for event in server.events()]) == {}


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(LedgerError) as error:
        Ledger.open("nosuchdatabase://localhost/none")
    assert "\n" not in str(error.value)


def test_decide_and_take_back(server: Ledger, make: Make) -> None:
    other = ("Volodymyr Zelenskyy", "Donald Trump")
    with server.run("one") as run:
        server.add(*make(PAIR, minutes=90, name="a"), run)
        server.add(*make(other, day="2025-06-01", name="b"), run)
    before = server.reports(), [event.id for event in server.events()], server.actors()
    one, two = (row.id for row in server.reports())
    server.accept(one, author="anna")
    server.edit(one, "duration", "70-75 min", author="anna", reason="the readout")
    server.edit(one, "participants", "+Bo Tamm (Estonia)", author="ben", reason="he was there")
    server.merge(one, two, author="anna")
    server.same_actor("Donald Trump", "Volodymyr Zelenskyy", author="anna")
    server.alias("Bo Tamm", "The Owl", author="ben")
    server.enter({"type": "call", "participants": "Bo Tamm; Cy Umber"}, author="anna")
    assert server.count_reports(who="The Owl", with_="Russia") == 1 and len(server.events()) == 2
    assert server.show(one).event.minutes_max == 75
    with server.run("two") as run:
        server.add(*make(PAIR, minutes=90, name="a"), run)
    assert server.show(one).event.edited == ("duration", "participants")
    with pytest.raises(UsageError, match="did you mean"):
        server.edit(one, "type", "cal", author="anna", reason="so")
    for entry in server.log(standing=True):
        server.undo(entry.decision.action, author="cy")
    after = server.reports(), [event.id for event in server.events()], server.actors()
    assert [replace(row, extractor="one") for row in after[0]] == before[0] and after[1:] == before[1:]

"""The same code path on a PostgreSQL server, when `DEMARCHE_TEST_POSTGRESQL` names an empty database."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from demarche.errors import LedgerError
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


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(LedgerError) as error:
        Ledger.open("nosuchdatabase://localhost/none")
    assert "\n" not in str(error.value)

"""What only a server does: refusals in one line without the password, its queue of writers, kills, order, search.

Everything that a ledger answers is asked of both databases by the other modules here (`backend` of tests/conftest.py).
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demarche.address import name, shown
from demarche.errors import LedgerError
from demarche.ledger import Ledger, Outcome
from demarche.model import Document, Report

from .test_failures import WRITER

if TYPE_CHECKING:
    from tests.postgresql import Server

PAIR = ("Vladimir Putin", "Donald Trump")
Make = Callable[..., tuple[Document, list[Report]]]


@pytest.fixture
def backend() -> str:
    return "postgresql"


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("postgresql+psycopg://anna:pw@host:5432/desk", "postgresql+psycopg://anna:***@host:5432/desk"),
        ("postgresql+psycopg://anna@host/desk", "postgresql+psycopg://anna@host/desk"),
        ("postgresql+psycopg://anna:p@w/r:d?@host/desk", "postgresql+psycopg://anna:***@host/desk"),
        ("postgresql://host/desk?user=a&password=pw&x=1", "postgresql://host/desk?user=a&password=***&x=1"),
        ("folder/a:b@c.ledger", "folder/a:b@c.ledger"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, printed: str) -> None:
    assert shown(address) == printed
    assert name(address) in ("desk", "a:b@c.ledger")


def refusal(address: str, *words: str, create: bool = True, **options: bool) -> str:
    with pytest.raises(LedgerError) as error:
        Ledger.open(address, create=create, **options)
    line = str(error.value)
    assert "\n" not in line and all(word in line for word in words), line
    assert "wr0ng" not in line and "pass/word" not in line
    return line


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql+psycopg://anna:wr0ng@127.0.0.1:1/x", ["no PostgreSQL server answers", "refused", "pg_isready"]),
        ("postgresql+psycopg://anna:wr0ng@/x?host=/nowhere", ["no PostgreSQL server answers", "/nowhere"]),
        ("postgresql+psycopg://anna:wr0ng@no.such.host.invalid/x", ["no PostgreSQL server answers"]),
        ("postgresql+psycopg://anna:pass/word@x@127.0.0.1:1/x", ["is not the address of a database", "%40"]),
        ("postgresql+psycopg://anna:wr0ng@host:port/x", ["anna:***@"]),
        ("mysql://anna:wr0ng@host/x", ["a database of PostgreSQL"]),
        ("nosuchdatabase://localhost/none", ["a database of PostgreSQL"]),
    ],
)
def test_a_server_that_is_not_there(address: str, words: list[str]) -> None:
    refusal(address, *words)


def test_who_may_not_come_in(postgresql: Server) -> None:
    from tests.postgresql import GUARDED

    where = name(postgresql.ledger())
    refusal(postgresql.address(where, f"{GUARDED}:wr0ng"), "does not let this user in", "~/.pgpass", f"{GUARDED}:***@")
    refusal(postgresql.address(where, GUARDED), "does not let this user in", "no password")
    refusal(postgresql.address(where, f"{GUARDED}:s3cret/word"), "may not do that", "alembic_version")
    refusal(postgresql.address("nosuch"), "no such database", "createdb")


def test_what_is_no_ledger(postgresql: Server) -> None:
    empty = postgresql.database()
    refusal(empty, "is empty, not a ledger", create=False)
    refusal(empty, "empty, not a ledger", read_only=True)
    postgresql.run("CREATE TABLE places (id integer)", name(empty))
    refusal(empty, "is not a ledger but another database", "stays as it is")
    postgresql.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1'")
    refusal(postgresql.address("latin"), "LATIN1", "needs UTF8", "createdb -E UTF8")
    newer = postgresql.ledger()
    postgresql.run("UPDATE alembic_version SET version_num = '9999'", name(newer))
    refusal(newer, "newer demarche", "9999", "upgrade demarche")


def test_read_only_asks_but_does_not_write(path: str, ledger: Ledger) -> None:
    with Ledger.open(path, read_only=True) as asking:
        assert asking.reports() == []
        with pytest.raises(LedgerError, match="may not be written to"):
            asking.start("one")


def test_a_writer_waits_and_then_says_who_is_in_the_way(path: str, ledger: Ledger) -> None:
    with Ledger.open(path, timeout=0.1) as waiting:
        with ledger._db.writing():
            assert waiting.reports() == []
            with pytest.raises(LedgerError, match="another program is writing to it"):
                waiting.start("one")
        assert waiting.start("one").id == 1


def test_a_server_that_goes_away_and_comes_back(path: str, ledger: Ledger, make: Make, postgresql: Server) -> None:
    ends = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name(path)}'"
    run = ledger.start("one")
    ledger.add(*make(PAIR), run)
    gone = r"the server went away .*; this was not written, .* goes on where it stopped"
    with pytest.raises(LedgerError, match=gone), ledger._db.writing() as connection:
        connection.exec_driver_sql("DELETE FROM coverage")
        postgresql.run(ends)
        connection.exec_driver_sql("SELECT 1")
    assert ledger.add(*make(PAIR), run) is Outcome.UNCHANGED
    postgresql.run(ends)
    assert len(ledger.reports()) == 1 and sum(cell.documents for cell in ledger.coverage()) == 1


def test_a_zero_byte_is_told(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="a zero byte"):
        ledger.start("a\0b")


def test_text_is_in_the_order_of_its_letters_numbers(path: str, ledger: Ledger, postgresql: Server) -> None:
    """Whatever the country of the database: `a` after `Z`, `é` after all; and of any length."""
    columns = """SELECT table_name, column_name, data_type, collation_name FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'alembic_version'
    AND data_type IN ('text', 'character varying', 'character')"""
    found = postgresql.run(columns, name(path))
    assert len(found) > 60
    assert [row for row in found if row[2:] != ("text", "C")] == []


def test_without_the_extension_search_walks(postgresql: Server, make: Make) -> None:
    """Somebody who may not add `pg_trgm` gets the same answers."""
    where = postgresql.database()
    postgresql.run("CREATE ROLE clerk LOGIN")
    postgresql.run("GRANT CREATE, USAGE ON SCHEMA public TO clerk", name(where))
    address = postgresql.address(name(where), "clerk")
    with Ledger.open(address, create=True) as ledger, ledger.run("one") as run:
        ledger.add(*make(("Recep Tayyip Erdoğan", "Donald Trump"), more="They talked about grain."), run)
        assert len(ledger.documents("grain Эрдоганом")) == ledger.count_reports(text="erdogan") == 1
        assert ledger.count_reports(text="lavrov") == 0
    assert postgresql.run("SELECT count(*) FROM pg_indexes WHERE indexdef LIKE '%USING gin%'", name(where)) == [(0,)]


def whole(path: str, postgresql: Server) -> int:
    """How many documents there are; each must have all its rows."""

    def number(query: str) -> int:
        return int(postgresql.run(query, name(path))[0][0])  # type: ignore[call-overload]

    documents = number("SELECT count(*) FROM documents")
    for table, each in {"reports": 4, "report_spans": 4, "fields": 20, "field_spans": 20}.items():
        assert number(f"SELECT count(*) FROM {table}") == documents * each
    assert number("SELECT sum(new) FROM runs") == documents
    return documents


@pytest.mark.parametrize("after", [0, 9])
def test_a_killed_run_leaves_whole_documents_and_goes_on(path: str, postgresql: Server, after: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, path, "100000"], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(after + 1):
        writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    with Ledger.open(path) as ledger:
        assert ledger.start("after it").id >= 2  # its turn to write ended with it
    there = whole(path, postgresql)
    assert there >= after + 1
    subprocess.run([sys.executable, "-c", WRITER, path, str(there + 3)], check=True, capture_output=True)
    assert whole(path, postgresql) == there + 3


def test_eight_processes_write_at_once(path: str, postgresql: Server) -> None:
    """Also into a database that none of them has prepared."""
    empty = postgresql.database()
    script = WRITER.replace("range(int(sys.argv[2]))", "range(int(sys.argv[2]), int(sys.argv[2]) + 4)")
    writers = [
        subprocess.Popen([sys.executable, "-c", script, empty, str(4 * n)], stdout=subprocess.DEVNULL) for n in range(8)
    ]
    assert [writer.wait() for writer in writers] == [0] * 8
    assert whole(empty, postgresql) == 32


def test_a_folder_of_pages_is_named_like_the_database() -> None:
    from demarche.sources import pages_folder

    assert str(pages_folder("postgresql+psycopg://anna@host/desk?sslmode=require")) == "desk.pages"

"""SQL that only reads, over the documented views of a ledger.

with query("demarche.ledger", "SELECT kind, count(*) AS events FROM v_events GROUP BY kind") as rows:
    print(rows.columns)
    for row in rows:
        print(row)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from demarche.ledger.connection import Database
from demarche.ledger.querying.rows import Ask, Cell, Rows
from demarche.ledger.querying.scanning import single
from demarche.ledger.querying.sqlite import reading_file
from demarche.ledger.sqlite_file import only_read

__all__ = ["SECONDS", "Ask", "Cell", "Rows", "query", "reading"]

SECONDS = 30.0
"""How long a query may take when nobody says otherwise."""


@contextmanager
def query(path: str | Path, sql: str, *, seconds: float = SECONDS, most: int | None = None) -> Iterator[Rows]:
    """The rows of one query to a ledger file or server, `most` of them at most; to be used in a `with`.

    UsageError: not one SELECT, WITH or VALUES; wrong SQL, with the place; longer than `seconds`.
    LedgerError: no such ledger.
    """
    asked = single(sql)
    with reading(path, seconds=seconds) as ask:
        yield ask(asked, most)


@contextmanager
def reading(path: str | Path, *, seconds: float = SECONDS) -> Iterator[Ask]:
    """Asks several queries of the same moment, each for so many seconds; SQL of our own, it is not looked at first."""
    # stays open behind the queries: only a connection that may write takes away the files that reading makes
    with closing(Database.open(path, create=False, read_only=True, timeout=SECONDS)) as database:
        if database.on_server:
            from demarche.ledger.querying.postgresql import reading_server

            asking = reading_server(database.engine, seconds)
        else:
            asking = reading_file(only_read(Path(path)), seconds)
        with asking as ask:
            yield ask

"""A ledger learns what it holds when a run has made it twice as large, and not before."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from demarche.ledger import Ledger
from demarche.ledger.connection import Database
from demarche.ledger.learning import LEAST, known
from demarche.model import Document

from .conftest import Fresh


def test_a_file_learns_each_time_it_has_doubled(tmp_path: Path) -> None:
    grown = (LEAST - 1, LEAST, 2 * LEAST - 1, 2 * LEAST)
    assert [_known_after(tmp_path / "ledger.db", number) for number in grown] == [0, LEAST, LEAST, 2 * LEAST]


def test_a_ledger_knows_what_a_run_brought(fresh: Fresh) -> None:
    assert _known_after(fresh(), LEAST) > 0  # how many a server may have counted a moment before, by itself


def _known_after(where: Path | str, documents: int) -> int:
    """How many documents the ledger knows of once a run has ended with so many in it."""
    with Ledger.open(where, create=True) as ledger, ledger.run("test") as run:
        for number in range(documents):
            ledger.add(Document(f"note-{number}", f"Note {number}."), [], run)
    opened = Database.open(where, create=False, read_only=True, timeout=5)
    with closing(opened) as database, database.reading() as connection:
        return known(connection)

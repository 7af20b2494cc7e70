"""A killed run, a full disk: nothing half written, all earlier documents there, and the run goes on afterwards."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from demarche.errors import LedgerError
from demarche.ledger import Ledger, Outcome
from demarche.model import Document, Report

Make = Callable[..., tuple[Document, list[Report]]]
PAIR = ("Vladimir Putin", "Donald Trump")

WRITER = """
import sys
from demarche.ledger import Ledger
from demarche.model import Document, Field, Report, Span
with Ledger.open(sys.argv[1], create=True) as ledger, ledger.run("one") as run:
    for number in range(int(sys.argv[2])):
        text = f"Note {number}. Oslo and Rome spoke. " + "More. " * 200
        where = (Span(text.index("Oslo"), text.index("Oslo") + 4),)
        report = Report(f"n{number}", "contact", "call", "held", where, (Field("place", "Oslo", where),) * 5)
        ledger.add(Document(f"n{number}", text), [report] * 4, run)
        print(number, flush=True)
"""


@pytest.fixture
def backend() -> str:
    """Files alone: what a server says is in test_postgresql.py."""
    return "sqlite"


def whole(path: Path) -> int:
    """How many documents there are; each must have all its rows."""
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        documents = int(file.execute("SELECT count(*) FROM documents").fetchone()[0])
        for table, each in {"reports": 4, "report_spans": 4, "fields": 20, "field_spans": 20}.items():
            assert file.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == documents * each
        counted = file.execute("SELECT sum(new), sum(reports) FROM runs").fetchone()
        assert counted == (documents, documents * 4)
    file.close()
    return documents


@pytest.mark.parametrize("after", [0, 1, 7, 23])
def test_a_killed_run_leaves_whole_documents_and_goes_on(path: Path, after: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path), "100000"], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(after + 1):
        writer.stdout.readline()
    time.sleep(0.003 * after)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    with Ledger.open(path) as ledger:
        assert ledger.summary().last_run is not None and ledger.summary().last_run.finished is None
    there = whole(path)
    assert there >= after + 1
    subprocess.run([sys.executable, "-c", WRITER, str(path), str(there + 5)], check=True, capture_output=True)
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT new, unchanged FROM runs ORDER BY id").fetchall()[-1] == (5, there)
    file.close()


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
from demarche.errors import LedgerError
try:
    exec(sys.argv[4])
except LedgerError as error:
    print("LedgerError", error)
"""


@pytest.mark.parametrize("limit", [1_000, 60_000, 900_000])
def test_a_file_that_may_not_grow_is_one_clear_line(path: Path, limit: int) -> None:
    command = [sys.executable, "-c", FULL, str(path), "100000", str(limit), WRITER]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == "" and done.returncode == 0
    last = done.stdout.splitlines()[-1]
    assert last.startswith(f"LedgerError {path}: ") and ("disk" in last or "full" in last)
    if limit > 60_000:
        assert whole(path) == len(done.stdout.splitlines()) - 1 > 0


def test_a_full_ledger_says_so_and_keeps_what_was_there(path: Path, ledger: Ledger, make: Make) -> None:
    """SQLite's own page limit gives the error of a full disk without one."""
    with ledger.run("one") as run:
        ledger.add(*make(PAIR), run)
        limit_pages(ledger)
        with pytest.raises(LedgerError, match=r"the disk is full; .* goes on where it stopped"):
            for number in range(500):
                ledger.add(*make(PAIR, name=f"n{number}", more=f"{number} " * 3000), run)
        before = ledger.summary().documents
        assert before >= 1
        limit_pages(ledger, 1_000_000)
        assert ledger.add(*make(PAIR, name="later", more="later " * 3000), run) is Outcome.NEW
    assert ledger.summary().documents == before + 1


def limit_pages(ledger: Ledger, pages: int = 60) -> None:
    with ledger._db.reading() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_eight_processes_write_into_one_ledger(path: Path) -> None:
    with Ledger.open(path, create=True):
        pass
    script = WRITER.replace("range(int(sys.argv[2]))", "range(int(sys.argv[2]), int(sys.argv[2]) + 12)")
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(path), str(12 * n)], stdout=subprocess.DEVNULL)
        for n in range(8)
    ]
    assert [writer.wait() for writer in writers] == [0] * 8
    assert whole(path) == 96

"""Loading a batch: the ledger that adding one by one makes; killed, it goes on; twice, nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from benchmarks.load import told, write_batch

from demarche.batch import load_batch
from demarche.batch.loaded import documents_in
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.ledger.connection import Database

from ..ledger.content import content
from .conftest import Read

Fresh = Callable[..., Path | str]


def test_a_batch_becomes_the_ledger_that_adding_makes(batch: Read, fresh: Fresh) -> None:
    bulk, one = fresh("bulk.db"), fresh("one.db")
    done = load_batch(batch.folder, str(bulk), workers=1)
    assert (done.reports, done.outcomes["new"]) == (batch.summary.reports, 21)
    with Ledger.open(one, create=True) as ledger, ledger.run("demarche-1") as run:
        for number in range(batch.summary.shards):
            for document, reports in documents_in(batch.folder, f"{number:06d}"):
                ledger.add(document, reports, run)
    before = content(bulk)
    assert before == content(one)
    assert _schema(bulk) == _schema(one)
    again = load_batch(batch.folder, str(bulk), workers=1)
    assert (again.shards, again.before, again.linked.reports) == (0, batch.summary.shards, 0)
    assert content(bulk) == before


def _schema(ledger: Path | str) -> set[tuple[str, ...]]:
    """Indexes, keys and triggers: what stood aside meanwhile must be there again."""
    database = Database.open(ledger, create=False, read_only=True, timeout=30)
    asked = _ON_SERVER if database.on_server else "SELECT type, name FROM sqlite_master"
    with closing(database), database.reading() as connection:
        return {tuple(row) for row in connection.exec_driver_sql(asked)}


_ON_SERVER = """SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() UNION ALL
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
UNION ALL SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal"""


def test_what_was_generated_is_read_back_as_it_was(tmp_path: Path) -> None:
    write_batch(tmp_path, 500, 1)
    assert documents_in(tmp_path, "000000") == list(told(0, 500))


def test_a_killed_load_goes_on_and_adds_nothing_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.load.SHARD", 300)
    folder, ledger, whole = tmp_path / "batch", tmp_path / "killed.db", tmp_path / "whole.db"
    write_batch(folder, 2400, 1)
    code = (
        "import demarche.batch.loading as loading; loading.TOGETHER = 500\n"
        f"from pathlib import Path; loading.load_batch(Path({str(folder)!r}), {str(ledger)!r}, 1)"
    )
    kills = 0
    for wait in (2, 5, 8, 99):  # shards that are in when it is killed; then it runs to its end
        running = subprocess.Popen([sys.executable, "-c", code])
        while running.poll() is None and _loaded(ledger) < wait:
            time.sleep(0.01)
        kills += running.poll() is None
        if wait < 99:
            running.send_signal(signal.SIGKILL)
        running.wait()
    assert kills
    load_batch(folder, str(whole), workers=2)
    assert content(ledger) == content(whole)


def _loaded(ledger: Path) -> int:
    import sqlite3

    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=0.1) as connection:
            return int(connection.execute("SELECT count(*) FROM loaded").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_a_batch_that_is_not_whole_is_not_loaded(batch: Read, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no batch"):
        load_batch(tmp_path, str(tmp_path / "a.ledger"))
    half = tmp_path / "half"
    for path in batch.folder.rglob("*"):
        if path.is_file() and path.name != "000001.json":
            target = half / path.relative_to(batch.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    with pytest.raises(UsageError, match="shards are read; nothing was loaded"):
        load_batch(half, str(tmp_path / "a.ledger"))
    assert not (tmp_path / "a.ledger").exists()

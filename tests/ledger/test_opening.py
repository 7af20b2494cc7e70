"""Opening: what is no ledger, what is too new, what may not be written; one clear line each, nothing touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from demarche.errors import LedgerError
from demarche.ledger import Ledger
from demarche.ledger.sqlite_file import APPLICATION_ID
from demarche.model import Document, Report

Make = Callable[..., tuple[Document, list[Report]]]
PAIR = ("Vladimir Putin", "Donald Trump")


@pytest.fixture
def backend() -> str:
    """Files alone: what a server says is in test_postgresql.py."""
    return "sqlite"


def one_line(error: pytest.ExceptionInfo[LedgerError], *words: str) -> None:
    line = str(error.value)
    assert "\n" not in line and all(word in line for word in words), line


def refused(path: Path, *words: str, create: bool = True) -> None:
    """Opening fails, says why, and changes neither the file nor the folder."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(p.name for p in path.parent.iterdir()) if path.parent.is_dir() else []
    for read_only in (False, True):
        with pytest.raises(LedgerError) as error:
            Ledger.open(path, create=create, read_only=read_only)
        one_line(error, str(path), *words)
    if before is not None:
        assert path.read_bytes() == before
        assert sorted(p.name for p in path.parent.iterdir()) == beside


def test_no_such_file(tmp_path: Path) -> None:
    refused(tmp_path / "none.db", "no ledger at", "demarche read", create=False)
    assert list(tmp_path.iterdir()) == []


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no folder"):
        Ledger.open(tmp_path / "none" / "a.db", create=True)


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, "is a folder")


@pytest.mark.parametrize("content", [b"hello\n" * 200, b"\x00\x01\x02" * 100, b"S", b"PK\x03\x04" + b"x" * 5000])
def test_another_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    refused(path, "is not a ledger", "stays as it is")


def test_another_sqlite_database(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE documents (id INTEGER)")
    other.close()
    refused(path, "another database", "stays as it is")


def test_a_damaged_ledger(path: Path, ledger: Ledger) -> None:
    ledger.close()
    damaged = path.read_bytes()[:100] + b"\xff" * 8000
    path.write_bytes(damaged)
    with pytest.raises(LedgerError) as error:
        Ledger.open(path)
    one_line(error, str(path), "damaged or not a ledger", "restore it from a copy")
    assert path.read_bytes() == damaged


def test_a_ledger_of_a_newer_version(path: Path, ledger: Ledger) -> None:
    ledger.close()
    with sqlite3.connect(path) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    refused(path, "newer demarche", "9999", "upgrade demarche")


def test_an_empty_file_becomes_a_ledger_only_when_asked(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerError, match="empty"):
        Ledger.open(path)
    with pytest.raises(LedgerError, match="empty"):
        Ledger.open(path, read_only=True)
    with Ledger.open(path, create=True) as ledger:
        assert ledger.summary().documents == 0


def test_a_ledger_is_one_file_with_its_mark(path: Path, ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        ledger.add(*make(PAIR), run)
    ledger.close()
    assert [p.name for p in path.parent.iterdir()] == ["ledger.db"]
    with sqlite3.connect(path) as file:
        pragma = {name: file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "journal_mode")}
        assert pragma == {"application_id": APPLICATION_ID, "journal_mode": "wal"}
        assert file.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    file.close()


@pytest.mark.parametrize("name", ["a b.db", "ä?x=1&y#z%20.db", "данные.db"])
def test_any_file_name(tmp_path: Path, name: str, make: Make) -> None:
    with Ledger.open(tmp_path / name, create=True) as ledger, ledger.run("one") as run:
        ledger.add(*make(PAIR), run)
    with Ledger.open(tmp_path / name, read_only=True) as ledger:
        assert len(ledger.reports()) == 1
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_read_only_asks_but_does_not_write(path: Path, ledger: Ledger, make: Make) -> None:
    ledger.close()
    with Ledger.open(path, read_only=True) as asking:
        assert asking.reports() == []
        with pytest.raises(LedgerError) as error:
            asking.start("one")
        one_line(error, str(path), "may not be written to")


def test_a_writer_waits_and_then_says_who_is_in_the_way(path: Path, ledger: Ledger, make: Make) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open(path, timeout=0.1) as waiting:
        assert waiting.reports() == []  # asking goes on meanwhile
        with pytest.raises(LedgerError) as error:
            waiting.start("one")
        one_line(error, str(path), "another program is writing", "try again")
        other.execute("ROLLBACK")
        other.close()
        assert waiting.start("one").id == 1


def test_two_open_ledgers_write_in_turn(path: Path, ledger: Ledger, make: Make) -> None:
    with Ledger.open(path) as second, ledger.run("one") as here, second.run("one") as there:
        ledger.add(*make(PAIR, name="a", more="A."), here)
        second.add(*make(PAIR, name="b", more="B."), there)
        assert len(ledger.reports()) == len(second.reports()) == 2


def as_nobody(work: Callable[[], None]) -> int:
    """Run in a child that has no rights of its own; its exit status, 0 when nothing was raised."""
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            work()
        except BaseException:  # noqa: BLE001 - the child must end here, whatever happens
            import traceback

            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def locked_folder(path: Path, ledger: Ledger, make: Make) -> Path:
    """A ledger in a folder that may be read but not written to."""
    with ledger.run("one") as run:
        ledger.add(*make(PAIR), run)
    ledger.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    for parent in list(path.parents)[1:4]:  # pytest keeps its folders to the user; nobody must get through
        if parent.owner() == path.owner() and "pytest-of-" in str(parent):
            parent.chmod(parent.stat().st_mode | 0o055)
    return path


def test_a_ledger_in_a_read_only_folder_can_be_asked(locked_folder: Path) -> None:
    def ask() -> None:
        with Ledger.open(locked_folder, read_only=True) as ledger:
            assert len(ledger.reports()) == 1 and ledger.summary().documents == 1

    assert as_nobody(ask) == 0


def test_a_read_only_folder_is_said_in_one_line(locked_folder: Path) -> None:
    def write() -> None:
        for target in (locked_folder, locked_folder.with_name("new.db")):
            with pytest.raises(LedgerError) as error, Ledger.open(target, create=True) as ledger:
                ledger.start("one")
            one_line(error, str(target), "--ledger")

    assert as_nobody(write) == 0
    assert [p.name for p in locked_folder.parent.iterdir()] == ["ledger.db"]

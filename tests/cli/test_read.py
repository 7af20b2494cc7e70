"""`demarche read` on good and bad input: what lands, what is said, how it ends."""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from demarche.ledger import Ledger

from .conftest import Ran, Run

TEXT = "Vladimir Putin and Donald Trump spoke by phone on Monday. The call lasted about two hours."
OTHER = "Emmanuel Macron will meet Volodymyr Zelenskyy in Paris on 20 May 2025."


def line(text: str, **fields: str) -> str:
    return json.dumps({"text": text, **fields})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two good documents."""
    path = tmp_path / "in"
    path.mkdir()
    (path / "a.txt").write_text(f"Date: 2025-03-04\n\n{TEXT}")
    (path / "b.jsonl").write_text(line(OTHER, date="2025-04-01"))
    return path


def notes(number: int, weight: int = 0) -> list[str]:
    """So many documents; `weight` makes them large without many words."""
    return [line(f"{TEXT} This is note {n}.{' ' * weight}", date="2025-03-04") for n in range(number)]


def events(run: Run, *options: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run("events", "--reports", "--json", *options).out)
    return rows


def test_a_folder_lands_with_a_summary_and_the_next_command(run: Run, folder: Path) -> None:
    ran = run("read", "in")
    assert ran.code == 0
    assert ran.out == ""
    assert "Read 2 documents: 2 new." in ran.err
    assert "Found 2 contacts: " in ran.err
    assert "Next: demarche events" in ran.err
    assert {row["status"] for row in events(run)} == {"held", "planned"}


def test_reading_twice_adds_nothing_and_loads_no_language(run: Run, spawn: Run, folder: Path) -> None:
    run("read", "in")
    before = events(run)
    code = (
        "import sys; from demarche.cli.app import app\n"
        "try: app(['read', 'in'])\n"
        "except SystemExit: pass\n"
        "sys.exit('spacy' in sys.modules)"
    )
    again = spawn(code=code)
    assert again.code == 0
    assert "Nothing was added: all of it was read before." in again.err
    assert events(run) == before


def test_a_date_given_later_is_taken_up(run: Run) -> None:
    run("read", "-", stdin=TEXT.encode())
    assert [row["date"] for row in events(run)] == [None]
    ran = run("read", "-", "--date", "2025-03-04", stdin=TEXT.encode())
    assert "1 read again" in ran.err
    assert [row["date"] for row in events(run)] == ["2025-03-03"]


def test_without_a_date_the_user_is_told_how_to_give_one(run: Run) -> None:
    ran = run("read", "-", stdin=TEXT.encode())
    assert ran.code == 0
    assert "standard input: has no publication date, so relative days stay open; give one with --date" in ran.err


def test_json_prints_report_lines_and_writes_nothing(run: Run, folder: Path) -> None:
    ran = run("read", "in", "--json")
    rows = [json.loads(row) for row in ran.out.splitlines()]
    assert ran.code == 0
    assert {row["kind"] for row in rows} == {"contact"}
    assert {"doc", "id", "kind", "type", "status", "participants", "date", "evidence"} <= set(rows[0])
    assert all(TEXT[e["start"] : e["end"]] == e["text"] for e in rows[0]["evidence"])
    assert not (folder.parent / "demarche.ledger").exists()


def test_json_with_a_ledger_does_both(run: Run, folder: Path) -> None:
    first, second = (run("read", "in", "--json", "--ledger", "demarche.ledger") for _ in range(2))
    assert first.out == second.out != ""
    assert len(events(run)) == 2


def test_the_annotated_text_marks_what_was_found(run: Run, folder: Path) -> None:
    ran = run("read", "in/a.txt", "--annotated")
    assert "[call 1: [who: Vladimir Putin] and [who: Donald Trump] spoke by phone" in " ".join(ran.out.split())
    assert "1 call · held · " in ran.out
    assert "[call 1: ...] marks the words that row 1 rests on" in ran.out
    assert not (folder.parent / "demarche.ledger").exists()


def test_dry_run_writes_nothing(run: Run, folder: Path) -> None:
    ran = run("read", "in", "--dry-run")
    assert "Read 2 documents." in ran.err
    assert not (folder.parent / "demarche.ledger").exists()


BAD = [
    ("empty.txt", b"", "empty.txt: is empty"),
    ("binary.txt", bytes(range(256)), "binary.txt: is not text"),
    ("big.txt", b"word " * 10_000_000, "big.txt: is larger than 10 MB"),
    ("scan.pdf", b"%PDF-1.7", "scan.pdf: is a broken PDF"),
    ("slides.pptx", b"PK", "slides.pptx: is not a format that demarche reads"),
    ("cyrillic.txt", "Переговоры".encode("cp1251"), "cyrillic.txt: is neither UTF-8 nor a western encoding"),
    ("void.html", b"<html><body></body></html>", "void.html: has no text"),
    ("lines.jsonl", b'{"text": "x"}\n{"text": \n', "lines.jsonl line 2: is not JSON"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_document_is_told_and_the_others_land(
    run: Run, folder: Path, name: str, data: bytes, reason: str
) -> None:
    (folder / name).write_bytes(data)
    ran = run("read", "in")
    assert ran.code == 1
    assert "Skipped (1):" in ran.err
    assert reason in ran.err
    assert len(events(run)) == 2


def test_everything_bad_at_once(run: Run, folder: Path) -> None:
    for name, data, _ in BAD:
        (folder / name).write_bytes(data)
    ran = run("read", "in", "missing.txt", "in/b.json")
    assert ran.code == 1
    assert f"Skipped ({len(BAD) + 2}):" in ran.err
    assert "in/b.json: does not exist; did you mean in/b.jsonl?" in ran.err
    assert len(events(run)) == 2


NOTHING = [
    (("missing.txt",), "demarche: missing.txt does not exist"),
    (("empty.txt",), "demarche: empty.txt is empty"),
    (("hollow",), "demarche: hollow is a folder without documents"),
]


@pytest.mark.parametrize(("arguments", "told"), NOTHING)
def test_nothing_to_read_is_one_line_and_no_ledger(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "hollow").mkdir()
    ran = run("read", *arguments)
    assert ran.code == 2
    assert ran.err == f"{told}\n"
    assert not (tmp_path / "demarche.ledger").exists()


def test_broken_pages_and_other_encodings_are_read(run: Run, folder: Path) -> None:
    (folder / "broken.html").write_text("<p>Vladimir Putin met Donald Trump in Alaska.<div></p></b>")
    (folder / "western.txt").write_bytes("Finland’s president met Emmanuel Macron in Paris.".encode("cp1252"))
    ran = run("read", "in")
    assert ran.code == 0
    assert "western.txt: is not UTF-8: read as Windows-1252" in ran.err
    assert len(events(run)) == 4


def test_a_future_date_is_read_with_a_warning(run: Run) -> None:
    ran = run("read", "-", "--date", "2199-01-01", stdin=TEXT.encode())
    assert ran.code == 0
    assert "is dated 2199-01-01, which is in the future" in ran.err


def test_a_newer_ledger_is_left_alone(run: Run, folder: Path, ledger: Path) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = ledger.read_bytes()
    for command in (("read", "in"), ("events",)):
        ran = run(*command)
        assert ran.code == 2
        assert "newer demarche" in ran.err
        assert ran.err.count("\n") == 1
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database, a text of some length", b"SQLite format 3\0" + b"\1" * 2000])
def test_something_else_is_not_taken_for_a_ledger(run: Run, folder: Path, content: bytes) -> None:
    path = folder.parent / "notes.db"
    path.write_bytes(content)
    ran = run("read", "in", "--ledger", "notes.db")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert path.read_bytes() == content


def powerless(*command: str, cwd: Path) -> Ran:
    """Run as somebody for whom a read-only folder is read-only: root without the right to override it."""
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everywhere, and there is no setpriv to give that up")
        command = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", *command)
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_a_read_only_folder(folder: Path) -> None:
    closed = folder.parent / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    ran = powerless(sys.executable, "-m", "demarche.cli", "read", "../in", cwd=closed)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "demarche.ledger" in ran.err
    assert list(closed.iterdir()) == []


def test_a_ledger_in_a_read_only_folder_can_be_asked(ledger: Path) -> None:
    ledger.parent.chmod(0o555)
    ran = powerless(sys.executable, "-m", "demarche.cli", "events", "--csv", cwd=ledger.parent)
    ledger.parent.chmod(0o755)
    assert ran.code == 0
    assert ran.out.count("\n") == 4


def test_a_full_disk_keeps_what_landed(run: Run, tmp_path: Path) -> None:
    """A limit on file size stands for a disk that fills up in the middle of a run."""
    (tmp_path / "many.jsonl").write_text("\n".join(notes(30, weight=12_000)))

    Ledger.open(tmp_path / "empty.ledger", create=True).close()
    room = (tmp_path / "empty.ledger").stat().st_size + 300_000

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [sys.executable, "-m", "demarche.cli", "read", "many.jsonl"]
    full = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=small_disk)
    assert full.returncode == 2
    assert full.stderr.count("\n") == 1
    landed = len(events(run))
    assert 0 < landed < 30
    again = run("read", "many.jsonl")
    assert again.code == 0
    assert f"{30 - landed} new, {landed} already there" in again.err
    assert len(events(run)) == 30


def test_a_killed_run_goes_on(run: Run, spawn: Run, tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text("\n".join(notes(50)))
    code = (
        "import os; from demarche.ledger import Ledger; from demarche.cli.app import app\n"
        "add, done = Ledger.add, []\n"
        "def some(*a):\n"
        "    done.append(1)\n"
        "    if len(done) > 30: os.kill(os.getpid(), 9)\n"
        "    return add(*a)\n"
        "Ledger.add = some\n"
        "app(['read', 'many.jsonl'])"
    )
    assert spawn(code=code).code == -9
    ran = run("read", "many.jsonl")
    assert "20 new, 30 already there" in ran.err
    assert len(events(run)) == 50


STOPPED = "demarche: stopped; what was read so far is kept, the same command goes on from there\n"
ENDS = [
    (
        "KeyboardInterrupt",
        130,
        "demarche: stopped; what was read so far is kept, the same command goes on from there\n",
    ),
    ("KeyError('x')", 2, "demarche: a fault of demarche: KeyError: 'x'; run it again with --debug\n"),
    ("MemoryError", 2, "demarche: not enough memory for this; what was read before is kept\n"),
    ("OSError(28, 'No space left')", 2, "demarche: the disk is full; what was read before is kept\n"),
]


@pytest.mark.parametrize(("error", "code", "told"), ENDS)
def test_however_it_ends_it_is_one_line(spawn: Run, error: str, code: int, told: str) -> None:
    program = (
        "import demarche.cli.reading as r; from demarche.cli.app import app\n"
        f"def stop(*a): raise {error}\n"
        "r.arrivals = stop\n"
        "app(['read', 'x.txt'])"
    )
    ran = spawn(code=program)
    assert (ran.code, ran.err) == (code, told)

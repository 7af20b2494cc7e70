"""kill -9 at random moments of a run: `python -m benchmarks.killing [TIMES]` (200 by default).

A child process adds generated documents to one ledger and is killed after a random while; the next one goes on. After
every kill the file is sound, everything that the child had reported as landed is there, and nothing is there twice. In
the end the ledger is the one that an undisturbed run over the same documents makes.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import documents

from demarche.ledger import Ledger
from demarche.model import Document, Report

EACH = 8  # documents a kill, more than a child adds before it dies
LONGEST = 0.02  # seconds, about what adding one document takes
_TABLES = ("report_spans", "fields", "field_spans", "events", "links", "tellings", "link_keys")


def main() -> None:
    """Kill, look, and say what was found."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    rng = random.Random(1)
    made = [one for number, told in enumerate(documents(EACH * times)) for one in _copies(number, *told)]
    with tempfile.TemporaryDirectory() as folder:
        path, landed = Path(folder) / "killed.db", 0
        with Ledger.open(path, create=True):
            pass
        for _ in range(times):
            landed = _check(path, _killed(path, made, rng.randrange(1, EACH), rng.random() * LONGEST), landed)
        print(f"{times} kills: {landed:,} documents landed on the way, none lost, none doubled")
        other = Path(folder) / "whole.db"
        with Ledger.open(other, create=True):
            pass
        _fill(other, made[:landed], None)
        print("it is the ledger of an undisturbed run" if _all(path) == _all(other) else "IT DIFFERS")


def _copies(number: int, document: Document, reports: list[Report]) -> list[tuple[Document, list[Report]]]:
    """The document, every third with the same told by another publisher."""
    again = Document(f"{document.id}-b", f"{document.text} Again.", publisher="Second Gazette")
    copied = [replace(report, document_id=again.id) for report in reports]
    return [(document, reports), (again, copied)] if number % 3 == 0 else [(document, reports)]


def _killed(path: Path, made: list[tuple[Document, list[Report]]], lines: int, after: float) -> list[str]:
    """The documents that a child reported as landed before it was killed, a while after the first ones."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _fill(path, made, write)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb", buffering=0) as stream:
        first = [stream.readline() for _ in range(lines)]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        names = b"".join([*first, stream.readall()]).decode().split("\n")
    os.waitpid(child, 0)
    return [name for name in names if name and name != "ready"]


def _fill(path: Path, made: list[tuple[Document, list[Report]]], told: int | None) -> None:
    """Add what is not there yet, telling each document through the pipe once it has landed."""
    with Ledger.open(path) as ledger:
        run = ledger.start("one")
        known = ledger.known([document for document, _ in made], "one")
        if told is not None:
            os.write(told, b"ready\n")
        for document, reports in made:
            if document.content_hash not in known:
                ledger.add(document, reports, run)
                if told is not None:
                    os.write(told, f"{document.id}\n".encode())


def _check(path: Path, landed: list[str], before: int) -> int:
    """How many documents there are; AssertionError when something is lost, doubled or broken."""
    with Ledger.open(path) as ledger, sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA quick_check").fetchone() == ("ok",)
        names = Counter(name for (name,) in raw.execute("SELECT name FROM documents"))
        assert max(names.values(), default=1) == 1 and names.keys() >= set(landed)
        assert len(names) >= before + len(landed) - 1
        told = raw.execute("SELECT count(DISTINCT document_id), count(*) FROM reports").fetchone()
        assert told == (len(names), len(names)) and ledger.summary().documents == len(names)
        inside = raw.execute("SELECT coalesce(sum(reports), 0) FROM events").fetchone()[0]
        assert inside == len(names)
    return len(names)


def _all(path: Path) -> dict[str, list[Any]]:
    """Every row that adding and linking make, without times and numbers of documents."""
    with sqlite3.connect(path) as raw:
        found = {table: sorted(map(str, raw.execute(f"SELECT * FROM {table}"))) for table in _TABLES}
        found["reports"] = sorted(map(str, raw.execute("SELECT id, kind, type, status, date, event_id FROM reports")))
        ids = dict(raw.execute("SELECT id, name || side || kind FROM actors"))
        people = raw.execute("SELECT report_id, role, position, actor_id FROM participants")
        found["participants"] = sorted(str((*row[:3], ids[row[3]])) for row in people)
    return found


if __name__ == "__main__":
    main()

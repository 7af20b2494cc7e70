"""Imported rows in a ledger: killed and resumed, tied to their contacts, counted."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from demarche.chronology import Item, Wishes, items
from demarche.chronology.opening import opened
from demarche.chronology.sheet import parsed
from demarche.cli.landing import earlier, land
from demarche.ledger import Ledger
from demarche.model import Document, Field, Lasting, Report, Span

SIDES = (("Ann Orsted", "Norway"), ("Bo Tamm", "Estonia"))
CONTACTS = (
    "id,type,date,who,min,max,url\nK1,call,2031-05-18,Ann Orsted (Norway); Bo Tamm (Estonia),110,150,https://e.org/1\n"
)
LENGTHS = "contact_id,reporter,min,max\nK1,early reports,90,90\nK1,Bo Tamm,148,148\nK1,Ann Orsted,110,130\n"


def rows(*texts: str) -> list[Item]:
    return list(items([opened(parsed(f"{n}.csv", t.encode()), Wishes()) for n, t in enumerate(texts)], author="anna"))


def landed(ledger: Ledger, *texts: str) -> Counter[str]:
    return Counter(became for _, became in land(ledger, rows(*texts), "anna"))


def test_accounts_that_contradict_are_one_event_because_the_sheet_says_so(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        assert landed(ledger, CONTACTS, LENGTHS) == {"new": 4}
        (event,) = ledger.events()
        assert len(event.reports) == 4
        assert event.disputed
        assert (event.minutes_min, event.minutes_max) == (110, 150)  # what anna weighed
        assert len({d.action for d in ledger.decisions()}) == 1


def test_a_document_that_goes_with_one_of_the_accounts_joins_them(tmp_path: Path) -> None:
    text = "Ann Orsted and Bo Tamm spoke by phone on 18 May for more than two hours."
    people = [Field("participants", n, (Span(i := text.index(n), i + len(n)),), side=s) for n, s in SIDES]
    more = [Field("date", "2031-05-18", reason="codebook"), Field("duration", Lasting(120, None), reason="codebook")]
    report = Report("d", "contact", "call", "held", (Span(0, len(text)),), (*people, *more))
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        with ledger.run("reading") as run:
            ledger.add(Document("d", text, publisher="The Courier"), [report], run)
        landed(ledger, CONTACTS, LENGTHS)
        (event,) = ledger.events()
        assert len(event.reports) == 5
        assert event.standing == "confirmed"


def test_importing_twice_adds_nothing_and_overrules_nobody(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        landed(ledger, CONTACTS, LENGTHS)
        ledger.undo(author="anna")
        apart = len(ledger.events())
        assert apart > 1
        assert landed(ledger, CONTACTS, LENGTHS) == {"unchanged": 4}
        assert len(ledger.events()) == apart


def test_accounts_find_the_contacts_of_an_earlier_import(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        landed(ledger, CONTACTS)
        late = items([opened(parsed("later.csv", LENGTHS.encode()), Wishes())], author="anna", known=earlier(ledger))
        assert Counter(became for _, became in land(ledger, late, "anna")) == {"new": 3}
        assert len(ledger.events()) == 1


def test_a_changed_row_with_a_link_replaces_the_old_one(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger:
        landed(ledger, CONTACTS)
        assert landed(ledger, CONTACTS.replace("2031-05-18", "2031-05-19")) == {"new_version": 1}
        assert [row.date for row in ledger.reports()] == ["2031-05-19"]


def test_a_killed_import_goes_on(tmp_path: Path) -> None:
    """Killed at random moments again and again, the import ends with every row once."""
    lines = "".join(f"call,2031-{n % 12 + 1:02}-{n % 28 + 1:02},Ann Orsted; Bo Tamm,{n}\n" for n in range(120))
    (tmp_path / "many.csv").write_text("type,date,who,id\n" + lines)
    command = [sys.executable, "-m", "demarche.cli", "import", "many.csv", "--author", "anna"]
    chance = random.Random(7)
    for _ in range(4):
        with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as running:
            time.sleep(chance.uniform(0.5, 1.6))
            os.kill(running.pid, signal.SIGKILL)
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Imported 120 rows" in done.stderr
    with Ledger.open(tmp_path / "demarche.ledger", read_only=True) as ledger:
        assert len(ledger.reports()) == 120
        assert ledger.summary().documents == 120

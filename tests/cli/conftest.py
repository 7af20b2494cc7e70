"""A small ledger, built by hand, and a way to run commands."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from demarche.cli.app import app
from demarche.ledger import Ledger
from demarche.model import Document, Field, Lasting, Report, Span

CALL = "President Anna Orsted spoke by phone with Prime Minister Bo Tamm on Monday. The call lasted about two hours."
PLAN = "Anna Orsted and Bo Tamm will meet in Riga on 20 May."
DENIED = "Foreign Minister Cy Umber did not meet Bo Tamm, his office said."


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """run("events", "--json", stdin=b"...", COLUMNS="80") in an empty folder, in this process."""
    monkeypatch.chdir(tmp_path)
    for name in ("DEMARCHE_LEDGER", "DEMARCHE_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str, stdin: bytes = b"", **variables: str) -> Ran:
        for name, value in {"COLUMNS": "80", **variables}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            app(arguments, prog_name="demarche")
        out, err = capsys.readouterr()
        return Ran(int(ended.value.code or 0), out, err)

    return command


@pytest.fixture
def spawn(tmp_path: Path) -> Run:
    """The same in a process of its own, for what only a process can show."""

    def command(*arguments: str, code: str = "", **variables: str) -> Ran:
        environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **variables}
        environment.pop("DEMARCHE_LEDGER", None)
        line = [sys.executable, *(["-c", code] if code else ["-m", "demarche.cli"]), *arguments]
        done = subprocess.run(line, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)
        return Ran(done.returncode, done.stdout, done.stderr)

    return command


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A ledger of three documents, as bytes."""
    path = tmp_path_factory.mktemp("built") / "demarche.ledger"
    _build(path)
    return path.read_bytes()


@pytest.fixture
def backend() -> str:
    """A file, except in the modules that say `ON_BOTH = True`."""
    return "sqlite"


@pytest.fixture
def place(run: Run, fresh: Callable[..., Path | str], monkeypatch: pytest.MonkeyPatch) -> Path | str:
    """Where commands look for a ledger: in this folder, or at the address in the environment."""
    address = fresh("demarche.ledger")
    if isinstance(address, str):
        monkeypatch.setenv("DEMARCHE_LEDGER", address)
    return address


@pytest.fixture
def ledger(built: bytes, place: Path | str) -> Path | str:
    """The ledger where commands look for it."""
    if isinstance(place, Path):
        place.write_bytes(built)
    else:
        _build(place)
    return place


def _build(path: Path | str) -> None:
    with Ledger.open(path, create=True) as ledger:
        run = ledger.start("by hand")
        for document, reports in _readings():
            ledger.add(document, reports, run)
        ledger.finish(run)


def _readings() -> Iterator[tuple[Document, list[Report]]]:
    call = Document("d1", CALL, "A call", "Office of the President", "https://example.org/1", date(2025, 3, 4))
    yield call, [_contact(call, "call", "held", "2025-03-03", ("Anna Orsted", "Bo Tamm"), _lasting(call))]
    plan = Document("d2", PLAN, "", "The Courier", None, date(2025, 4, 1))
    yield plan, [_contact(plan, "meeting", "planned", "2025-05-20", ("Anna Orsted", "Bo Tamm"))]
    denied = Document("d3", DENIED, "", "The Courier", None, date(2025, 4, 2))
    yield denied, [_contact(denied, "meeting", "denied", None, ("Cy Umber", "Bo Tamm"))]


def _contact(
    document: Document, kind: str, status: str, day: str | None, names: tuple[str, ...], *more: Field
) -> Report:
    people = [Field("participants", name, (_span(document, name),)) for name in names]
    days = [Field("date", day, reason="dateline")] if day else []
    evidence = (_span(document, document.text.split(".")[0]),)
    return Report(document.id, "contact", kind, status, evidence, (*people, *days, *more), "CONSULT")


def _lasting(document: Document) -> Field:
    return Field("duration", Lasting(110, 130), (_span(document, "about two hours"),))


def _span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))

"""A small ledger of our own making, the app on it, and a real browser where one is installed."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from demarche.ledger import Ledger
from demarche.model import Document, Field, Lasting, Report, Span
from demarche.web import Settings, create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BASE = "http://127.0.0.1:8000"
SIDES = {"Maret Kask": "Estonia", "Ilves Saar": "Estonia", "Jan Novak": "Czechia", "Recep Tayyip Erdoğan": "Türkiye"}
HOW_TO_GET_IT = "needs Chromium: apt-get install -y chromium (no other browser is looked for, none is downloaded)"

READOUT = """Prime Minister Maret Kask spoke by telephone with President Jan Novak on Thursday.
The call lasted 45 minutes. It was placed at the request of Mr. Novak. They talked about the grain agreement.

Ms. Kask warned that Estonia would close the strait by 1 December unless the ships return."""

NEWS = """TALLINN - Maret Kask and Jan Novak talked on the phone on 16 October for almost an hour, her office said."""

HOSTILE = """<script>document.title='taken'</script>
Maret Kask met Recep Tayyip Erdoğan <img src=x onerror=alert(1)> in Tartu.
\u202ereversed\u202c and\u200b hidden. =HYPERLINK("http://evil.example","x")"""


@dataclass(frozen=True)
class Served:
    """A running app."""

    address: str
    ledger: Path


def span_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def report(
    document: Document, kind: str, type_: str | None, status: str | None, evidence: str, **fields: Any
) -> Report:
    """A report whose fields are `name=(value, words)` or a list of them; words "" have a reason instead."""
    made = []
    for name, told in fields.items():
        for value, words in told if isinstance(told, list) else [told]:
            spans = (span_of(document, words),) if words else ()
            side = SIDES.get(value) if isinstance(value, str) else None
            kind_of = "person" if side else None
            made.append(Field(name, value, spans, None if words else "publication_date", side, kind_of))
    return Report(document.id, kind, type_, status, (span_of(document, evidence),), tuple(made))  # type: ignore[arg-type]


def the_documents() -> list[tuple[Document, list[Report]]]:
    readout = Document(
        "d1", READOUT, "Call with Jan Novak", "Office of Maret Kask", "https://example.org/call", date(2025, 10, 17)
    )
    who = [("Maret Kask", "Maret Kask"), ("Jan Novak", "Jan Novak")]
    call = report(
        readout,
        "contact",
        "call",
        "held",
        "Prime Minister Maret Kask spoke by telephone with President Jan Novak on Thursday.",
        participants=who,
        initiator=("Jan Novak", "Mr. Novak"),
        date=("2025-10-16", "Thursday"),
        duration=(Lasting(45, 45, "45 minutes"), "45 minutes"),
        topics=("grain agreement", "grain agreement"),
    )
    warning = report(
        readout,
        "pressure",
        "threat",
        "pending",
        "Ms. Kask warned that Estonia would close the strait by 1 December unless the ships return.",
        actor=("Maret Kask", "Ms. Kask"),
        recipient=("Jan Novak", "Mr. Novak"),
        measure=("close the strait", "close the strait"),
        deadline=("2025-12-01", "1 December"),
        date=("2025-10-17~", ""),
    )
    news = Document("d2", NEWS, "Leaders talk", "Baltic Courier", None, date(2025, 10, 17))
    told = report(
        news,
        "contact",
        "call",
        "held",
        "Maret Kask and Jan Novak talked on the phone on 16 October for almost an hour",
        participants=who,
        date=("2025-10-16", "16 October"),
        duration=(Lasting(54, 60, "almost an hour"), "almost an hour"),
    )
    bad = Document("d3", HOSTILE, '"><script>alert(2)</script>', "<b>Bad & Co</b>", "javascript:alert(3)", None)
    met = report(
        bad,
        "contact",
        "meeting",
        "held",
        "Maret Kask met Recep Tayyip Erdoğan <img src=x onerror=alert(1)> in Tartu.",
        participants=[("Maret Kask", "Maret Kask"), ("Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan")],
        place=("Tartu", "Tartu"),
        topics=("<script>alert(4)</script>", "<script>document.title='taken'</script>"),
    )
    return [(readout, [call, warning]), (news, [told]), (bad, [met])]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of these tests, made once."""
    path = tmp_path_factory.mktemp("web") / "web.ledger"
    _fill(path)
    return path


def _fill(path: Path | str) -> None:
    with Ledger.open(path, create=True) as ledger, ledger.run("test") as run:
        for document, reports in the_documents():
            ledger.add(document, reports, run)


@pytest.fixture
def backend() -> str:
    """A file, except in the modules that say `ON_BOTH = True`."""
    return "sqlite"


@pytest.fixture
def path(filled: Path, fresh: Callable[..., Path | str]) -> Path | str:
    """A copy of it for one test, or the same on a server."""
    place = fresh(filled.name)
    if isinstance(place, str):
        _fill(place)
        return place
    return Path(shutil.copy(filled, place))


@pytest.fixture
def client(path: Path | str) -> Iterator[TestClient]:
    with visiting(path) as client:
        yield client


def visiting(path: Path | str) -> TestClient:
    """A client of the app on this ledger; on a server it is signed in as an admin."""
    client = TestClient(create_app(Settings(str(path))), base_url=BASE)
    if isinstance(path, str):
        from tests.web.team.conftest import COOKIE, enlist, session_of

        with Ledger.open(path) as ledger:
            enlist(ledger)
            client.cookies.set(COOKIE, session_of(ledger, "the-admin"))
    return client


@pytest.fixture
def ids(path: Path) -> dict[str, str]:
    """Ids and hashes by a word: call, threat, meeting, readout, hostile."""
    with Ledger.open(path) as ledger:
        found = {event.type or event.kind: event.id for event in ledger.events()}
        named = {row.source.name: row.source.hash for row in ledger.documents()}
    return found | {"readout": named["d1"], "hostile": named["d3"]}


@pytest.fixture
def served(path: Path) -> Iterator[Served]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(str(path), port=port)), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield Served(f"http://127.0.0.1:{port}", path)
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; a test that needs it is skipped where there is none."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip(HOW_TO_GET_IT)
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install demarche[dev]")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync"]
    with sync_api.sync_playwright() as playwright:
        try:
            launched = playwright.chromium.launch(executable_path=executable, args=options)
        except sync_api.Error as error:
            pytest.skip(f"Chromium does not start here: {error.message.splitlines()[0]}")
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page of the app that fails its test when a script of it fails, or when it asks for anything elsewhere."""
    context = browser.new_context(base_url=served.address, accept_downloads=True, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(30_000)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("console", lambda message: troubles.append(message.text) if _bad(message) else None)
    page.on(
        "request", lambda r: None if r.url.startswith((served.address, "blob:", "data:")) else troubles.append(r.url)
    )
    page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    context.close()
    assert troubles == []


def _bad(message: Any) -> bool:
    """What a script complains of; an answer that says no is none of it."""
    told = ("Failed to load resource", "Response Status Error Code")
    return message.type == "error" and not any(words in message.text for words in told)

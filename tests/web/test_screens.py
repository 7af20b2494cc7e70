"""The pictures of docs/web.md: taken from the demo's documents by `make screens`, so that they stay true."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demarche.cli.demo import demo_command
from demarche.documents import arrivals
from demarche.ledger import Ledger
from demarche.pipeline import extractor, read_into
from demarche.samples import samples

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from tests.web.conftest import Served

ROOT = Path(__file__).parents[2]
WHERE = ROOT / "docs" / "screens"
MOST_BYTES = 150_000

VERSUS = "and=Trump;Witkoff&against=Lukashenko"

#: name -> (address, width, height, colours); EVENT, ROW and DOCUMENT are those of the call that most sources tell of
SCREENS = {
    "ledger": ("/?who=Putin&with=Trump", 1280, 720, "light"),
    "ledger-dark": ("/?kind=contact", 1280, 640, "dark"),
    "event": ("/event/EVENT", 1120, 600, "light"),
    "document": ("/document/DOCUMENT?row=ROW", 1280, 700, "light"),
    "coverage": ("/coverage", 1280, 700, "light"),
    "phone": ("/?kind=contact", 390, 800, "light"),
}
#: the same of the pages that decide, with what is done there first, on the ledger that `demarche demo` makes
DECIDING = {
    "review": ("/review?between=Putin&and=Trump&type=call&in=2025", 1160, 680, "light"),
    "pairs": ("/review/pairs", 1280, 700, "light"),
    "check": ("/check", 1280, 860, "light"),
    "timeline": ("/timeline?between=Trump&and=Russia&in=2025-05/2025-10", 1280, 820, "light"),
    "hours": (f"/hours?between=Putin&{VERSUS}&in=2025-01-01/2025-10-16", 1280, 860, "light"),
    "traffic": ("/traffic?of=Putin&in=2025", 1120, 760, "light"),
    "episodes": ("/episodes?by=Trump&against=Russia&in=2025-07/2025-10", 1280, 860, "light"),
    "follows": ("/follows?by=Trump&against=Russia&in=2025&states=yes", 1120, 700, "light"),
    "deadlines": ("/deadlines?by=Trump&against=Russia&in=2025-07/2025-10", 1280, 860, "light"),
}
PAGE = ROOT / "docs" / "web.md"
PARAGRAPH = """It was the eighth phone call between Putin and Trump this year, the Kremlin said on Thursday. \
Putin has met Witkoff five times this year. It was the first call between Putin and Trump since 4 March 2022."""


def test_every_picture_of_the_page_is_one_of_these() -> None:
    assert set(re.findall(r"\(screens/([\w-]+)\.png\)", PAGE.read_text("utf-8"))) <= {*SCREENS, *DECIDING}


@pytest.mark.parametrize("name", sorted({*SCREENS, *DECIDING}))
def test_every_picture_is_there_and_small(name: str) -> None:
    assert 1_000 < (WHERE / f"{name}.png").stat().st_size < MOST_BYTES


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """The demo's ledger."""
    if not os.environ.get("DEMARCHE_SCREENS"):
        pytest.skip("takes the pictures of docs/web.md only when asked to: make screens")
    path = tmp_path / "demo.ledger"
    with samples() as file, Ledger.open(path, create=True) as ledger, ledger.run(extractor()) as run:
        for _ in read_into(ledger, arrivals([str(file)]), run):
            pass
    yield path


def test_take_the_pictures(served: Served, browser: Browser) -> None:
    with Ledger.open(served.ledger) as ledger:
        event = max(ledger.events(kind="contact", type="call"), key=lambda e: (len(e.reports), e.id))
    named = {"EVENT": event.id, "ROW": event.row.id, "DOCUMENT": event.row.document.hash}
    WHERE.mkdir(exist_ok=True)
    for name, (address, width, height, colours) in SCREENS.items():
        for key, value in named.items():
            address = address.replace(key, value)
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=colours)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(served.address + address)
        page.screenshot(path=WHERE / f"{name}.png")
        context.close()


class TestDeciding:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        """The demo's ledger with the facts that come with it."""
        if not os.environ.get("DEMARCHE_SCREENS"):
            pytest.skip("takes the pictures of docs/web.md only when asked to: make screens")
        demo_command(str(tmp_path / "demo.ledger"))
        return tmp_path / "demo.ledger"

    def test_take_the_pictures_of_deciding(self, served: Served, browser: Browser) -> None:
        for name, (address, width, height, colours) in DECIDING.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=colours)  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(served.address + address)
            _do(name, page)
            page.locator("figure[data-chart]:not(.drawn)").first.wait_for(state="detached")
            page.screenshot(path=WHERE / f"{name}.png")
            context.close()


def _do(name: str, page: Page) -> None:
    """What is on the picture."""
    if name == "review":
        page.keyboard.press("j")
        page.locator("#h-item", has_text="Donald Trump").wait_for()
        for key in ("w", *["ArrowRight"] * 8, *["Shift+ArrowRight"] * 4):
            page.keyboard.press(key)
    if name == "check":
        page.get_by_label("Text", exact=True).fill(PARAGRAPH)
        page.get_by_label("Written on").fill("2025-10-16")
        page.get_by_role("button", name="Check it").click()
        page.locator(".c-lit").wait_for(timeout=60_000)

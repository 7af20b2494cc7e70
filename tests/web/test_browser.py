"""The app in a real browser: what a reporter does in the first ten minutes, and that every page is accessible."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demarche.ledger import Ledger

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.web.conftest import Served

AXE = Path(__file__).with_name("axe.min.js")
PAGES = [
    "/",
    "/?who=Novak&kind=contact",
    "/documents",
    "/people",
    "/coverage",
    "/log",
    "/add",
    "/api",
    "/nothing",
    "/timeline",
    "/hours",
    "/?who=the+Turkish+president",
    "/people?q=US+president",
    "/traffic",
    "/traffic?of=Kask&in=2025",
    "/episodes",
    "/tone",
    "/holds",
    "/follows",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, what: dict[str, object]) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("what => axe.run(what)", what)["violations"]
    return [f"{v['id']}: {v['help']} {[n['target'] for n in v['nodes'][:3]]}" for v in found]


def test_every_page_is_accessible(page: Page, ids: dict[str, str]) -> None:
    """Every rule of WCAG 2.2 AA in light colours, the contrasts in dark ones too; no colour on its way to another."""
    with_ids = [f"/event/{ids['call']}", f"/event/{ids['threat']}", f"/document/{ids['readout']}?row={ids['call']}"]
    found = {}
    for address in (*PAGES, *with_ids):
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(address)
        trouble = violations(page, {"runOnly": RULES, "resultTypes": ["violations"]})
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        trouble += violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
        found |= {address: trouble} if trouble else {}
    assert found == {}


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_no_page_is_wider_than_the_screen(page: Page, ids: dict[str, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in (*PAGES, f"/event/{ids['call']}", f"/document/{ids['hostile']}"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_filter_share_and_download_what_is_on_screen(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search").fill("grain")
    page.wait_for_url("**/?q=grain")
    assert page.locator("table.events tbody tr").count() == 1
    page.get_by_label("Kind").select_option("contact")
    page.wait_for_url("**/?q=grain&kind=contact")
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").click()
    assert len(Path(saved.value.path()).read_text("utf-8").splitlines()) == 2
    page.reload()
    assert page.get_by_label("Search").input_value() == "grain"
    page.get_by_role("link", name="words: grain").click()
    page.wait_for_url("**/?kind=contact")


def test_one_click_to_the_sentence(page: Page) -> None:
    page.goto("/?q=grain")
    page.get_by_role("link", name=re.compile("Maret Kask")).click()
    page.get_by_role("link", name=re.compile("Office of Maret Kask")).click()
    assert page.locator(".text .lit").first.inner_text().startswith("Prime Minister")
    assert page.locator(f"#{page.url.partition('#')[2]}").is_visible()


def test_a_footnote_and_a_sentence_are_copied_by_keys(page: Page, ids: dict[str, str]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/event/{ids['call']}")
    for name in ("cite-1", "cite-2", "cite-sentence"):
        button = page.locator(f'[data-copy="{name}"]')
        button.focus()
        page.keyboard.press("Enter")
        button.filter(has_text="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == page.locator(f"#{name}").inner_text()
    assert "spoke by telephone on 16 Oct 2025" in page.locator("#cite-sentence").inner_text()
    assert "https://example.org/call" in page.locator("#cite-sentence").inner_text()


def test_the_open_page_is_in_sight_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto("/log")
    page.wait_for_function("""() => {
        const box = document.querySelector('.pages [aria-current="page"]').getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth;
    }""")


def test_hostile_text_does_nothing(page: Page, ids: dict[str, str]) -> None:
    for address in ("/", "/documents", f"/document/{ids['hostile']}", f"/event/{ids['meeting']}"):
        page.goto(address)
        assert "taken" not in page.title().partition("·")[0] or "script" in page.title()
        assert page.locator("main img, main script").count() == 0


def test_trouble_is_told_in_place(page: Page) -> None:
    page.goto("/")
    page.get_by_label("From").fill("04/05/2025")
    page.get_by_label("From").press("Tab")
    page.locator("#notice .trouble").wait_for()
    assert "2025-05-04" in page.locator("#notice").inner_text()
    assert page.locator("table.events").is_visible()


def test_an_office_is_suggested_and_found(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Who").press_sequentially("the Turkish president")
    option = page.locator('#names-who option[value="Recep Tayyip Erdoğan"]')
    option.wait_for(state="attached")
    assert "since 28 Aug 2014" in (option.get_attribute("label") or "")
    page.get_by_label("Who").press("Enter")
    page.locator(".hint", has_text="“the Turkish president” here: Recep Tayyip Erdoğan").wait_for()
    assert page.locator("table.events tbody tr").count() == 1
    page.goto("/?q=Turkish president&since=2025-10")
    page.locator(".hint", has_text="“Turkish president” here: Recep Tayyip Erdoğan since 1 Oct 2025").wait_for()


def test_names_are_suggested(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Who").press_sequentially("erdo")
    page.locator("#names-who option").first.wait_for(state="attached")
    assert page.locator("#names-who option").first.get_attribute("value") == "Recep Tayyip Erdoğan"


def test_light_and_dark(page: Page) -> None:
    page.goto("/people")
    page.get_by_role("button", name="Dark colours").click()
    assert page.url.endswith("/people")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.get_by_role("button", name="Light colours").click()
    assert page.locator("html").get_attribute("data-theme") == "light"


def test_by_keys_to_the_content(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_add_a_document_and_find_it(page: Page, served: Served) -> None:
    page.goto("/add")
    page.get_by_label("Text", exact=True).fill(
        "Foreign Minister Sergey Lavrov spoke by telephone with Secretary of State Marco Rubio on Monday."
    )
    page.get_by_label("Published on").fill("2025-10-21")
    page.get_by_label("Title of the pasted text").fill("A call <b>on Monday</b>")
    page.get_by_role("button", name="Read it").click()
    page.locator(".job-done").wait_for(timeout=60_000)
    assert "1 row found" in page.locator(".job-done").inner_text()
    page.get_by_role("link", name="A call <b>on Monday</b>").click()
    assert page.get_by_role("heading", level=1).inner_text() == "A call <b>on Monday</b>"
    page.goto("/?who=Lavrov&with=Rubio")
    assert page.locator("table.events tbody tr").count() == 1
    with Ledger.open(served.ledger) as ledger:
        assert ledger.events(who="Lavrov")[0].date == "2025-10-20"


def test_two_tabs_at_once(page: Page) -> None:
    other = page.context.new_page()
    page.goto("/log")
    other.goto("/people")
    other.get_by_role("button", name="Dark colours").click()
    page.get_by_role("button", name="Light colours").click()
    assert page.locator("html").get_attribute("data-theme") == "light"

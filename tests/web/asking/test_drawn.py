"""The same pages in a real browser: drawn under the strict policy, zoomed by dragging, followed, saved, accessible."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.web.test_browser import RULES, violations

from demarche.web import pictures

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAIR = "between=Kask&and=Novak"
PRESSED = "by=Novak&against=Kask"
ADDRESSES = (
    f"/timeline?{PAIR}&in=2025",
    "/hours?between=Kask&and=Novak&against=Erdogan&in=2025",
    "/deadlines",
    f"/episodes?{PRESSED}",
    f"/tone?{PAIR}",
)
FIGURES = (f"/holds?{PRESSED}", f"/follows?{PRESSED}&in=2025")
DRAWN = "figure.drawn"


def drawn(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(f"{DRAWN} svg").first.wait_for()
    page.locator("figure[data-chart]:not(.drawn)").first.wait_for(state="detached")


def test_drawn_pages_are_accessible_and_fit(page: Page) -> None:
    """Every rule in light colours, contrasts in dark ones; no page wider than a phone; nothing moves by itself."""
    page.emulate_media(reduced_motion="reduce")
    found = {}
    for address in (*ADDRESSES, *FIGURES):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        (page.goto if address in FIGURES else partial(drawn, page))(address)
        trouble = violations(page, {"runOnly": RULES, "resultTypes": ["violations"]})
        page.emulate_media(color_scheme="dark")
        trouble += violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
        page.set_viewport_size({"width": 360, "height": 800})
        page.wait_for_timeout(400)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            trouble.append("wider than a phone")
        if page.evaluate("document.getAnimations().length"):
            trouble.append("something moves")
        found |= {address: trouble} if trouble else {}
    assert found == {}


def test_a_drag_across_the_chart_looks_closer(page: Page) -> None:
    drawn(page, f"/timeline?{PAIR}")
    chart = page.locator(f"{DRAWN} svg").bounding_box()
    assert chart
    across = chart["y"] + chart["height"] - 60
    page.mouse.move(chart["x"] + chart["width"] * 0.3, across)
    page.mouse.down()
    page.mouse.move(chart["x"] + chart["width"] * 0.6, across, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile(r"in=2025-\d\d-\d\d%2F2025-\d\d-\d\d"))
    period = page.get_by_label("Period").input_value()
    assert "2025-03" < period < "2025-07"
    page.get_by_role("link", name="all dates").click()
    assert page.get_by_label("Period").input_value() == ""


def test_a_mark_leads_to_its_event_and_so_does_its_row(page: Page) -> None:
    drawn(page, f"/timeline?{PAIR}")
    link = page.locator("table.on-timeline a").first
    address = link.get_attribute("href")
    page.locator(f"{DRAWN} .mark-symbol path").first.click(force=True)
    page.wait_for_url("**/event/*")
    page.go_back()
    page.get_by_role("link", name=re.compile("Maret Kask")).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


@pytest.mark.parametrize("form", ["svg", "png"])
def test_without_the_extra_the_browser_saves_the_picture(
    page: Page, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda name: None)
    drawn(page, "/deadlines")
    with page.expect_download() as saved:
        page.locator(f"[data-save={form}]").first.click()
    assert saved.value.suggested_filename == f"demarche-deadlines.{form}"
    data = Path(saved.value.path()).read_bytes()
    assert data.startswith(b"\x89PNG") if form == "png" else b"Source: " in data

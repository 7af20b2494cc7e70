"""A team's app in a real browser: from the door to a decision by keys, without a script too, and accessible."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import uvicorn
from tests.web.conftest import Served
from tests.web.team.conftest import PASSWORD
from tests.web.test_browser import RULES, violations

from demarche.ledger import Ledger
from demarche.web import Settings, create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def served(team: Ledger) -> Iterator[Served]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    app = create_app(Settings(team.path, port=port, accounts=True))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield Served(f"http://127.0.0.1:{port}", team.path)  # type: ignore[arg-type]
    server.should_exit = True
    thread.join(10)


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def sign_out(page: Page) -> None:
    page.locator(".member summary").click()
    page.get_by_role("button", name="Sign out").click()


def test_by_keys_from_the_door_to_a_decision(page: Page, team: Ledger) -> None:
    page.goto("/review?by=doubt")
    assert page.evaluate("document.activeElement.id") == "s-name"
    page.keyboard.type("the-reviewer")
    page.keyboard.press("Tab")
    page.keyboard.type("not the one")
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="do not belong together").wait_for()
    assert page.evaluate("document.activeElement.id") == "s-password"
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?by=doubt*")
    assert page.get_by_role("button", name="Accept").is_visible()
    assert page.get_by_label("Set", exact=False).count() == 0
    before = page.locator("#h-item").inner_text()
    for key in ("e", "w"):  # keys of what this role has not do nothing
        page.keyboard.press(key)
    page.keyboard.press("a")
    page.wait_for_function("words => document.getElementById('h-item').innerText !== words", arg=before)
    assert {(d.author, d.verdict) for d in team.decisions()} == {("the-reviewer", "accept")}
    sign_out(page)
    page.get_by_text("You are signed out.").wait_for()
    page.go_back()
    page.reload()
    assert page.get_by_role("button", name="Sign in").is_visible()


def test_a_part_of_a_page_leads_to_the_door(page: Page, team: Ledger) -> None:
    """What a script asks for after the session has ended."""
    page.goto("/")
    sign_in(page, "the-reader")
    page.get_by_label("Search").wait_for()
    team.accounts.disable("the-reader")
    page.get_by_label("Search").fill("grain")
    page.wait_for_url("**/sign-in?next=*")
    team.accounts.enable("the-reader")
    sign_in(page, "the-reader")
    page.get_by_label("Search").wait_for()


def test_without_a_script_an_account_is_made_and_comes_in(browser: Browser, served: Served) -> None:
    context = browser.new_context(base_url=served.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/accounts")
    sign_in(page, "the-admin")
    page.get_by_label("Name").fill("anna")
    page.get_by_label("Shown as").fill("Anna Orsted")
    page.get_by_role("radio", name="editor").check()
    page.get_by_role("button", name="Add the account").click()
    password = page.locator("#new-password").inner_text()
    sign_out(page)
    sign_in(page, "anna", password)
    page.get_by_text("Somebody else made this password").wait_for()
    page.get_by_label("Present password").fill(password)
    page.get_by_label("New password", exact=True).fill("seven loud herons")
    page.get_by_label("The new password again").fill("seven loud herons")
    page.get_by_role("button", name="Change it").click()
    page.get_by_text("Your password is changed").wait_for()
    page.get_by_role("link", name="To the ledger").click()
    assert page.locator(".member summary").inner_text().split() == ["Anna", "Orsted", "editor"]
    assert page.get_by_role("link", name="Add").is_visible()
    context.close()


def test_the_pages_of_a_team_are_accessible_and_fit(page: Page) -> None:
    page.goto("/sign-in")
    found = {"/sign-in": look(page)}
    sign_in(page, "the-reader", "some other words")
    found["/sign-in, refused"] = look(page)
    sign_in(page, "the-admin")
    page.get_by_label("Search").wait_for()
    page.locator(".member summary").click()
    found["/, with the menu"] = look(page)
    for address in ("/accounts", "/password", "/", "/log"):
        page.goto(address)
        found[address] = look(page)
    page.goto("/accounts")
    page.get_by_role("button", name="New password of the-reader").click()
    page.locator("#new-password").wait_for()
    found["/accounts, a password"] = look(page)
    assert {address: trouble for address, trouble in found.items() if trouble} == {}


def look(page: Page) -> list[str]:
    """What is wrong with this page: rules of WCAG in both colours, and what is wider than the screen."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    trouble = violations(page, {"runOnly": RULES, "resultTypes": ["violations"]})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    trouble += violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
    for width in (360, 800, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        trouble += [f"wider than {width}"] * (page.evaluate("document.documentElement.scrollWidth") > width)
    return trouble

"""The review and the check in a real browser: by keys only, by selecting words, in two tabs; accessible throughout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.web.test_browser import RULES, violations
from tests.web.test_review import add_two_that_may_be_one

from demarche.ledger import Ledger

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.web.conftest import Served

CLAIMS = """Maret Kask and Jan Novak have spoken by phone once this year.

It was the third call between Maret Kask and Jan Novak this year <b>."""


def at_heading(page: Page, words: str) -> None:
    """Wait until this item is shown and has the focus."""
    page.locator("#h-item", has_text=re.compile(f"^{words}")).wait_for()
    for _ in range(100):
        if page.evaluate("document.activeElement.id") == "h-item":
            return
        page.wait_for_timeout(20)
    raise AssertionError("the heading has no focus")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.locator("main:not([aria-busy])").wait_for()  # a key does nothing while the next item is on its way
        page.keyboard.press(key)


def test_a_whole_review_by_keys_only(page: Page, served: Served) -> None:
    page.goto("/review?by=doubt")
    press(page, "?")
    page.locator("dialog[open]").wait_for()
    press(page, "Escape")
    page.locator("dialog[open]").wait_for(state="detached")
    press(page, "s")
    at_heading(page, "Maret Kask ↔ Recep")
    press(page, "k")
    at_heading(page, "Maret Kask ↔ Jan")
    press(page, "2")  # the other source
    page.locator('.r-sources [aria-current][data-key="2"]').wait_for()
    press(page, "a")
    at_heading(page, "Maret Kask ↔ Recep")
    press(page, "r")
    at_heading(page, "Maret Kask → Jan")
    press(page, "u")
    at_heading(page, "Maret Kask ↔ Recep")
    press(page, "a")
    at_heading(page, "Maret Kask → Jan")
    press(page, "a")
    at_heading(page, "This queue is done")
    with Ledger.open(served.ledger) as ledger:
        assert {event.type: event.verdict for event in ledger.events()} == dict.fromkeys(
            ("call", "meeting", "threat"), "accept"
        )


def test_a_key_pressed_too_early_decides_nothing(page: Page, served: Served) -> None:
    page.goto("/review?by=doubt")
    for _ in range(2):
        page.keyboard.press("a")
    at_heading(page, "Maret Kask ↔ Recep")
    assert page.locator(".review .trouble").count() == 0
    with Ledger.open(served.ledger) as ledger:
        assert len({decision.action for decision in ledger.decisions()}) == 1


def test_words_chosen_by_keys_set_a_field(page: Page, served: Served) -> None:
    page.goto("/review?who=Erdogan")
    press(page, "w", "ArrowRight")
    page.locator("#r-shown", has_text="“Kask”").wait_for()
    for _ in range(40):  # on to the place
        if page.evaluate("getSelection().toString()") == "Tartu":
            break
        press(page, "ArrowRight")
    press(page, "Shift+ArrowLeft")
    page.locator("#r-shown", has_text="“in Tartu”").wait_for()
    press(page, "Enter")
    page.get_by_label("Set e").select_option("place")
    press(page, "Enter")
    assert page.get_by_label("to", exact=True).input_value() == "in Tartu"
    page.keyboard.type("Tallinn")
    press(page, "Control+Enter")
    at_heading(page, "This queue is done")
    with Ledger.open(served.ledger) as ledger:
        (event,) = ledger.events(who="Erdogan")
        item = next(f for f in ledger.show(event.row.id).fields if f.name == "place")
    assert (event.row.place, [q.words for q in item.quotes], event.verdict) == ("Tallinn", ["in Tartu"], "accept")


def test_words_chosen_with_the_mouse_and_a_person_by_typing(page: Page, served: Served) -> None:
    page.goto("/review?who=Erdogan")
    words = page.locator("#words [data-at]", has_text="Maret Kask").first
    box = words.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] - 15, box["y"] + box["height"] / 2)
    page.locator("#r-shown", has_text="“Kask”").wait_for()
    assert page.get_by_label("Set e").input_value() == "participants"
    page.get_by_label("to", exact=True).fill("+Лавро")
    page.locator("#r-choices li", has_text="Lavrov").first.wait_for()
    press(page, "ArrowDown")
    selected = page.locator('#r-choices [aria-selected="true"]').get_attribute("data-value")
    press(page, "Enter")
    assert page.get_by_label("to", exact=True).input_value() == f"+{selected}"
    page.get_by_role("button", name="Set Enter").click()
    page.locator(".r-table .edited").wait_for()
    with Ledger.open(served.ledger) as ledger:
        (event,) = ledger.events(who="Erdogan")
        assert selected in event.row.names() and event.row.edited == ("participants",)


def test_merge_and_split_by_keys(page: Page, served: Served) -> None:
    add_two_that_may_be_one(served.ledger)
    page.goto("/review/pairs")
    assert page.locator("#h-item").inner_text() == "Are these two one call?"
    press(page, "s")
    at_heading(page, "Do these two reports")
    with Ledger.open(served.ledger) as ledger:
        assert ledger.count_events(type="call") == 2
    press(page, "u")
    at_heading(page, "Are these two one")
    press(page, "d")
    at_heading(page, "Do these two reports")
    press(page, "d")
    page.locator("#h-item", has_text="These pairs are done").wait_for()
    with Ledger.open(served.ledger) as ledger:
        assert ledger.count_events(type="call") == 4


def test_two_tabs_at_once(page: Page, served: Served) -> None:
    other = page.context.new_page()
    page.goto("/review?by=doubt")
    other.goto("/review?by=doubt")
    press(page, "a")
    at_heading(page, "Maret Kask ↔ Recep")
    other.bring_to_front()
    press(other, "r")
    other.locator(".review .trouble").wait_for()
    assert "has accepted this already" in other.locator(".review .trouble").inner_text()
    with Ledger.open(served.ledger) as ledger:
        assert ledger.events(type="call")[0].verdict == "accept"


def test_back_to_where_one_left_off(page: Page) -> None:
    page.goto("/review?by=doubt")
    press(page, "s")
    at_heading(page, "Maret Kask ↔ Recep")
    page.wait_for_load_state("networkidle")  # what comes next is fetched ahead: it is not the place to come back to
    page.goto("/")
    page.goto("/review")
    assert page.locator("#h-item").inner_text().startswith("Maret Kask ↔ Recep")
    press(page, "j")
    at_heading(page, "Maret Kask → Jan")
    page.go_back()
    page.locator("#h-item", has_text="Recep").wait_for()


def test_trouble_stays_in_sight_and_writes_nothing(page: Page, served: Served) -> None:
    page.goto("/review?by=doubt")
    press(page, "e")
    page.get_by_label("Set e").select_option("date")
    page.get_by_label("to", exact=True).fill("someday")
    page.get_by_label("Reason", exact=True).fill("heard it")
    press(page, "Enter")
    page.locator("#notice .trouble").wait_for()
    assert page.locator("#notice .trouble").is_visible()
    assert page.get_by_label("Reason", exact=True).input_value() == "heard it"
    with Ledger.open(served.ledger) as ledger:
        assert ledger.decisions() == []


def test_single_keys_can_be_turned_off(page: Page) -> None:
    page.goto("/review?by=doubt")
    press(page, "?")
    page.get_by_label("Single keys work").uncheck()
    press(page, "Escape")
    page.locator("dialog[open]").wait_for(state="detached")
    press(page, "s")
    page.wait_for_timeout(200)
    assert page.locator("#h-item").inner_text().startswith("Maret Kask ↔ Jan")


def test_keys_are_chosen_anew(page: Page, served: Served) -> None:
    page.goto("/review?by=doubt")
    press(page, "?")
    say = page.locator("#keys-say")
    change = page.get_by_label("Change the key for: accept")
    change.press("Enter")
    page.keyboard.press("r")
    say.filter(has_text="“r” is the key for “reject”. Nothing was changed").wait_for()
    for wrong in ("1", "?", "F2"):
        change.press("Enter")
        page.keyboard.press(wrong)
        say.filter(has_text="Nothing was changed").wait_for()
    change.press("Enter")
    page.keyboard.press("x")
    say.filter(has_text="“x” is now the key for “accept”").wait_for()
    assert page.locator('[data-key="a"] kbd').inner_text() == "x"
    assert page.locator('[data-key="a"]').get_attribute("aria-keyshortcuts") == "x"
    page.keyboard.press("Escape")
    page.locator("dialog[open]").wait_for(state="detached")
    page.reload()  # this browser keeps them
    press(page, "a")
    page.locator("#h-item", has_text="Maret Kask ↔ Jan").wait_for()
    press(page, "x")
    at_heading(page, "Maret Kask ↔ Recep")
    assert page.locator('[data-key="a"] kbd').inner_text() == "x"  # of the next item too
    press(page, "?")
    page.get_by_text("The keys as made").click()
    page.keyboard.press("Escape")
    press(page, "a")
    at_heading(page, "Maret Kask → Jan")
    with Ledger.open(served.ledger) as ledger:
        assert [decision.verdict for decision in ledger.decisions()].count("accept") >= 2


def test_a_reason_goes_with_the_decision(page: Page, served: Served) -> None:
    page.goto("/review?by=doubt")
    press(page, "n")
    page.keyboard.type("heard it on the radio")
    page.keyboard.press("Enter")  # only leaves the field
    at_heading(page, "Maret Kask ↔ Jan")
    press(page, "r")
    at_heading(page, "Maret Kask ↔ Recep")
    with Ledger.open(served.ledger) as ledger:
        assert {(d.verdict, d.note) for d in ledger.decisions()} == {("reject", "heard it on the radio")}


def test_check_a_paragraph_and_ask(page: Page, served: Served) -> None:
    page.goto("/check")
    page.get_by_label("Text", exact=True).fill(CLAIMS)
    page.get_by_label("Written on").fill("2025-10-20")
    page.get_by_role("button", name="Check it").click()
    page.locator(".c-lit").wait_for(timeout=60_000)
    assert page.locator(".c-lit").inner_text().replace(" supported", "").startswith("Maret Kask and Jan Novak have")
    assert page.locator(".c-card").count() == 2
    assert page.locator(".l-tag", has_text="supported").count() == 1
    assert page.locator("main b").count() == 0
    trouble = violations(page, {"runOnly": RULES, "resultTypes": ["violations"]})
    page.emulate_media(color_scheme="dark")
    trouble += violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
    assert trouble == []
    page.reload()
    assert page.locator(".c-card").count() == 2
    page.locator(".c-card .c-rows a").first.click()
    page.wait_for_url("**/event/*")
    page.goto("/check")
    page.get_by_label("Question", exact=True).fill("how many times did Kask and Novak speak by phone in 2025?")
    page.get_by_role("button", name="Ask").click()
    page.locator(".c-answer").wait_for(timeout=20_000)
    assert page.locator(".c-answer").inner_text().startswith("1 call between Maret Kask and Jan Novak")


def test_review_and_check_are_accessible(page: Page, served: Served) -> None:
    """With every part that opens: the help, the choices, the queue's filter; in both colours; as narrow as a phone."""
    add_two_that_may_be_one(served.ledger)
    found: dict[str, list[str]] = {}
    for address in ("/review?by=doubt", "/review?between=Kask&and=Novak", "/review/pairs", "/check", "/review?who=x"):
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        if page.locator("#r-value").count():
            page.get_by_label("Set e").select_option("status")
            page.get_by_label("to", exact=True).fill("p")
            page.locator("#r-choices li").first.wait_for()
        trouble = violations(page, {"runOnly": RULES, "resultTypes": ["violations"]})
        page.emulate_media(color_scheme="dark")
        trouble += violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
        for width in (360, 800):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                trouble.append(f"wider than {width}")
        found |= {address: trouble} if trouble else {}
    assert found == {}
    page.goto("/review?by=doubt")
    press(page, "?")
    page.locator("dialog[open]").wait_for()
    assert violations(page, {"runOnly": RULES, "resultTypes": ["violations"]}) == []

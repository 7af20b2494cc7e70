"""The review as it answers: queues, places in them, decisions, conflicts, undo, pairs; and what a choice offers."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import BASE, report

from demarche.ledger import Filters, Ledger
from demarche.model import Document, Span
from demarche.web import Settings, create_app
from demarche.web.making_queues import events_queue
from demarche.web.queues import Item, Queue, Queues
from demarche.web.views.choices import Choice, codebook, fields_of, known_people
from demarche.web.views.review_query import ReviewQuery
from demarche.web.views.window import AROUND, window

TWICE = [
    ("k1", "Maret Kask and Jan Novak spoke on the phone in November.", "2025-11"),
    ("k2", "Maret Kask and Jan Novak spoke on the phone on 12 November.", "2025-11-12"),
]


def add_two_that_may_be_one(path: Path) -> None:
    """A call in November, and one of 12 November, told by two publishers."""
    with Ledger.open(path) as ledger, ledger.run("test") as run:
        for name, text, day in TWICE:
            words = text.rsplit(" ", 2 if day.count("-") > 1 else 1)
            told = report(
                Document(name, text),
                "contact",
                "call",
                "held",
                text,
                participants=[("Maret Kask", "Maret Kask"), ("Jan Novak", "Jan Novak")],
                date=(day, " ".join(words[1:]).rstrip(".")),
            )
            ledger.add(Document(name, text, "", f"Paper {name}", None, date(2025, 11, 30)), [told], run)


def hidden(text: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', text.partition('id="item"')[2] or text)
    assert found, name
    return found[1]


def post(client: TestClient, address: str, text: str, **data: str) -> str:
    """Send a form of the page as the browser would, and follow to the next page."""
    kept = {name: hidden(text, name) for name in ("csrf", "at", "seen", "back")}
    return client.post(address, data=kept | data).text


def heading(text: str) -> str:
    found = re.search(r'id="h-item"[^>]*>(.*?)</h2>', text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split()) if found else ""


# -- the queue ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "first", "why"),
    [
        ("/review?by=doubt", "Maret Kask ↔ Jan Novak", "contradict each other on the length: 45 min"),
        ("/review?by=date&kind=pressure", "Maret Kask → Jan Novak", "dated by its publication"),
        ("/review?by=source&who=Erdogan", "Maret Kask ↔ Recep Tayyip Erdoğan", "No day is told."),
        ("/review?between=Kask&type=meeting", "Maret Kask ↔ Recep Tayyip Erdoğan", "This one decides it"),
        ("/review?between=Kask&and=Novak&type=call&in=2025", "Maret Kask ↔ Jan Novak", "nobody has confirmed it"),
        ("/review?standing=confirmed", "Nothing waits here", "Look again"),
    ],
)
def test_what_comes_first_and_why(client: TestClient, address: str, first: str, why: str) -> None:
    text = client.get(address).text
    assert heading(text) == first
    assert why in text


@pytest.mark.parametrize("address", ["/review?at=zzzz", "/review?by=nonsense", "/review?at=" + "x" * 300, "/review"])
def test_a_wrong_address_begins_the_queue(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert heading(answer.text) == "Maret Kask ↔ Jan Novak"


def test_the_address_holds_the_queue() -> None:
    for told in (
        "by=date&kind=contact",
        "between=Putin&and=Trump&in=2025&type=call",
        "standing=confirmed&who=Kask",
        "",
    ):
        query = ReviewQuery.back(told)
        assert ReviewQuery.back(query.query()) == query
        assert set(query.query().split("&")) == set(told.split("&"))
    assert ReviewQuery.back("by=weight").by == "doubt"
    assert ReviewQuery.back("between=Putin").by == "weight"
    assert ReviewQuery.back("").filters() == Filters(standing=("open",), order="-date")


def test_a_queue_is_stepped_through() -> None:
    queue = Queue(tuple(Item(name) for name in "abc"), 3)
    assert (queue.following("a"), queue.following("c"), queue.following("")) == (Item("b"), Item("a"), Item("a"))
    assert (queue.beside("a", 1), queue.beside("a", -1), queue.beside("z", 1)) == (Item("b"), None, None)
    queues = Queues()
    assert queues.get("k", lambda: queue) == queue
    queues.mark("k", "b", done=True)
    held = queues.get("k", lambda: queue, "a")
    assert held.following("a") == Item("c") and held.done == {"b"}
    queues.mark("k", "b", done=False)
    assert queues.get("k", lambda: queue, "a").done == frozenset()
    assert queues.get("k", lambda: queue, "far").items[0] == Item("far")


def test_the_doubtful_ones_come_first(path: Path) -> None:
    with Ledger.open(path) as ledger:
        found = [ledger.event(item.id).event for item in events_queue(ledger, ReviewQuery()).items]
    assert [event.type for event in found] == ["call", "meeting", "threat"]


# -- deciding -------------------------------------------------------------------------------------------------------


def test_decide_and_take_back(client: TestClient, path: Path) -> None:
    text = client.get("/review?by=doubt").text
    text = post(client, "/review/decide", text, verdict="accept")
    assert heading(text) == "Maret Kask ↔ Recep Tayyip Erdoğan" and "1 of 3 decided" in text
    text = post(client, "/review/decide", text, verdict="reject")
    text = post(client, "/review/decide", text, verdict="accept")
    assert heading(text) == "This queue is done"
    with Ledger.open(path) as ledger:
        assert {e.type: e.verdict for e in ledger.events()} == {
            "call": "accept",
            "meeting": "reject",
            "threat": "accept",
        }
    for wanted in ("Maret Kask → Jan Novak", "Maret Kask ↔ Recep Tayyip Erdoğan", "Maret Kask ↔ Jan Novak"):
        number = re.search(r'name="number" value="(\d+)"', text)
        assert number
        data = {"csrf": hidden(text, "csrf"), "number": number[1], "back": ""}
        text = client.post("/review/undo", data=data).text
        assert heading(text) == wanted
    with Ledger.open(path) as ledger:
        assert {e.verdict for e in ledger.events()} == {None}


def test_where_one_left_off(client: TestClient) -> None:
    text = client.get("/review?by=doubt").text
    text = client.get(re.search(r'href="([^"]+)" data-key="s"', text)[1].replace("&amp;", "&")).text  # type: ignore[index]
    assert heading(text) == "Maret Kask ↔ Recep Tayyip Erdoğan"
    assert heading(client.get("/review").text) == heading(text)
    assert heading(client.get("/review?by=doubt").text) == heading(text)
    assert heading(client.get("/review?by=date").text) != heading(text)


def test_progress_goes_on_where_it_was(client: TestClient, path: Path) -> None:
    told = lambda text: re.search(r"(\d+ of \d+) decided", text)[1]  # type: ignore[index]  # noqa: E731
    first = client.get("/review?by=doubt").text
    assert told(first) == "0 of 3"
    second = post(client, "/review/decide", first, verdict="accept", reason="seen")
    assert told(second) == "1 of 3"
    again = client.get("/review?by=doubt").text
    assert told(again) == "1 of 3"  # opened again: what was decided is gone from it, and still counted
    third = post(client, "/review/decide", again, verdict="reject")
    assert told(third) == "2 of 3"
    with TestClient(create_app(Settings(str(path))), base_url=BASE, cookies=client.cookies) as later:  # another day
        opened = later.get("/review?by=doubt").text
        assert told(opened) == "2 of 3"
        number = re.search(r'name="number" value="(\d+)"', opened)
        assert number
        undone = post(later, "/review/undo", opened, number=number[1])
        assert told(undone) == "1 of 3"


def test_two_tabs_lose_no_decision(client: TestClient, path: Path) -> None:
    one = other = client.get("/review?by=doubt").text
    post(client, "/review/decide", one, verdict="accept")
    answer = post(client, "/review/decide", other, verdict="reject")
    assert "has accepted this already" in answer and "Nothing was written" in answer
    with Ledger.open(path) as ledger:
        assert ledger.events(kind="contact", type="call")[0].verdict == "accept"
    answer = post(client, "/review/decide", answer, verdict="reject")  # now that it has been seen
    assert "Nothing was written" not in answer


def test_what_another_decided_is_passed_over(client: TestClient, ids: dict[str, str], path: Path) -> None:
    text = client.get("/review?by=doubt").text
    with Ledger.open(path) as ledger:
        ledger.accept(ids["meeting"], author="ben")
    assert heading(post(client, "/review/decide", text, verdict="accept")) == "Maret Kask → Jan Novak"


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        ({"field": "place", "value": "Tallinn"}, "Select the words"),
        ({"field": "place", "value": "x", "start": "0", "end": "99999"}, "not in the document"),
        ({"field": "place", "value": "x", "start": "a space"}, "no words were selected"),
        ({"field": "date", "value": "someday", "reason": "r"}, "date"),
        ({"field": "nonsense", "value": "x", "reason": "r"}, "nonsense"),
    ],
)
def test_an_edit_needs_its_grounds(client: TestClient, path: Path, data: dict[str, str], trouble: str) -> None:
    text = client.get("/review?by=doubt").text
    if data.get("start") == "a space":
        with Ledger.open(path) as ledger:
            at = ledger.text(ledger.show(hidden(text, "report")).event.document.hash).index(" ")
        data = data | {"start": str(at), "end": str(at + 1)}
    answer = post(client, "/review/edit", text, report=hidden(text, "report"), **data)
    assert trouble in answer
    with Ledger.open(path) as ledger:
        assert ledger.decisions() == []


def test_words_become_the_evidence_of_a_field(client: TestClient, path: Path) -> None:
    text = client.get("/review?by=doubt").text
    row = hidden(text, "report")
    with Ledger.open(path) as ledger:
        told = ledger.text(ledger.show(row).event.document.hash)
    third = told.split(" ")[2]
    start = told.index(f" {third} ")
    answer = post(
        client,
        "/review/edit",
        text,
        report=row,
        field="topics",
        value="+ships",
        start=str(start),
        end=str(start + len(third) + 2),
        then="accept",
    )
    assert heading(answer) == "Maret Kask ↔ Recep Tayyip Erdoğan"
    with Ledger.open(path) as ledger:
        detail = ledger.show(row)
        item = next(f for f in detail.fields if f.value == "ships")
        assert [q.words for q in item.quotes] == [third]
        assert detail.event.verdict == "accept"


# -- pairs ----------------------------------------------------------------------------------------------------------


def test_two_that_may_be_one(client: TestClient, path: Path) -> None:
    add_two_that_may_be_one(path)
    text = client.get("/review/pairs").text
    assert heading(text) == "Are these two one call?" and "Paper k1" in text and "Paper k2" in text
    text = post(client, "/review/pairs/decide", text, verdict="different")
    with Ledger.open(path) as ledger:
        assert ledger.count_events(doubt="perhaps") == 0 and ledger.count_events(type="call") == 3
    assert heading(text).startswith("Do these two reports")
    number = re.search(r'name="number" value="(\d+)"', text)
    assert number
    text = client.post("/review/pairs/undo", data={"csrf": hidden(text, "csrf"), "number": number[1]}).text
    assert heading(text) == "Are these two one call?"
    post(client, "/review/pairs/decide", text, verdict="same")
    with Ledger.open(path) as ledger:
        assert ledger.count_events(type="call") == 2


def test_reports_that_were_made_one(client: TestClient, path: Path) -> None:
    text = client.get("/review/pairs").text
    assert heading(text) == "Do these two reports tell of the same call?"
    twice = text
    text = post(client, "/review/pairs/decide", text, verdict="different")
    assert heading(text) == "These pairs are done"
    with Ledger.open(path) as ledger:
        assert ledger.count_events(type="call") == 2
    assert "Nothing was written" in post(client, "/review/pairs/decide", twice, verdict="same")


# -- what protects them ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["review/decide", "review/edit", "review/undo", "review/pairs/decide", "review/pairs/undo", "check", "check/ask"],
)
def test_a_write_without_the_token_is_refused(client: TestClient, address: str, path: Path) -> None:
    client.get("/review")
    data = {
        "at": "x",
        "verdict": "accept",
        "report": "x",
        "field": "place",
        "number": "1",
        "text": "x",
        "question": "x",
    }
    assert client.post(f"/{address}", data=data).status_code == 403
    assert client.post(f"/{address}", data=data | {"csrf": "0" * 64}).status_code == 403
    with Ledger.open(path) as ledger:
        assert ledger.decisions() == []


@pytest.mark.parametrize("address", ["/review?who=Erdogan", "/review/pairs", "/check", "/review?by=doubt"])
def test_nothing_is_inline_and_hostile_text_is_text(client: TestClient, address: str) -> None:
    text = client.get(address).text
    assert not re.findall(r"<script(?![^>]*\bsrc=)", text)
    assert not re.findall(r"<style|<\w[^<>]*\s(?:style|on\w+|hx-on\S*)=|=.javascript:", text)


@pytest.mark.parametrize(
    ("address", "data", "words"),
    [
        ("/check", {"text": " "}, "nothing to check"),
        ("/check", {"text": "x" * 20_001}, "at most 20,000"),
        ("/check", {"text": "x", "day": "04/05/2025"}, "2025-05-04"),
        ("/check/ask", {"question": ""}, "at most 500"),
        ("/check/ask", {"question": "x" * 501}, "at most 500"),
    ],
)
def test_what_is_not_checked(client: TestClient, address: str, data: dict[str, str], words: str) -> None:
    answer = client.post(address, data=data | {"csrf": hidden(client.get("/check").text, "csrf")})
    assert answer.status_code == 400
    assert words in answer.text
    assert client.get("/check/000000").status_code == 400


def test_no_text_is_taken_for_a_file_or_a_row(client: TestClient, tmp_path: Path, ids: dict[str, str]) -> None:
    claim = tmp_path / "claim.txt"
    claim.write_text("It was the third call between Maret Kask and Jan Novak this year.", "utf-8")
    for words in (str(claim), ids["call"], "-"):
        data = {"csrf": hidden(client.get("/check").text, "csrf"), "text": words}
        text = client.post("/check", data=data).text
        while 'hx-trigger="every' in text:
            time.sleep(0.1)
            found = re.search(r'hx-get="(/check/\w+)"', text)
            assert found
            text = client.get(found[1]).text
        assert "third call" not in text and "Maret" not in text.partition('id="result"')[2]


# -- small parts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("kind=contact&field=participants&value=erdo", ["Recep Tayyip Erdoğan"]),
        ("kind=contact&field=participants&value=Jan+Novak;+%2Bmare", ["Maret Kask"]),
        ("kind=contact&field=initiator&value=%D0%9B%D0%B0%D0%B2%D1%80%D0%BE", ["Sergei Lavrov"]),
        ("kind=contact&field=status&value=pl", ["planned"]),
        ("kind=contact&field=place&value=T", []),
        ("kind=contact&field=participants&value=x", []),
    ],
)
def test_what_is_offered_while_typing(client: TestClient, query: str, offered: list[str]) -> None:
    text = client.get(f"/review/choices?{query}").text
    found = re.findall(r'data-value="([^"]+)"', text)
    assert [name for name in offered if name not in found] == []
    assert bool(found) == bool(offered)


def test_fields_and_their_words() -> None:
    assert fields_of("contact")[:3] == ("type", "status", "plover") and "duration" in fields_of("contact")
    assert codebook("contact", "place") == () and "held" in codebook("contact", "status")
    assert any(c.value == "Volodymyr Zelenskyy" for c in known_people("Зелен"))
    assert Choice("x").note == ""


def test_the_window_holds_the_words(path: Path) -> None:
    with Ledger.open(path) as ledger:
        row = ledger.events(type="threat")[0].row
        told, text = ledger.show(row.id), ledger.text(row.document.hash)
    long = "So it went on. " * 200
    shift = len(long)
    shown = window(text, told)
    assert "".join(run.words for run in shown.runs) == text.rstrip()
    assert not shown.before and not shown.after
    for run in shown.runs:
        assert text[run.start : run.start + len(run.words)] == run.words
    moved = replace(
        told,
        fields=(),
        evidence=tuple(replace(q, span=Span(q.span.start + shift, q.span.end + shift)) for q in told.evidence),
    )
    cut = window(long + text + long, moved)
    assert cut.before and cut.after
    assert sum(len(run.words) for run in cut.runs) <= len(text) + 2 * AROUND
    assert "".join(run.words for run in cut.runs if run.evidence) == told.evidence[0].words

"""The pages answer what was asked, and nothing of a document is more than text."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import visiting

from demarche.ledger import Ledger
from demarche.model import Document

ON_BOTH = True


@pytest.mark.parametrize(
    ("address", "shown", "hidden"),
    [
        ("/", ["Maret Kask", "Jan Novak", "threat", "meeting", "close the strait", "found"], []),
        ("/?who=Novak&kind=contact", ["call"], ["meeting</span>"]),
        ("/?who=Erdogan", ["Recep Tayyip Erdoğan"], ["Jan Novak"]),
        ("/?who=Estonia&with=T%C3%BCrkiye", ["meeting"], ["threat</span>"]),
        ("/?q=grain", ["call"], ["threat</span>"]),
        ("/?q=erdogan", ["meeting"], ["call</span>"]),
        ("/?status=pending", ["threat"], ["call</span>"]),
        ("/?since=2025-10-17", ["threat"], ["call</span>"]),
        ("/?doubt=undated", ["meeting"], ["call</span>"]),
        ("/?standing=confirmed", ["No event passes this filter"], ["Jan Novak"]),
        ("/?who=Nobody", ["Nobody called “Nobody”"], []),
        ("/documents", ["Call with Jan Novak", "Leaders talk"], []),
        ("/documents?q=strait", ["Call with Jan Novak"], ["Leaders talk"]),
        ("/documents?q=the+Turkish+president", ["“the Turkish president” here", "&lt;b&gt;Bad"], ["Leaders talk"]),
        ("/documents?q=Turkish+president+Tartu", ["&lt;b&gt;Bad"], ["Leaders talk"]),
        ("/documents?q=Turkish+president+grain", ["No document has these words"], ["Leaders talk"]),
        ("/people", ["Estonia", "Maret Kask"], []),
        ("/people?q=Erdogan", ["Recep Tayyip Erdoğan"], ["Jan Novak"]),
        ("/people/names?who=kas", ["Maret Kask"], ["Novak"]),
        ("/coverage", ["3 documents", "Oct 2025", "Baltic Courier"], []),
        ("/coverage?who=Kask&with=Novak", ["2 documents"], []),
        ("/log", ["Nothing was decided yet"], []),
        ("/api", ["GET /api/events", "openapi.json"], []),
    ],
)
def test_what_is_shown(client: TestClient, address: str, shown: list[str], hidden: list[str]) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    main = answer.text.partition("<main")[2] or answer.text
    rows = main.partition('id="results"')[2] or main
    assert [words for words in shown if words not in main] == []
    assert [words for words in hidden if words in rows] == []


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nothing", 404, "There is nothing at /nothing"),
        ("/event/zzzz", 404, "no report zzzz"),
        ("/event/%3Cscript%3E", 404, "&lt;script&gt;"),
        ("/document/abcdef12", 404, "no document abcdef12"),
        ("/add/000000", 400, "no reading 000000"),
        ("/?since=04/05/2025", 400, "2025-05-04"),
        ("/?kind=nonsense", 200, "No event passes"),
        ("/?standing=nonsense", 400, "no standing"),
        ("/?page=99999999999", 200, "events"),
        ("/download/exe", 404, "There is no download exe"),
        ("/documents?page=x", 422, "page"),
        ("/api/events?limit=0", 422, "limit"),
        ("/api/events/zzzz", 404, "no report zzzz"),
    ],
)
def test_what_is_refused(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.text
    assert "Traceback" not in answer.text


def test_an_event_shows_every_source_side_by_side(client: TestClient, ids: dict[str, str]) -> None:
    text = client.get(f"/event/{ids['call']}").text
    for words in ("45 minutes", "Office of Maret Kask", "Asked for by", "grain agreement", "Copy"):
        assert words in text
    assert f'href="/document/{ids["readout"]}?row=' in text


def test_contradicting_values_are_marked(client: TestClient, ids: dict[str, str]) -> None:
    text = client.get(f"/event/{ids['call']}").text
    assert text.count('class="account against"') == 2
    assert "sources disagree" in client.get("/?doubt=disputed").text


def test_a_threat_shows_its_deadline_and_its_reason(client: TestClient, ids: dict[str, str]) -> None:
    text = client.get(f"/event/{ids['threat']}").text
    assert "by 1 Dec 2025" in text
    assert "the day of publication, approximate" in text


def test_a_document_is_shown_to_the_letter(client: TestClient, ids: dict[str, str], path: Path) -> None:
    text = client.get(f"/document/{ids['readout']}").text
    shown = re.search(r'<div class="text" dir="auto">(.*?)</div>', text, re.DOTALL)
    assert shown
    plain = re.sub(r'<a class="tag.*?</a>|<[^>]+>', "", shown[1])
    with Ledger.open(path) as ledger:
        assert plain == ledger.document(ids["readout"]).text
    assert 'class="ev k-contact' in text
    assert 'class="ev k-pressure' in text


def test_hostile_text_is_only_text(client: TestClient, ids: dict[str, str]) -> None:
    for address in ("/", "/documents", f"/document/{ids['hostile']}", f"/event/{ids['meeting']}"):
        text = client.get(address).text
        assert "<script>" not in text
        assert "<img" not in text
        assert "<b>Bad" not in text
        assert "javascript:" not in text
        assert not set(text) & set("\u202e\u202c\u200b")


def test_a_very_long_paragraph(path: Path) -> None:
    with Ledger.open(path) as ledger, ledger.run("test") as run:
        ledger.add(Document("long", "word " * 1_000_000, "Long"), [], run)
        found = ledger.document(ledger.documents("word")[0].source.hash).source.hash
    with visiting(path) as client:
        assert len(client.get(f"/document/{found}").text) > 5_000_000
        assert len(client.get("/documents").text) < 50_000


def test_only_the_rows_for_htmx(client: TestClient) -> None:
    part = client.get("/?who=Novak&q=", headers={"hx-request": "true"})
    assert "<html" not in part.text
    assert part.headers["hx-push-url"] == "/?who=Novak"
    restored = client.get("/?who=Novak", headers={"hx-request": "true", "hx-history-restore-request": "true"})
    assert "<html" in restored.text


def test_trouble_goes_where_it_is_seen(client: TestClient) -> None:
    answer = client.get("/?since=04/05/2025", headers={"hx-request": "true"})
    assert answer.headers["hx-retarget"] == "#notice"
    assert "<html" not in answer.text


class TestDownloads:
    def test_csv(self, client: TestClient) -> None:
        answer = client.get("/download/csv?kind=contact")
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert {row["type"] for row in rows} == {"call", "meeting"}
        assert "attachment" in answer.headers["content-disposition"]
        assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())

    def test_jsonl(self, client: TestClient) -> None:
        lines = [json.loads(line) for line in client.get("/download/jsonl").text.splitlines()]
        assert sum(len(line["reports"]) for line in lines) == 4

    def test_excel(self, client: TestClient) -> None:
        with zipfile.ZipFile(io.BytesIO(client.get("/download/xlsx").content)) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
            assert "<f>" not in sheet
            assert "<autoFilter" in sheet
            assert "pane" in sheet
            assert "About" in book.read("xl/workbook.xml").decode()

    @pytest.mark.parametrize("page", ["people", "documents", "coverage", "log"])
    @pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
    def test_of_every_page(self, client: TestClient, page: str, form: str) -> None:
        answer = client.get(f"/{page}/download/{form}")
        assert answer.status_code == 200
        assert f"demarche-{page}-" in answer.headers["content-disposition"]
        if form == "xlsx":
            sheet = zipfile.ZipFile(io.BytesIO(answer.content)).read("xl/worksheets/sheet1.xml")
            assert b"<f>" not in sheet
        else:
            assert not any(line.startswith(("=", "@")) for line in answer.text.splitlines())

    def test_all_of_the_view_and_nothing_else(self, client: TestClient) -> None:
        assert len(client.get("/download/csv?q=grain").text.splitlines()) == 2


class TestApi:
    def test_the_questions(self, client: TestClient, ids: dict[str, str]) -> None:
        assert client.get("/api/events?kind=contact&limit=1").json()["total"] == len(
            client.get("/api/events?kind=contact").json()["events"]
        )
        assert client.get(f"/api/events/{ids['call']}").json()["event"]["type"] == "call"
        detail = client.get(f"/api/reports/{ids['threat']}").json()
        assert detail["evidence"][0]["words"].startswith("Ms. Kask warned")
        assert client.get("/api/reports?kind=pressure").json()["total"] == 1
        assert client.get("/api/summary").json()["documents"] == 3
        assert client.get("/api/resolve?name=erdogan").json()["actors"][0]["name"] == "Recep Tayyip Erdoğan"

    def test_the_counts(self, client: TestClient) -> None:
        answer = client.get("/api/count?between=Kask&and=Novak&in=2025").json()
        assert answer["value"] == 1
        assert "2025" in answer["rule"]
        assert client.get("/api/count/pressure?actor=Kask").json()["value"] == 1
        assert client.get("/api/count/nonsense").status_code == 400

    def test_the_description_is_local(self, client: TestClient) -> None:
        paths = client.get("/api/openapi.json").json()["paths"]
        assert {"/api/events", "/api/count", "/api/resolve"} <= set(paths)
        assert client.get("/docs").status_code == 404
        assert client.get("/redoc").status_code == 404


def test_a_decision_is_in_the_log_and_taken_back(client: TestClient, ids: dict[str, str], path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.decide(ids["call"], "accept", author="<i>Ann</i>", note="sure")
    text = client.get("/log").text
    assert "&lt;i&gt;Ann" in text
    assert "confirmed" in client.get("/").text
    token = re.search(r'name="csrf-token" content="(\w+)"', text)
    assert token
    client.post("/log/1/undo", data={"csrf": token[1]})
    assert "taken back" in client.get("/log").text


def test_a_changed_page_shows_what_changed(path: Path) -> None:
    url = "https://example.org/page"
    with Ledger.open(path) as ledger, ledger.run("test") as run:
        ledger.add(Document("p", "The call lasted an hour.", "A page", url=url), [], run)
        second = Document("p", "The call lasted two hours.", "A page", url=url)
        ledger.add(second, [], run)
    with visiting(path) as client:
        assert "what changed" in client.get(f"/document/{second.content_hash}").text
        text = client.get(f"/document/{second.content_hash}/changes").text
    assert "<del>an</del><ins>two</ins>" in text

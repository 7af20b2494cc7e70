"""The JSON API answers as the Python API and `--json` do, reads only, and describes itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import BASE

from demarche.web import Settings, create_app


@pytest.fixture(scope="module")
def app(filled: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(str(filled))), base_url=BASE) as client:
        yield client


def test_hours_are_an_interval_with_their_rule(app: TestClient) -> None:
    told = app.get("/api/hours", params={"between": "Kask", "and": "Novak", "in": "2025"}).json()
    assert told["who"] == "Maret Kask and Jan Novak"
    assert (told["contacts"], told["with_length"]) == (1, 1)
    assert told["told"]["min"] <= told["told"]["max"]
    assert told["rows"][0]["reports"]


def test_two_pools_are_compared(app: TestClient) -> None:
    asked = {"between": "Kask", "and": "Novak", "against": "Erdogan"}
    told = app.get("/api/compare", params=asked).json()
    assert told["verdict"] in ("first", "second", "about as much", "cannot tell", "more", "less")
    assert told["first"]["contacts"] == 1


def test_pressures_have_a_life(app: TestClient) -> None:
    told = app.get("/api/deadlines", params={"by": "Kask"}).json()
    (threat,) = told["pressures"]
    assert (threat["by"], threat["due"], threat["life"][0]["state"]) == (["Maret Kask"], "2025-12-01", "announced")
    assert app.get("/api/deadlines", params={"by": "Novak"}).json()["pressures"] == []
    around = app.get("/api/episodes", params={"by": "Kask", "against": "Novak"}).json()
    assert around["episodes"][0]["pressure"]["id"] == threat["id"]


def test_traffic_and_coverage(app: TestClient) -> None:
    assert app.get("/api/traffic", params={"of": "Kask", "in": "2025"}).json()["pairs"][0]["counterpart"] == "Jan Novak"
    covered = app.get("/api/coverage").json()
    assert (covered["documents"], covered["months"][0]["month"]) == (3, "2025-10")


def test_documents_come_to_the_letter(app: TestClient) -> None:
    (row,) = app.get("/api/documents", params={"text": "strait"}).json()
    found = app.get(f"/api/documents/{row['source']['hash'][:10]}").json()
    span = found["told"][0]["evidence"][0]["span"]
    assert found["text"][span["start"] : span["end"]] == found["told"][0]["evidence"][0]["words"]
    assert app.get("/api/documents/ffff").status_code == 404


def test_people_and_offices(app: TestClient) -> None:
    assert app.get("/api/people", params={"beginning": "kas"}).json()["people"][0]["name"] == "Maret Kask"
    match = app.get("/api/resolve", params={"name": "the Turkish president", "since": "2025-01-01"}).json()
    assert (match["rule"], match["holders"][0]["name"]) == ("office", "Recep Tayyip Erdoğan")
    asked = {"who": "the Turkish president"}
    assert app.get("/api/events", params=asked).json()["total"] == 1
    assert app.get("/api/events", params=asked | {"since": "2025"}).json()["total"] == 0  # the meeting is undated


def test_the_log_is_told(app: TestClient) -> None:
    assert app.get("/api/log").json() == []


def test_a_text_is_checked_by_a_program(app: TestClient) -> None:
    text = "The call of 16 October was the first call between Maret Kask and Jan Novak this year."
    told = app.post("/api/check", json={"text": text, "date": "2025-10-20"}).json()
    assert told["claims"] == 1
    assert told["verdicts"][0]["outcome"] in ("supported", "cannot tell")
    assert told["verdicts"][0]["sentence"]


@pytest.mark.parametrize(
    ("kind", "status"),
    [("application/json", 200), ("text/plain", 403), ("application/x-www-form-urlencoded", 403), ("", 403)],
)
def test_no_form_of_another_site_asks(app: TestClient, kind: str, status: int) -> None:
    body = b'{"text": "Maret Kask and Jan Novak spoke."}'
    assert app.post("/api/check", content=body, headers={"content-type": kind}).status_code == status
    assert app.post("/api/events", content=body, headers={"content-type": kind}).status_code in (403, 405)


def test_a_question_is_answered_or_refused(app: TestClient) -> None:
    question = "how many times did Maret Kask and Jan Novak speak by phone in 2025?"
    assert app.get("/api/ask", params={"question": question}).json()["value"] == 1
    refused = app.get("/api/ask", params={"question": "what is the weather?"})
    assert refused.status_code == 400
    assert "not understood" in refused.json()["error"]


def test_it_describes_itself_and_only_reads(app: TestClient) -> None:
    paths = app.get("/api/openapi.json").json()["paths"]
    wanted = "events reports count hours compare deadlines episodes traffic coverage documents people log check ask"
    wanted += " tone follows holds"
    assert {f"/api/{name}" for name in wanted.split()} <= set(paths)
    assert [path for path, verbs in paths.items() if set(verbs) != {"get"}] == ["/api/check"]
    page = app.get("/api").text
    assert "POST /api/check" in page
    assert page.count("The answer has") == sum(map(len, paths.values()))
    questions = [question for verbs in paths.values() for question in verbs.values()]
    assert all(question.get("description") for question in questions)
    assert [p for question in questions for p in question.get("parameters", ()) if not p.get("description")] == []

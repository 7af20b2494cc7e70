"""Timeline, hours, deadlines: what they show of a ledger, and what they say where nothing is known."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from demarche.ledger import Ledger
from demarche.web import pictures
from demarche.web.pages import coverage, deadlines

from .conftest import ERDOGAN, KASK, told

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

PAIR = "between=Kask&and=Novak"
VERSUS = "between=Kask&and=Novak&against=Erdogan&in=2025"


def values(spec: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The rows of one part of a timeline."""
    part = next((part for part in spec["vconcat"] if part["name"] == name), {"data": {"values": []}})
    found: list[dict[str, Any]] = part["data"]["values"]
    return found


class TestTimeline:
    def test_marks_are_those_of_the_table_and_lead_to_their_events(self, client: TestClient) -> None:
        spec = client.get(f"/timeline/chart.json?{PAIR}&width=900").json()
        text = client.get(f"/timeline?{PAIR}").text
        marks = [row for name in ("contacts", "pressures", "offers") for row in values(spec, name)]
        assert len(marks) == 6
        assert {row["link"] for row in marks} == set(re.findall(r'<a href="(/event/\w+)" dir="auto">', text))
        assert all(client.get(row["link"]).status_code == 200 for row in marks)

    def test_precision_is_drawn(self, client: TestClient) -> None:
        calls = values(client.get(f"/timeline/chart.json?{PAIR}&width=900").json(), "contacts")
        assert [(row["about"], row["first"] == row["last"], row["length"]) for row in calls] == [
            (False, True, "50 min"),
            (True, True, "at least 120 min"),
            (False, False, "length not known"),
        ]

    def test_empty_stretches_and_missing_documents_are_seen(self, client: TestClient) -> None:
        spec = client.get(f"/timeline/chart.json?{PAIR}&in=2025&width=900").json()
        assert "No documents: 1 Jan 2025 to 2 Feb 2025; 1 Mar 2025 to 31 May 2025; 1 Aug" in spec["description"]
        assert "The longest time without a contact is 102 days (19 Feb 2025 to 31 May 2025)" in spec["description"]

    def test_the_period_narrows_the_rows_and_moves(self, client: TestClient) -> None:
        text = client.get(f"/timeline?{PAIR}&in=2025-07/2025-09").text
        assert '<strong class="num">3</strong> events' in text
        assert "in=2025-03-31%2F2025-06-30" in text
        assert "in=2025-10-01%2F2025-12-31" in text

    def test_the_download_has_the_same_rows(self, client: TestClient) -> None:
        text = client.get(f"/timeline?{PAIR}&in=2025-07/2025-09").text
        found = re.search(r'href="(/download/jsonl\?[^"]+)"', text)
        assert found
        assert len(client.get(found[1].replace("&amp;", "&")).text.splitlines()) == 3

    @pytest.mark.parametrize(
        ("query", "says"),
        [("", "Begin with"), ("between=Nobodyname", "Nobody called"), (f"{PAIR}&in=1999", "Nothing is told of them")],
    )
    def test_what_is_not_there_is_said(self, client: TestClient, query: str, says: str) -> None:
        assert says in client.get(f"/timeline?{query}").text

    @pytest.mark.parametrize(
        ("period", "says"),
        [("04/05/2025", "2025-05-04"), ("0001/9999", "out of reach"), ("2025/2024", "cannot read the period")],
    )
    def test_an_unclear_period_is_refused_in_words(self, client: TestClient, period: str, says: str) -> None:
        answer = client.get(f"/timeline?{PAIR}&in={period}")
        assert answer.status_code == 400
        assert says in answer.text


def test_the_ledger_and_an_event_lead_to_the_timeline(client: TestClient) -> None:
    assert 'href="/timeline?between=Kask&amp;and=Novak"' in client.get("/?who=Kask&with=Novak").text
    event = re.search(r'href="(/event/\w+)"', client.get("/?kind=offer").text)
    assert event
    assert "The timeline of <bdi>Maret Kask</bdi> and <bdi>Jan Novak</bdi>" in client.get(event[1]).text


class TestHours:
    def test_unknown_lengths_stand_apart(self, client: TestClient) -> None:
        text = client.get("/hours?between=Kask&in=2025").text
        assert "2 h 50" in text
        assert "1 contact without a length, 1 with a least length only" in text
        assert re.findall(r'<th scope="row"><a[^>]*>([^<]+)</a></th><td>([^<]+)</td>', text) == [
            ("Jan Novak", "2 h 50"),
            ("Recep Tayyip Erdoğan", "30 min"),
        ]

    def test_two_pools_compared(self, client: TestClient) -> None:
        text = client.get(f"/hours?{VERSUS}").text
        assert "More</h2>" in text
        assert "Maret Kask and Jan Novak: 2 h 50" in text
        assert "For the first to be" in text

    def test_bars_are_open_where_lengths_are(self, client: TestClient) -> None:
        rows = client.get(f"/hours/compared.json?{VERSUS}&width=900").json()["data"]["values"]
        assert [(row["open"], "unknown" in row["said"]) for row in rows] == [(True, True), (False, False)]
        assert rows[0]["link"].startswith("/timeline?between=Kask&and=Novak")

    def test_the_download_leaves_open_what_is_open(self, client: TestClient) -> None:
        first = json.loads(client.get(f"/hours/download/jsonl?{VERSUS}").text.splitlines()[0])
        assert first["minutes_at_least"] == 170
        assert "minutes_at_most" not in first
        assert (first["contacts"], first["without_length"], first["least_length_only"]) == (3, 1, 1)

    def test_without_a_name(self, client: TestClient) -> None:
        assert "never counted as nothing" in client.get("/hours").text


class TestDeadlines:
    def test_the_open_ones_by_due_day_and_the_passed_ones(self, client: TestClient) -> None:
        text = client.get("/deadlines").text
        opened, _, rest = text.partition("What became of the others")
        assert "a wall" in opened
        assert "days left" in opened
        assert "ban &lt;b&gt;flights&lt;/b&gt;" in rest
        assert "day passed, no text" in rest
        assert "grain" in rest
        assert "<b>flights" not in text

    def test_nothing_hides_in_a_chart(self, client: TestClient) -> None:
        for address in ("/deadlines", "/deadlines/chart.json", "/deadlines/chart.json?width=900"):
            text = client.get(address).text
            assert "flights" in text
            assert not set(text) & set("\u202e\u202c\u200b")
            assert "\\u202e" not in text

    def test_one_state_one_side(self, client: TestClient) -> None:
        assert "ban" not in client.get("/deadlines?state=open").text.partition("<main")[2].partition("Offers")[0]
        assert "No threats" in client.get("/deadlines?by=Kask").text
        assert len(client.get("/deadlines/download/csv?state=open").text.splitlines()) == 2

    def test_a_link_leads_to_all_of_a_long_table(
        self, client: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        threat = "On 3 October Erdoğan threatened Maret Kask with a dam by 2 December 2030."
        when, by = ("2025-10-03", "3 October"), ("2030-12-02", "2 December 2030")
        fields = {"actor": ERDOGAN, "recipient": KASK, "measure": ("a dam", "a dam"), "date": when, "deadline": by}
        with Ledger.open(path) as ledger, ledger.run("test") as run:
            ledger.add(*told(20, "2025-10-03", threat, "pressure", "threat", "pending", fields), run)
        monkeypatch.setattr(deadlines, "SHOWN", 1)
        text, whole = client.get("/deadlines").text, client.get("/deadlines?all=true").text
        assert re.findall(r"The (\w+) 1 are shown; the downloads have all. <a href=\"([^\"]+)\"", text) == [
            ("first", "/deadlines?all=true")
        ]
        assert (text.count('class="c-due"'), whole.count('class="c-due"')) == (3, 4)

    def test_lifelines_lead_to_events(self, client: TestClient) -> None:
        rows = client.get("/deadlines/chart.json?width=900").json()["data"]["values"]
        assert [row["became"] for row in rows] == ["day passed, no text", "open"]
        assert all(client.get(row["link"]).status_code == 200 for row in rows)


@pytest.mark.parametrize("page", ["hours", "deadlines", "deadlines/offers"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_every_table_downloads(client: TestClient, page: str, form: str) -> None:
    answer = client.get(f"/{page}/download/{form}?between=Kask")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    "chart",
    [
        f"timeline/chart.FORM?{PAIR}",
        f"hours/compared.FORM?{VERSUS}",
        "deadlines/chart.FORM",
        "episodes/chart.FORM?by=Novak&against=Kask",
        f"tone/chart.FORM?{PAIR}",
        "traffic/chart.FORM?of=Kask&in=2025",
    ],
)
def test_pictures_have_source_and_day_printed_in(client: TestClient, chart: str) -> None:
    pytest.importorskip("vl_convert", reason="needs the extra charts: pip install 'demarche[charts]'")
    drawn = client.get(f"/{chart.replace('FORM', 'svg')}")
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert "Source: " in drawn.text
    assert re.search(r"As of \d+ \w+ \d{4}", drawn.text)
    assert client.get(f"/{chart.replace('FORM', 'png')}").content.startswith(b"\x89PNG")
    assert client.get(f"/{chart.replace('FORM', 'gif')}").status_code == 404


def test_a_link_leads_to_all_months(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "MONTHS", 1)
    text, whole = client.get("/coverage").text, client.get("/coverage?all=true").text
    assert re.findall(r'href="/coverage\?[^"]*all=true">All (\d+ \w+)', text) == ["8 months"]
    assert (text.count('class="mbar"'), whole.count('class="mbar"')) == (1, 8)
    assert "months</a>" not in whole


def test_without_the_extra_the_browser_draws_pictures(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda name: None)
    text = client.get(f"/timeline?{PAIR}").text
    assert 'data-save="svg"' in text
    assert "chart.svg" not in text

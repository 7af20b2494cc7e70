"""Episodes, tone, and the two questions with statistics: what they show, what they refuse, what they say of nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from html import unescape
from typing import TYPE_CHECKING

import pytest

from demarche.analysis import Pool, deadlines, episodes, hours
from demarche.analysis.following import follows
from demarche.analysis.holding import holds
from demarche.analysis.tone import tone
from demarche.analysis.traffic import traffic
from demarche.errors import UsageError
from demarche.export.plain.following import follows_dict
from demarche.export.plain.holding import holds_dict
from demarche.export.plain.hours import hours_dict
from demarche.export.plain.pressures import deadlines_dict, episodes_dict
from demarche.export.plain.tone import tone_dict
from demarche.export.plain.traffic import traffic_dict
from demarche.ledger import Ledger
from demarche.web import pressing, saying
from demarche.web.api import bounds
from demarche.web.turns import Turns

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

PRESSED = "by=Novak&against=Kask"
PAIR = "between=Kask&and=Novak"
ASKED = (f"/episodes?{PRESSED}", f"/tone?{PAIR}", f"/holds?{PRESSED}", f"/follows?{PRESSED}")
WHY = re.compile(r"\b(because|caused|led to|due to|resulted in|thanks to|forced)\b")


def main_of(text: str) -> str:
    return text.partition("<main")[2]


def cells(client: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).text)))


class TestEpisodes:
    def test_each_pressure_with_what_was_told_around_it(self, client: TestClient) -> None:
        text = main_of(client.get(f"/episodes?{PRESSED}").text)
        assert '<strong class="num">2</strong> episodes' in text
        assert "1 contact in the 14 days before the announcement" not in text  # June is no certain day
        assert "Beside that: 1 offer of the other side and 1 friendly statement of the other side." in text
        assert re.findall(r'<td class="c-after r num">([^<]+)</td>', text) == [
            *("−33 … −4", "0", "+28"),  # the call in June, the ultimatum, its deadline
            *("0", "+1", "+1", "+1917"),  # the threat, an offer and praise on the next day, the deadline of 2030
        ]

    def test_the_marks_of_the_chart_are_the_lines_of_the_tables(self, client: TestClient) -> None:
        layers = client.get(f"/episodes/chart.json?{PRESSED}&width=900").json()["layer"]
        beats = {
            (row["kind"], row["days"], row["sure"])
            for layer in layers
            for row in layer["data"]["values"]
            if "kind" in row
        }
        assert beats == {("contact", "-14 to -4", False), ("offer", "+1", True), ("praise", "+1", True)}

    def test_the_file_has_every_line(self, client: TestClient) -> None:
        rows = cells(client, f"/episodes/download/csv?{PRESSED}")
        assert [(row["days_after"], row["kind"]) for row in rows[:3]] == [
            ("-33", "contact"),
            ("0", "pressure"),
            ("28", "deadline"),
        ]
        assert rows[0]["in_doubt"] and not rows[1]["in_doubt"]

    def test_more_than_can_be_told_is_refused(self, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pressing, "PRESSURES", 1)
        assert "more than 1 pressures here" in client.get(f"/episodes?{PRESSED}").text
        answer = client.get(f"/episodes/chart.json?{PRESSED}")
        assert (answer.status_code, "shorter period" in answer.text) == (400, True)
        assert client.get(f"/episodes?{PRESSED}&in=2025-09").text.count('class="episode"') == 1
        monkeypatch.setattr(pressing, "TOLD", 2)
        assert "more than 2 rows of the two" in client.get(f"/episodes?{PRESSED}&in=2025-09").text


class TestTone:
    def test_the_words_of_each_statement_lead_to_their_document(self, client: TestClient) -> None:
        text = main_of(client.get(f"/tone?{PAIR}&in=2025").text)
        assert '<strong class="num">2</strong> statements' in text
        assert "a good neighbour" in text
        assert "<b>delay" not in text
        link = re.search(r'<td class="c-sources"><a href="([^"]+)"', text)
        assert link
        assert "praised Jan Novak as a good neighbour" in re.sub(r"<[^>]+>", "", client.get(unescape(link[1])).text)

    def test_one_side_or_both(self, client: TestClient) -> None:
        text = main_of(client.get(f"/tone?{PAIR}&by=1").text)
        assert "praise 1" in text
        assert "accuse 1" not in text
        spec = client.get(f"/tone/chart.json?{PAIR}&by=2&width=900").json()
        assert "no friendly statements and 1 hostile one (accuse 1)" in spec["description"]
        assert client.get(f"/tone?{PAIR}&by=7").status_code == 422

    def test_the_file_has_both(self, client: TestClient) -> None:
        told = [json.loads(line) for line in client.get(f"/tone/download/jsonl?{PAIR}&by=1").text.splitlines()]
        assert [(row["month"], row["stance"]) for row in told] == [("2025-07", "accuse"), ("2025-09", "praise")]
        assert told[0]["sentence"].startswith("On 3 July")

    def test_more_than_can_be_told_is_refused(self, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(saying, "SAID", 0)
        assert "more than 0 statements" in client.get(f"/tone?{PAIR}").text
        assert client.get(f"/tone/download/csv?{PAIR}").status_code == 400


class TestFigures:
    def test_the_test_has_its_windows_and_what_is_small(self, client: TestClient) -> None:
        text = main_of(client.get(f"/follows?{PRESSED}&in=2025").text)
        assert "3 days after a threat" in text
        assert "small numbers" in text
        assert "the same question gives the same figures" in text or "all there are" in text
        rows = cells(client, f"/follows/download/csv?{PRESSED}&in=2025")
        assert {row["rows"] for row in rows} >= {"all rows", "without doubtful rows"}
        after = [row for row in rows if (row["rows"], row["window"]) == ("all rows", "after a threat")]
        assert [(row["days"], row["pressures"]) for row in after] == [("3", "2"), ("7", "2"), ("14", "2")]

    def test_deadlines_that_held_with_the_pressures_behind(self, client: TestClient) -> None:
        text = main_of(client.get(f"/holds?{PRESSED}").text)
        assert "Carried out by their day" in text
        assert "ban &lt;b&gt;flights&lt;/b&gt;" in text
        assert len(cells(client, f"/holds/download/csv?{PRESSED}")) == 2
        assert "With and without a contact" not in main_of(client.get("/holds?by=Novak").text).partition("<h2")[2]

    def test_one_at_a_time(self) -> None:
        turns, held, done = Turns(patience=0.01), threading.Event(), threading.Event()
        other = threading.Thread(target=lambda: turns.take(lambda: (held.set(), done.wait(30))))
        other.start()
        assert held.wait(30)
        with pytest.raises(UsageError, match="still running"):
            turns.take(int)
        done.set()
        other.join()
        assert turns.take(int) == 0


@pytest.mark.parametrize("address", ASKED)
def test_days_are_told_and_no_reasons(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert not WHY.findall(re.sub(r"<[^>]+>", " ", main_of(answer.text)))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/episodes", "Begin with"),
        ("/episodes?by=Novak", "Both sides are needed"),
        ("/episodes?by=Novak&against=Nobodyname", "Nobody called"),
        (f"/episodes?{PRESSED}&in=1999", "All dates"),
        ("/episodes?by=Kask&against=Novak", "The other way round"),
        ("/tone", "Begin with"),
        ("/tone?between=Kask", "Both sides are needed"),
        (f"/tone?{PAIR}&in=1999", "All dates"),
        ("/tone?between=Kask&and=Erdogan", "Statements that name both"),
        ("/holds", "Begin with"),
        ("/holds?against=Kask", "Name who presses"),
        ("/holds?by=Kask", "No threat, ultimatum or demand"),
        ("/follows", "Begin with"),
        ("/follows?against=Kask", "Both sides are needed"),
        ("/follows?by=Kask&against=Novak", "What pressures are told"),
        (f"/follows?{PRESSED}&in=2999", "All dates"),
    ],
)
def test_what_is_said_where_there_is_nothing(client: TestClient, address: str, says: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert says in main_of(answer.text)


@pytest.mark.parametrize(
    "address",
    [
        f"/episodes?{PRESSED}&in=04/05/2025",
        f"/tone?{PAIR}&in=never",
        "/episodes/download/csv?by=Novak",
        "/tone/chart.svg",
        "/follows/download/csv",
        "/holds/download/csv",
    ],
)
def test_what_is_not_clear_is_refused_in_a_line(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        (f"/timeline?{PAIR}", "/episodes?by=Kask&amp;against=Novak"),
        (f"/deadlines?{PRESSED}", "/follows?by=Novak&amp;against=Kask"),
        (f"/hours?{PAIR}", "/tone?between=Kask&amp;and=Novak"),
        ("/?who=Kask&with=Novak", "/episodes?by=Kask&amp;against=Novak"),
        ("/", '"/tone"'),
    ],
)
def test_a_reader_finds_the_way(client: TestClient, address: str, leads: str) -> None:
    assert leads in client.get(address).text


class TestApi:
    @pytest.mark.parametrize(
        ("question", "steps", "value"),
        [
            (f"tone?{PAIR}", ("statements", 1, "stance"), "praise"),
            (f"follows?{PRESSED}&in=2025", ("windows", 0, "side"), "before a deadline"),
            (f"holds?{PRESSED}", ("share", "hits"), 0),
            (f"episodes?{PRESSED}&states=true", ("episodes", 0, "beats", 1, "kind"), "pressure"),
            (f"deadlines?{PRESSED}", ("pressures", 0, "state"), "open"),
            (f"hours?{PAIR}", ("rows", 0, "reports", 0, "document", "publisher"), "Baltic Courier"),
            ("traffic?of=Kask&in=2025", ("pairs", 0, "balance", "unknown"), 3),
            ("coverage", ("months", 0, "month"), "2025-02"),
        ],
    )
    def test_the_answers_and_their_types(
        self, client: TestClient, question: str, steps: tuple[str | int, ...], value: object
    ) -> None:
        told = client.get(f"/api/{question}").json()
        for step in steps:
            told = told[step]
        assert told == value
        answers = client.get("/api/openapi.json").json()["paths"][f"/api/{question.partition('?')[0]}"]["get"]
        assert "$ref" in answers["responses"]["200"]["content"]["application/json"]["schema"]

    def test_a_typed_answer_leaves_nothing_out(self, client: TestClient, path: Path) -> None:
        with Ledger.open(path) as ledger:
            plain = {
                f"tone?{PAIR}": tone_dict(tone(ledger, between="Kask", and_="Novak")),
                f"hours?{PAIR}": hours_dict(hours(ledger, Pool("Kask", "Novak"))),
                f"deadlines?{PRESSED}": deadlines_dict(deadlines(ledger, by="Novak", against="Kask")),
                f"episodes?{PRESSED}": episodes_dict(episodes(ledger, by="Novak", against="Kask")),
                f"holds?{PRESSED}": holds_dict(holds(ledger, by="Novak", against="Kask")),
                f"follows?{PRESSED}": follows_dict(follows(ledger, by="Novak", against="Kask")),
                "traffic?of=Kask": traffic_dict(traffic(ledger, of="Kask")),
            }
        told = {question: client.get(f"/api/{question}").json() for question in plain}
        assert told == json.loads(json.dumps(plain))

    @pytest.mark.parametrize(
        "question",
        [f"hours?{PAIR}", f"count?{PAIR}", "count/offer?who=Kask", f"deadlines?{PRESSED}", "traffic?of=Kask"],
    )
    def test_too_many_rows_are_refused_in_a_line(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch, question: str
    ) -> None:
        monkeypatch.setattr(bounds, "MOST", 0)
        answer = client.get(f"/api/{question}")
        assert answer.status_code == 400
        assert "take the rows from /api/events with limit and offset" in answer.json()["error"]

"""The commands that ask a ledger, run as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from demarche.cli.forms import day, length

from .conftest import CALL, Run

LENGTHS = [
    (None, None, ""),
    (45, 45, "45 min"),
    (120, 120, "2 h"),
    (150, 150, "2 h 30"),
    (50, 70, "50-70 min"),
    (135, 150, "2 h 15 – 2 h 30"),
    (120, None, "over 2 h"),
    (None, 30, "up to 30 min"),
]


@pytest.mark.parametrize(("least", "most", "words"), LENGTHS)
def test_lengths(least: int | None, most: int | None, words: str) -> None:
    assert length(least, most) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2025-10-20/2025-10-26", "2025-10-20/26"), ("2025-10-30/2025-11-02", "2025-10-30/2025-11-02"), (None, "-")],
)
def test_dates_in_tables(edtf: str | None, words: str) -> None:
    assert day(edtf) == words


def test_without_a_command_the_next_step_is_told(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    assert "demarche demo" in ran.out
    assert "demarche read FOLDER" in ran.out


def test_without_a_command_a_ledger_is_described(run: Run, ledger: Path) -> None:
    ran = run()
    assert "demarche.ledger holds 3 documents and 3 reports" in ran.out
    assert "demarche events" in ran.out


@pytest.mark.parametrize("width", ["80", "140"])
def test_events_is_a_table_that_fits(run: Run, ledger: Path, width: str) -> None:
    ran = run("events", COLUMNS=width)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= int(width)
    assert ran.out.split()[:5] == ["Id", "Date", "What", "Status", "Who"]
    assert re.search(r"2025-03-03 +call +held +Anna Orsted, Bo Tamm", ran.out)
    assert "3 events. Open one: demarche show" in ran.err


FILTERS = [
    ((), 3),
    (("--who", "orsted"), 2),
    (("--who", "Orsted", "--with", "Tamm"), 2),
    (("--who", "Umber", "--with", "Orsted"), 0),
    (("--type", "call"), 1),
    (("--type", "call,meeting"), 3),
    (("--type", "call", "--type", "meeting"), 3),
    (("--status", "denied"), 1),
    (("--kind", "statement"), 0),
    (("--since", "2025-04"), 1),
    (("--since", "4 April 2025"), 1),
    (("--until", "2025-04"), 1),
    (("--limit", "1"), 1),
]


@pytest.mark.parametrize(("options", "rows"), FILTERS)
def test_filters(run: Run, ledger: Path, options: tuple[str, ...], rows: int) -> None:
    ran = run("events", "--json", *options)
    assert ran.code == 0
    assert len(json.loads(ran.out)) == rows


def test_events_as_csv(run: Run, ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("events", "--csv").out)))
    assert [row["status"] for row in rows] == ["held", "planned", "denied"]
    assert rows[0]["who"] == "Anna Orsted; Bo Tamm"
    assert (rows[0]["minutes_min"], rows[0]["minutes_max"]) == ("110", "130")
    assert rows[2]["date"] == ""
    assert rows[0]["quote"] in CALL


def test_newest_first(run: Run, ledger: Path) -> None:
    rows = json.loads(run("events", "--json", "--newest").out)
    assert [row["date"] for row in rows][:2] == ["2025-05-20", "2025-03-03"]


def first_id(run: Run) -> str:
    return str(json.loads(run("events", "--json", "--limit", "1").out)[0]["id"])


def test_show_gives_every_field_its_words(run: Run, ledger: Path) -> None:
    ran = run("show", first_id(run)[:6])
    assert ran.code == 0
    for words in (
        "contact · call · held · 2025-03-03",
        "“about two hours”",
        "from the dateline",
        "»President Anna Orsted spoke by phone with Prime Minister Bo Tamm on Monday«",
        "Office of the President",
        "https://example.org/1",
    ):
        assert words in ran.out


def test_show_as_json_quotes_exactly(run: Run, ledger: Path) -> None:
    detail = json.loads(run("show", first_id(run), "--report", "--json").out)
    quotes = [*detail["evidence"], *(quote for field in detail["fields"] for quote in field["quotes"])]
    assert quotes
    assert all(CALL[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    assert {field["name"]: field["value"] for field in detail["fields"]}["duration"] == {"min": 110, "max": 130}


def test_count_gives_number_rule_rows_and_gaps(run: Run, ledger: Path) -> None:
    ran = run("count", "--between", "Orsted", "--and", "Tamm", "--in", "2025", "--by", "month")
    assert ran.code == 0
    assert ran.out.startswith("1  1 contact between Anna Orsted and Bo Tamm")
    assert re.search(r"2025-03 +1 +■", ran.out)
    assert "Length is stated for 1 of 1: 1 h 50 to 2 h 10 together." in ran.out
    assert "The ledger holds 3 documents" in ran.out


def test_count_as_json(run: Run, ledger: Path) -> None:
    answer = json.loads(run("count", "--between", "Tamm", "--by", "counterpart", "--json").out)
    assert answer["value"] == 1
    assert answer["breakdown"] == {"Anna Orsted": 1}
    assert answer["rows"][0]["reports"][0]["quote"] in CALL


REFUSED = [
    (("events", "--who", "Orstet"), "did you mean Anna Orsted?"),
    (("events", "--who", ""), "an empty name"),
    (("events", "--kind", "contct"), "did you mean contact?"),
    (("events", "--type", "cal"), "did you mean call?"),
    (("events", "--status", "hold"), "did you mean held?"),
    (("events", "--since", "04/05/2025"), "can be 4 May 2025 or 5 April 2025"),
    (("events", "--until", "2025-13"), "is not a month"),
    (("events", "--json", "--csv"), "exclude each other"),
    (("events", "--ledger", "nowhere.ledger"), "no ledger at nowhere.ledger"),
    (("show", "zzzzzz"), "no report zzzzzz"),
    (("count", "--between", "Orsted", "--by", "weekday"), "no breakdown 'weekday'"),
    (("count", "--between", "Orsted", "--in", "spring"), "is not a day"),
    (("evaluate", "nowhere"), "is not a gold folder"),
    (("read", "x.txt", "--date", "04/05/2025"), "--date: '04/05/2025' can be"),
]


@pytest.mark.parametrize(("arguments", "reason"), REFUSED)
def test_one_clear_line_and_exit_code_2(run: Run, ledger: Path, arguments: tuple[str, ...], reason: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert reason in ran.err
    assert "Traceback" not in ran.err


MISTYPED = [(("evnts",), "Did you mean"), (("events", "--statu", "held"), "--status"), (("count",), "--between")]


@pytest.mark.parametrize(("arguments", "hint"), MISTYPED)
def test_mistyped_commands_and_options(run: Run, arguments: tuple[str, ...], hint: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert hint in ran.err


def test_debug_shows_the_traceback(spawn: Run) -> None:
    assert "Traceback" in spawn("events", "--debug").err


def test_no_colour_when_piped_or_asked(spawn: Run, ledger: Path) -> None:
    assert "\x1b" not in spawn("events").out
    assert "\x1b[3" not in spawn("events", NO_COLOR="1", FORCE_COLOR="1").out


def test_a_reader_who_has_enough_ends_it_quietly(run: Run, ledger: Path) -> None:
    line = f"{sys.executable} -m demarche.cli events --csv --ledger {ledger} | true"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.stderr.startswith("3 events") or done.stderr == ""


def test_asking_loads_no_language(spawn: Run, ledger: Path) -> None:
    code = (
        "import sys; from demarche.cli.app import app\n"
        "try: app(['events'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(m.split('.')[0] in ('spacy', 'trafilatura', 'thinc') for m in sys.modules))"
    )
    assert spawn(code=code).code == 0


def test_help_is_quick(spawn: Run) -> None:
    """Processor time: the clock on the wall also counts what else the machine does."""

    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert spawn("--help").code == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(5)) < 0.3

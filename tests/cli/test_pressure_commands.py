"""deadlines, episodes, follows and holds on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from demarche.ledger import Ledger

Run = Callable[..., Any]
PAIR = ("--by", "Orsted", "--against", "Borea")
ROWS = (
    ("2031-02-20", "contact", "call", "held", "", ""),
    ("2031-03-01", "pressure", "ultimatum", "dropped", "2031-03-20", "withdrawn on 18 March"),
    ("2031-03-10", "contact", "meeting", "held", "", ""),
    ("2031-04-02", "pressure", "threat", "pending", "2031-05-01", ""),
    ("2031-04-04", "pressure", "threat", "pending", "2032-05-01", ""),
    ("2031-06-01", "contact", "call", "held", "", ""),
)
MEASURES = {"2031-03-01": "tariffs on steel", "2031-04-02": "a ban on flights", "2031-04-04": "closed ports"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("pressed") / "demarche.ledger"
    with Ledger.open(path, create=True) as ledger:
        for day, kind, type_, status, deadline, outcome in ROWS:
            values = {"kind": kind, "type": type_, "status": status, "date": day}
            if kind == "contact":
                values["participants"] = "Anna Orsted (Alba); Bo Tamm (Borea)"
            else:
                values |= {"actor": "Anna Orsted (Alba)", "recipient": "Bo Tamm (Borea)", "measure": MEASURES[day]}
                values |= {name: words for name, words in (("deadline", deadline), ("outcome", outcome)) if words}
            ledger.enter(values, author="anna")
    return path.read_bytes()


@pytest.fixture
def pressed(made: bytes, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "demarche.ledger"
    path.write_bytes(made)
    yield path


def test_deadlines_list_lives(run: Run, pressed: Path) -> None:
    ran = run("deadlines", COLUMNS="120")
    assert ran.code == 0
    out = " ".join(ran.out.split())
    assert "3 pressures, as of 2031-04-04: threat stage 2 open, 1 withdrawn." in out
    assert "Open, by due day (2):" in out and out.index("2031-05-01") < out.index("2032-05-01")
    assert "told: “withdrawn on 18 March”" in out and "withdrawn 2031-03-18" in out
    assert "demarche edit ID outcome" in ran.err


def test_a_long_list_is_cut_and_says_so(run: Run, pressed: Path) -> None:
    out = run("deadlines", "--limit", "1", COLUMNS="120").out
    assert "Open, by due day (1 of 2; --limit shows more):" in out and "Past, at threat stage (1):" in out
    assert "2031-05-01" in out and "2032-05-01" not in out


def test_only_open_ones_as_of_a_day(run: Run, pressed: Path) -> None:
    found = json.loads(run("deadlines", "--open", "--as-of", "2031-03-10", "--json").out)
    (life,) = found["pressures"]
    assert (life["state"], life["due"], life["life"][0]["state"]) == ("open", "2031-03-20", "announced")
    lapsed = json.loads(run("deadlines", "--as-of", "2031-07-01", *PAIR, "--in", "2031-04", "--json").out)
    assert [life["state"] for life in lapsed["pressures"]] == ["open", "lapsed"]
    assert "a failure" in lapsed["notes"][0]


def test_episodes_are_tables_of_days(run: Run, pressed: Path) -> None:
    out = " ".join(run("episodes", *PAIR, "--in", "2031", "--states", COLUMNS="140").out.split())
    assert "2031-03-01 ultimatum: tariffs on steel, by 2031-03-20 [withdrawn]" in out
    assert "What followed: withdrawn on 18 Mar 2031, 17 days after the announcement." in out
    told = json.loads(run("episodes", *PAIR, "--states", "--before", "0", "--json").out)
    first = told["episodes"][0]
    assert first["contacts"] == {"before": 0, "same_day": 0, "during": 1, "after": 0}
    assert [beat["days_after_announcement"] for beat in first["beats"]] == [0, 9, 17, 19]
    assert all(beat["quote"] and beat["events"] for beat in first["beats"])


def test_follows_says_how_small_the_numbers_are(run: Run, pressed: Path) -> None:
    ran = run("follows", *PAIR, "--states", "--window", "7", "--draws", "99", "--in", "2031", COLUMNS="120")
    out = " ".join(ran.out.split())
    assert ran.code == 0 and "small numbers" in out and "Null: " in out
    assert "Method: “Contact around pressure” in docs/methods.md." in out
    found = json.loads(run("follows", *PAIR, "--states", "--draws", "99", "--json").out)
    assert {"ratio", "interval", "p", "p_corrected", "n", "notes"} <= set(found["windows"][0])
    assert "without doubtful rows" in found["sensitivity"]


def test_holds_shows_the_number_at_risk(run: Run, pressed: Path) -> None:
    out = " ".join(run("holds", *PAIR, "--states", COLUMNS="120").out.split())
    assert "Carried out by their day: 0 of 1 deadline" in out and "At risk" in out
    assert "“Time to outcome” in docs/methods.md" in out
    found = json.loads(run("holds", "--by", "Orsted", "--json").out)
    assert found["share"]["unknown"] == 2 and found["comparison"] is None
    assert found["times"]["curve"][0]["at_risk"] == 3


REFUSED = [
    (("episodes", "--by", "Orsted"), "whose pressure on whom?"),
    (("follows", "--against", "Borea"), "whose pressure on whom?"),
    (("holds",), "whose deadlines?"),
    (("deadlines", "--by", "Nobody Atall"), "nobody in this ledger is called"),
    (("deadlines", "--as-of", "someday"), "someday"),
    (("follows", *PAIR, "--window", "0"), "at least one day"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_refused_in_one_line(run: Run, pressed: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2 and said in " ".join(ran.err.split()) and "Traceback" not in ran.err

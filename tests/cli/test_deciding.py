"""The commands that decide: what they print and write, what they refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from demarche.ledger import Ledger

ON_BOTH = True

Run = Callable[..., Any]


@pytest.fixture
def call(ledger: Path) -> str:
    """The id of the call."""
    with Ledger.open(ledger, read_only=True) as opened:
        return opened.reports(type="call")[0].id


@pytest.fixture(autouse=True)
def anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_AUTHOR", "anna")


def row(run: Run, report_id: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", report_id, "--report", "--json").out)
    return found


def test_accept_says_how_to_take_it_back(run: Run, call: str) -> None:
    ran = run("accept", call[:5], "--reason", "I was there")
    assert (ran.code, ran.out) == (0, f"accepted {call}\n")
    assert ran.err == "decision 1 by anna; take it back: demarche undo 1\n"
    assert (row(run, call)["verdict"], row(run, call)["standing"]) == ("accept", "confirmed")
    assert "confirmed by a person" in run("show", call, "--report").out
    assert "I was there" in run("show", call, "--report").out
    assert run("undo").err == "taken back: 1 decision; everything is as it was before.\n"
    assert row(run, call)["verdict"] is None
    assert "taken back by anna" in run("log").out


def test_edit_sets_a_field(run: Run, call: str) -> None:
    ran = run("edit", call, "duration", "1 h 20", "--words", "about two hours", "--author", "ben")
    assert ran.out == f"edited {call} duration: 110–130 min → 80 min\n"
    found = row(run, call)
    assert (found["minutes_min"], found["edited"]) == (80, ["duration"])
    assert [d["author"] for d in found["decisions"]] == ["ben"]
    added = run("edit", call, "participants", "--add", "Cy Umber (Freedonia)", "--reason", "seen", "--json")
    assert json.loads(added.out)[0]["after"] == "+Cy Umber"
    removed = run("edit", call, "participants", "--remove", "Bo Tamm", "--reason", "not seen")
    assert removed.code == 0 and row(run, call)["participants"] == ["Anna Orsted", "Cy Umber"]
    assert run("edit", call, "date", "--clear", "--reason", "nobody knows").code == 0
    assert row(run, call)["date"] is None
    log = json.loads(run("log", "--json", "--author", "ben").out)
    assert [(e["before"], e["after"], e["orphaned"]) for e in log] == [("110–130 min", "80 min", False)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("edit", "ID", "duration", "1 h"), "needs its words in the document or a reason"),
        (("edit", "ID", "duration", "1 h", "--words", "three hours"), "does not say 'three hours'"),
        (("edit", "ID", "duration", "1 h", "--span", "a-b"), "write its first and last character"),
        (("edit", "ID", "duration"), "give one of: a VALUE, --add and --remove, or --clear"),
        (("edit", "ID", "type", "cal", "--reason", "so"), "did you mean call?"),
        (("accept", "zzz"), "no report zzz"),
        (("merge", "ID", "ID"), "one event already"),
        (("split", "ID", "ID"), "all the reports"),
        (("add-event", "type=call", "date=soon"), "participants: is missing"),
        (("add-event", "call"), "is no FIELD=VALUE"),
        (("same", "Anna Orsted", "Nobody Known"), "no actor Nobody Known"),
        (("undo", "7"), "no decision 7"),
        (("undo",), "anna has decided nothing that stands"),
        (("log", "--since", "soon"), "cannot read the date"),
    ],
)
def test_what_makes_no_sense_is_one_line(run: Run, call: str, line: tuple[str, ...], said: str) -> None:
    ran = run(*(call if word == "ID" else word for word in line), COLUMNS="120")
    assert ran.code == 2 and said in ran.err and ran.err.count("\n") == 1
    assert json.loads(run("log", "--json").out) == []


def test_an_event_by_hand(run: Run, ledger: Path) -> None:
    fields = ("type=call", "participants=Bo Tamm (Estonia); Cy Umber", "date=2025-03-18", "duration=1 h 20")
    trial = run("add-event", *fields, "--dry-run")
    assert "nothing was written" in trial.err and trial.code == 0
    made = run("add-event", *fields, "--source", "https://example.org/1", "--reason", "told by a delegate").out.strip()
    found = row(run, made)
    assert (found["origin"], found["standing"], found["document"]["publisher"]) == ("person", "person", "anna")
    assert "entered by anna" in run("show", made, "--report").out
    assert run("undo").code == 0
    assert "This entry was taken back" in run("show", made, "--report").out


def test_merge_split_same_alias(run: Run, ledger: Path) -> None:
    with Ledger.open(ledger, read_only=True) as opened:
        one, other = (opened.reports(type=kind)[0].id for kind in ("call", "meeting"))
    assert run("merge", one, other).code == run("split", one, other).code == 0
    assert run("same", "Bo Tamm", "Cy Umber", "--dry-run").out == "same actor Cy Umber is Bo Tamm\n"
    assert run("same", "Bo Tamm", "Cy Umber").code == 0
    assert run("alias", "Anna Orsted", "The Owl").code == 0
    assert len(json.loads(run("log", "--json", "--standing").out)) == 4
    for _ in range(4):
        assert run("undo").code == 0
    assert len(json.loads(run("log", "--json", "--undone", "--limit", "9").out)) == 4


def test_exports_tell_who_stands_for_a_row(run: Run, call: str) -> None:
    run("accept", call)
    run("edit", call, "place", "Oslo", "--reason", "so")
    lines = run("events", "--reports", "--csv").out.splitlines()
    columns = lines[0].split(",")
    assert {"origin", "verdict", "standing", "edited"} <= set(columns)
    assert "machine,accept,confirmed,place" in next(x for x in lines if x.startswith(call))

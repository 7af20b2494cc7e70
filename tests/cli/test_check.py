"""`demarche check` and `demarche ask`, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from demarche.ledger import Ledger

from .conftest import Run

CLAIM = "the first call between Anna Orsted and Bo Tamm in 2025"


def test_a_claim_with_everything_behind_it(run: Run, ledger: Path) -> None:
    ran = run("check", CLAIM, "--as-of", "2025-03-05", COLUMNS="110")
    assert ran.code == 0, ran.err
    assert f"»{CLAIM}«" in ran.out
    assert "SUPPORTED  the first call between Anna Orsted and Bo Tamm, 1 Jan – 5 Mar 2025" in ran.out
    assert "at least one official source" in ran.out
    assert "2025-03-03" in ran.out
    assert "Coverage gap: no documents before 4 Mar 2025" in ran.out
    assert "To paste: Supported: the first call" in ran.out
    assert "demarche show" in ran.err


@pytest.mark.parametrize("width", ["80", "140"])
def test_it_fits_the_terminal(run: Run, ledger: Path, width: str) -> None:
    for command in (("check", CLAIM), ("ask", "how many calls did Orsted and Tamm have in 2025?")):
        ran = run(*command, "--as-of", "2025-03-05", COLUMNS=width)
        assert max(map(len, ran.out.splitlines())) <= int(width)


def test_json(run: Run, ledger: Path) -> None:
    (verdict,) = json.loads(run("check", CLAIM, "--as-of", "2025-03-05", "--json").out)
    assert verdict["outcome"] == "supported"
    assert verdict["findings"][0] == {
        "reading": "calls, 1 Jan – 5 Mar 2025",
        "rule": "all sources",
        "number": "1",
        "outcome": "supported",
        "why": "the first is of 3 Mar 2025",
    }
    assert [row["date"] for row in verdict["rows"]] == ["2025-03-03"]


EXITS = [
    ((), "no calls", 0),
    (("--exit-code",), "no calls", 1),
    (("--exit-code",), "one call", 0),
    (("--exit-code",), "five calls", 0),  # cannot tell is no contradiction
]


@pytest.mark.parametrize(("options", "words", "code"), EXITS)
def test_exit_codes(run: Run, ledger: Path, options: tuple[str, ...], words: str, code: int) -> None:
    words = "Anna Orsted and Bo Tamm have never spoken by phone." if words == "no calls" else words
    line = words if words[0] == "A" else f"{words} between Anna Orsted and Bo Tamm in 2025"
    assert run("check", line, "--as-of", "2025-06-01", *options).code == code


def test_a_file_is_read_as_of_its_own_day(run: Run, ledger: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "Date: 2025-03-05\n\nPresident Anna Orsted spoke by telephone with Prime Minister Bo Tamm on Monday. "
        "It was the second call between Anna Orsted and Bo Tamm this year.",
        "utf-8",
    )
    (verdict,) = json.loads(run("check", str(draft), "--json").out)
    assert verdict["day"] == "2025-03-05"
    assert verdict["outcome"] == "cannot tell"


def test_a_headline_from_standard_input(run: Run, ledger: Path) -> None:
    ran = run(
        "check", "-", "--date", "2025-03-05", "--json", stdin=b"First call between Anna Orsted and Bo Tamm in 2025"
    )
    (verdict,) = json.loads(ran.out)
    assert verdict["outcome"] == "supported"


def test_today_is_told(run: Run, ledger: Path) -> None:
    ran = run("check", "the first call between Anna Orsted and Bo Tamm this year")
    assert "Taken as said today" in ran.err


REFUSED = [
    (("check", "The weather was fine."), "no claim about contacts found"),
    (("check", ""), "nothing to check"),
    (("check", "nowhere/draft.txt"), "no such file, and no claim"),
    (("check", CLAIM, "--as-of", "3/4/2025"), "3/4/2025"),
    (("ask", "what is the capital of France?"), "not understood"),
    (("ask", ""), "not understood"),
    (("ask", "how many calls did Orsted and Tamm have?", "--as-of", "soon"), "soon"),
]


@pytest.mark.parametrize(("command", "message"), REFUSED)
def test_what_cannot_be_done_is_one_line(run: Run, ledger: Path, command: tuple[str, ...], message: str) -> None:
    ran = run(*command)
    assert ran.code == 2
    assert message in ran.err
    assert ran.err.startswith("demarche: ")
    assert ran.err.count("\n") == 1


def test_a_contact_is_no_claim(run: Run, ledger: Path) -> None:
    with Ledger.open(ledger, read_only=True) as opened:
        (row,) = opened.reports(type="call")
    ran = run("check", row.id)
    assert ran.code == 2
    assert "is a contact, not a claim" in ran.err


def test_a_question(run: Run, ledger: Path) -> None:
    ran = run("ask", "how many calls did Orsted and Tamm have in 2025?", "--as-of", "2025-06-01", COLUMNS="110")
    assert ran.code == 0, ran.err
    first, second, *_ = ran.out.splitlines()
    assert first == "Understood as: how many calls between Anna Orsted and Bo Tamm, 1 Jan – 1 Jun 2025"
    assert second == "1 call between Anna Orsted and Bo Tamm, 1 Jan – 1 Jun 2025, plainly held."


def test_a_question_as_json(run: Run, ledger: Path) -> None:
    ran = run("ask", "when did orsted and tamm last speak by phone?", "--as-of", "2025-06-01", "--json")
    reply = json.loads(ran.out)
    assert (reply["value"], reply["verdict"]) == ("2025-03-03", None)


def test_a_question_that_holds_a_claim(run: Run, ledger: Path) -> None:
    ran = run("ask", f"was it {CLAIM}?", "--as-of", "2025-03-05", "--json")
    reply = json.loads(ran.out)
    assert (reply["value"], reply["verdict"]["outcome"]) == ("yes", "supported")

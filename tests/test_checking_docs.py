"""The worked examples of docs/checking.md, run on the bundled facts of 2025."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from demarche.checks import ask, check
from demarche.cli.app import app
from demarche.ledger import Ledger

PAGE = (Path(__file__).parents[1] / "docs" / "checking.md").read_text("utf-8")
EXAMPLES = re.findall(r"^    \$ demarche (check|ask) (.+)\n    (.+)$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of the bundled contacts and lengths, imported as a user imports them."""
    path = tmp_path_factory.mktemp("facts") / "facts.ledger"
    names = ("contacts.csv", "lengths.csv")
    with ExitStack() as stack:
        ended = stack.enter_context(pytest.raises(SystemExit))
        sheets = [str(stack.enter_context(as_file(files("demarche.samples") / name))) for name in names]
        app(["import", *sheets, "--author", "test", "--ledger", str(path)], prog_name="demarche")
    assert not ended.value.code
    with Ledger.open(path, read_only=True) as ledger:
        yield ledger


@pytest.mark.parametrize(("command", "line", "expected"), EXAMPLES, ids=[line for _, line, _ in EXAMPLES])
def test_the_examples_come_out_as_printed(facts: Ledger, command: str, line: str, expected: str) -> None:
    words, _, day = shlex.split(line)
    if command == "ask":
        assert expected in ask(facts, words, as_of=day).answer
        return
    (verdict,) = check(facts, words, as_of=day)
    outcome, _, part = expected.partition(": ")
    assert verdict.outcome == outcome, verdict.sentence
    assert part in verdict.sentence


def test_there_are_examples_of_every_type() -> None:
    assert len(EXAMPLES) >= 12

"""docs/episodes.md: its commands and its Python run, and its table of states is the code's."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from demarche.analysis.following.series import MOST
from demarche.analysis.pressures import WORDS
from demarche.cli.app import app
from demarche.ledger import Ledger

PAGE = (Path(__file__).parents[3] / "docs" / "episodes.md").read_text("utf-8")
COMMANDS = [line for line in re.findall(r"^    demarche (.+)$", PAGE, re.MULTILINE) if "ID" not in line]


@pytest.fixture
def here(facts: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the ledger of the facts where the page's examples look for it."""
    ledger = tmp_path / "demarche-demo.ledger"
    ledger.write_bytes(Path(facts.path).read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEMARCHE_LEDGER", str(ledger))
    return ledger


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(here: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app(shlex.split(command), prog_name="demarche")
    assert not ended.value.code and "2025" in capsys.readouterr().out


def test_python_runs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(code, "episodes.md", "exec"), {})
    out = capsys.readouterr().out
    assert "2025-07-14 2025-09-02 overtaken 2025-07-28" in out and "In the 3 days up to a deadline" in out
    assert "deadlines carried out by their day" in out


def test_the_table_has_every_state() -> None:
    assert set(re.findall(r"^\| ([a-z][a-z, ]+) \| ", PAGE, re.MULTILINE)) - {"state"} == set(WORDS.values())


def test_figures_of_the_page_are_those_of_the_code() -> None:
    assert MOST == 12 and "the twelve publishers" in PAGE

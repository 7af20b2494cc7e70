"""The examples of docs/reporting.md, run on the bundled facts of 2025; each prints what the page says it prints."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from demarche.briefings.blocks import Section
from demarche.cli.app import app

PAGE = (Path(__file__).parents[1] / "docs" / "reporting.md").read_text("utf-8")
EXAMPLES = re.findall(r"^    \$ demarche (.+)\n    (.+)$", PAGE, re.MULTILINE)
PYTHON = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
Run = Callable[..., tuple[str, str]]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of `demarche demo`."""
    path = tmp_path_factory.mktemp("facts") / "demarche-demo.ledger"
    with pytest.raises(SystemExit) as ended:
        app(["demo", "--ledger", str(path)], prog_name="demarche")
    assert not ended.value.code
    return path


@pytest.fixture
def run(facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    shutil.copy(facts, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEMARCHE_LEDGER", facts.name)
    monkeypatch.setenv("COLUMNS", "140")

    def command(line: str) -> tuple[str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            app(shlex.split(line), prog_name="demarche")
        assert not ended.value.code
        return capsys.readouterr()

    return command


@pytest.mark.parametrize(("line", "expected"), EXAMPLES, ids=[line for line, _ in EXAMPLES])
def test_the_examples_print_what_the_page_says(run: Run, line: str, expected: str) -> None:
    out, err = run(line)
    assert " ".join(expected.split()) in " ".join((out + err).split())


def test_the_python_of_the_page_runs(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(facts.parent)
    names: dict[str, object] = {}
    for code in PYTHON:
        exec(compile(code, "docs/reporting.md", "exec"), names)
    assert str(names["html"]).startswith("<!doctype html>")
    assert isinstance(names["made"].sections[0], Section)  # type: ignore[attr-defined]

"""The documentation against the code: every command and option is written down, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

import demarche
from demarche.cli.app import app
from demarche.cli.show import REASONS
from demarche.documents import READERS
from demarche.model import Reason

ROOT = Path(__file__).parents[1]
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


def section(command: str) -> str:
    found = re.search(rf"^## demarche {command}$(.*?)(?=^## |\Z)", CLI, re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section on {command}"
    return found[1]


def options(command: str) -> set[str]:
    found = COMMANDS[command]
    verbs = [found, *getattr(found, "commands", {}).values()]  # of a group: those of all its commands
    named = {o for v in verbs for p in v.params for o in (*p.opts, *p.secondary_opts) if o.startswith("-")}
    return named - {"--help", "-h"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_is_documented(command: str) -> None:
    text = section(command)
    assert {o for o in options(command) if o not in text} <= {"-l"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_documented_option_exists(command: str) -> None:
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", section(command))) <= options(command)


def test_every_documented_command_exists() -> None:
    named = {
        c
        for page in PAGES
        for c in re.findall(r"(?:^    |`)demarche ([a-z]+(?:-[a-z]+)*)\b", page.read_text("utf-8"), re.M)
    }
    assert named <= set(COMMANDS)
    assert set(re.findall(r"^## demarche ([\w-]+)$", CLI, re.MULTILINE)) == set(COMMANDS)


def test_every_reason_code_is_explained() -> None:
    codes = {str(reason) for reason in Reason}
    assert set(REASONS) == codes
    assert {code for code in codes if f"`{code}`" in CLI} == codes


def test_every_format_is_documented() -> None:
    assert all(f"`{suffix}`" in CLI for found in READERS for suffix in found.suffixes)


def test_exit_codes_are_documented() -> None:
    from demarche.cli import failures

    for code in (failures.OK, failures.PARTLY, failures.FAILED, failures.NOTHING, failures.STOPPED):
        assert f"| {code} |" in CLI


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_the_readmes_two_commands_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"^    make (\w+)", README, re.MULTILINE)) == {"demo", "test"} <= targets
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_readmes_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("call held ")


def test_exported_names_are_there_and_documented() -> None:
    for name in demarche.__all__:
        assert getattr(demarche, name).__doc__
    assert demarche.__version__ == "0.1.0"

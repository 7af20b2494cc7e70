"""The worked example of docs/import.md, run as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from demarche.cli.app import app
from demarche.ledger import Ledger

PAGE = (Path(__file__).parents[2] / "docs" / "import.md").read_text("utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        app(arguments, prog_name="demarche")
    return int(ended.value.code or 0), capsys.readouterr().err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEMARCHE_LEDGER", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "Kontakte.csv").write_bytes(block("csv").encode("cp1252"))
    (tmp_path / "kontakte.toml").write_text(block("toml"), "utf-8")
    return tmp_path


def test_it_prints_what_the_page_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command, *printed = block("console").strip().splitlines()
    code, err = run(capsys, *command.split()[2:])
    assert code == 1
    told = [line for line in err.splitlines() if "Windows-1252" not in line]
    assert [line for line in printed if line not in told and not line.startswith("Please check")] == []
    with Ledger.open(folder / "demarche.ledger", read_only=True) as ledger:
        (row,) = ledger.reports()
    assert (row.type, row.date, row.minutes_min, row.origin) == ("meeting", "2031-06-03", 120, "person")
    assert row.document.publisher == "anna"
    assert row.document.source_class == "entry"


def test_mended_rows_land_and_old_ones_are_passed_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "import", "Kontakte.csv", "--columns", "kontakte.toml", "--author", "anna")
    path = folder / "Kontakte.csv"
    mended = path.read_text("cp1252").replace(";lang;", ";20;")
    path.write_text(mended.replace("Ann Orsted (Norway); Bo Tamm (Estonia);45", '"Ann Orsted; Bo Tamm";45'), "utf-8")
    code, err = run(capsys, "import", "Kontakte.csv", "--columns", "kontakte.toml", "--author", "anna")
    assert code == 0
    assert "Imported 3 rows: 2 new, 1 already there." in err


def test_a_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        app(["import", "Kontakte.csv", "--columns", "kontakte.toml", "--dry-run"], prog_name="demarche")
    out, err = capsys.readouterr()
    assert "Dauer (min)" in out
    assert "kept as a note (not understood)" in out
    assert "Nothing was written. 1 row would be imported." in err
    assert not (folder / "demarche.ledger").exists()


def test_a_workbook_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "book.xlsx").write_bytes(b"PK\x03\x04...")
    code, err = run(capsys, "import", "book.xlsx")
    assert code == 2
    assert "save it as CSV" in err

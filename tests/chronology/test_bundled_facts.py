"""The bundled facts of 2025: every row imports, has its links, and says things in our own words."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from demarche.chronology import Item, Wishes, items, open_sheet
from demarche.samples import facts, samples

SHARED = Path(__file__).parents[3] / "shared" / "data" / "chronology"


@pytest.fixture(scope="module")
def imported() -> list[Item]:
    with facts() as files:
        return list(items([open_sheet(file, Wishes()) for file in files], author="test"))


def test_every_row_imports(imported: list[Item]) -> None:
    assert [item.problem for item in imported if item.problem] == []


def test_every_row_has_a_link(imported: list[Item]) -> None:
    assert [item.where for item in imported if item.document and not item.document.url] == []


def test_every_fact_of_a_sample_document_is_there(imported: list[Item]) -> None:
    with samples() as file:
        named = {fact for line in file.read_text("utf-8").splitlines() for fact in json.loads(line)["facts"]}
    ids = {item.document.id.partition("#")[2].partition("@")[0] for item in imported if item.document}
    assert named <= ids


@pytest.mark.skipif(not SHARED.exists(), reason="the chronology in ../shared is not here")
def test_the_words_are_ours() -> None:
    theirs = _phrases(SHARED.glob("*.csv"))
    with facts() as files:
        assert _phrases(files) & theirs <= {"other heads of state"}  # a list of those present


def _phrases(files: Iterable[Path]) -> set[str]:
    """Free words of the cells: links, names and what has fewer than three words aside."""
    cells = (cell for file in files for row in csv.reader(file.open(encoding="utf-8")) for cell in row)
    phrases = {phrase.strip() for cell in cells if "http" not in cell for phrase in cell.split(";")}
    return {phrase for phrase in phrases if len(phrase.split()) > 2}

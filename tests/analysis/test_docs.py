"""docs/counting.md and docs/hours.md against the code: fields, options, factors, reasons."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from demarche.analysis import CountingRule
from demarche.analysis.coverage import THIN
from demarche.analysis.hours import ABOUT

DOCS = Path(__file__).parents[2] / "docs"
COUNTING = (DOCS / "counting.md").read_text("utf-8")
HOURS = (DOCS / "hours.md").read_text("utf-8")


def test_every_field_of_the_rule_is_described() -> None:
    assert set(re.findall(r"^\| `(\w+)` \| `--", COUNTING, re.MULTILINE)) == {f.name for f in fields(CountingRule)}


def test_the_factors_are_those_of_the_code() -> None:
    assert f"{ABOUT:g} times the greatest" in HOURS and f"{ABOUT:g} is what" in HOURS
    assert THIN == 0.5 and "fewer than half of" in COUNTING


def test_both_pages_say_how_they_could_be_challenged() -> None:
    assert all("could be challenged" in page for page in (COUNTING, HOURS))

"""docs/linking.md says what the rules are."""

from __future__ import annotations

from pathlib import Path

from demarche.ledger.links.page import tables
from demarche.ledger.links.rules import BARS, DOUBTS, PERHAPS, RULES, SAME

PAGE = Path(__file__).parents[3] / "docs" / "linking.md"


def test_the_page_shows_the_rules() -> None:
    page = PAGE.read_text(encoding="utf-8")
    shown = page.partition("<!-- rules -->")[2].partition("<!-- /rules -->")[0].strip()
    assert shown == tables(), "write the output of demarche.ledger.links.page.tables() into docs/linking.md"
    assert f"**{SAME:g} points or more**" in page and f"**{PERHAPS:g} points or more**" in page


def test_every_rule_has_its_own_name_and_reason() -> None:
    rules = [*RULES, *BARS, *DOUBTS]
    assert len({rule.name for rule in rules}) == len({rule.reason for rule in rules if rule not in BARS}) + len(BARS)

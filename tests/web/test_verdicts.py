"""A claim that a document makes, with its verdict beside the row, and in full."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import report
from tests.web.test_browser import RULES, violations

from demarche.ledger import Ledger
from demarche.model import Document

if TYPE_CHECKING:
    from playwright.sync_api import Page

TEXT = "It was the third call between Maret Kask and Jan Novak this year."


@pytest.fixture
def claim(path: Path) -> tuple[str, str]:
    """The id of a claim row and the hash of its document."""
    document = Document("c1", TEXT, "Third call", "Baltic Courier", None, date(2025, 10, 18))
    said = report(
        document,
        "claim",
        "ordinal",
        None,  # type: ignore[arg-type]
        TEXT,
        subjects=[("Maret Kask", "Maret Kask"), ("Jan Novak", "Jan Novak")],
        contact_types=("call", "call"),
        value=(3, "third"),
        unit=("contacts", "call"),
        relation=("=", ""),
        period=("2025-01-01/2025-10-18", "this year"),
    )
    with Ledger.open(path) as ledger, ledger.run("test") as run:
        ledger.add(document, [said], run)
        found = next(row for row in ledger.reports(kind="claim"))
    return found.id, found.document.hash


def test_the_verdict_stands_beside_the_row(client: TestClient, claim: tuple[str, str]) -> None:
    row, document = claim
    assert f'hx-get="/check/row/{row}"' in client.get(f"/document/{document}").text
    part = client.get(f"/check/row/{row}", headers={"hx-request": "true"}).text
    assert "contradicted" in part or "cannot tell" in part
    assert f'href="/check/row/{row}"' in part and "<html" not in part


def test_the_verdict_in_full(client: TestClient, claim: tuple[str, str], ids: dict[str, str]) -> None:
    page = client.get(f"/check/row/{claim[0]}").text
    assert TEXT in page and "2025-10-18" in page and "1 claim" in page
    assert f'href="/check/row/{claim[0]}/rows/download/csv"' in page
    assert TEXT in client.get(f"/check/row/{claim[0]}/download/jsonl").text
    (call,) = client.get(f"/check/row/{claim[0]}/rows/download/jsonl").text.splitlines()
    assert ids["call"] in call
    assert client.get(f"/check/row/{ids['call']}").status_code == 404
    assert client.get("/check/row/zzzz").status_code == 404


def test_it_comes_by_itself_and_leads_on(page: Page, claim: tuple[str, str]) -> None:
    page.goto(f"/document/{claim[1]}")
    page.locator(".found .outcome").wait_for()
    assert violations(page, {"runOnly": RULES, "resultTypes": ["violations"]}) == []
    page.locator(".found").get_by_role("link", name="Check this claim").click()
    page.locator(".c-card .outcome").first.wait_for()
    assert violations(page, {"runOnly": RULES, "resultTypes": ["violations"]}) == []

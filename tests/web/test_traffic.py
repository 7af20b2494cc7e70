"""Traffic by month: the numbers, the zeros, what no document covers; every number leads to its rows."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from starlette.testclient import TestClient


def test_the_map_has_the_number_and_leads_to_its_rows(client: TestClient) -> None:
    page = client.get("/traffic?of=Kask&in=2025").text
    cell = re.search(r'<td class="h4"><a href="([^"]+)">1</a>', page)
    assert cell
    rows = client.get(unescape(cell[1])).text
    assert "Jan Novak" in rows and "Recep" not in rows
    assert page.count('title="no documents of this month"') == 22  # of two counterparts
    assert "Share of all" in page and "0 : 1" in page  # the other side asked


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/traffic", "Begin with"),
        ("/traffic?of=Merkel", "Nobody called"),
        ("/traffic?of=Novak&in=2024", "No contact of these passes the rule"),
        ("/traffic?of=the+Turkish+president&in=2024", "Recep Tayyip Erdoğan"),
    ],
)
def test_what_is_said_where_there_is_nothing(client: TestClient, address: str, words: str) -> None:
    assert words in client.get(address).text


def test_an_unclear_period_is_refused(client: TestClient) -> None:
    assert client.get("/traffic?of=Kask&in=04/05/2025").status_code == 400


def test_the_download_has_every_month(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/traffic/download/csv?of=Kask&in=2025").text)))
    assert [(row["period"], row["contacts"]) for row in rows if row["contacts"] != "0"] == [("2025-10", "1")]
    assert len(rows) == 24  # of two counterparts, zeros too
    assert client.get("/traffic/download/csv").text.splitlines() == [
        "period,first,second,contacts,doubtful,days_covered,days"
    ]

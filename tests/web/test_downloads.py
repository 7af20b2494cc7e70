"""Every view gives its rows as CSV, Excel and JSON Lines: all of them, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile

import pytest
from starlette.testclient import TestClient

VIEWS = [
    "/download/FORM",
    "/event/CALL/download/FORM",
    "/document/READOUT/download/FORM",
    "/documents/download/FORM",
    "/people/download/FORM",
    "/coverage/download/FORM",
    "/hours/download/FORM?between=Kask",
    "/traffic/download/FORM?of=Kask",
    "/traffic/pairs/download/FORM?of=Kask",
    "/episodes/download/FORM?by=Kask&against=Novak",
    "/tone/download/FORM?between=Kask&and=Novak",
    "/holds/download/FORM?by=Kask",
    "/follows/download/FORM?by=Kask&against=Novak",
    "/deadlines/download/FORM",
    "/deadlines/offers/download/FORM",
]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_downloads(client: TestClient, ids: dict[str, str], view: str) -> None:
    address = view.replace("CALL", ids["call"]).replace("READOUT", ids["readout"])
    table = client.get(address.replace("FORM", "csv"))
    assert table.status_code == 200
    assert "attachment" in table.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff"))))
    assert not any((cell or "").startswith(("=", "+", "@")) for row in rows for cell in row.values())
    lines = client.get(address.replace("FORM", "jsonl")).text.splitlines()
    assert all(isinstance(json.loads(line), dict) for line in lines)
    assert zipfile.ZipFile(io.BytesIO(client.get(address.replace("FORM", "xlsx")).content)).testzip() is None
    assert client.get(address.replace("FORM", "exe")).status_code == 404


def test_an_event_has_its_two_sources(client: TestClient, ids: dict[str, str]) -> None:
    (line,) = client.get(f"/event/{ids['call']}/download/jsonl").text.splitlines()
    assert len(json.loads(line)["reports"]) == 2
    assert client.get("/event/zzzz/download/csv").status_code == 404


def test_a_document_has_its_events(client: TestClient, ids: dict[str, str]) -> None:
    lines = client.get(f"/document/{ids['readout']}/download/jsonl").text.splitlines()
    assert {json.loads(line)["type"] for line in lines} == {"call", "threat"}


def test_a_check_is_a_table(client: TestClient) -> None:
    page = client.get("/check").text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    text = "Maret Kask and Jan Novak have spoken by phone once this year. Also =1+1."
    begun = client.post("/check", data={"csrf": token, "text": text, "day": "2025-10-20"}, follow_redirects=False)
    address = begun.headers["location"]
    for _ in range(300):
        if f'href="{address}/download/csv"' in client.get(address).text:
            break
        time.sleep(0.1)
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}/download/csv").text.removeprefix("\ufeff"))))
    assert {row["verdict"] for row in rows} <= {"supported", "contradicted", "cannot tell"} and rows
    assert all(row["rule"] and row["number"] for row in rows)
    behind = client.get(f"{address}/rows/download/jsonl").text.splitlines()
    assert [json.loads(line)["type"] for line in behind] == ["call"]

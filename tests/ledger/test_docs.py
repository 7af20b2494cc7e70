"""docs/ledger.md against the code: its tables, its SQL, its Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import demarche.ledger
from demarche.ledger import Ledger, Outcome
from demarche.ledger.schema import metadata
from demarche.model import Document, Report

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"
Made = tuple[Document, list[Report]]


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_every_table_is_described(page: str) -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", page, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(metadata.tables)


def test_every_column_named_is_there(page: str) -> None:
    columns = {column.name for table in metadata.tables.values() for column in table.columns}
    for row in re.findall(r"^\| `\w+`.*", page, re.MULTILINE):
        for word in re.findall(r"`(\w+_\w+)`", row):
            assert word in columns | set(metadata.tables), word


def test_the_sql_gives_the_words(
    page: str, ledger: Ledger, make: Callable[..., Made], add: Callable[[Made], Outcome]
) -> None:
    add(make(("Vladimir Putin", "Donald Trump")))
    (query,) = re.findall(r"^```sql\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    with ledger._db.reading() as connection:
        (row,) = connection.exec_driver_sql(query.strip().rstrip(";")).all()
    assert (row.id, row.words) == (ledger.reports()[0].id, ledger.reports()[0].quote)


def test_the_python_uses_what_is_public(page: str) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    compile(code, "docs/ledger.md", "exec")
    assert set(re.findall(r"ledger\.([a-z]\w*)\(", code)) <= set(dir(Ledger))
    assert {"Filters", "Ledger"} <= set(demarche.ledger.__all__)

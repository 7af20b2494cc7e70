"""The generator of large ledgers writes what adding and linking would have made."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from demarche.ledger import Ledger

ROOT = Path(__file__).parents[3]


def tables(path: Path) -> dict[str, list[str]]:
    with sqlite3.connect(path) as raw:
        return {
            name: sorted(map(str, raw.execute(f"SELECT * FROM {name}")))
            for name in ("events", "links", "tellings", "link_keys")
        }


def test_linking_again_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    generate: Any = pytest.importorskip("benchmarks.generate")
    path = tmp_path / "generated.db"
    generate.write(path, 300, search=True)
    before = tables(path)
    with Ledger.open(path) as ledger:
        from demarche.ledger.linking import relink

        with ledger._db.writing() as connection:
            relink(connection, [row.id for row in ledger.reports()])
        assert ledger.summary().documents == 330 and len(ledger.events()) == 300
    assert tables(path) == before
    assert "benchmarks" in sys.modules

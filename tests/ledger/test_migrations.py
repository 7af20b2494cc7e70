"""The migrations make what the schema says, and the list of revisions is the true one."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from demarche.ledger import Ledger
from demarche.ledger.schema import REVISIONS, metadata


@pytest.fixture
def backend() -> str:
    """Files alone: what a server says is in test_postgresql.py."""
    return "sqlite"


def test_the_migrations_make_the_schema(path: Path, ledger: Ledger) -> None:
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        of_schema = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("search_")}
        assert compare_metadata(MigrationContext.configure(connection, opts=of_schema), metadata) == []
    engine.dispose()


def test_the_revisions_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", "demarche.ledger:migrations")
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert tuple(s.revision for s in scripts.walk_revisions())[::-1] == REVISIONS


def test_every_query_has_an_index(ledger: Ledger) -> None:
    """No table is walked through to find the reports of an actor, of a day or of a document."""
    questions = [
        "SELECT report_id FROM participants WHERE actor_id = 1 AND role = 'participants'",
        "SELECT id FROM reports WHERE earliest <= '2025' AND latest >= '2025'",
        "SELECT id FROM reports WHERE kind = 'contact' AND earliest <= '2025'",
        "SELECT id FROM reports WHERE document_id = 1",
        "SELECT id FROM reports WHERE id >= 'a' AND id <= 'az'",
        "SELECT id FROM documents WHERE hash = 'a'",
        "SELECT id FROM documents WHERE url = 'a'",
        "SELECT min(date) FROM documents",
        "SELECT id FROM actors WHERE name_key = 'a'",
        "SELECT id FROM actors WHERE side_key = 'a'",
        "SELECT actor_id FROM actor_words WHERE word = 'a'",
        "SELECT id FROM decisions WHERE document_hash = 'a'",
        "SELECT * FROM fields WHERE report_id = 'a'",
        "SELECT * FROM field_spans WHERE report_id = 'a'",
    ]
    with ledger._db.reading() as connection:
        for question in questions:
            plan = " ".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}"))
            assert "USING" in plan, f"{question}: {plan}"

"""The first tables: runs, documents, actors, reports with their words, decisions."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Text,
    UniqueConstraint,
    inspect,
    text,
)
from sqlalchemy.exc import DBAPIError

from demarche.ledger.covering import CREATE as COVERAGE_TRIGGERS
from demarche.ledger.searching import CREATE as SEARCH_TABLES
from demarche.ledger.searching_server import INDEXES as TRIGRAM_INDEXES
from demarche.ledger.views import statements as views

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, those that are pointed at first."""
    _runs()
    _loaded()
    _documents()
    _actors()
    _actor_words()
    _reports()
    _report_spans()
    _fields()
    _field_spans()
    _participants()
    _originals()
    _decisions()
    _events()
    _links()
    _tellings()
    _link_keys()
    _coverage()
    _accounts()
    _account_sessions()
    _plain_text()  # of all tables; what rests on their columns comes after it
    _search()
    _newest_first()
    _kept_in_step()
    _views()


def downgrade() -> None:
    """A ledger is never taken back: older versions refuse it instead."""
    raise NotImplementedError("a ledger is not taken back to an older version")


def _runs() -> None:
    op.create_table(
        "runs",
        Column("id", Integer, primary_key=True),
        Column("extractor", String(120), nullable=False),
        Column("started_at", String(20), nullable=False),
        Column("finished_at", String(20)),
        Column("new", Integer, nullable=False),
        Column("unchanged", Integer, nullable=False),
        Column("new_versions", Integer, nullable=False),
        Column("reread", Integer, nullable=False),
        Column("skipped", Integer, nullable=False),
        Column("reports", Integer, nullable=False),
    )


def _loaded() -> None:
    op.create_table(
        "loaded",
        Column("batch", String(64), primary_key=True),
        Column("shard", Integer, primary_key=True, autoincrement=False),
        Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),
        sqlite_with_rowid=False,
    )


def _documents() -> None:
    op.create_table(
        "documents",
        Column("id", Integer, primary_key=True),
        Column("hash", String(64), nullable=False, unique=True),
        Column("name", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("publisher", Text, nullable=False),
        Column("url", Text),
        Column("title", Text, nullable=False),
        Column("date", String(10)),
        Column("source", Text, nullable=False),
        Column("date_rule", Text, nullable=False),
        Column("added_at", String(20), nullable=False),
        Column("superseded_at", String(20)),
        Column("read_by", String(120), nullable=False),
        Column("read_at", String(20), nullable=False),
        Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),
        Column("source_class", String(20), nullable=False),
        Column("speaks_for", Text, nullable=False),
        Column("text", Text, nullable=False),
    )
    op.create_index("ix_documents_url", "documents", ["url"])
    op.create_index("ix_documents_date", "documents", ["date"])
    op.create_index("ix_documents_source_class", "documents", ["source_class"])


def _actors() -> None:
    op.create_table(
        "actors",
        Column("id", Integer, primary_key=True),
        Column("name", Text, nullable=False),
        Column("side", Text, nullable=False),
        Column("kind", String(20), nullable=False),
        Column("name_key", Text, nullable=False),
        Column("side_key", Text, nullable=False),
        Column("same_as", Integer, ForeignKey("actors.id")),
        Column("origin", String(10)),
        UniqueConstraint("name", "side", "kind", name="uq_actors_name"),
    )
    op.create_index("ix_actors_name_key", "actors", ["name_key"])
    op.create_index("ix_actors_side_key", "actors", ["side_key"])
    op.create_index("ix_actors_same_as", "actors", ["same_as"])


def _actor_words() -> None:
    op.create_table(
        "actor_words",
        Column("word", Text, primary_key=True),
        Column("actor_id", Integer, ForeignKey("actors.id"), primary_key=True),
        sqlite_with_rowid=False,
    )


def _reports() -> None:
    op.create_table(
        "reports",
        Column("id", String(12), primary_key=True),
        Column("document_id", Integer, ForeignKey("documents.id"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("kind", String(20), nullable=False),
        Column("type", String(60)),
        Column("status", String(60)),
        Column("plover", String(60)),
        Column("date", Text),
        Column("earliest", String(10)),
        Column("latest", String(10)),
        Column("minutes_min", Integer),
        Column("minutes_max", Integer),
        Column("extractor", String(120), nullable=False),
        Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),
        Column("added_at", String(20), nullable=False),
        Column("verdict", String(20)),
        Column("retired_at", String(20)),
        Column("origin", String(10), nullable=False),
        Column("edited", Text),
        Column("event_id", String(12)),
        sqlite_with_rowid=False,
    )
    _carry("reports", "event_id, retired_at, verdict, kind, type, status, earliest, latest, document_id")
    op.create_index("ix_reports_event_id", "reports", ["event_id", "retired_at"], postgresql_include=["id"])
    op.create_index("ix_reports_document_id", "reports", ["document_id"])
    op.create_index("ix_reports_earliest", "reports", ["earliest", "latest"])
    of_kind = ["kind", "earliest", "latest", "type", "status", "retired_at", "event_id"]
    op.create_index("ix_reports_kind", "reports", of_kind, postgresql_include=["id"])
    long, entered = text("latest > earliest OR latest IS NULL"), text("origin = 'person'")
    of_days = ["latest", "earliest"]
    op.create_index("ix_reports_long", "reports", of_days, sqlite_where=long, postgresql_where=long)
    op.create_index("ix_reports_entered", "reports", ["event_id"], sqlite_where=entered, postgresql_where=entered)


def _report_spans() -> None:
    op.create_table(
        "report_spans",
        Column("report_id", String(12), ForeignKey("reports.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("start_char", Integer, nullable=False),
        Column("end_char", Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def _fields() -> None:
    op.create_table(
        "fields",
        Column("report_id", String(12), ForeignKey("reports.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("name", String(60), nullable=False),
        Column("value", JSON, nullable=False),
        Column("reason", Text),
        sqlite_with_rowid=False,
    )


def _field_spans() -> None:
    op.create_table(
        "field_spans",
        Column("report_id", String(12), primary_key=True),
        Column("field_position", Integer, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("start_char", Integer, nullable=False),
        Column("end_char", Integer, nullable=False),
        ForeignKeyConstraint(
            ["report_id", "field_position"], ["fields.report_id", "fields.position"], name="fk_field_spans_field"
        ),
        sqlite_with_rowid=False,
    )


def _participants() -> None:
    op.create_table(
        "participants",
        Column("report_id", String(12), ForeignKey("reports.id"), primary_key=True),
        Column("role", String(20), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("actor_id", Integer, ForeignKey("actors.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_participants_actor", "participants", ["actor_id", "role", "report_id"])


def _originals() -> None:
    op.create_table(
        "originals",
        Column("report_id", String(12), ForeignKey("reports.id"), primary_key=True),
        Column("machine", JSON, nullable=False),
    )


def _decisions() -> None:
    op.create_table(
        "decisions",
        Column("id", Integer, primary_key=True),
        Column("action", Integer),
        Column("author", Text, nullable=False),
        Column("made_at", String(20), nullable=False),
        Column("document_hash", String(64), nullable=False),
        Column("start_char", Integer, nullable=False),
        Column("end_char", Integer, nullable=False),
        Column("kind", String(20), nullable=False),
        Column("seen", JSON),
        Column("verdict", String(20), nullable=False),
        Column("note", Text, nullable=False),
        Column("field", String(60)),
        Column("before", JSON),
        Column("value", JSON),
        Column("other_hash", String(64)),
        Column("other_start", Integer),
        Column("other_end", Integer),
        Column("other_kind", String(20)),
        Column("other_seen", JSON),
        Column("undone_at", String(20)),
        Column("undone_by", Text),
    )
    op.create_index("ix_decisions_action", "decisions", ["action"])
    op.create_index("ix_decisions_document_hash", "decisions", ["document_hash"])
    op.create_index("ix_decisions_other_hash", "decisions", ["other_hash"])


def _events() -> None:
    op.create_table(
        "events",
        Column("id", String(12), primary_key=True),
        Column("kind", String(20), nullable=False),
        Column("type", String(60)),
        Column("status", String(60)),
        Column("date", Text),
        Column("earliest", String(10)),
        Column("latest", String(10)),
        Column("minutes_min", Integer),
        Column("minutes_max", Integer),
        Column("reports", Integer, nullable=False),
        Column("documents", Integer, nullable=False),
        Column("officials", Integer, nullable=False),
        Column("disputed", Integer, nullable=False),
        Column("perhaps", Integer, nullable=False),
        Column("verdict", String(20)),
        Column("origin", String(10), nullable=False),
        sqlite_with_rowid=False,
    )
    _carry("events", "kind, type, status, earliest, latest, verdict, origin")
    told = ["earliest", "latest", "id", "origin", "verdict"]
    op.create_index("ix_events_earliest", "events", told)
    op.create_index("ix_events_kind", "events", ["kind", *told])
    for name, doubt in (("disputed", text("disputed = 1")), ("perhaps", text("perhaps > 0"))):
        days = ["earliest", "latest", "id"]
        op.create_index(f"ix_events_{name}", "events", days, sqlite_where=doubt, postgresql_where=doubt)


def _links() -> None:
    op.create_table(
        "links",
        Column("a", String(12), primary_key=True),
        Column("b", String(12), primary_key=True),
        Column("score", Float, nullable=False),
        Column("verdict", String(10), nullable=False),
        Column("why", JSON, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_links_b", "links", ["b"])


def _coverage() -> None:
    """Counts of documents, kept in step by the database itself."""
    op.create_table(
        "coverage",
        Column("publisher", Text, primary_key=True),
        Column("source_class", String(20), primary_key=True),
        Column("month", String(7), primary_key=True),
        Column("documents", Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def _kept_in_step() -> None:
    """The triggers of coverage."""
    for statement in COVERAGE_TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def _search() -> None:
    """The tables of free text stand beside the others."""
    for statement in SEARCH_TABLES[op.get_bind().dialect.name]:
        op.execute(statement)
    if op.get_bind().dialect.name == "postgresql":
        _index_of_trigrams()


def _index_of_trigrams() -> None:
    """Where the extension is missing or may not be added, search does without: slower, with the same answers."""
    try:
        with op.get_bind().begin_nested():
            for statement in TRIGRAM_INDEXES:
                op.execute(statement)
    except DBAPIError as error:
        if error.connection_invalidated:
            raise


def _newest_first() -> None:
    """A list with the newest first has rows without a day at its end: on PostgreSQL that is an index of its own."""
    if op.get_bind().dialect.name != "postgresql":
        return
    days = "earliest DESC NULLS LAST, latest DESC NULLS LAST, id DESC"
    op.execute(f"CREATE INDEX ix_events_newest ON events ({days})")
    op.execute(f"CREATE INDEX ix_events_newest_of_kind ON events (kind, {days})")
    op.execute("CREATE INDEX ix_documents_newest ON documents (date DESC NULLS LAST, id DESC)")


def _carry(table: str, columns: str) -> None:
    """On PostgreSQL the index of ids holds what rows are chosen by: few then have to be looked up in the table too."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {table}_pkey, ADD PRIMARY KEY (id) INCLUDE ({columns})")


def _plain_text() -> None:
    """Text on PostgreSQL is as on SQLite: of any length, and in the order of its letters' numbers in every country."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    inspector = inspect(connection)
    for table in inspector.get_table_names():
        texts = [c["name"] for c in inspector.get_columns(table) if isinstance(c["type"], String)]
        if texts and table != "alembic_version":
            changes = ", ".join(f'ALTER COLUMN "{name}" TYPE text COLLATE "C"' for name in texts)
            op.execute(f'ALTER TABLE "{table}" {changes}')


def _tellings() -> None:
    op.create_table(
        "tellings",
        Column("report_id", String(12), primary_key=True),
        Column("told", JSON, nullable=False),
        sqlite_with_rowid=False,
    )


def _link_keys() -> None:
    op.create_table(
        "link_keys",
        Column("key", BigInteger, primary_key=True, autoincrement=False),
        Column("earliest", String(10), primary_key=True),
        Column("report_id", String(12), primary_key=True),
        Column("latest", String(10), nullable=False),
        sqlite_with_rowid=False,
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        Column("id", Integer, primary_key=True),
        Column("name", String(40), nullable=False, unique=True),
        Column("display", Text, nullable=False),
        Column("role", String(10), nullable=False),
        Column("password", Text, nullable=False),
        Column("must_change", Integer, nullable=False),
        Column("created_at", String(20), nullable=False),
        Column("disabled_at", String(20)),
        Column("signed_in_at", String(20)),
        Column("token", String(64), unique=True),
        Column("token_at", String(20)),
    )


def _account_sessions() -> None:
    op.create_table(
        "account_sessions",
        Column("key", String(64), primary_key=True),
        Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False),
        Column("begun_at", String(20), nullable=False),
        Column("ends_at", String(20), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_account_sessions_account_id", "account_sessions", ["account_id"])
    op.create_index("ix_account_sessions_ends_at", "account_sessions", ["ends_at"])


def _views() -> None:
    """What queries of others may rely on."""
    for statement in views(op.get_bind().dialect.name):
        op.execute(statement)

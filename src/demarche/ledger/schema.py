"""The tables of a ledger, as SQLAlchemy Core sees them; `migrations/` is what makes them.

Types are those SQLite and PostgreSQL share. Days and times are ISO text: they sort, and read well in any tool.
Unknown names of a side or kind of actor are '' (never NULL) because they are part of a unique key.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

__all__ = [
    "REVISIONS",
    "account_sessions",
    "accounts",
    "actor_words",
    "actors",
    "coverage",
    "decisions",
    "documents",
    "events",
    "field_spans",
    "fields",
    "link_keys",
    "links",
    "loaded",
    "metadata",
    "originals",
    "participants",
    "report_spans",
    "reports",
    "runs",
    "tellings",
]

#: every migration this version knows, oldest first; a ledger with another one is from a newer demarche
REVISIONS = ("0001",)

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
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

loaded = Table(
    "loaded",
    metadata,
    Column("batch", String(64), primary_key=True),  # the digest of all its rows
    Column("shard", Integer, primary_key=True, autoincrement=False),
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),
    sqlite_with_rowid=False,
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("url", Text, index=True),
    Column("title", Text, nullable=False),
    Column("date", String(10), index=True),
    Column("source", Text, nullable=False),
    Column("date_rule", Text, nullable=False),
    Column("added_at", String(20), nullable=False),
    Column("superseded_at", String(20)),
    Column("read_by", String(120), nullable=False),
    Column("read_at", String(20), nullable=False),
    Column("run_id", Integer, ForeignKey("runs.id"), nullable=False),
    Column("source_class", String(20), nullable=False, index=True),
    Column("speaks_for", Text, nullable=False),
    Column("text", Text, nullable=False),  # last: SQLite then finds the other columns without walking through it
)

actors = Table(
    "actors",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("side", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("name_key", Text, nullable=False, index=True),
    Column("side_key", Text, nullable=False, index=True),
    Column("same_as", Integer, ForeignKey("actors.id"), index=True),  # a person said that both are one
    Column("origin", String(10)),  # person when a decision brought it in, and no document has named it
    UniqueConstraint("name", "side", "kind", name="uq_actors_name"),
)

actor_words = Table(
    "actor_words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("actor_id", Integer, ForeignKey("actors.id"), primary_key=True),
    sqlite_with_rowid=False,
)

_LONG, _ENTERED = text("latest > earliest OR latest IS NULL"), text("origin = 'person'")
reports = Table(
    "reports",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("document_id", Integer, ForeignKey("documents.id"), nullable=False, index=True),
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
    Column("origin", String(10), nullable=False),  # machine, person
    Column("edited", Text),  # names of the fields that a person set, parted by spaces
    Column("event_id", String(12)),
    # on SQLite every index of a table without rowids ends with its key
    Index("ix_reports_event_id", "event_id", "retired_at", postgresql_include=["id"]),
    Index("ix_reports_earliest", "earliest", "latest"),
    Index(
        "ix_reports_kind",
        *("kind", "earliest", "latest", "type", "status", "retired_at", "event_id"),
        postgresql_include=["id"],
    ),
    # those that a period may hold though they began before it, and those that people entered, are few
    Index("ix_reports_long", "latest", "earliest", sqlite_where=_LONG, postgresql_where=_LONG),
    Index("ix_reports_entered", "event_id", sqlite_where=_ENTERED, postgresql_where=_ENTERED),
    sqlite_with_rowid=False,
)

report_spans = Table(
    "report_spans",
    metadata,
    Column("report_id", String(12), ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    sqlite_with_rowid=False,
)

fields = Table(
    "fields",
    metadata,
    Column("report_id", String(12), ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", String(60), nullable=False),
    Column("value", JSON, nullable=False),
    Column("reason", Text),
    sqlite_with_rowid=False,
)

field_spans = Table(
    "field_spans",
    metadata,
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

participants = Table(
    "participants",
    metadata,
    Column("report_id", String(12), ForeignKey("reports.id"), primary_key=True),
    Column("role", String(20), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor_id", Integer, ForeignKey("actors.id"), nullable=False),
    Index("ix_participants_actor", "actor_id", "role", "report_id"),
    sqlite_with_rowid=False,
)

originals = Table(
    "originals",
    metadata,
    Column("report_id", String(12), ForeignKey("reports.id"), primary_key=True),
    Column("machine", JSON, nullable=False),  # what the reading had made of a report before people edited it
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("action", Integer, index=True),  # the id of the first decision taken together with this one
    Column("author", Text, nullable=False),
    Column("made_at", String(20), nullable=False),
    Column("document_hash", String(64), nullable=False, index=True),  # '' when it is about names, not about evidence
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("seen", JSON),  # the row as it was then: id, type, names; tells apart two reports of one sentence
    Column("verdict", String(20), nullable=False),  # accept, reject, edit, same, different, enter, same_actor, alias
    Column("note", Text, nullable=False),
    Column("field", String(60)),  # of an edit: which field
    Column("before", JSON),  # of an edit: its value before; of a verdict: the verdict before
    Column("value", JSON),  # of an edit: its new value; of a hand-made entry or a merged actor: what was entered
    Column("other_hash", String(64), index=True),  # of same/different: the other piece of evidence
    Column("other_start", Integer),
    Column("other_end", Integer),
    Column("other_kind", String(20)),
    Column("other_seen", JSON),
    Column("undone_at", String(20)),
    Column("undone_by", Text),
)

_DISPUTED, _PERHAPS = text("disputed = 1"), text("perhaps > 0")
events = Table(
    "events",
    metadata,
    Column("id", String(12), primary_key=True),  # the smallest id of its reports: any of them finds it
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
    Column("officials", Integer, nullable=False),  # official sources among them, counted by side
    Column("disputed", Integer, nullable=False),  # 1 when its reports contradict each other
    Column("perhaps", Integer, nullable=False),  # links to other events that a person has to judge
    Column("verdict", String(20)),  # accept when a person confirmed it, reject when all its reports are rejected
    Column("origin", String(10), nullable=False),  # person when only people entered it
    # with all that a list is chosen and counted by
    Index("ix_events_earliest", "earliest", "latest", "id", "origin", "verdict"),
    Index("ix_events_kind", "kind", "earliest", "latest", "id", "origin", "verdict"),
    # the doubtful ones are few: an index of only these
    Index("ix_events_disputed", "earliest", "latest", "id", sqlite_where=_DISPUTED, postgresql_where=_DISPUTED),
    Index("ix_events_perhaps", "earliest", "latest", "id", sqlite_where=_PERHAPS, postgresql_where=_PERHAPS),
    sqlite_with_rowid=False,
)

coverage = Table(
    "coverage",
    metadata,
    Column("publisher", Text, primary_key=True),
    Column("source_class", String(20), primary_key=True),
    Column("month", String(7), primary_key=True),  # of publication; '' when nobody knows the day
    Column("documents", Integer, nullable=False),  # current ones; kept by triggers (covering.py)
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("a", String(12), primary_key=True),  # report ids, a < b
    Column("b", String(12), primary_key=True),
    Column("score", Float, nullable=False),
    Column("verdict", String(10), nullable=False),  # same, perhaps, different
    Column("why", JSON, nullable=False),  # [[rule, points, reason], ...]
    Index("ix_links_b", "b"),
    sqlite_with_rowid=False,
)

tellings = Table(
    "tellings",
    metadata,
    Column("report_id", String(12), primary_key=True),
    Column("told", JSON, nullable=False),  # the report as linking sees it (links/told.py); computed
    sqlite_with_rowid=False,
)

link_keys = Table(
    "link_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),  # made of kind and sides (links/keys.py)
    Column("earliest", String(10), primary_key=True),
    Column("report_id", String(12), primary_key=True),
    Column("latest", String(10), nullable=False),
    sqlite_with_rowid=False,
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(40), nullable=False, unique=True),  # signs decisions; never given to anybody else
    Column("display", Text, nullable=False),
    Column("role", String(10), nullable=False),  # reader, reviewer, editor, admin
    Column("password", Text, nullable=False),  # its hash, with salt and parameters (team/passwords.py)
    Column("must_change", Integer, nullable=False),  # 1 while somebody else has made the password
    Column("created_at", String(20), nullable=False),
    Column("disabled_at", String(20)),
    Column("signed_in_at", String(20)),  # the last time
    Column("token", String(64), unique=True),  # SHA-256 of what its programs show
    Column("token_at", String(20)),
)

account_sessions = Table(
    "account_sessions",
    metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of what the browser shows
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("begun_at", String(20), nullable=False),
    Column("ends_at", String(20), nullable=False, index=True),
    sqlite_with_rowid=False,
)

"""What the API gives, as pydantic models: the ledger's rows, field for field."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

__all__ = [
    "ActorOut",
    "DetailOut",
    "EventDetailOut",
    "EventList",
    "EventOut",
    "MatchOut",
    "ReportList",
    "ReportOut",
    "Row",
    "SourceOut",
    "SummaryOut",
]


class Row(BaseModel):
    """Made from a row of the ledger, field for field."""

    model_config = ConfigDict(from_attributes=True)


class ActorOut(Row):
    """An actor in a role."""

    role: str
    name: str
    side: str | None
    kind: str | None


class SourceOut(Row):
    """The document behind a row."""

    hash: str
    name: str
    version: int
    publisher: str
    url: str | None
    title: str
    date: str | None
    date_rule: str
    source_class: str
    speaks_for: str | None
    added_at: str
    superseded_at: str | None


class ReportOut(Row):
    """What one document says about one thing."""

    id: str
    event_id: str | None
    kind: str
    type: str | None
    status: str | None
    plover: str | None
    date: str | None
    earliest: str | None
    latest: str | None
    minutes_min: int | None
    minutes_max: int | None
    participants: list[ActorOut]
    place: str | None
    quote: str
    fields: list[tuple[str, Any]]
    document: SourceOut
    extractor: str
    origin: str
    verdict: str | None
    retired_at: str | None


class EventOut(Row):
    """One thing that happened, with every report that tells of it."""

    id: str
    kind: str
    type: str | None
    status: str | None
    date: str | None
    earliest: str | None
    latest: str | None
    minutes_min: int | None
    minutes_max: int | None
    disputed: bool
    perhaps: int
    verdict: str | None
    origin: str
    standing: str
    reports: list[ReportOut]


class EventList(BaseModel):
    """A page of events; `total` are all that pass the filters."""

    total: int
    events: list[EventOut]


class ReportList(BaseModel):
    """A page of reports; `total` are all that pass the filters."""

    total: int
    reports: list[ReportOut]


class SpanOut(Row):
    """Offsets in code points of the document's text."""

    start: int
    end: int


class QuoteOut(Row):
    """Exact words with what stands around them."""

    span: SpanOut
    words: str
    before: str
    after: str


class FieldOut(Row):
    """One field with its words, or the reason why it has none."""

    name: str
    value: Any
    quotes: list[QuoteOut]
    reason: str | None


class DecisionOut(Row):
    """What somebody decided."""

    id: int
    author: str
    made_at: str
    verdict: str
    note: str
    undone_at: str | None


class DetailOut(Row):
    """One report in full."""

    event: ReportOut
    fields: list[FieldOut]
    evidence: list[QuoteOut]
    decisions: list[DecisionOut]


class AccountOut(Row):
    """What one source says of one field of an event."""

    field: str
    value: Any
    said: str
    report_id: str
    publisher: str
    source_class: str
    speaks_for: str | None
    day: str | None
    quotes: list[QuoteOut]
    agrees: bool


class StateOut(Row):
    """A state in the life of an event."""

    day: str | None
    status: str
    reports: list[str]


class LinkOut(Row):
    """How two reports were judged, with each rule that spoke."""

    a: str
    b: str
    score: float
    verdict: str
    why: list[tuple[str, float, str]]


class EventDetailOut(Row):
    """One event in full."""

    event: EventOut
    accounts: list[tuple[str, list[AccountOut]]]
    life: list[StateOut]
    links: list[LinkOut]
    maybe: list[tuple[LinkOut, str]]
    decisions: list[DecisionOut]


class HolderOut(Row):
    """Who held an office, from when to when; empty where open."""

    name: str
    since: str
    until: str


class MatchOut(Row):
    """Whom a typed name stands for; of an office the holders."""

    asked: str
    rule: str
    actors: list[ActorOut]
    holders: list[HolderOut]


class RunOut(Row):
    """A run of reading."""

    id: int
    extractor: str
    started: str
    finished: str | None
    new: int
    unchanged: int
    new_versions: int
    reread: int
    skipped: int
    reports: int


class SummaryOut(Row):
    """What is in the ledger."""

    documents: int
    superseded: int
    undated: int
    first: str | None
    last: str | None
    reports: dict[str, int]
    last_run: RunOut | None

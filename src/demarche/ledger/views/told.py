"""The views of what single documents say: reports, who is named in them, their fields, the exact words."""

from __future__ import annotations

from demarche.ledger.views.cells import ACTORS, KIND, NAME, SIDE, last_day
from demarche.ledger.views.view import CURRENT, Column, View

__all__ = ["OF_REPORTS"]

_NOW = CURRENT.format("r")
_REPORT_ID = Column("report_id", "text", "The report; `demarche show --report` opens it", "r.id")
_EVENT_ID = Column("event_id", "text", "The event that it tells of", "r.event_id")
_KIND = Column("kind", "text", "contact, pressure, offer, act, statement, forecast or claim", "r.kind")
_DOCUMENT = Column("document", "text", "The document's hash (SHA-256 of title and text)", "d.hash")
_PUBLISHER = Column("publisher", "text", "Who published it", "NULLIF(d.publisher, '')")
_PUBLISHED = Column("published", "day", "The day of publication; empty when nobody knows it", "d.date")
_URL = Column("url", "text", "Its address", "d.url")


def _words(table: str) -> str:
    return f"substr(d.text, {table}.start_char + 1, {table}.end_char - {table}.start_char)"


_FIRST = f"(SELECT {_words('s')} FROM report_spans s WHERE s.report_id = r.id AND s.position = 0)"
_NONE = "CAST(NULL AS TEXT)"
_SHOWN = f"""(
  SELECT s.report_id, 'report' AS shows, {_NONE} AS value, s.position, s.start_char, s.end_char FROM report_spans s
  UNION ALL
  SELECT s.report_id, f.name, TEXT(f.value), s.position, s.start_char, s.end_char FROM field_spans s
  JOIN fields f ON f.report_id = s.report_id AND f.position = s.field_position
) x JOIN reports r ON r.id = x.report_id JOIN documents d ON d.id = r.document_id WHERE {_NOW}"""

OF_REPORTS = (
    View(
        "v_reports",
        "what one document says of one thing",
        (
            _REPORT_ID,
            _EVENT_ID,
            _KIND,
            Column("type", "text", "Its type within the kind", "r.type"),
            Column("status", "text", "The state that it tells", "r.status"),
            Column("plover", "text", "The PLOVER root of a contact, pressure, offer or act", "r.plover"),
            Column("date", "edtf", "The date that it tells", "r.date"),
            Column("earliest", "day", "The first day of it", "r.earliest"),
            Column("latest", "day", "The last day of it", "r.latest"),
            Column("minutes_min", "minutes", "The least length that it tells, in minutes", "r.minutes_min"),
            Column("minutes_max", "minutes", "The greatest; empty when open or not told", "r.minutes_max"),
            Column("words", "text", "The words that it rests on, the first stretch; of an entry the line entered",
                   _FIRST),
            _DOCUMENT,
            Column("title", "text", "The document's title", "NULLIF(d.title, '')"),
            _PUBLISHER,
            Column("source_class", "text", "official, agency, press, social or entry", "NULLIF(d.source_class, '')"),
            Column("speaks_for", "text", "The side that an official source speaks for", "NULLIF(d.speaks_for, '')"),
            _PUBLISHED,
            _URL,
            Column("extractor", "text", "What read it", "r.extractor"),
            Column("origin", "text", "`machine`, or `person` when a person entered it", "r.origin"),
            Column("confirmed", "flag", "1 when a person accepted it",
                   "CASE WHEN r.verdict = 'accept' THEN 1 ELSE 0 END"),
            Column("edited", "text", "The fields that a person set, parted by spaces", "r.edited"),
            Column("added_at", "moment", "When it came into the ledger (UTC)", "r.added_at"),
        ),
        f"reports r JOIN documents d ON d.id = r.document_id WHERE {_NOW}",
    ),
    View(
        "v_participants",
        "an actor in one role of one report; count events with `count(DISTINCT event_id)`",
        (
            _EVENT_ID,
            _REPORT_ID,
            _KIND,
            Column("role", "text", "participants, initiator, actor, recipient, about, subjects or reference", "p.role"),
            Column("position", "number", "The order within the role, from 0", "p.position"),
            Column("name", "text", "The name, without titles", NAME),
            Column("side", "text", "The state or body that it stands for", SIDE),
            Column("actor_kind", "text", "person, state, institution or group",
                   KIND),
        ),
        f"participants p JOIN reports r ON r.id = p.report_id JOIN {ACTORS} WHERE {_NOW}",
    ),
    View(
        "v_fields",
        "one value of a report",
        (
            _EVENT_ID,
            _REPORT_ID,
            _KIND,
            Column("position", "number", "The order within the report, from 0", "f.position"),
            Column("field", "text", "Its name in the codebook: place, topics, measure, stance, ...", "f.name"),
            Column("value", "text", "The value; a length and a list of names as JSON", "TEXT(f.value)"),
            Column("reason", "text", "Why it has no words of its own, a reason code", "f.reason"),
        ),
        f"fields f JOIN reports r ON r.id = f.report_id WHERE {_NOW}",
    ),
    View(
        "v_evidence",
        "a stretch of the exact words that a report, or one value of it, rests on",
        (
            _EVENT_ID,
            Column("report_id", "text", "The report", "r.id"),
            _KIND,
            Column("shows", "text", "`report`, or the field that these words show", "x.shows"),
            Column("value", "text", "The value that they show", "x.value"),
            Column("position", "number", "The order of several stretches, from 0", "x.position"),
            Column("words", "text", "The words", _words("x")),
            Column("start_char", "number", "Where they begin in the text, in code points from 0", "x.start_char"),
            Column("end_char", "number", "Where they end", "x.end_char"),
            _DOCUMENT,
            _PUBLISHER,
            _PUBLISHED,
            _URL,
        ),
        _SHOWN,
    ),
    View(
        "v_deadlines",
        "a deadline that one report tells of a pressure",
        (
            _EVENT_ID,
            _REPORT_ID,
            Column("deadline", "text", "As told: EDTF, or a term such as `P10D`", "TEXT(f.value)"),
            Column("due", "day", "Its last day; empty for a term", last_day("TEXT(f.value)")),
            Column("revised", "flag", "1 when it takes the place of an earlier one",
                   "CASE WHEN f.name = 'revised_deadline' THEN 1 ELSE 0 END"),
            _PUBLISHER,
            _PUBLISHED,
            _URL,
        ),
        "fields f JOIN reports r ON r.id = f.report_id JOIN documents d ON d.id = r.document_id"
        f" WHERE r.kind = 'pressure' AND f.name IN ('deadline', 'revised_deadline') AND {_NOW}",
    ),
)  # fmt: skip

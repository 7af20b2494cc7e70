"""The views of what stands around the events: documents, decisions, doubts, coverage."""

from __future__ import annotations

from demarche.ledger.views.view import CURRENT, Column, View

__all__ = ["AROUND"]

AROUND = (
    View(
        "v_documents",
        "a document in its latest version; its text is not here, only its facts",
        (
            Column("document", "text", "Its hash (SHA-256 of title and text)", "d.hash"),
            Column("name", "text", "The id that it was read under", "d.name"),
            Column("version", "number", "Which version of its page it is, from 1", "d.version"),
            Column("title", "text", "Its title", "NULLIF(d.title, '')"),
            Column("publisher", "text", "Who published it", "NULLIF(d.publisher, '')"),
            Column("source_class", "text", "official, agency, press, social or entry", "NULLIF(d.source_class, '')"),
            Column("speaks_for", "text", "The side that an official source speaks for", "NULLIF(d.speaks_for, '')"),
            Column("url", "text", "Its address", "d.url"),
            Column("published", "day", "The day of publication; empty when nobody knows it", "d.date"),
            Column("date_rule", "text", "Where that day came from", "NULLIF(d.date_rule, '')"),
            Column("added_at", "moment", "When it came into the ledger (UTC)", "d.added_at"),
            Column("read_by", "text", "What read it last", "d.read_by"),
            Column("read_at", "moment", "When (UTC)", "d.read_at"),
            Column("reports", "number", "How many reports it has", "(SELECT count(*) FROM reports r "
                   f"WHERE r.document_id = d.id AND {CURRENT.format('r')})"),
        ),
        "documents d WHERE d.superseded_at IS NULL",
    ),
    View(
        "v_decisions",
        "a decision of a person that stands; one that was taken back is not here",
        (
            Column("decision_id", "number", "Its number in the log", "c.id"),
            Column("action", "number", "Decisions taken together share it; `demarche undo` takes it back",
                   "COALESCE(c.action, c.id)"),
            Column("author", "text", "Who decided", "c.author"),
            Column("made_at", "moment", "When (UTC)", "c.made_at"),
            Column("verdict", "text", "accept, reject, edit, same, different, enter, same_actor or alias", "c.verdict"),
            Column("kind", "text", "The kind of report that it is about", "NULLIF(c.kind, '')"),
            Column("field", "text", "Of an edit: which field", "c.field"),
            Column("before", "text", "Of an edit: its value before, as JSON", "CAST(c.before AS TEXT)"),
            Column("value", "text", "Of an edit: its new value; of an entry: what was entered, as JSON",
                   "CAST(c.value AS TEXT)"),
            Column("note", "text", "The reason given", "NULLIF(c.note, '')"),
            Column("document", "text", "The document that it hangs on; empty when it is about names",
                   "NULLIF(c.document_hash, '')"),
            Column("start_char", "number", "Where its words begin in that document's text, in code points from 0",
                   "c.start_char"),
            Column("end_char", "number", "Where they end", "c.end_char"),
            Column("other_document", "text", "Of same and different: the other document", "c.other_hash"),
        ),
        "decisions c WHERE c.undone_at IS NULL",
    ),
    View(
        "v_doubts",
        "two reports of different events that may tell of one; nobody has decided",
        (
            Column("event_id", "text", "The event of the one", "r.event_id"),
            Column("other_event_id", "text", "The event of the other", "o.event_id"),
            Column("report_id", "text", "The one report", "l.a"),
            Column("other_report_id", "text", "The other", "l.b"),
            Column("score", "score", "The points of the rules that spoke", "l.score"),
            Column("why", "text", "The rules with their points and reasons, as JSON", "CAST(l.why AS TEXT)"),
        ),
        "links l JOIN reports r ON r.id = l.a JOIN reports o ON o.id = l.b WHERE l.verdict = 'perhaps'"
        f" AND r.event_id <> o.event_id AND {CURRENT.format('r')} AND {CURRENT.format('o')}",
    ),
    View(
        "v_coverage",
        "a source in a month",
        (
            Column("publisher", "text", "Who published", "NULLIF(c.publisher, '')"),
            Column("source_class", "text", "official, agency, press, social or entry", "NULLIF(c.source_class, '')"),
            Column("month", "month", "The month of publication; empty when nobody knows it", "NULLIF(c.month, '')"),
            Column("documents", "number", "How many documents in their latest version", "c.documents"),
        ),
        "coverage c WHERE c.documents > 0",
    ),
)  # fmt: skip

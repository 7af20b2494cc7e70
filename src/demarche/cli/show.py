"""`demarche show ID`: one row in full, every field with its exact words, the sentences in context, the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from demarche.analysis import telling
from demarche.cli.console import coloured, data, print_json
from demarche.cli.deciding import told
from demarche.cli.forms import value_words
from demarche.cli.passages import passages, rendered
from demarche.cli.tables import plain_table
from demarche.entries import ACCOUNT
from demarche.export.plain.decisions import decision_dict
from demarche.export.plain.rows import event_dict, quote_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.ledger import Decision, Detail, FieldRow, ReportRow

#: what a reason code means, in words
REASONS = {
    "publication_date": "the text gives no day: the publication date, approximate",
    "day_page": "an item of a day page: the page's day",
    "dateline": "from the dateline",
    "authority": "who held the office on that day",
    "codebook": "fixed by the codebook",
    "title": "named in the title",
    "caller": "X called Y: X placed the call",
    "speaker": "the one who speaks in the first person",
    "ambiguous": "several readings fit: left open",
    "person": "set by a person: see the decisions",
    "no_anchor": "a relative date in a document without a date; give one with --date",
}


def show_command(path: str, report_id: str, *, as_json: bool) -> None:
    """Print one row."""
    with Ledger.open(path, read_only=True) as ledger:
        detail = ledger.show(report_id)
    if as_json:
        print_json(detail_dict(detail))
    else:
        print_detail(data(), detail)


def detail_dict(detail: Detail) -> dict[str, Any]:
    """A row in full, for JSON."""
    from demarche.reports.serialize import plain

    fields = [
        {"name": f.name, "value": plain(f.value), "reason": f.reason, "quotes": [quote_dict(q) for q in f.quotes]}
        for f in detail.fields
    ]
    decisions = [decision_dict(decision) for decision in detail.decisions]
    evidence = [quote_dict(quote) for quote in detail.evidence]
    return {**event_dict(detail.event), "evidence": evidence, "fields": fields, "decisions": decisions}


def print_detail(console: Console, detail: Detail) -> None:
    """Head, fields, sentences, source, decisions."""
    from rich.padding import Padding

    event = detail.event
    parts = (event.kind, event.type, telling.standing(event), event.date)
    console.print(" · ".join(dict.fromkeys(part for part in parts if part)), style="bold")
    console.print(visible(telling.who(event)))
    if (what := telling.what(event)) and what != " ".join(event.quote.split()):
        due = telling.due(event)
        console.print(visible(what) + (f" (by {due})" if due else ""))
    console.print(visible(f"row {event.id}, {_finder(event)}"), style="dim")
    if event.retired_at:
        console.print(_replaced(event), style="bold")
    console.print(_field_table(detail))
    console.print("The words", style="bold")
    words = [quote.span for item in detail.fields for quote in item.quotes]
    for passage in passages(detail.evidence):
        text = rendered(passage, marked=not coloured(console), words=words)
        console.print(Padding(text, (0, 0, 1, 2), expand=False))
    _print_source(console, detail)
    for decision in detail.decisions:
        console.print(visible(decided_line(decision)), soft_wrap=True)


def _finder(row: ReportRow) -> str:
    """Who found it, and who stands for it."""
    if row.document.source == ACCOUNT:
        return f"told by {row.document.publisher}, entered by hand"
    if row.origin == "person":
        return f"entered by {row.document.publisher}"
    confirmed = {"accept": ", confirmed by a person", "reject": ", rejected by a person: not counted"}
    edited = f", {', '.join(row.edited)} set by a person" if row.edited else ""
    return f"found by {row.extractor}{confirmed.get(row.verdict or '', '')}{edited}"


def _replaced(row: ReportRow) -> str:
    if row.origin == "person":
        return "This entry was taken back; it is not counted."
    return "This row was replaced by a later reading; it is not counted."


def decided_line(decision: Decision) -> str:
    """A decision on one line, with its number, who took it, when and why."""
    undone = f" (taken back by {decision.undone_by or 'somebody'})" if decision.undone_at else ""
    why = f": {decision.note}" if decision.note else ""
    return f"decision {decision.action} by {decision.author}, {decision.made_at[:10]}: {told(decision)}{undone}{why}"


def _field_table(detail: Detail) -> Any:
    table = plain_table("Field", "Value", "Its words, or why it has none")
    for items in _together(detail.fields):
        value = "; ".join(value_words(item.value) for item in items)
        table.add_row(items[0].name, visible(value), visible(_grounds(items[0], value)))
    return table


def _together(fields: Iterable[FieldRow]) -> Iterator[list[FieldRow]]:
    """Fields of one name that rest on the same words or the same reason, such as two contact types."""
    for _, items in groupby(fields, lambda f: (f.name, tuple(q.span for q in f.quotes), f.reason)):
        yield list(items)


def _grounds(item: FieldRow, value: str) -> str:
    words = " … ".join(f"“{quote.words}”" for quote in item.quotes)
    if words and value.split() == " ".join(quote.words for quote in item.quotes).split():
        words = "these very words"
    reason = REASONS.get(item.reason or "", item.reason or "")
    return f"{words} ({reason})" if words and reason else words or reason


def _print_source(console: Console, detail: Detail) -> None:
    source = detail.event.document
    console.print("The source", style="bold")
    rule = f" (from: {source.date_rule})" if source.date_rule else ""
    facts = (
        ("title", source.title),
        ("publisher", source.publisher),
        ("published", f"{source.date}{rule}" if source.date else "not known"),
        ("link", source.url or ""),
        ("original", source.source if ", kept in " in source.source else ""),
        ("document", f"{source.name}, version {source.version}, sha256 {source.hash[:12]}"),
    )
    for name, value in facts:
        if value:
            console.print(f"  {name:10} {visible(value)}", soft_wrap=True)
    if source.superseded_at and detail.event.origin != "person":
        console.print("  The page has changed since; this is the earlier version.")

"""What a check found as a table: a line for each rule under which a claim was judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demarche.export.plain_tables import Cell, Table

if TYPE_CHECKING:
    from demarche.analysis.checking import Verdict
    from demarche.ledger import Event
    from demarche.web.checking import Checked

__all__ = ["behind", "findings"]

_JUDGED = ("claim", "understood", "verdict", "sentence", "reading", "rule", "number", "by_rule", "why", "events")
_ANSWERED = ("question", "understood", "answer", "reading", "rule", "number", "events")


def findings(checked: Checked) -> Table:
    """The verdicts on a text, or the numbers that answer a question."""
    if checked.reply is None:
        rows = (row for verdict in checked.verdicts for row in _judged(verdict))
        return Table("check", _JUDGED, rows)
    reply = checked.reply
    events = " ".join(contact.id for contact in reply.rows)
    head = (checked.text, reply.understood, reply.answer)
    numbers = [(n.reading, n.rule, n.number) for n in reply.numbers] or [("", "", "")]
    return Table("answer", _ANSWERED, ((*head, *number, events) for number in numbers))


def behind(checked: Checked) -> list[Event]:
    """The events that the verdicts or the answer rest on, the doubtful ones too, each once."""
    told = [*checked.verdicts, *((checked.reply,) if checked.reply else ())]
    told += [checked.reply.verdict] if checked.reply and checked.reply.verdict else []
    contacts = (c for one in told for c in (*one.rows, *(doubt.contact for doubt in one.doubtful)))
    return list({contact.event.id: contact.event for contact in contacts}.values())


def _judged(verdict: Verdict) -> Iterator[tuple[Cell, ...]]:
    head = (verdict.claim.words, verdict.understood, str(verdict.outcome), verdict.sentence)
    events = " ".join(contact.id for contact in verdict.rows)
    for one in verdict.findings:
        yield (*head, one.reading, one.rule, str(one.number), str(one.outcome), one.why, events)
    if not verdict.findings:
        yield (*head, None, None, None, None, verdict.needs or None, events)

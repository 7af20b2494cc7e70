"""An event field by field: who says what, in whose words, and who contradicts whom; and its life as dated states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from demarche.ledger.links.disagreement import clash
from demarche.ledger.links.summary import FORETOLD, order_told
from demarche.ledger.rows import Account, FieldRow, Quote, ReportRow, State
from demarche.model import Lasting, Value

__all__ = ["FIELDS", "accounts_of", "life_of", "said"]

#: in the order of the codebook
FIELDS = (
    "type",
    "status",
    "date",
    "participants",
    "initiator",
    "actor",
    "recipient",
    "duration",
    "place",
    "topics",
    "measure",
    "condition",
    "deadline",
    "content",
    "quote",
    "about",
    "stance",
    "channel",
    "mode",
    "horizon",
    "subjects",
    "reference",
    "contact_types",
    "value",
    "unit",
    "relation",
    "period",
    "source",
)
_HEADS = ("type", "status")


def accounts_of(
    reports: Sequence[ReportRow], fields: Mapping[str, Sequence[FieldRow]], evidence: Mapping[str, Sequence[Quote]]
) -> tuple[tuple[str, tuple[Account, ...]], ...]:
    """Field by field what each report says; the type and the status rest on its evidence as a whole."""
    named = {item.name for items in fields.values() for item in items}
    found = []
    for name in (*FIELDS, *sorted(named - set(FIELDS))):
        told = [a for row in reports if (a := _account(name, row, reports, fields[row.id], evidence[row.id]))]
        if told:
            found.append((name, tuple(told)))
    return tuple(found)


def _account(
    name: str, row: ReportRow, reports: Sequence[ReportRow], fields: Sequence[FieldRow], evidence: Sequence[Quote]
) -> Account | None:
    """What this report says of a field; None when it says nothing."""
    items = [item for item in fields if item.name == name]
    value = getattr(row, name) if name in _HEADS else _value(items)
    if value is None:
        return None
    words = evidence[:1] if name in _HEADS else tuple(dict.fromkeys(q for item in items for q in item.quotes))
    source = row.document
    return Account(
        field=name,
        value=value,
        said=said(value),
        report_id=row.id,
        publisher=source.publisher,
        source_class=source.source_class,
        speaks_for=source.speaks_for,
        day=source.date,
        quotes=tuple(words),
        agrees=not any(clash(name, row, other) for other in reports if other.id != row.id),
    )


def _value(items: Sequence[FieldRow]) -> Value | None:
    """One value, or all of a list."""
    values = [item.value for item in items]
    return None if not values else values[0] if len(values) == 1 else tuple(values)  # type: ignore[return-value]


def said(value: Value) -> str:
    """A value in words."""
    if isinstance(value, Lasting):
        return _length(value.min, value.max)
    if isinstance(value, tuple):
        return ", ".join(said(item) for item in value)
    return str(value)


def _length(least: int | None, most: int | None) -> str:
    """`70 min`, `50–70 min`, `over 120 min`, `up to 30 min`."""
    if least == most:
        return f"{least} min" if least is not None else "some time"
    if most is None:
        return f"over {least} min"
    return f"{least}–{most} min" if least is not None else f"up to {most} min"


def life_of(reports: Iterable[ReportRow]) -> tuple[State, ...]:
    """The states it went through, each with the day it was first told and who told it.

    Plans come before what became of them, even when somebody told of the plan later.
    """
    told = order_told(reports)
    real = any(row.status not in FORETOLD for row in told)
    if real:
        told = sorted(told, key=lambda row: row.status not in FORETOLD)
    states: list[State] = []
    for row in told:
        last = states[-1] if states else None
        if last is not None and last.status == row.status:
            states[-1] = State(last.day, last.status, (*last.reports, row.id))
        else:
            states.append(State(row.document.date, row.status or "", (row.id,)))
    return tuple(states)

"""An edit on a report's values, pure: the values as they were, a change, the values as they are then.

A change, as a decision stores it, is one of
    {"set": [item, ...], "spans": [[start, end], ...]}       these values instead of all there were
    {"add": [item, ...], "remove": [value, ...], "spans": …}   a participant more, a participant less
    {"clear": true}                                          nobody knows
where an item is {"value": …, "side": …}. An added or set value shows the words of the change, or the reason "person".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from demarche.entries.codebook import HEADS, REQUIRED
from demarche.ledger.edtf import parse
from demarche.model import Kind, Reason

__all__ = ["Told", "Values", "applied", "columns"]


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a field (in JSON's types) with its words, or the reason why it has none."""

    name: str
    value: Any
    reason: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
    side: str | None = None  # as a person named it with an actor


@dataclass(frozen=True, slots=True)
class Values:
    """All that an edit may change in a report."""

    type: str | None
    status: str | None
    plover: str | None
    fields: tuple[Told, ...]

    def of(self, name: str) -> list[Any]:
        """The values of one field, or the one of type, status and PLOVER type."""
        if name in HEADS:
            head = getattr(self, name)
            return [] if head is None else [head]
        return [told.value for told in self.fields if told.name == name]


def applied(values: Values, kind: Kind, field: str, change: dict[str, Any]) -> Values:
    """The values after a change; one that would leave a needed field empty changes nothing."""
    if field in HEADS:
        head: Any = change["set"][0]["value"] if "set" in change else None
        return values if head is None and field in REQUIRED[kind] else replace(values, **{field: head})
    others = [told for told in values.fields if told.name != field]
    mine = _changed([told for told in values.fields if told.name == field], field, change)
    if not mine and field in REQUIRED[kind]:
        return values
    place = next((n for n, told in enumerate(values.fields) if told.name == field), len(values.fields))
    return replace(values, fields=(*others[:place], *mine, *others[place:]))


def _changed(mine: Sequence[Told], field: str, change: dict[str, Any]) -> list[Told]:
    if "set" in change or "clear" in change:
        return list(_told(field, change.get("set", ()), change))
    kept = [told for told in mine if told.value not in change.get("remove", ())]
    known = [told.value for told in kept]
    return [*kept, *_told(field, (item for item in change.get("add", ()) if item["value"] not in known), change)]


def _told(field: str, items: Iterable[dict[str, Any]], change: dict[str, Any]) -> Iterable[Told]:
    spans = tuple((start, end) for start, end in change.get("spans", ()))
    for item in items:
        yield Told(field, item["value"], None if spans else str(Reason.PERSON), spans, item.get("side"))


def columns(values: Values) -> dict[str, Any]:
    """The columns of the report that follow from its values."""
    dates, lengths = values.of("date"), values.of("duration")
    covered = parse(str(dates[0])) if dates else None
    minutes = lengths[0] if lengths and isinstance(lengths[0], dict) else {}
    return {
        "type": values.type,
        "status": values.status,
        "plover": values.plover,
        "date": dates[0] if dates else None,
        "earliest": covered.earliest.isoformat() if covered and covered.earliest else None,
        "latest": covered.latest.isoformat() if covered and covered.latest else None,
        "minutes_min": minutes.get("min"),
        "minutes_max": minutes.get("max"),
    }

"""From a row of the ledger to what linking looks at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from demarche.ledger.edtf import Days, parse
from demarche.ledger.links.places import state_of
from demarche.ledger.links.told import Party, Told
from demarche.ledger.links.words import (
    about_midnight,
    clock_of,
    content_words,
    figures_of,
    ordinal_of,
    part_of_day,
    tells_again,
    tells_several,
)
from demarche.ledger.names import key
from demarche.ledger.rows import Participant, ReportRow
from demarche.ledger.values import to_json

__all__ = ["told_of_row"]

_SAID = ("measure", "content", "condition", "quote")


def told_of_row(row: ReportRow, context: str = "") -> Told:
    """Everything of a row that linking looks at; `context` are the sentences that its evidence stands in."""
    covered = parse(row.date) or Days(None, None)
    said = _said(row)
    contact = row.kind == "contact"
    words = context or row.quote if contact else ""
    clock, zone = clock_of(words)
    return Told(
        id=row.id,
        kind=row.kind,
        document=row.document.hash,
        types=_alternatives(row.type),
        statuses=_alternatives(row.status),
        parties=_parties(row.participants),
        earliest=covered.earliest,
        latest=covered.latest,
        approximate=covered.approximate,
        published=date.fromisoformat(row.document.date) if row.document.date else None,
        publisher=row.document.publisher,
        speaks_for=key(row.document.speaks_for or ""),
        clock=clock,
        zone=zone,
        part=part_of_day(words),
        midnight=about_midnight(words),
        minutes=_minutes(row),
        place=key(row.place or ""),
        within=state_of(row.place or ""),
        ordinal=ordinal_of(words),
        again=tells_again(words),
        several=tells_several(words),
        topics=content_words(" ".join(str(t) for t in row.all("topics"))),
        words=frozenset() if contact else content_words(said, all_words=row.type == "direct"),
        figures=frozenset() if contact else figures_of(said),
        deadline=str(row.first("deadline") or ""),
        stance=str(row.first("stance") or ""),
        mode=row.plover or "" if row.kind == "act" else "",
        **_claimed(row),
    )


def _said(row: ReportRow) -> str:
    parts = [str(value) for name in _SAID for value in row.all(name)]
    return " ".join(parts) or row.quote


def _claimed(row: ReportRow) -> dict[str, str]:
    if row.kind != "claim":
        return {}
    value = row.first("value")
    plain = "" if value is None else str(to_json(value) if isinstance(value, str | int) else _length(value))
    return {"value": plain, "relation": str(row.first("relation") or "="), "period": str(row.first("period") or "")}


def _length(value: object) -> str:
    return f"{getattr(value, 'min', value)}-{getattr(value, 'max', '')}"


def _alternatives(words: str | None) -> frozenset[str]:
    return frozenset((words or "").split("|")) - {""}


def _minutes(row: ReportRow) -> tuple[int | None, int | None] | None:
    known = row.minutes_min is not None or row.minutes_max is not None
    return (row.minutes_min, row.minutes_max) if known else None


def _parties(participants: Iterable[Participant]) -> tuple[Party, ...]:
    return tuple(Party(one.role, key(one.name), key(one.side or ""), _kind(one)) for one in participants)


def _kind(one: Participant) -> str:
    """A description in small letters ("foreign minister of Japan", "aides") names nobody, whatever it stands for."""
    return "group" if one.name[:1].islower() and one.kind != "state" else one.kind or ""

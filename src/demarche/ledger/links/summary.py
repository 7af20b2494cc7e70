"""What the reports of an event imply together: its last state, the interval of its lengths, whether they disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from demarche.entries import SOURCE as ENTRY
from demarche.ledger.edtf import Days, parse
from demarche.ledger.links.disagreement import disagree
from demarche.ledger.rows import ReportRow

__all__ = ["FORETOLD", "by_telling", "last_state", "minutes_of", "order_told", "summarised"]

#: of two states told on one day the later in this list is the later in life
_LIFE = ("proposed", "planned", "open", "pending", "unknown", "extended", "denied", "cancelled", "dropped")
FORETOLD = frozenset({"proposed", "planned"})


def summarised(reports: Sequence[ReportRow]) -> dict[str, Any]:
    """The columns of an event's row; reports that a person rejected count only when all are."""
    kept = [row for row in reports if row.verdict != "reject"] or list(reports)
    first = by_telling(kept)[0]
    days = _days(kept)
    least, most = minutes_of(kept)
    return {
        "id": min(row.id for row in reports),
        "kind": first.kind,
        "type": _most_told(kept, lambda row: row.type),
        "status": last_state(kept),
        "date": _date(kept),
        "earliest": days.earliest and days.earliest.isoformat(),
        "latest": days.latest and days.latest.isoformat(),
        "minutes_min": least,
        "minutes_max": most,
        "reports": len(reports),
        "documents": len({row.document.hash for row in reports}),
        "officials": len({row.document.speaks_for for row in kept if row.document.speaks_for}),
        "disputed": int(bool(disagree(kept))),
        "verdict": _verdict(reports),
        "origin": "person" if all(row.origin == "person" for row in reports) else "machine",
    }


def by_telling(reports: Iterable[ReportRow]) -> list[ReportRow]:
    """The most telling first: exact days, officials, more people, a length; ids break ties."""
    told = list(reports)
    return sorted(told, key=_rank) if len(told) > 1 else told  # most events are told once


def _rank(row: ReportRow) -> tuple[int, int, bool, bool, int, str]:
    days = parse(row.date)
    width = _width(days)
    unknown_length = row.minutes_min is None and row.minutes_max is None
    people = sum(p.kind == "person" for p in row.participants)
    foretold = row.status in FORETOLD
    return (width, foretold, row.document.source_class != "official", unknown_length, -people, row.id)


def _width(days: Days | None) -> int:
    if days is None or days.earliest is None or days.latest is None:
        return 1_000_000
    return 2 * (days.latest - days.earliest).days + days.approximate


def _date(reports: Sequence[ReportRow]) -> str | None:
    """The most precise date; of several as precise the one most told, then the earliest."""
    least = min(_width(parse(row.date)) for row in reports)
    best = [row.date for row in reports if row.date and _width(parse(row.date)) == least]
    return min(Counter(best).items(), key=lambda item: (-item[1], item[0]), default=(None, 0))[0]


def _days(reports: Sequence[ReportRow]) -> Days:
    """From the earliest to the latest of the most precise dates."""
    least = min(_width(parse(row.date)) for row in reports)
    best = [days for row in reports if (days := parse(row.date)) and _width(days) == least]
    first, last = [d.earliest for d in best], [d.latest for d in best]
    return Days(
        min((d for d in first if d), default=None) if None not in first else None,
        max((d for d in last if d), default=None) if None not in last else None,
    )


def _most_told(reports: Sequence[ReportRow], value: Callable[[ReportRow], str | None]) -> str | None:
    """The value that most reports give, plain ones before alternatives; of several the most telling report's."""
    values = [v for row in by_telling(reports) if (v := value(row))]
    plain = [v for v in values if "|" not in v] or values
    counted = Counter(plain)
    return max(counted, key=lambda v: (counted[v], -plain.index(v)), default=None)


def last_state(reports: Iterable[ReportRow]) -> str | None:
    """The state that the latest report tells; what was held is not planned again by an older plan told later."""
    told = order_told(reports)
    statuses = {row.status for row in told}
    if {"held", "denied"} <= statuses:
        return "held|denied"
    real = [row for row in told if not ("held" in statuses and row.status in FORETOLD)]
    return real[-1].status if real else None


def order_told(reports: Iterable[ReportRow]) -> list[ReportRow]:
    """Those that give a state, in the order in which they were told; of one day as life goes."""
    return sorted((row for row in reports if row.status), key=lambda row: (_told_on(row), _age(row.status), row.id))


def _told_on(row: ReportRow) -> str:
    return row.document.date or row.latest or ""


def _age(status: str | None) -> int:
    return _LIFE.index(status) if status in _LIFE else len(_LIFE)


def minutes_of(reports: Iterable[ReportRow]) -> tuple[int | None, int | None]:
    """What the lengths told imply: the minutes that all allow; where they contradict each other, from the least to the
    greatest. A length that a person entered as his own, after weighing what others tell, goes before theirs."""
    rows = [r for r in reports if (r.minutes_min, r.minutes_max) != (None, None)]
    own = [r for r in rows if r.document.source == ENTRY]
    told = [(r.minutes_min, r.minutes_max) for r in own or rows]
    if not told:
        return None, None
    least = max((low for low, _ in told if low is not None), default=None)
    most = min((high for _, high in told if high is not None), default=None)
    if least is None or most is None or least <= most:
        return least, most
    lows, highs = [low for low, _ in told], [high for _, high in told]
    return (
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _verdict(reports: Sequence[ReportRow]) -> str | None:
    verdicts = {row.verdict for row in reports}
    if "accept" in verdicts:
        return "accept"
    return "reject" if verdicts == {"reject"} else None

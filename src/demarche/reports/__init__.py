"""One builder a kind: a reading in, reports out, every one through the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from demarche.mentions.reading import Reading
from demarche.model import Report, Span
from demarche.reports.acts import build_acts
from demarche.reports.claims import build_claims
from demarche.reports.contacts import build_contacts
from demarche.reports.forecasts import build_forecasts
from demarche.reports.gate import admit
from demarche.reports.offers import build_offers
from demarche.reports.pressures import build_pressures
from demarche.reports.statements import build_statements

__all__ = ["BUILDERS", "build_reports"]

Builder = Callable[[Reading], Iterable[Report]]

BUILDERS: tuple[Builder, ...] = (
    build_contacts,
    build_pressures,
    build_offers,
    build_acts,
    build_statements,
    build_forecasts,
    build_claims,
)


def build_reports(reading: Reading) -> Iterator[Report]:
    """Every report of one reading, in the order of the text; what the gate refuses is dropped."""
    found = _once([report for build in BUILDERS for report in build(reading)])
    found.sort(key=lambda r: (r.evidence[0].start if r.evidence else 0, r.kind))
    yield from (r for r in found if admit(r, reading.document))


def _once(found: list[Report]) -> list[Report]:
    """The reports without the indirect statements that a pressure or an offer codes already."""
    deeds = [r for r in found if r.kind in ("pressure", "offer")]
    return [r for r in found if not (_indirect(r) and any(_coded(r, deed) for deed in deeds))]


def _indirect(report: Report) -> bool:
    return report.kind == "statement" and report.type == "indirect"


def _coded(statement: Report, deed: Report) -> bool:
    """True when the deed has the same actor and most of the same words."""
    if not set(statement.names("actor")) & set(deed.names("actor")):
        return False
    return any(_shared(one, other) > 0.5 for one in statement.evidence for other in deed.evidence)


def _shared(one: Span, other: Span) -> float:
    """The part of the shorter stretch that the two share."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(1, min(one.end - one.start, other.end - other.start))

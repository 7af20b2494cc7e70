"""One builder a kind: a reading in, reports out, every one through the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from demarche.mentions.reading import Reading
from demarche.model import Report
from demarche.reports.claims import build_claims
from demarche.reports.contacts import build_contacts
from demarche.reports.gate import admit
from demarche.reports.statements import build_statements

__all__ = ["BUILDERS", "build_reports"]

Builder = Callable[[Reading], Iterable[Report]]

BUILDERS: tuple[Builder, ...] = (build_contacts, build_statements, build_claims)


def build_reports(reading: Reading) -> Iterator[Report]:
    """Every report of one reading, in the order of the text; what the gate refuses is dropped."""
    found = [report for build in BUILDERS for report in build(reading)]
    found.sort(key=lambda r: (r.evidence[0].start if r.evidence else 0, r.kind))
    yield from (r for r in found if admit(r, reading.document))

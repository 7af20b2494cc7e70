"""New claims of documents, held against the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from demarche.analysis.checking import check_claim, claim_of_row
from demarche.analysis.news.items import Item
from demarche.analysis.news.telling import quoted
from demarche.errors import UsageError
from demarche.ledger import Event, Ledger

__all__ = ["unsupported"]


def unsupported(ledger: Ledger, events: Sequence[Event]) -> Iterator[Item]:
    """The claims that the ledger contradicts; a claim that cannot be checked is no news."""
    for event in events:
        if event.kind != "claim":
            continue
        try:
            verdict = check_claim(ledger, claim_of_row(event.row, []))
        except UsageError:  # names nobody whom the ledger knows
            continue
        if verdict.outcome == "contradicted":
            yield Item("claims", f"claim:{event.id}", verdict.understood, verdict.sentence, event.id,
                       words=quoted(ledger, event.reports))  # fmt: skip

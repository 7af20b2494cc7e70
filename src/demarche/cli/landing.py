"""Imported rows into a ledger, each in a transaction of its own; accounts are tied to the contact they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from demarche.chronology import Item
from demarche.chronology.reading import Reading
from demarche.entries import EXTRACTOR, SOURCE
from demarche.errors import DocumentError

if TYPE_CHECKING:
    from demarche.ledger import Ledger

__all__ = ["earlier", "land"]

_GROUP = 200


def land(ledger: Ledger, made: Iterable[Item], author: str) -> Iterator[tuple[Item, str]]:
    """Add items and say what became of each: an outcome in the ledger, or a problem.

    Rows that are there already are passed over, so an import that was killed goes on where it stopped.
    """
    run = ledger.start(EXTRACTOR)
    skipped = 0
    accounts: list[Item] = []
    for group in _groups(made):
        known = ledger.known([i.document for i in group if i.document], EXTRACTOR)
        for item in group:
            if item.document is None or item.report is None:
                skipped += 1
                yield item, item.problem
                continue
            became = "unchanged"
            if item.document.content_hash not in known:
                try:
                    became = str(ledger.add(item.document, (item.report,), run))
                except DocumentError as error:
                    yield Item(item.where, problem=str(error)), str(error)
                    continue
            if item.same_as:
                accounts.append(item)
            yield item, became
    _tie(ledger, accounts, author)
    ledger.finish(run, skipped=skipped)


def earlier(ledger: Ledger) -> Callable[[str], Reading | None]:
    """Finds a contact of an earlier import by the id it had in its sheet."""

    @cache
    def rows() -> dict[str, Reading]:
        found: dict[str, Reading] = {}
        for row in ledger.reports(kind="contact"):
            _, marked, own = row.document.name.partition("#")
            if row.document.source == SOURCE and marked:
                people = [(p.name, p.side or "") for p in row.participants if p.role == "participants"]
                reading = Reading("contact", {}, people=people, entered_as=row.document.hash)
                reading.values = {"type": row.type or "", "status": row.status or "", "date": row.date or ""}
                reading.values["participants"] = [f"{n} ({s})" if s and s != n else n for n, s in people]
                found.setdefault(own, reading)
        return found

    return lambda own: rows().get(own)


def _groups(made: Iterable[Item]) -> Iterator[list[Item]]:
    group: list[Item] = []
    for item in made:
        group.append(item)
        if len(group) >= _GROUP:
            yield group
            group = []
    yield group


def _tie(ledger: Ledger, accounts: Iterable[Item], author: str) -> None:
    """Each account and its contact are one event, because the sheet says so: a decision of whoever imports it.

    Somebody who took that back, or parted them since, is not overruled by importing again.
    """
    decided = {frozenset((d.document_hash, d.other_hash)) for d in ledger.decisions() if d.other_hash}
    pairs: dict[str, list[tuple[str, str]]] = {}
    for item in accounts:
        assert item.document is not None
        digest = item.document.content_hash
        ours, theirs = ledger.document(digest).told, ledger.document(item.same_as).told
        if ours and theirs and frozenset((digest, item.same_as)) not in decided:
            pairs.setdefault(item.where.rpartition(" line ")[0], []).append((ours[0].event.id, theirs[0].event.id))
    for sheet, found in pairs.items():
        ledger.tie(found, author=author, reason=f"each account names its contact: {PurePath(sheet).name}")

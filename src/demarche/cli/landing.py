"""Imported rows into a ledger, each in a transaction of its own; accounts are tied to the contact they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
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
                _tie(ledger, item, author)
            yield item, became
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


def _tie(ledger: Ledger, item: Item, author: str) -> None:
    """Where the rules keep an account apart from its contact: the sheet says that both are one, so a person does.

    Somebody who parted them later is not overruled by importing again.
    """
    assert item.document is not None
    pair = {item.document.content_hash, item.same_as}
    ours, theirs = (ledger.document(digest).told for digest in (item.document.content_hash, item.same_as))
    if not ours or not theirs or ours[0].event.event_id == theirs[0].event.event_id:
        return
    if any({d.document_hash, d.other_hash} == pair for d in ledger.decisions()):
        return
    ledger.merge(ours[0].event.id, theirs[0].event.id, author=author, reason=f"one contact in the sheet: {item.where}")

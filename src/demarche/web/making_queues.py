"""What waits for a person, found in the ledger and put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from demarche.analysis import count
from demarche.analysis.answers import Answer, Doubtful
from demarche.ledger import Event
from demarche.web.queues import Item, Queue
from demarche.web.views.why import doubt

if TYPE_CHECKING:
    from demarche.analysis.contacts import Contact
    from demarche.ledger import Filters, Ledger
    from demarche.web.views.review_query import ReviewQuery

__all__ = ["events_queue", "pairs_queue"]

AT_ONCE = 100
"""The items of one queue; when they are decided on, the next ones come."""

DISPUTED = 25
"""Events whose reports are compared for contradictions at once."""

MOST_COUNTED = 5000
_CLASSES = ("official", "agency", "press", "social", "entry")
_DOUBTS = ("disputed", "perhaps", "undated")


def events_queue(ledger: Ledger, query: ReviewQuery) -> Queue:
    """The events of this queue."""
    if query.counted:
        return _weighed(ledger, query)
    filters = query.filters()
    found = _ORDERED[query.by](ledger, filters) if query.by in _ORDERED else _first(ledger, filters)
    total = len(found) if len(found) < AT_ONCE else ledger.count_events(filters, most=MOST_COUNTED)
    return Queue(tuple(Item(event.id) for event in found), total)


def _first(ledger: Ledger, filters: Filters, most: int = AT_ONCE) -> list[Event]:
    return ledger.events(replace(filters, limit=most))


def _by_doubt(ledger: Ledger, filters: Filters) -> list[Event]:
    """Those with a doubt that the ledger keeps, the most doubtful first; then the newest."""
    found: dict[str, Event] = {}
    for name in () if filters.doubt else _DOUBTS:  # each has an index of its own
        found |= {e.id: e for e in _first(ledger, replace(filters, doubt=(name,)))}
    if len(found) < AT_ONCE:
        found |= {e.id: e for e in _first(ledger, filters)}
    return sorted(found.values(), key=doubt, reverse=True)[:AT_ONCE]


def _by_source(ledger: Ledger, filters: Filters) -> list[Event]:
    """Official ones first, each class by publisher."""
    found: dict[str, Event] = {}
    there = {cell.source_class for cell in ledger.coverage_by_month()}
    for name in (one for one in _CLASSES if one in there):
        if len(found) < AT_ONCE and (not filters.source_class or name in filters.source_class):
            some = _first(ledger, replace(filters, source_class=(name,)), AT_ONCE - len(found))
            found |= {e.id: e for e in sorted(some, key=lambda e: e.row.document.publisher) if e.id not in found}
    if len(found) < AT_ONCE and not filters.source_class:
        found |= {e.id: e for e in _first(ledger, filters) if e.id not in found}
    return list(found.values())[:AT_ONCE]


_ORDERED = {"doubt": _by_doubt, "source": _by_source}


# -- by weight ------------------------------------------------------------------------------------------------------


def _weighed(ledger: Ledger, query: ReviewQuery) -> Queue:
    """What a count or a claim hangs on: what changes the number first, then what counts and nobody has confirmed."""
    head, changing, counting = _of_claim(ledger, query.claim) if query.claim else _of_count(ledger, query)
    weighty = {item.id: item for item in changing}
    rest = {contact.id: contact for contact in counting if contact.standing == "machine"}
    items = [*weighty.values(), *(Item(i, "It counts, and nobody has confirmed it.") for i in rest if i not in weighty)]
    decide = {0: "Nothing doubtful could change it.", 1: "This one decides it."}
    told = decide.get(len(weighty), f"These {len(weighty)} decide it.")
    return Queue(tuple(items[:AT_ONCE]), len(items), f"{head}. {told}")


def _of_count(ledger: Ledger, query: ReviewQuery) -> tuple[str, Iterable[Item], Iterable[Contact]]:
    types = tuple(word for word in query.filter.type.split(",") if word)
    answer = count(
        ledger,
        between=_names(query.between),
        and_=_names(query.and_),
        type=types or None,
        period=query.in_ or None,
    )
    return answer.rule, _changing(answer), answer.rows


def _changing(answer: Answer) -> Iterator[Item]:
    """The doubtful contacts, each of which may count, then those counted twice perhaps. Another rule is no doubt."""
    yield from _doubtful(answer.doubtful, f"The count would be {answer.value + 1}, not {answer.value}, if it counts")
    for change in answer.changes:
        if change.value < answer.value and change.words.startswith(("if the ", "if those ")):
            for contact in change.contacts:
                yield Item(contact.id, f"The count would be {change.value} {change.words}.")


def _doubtful(found: Iterable[Doubtful], what: str) -> Iterator[Item]:
    for one in found:
        yield Item(one.contact.id, f"{what} ({one.reason.replace('|', ' or ')}).")


def _of_claim(ledger: Ledger, claim: str) -> tuple[str, Iterable[Item], Iterable[Contact]]:
    from demarche.checks import check

    row = ledger.show(claim).event
    (verdict,) = check(ledger, claim, as_of=date.fromisoformat(row.document.date) if row.document.date else None)
    what = "The verdict may change if it counts"
    return (
        f"{verdict.understood or verdict.claim.words}: {verdict.outcome}",
        _doubtful(verdict.doubtful, what),
        (*verdict.rows, *verdict.reference_rows),
    )


def _names(typed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in typed.split(";") if name.strip())


# -- pairs ----------------------------------------------------------------------------------------------------------


def pairs_queue(ledger: Ledger, query: ReviewQuery) -> Queue:
    """Events that may be one, then reports that were made one event although they contradict each other."""
    filters = replace(query.filters(), doubt=("perhaps",))
    if query.filter.standing == "open":  # one that was entered or confirmed may be one with another just as well
        filters = replace(filters, standing=())
    found = _first(ledger, filters)
    twins = ledger.twins(event.id for event in found)
    names = dict.fromkeys(tuple(sorted((one, other))) for one, others in twins.items() for other in sorted(others))
    items = [Item(one, "", other) for one, other in names]
    disputed = _first(ledger, replace(filters, doubt=("disputed",)), DISPUTED)
    items += [Item(event.row.id, "", _against(ledger, event)) for event in disputed if len(event.reports) > 1]
    return Queue(tuple(items[:AT_ONCE]), len(items))


def _against(ledger: Ledger, event: Event) -> str:
    """The first other report that contradicts."""
    accounts = [account for _, told in ledger.event(event.id).accounts for account in told]
    against = {account.report_id for account in accounts if not account.agrees}
    others = [row.id for row in event.reports[1:]]
    return next((i for i in others if i in against), others[0])

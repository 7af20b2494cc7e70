"""Review: one thing after the other, its words on the left, its fields on the right, the decision below."""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from demarche.errors import UsageError
from demarche.ledger import Decision
from demarche.model import Kind
from demarche.web.context import Desk, TheDesk, TheLedger
from demarche.web.failures import NotThere
from demarche.web.making_queues import events_queue
from demarche.web.pages.page import Page
from demarche.web.permissions import only_own
from demarche.web.queues import END, Queue
from demarche.web.rendering import is_part, render
from demarche.web.resuming import decided_in, last_place, place_in, remember
from demarche.web.reviewing import Shown, at_hand, changed, last_done, shown, state_of, words_at
from demarche.web.views.choices import ACTORS, Choice, codebook, in_latin, people
from demarche.web.views.query import CHOICES
from demarche.web.views.review_query import ORDERS, ReviewQuery

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Review", "/review", router)
CHOICES_SHOWN = 8
_FILTERS = ("kind", "type", "status", "source", "doubt", "standing")
Text = Annotated[str, Form()]


@router.get("/review")
def show(desk: TheDesk) -> Response:
    """The queue of the address, at the item that waits next, or at `at`."""
    asked = desk.request.query_params
    if not asked and (left := last_place(desk.request, "review")):
        there = at_hand(desk.ledger, left[1])
        at = left[1] if there and there.waits(entered=True) else ""
        return RedirectResponse(ReviewQuery.back(left[0]).address(at=at, by=_by(left[0])), 303)
    query, at = ReviewQuery.of(asked), asked.get("at", "")[:40]
    if at == END:
        return _item(desk, query, END)
    if at:
        there = at_hand(desk.ledger, at)
        return _item(
            desk, query, at if there else "", asked.get("report", ""), ready=None if "report" in asked else there
        )
    before = decided_in(desk.request, "review", query.query())
    queue = desk.queues.anew(query.query(), lambda: events_queue(desk.ledger, query), before)
    kept = place_in(desk.request, "review", query.query())
    return _item(desk, query, kept if queue.at(kept) is not None else "")


@router.post("/review/decide")
def decide(
    desk: TheDesk,
    at: Text,
    verdict: Text,
    seen: Text = "",
    back: Text = "",
    reason: Text = "",
) -> Response:
    """Accept or reject an event, then the next one. What changed since it was looked at is not decided over."""
    verbs = {"accept": desk.ledger.accept, "reject": desk.ledger.reject}
    if verdict not in verbs:
        raise NotThere(f"There is no verdict {verdict}; there are accept and reject.")
    query = ReviewQuery.back(back)
    with desk.queues.deciding:
        detail = desk.ledger.event(at)
        if state_of(detail) != seen:
            return _item(desk, query, at, trouble=changed(detail))
        verbs[verdict](detail.event.id, author=desk.author, reason=reason)
    desk.queues.mark(query.query(), at, done=True)
    return _move(desk, query, at)


@router.post("/review/edit")
def edit(
    desk: TheDesk,
    at: Text,
    report: Text,
    field: Text,
    value: Text = "",
    start: Annotated[int | None, Form()] = None,
    end: Annotated[int | None, Form()] = None,
    seen: Text = "",
    back: Text = "",
    reason: Text = "",
    then: Text = "",
) -> Response:
    """Set a field, shown by the words that were selected or by a reason; with `then` accept the event as well."""
    query = ReviewQuery.back(back)
    with desk.queues.deciding:
        detail = desk.ledger.event(at)
        if state_of(detail) != seen:
            return _item(desk, query, at, report, trouble=changed(detail))
        words = words_at(desk.ledger, desk.ledger.show(report).event.document.hash, start, end)
        if words is None and not reason.strip():
            raise UsageError("Select the words in the text that show the value, or give a reason. Nothing was written.")
        desk.ledger.edit(report, field, value or None, author=desk.author, reason=reason, words=words)
        if then == "accept":
            desk.ledger.accept(desk.ledger.event(at).event.id, author=desk.author, reason=reason)
    if then == "accept":
        desk.queues.mark(query.query(), at, done=True)
        return _move(desk, query, at)
    return _move(desk, query, at, to=at, report=report)


@router.post("/review/undo")
def undo(desk: TheDesk, number: Annotated[int, Form()], back: Text = "") -> Response:
    """Take a decision back and show what it was about; again and again, as far as the log goes."""
    query = ReviewQuery.back(back)
    made = desk.ledger.undo(number, author=desk.author, own=only_own(desk.request))
    at = _about(desk, query, made)
    return _move(desk, query, at, to=at)


@router.get("/review/choices")
def choices(request: Request, ledger: TheLedger, kind: str = "", field: str = "", value: str = "") -> Response:
    """What a field may hold that begins like what is being typed; the last of several names."""
    typed = value.rpartition(";")[2].strip().lstrip("+-−").strip()[:80]
    found: list[Choice] = []
    if fixed := codebook(cast("Kind", kind), field):
        found = [Choice(word) for word in fixed if word.startswith(typed.lower())]
    elif field in ACTORS and len(typed) > 1:
        found = people(ledger.suggest(in_latin(typed), limit=CHOICES_SHOWN), typed, CHOICES_SHOWN)
    return render(request, "review/choices.html", choices=found)


def _by(query: str) -> str:
    """The order, told in full: an address with nothing in it would lead here again."""
    return ReviewQuery.back(query).by


def _about(desk: Desk, query: ReviewQuery, made: tuple[Decision, ...]) -> str:
    """The item of a queue that a decision was about, else the event it was about."""
    seen = made[0].seen if made and isinstance(made[0].seen, dict) else {}
    event_id = str(seen.get("id", ""))
    queue = _queue(desk, query, END)
    try:
        ids = {row.id for row in desk.ledger.event(event_id).event.reports} if event_id else set()
    except UsageError:
        ids = set()
    at = next((item.name for item in queue.items if item.id in ids), event_id if ids else "")
    desk.queues.mark(query.query(), at, done=False)
    return at


def _move(desk: Desk, query: ReviewQuery, at: str, *, to: str = "", report: str = "") -> Response:
    """Where to go after a write: the item itself, or the next one that waits."""
    goal, ready = (to, None) if to else _next(desk, query, at)
    if not is_part(desk.request):
        return RedirectResponse(query.address(at=goal or END), 303)
    return _item(desk, query, goal or END, report, ready=ready)


def _next(desk: Desk, query: ReviewQuery, at: str) -> tuple[str, Shown | None]:
    """The next item that waits; those that somebody decided on elsewhere meanwhile are passed over."""
    queue = _queue(desk, query, at)
    while item := queue.following(at):
        ready = at_hand(desk.ledger, item.id)
        if ready and (query.filter.standing != "open" or ready.waits(entered=query.counted)):
            return item.name, ready
        desk.queues.mark(query.query(), item.name, done=True)
        queue = _queue(desk, query, item.name)
    return "", None


def _queue(desk: Desk, query: ReviewQuery, at: str) -> Queue:
    """The queue as it is held, or made now."""
    return desk.queues.get(query.query(), lambda: events_queue(desk.ledger, query), at or END)


def _item(
    desk: Desk, query: ReviewQuery, at: str, report: str = "", trouble: str = "", ready: Shown | None = None
) -> Response:
    """The page at an item, or only the item when htmx asks; `ready` is the item where it is at hand."""
    queue = _queue(desk, query, at)
    if not at:
        at, ready = _next(desk, query, "")
        queue = _queue(desk, query, at)
    at = "" if at == END else at
    answer = render(
        desk.request,
        "review/item.html" if is_part(desk.request) else "review/page.html",
        query=query,
        trouble=trouble,
        author=desk.author,
        undoable=last_done(desk.ledger, desk.author),
        orders=ORDERS,
        choices=CHOICES,
        filters=_FILTERS,
        at=at,
        **_place(queue, at),
        item=(ready or shown(desk.ledger, at, report)) if at else None,
    )
    if at:
        remember(desk.request, answer, "review", query.query(), at, queue.decided)
    if is_part(desk.request):
        answer.headers["hx-push-url"] = query.address(at=at or END, **({"report": report} if report else {}))
    return answer


def _place(queue: Queue, at: str) -> dict[str, Any]:
    """Where in the queue one is, and what comes before and after."""
    place = queue.at(at)
    following = queue.following(at)
    return {
        "queue": queue,
        "place": place,
        "weighty": queue.items[place].why if place is not None else "",
        "skip": following.name if following else "",
        "prev": (found := queue.beside(at, -1)) and found.name,
        "next": (found := queue.beside(at, 1)) and found.name,
    }

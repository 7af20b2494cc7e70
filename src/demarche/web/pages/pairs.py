"""Pairs: two events that may be one, or two reports that were made one, side by side: the same, or different ones."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from demarche.errors import UsageError
from demarche.web.context import Desk, TheDesk
from demarche.web.failures import NotThere
from demarche.web.making_queues import pairs_queue
from demarche.web.pages.page import Page
from demarche.web.pairing import Pair, pair_of
from demarche.web.permissions import only_own
from demarche.web.queues import END, Queue
from demarche.web.rendering import is_part, render
from demarche.web.resuming import decided_in, place_in, remember
from demarche.web.reviewing import changed, last_done
from demarche.web.views.review_query import ReviewQuery

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Pairs", "/review/pairs", router, shown=False)
Text = Annotated[str, Form()]


@router.get("/review/pairs")
def show(desk: TheDesk) -> Response:
    """The pairs of the address, at the one that waits next, or at `at`."""
    asked = desk.request.query_params
    query, at = ReviewQuery.of(asked), asked.get("at", "")[:40]
    if at:
        return _item(desk, query, at)
    before = decided_in(desk.request, "pairs", query.query())
    queue = desk.queues.anew(_key(query), lambda: pairs_queue(desk.ledger, query), before)
    kept = place_in(desk.request, "pairs", query.query())
    return _item(desk, query, kept if queue.at(kept) is not None else "")


@router.post("/review/pairs/decide")
def decide(desk: TheDesk, at: Text, verdict: Text, seen: Text = "", back: Text = "", reason: Text = "") -> Response:
    """Say that the two are the same or different, then the next pair."""
    query = ReviewQuery.back(back)
    if verdict not in ("same", "different"):
        raise NotThere(f"There is no verdict {verdict}; there are same and different.")
    with desk.queues.deciding:
        pair = pair_of(desk.ledger, at)
        if pair.state != seen:
            return _item(desk, query, at, changed(*pair.details))
        pair.decide(desk.ledger, verdict, desk.author, reason)
    desk.queues.mark(_key(query), at, done=True)
    return _move(desk, query, _next(desk, query, at))


@router.post("/review/pairs/undo")
def undo(desk: TheDesk, number: Annotated[int, Form()], at: Text = "", back: Text = "") -> Response:
    """Take a decision back and show the pair that it was about."""
    query = ReviewQuery.back(back)
    made = desk.ledger.undo(number, author=desk.author, own=only_own(desk.request))
    told = {str(seen.get("id")) for d in made for seen in (d.seen, d.other_seen) if isinstance(seen, dict)}
    queue = desk.queues.get(_key(query), lambda: pairs_queue(desk.ledger, query), END)
    found = next((item.name for item in queue.items if {item.id, item.other} <= told), at)
    desk.queues.mark(_key(query), found, done=False)
    return _move(desk, query, found)


def _key(query: ReviewQuery) -> str:
    return f"pairs?{query.query()}"


def _move(desk: Desk, query: ReviewQuery, at: str) -> Response:
    if not is_part(desk.request):
        return RedirectResponse(query.address("/review/pairs", at=at or END), 303)
    return _item(desk, query, at or END)


def _next(desk: Desk, query: ReviewQuery, at: str) -> str:
    """The next pair that is still there."""
    queue = desk.queues.get(_key(query), lambda: pairs_queue(desk.ledger, query), at or END)
    while item := queue.following(at):
        if _pair(desk, item.name):
            return item.name
        desk.queues.mark(_key(query), item.name, done=True)
        queue = desk.queues.get(_key(query), lambda: pairs_queue(desk.ledger, query), item.name)
    return ""


def _pair(desk: Desk, at: str) -> Pair | None:
    """The pair, while it is one that waits."""
    try:
        pair = pair_of(desk.ledger, at)
    except UsageError:
        return None
    return pair if pair.open else None


def _item(desk: Desk, query: ReviewQuery, at: str, trouble: str = "") -> Response:
    key, ended = _key(query), at == END
    queue = desk.queues.get(key, lambda: pairs_queue(desk.ledger, query), at or END)
    at = "" if ended else at or _next(desk, query, "")
    answer = render(
        desk.request,
        "review/pair.html" if is_part(desk.request) else "review/pairs.html",
        query=query,
        trouble=trouble,
        author=desk.author,
        undoable=last_done(desk.ledger, desk.author),
        at=at,
        pair=pair_of(desk.ledger, at) if at else None,
        **_place(queue, at),
    )
    if at:
        remember(desk.request, answer, "pairs", query.query(), at, queue.decided)
    if is_part(desk.request):
        answer.headers["hx-push-url"] = query.address("/review/pairs", at=at or END)
    return answer


def _place(queue: Queue, at: str) -> dict[str, Any]:
    following = queue.following(at)
    return {
        "queue": queue,
        "place": queue.at(at),
        "skip": following.name if following else "",
        "prev": (found := queue.beside(at, -1)) and found.name,
        "next": (found := queue.beside(at, 1)) and found.name,
    }

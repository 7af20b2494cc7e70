"""Where one left off: the last item of the last queues, and how many were decided on, in a cookie for each ledger."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["decided_in", "last_place", "place_in", "remember"]

KEPT = 5
"""Queues whose places are remembered."""


def last_place(request: Request, page: str) -> tuple[str, str] | None:
    """The queue (as a query string) that was gone through last on this page, and where in it."""
    return next(((query, at) for query, at, _ in _places(request, page)), None)


def place_in(request: Request, page: str, query: str) -> str:
    """Where one was in this queue; empty when one has not been in it."""
    return next((at for kept, at, _ in _places(request, page) if kept == query), "")


def decided_in(request: Request, page: str, query: str) -> int:
    """How many of this queue were decided on when one was last in it."""
    return next((decided for kept, _, decided in _places(request, page) if kept == query), 0)


def remember(request: Request, answer: Response, page: str, query: str, at: str, decided: int = 0) -> None:
    """Keep this place; the latest stands first. What is fetched ahead tells where one really is."""
    at = request.headers.get("x-at", at)[:40]
    places = [(query, at, decided), *(place for place in _places(request, page) if place[0] != query)][:KEPT]
    told = quote(json.dumps(places))
    if len(told) < 3500:  # browsers drop a longer cookie
        answer.set_cookie(_name(request, page), told, max_age=365 * 86400, samesite="strict", httponly=True)


def _places(request: Request, page: str) -> list[tuple[str, str, int]]:
    try:
        kept = json.loads(unquote(request.cookies.get(_name(request, page), "")))
        return [(str(query), str(at), min(max(int(decided), 0), 1_000_000)) for query, at, decided in kept]
    except (ValueError, TypeError):
        return []


def _name(request: Request, page: str) -> str:
    ledger = sha256(str(request.app.state.ledger.path).encode()).hexdigest()[:8]
    return f"demarche_{page}_{ledger}"

"""The Host header must name this app: a page of another site that points its own name here is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from demarche.web.security.answers import refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["Hosts", "bare"]


class Hosts:
    """Lets only known host names through (DNS rebinding)."""

    def __init__(self, app: ASGIApp, allowed: frozenset[str]) -> None:
        self.app = app
        self.allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "http" and bare(Headers(scope=scope).get("host", "")) not in self.allowed:
            await refuse(421, "This address is not one that demarche answers to.", scope, receive, send)
            return
        await self.app(scope, receive, send)


def bare(host: str) -> str:
    """The name without its port: `[::1]:8000` is `::1`."""
    host = host.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host

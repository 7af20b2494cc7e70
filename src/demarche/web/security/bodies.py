"""Bodies are bounded, in size and in the time they may take to arrive."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from demarche.web.security.answers import refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["BODY_BYTES", "BODY_SECONDS", "Bodies"]

BODY_BYTES = 50_000_000
"""The most bytes one request may bring: several documents of 10 MB."""

BODY_SECONDS = 60
"""The longest a body may take."""


class _TooMuchError(Exception):
    """More bytes than announced or allowed."""


class Bodies:
    """Refuses what is too large or too slow; nothing of it reaches a page."""

    def __init__(self, app: ASGIApp, most: int = BODY_BYTES, seconds: float = BODY_SECONDS) -> None:
        self.app = app
        self.most = most
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take the whole body first, then pass the request on with it."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        try:
            if not announced.isdigit() or int(announced) > self.most:
                raise _TooMuchError
            async with asyncio.timeout(self.seconds):
                body = await self._whole(receive)
        except _TooMuchError:
            words = f"This is more than {self.most // 1_000_000} MB at once; nothing was read. Add fewer files."
            await refuse(413, words, scope, receive, send)
        except TimeoutError:
            await refuse(408, "This took too long to arrive; nothing was read.", scope, receive, send)
        else:
            await self.app(scope, _again(body, receive), send)

    async def _whole(self, receive: Receive) -> bytes:
        parts, size = [], 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return b""
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self.most:
                raise _TooMuchError
            if not message.get("more_body"):
                return b"".join(parts)


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once, then whatever comes."""
    waiting = [body]

    async def replay() -> Message:
        return {"type": "http.request", "body": waiting.pop(), "more_body": False} if waiting else await receive()

    return replay

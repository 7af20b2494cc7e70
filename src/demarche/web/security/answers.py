"""Refusals in plain words, before any page is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

__all__ = ["refuse"]


async def refuse(status: int, words: str, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with one line and nothing else."""
    await PlainTextResponse(words + "\n", status)(scope, receive, send)

"""Who asks, where the ledger has accounts: an account that has signed in, or a program with the token of one.

Whoever is neither sees the page that signs in, and its style; a link is opened after it. Sessions are looked up in the
ledger with every request: nothing hangs on one process, and what an admin ends is ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse

from demarche.errors import LedgerError
from demarche.ledger.team.sessions import secret
from demarche.web.own_paths import own_path, path_of
from demarche.web.security.cookies import session_cookie, session_of

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from demarche.ledger.team import Accounts, Member

__all__ = ["Members"]

SIGN_IN, CHANGE = "/sign-in", "/password"
_BEFORE_CHANGE = (CHANGE, "/sign-out", "/theme")
_STRANGERS_BYTES = 10_000
"""The most that somebody may send who has not signed in."""


class Members:
    """Puts `scope["demarche.member"]` and `scope["demarche.session"]` there; sends the others to sign in."""

    def __init__(self, app: ASGIApp, accounts: Accounts) -> None:
        self.app = app
        self.accounts = accounts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Find out who asks, and pass on what may be asked."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        try:
            member, session = await run_in_threadpool(self._who, asked)
        except LedgerError as error:
            await PlainTextResponse(f"{error}\n", 503)(scope, receive, send)
            return
        scope["demarche.member"], scope["demarche.session"] = member, session
        if member is None and scope["path"] == SIGN_IN:
            await self._stranger(asked, receive, send)
        elif refused := _refused(asked, member):
            await refused(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _who(self, asked: HTTPConnection) -> tuple[Member | None, str]:
        """The account, and its session: none for a program, which therefore writes nothing."""
        if shown := session_of(asked):
            return self.accounts.of_session(shown), shown
        kind, _, token = asked.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and token and asked.scope["path"].startswith("/api/"):
            return self.accounts.of_token(token.strip()), ""
        return None, ""

    async def _stranger(self, asked: HTTPConnection, receive: Receive, send: Send) -> None:
        """The page that signs in, with a cookie of its own, so that its form too comes from here."""
        scope = asked.scope
        announced = asked.headers.get("content-length", "" if "transfer-encoding" in asked.headers else "0")
        if not announced.isdigit() or int(announced) > _STRANGERS_BYTES:
            await PlainTextResponse("This is too much to sign in with.\n", 413)(scope, receive, send)
            return
        cookie = ""
        if not scope["demarche.session"]:
            scope["demarche.session"] = secret()
            cookie = session_cookie(scope, scope["demarche.session"])

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and cookie:
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        await self.app(scope, receive, sending)


def _refused(asked: HTTPConnection, member: Member | None) -> Response | None:
    """Where somebody is sent who may not see this yet; None when they may."""
    if member is None:
        return _sent(asked, 401, f"{SIGN_IN}?{urlencode({'next': _here(asked)})}", "Sign in first, or show a token.")
    if member.must_change and asked.scope["path"] not in _BEFORE_CHANGE:
        return _sent(asked, 403, CHANGE, "Change the password first that somebody else has made for you.")
    return None


def _sent(asked: HTTPConnection, status: int, where: str, words: str) -> Response:
    if asked.scope["path"].startswith("/api/"):
        return JSONResponse({"error": words}, status, {"www-authenticate": "Bearer"} if status == 401 else None)
    if "hx-request" in asked.headers:
        return PlainTextResponse(words, status, {"hx-redirect": where})
    return RedirectResponse(where, 303)


def _here(asked: HTTPConnection) -> str:
    """The page to come back to: the one that is asked for, or the one from which a part or a write was asked for."""
    if "hx-request" in asked.headers:
        return path_of(asked.headers.get("hx-current-url", ""))
    if asked.scope["method"] != "GET":
        return "/"
    query = asked.scope["query_string"].decode("latin-1")
    return own_path(asked.scope["path"] + (f"?{query}" if query else ""))

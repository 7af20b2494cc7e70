"""Sessions: a signed cookie that no other site's request carries, and the token that every write must show.

On a loopback address whoever comes gets one. Elsewhere only who opens the first link, or shows its token as
`Authorization: Bearer …`, which programs use for the API.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse

from demarche.web.security.answers import refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from demarche.web.settings import Settings

__all__ = ["COOKIE", "Sessions", "csrf_token"]

COOKIE = "demarche_session"
_DOOR = "This demarche is open to invited people only. Open the first link that `demarche serve` printed."


class Sessions:
    """Puts `scope["demarche.session"]` there: the id of a session, or "" for a program with the token."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Find the session, make one for who may have one, refuse the others."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        known = _read(asked.cookies.get(COOKIE, ""), self.settings.secret)
        if known or self._bearer(asked):
            scope["demarche.session"] = known
            await self.app(scope, receive, send)
        elif self._may_come_in(asked):
            await self._welcome(scope, receive, send)
        else:
            await refuse(403, _DOOR, scope, receive, send)

    def _bearer(self, asked: HTTPConnection) -> bool:
        shown = asked.headers.get("authorization", "").removeprefix("Bearer ")
        return bool(self.settings.token) and _same(shown, self.settings.token or "")

    def _may_come_in(self, asked: HTTPConnection) -> bool:
        token = self.settings.token
        return token is None or _same(asked.query_params.get("token", ""), token)

    async def _welcome(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = secrets.token_hex(16)
        scope["demarche.session"] = session
        cookie = f"{COOKIE}={_signed(session, self.settings.secret)}; Path=/; HttpOnly; SameSite=Strict"

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        if self.settings.token:  # the token leaves the address bar
            await RedirectResponse(_without_token(scope), 303)(scope, receive, sending)
        else:
            await self.app(scope, receive, sending)


def csrf_token(session: str) -> str:
    """What a write of this session must show: known to whoever has its secret, in whichever process it is served."""
    return hmac.new(session.encode("utf-8", "surrogateescape"), b"csrf", sha256).hexdigest()


def _signed(session: str, secret: bytes) -> str:
    return f"{session}.{hmac.new(secret, session.encode(), sha256).hexdigest()}"


def _read(cookie: str, secret: bytes) -> str:
    session = cookie.partition(".")[0]
    return session if session and _same(cookie, _signed(session, secret)) else ""


def _same(shown: str, wanted: str) -> bool:
    return hmac.compare_digest(shown.encode(), wanted.encode())


def _without_token(scope: Scope) -> str:
    rest = [(k, v) for k, v in parse_qsl(scope["query_string"].decode("latin-1")) if k != "token"]
    path = "/" + str(scope["path"]).lstrip("/\\")
    return path + (f"?{urlencode(rest)}" if rest else "")

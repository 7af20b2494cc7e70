"""The cookie of whoever has signed in, or is about to.

SameSite=Lax, so that a link in a mail opens for who is signed in: a read changes nothing, and every write shows the
token of its session. Behind https its name binds it to this host (`__Host-`), and it never goes out in the clear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.ledger.team.sessions import SESSION_DAYS

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection
    from starlette.types import Scope

__all__ = ["session_cookie", "session_of"]

_NAME = "demarche_account"


def session_of(asked: HTTPConnection) -> str:
    """What the browser shows, empty when nothing."""
    return asked.cookies.get(_name(asked.scope), "")


def session_cookie(scope: Scope, secret: str, *, kept: bool = False) -> str:
    """A `Set-Cookie` header: for as long as a session lasts when `kept`, gone at once without a secret."""
    age = f"; Max-Age={SESSION_DAYS * 86400}" if kept else "" if secret else "; Max-Age=0"
    return f"{_name(scope)}={secret}; Path=/; HttpOnly; SameSite=Lax{age}{'; Secure' if _secure(scope) else ''}"


def _name(scope: Scope) -> str:
    return f"__Host-{_NAME}" if _secure(scope) else _NAME


def _secure(scope: Scope) -> bool:
    return bool(scope.get("scheme") == "https")

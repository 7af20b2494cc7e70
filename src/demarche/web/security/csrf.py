"""Every write shows the token of its session: in the header `X-CSRF-Token`, or in the field `csrf` of a form."""

from __future__ import annotations

import hmac

from fastapi import HTTPException, Request

from demarche.web.security.sessions import csrf_token

__all__ = ["guard"]

_SAFE = ("GET", "HEAD", "OPTIONS")
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def guard(request: Request) -> None:
    """A dependency of the whole app: 403 for a write that does not come from one of its own pages."""
    if request.method in _SAFE or _asks(request):
        return
    session = request.scope.get("demarche.session", "")
    wanted = csrf_token(session)
    if not session or not hmac.compare_digest((await _shown(request)).encode(), wanted.encode()):
        raise HTTPException(403, "This page is from an earlier run of demarche. Nothing was changed; load it anew.")


def _asks(request: Request) -> bool:
    """A question of a program that changes nothing; no form of another site can send that type."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return request.url.path == "/api/check" and kind == "application/json"


async def _shown(request: Request) -> str:
    if token := request.headers.get("x-csrf-token"):
        return token
    if request.headers.get("content-type", "").startswith(_FORMS):
        return str((await request.form()).get("csrf", ""))
    return ""

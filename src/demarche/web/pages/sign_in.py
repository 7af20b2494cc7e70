"""Sign in and out, where the ledger has accounts. It works without a script, and says no more than it must."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from demarche.web.own_paths import own_path
from demarche.web.pages.page import Page
from demarche.web.permissions import member_of
from demarche.web.rendering import render
from demarche.web.security.cookies import session_cookie

if TYPE_CHECKING:
    from demarche.ledger.team import Accounts
    from demarche.web.signing_in import SignIns, Tried

__all__ = ["PAGE", "address_of", "with_session"]

router = APIRouter()
PAGE = Page("Sign in", "/sign-in", router, shown=False)


@router.get("/sign-in")
def show(request: Request, next: str = "/", out: bool = False) -> Response:
    """The form; who is in already goes on."""
    if member_of(request.scope):
        return RedirectResponse(own_path(next), 303)
    return render(request, "sign_in/page.html", goal=own_path(next), out=out, name="", tried=None)


@router.post("/sign-in")
async def sign_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session with a secret of its own, and go where one wanted to."""
    sign_ins: SignIns = request.app.state.sign_ins
    tried = await sign_ins.sign_in(name, password, address_of(request))
    if tried.session is None:
        answer = render(
            request, "sign_in/page.html", _status(tried), goal=own_path(next), out=False, name=name[:80], tried=tried
        )
        if tried.wait:
            answer.headers["retry-after"] = str(tried.wait)
        return answer
    return with_session(request, RedirectResponse(own_path(next), 303), tried.session)


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """End this session, here and in the ledger."""
    accounts: Accounts = request.app.state.ledger.accounts
    accounts.sign_out(request.scope["demarche.session"])
    answer = RedirectResponse("/sign-in?out=1", 303)
    answer.headers.append("set-cookie", session_cookie(request.scope, ""))
    return answer


def address_of(request: Request) -> str:
    """Where a try comes from."""
    return request.client.host if request.client else ""


def with_session(request: Request, answer: Response, session: str) -> Response:
    """The answer with the cookie of a session."""
    answer.headers.append("set-cookie", session_cookie(request.scope, session, kept=True))
    return answer


def _status(tried: Tried) -> int:
    return 429 if tried.wait else 401

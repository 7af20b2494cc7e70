"""My password: another one for the account that is signed in. All other sessions of it end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from demarche.errors import UsageError
from demarche.ledger.team.passwords import LEAST
from demarche.web.pages.page import Page
from demarche.web.pages.sign_in import address_of, with_session
from demarche.web.permissions import member_of
from demarche.web.rendering import render

if TYPE_CHECKING:
    from demarche.web.signing_in import SignIns

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("My password", "/password", router, shown=False)
Text = Annotated[str, Form()]


@router.get("/password")
def show(request: Request, changed: bool = False) -> Response:
    """The form."""
    return render(request, "password/page.html", trouble="", changed=changed, least=LEAST)


@router.post("/password")
async def change(request: Request, password: Text = "", new: Text = "", again: Text = "") -> Response:
    """Change the password of whoever knows the present one."""
    sign_ins: SignIns = request.app.state.sign_ins
    member = member_of(request.scope)
    trouble = _unclear(password, new, again)
    if not trouble and member:
        try:
            tried = await sign_ins.change(member.name, password, new, address_of(request))
        except UsageError as error:
            trouble = str(error)
        else:
            if tried.session:
                return with_session(request, RedirectResponse("/password?changed=1", 303), tried.session)
            trouble = tried.trouble if tried.wait else "This is not your present password. Nothing was changed."
    return render(request, "password/page.html", 400, trouble=trouble, changed=False, least=LEAST)


def _unclear(password: str, new: str, again: str) -> str:
    if new != again:
        return "The new password was not typed the same twice. Nothing was changed."
    if new == password:
        return "This is the password that you have. Nothing was changed."
    return ""

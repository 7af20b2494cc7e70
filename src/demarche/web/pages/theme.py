"""Light, dark, or as the system has it: kept in a cookie, so that no page flickers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from demarche.web.own_paths import own_path
from demarche.web.pages.page import Page

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Theme", "/theme", router, shown=False)


@router.post("/theme")
def choose(theme: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/") -> Response:
    """Keep the choice and go back."""
    answer = RedirectResponse(own_path(back), 303)
    if theme in ("light", "dark"):
        answer.set_cookie("demarche_theme", theme, max_age=365 * 86400, samesite="strict", httponly=True)
    else:
        answer.delete_cookie("demarche_theme", samesite="strict", httponly=True)
    return answer

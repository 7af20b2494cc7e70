"""Accounts, for admins: who may come in and in which role. A password that is made here is shown once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from demarche.ledger.team import Role, made_up
from demarche.ledger.team.roles import role_of
from demarche.web.context import TheLedger
from demarche.web.pages.page import Page
from demarche.web.rendering import render

__all__ = ["PAGE", "ROLES"]

router = APIRouter()
PAGE = Page("Accounts", "/accounts", router, shown=False)
Text = Annotated[str, Form()]

ROLES: dict[str, str] = {
    Role.READER: "sees and downloads everything",
    Role.REVIEWER: "accepts and rejects, and takes back what they decided",
    Role.EDITOR: "edits, merges, splits, adds documents, and takes back what anybody decided",
    Role.ADMIN: "looks after the accounts, besides",
}


@router.get("/accounts")
def show(request: Request, ledger: TheLedger) -> Response:
    """Everybody, the disabled ones last."""
    return _page(request, ledger)


@router.post("/accounts")
def add(request: Request, ledger: TheLedger, name: Text = "", display: Text = "", role: Text = "") -> Response:
    """A new account with a password that is shown on this page and nowhere else."""
    password = made_up()
    member = ledger.accounts.add(name, role_of(role), password, display=display, must_change=True)
    return _page(request, ledger, member.name, password)


@router.post("/accounts/{name}/role")
def give_role(name: str, ledger: TheLedger, role: Text = "") -> Response:
    """Give an account another role; it signs in anew."""
    ledger.accounts.set_role(name, role_of(role))
    return RedirectResponse("/accounts", 303)


@router.post("/accounts/{name}/password")
def give_password(name: str, request: Request, ledger: TheLedger) -> Response:
    """Give an account a password that is shown on this page and nowhere else."""
    password = made_up()
    member = ledger.accounts.set_password(name, password, must_change=True)
    return _page(request, ledger, member.name, password)


@router.post("/accounts/{name}/disable")
def disable(name: str, ledger: TheLedger) -> Response:
    """Let nobody in by an account; what it decided stays."""
    ledger.accounts.disable(name)
    return RedirectResponse("/accounts", 303)


@router.post("/accounts/{name}/enable")
def enable(name: str, ledger: TheLedger) -> Response:
    """Let it in again."""
    ledger.accounts.enable(name)
    return RedirectResponse("/accounts", 303)


def _page(request: Request, ledger: TheLedger, made: str = "", password: str = "") -> Response:
    accounts = ledger.accounts.all()
    return render(request, "accounts/page.html", accounts=accounts, roles=ROLES, made=made, password=password)

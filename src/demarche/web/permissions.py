"""Who may do what, where the ledger has accounts: every write by its address, with the least role that may make it.

Whatever is not named here nobody may write: a new route is closed until somebody decides who it is for. To read, any
account will do, except where an address is named. A local ledger without accounts lets its one user do everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fastapi import HTTPException, Request

from demarche.ledger.team import Member, Role

if TYPE_CHECKING:
    from starlette.types import Scope

__all__ = ["LEAST", "OPEN", "allowed", "may", "member_of", "only_own"]

OPEN = frozenset({"GET /sign-in", "POST /sign-in"})
"""What is there for whoever has not signed in."""

LEAST: Mapping[str, Role | None] = {
    "POST /sign-out": Role.READER,
    "POST /password": Role.READER,
    "POST /theme": Role.READER,
    "POST /check": Role.READER,  # it keeps nothing in the ledger
    "POST /check/ask": Role.READER,
    "POST /api/check": Role.READER,
    "POST /review/decide": Role.REVIEWER,
    "POST /event/{event_id}/{verdict}": Role.REVIEWER,
    "POST /review/undo": Role.REVIEWER,  # their own only, see `only_own`
    "POST /review/pairs/undo": Role.REVIEWER,
    "POST /log/{number}/undo": Role.REVIEWER,
    "POST /review/edit": Role.EDITOR,
    "POST /review/pairs/decide": Role.EDITOR,
    "POST /people/same": Role.EDITOR,
    "POST /people/alias": Role.EDITOR,
    "GET /add": Role.EDITOR,
    "POST /add": Role.EDITOR,
    "POST /log/author": None,  # an account signs by its own name
    "GET /accounts": Role.ADMIN,
    "POST /accounts": Role.ADMIN,
    "POST /accounts/{name}/role": Role.ADMIN,
    "POST /accounts/{name}/password": Role.ADMIN,
    "POST /accounts/{name}/disable": Role.ADMIN,
    "POST /accounts/{name}/enable": Role.ADMIN,
}

_READS = ("GET", "HEAD", "OPTIONS")


def may(member: Member | None, verb: str, path: str) -> bool:
    """Whether an account may ask for this; `path` is that of the route: `/event/{event_id}/{verdict}`."""
    asked = f"{'GET' if verb in _READS else verb} {path}"
    if asked in OPEN:
        return True
    least = LEAST.get(asked, Role.READER if verb in _READS else None)
    return member is not None and least is not None and member.role.covers(least)


def member_of(scope: Scope) -> Member | None:
    """Who asks, where the ledger has accounts."""
    found: Member | None = scope.get("demarche.member")
    return found


def only_own(request: Request) -> bool:
    """True when whoever asks may take back only what they decided themselves."""
    member = member_of(request.scope)
    return member is not None and not member.role.covers(Role.EDITOR)


async def allowed(request: Request) -> None:
    """A dependency of the whole app: 403 for what the role of the account does not reach."""
    if not request.app.state.settings.team:
        return
    member = member_of(request.scope)
    if not may(member, request.method, request.scope["route"].path):
        role = f"The role of your account, {member.role}," if member else "Who has not signed in"
        raise HTTPException(403, f"{role} does not allow this. Nothing was changed. An admin can give you another one.")

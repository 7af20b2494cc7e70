"""What every request passes before a page sees it: host, size, session; and what every answer bears: headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.web.security.bodies import Bodies
from demarche.web.security.csrf import guard
from demarche.web.security.headers import Headers
from demarche.web.security.hosts import Hosts
from demarche.web.security.members import Members
from demarche.web.security.sessions import Sessions, csrf_token

if TYPE_CHECKING:
    from fastapi import FastAPI

    from demarche.web.settings import Settings

__all__ = ["csrf_token", "guard", "protect"]


def protect(app: FastAPI, settings: Settings) -> None:
    """Put the layers around the app; the one added last is the outermost: no body is taken from who may not come in."""
    app.add_middleware(Bodies)
    if settings.team:
        app.add_middleware(Members, accounts=app.state.ledger.accounts)
    else:
        app.add_middleware(Sessions, settings=settings)
    app.add_middleware(Hosts, allowed=settings.allowed_hosts)
    app.add_middleware(Headers)

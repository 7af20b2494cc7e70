"""The app put together: pages, API, static files, protection, errors."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files

from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from demarche.ledger import Ledger, Pages
from demarche.web import failures
from demarche.web.api import router as api
from demarche.web.checking import Checks
from demarche.web.jobs import Jobs
from demarche.web.pages import PAGES, TEAM_PAGES
from demarche.web.permissions import allowed
from demarche.web.queues import Queues
from demarche.web.security import guard, protect
from demarche.web.settings import Settings
from demarche.web.signing_in import SignIns
from demarche.web.turns import Turns

__all__ = ["create_app"]

AT_ONCE = min(8, max(2, os.cpu_count() or 2))
"""So many answers are made at once, the others wait: more threads would only take each other's turns."""

_ABOUT = "Ask a ledger of diplomacy. It mirrors the Python API name for name; it only reads."


def create_app(settings: Settings) -> FastAPI:
    """The app of one ledger, which is made when it is not there. LedgerError when it cannot be opened."""
    app = FastAPI(
        title="demarche",
        version=version("demarche"),
        description=_ABOUT,
        docs_url=None,  # FastAPI's own pages load from a CDN; /api has a plain one
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(guard), Depends(allowed)],
        lifespan=_until_the_end,
    )
    app.state.settings = settings
    app.state.ledger = Ledger.open(settings.ledger, create=True)
    app.state.jobs = Jobs(app.state.ledger)
    app.state.checks = Checks(app.state.ledger, app.state.jobs)
    app.state.queues = Queues()
    app.state.turns = Turns()
    app.state.pages = Pages(app.state.ledger)
    app.state.nav = [page for page in PAGES if page.shown]
    if settings.team:
        app.state.sign_ins = SignIns(app.state.ledger.accounts)
    for page in (*PAGES, *(TEAM_PAGES if settings.team else ())):
        app.include_router(page.router, include_in_schema=False)
    app.include_router(api)
    app.mount("/static", StaticFiles(directory=str(files("demarche.web") / "static")), name="static")
    failures.register(app)
    protect(app, settings)
    return app


@asynccontextmanager
async def _until_the_end(app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = AT_ONCE
    yield
    app.state.jobs.close()
    if app.state.settings.team:
        app.state.sign_ins.close()
    app.state.ledger.close()

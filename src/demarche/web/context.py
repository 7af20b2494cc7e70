"""What a page may ask for: the ledger, the settings, the reading jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import unquote

from fastapi import Depends, Request

from demarche.ledger import Ledger, Pages
from demarche.web.checking import Checks
from demarche.web.jobs import Jobs
from demarche.web.permissions import member_of
from demarche.web.queues import Queues
from demarche.web.settings import Settings
from demarche.web.turns import Turns

__all__ = [
    "AUTHOR_COOKIE",
    "Desk",
    "TheAuthor",
    "TheChecks",
    "TheDesk",
    "TheJobs",
    "TheLedger",
    "ThePages",
    "TheQueues",
    "TheSettings",
    "TheTurns",
]


AUTHOR_COOKIE = "demarche_author"


def _author(request: Request) -> str:
    """Who decides: the account, where there are accounts; the name kept in this browser, or that of the start."""
    if member := member_of(request.scope):
        return member.name
    kept = unquote(request.cookies.get(AUTHOR_COOKIE, "")).strip()[:80]
    return kept or str(request.app.state.settings.author) or "somebody"


def _ledger(request: Request) -> Ledger:
    found: Ledger = request.app.state.ledger
    return found


def _pages(request: Request) -> Pages:
    found: Pages = request.app.state.pages
    return found


def _settings(request: Request) -> Settings:
    found: Settings = request.app.state.settings
    return found


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


def _checks(request: Request) -> Checks:
    found: Checks = request.app.state.checks
    return found


def _queues(request: Request) -> Queues:
    found: Queues = request.app.state.queues
    return found


def _turns(request: Request) -> Turns:
    found: Turns = request.app.state.turns
    return found


TheLedger = Annotated[Ledger, Depends(_ledger)]
ThePages = Annotated[Pages, Depends(_pages)]
TheSettings = Annotated[Settings, Depends(_settings)]
TheAuthor = Annotated[str, Depends(_author)]
TheJobs = Annotated[Jobs, Depends(_jobs)]
TheChecks = Annotated[Checks, Depends(_checks)]
TheQueues = Annotated[Queues, Depends(_queues)]
TheTurns = Annotated[Turns, Depends(_turns)]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody decides: who, on which ledger, by which queues, as this request asks."""

    request: Request
    ledger: Ledger
    queues: Queues
    author: str


def _desk(request: Request, ledger: TheLedger, queues: TheQueues, author: TheAuthor) -> Desk:
    return Desk(request, ledger, queues, author)


TheDesk = Annotated[Desk, Depends(_desk)]

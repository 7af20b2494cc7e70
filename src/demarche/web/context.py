"""What a page may ask for: the ledger, the settings, the reading jobs."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from demarche.ledger import Ledger
from demarche.web.jobs import Jobs
from demarche.web.settings import Settings

__all__ = ["TheJobs", "TheLedger", "TheSettings"]


def _ledger(request: Request) -> Ledger:
    found: Ledger = request.app.state.ledger
    return found


def _settings(request: Request) -> Settings:
    found: Settings = request.app.state.settings
    return found


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


TheLedger = Annotated[Ledger, Depends(_ledger)]
TheSettings = Annotated[Settings, Depends(_settings)]
TheJobs = Annotated[Jobs, Depends(_jobs)]

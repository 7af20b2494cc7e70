"""The pages, in the order of the navigation. One file a page, one folder of templates a page."""

from demarche.web.pages import (
    about_api,
    accounts,
    add,
    check,
    coverage,
    deadlines,
    document,
    documents,
    episodes,
    event,
    follows,
    holds,
    hours,
    ledger,
    log,
    pairs,
    password,
    people,
    review,
    sign_in,
    theme,
    timeline,
    tone,
    traffic,
)
from demarche.web.pages.page import Page

__all__ = ["PAGES", "TEAM_PAGES", "Page"]

PAGES: tuple[Page, ...] = (
    ledger.PAGE,
    review.PAGE,
    check.PAGE,
    timeline.PAGE,
    hours.PAGE,
    deadlines.PAGE,
    episodes.PAGE,
    tone.PAGE,
    documents.PAGE,
    people.PAGE,
    coverage.PAGE,
    log.PAGE,
    add.PAGE,
    event.PAGE,
    document.PAGE,
    pairs.PAGE,
    traffic.PAGE,
    holds.PAGE,
    follows.PAGE,
    about_api.PAGE,
    theme.PAGE,
)

TEAM_PAGES: tuple[Page, ...] = (sign_in.PAGE, password.PAGE, accounts.PAGE)
"""Those that are there only where the ledger has accounts."""

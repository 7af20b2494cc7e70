"""The pages, in the order of the navigation. One file a page, one folder of templates a page."""

from demarche.web.pages import (
    about_api,
    add,
    check,
    coverage,
    deadlines,
    document,
    documents,
    event,
    hours,
    ledger,
    log,
    pairs,
    people,
    review,
    theme,
    timeline,
)
from demarche.web.pages.page import Page

__all__ = ["PAGES", "Page"]

PAGES: tuple[Page, ...] = (
    ledger.PAGE,
    review.PAGE,
    check.PAGE,
    timeline.PAGE,
    hours.PAGE,
    deadlines.PAGE,
    documents.PAGE,
    people.PAGE,
    coverage.PAGE,
    log.PAGE,
    add.PAGE,
    event.PAGE,
    document.PAGE,
    pairs.PAGE,
    about_api.PAGE,
    theme.PAGE,
)

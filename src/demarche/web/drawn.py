"""Lines of the ledger's table as HTML. A line that looks the same is not drawn again: half the time of a page."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from demarche.web.rendering import environment
from demarche.web.views.lines import Line

__all__ = ["drawn"]


@lru_cache(maxsize=5_000)  # about 1.5 kB each
def drawn(line: Line) -> Markup:
    """The row of this line. It hangs on nothing but the line: what is kept is never out of date."""
    row = environment().get_template("ledger/row.html").module.row  # type: ignore[attr-defined]
    return Markup(row(line))

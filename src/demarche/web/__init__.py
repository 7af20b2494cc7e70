"""The web app: read, see, decide. A page is one file in `pages/` and one folder in `templates/`.

    create_app(Settings(ledger="demarche.ledger"))        # an ASGI app; `demarche serve` runs it

To add a page

1. write `pages/NAME.py` with a `PAGE = Page("Title", "/path", router)`: routes of a few lines that take `TheLedger`,
   `TheAuthor` (who decides) or `TheJobs` from `context.py`, ask once, and `render(request, "NAME/page.html", ...)`;
2. put its templates into `templates/NAME/`, extending `base.html` (blocks title, main, scripts, width); `parts/` has
   macros for kinds, statuses, standings, lengths, dates, quotations, downloads, pages of rows and charts;
3. name it in `pages/__init__.py`, where the order is that of the navigation;
4. name each of its writes in `permissions.py` with the least role: where the ledger has accounts, others are closed.
   Show a form only `{% if may("/path/of/its/route") %}`.

What it shows is made from rows by pure functions in `views/`. An htmx request wants only a part (`is_part`). Forms
carry `<input type="hidden" name="csrf" value="{{ csrf }}">`; htmx sends the token by itself. A write answers with a
redirect (303). A chart is a route `…/chart.{form}` that answers `chart_answer(form, spec, name)` of `pictures.py`: its
specification (`on_page(spec)` when a `width` is asked for), SVG or PNG. `{{ chart(…) }}` and `{{ chart_scripts() }}` of
`parts/charts.html` draw it; the same rows stand in a table beside it. A small table downloads by `downloads.save`.
Nothing inline: no `style=`, no `onclick=`, no script in a template; scripts of a page are files in `static/`.

What every page gets without asking: a session, protection of writes, strict headers, bounded bodies, escaped and
visible text, errors in one line (`security/`, `rendering.py`, `failures.py`). The list of addresses in
tests/web/test_browser.py is checked for accessibility and width: add the new one there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from demarche.web.app import create_app
    from demarche.web.settings import Settings

__all__ = ["Settings", "create_app"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    homes = {"create_app": "demarche.web.app", "Settings": "demarche.web.settings"}
    if name in homes:
        return getattr(import_module(homes[name]), name)
    raise AttributeError(f"module 'demarche.web' has no attribute {name!r}")

"""The web app: read, see, decide. A page is one file in `pages/` and one folder in `templates/`.

    create_app(Settings(ledger="demarche.ledger"))        # an ASGI app; `demarche serve` runs it

To add a page: write `pages/NAME.py` with a `PAGE = Page("Title", "/path", router)`, put its templates into
`templates/NAME/`, and name it in `pages/__init__.py`. What every page gets without asking: a session, protection of
writes, strict headers, bounded bodies, escaped and visible text, errors in one line (`security/`, `rendering.py`).
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

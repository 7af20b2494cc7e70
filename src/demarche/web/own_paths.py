"""Where to go on after a form: only to pages of this app."""

from __future__ import annotations

from urllib.parse import urlsplit

__all__ = ["own_path", "path_of"]


def own_path(asked: str) -> str:
    """The address when it is one of this app, else `/`. Browsers drop tabs and line breaks, and take `\\` for `/`."""
    own = asked.startswith("/") and not asked.startswith("//") and "\\" not in asked and asked.isprintable()
    return asked if own and len(asked) <= 2000 else "/"


def path_of(address: str) -> str:
    """Path and query of a whole address, when they can be gone to here."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    return own_path(parts.path + (f"?{parts.query}" if parts.query else ""))

"""Who decides: as said, as the environment says, or who is logged in."""

from __future__ import annotations

import getpass
import os

from demarche.errors import UsageError

__all__ = ["author_name"]


def author_name(given: str) -> str:
    """The author of a decision: `--author`, `$DEMARCHE_AUTHOR`, or the name of this user."""
    named = given.strip() or os.environ.get("DEMARCHE_AUTHOR", "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise UsageError("who decides? Nothing was written; name the author: --author NAME") from None

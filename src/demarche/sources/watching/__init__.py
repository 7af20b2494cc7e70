"""Sources looked at again and again: what is due, what failed since when, what was told last, one watcher at a time."""

from __future__ import annotations

from demarche.sources.watching.folders import fresh_files
from demarche.sources.watching.lock import locked
from demarche.sources.watching.state import Trouble, WatchState, stamp

__all__ = ["Trouble", "WatchState", "fresh_files", "locked", "stamp"]

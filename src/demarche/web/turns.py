"""Work that keeps a processor busy for a while: one at a time, and who has to wait too long is told so."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from demarche.errors import UsageError

__all__ = ["Turns"]

T = TypeVar("T")
PATIENCE = 3.0
"""Seconds that one waits for the others: who waits keeps one of the few threads that make answers."""


class Turns:
    """Whose turn it is; may be asked from any thread."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._lock = Lock()
        self._patience = patience

    def take(self, work: Callable[[], T]) -> T:
        """What this work gives, when nobody else is at it. UsageError where the others take too long."""
        if not self._lock.acquire(timeout=self._patience):
            raise UsageError("somebody else's test is still running; nothing was computed, ask again in a moment")
        try:
            return work()
        finally:
            self._lock.release()

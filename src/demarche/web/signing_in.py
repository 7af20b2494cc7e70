"""Signing in: slowed down where it fails, and hashed beside the threads that pages are made in.

A password costs a quarter of a second and 32 MB to hash, on purpose. Two are hashed at a time and a few wait, so that
many at once can take neither the memory nor the pages from those who are in.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.errors import UsageError
from demarche.web.security.throttle import Throttle, keys_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from demarche.ledger.team import Accounts

__all__ = ["SignIns", "Tried"]

AT_ONCE, WAITING = 2, 30


@dataclass(frozen=True, slots=True)
class Tried:
    """How a try went: the secret of a session, or why there is none."""

    session: str | None = None
    trouble: str = ""
    wait: int = 0  # seconds until the next try


class SignIns:
    """The tries of this process."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._throttle = Throttle()
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="passwords")
        self._going = 0  # counted in the event loop only

    async def sign_in(self, name: str, password: str, address: str) -> Tried:
        """A session for this name and password, asked for from this address."""
        return await self._try(name, address, lambda: self._accounts.sign_in(name, password))

    async def change(self, name: str, password: str, new: str, address: str) -> Tried:
        """Another password for an account whose present one is known; all its sessions end, and one begins."""
        return await self._try(name, address, lambda: self._changed(name, password, new))

    def close(self) -> None:
        """Stop."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _changed(self, name: str, password: str, new: str) -> str | None:
        if not self._accounts.has_password(name, password):
            return None
        self._accounts.set_password(name, new)
        return self._accounts.sign_in(name, new)

    async def _try(self, name: str, address: str, work: Callable[[], str | None]) -> Tried:
        keys = keys_of(name.strip().lower()[:80], address)
        if self._going >= WAITING:
            return Tried(trouble="Many are signing in just now. Try again in a moment.", wait=5)
        if wait := self._throttle.admit(keys):
            return Tried(trouble=_slowly(wait), wait=int(wait) + 1)
        self._going += 1
        try:
            session = await asyncio.get_running_loop().run_in_executor(self._pool, work)
        except UsageError:  # of the new password: the one that was shown is right
            self._throttle.forget(keys)
            raise
        finally:
            self._going -= 1
        if session is None:
            return Tried(trouble="This name and this password do not belong together.")
        self._throttle.forget(keys)
        return Tried(session)


def _slowly(wait: float) -> str:
    seconds = int(wait) + 1
    when = f"{seconds} seconds" if seconds < 120 else f"{round(seconds / 60)} minutes"
    return f"That was tried too often. Try again in {when}."

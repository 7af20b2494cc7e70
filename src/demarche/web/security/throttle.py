"""Failed tries to sign in are slowed down: by name and address together, by name, by address; in bounded memory.

Of each a few are free; then every further one makes the wait twice as long, up to a limit. For a name alone the limit
is a minute, so that strangers who try a name cannot keep its bearer out for long. The tries of a process are its own:
with several processes each counts what it sees.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from threading import Lock

__all__ = ["FREE", "KEPT", "LIMITS", "LONGEST", "Throttle", "keys_of"]

LONGEST = 900.0
"""The longest wait, in seconds; after it without a try all is forgotten."""

FREE = {"both": 5, "name": 30, "address": 50}
LIMITS = {"both": LONGEST, "name": 60.0, "address": LONGEST}

KEPT = 20_000
"""Names and addresses that are remembered."""


@dataclass(slots=True)
class _Tries:
    count: int = 0
    until: float = 0.0
    last: float = 0.0


class Throttle:
    """Counts tries; every method may be called from any thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._tries: OrderedDict[str, _Tries] = OrderedDict()

    def admit(self, keys: Iterable[str]) -> float:
        """Count a try and return 0, or return the seconds to wait first; a try counts before its outcome is known."""
        with self._lock:
            now = self._clock()
            wanted = [(key, self._of(key, now)) for key in keys]
            wait = max((tries.until - now for _, tries in wanted), default=0.0)
            if wait > 0:
                return wait
            for key, tries in wanted:
                tries.count += 1
                tries.last = now
                tries.until = now + _wait(key.partition(":")[0], tries.count)
            return 0.0

    def forget(self, keys: Iterable[str]) -> None:
        """The try was a good one: what failed before it counts no more, and it does not count itself."""
        with self._lock:
            for key in keys:
                if key.startswith("address:"):  # one good try must not give an address new ones at other names
                    tries = self._tries.get(key)
                    if tries:
                        tries.count, tries.until = max(tries.count - 1, 0), 0.0
                else:
                    self._tries.pop(key, None)

    def _of(self, key: str, now: float) -> _Tries:
        tries = self._tries.get(key)
        if tries is None or now - max(tries.last, tries.until) > LONGEST:
            tries = self._tries[key] = _Tries()
        self._tries.move_to_end(key)
        while len(self._tries) > KEPT:
            self._tries.popitem(last=False)
        return tries


def _wait(what: str, count: int) -> float:
    over = count - FREE[what]
    return min(2.0 ** min(over, 20), LIMITS[what]) if over >= 0 else 0.0


def keys_of(name: str, address: str) -> tuple[str, str, str]:
    """What a try counts against; of an IPv6 address its network, which is one household's."""
    where = _network(address)
    return f"both:{name}@{where}", f"name:{name}", f"address:{where}"


def _network(address: str) -> str:
    try:
        known = ip_address(address)
    except ValueError:
        return address[:80]
    return address if known.version == 4 else str(ip_network((known, 64), strict=False))

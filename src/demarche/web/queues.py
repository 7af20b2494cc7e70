"""Queues of what waits for a person, made once from the ledger and gone through step by step.

A queue is a list of ids as it was when it was made: one steps through it, forth and back, whatever is decided.
Which of them have been decided on is kept beside it; that an item was decided on elsewhere shows when it comes up.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock, RLock

from demarche.errors import UsageError

__all__ = ["END", "Item", "Queue", "Queues"]

END = "end"
"""Where one is when nothing waits any more."""

KEPT = 40
"""Queues that are remembered."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to decide on; `why` is what hangs on it, `other` the second of a pair."""

    id: str
    why: str = ""
    other: str = ""

    @property
    def name(self) -> str:
        """How an address names it."""
        return f"{self.id}.{self.other}" if self.other else self.id


@dataclass(frozen=True, slots=True)
class Queue:
    """Items in order; `done` are the names of those decided on; `total` counts all that wait, also beyond these.

    `before` counts those that were decided on before the queue was opened again.
    """

    items: tuple[Item, ...]
    total: int
    head: str = ""
    done: frozenset[str] = frozenset()
    before: int = 0

    @property
    def decided(self) -> int:
        """How many are decided on, since the queue was opened for the first time."""
        return self.before + len(self.done)

    @property
    def size(self) -> int:
        """How many it had then."""
        return self.before + len(self.items)

    def at(self, name: str) -> int | None:
        """The place of an item, None when it is not among these."""
        return next((n for n, item in enumerate(self.items) if item.name == name), None)

    def following(self, name: str) -> Item | None:
        """The next item that waits, from the beginning again after the end; None when none but this one waits."""
        place = self.at(name)
        start = -1 if place is None else place
        turned = (*self.items[start + 1 :], *self.items[: start + 1])
        return next((item for item in turned if item.name not in self.done and item.name != name), None)

    def beside(self, name: str, step: int) -> Item | None:
        """The item a step before or after, decided on or not."""
        place = self.at(name)
        if place is None or not 0 <= place + step < len(self.items):
            return None
        return self.items[place + step]


class Queues:
    """The queues of this app; every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._queues: OrderedDict[str, Queue] = OrderedDict()
        self.deciding = RLock()  # held from looking at an item to deciding on it

    def get(self, key: str, make: Callable[[], Queue], at: str = "") -> Queue:
        """The queue of this key: the one that holds the item (or came to its end), else one made anew."""
        with self._lock:
            held = self._queues.get(key)
        if held is not None and at and (at == END or held.at(at) is not None):
            return held
        made = self.anew(key, make)
        if at and at != END and made.at(at) is None:
            made = replace(made, items=(_item(at), *made.items))
            self._keep(key, made)
        return made

    def anew(self, key: str, make: Callable[[], Queue], before: int = 0) -> Queue:
        """The queue of this key as the ledger has it now; it goes on counting where it was left, or from `before`."""
        made = make()
        with self._lock:
            held = self._queues.get(key)
        if held is None:
            made = replace(made, before=before)
        else:
            still = held.done & {item.name for item in made.items}
            made = replace(made, done=still, before=held.before + len(held.done - still))
        self._keep(key, made)
        return made

    def mark(self, key: str, name: str, *, done: bool) -> None:
        """Note that an item was decided on, or waits again."""
        with self._lock:
            held = self._queues.get(key)
        if held is None:
            return
        if done:
            self._keep(key, replace(held, done=held.done | {name}))
        elif name in held.done:
            self._keep(key, replace(held, done=held.done - {name}))
        elif name and held.at(name) is None:  # decided on before the queue was opened again
            self._keep(key, replace(held, before=max(0, held.before - 1)))

    def _keep(self, key: str, queue: Queue) -> None:
        with self._lock:
            self._queues[key] = queue
            self._queues.move_to_end(key)
            while len(self._queues) > KEPT:
                self._queues.popitem(last=False)


def _item(name: str) -> Item:
    one, _, other = name.partition(".")
    if len(name) > 40:
        raise UsageError("there is no such item; begin the queue anew")
    return Item(one, other=other)

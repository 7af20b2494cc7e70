"""What a watch remembers from one round to the next: `.watch.json` in the folder of pages.

Written whole beside the old one and put in its place, so a killed round leaves the state of the round before: what it
had read is in the ledger, and is told by the next round.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

__all__ = ["Trouble", "WatchState", "stamp"]

STATE = ".watch.json"
_FORM = "%Y-%m-%dT%H:%M:%SZ"
_LONGEST = timedelta(days=1)


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC, to the second."""
    return moment.astimezone(UTC).strftime(_FORM)


def moment_of(words: str) -> datetime:
    """The moment that `stamp` wrote."""
    return datetime.strptime(words, _FORM).replace(tzinfo=UTC)


@dataclass(slots=True)
class Trouble:
    """A source, or a page, that could not be had: since when, why, how often, when it is tried again."""

    since: str
    reason: str
    tries: int
    next: str


@dataclass(slots=True)
class WatchState:
    """`told` is the moment up to which everything was told, '' at first; `feed` the UUID of the Atom feed.

    `troubles` are by link, `files` by path; `looked` says when a page was looked at again.
    """

    told: str = ""
    feed: str = field(default_factory=lambda: str(uuid4()))
    troubles: dict[str, Trouble] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    looked: dict[str, str] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path) -> WatchState:
        """The state that was left; a new one where there is none, or none that can be read."""
        try:
            kept = json.loads((folder / STATE).read_text("utf-8"))
            troubles = {name: Trouble(**facts) for name, facts in kept.pop("troubles").items()}
            state = cls(**kept, troubles=troubles)
            if state.told:
                moment_of(state.told)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return cls()
        return state

    def write(self, folder: Path) -> None:
        """Put it in its place, whole."""
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{STATE}.part"
        with part.open("w", encoding="utf-8") as stream:
            json.dump(asdict(self), stream, ensure_ascii=False)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(folder / STATE)

    def resting(self, name: str, now: datetime) -> bool:
        """True while a source that failed is left alone."""
        trouble = self.troubles.get(name)
        return trouble is not None and moment_of(trouble.next) > now

    def failed(self, name: str, reason: str, now: datetime, every: timedelta) -> bool:
        """Note that it failed; True the first time. Each time it is left alone twice as long, a day at most."""
        old = self.troubles.get(name)
        tries = old.tries + 1 if old else 1
        wait = min(every * 2 ** min(tries - 1, 10), max(_LONGEST, every))
        since = old.since if old else stamp(now)
        self.troubles[name] = Trouble(since, reason, tries, stamp(now + wait - timedelta(seconds=1)))
        return old is None

    def worked(self, name: str) -> Trouble | None:
        """Note that it was had; the trouble that is over, if there was one."""
        return self.troubles.pop(name, None)

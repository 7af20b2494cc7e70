"""One round of a watch: which sources are due, what is new in them, read into the ledger; what failed is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.cli.reading import landings
from demarche.cli.sources import UNDER_WAY, Going
from demarche.documents import Given, arrivals
from demarche.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from demarche.documents import Arrival
    from demarche.sources import Fetcher, Followed, Listed, New, Store
    from demarche.sources.watching import WatchState

__all__ = ["Places", "Round", "look"]

_A_DAY = timedelta(days=1)


@dataclass(slots=True)
class Round:
    """A round: the state, when it began, whether it is the first of all, how much was read and failed, what to say."""

    state: WatchState
    begun: str
    first: bool = False
    read: int = 0
    failing: int = 0
    said: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Places:
    """Where is looked: folders, and feeds and sites."""

    folders: tuple[str, ...] = ()
    lists: tuple[Listed, ...] = ()

    @classmethod
    def of(cls, words: tuple[str, ...]) -> Places:
        """The sources as typed; UsageError for what is neither."""
        from demarche.sources import listed_of

        folders = tuple(word for word in words if "://" not in word and Path(word).is_dir())
        files = [word for word in words if "://" not in word and Path(word).is_file()]
        if files:
            raise UsageError(f"{files[0]} is a file; name the folder that files are dropped into; nothing was done")
        return cls(folders, tuple(listed_of(word for word in words if word not in folders)))


def look(places: Places, going: Going, *, every: int, again: int, limit: int) -> Round:
    """Look at every source that is due and read what is new; a source that fails never stops another."""
    from demarche.sources import pages_folder
    from demarche.sources.watching import WatchState, stamp

    now = datetime.now(UTC)
    folder = pages_folder(going.ledger)
    state = WatchState.read(folder)
    round_ = Round(state, stamp(now - timedelta(seconds=1)), first=not state.told)
    if not state.told:  # so that a first round that is killed is told by the next
        state.told = round_.begun
        state.write(folder)
    looking = _Looking(round_, going, now, timedelta(seconds=every))
    if places.lists:
        looking.on_line(places.lists, timedelta(days=again), limit)
    if places.folders:
        looking.in_folders(places.folders)
    return round_


@dataclass(frozen=True, slots=True)
class _Looking:
    round: Round
    going: Going
    now: datetime
    every: timedelta

    def on_line(self, lists: Sequence[Listed], again: timedelta, limit: int) -> None:
        """What is new in feeds and on sites, and the pages that may have changed."""
        from demarche.sources import Fetcher, Followed, Store, read_new

        followed = Followed(self.going.folder)
        with Fetcher(self.going.manners) as fetcher:
            store = Store(self.going.folder)
            fresh = self._fresh(lists, fetcher, store, followed)[:limit]
            due = self._again(lists, followed, again)[: max(0, limit - len(fresh))]
            feeds = {new.item.link: new.feed for new in (*fresh, *due)}
            arriving = (arrival for _, arrival in read_new([*fresh, *due], fetcher, store, self.going.given))
            self._read(arriving, lambda link: followed.note(link, feeds[link]))
        for new in due:
            self.round.state.looked[new.item.link] = self.now.isoformat()

    def in_folders(self, folders: Sequence[str]) -> None:
        """Files that were dropped in since the last time."""
        from demarche.sources.watching import fresh_files

        state = self.round.state
        there = [folder for folder in folders if self._is_there(folder)]
        found = fresh_files(there, state.files)
        given = Given(self.going.given.date, self.going.given.publisher)
        if found:
            self._read(arrivals(list(found), given), lambda _name: None, again=False)
            state.files |= found

    def _is_there(self, folder: str) -> bool:
        """A folder may go and come back: a disk that is taken out."""
        if Path(folder).is_dir():
            self._worked(folder)
            return True
        if not self.round.state.resting(folder, self.now):
            self._failed(folder, "the folder is not there any more; nothing was read from it")
        else:
            self.round.failing += 1
        return False

    def _fresh(self, lists: Sequence[Listed], fetcher: Fetcher, store: Store, followed: Followed) -> list[New]:
        from demarche.sources import new_items

        found: dict[str, New] = {}
        for one in lists:
            if self.round.state.resting(one.start, self.now):
                self.round.failing += 1
                continue
            try:
                items = new_items(one, fetcher, store, followed, None)
            except DocumentError as error:
                self._failed(one.start, str(error))
            except Exception as error:  # noqa: BLE001 - a fault of ours in one list must not cost the user the others
                self._failed(one.start, f"could not be read, a fault of demarche: {type(error).__name__}: {error}")
            else:
                self._worked(one.start)
                found |= {new.item.link: new for new in items if new.item.link not in found}
        return [new for link, new in found.items() if not self.round.state.resting(link, self.now)]

    def _again(self, lists: Sequence[Listed], followed: Followed, again: timedelta) -> list[New]:
        """Pages of these lists read not long ago, each once a day: a readout is corrected within days, if ever."""
        from demarche.sources import New
        from demarche.sources.feeds import Item

        state = self.round.state
        yesterday, long_ago = (self.now - _A_DAY).isoformat(), (self.now - again).isoformat()
        state.looked = {link: moment for link, moment in state.looked.items() if moment > yesterday}
        recent = followed.read_since(long_ago, {one.name for one in lists}) if again else []
        return [
            New(Item(line.link), line.feed)
            for line in recent
            if line.read < yesterday and line.link not in state.looked and not state.resting(line.link, self.now)
        ]

    def _read(self, arriving: Iterator[Arrival], landed: Callable[[str], None], *, again: bool = True) -> None:
        for landing in landings(self.going.ledger, arriving, most=UNDER_WAY):
            where = landing.arrival.where
            if landing.skipped:
                self._failed(where, landing.skipped, again=again)
                continue
            self._worked(where)
            landed(where)
            self.round.read += landing.outcome != "unchanged"

    def _failed(self, where: str, reason: str, *, again: bool = True) -> None:
        """A source fails again and again and is told once; a file that cannot be read is not tried again."""
        self.round.failing += 1
        if not again or self.round.state.failed(where, reason, self.now, self.every):
            self.round.said.append(f"{where}: {reason}")

    def _worked(self, where: str) -> None:
        if over := self.round.state.worked(where):
            self.round.said.append(f"{where}: is there again; it failed since {over.since[:16].replace('T', ' ')} UTC")

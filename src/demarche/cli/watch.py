"""`demarche watch`: round after round, look at the sources, read what is new, tell what changed."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from demarche.address import on_server
from demarche.cli.console import plural, talk
from demarche.cli.failures import FAILED, NOTHING, OK, PARTLY
from demarche.cli.sources import Going, day_of
from demarche.cli.watch_round import Places, Round, look
from demarche.cli.watch_telling import Outlets, tell
from demarche.errors import LedgerError, UsageError
from demarche.visible import visible

if TYPE_CHECKING:
    from demarche.analysis.news import News

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_LEAST = 60


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched, how pages are fetched, how often; how many days pages are looked at again, how many a round."""

    places: Places
    going: Going
    every: int
    again: int = 3
    limit: int = 200


@dataclass(frozen=True, slots=True)
class Told:
    """Where what is new goes, since when, how far ahead."""

    markdown: str | None = None
    atom: Path | None = None
    since: str | None = None
    days: int = 7


def seconds_of(words: str) -> int:
    """`90s`, `30m`, `2h`, `1d` in seconds; UsageError for anything else, or less than a minute."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*([smhd])\s*", words)
    if not found or int(found[1]) * _UNITS[found[2]] < _LEAST:
        raise UsageError(f"--every {words!r}: write 90s, 30m, 2h or 1d, a minute at least; nothing was done")
    return int(found[1]) * _UNITS[found[2]]


def watch_command(watch: Watch, told: Told, *, once: bool, coded: bool) -> None:
    """Look, tell, wait, until somebody stops it; with `once` a single round and its exit code."""
    from demarche.sources import pages_folder
    from demarche.sources.watching import locked

    if coded and not once:
        raise UsageError("--exit-code goes with --once")
    day_of(told.since, "--since")
    outlets = Outlets.checked(told.markdown, told.atom)
    folder = pages_folder(watch.going.ledger)
    with _ended_by_the_system(), locked(folder):
        _greet(watch, once=once)
        while True:
            begun = time.monotonic()
            code = _round(watch, told, outlets, folder, once=once, coded=coded)
            if once:
                raise SystemExit(code)
            told = replace(told, since=None)
            time.sleep(max(1.0, watch.every - (time.monotonic() - begun)))


def _round(watch: Watch, told: Told, outlets: Outlets, folder: Path, *, once: bool, coded: bool) -> int:
    """One round and its exit code; in a long watch a ledger that is busy, or a full disk, costs only this round."""
    try:
        round_ = look(watch.places, watch.going, every=watch.every, again=watch.again, limit=watch.limit)
        since = day_of(told.since, "--since")
        start = f"{since}T00:00:00Z" if since else round_.state.told
        news = _news(watch.going.ledger, start, told.days, first=round_.first or since is not None)
        tell(news, round_, outlets, watch.going.ledger)
        if news is not None:
            round_.state.told = news.window.until
        round_.state.write(folder)
    except (LedgerError, OSError) as error:
        if once:
            raise
        talk().print(visible(f"{error}; trying again in {_often(watch.every)}"), soft_wrap=True)
        return FAILED
    return _code(round_, news, coded=coded)


def _news(ledger: str, since: str, days: int, *, first: bool) -> News | None:
    """What is new; None while there is no ledger yet."""
    from demarche.analysis.news import Window, what_is_new
    from demarche.ledger import Ledger

    if not on_server(ledger) and not Path(ledger).exists():
        return None
    with Ledger.open(ledger) as opened:
        until = opened.settled()
        return what_is_new(opened, Window(since, max(until, since), datetime.now(UTC).date(), days, first))


def _code(round_: Round, news: News | None, *, coded: bool) -> int:
    if round_.failing:
        return PARTLY
    return NOTHING if coded and not news else OK


def _greet(watch: Watch, *, once: bool) -> None:
    """What is watched, and before anything is sent where it goes."""
    from demarche.sources import hosts_of

    folders, lists = watch.places.folders, watch.places.lists
    parts = [plural(len(lists), "feed or site", "feeds and sites")] if lists else []
    parts += [plural(len(folders), "folder")] if folders else []
    often = "once" if once else f"every {_often(watch.every)}; Ctrl-C stops it"
    talk().print(f"Watching {' and '.join(parts) or 'the ledger'}, {often}.", soft_wrap=True)
    if lists:
        hosts = ", ".join(hosts_of(one.start for one in lists))
        pause = f"a pause of {watch.going.manners.pause:g} s between pages"
        talk().print(visible(f"Going on line, to {hosts} and where their pages are; {pause}."), soft_wrap=True)


def _often(seconds: int) -> str:
    unit = next(name for name in ("d", "h", "m", "s") if seconds % _UNITS[name] == 0)
    noun = {"d": "day", "h": "hour", "m": "minute", "s": "second"}[unit]
    return plural(seconds // _UNITS[unit], noun)


@contextmanager
def _ended_by_the_system() -> Iterator[None]:
    """SIGTERM, as a service is stopped, ends it like Ctrl-C: between two documents."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

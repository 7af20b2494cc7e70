"""`demarche add` and `demarche follow`: say where it goes, fetch, read, and end with a summary."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from demarche.cli.console import data, plural, talk
from demarche.cli.failures import FAILED, OK, PARTLY
from demarche.cli.progress import bar
from demarche.cli.reading import landings
from demarche.cli.summary import Tally, print_summary
from demarche.documents import Given, UnclearDateError, read_day
from demarche.errors import DocumentError, UsageError
from demarche.visible import visible

if TYPE_CHECKING:
    from demarche.documents import Arrival
    from demarche.sources import Fetcher, Followed, Listed, Manners, New, Store

LOOPBACK = "DEMARCHE_TEST_LOOPBACK"
"""Set by the tests only: allows pages of this machine's own loopback address."""

UNDER_WAY = 1
"""A page is in the ledger before the next one is fetched, so a run that is stopped asks for nothing twice."""


@dataclass(frozen=True, slots=True)
class Going:
    """Where the pages go, what is known of them, how to behave."""

    ledger: str
    write: bool
    day: str | None
    publisher: str
    pause: float
    contact: str

    @property
    def given(self) -> Given:
        """What the user says about pages that don't say it themselves."""
        return Given(day_of(self.day, "--date"), self.publisher)

    @property
    def folder(self) -> Path | None:
        """Where the pages are kept; None when nothing is to be written."""
        from demarche.sources import pages_folder

        return pages_folder(self.ledger) if self.write else None

    @property
    def manners(self) -> Manners:
        """How to behave on line."""
        from demarche.sources import Manners

        loopback = bool(os.environ.get(LOOPBACK))
        return Manners(self.pause if loopback else max(self.pause, 1.0), self.contact, loopback=loopback)


def add_command(words: list[str], going: Going) -> None:
    """Fetch the links, read them, report."""
    from demarche.sources import Fetcher, Store, add_links, hosts_of, links_of

    links, given = links_of(words), going.given
    _say_where(hosts_of(link.url for link in links), going)
    with Fetcher(going.manners) as fetcher:
        arriving = add_links(links, fetcher, Store(going.folder), given)
        report(arriving, going, len(links))


def follow_command(words: list[str], going: Going, since: str | None, limit: int) -> None:
    """Find what is new, fetch and read it, report."""
    from demarche.sources import Fetcher, Followed, Store, hosts_of, listed_of, pages_folder, read_new

    followed = Followed(pages_folder(going.ledger))
    listed, given = listed_of(words), going.given
    earliest = day_of(since, "--since")
    _say_where(hosts_of(one.start for one in listed), going)
    with Fetcher(going.manners) as fetcher:
        store = Store(going.folder)
        fresh, troubles = _new(listed, fetcher, store, followed, earliest)
        if not going.write:
            _list_new(fresh, troubles)
        _say_new(fresh, limit, hosts_of(new.item.link for new in fresh[:limit]))
        feeds = {new.item.link: new.feed for new in fresh}
        arriving = (arrival for _, arrival in read_new(fresh[:limit], fetcher, store, given))
        report(chain(troubles, arriving), going, len(fresh[:limit]), lambda link: followed.note(link, feeds[link]))


def _new(
    listed: list[Listed], fetcher: Fetcher, store: Store, followed: Followed, since: date | None
) -> tuple[list[New], list[Arrival]]:
    """What is new in all lists, and the lists that could not be had."""
    from demarche.documents import Arrival
    from demarche.sources import new_items

    fresh: dict[str, New] = {}
    troubles: list[Arrival] = []
    for one in listed:
        try:
            found = new_items(one, fetcher, store, followed, since)
        except DocumentError as error:
            troubles.append(Arrival(one.start, skipped=str(error)))
        else:
            fresh |= {new.item.link: new for new in found if new.item.link not in fresh}
    return list(fresh.values()), troubles


def _list_new(fresh: list[New], troubles: list[Arrival]) -> NoReturn:
    """A dry run: what is new, and nothing else."""
    for new in fresh:
        day = new.item.day.isoformat() if new.item.day else "no date"
        data().print(visible(f"{day}  {new.item.link}  {new.item.title}"), soft_wrap=True)
    for trouble in troubles:
        talk().print(visible(f"{trouble.where}: {trouble.skipped}"), soft_wrap=True)
    talk().print(f"{plural(len(fresh), 'new page')}. Nothing was fetched or written: this was a dry run.")
    raise SystemExit(OK if not troubles else PARTLY if fresh else FAILED)


def _say_new(fresh: list[New], limit: int, hosts: dict[str, int]) -> None:
    if not fresh:
        return
    where = f" on {', '.join(hosts)}" if hosts else ""
    later = f"; the first {limit:,} are fetched, run it again for the others" if len(fresh) > limit else ""
    talk().print(visible(f"{plural(len(fresh), 'new page')}{where}{later}."), soft_wrap=True)


def report(
    arriving: Iterator[Arrival], going: Going, total: int, landed: Callable[[str], None] = lambda _link: None
) -> None:
    """Read what arrives and end with the exit code that says whether all of it was read."""
    tally = Tally()
    with bar("Fetching", total, "pages") as step:
        for landing in landings(going.ledger if going.write else None, arriving, most=UNDER_WAY):
            tally.count(landing)
            if not landing.skipped:
                landed(landing.arrival.where)
            step()
    if not tally.read and not tally.skips:
        talk().print("Nothing is new: all of it was read before. Nothing was added.")
        raise SystemExit(OK)
    print_summary(talk(), tally, going.ledger if going.write else None)
    if not going.write and tally.read:
        talk().print("Nothing was written: this was a dry run.")
    raise SystemExit(OK if not tally.skips else PARTLY if tally.read else FAILED)


def _say_where(hosts: dict[str, int], going: Going) -> None:
    """Before anything is sent."""
    named = ", ".join(f"{host} ({plural(number, 'page')})" for host, number in list(hosts.items())[:8])
    more = f" and {plural(len(hosts) - 8, 'other site')}" if len(hosts) > 8 else ""
    talk().print(
        visible(
            f"Going on line, to {named}{more} and where these redirect to, nowhere else; "
            f"a pause of {going.manners.pause:g} s between pages."
        ),
        soft_wrap=True,
    )


def day_of(words: str | None, option: str) -> date | None:
    """A day that was given, or `UsageError`."""
    if words is None:
        return None
    try:
        return read_day(words)
    except UnclearDateError as error:
        raise UsageError(f"{option}: {error}; nothing was fetched") from error

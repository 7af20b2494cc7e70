"""`demarche add` and `demarche follow`: say where it goes, fetch, read, and end with a summary."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.cli.console import plural, talk
from demarche.cli.failures import FAILED, OK, PARTLY
from demarche.cli.progress import bar
from demarche.cli.reading import landings
from demarche.cli.summary import Tally, print_summary
from demarche.documents import Given, UnclearDateError, read_day
from demarche.errors import UsageError
from demarche.visible import visible

if TYPE_CHECKING:
    from demarche.documents import Arrival
    from demarche.sources import Manners

LOOPBACK = "DEMARCHE_TEST_LOOPBACK"
"""Set by the tests only: allows pages of this machine's own loopback address."""


@dataclass(frozen=True, slots=True)
class Going:
    """Where the pages go, what is known of them, how to behave."""

    ledger: Path
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

        return Manners(self.pause, self.contact, loopback=bool(os.environ.get(LOOPBACK)))


def add_command(words: list[str], going: Going) -> None:
    """Fetch the links, read them, report."""
    from demarche.sources import Fetcher, Store, add_links, hosts_of, links_of

    links, given = links_of(words), going.given
    _say_where(hosts_of(links), going)
    with Fetcher(going.manners) as fetcher:
        arriving = add_links(links, fetcher, Store(going.folder), given)
        report(arriving, going, len(links))


def report(arriving: Iterator[Arrival], going: Going, total: int) -> None:
    """Read what arrives and end with the exit code that says whether all of it was read."""
    tally = Tally()
    with bar("Fetching", total, "pages") as step:
        for landing in landings(going.ledger if going.write else None, arriving):
            tally.count(landing)
            step()
    print_summary(talk(), tally, going.ledger if going.write else None)
    if not going.write and tally.read:
        talk().print("Nothing was written: this was a dry run.")
    raise SystemExit(OK if not tally.skips else PARTLY if tally.read else FAILED)


def _say_where(hosts: dict[str, int], going: Going) -> None:
    """Before anything is sent."""
    named = ", ".join(f"{host} ({plural(number, 'page')})" for host, number in list(hosts.items())[:8])
    more = f" and {plural(len(hosts) - 8, 'other site')}" if len(hosts) > 8 else ""
    talk().print(
        visible(f"Going on line, to {named}{more} and nowhere else; a pause of {going.pause:g} s between pages."),
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

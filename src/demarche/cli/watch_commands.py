"""The command that looks again and again: its options, one object, one call."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import LedgerOption, ledger_path
from demarche.cli.source_commands import ContactOption, DateOption, PauseOption, PublisherOption

__all__ = ["watch"]


def watch(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE...", help="Feeds, sites by name (kremlin, ...), folders of files."),
    ] = None,
    every: Annotated[str, typer.Option("--every", help="How often: 90s, 30m, 2h, 1d.")] = "30m",
    once: Annotated[bool, typer.Option("--once", help="Look once and end: for cron.")] = False,
    since: Annotated[
        str | None, typer.Option("--since", help="Tell what came in since this day, not since the last time.")
    ] = None,
    days: Annotated[int, typer.Option("--days", min=0, help="Tell what is due within so many days.")] = 7,
    again: Annotated[
        int, typer.Option("--again", min=0, help="Look once a day again at pages read in the last so many days.")
    ] = 3,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Fetch so many new pages at most each time.")] = 200,
    markdown: Annotated[
        str | None, typer.Option("--markdown", metavar="FILE", help="Write what is new as a note; - for stdout.")
    ] = None,
    atom: Annotated[Path | None, typer.Option("--atom", metavar="FILE", help="Keep an Atom feed of it.")] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="With --once: end with 3 when nothing is new.")
    ] = False,
    date: DateOption = None,
    publisher: PublisherOption = "",
    pause: PauseOption = 2.0,
    contact: ContactOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Look at feeds, sites and folders on a schedule, read what is new, tell what is new, denied and overdue.

    Without sources it tells what changed in the ledger since the last time.

    demarche watch kremlin whitehouse inbox/ --every 1h --atom news.atom
    demarche watch --once --since 2026-11-20 --markdown -
    """
    from demarche.cli.sources import Going
    from demarche.cli.watch import Told, Watch, seconds_of, watch_command
    from demarche.cli.watch_round import Places

    going = Going(ledger_path(ledger), True, date, publisher, pause, contact)
    told = Told(markdown, atom, since, days)
    looking = Watch(Places.of(tuple(sources or ())), going, seconds_of(every), again, limit)
    watch_command(looking, told, once=once, coded=exit_code)

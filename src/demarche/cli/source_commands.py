"""The commands that go on line: `add` and `follow`; `watch` does as they do, and nothing else."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli.options import LedgerOption, ledger_path

__all__ = ["add", "follow"]

PauseOption = Annotated[
    float, typer.Option("--pause", min=0, help="Seconds between two requests to one site; a site may ask for more.")
]
ContactOption = Annotated[
    str, typer.Option("--contact", help="Your e-mail address, told to the sites so that they can write to you.")
]
DateOption = Annotated[
    str | None, typer.Option("--date", help="Publication day of pages that state none, such as 2025-06-12.")
]
PublisherOption = Annotated[str, typer.Option("--publisher", help="Publisher of pages that state none.")]


def add(
    links: Annotated[
        list[str], typer.Argument(metavar="URL...", help="Links, or files of links: one a line, CSV or RIS.")
    ],
    ledger: LedgerOption = None,
    date: DateOption = None,
    publisher: PublisherOption = "",
    pause: PauseOption = 2.0,
    contact: ContactOption = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Fetch and read, write nothing.")] = False,
) -> None:
    """Fetch pages and read them into the ledger.

    Goes on line, to the sites of these links and nowhere else, as their robots.txt allow, slowly. The pages are kept
    as they were sent in a folder beside the ledger. Adding twice adds nothing; a page that changed since is a new
    version.
    """
    from demarche.cli.sources import Going, add_command

    path = ledger_path(ledger)
    add_command(links, Going(path, not dry_run, date, publisher, pause, contact))


def follow(
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="FEED...", help="Links of RSS or Atom feeds, or sites by name: kremlin, whitehouse, ..."
        ),
    ],
    ledger: LedgerOption = None,
    since: Annotated[
        str | None, typer.Option("--since", help="Only items of this day or later, such as 2025-06-01.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Fetch so many new pages at most.")] = 200,
    date: DateOption = None,
    publisher: PublisherOption = "",
    pause: PauseOption = 2.0,
    contact: ContactOption = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what is new; fetch no page, write nothing.")] = False,
) -> None:
    """Fetch what is new in feeds, or on sites that demarche knows, and read it into the ledger.

    What was read before is not fetched again. A run that was stopped goes on where it was when the same command is
    given again.
    """
    from demarche.cli.sources import Going, follow_command

    path = ledger_path(ledger)
    follow_command(feeds, Going(path, not dry_run, date, publisher, pause, contact), since, limit)

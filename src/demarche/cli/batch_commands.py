"""The commands of `demarche batch` and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.failures import guarded
from demarche.cli.options import LedgerOption, ledger_path

__all__ = ["batch"]

batch = typer.Typer(
    name="batch",
    help="Read documents by the million, on all processors or on a cluster, and load the reports.",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@batch.command()
@guarded
def read(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="JSON Lines (also .gz), Parquet, folders of documents.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder of the batch; made when it is not there.")],
    engine: Annotated[str, typer.Option("--engine", help="local (processes of this machine) or ray.")] = "local",
    workers: Annotated[
        int, typer.Option("--workers", min=0, help="Processes, or Ray actors [default: one a processor].")
    ] = 0,
    address: Annotated[
        str | None, typer.Option("--address", help="The Ray cluster to use [default: one made on this machine].")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", help="Publication day of documents that state none, such as 2025-06-12.")
    ] = None,
    publisher: Annotated[str, typer.Option("--publisher", help="Publisher of documents that state none.")] = "",
    shard: Annotated[
        int, typer.Option("--shard", min=0, help="Documents that are read and written together [default: 200].")
    ] = 0,
) -> None:
    """Read documents into Parquet files of reports.

    A run that was stopped or killed goes on where it was when the same command is given again.
    The result is the same to the byte whatever the engine and the number of workers.
    """
    from demarche.cli.batch import Reading, read_command

    read_command(Reading(tuple(inputs), out, engine, workers, address, date, publisher, shard))


@batch.command()
@guarded
def load(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that `batch read` made.")],
    ledger: LedgerOption = None,
    workers: Annotated[int, typer.Option("--workers", min=0, help="Processes [default: one a processor].")] = 0,
) -> None:
    """Put the reports of a batch into a ledger, many at once, and link them into events.

    Loading twice adds nothing. A load that was stopped or killed goes on when the same command is given again.
    """
    from demarche.cli.batch import load_command

    load_command(folder, ledger_path(ledger), workers)

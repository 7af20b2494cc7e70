"""The command that takes SQL: its options, one object, one call."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import JsonOption, LedgerOption, ledger_path

__all__ = ["query"]


def query(
    sql: Annotated[str | None, typer.Argument(metavar="SQL", help="One SELECT, or - for standard input.")] = None,
    views: Annotated[bool, typer.Option("--views", help="Print the views and their columns.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Write every view as a Parquet file.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="The folder for --all; made when it is not there.")] = None,
    json: JsonOption = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV to stdout.")] = False,
    parquet: Annotated[Path | None, typer.Option("--parquet", metavar="FILE", help="Write a Parquet file.")] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Write an Excel workbook.")] = None,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="How long the query may take.")] = 30,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Give so many rows at most [default: 200 in a table].")
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Ask the ledger by SQL: one SELECT over documented views. It can only read.

    demarche query "SELECT type, count(*) AS held FROM v_contacts WHERE status = 'held' GROUP BY type"
    demarche query - --csv < question.sql
    demarche query --all --out tables
    """
    from demarche.cli.query import Asked, Form, all_command, query_command, views_command

    if views:
        views_command(as_json=json)
    elif all_ or out:
        all_command(ledger_path(ledger), out, whole=all_, sql=sql)
    else:
        form = Form.of(json=json, csv=csv, parquet=parquet, xlsx=xlsx)
        query_command(ledger_path(ledger), Asked(sql, form, parquet or xlsx, seconds, limit))

"""`demarche query`: a query in, a table or a file out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from math import inf
from pathlib import Path

from demarche.cli.console import data, plural, print_json, talk
from demarche.cli.result_table import result_table
from demarche.errors import UsageError
from demarche.ledger.querying import Rows, query, reading
from demarche.ledger.views import VIEWS, View
from demarche.visible import visible

IN_A_TABLE = 200
IN_A_SHEET = 1_048_575  # rows of an Excel sheet, its head aside


class Form(Enum):
    """How to give the rows."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"

    @classmethod
    def of(cls, *, json: bool, csv: bool, parquet: Path | None, xlsx: Path | None) -> Form:
        """The form asked for."""
        wanted = [f for f, on in ((cls.JSON, json), (cls.CSV, csv), (cls.PARQUET, parquet), (cls.XLSX, xlsx)) if on]
        if len(wanted) > 1:
            raise UsageError("--json, --csv, --parquet and --xlsx exclude each other; choose one")
        return wanted[0] if wanted else cls.TABLE


@dataclass(frozen=True, slots=True)
class Asked:
    """The query as typed, how to give its rows and where, its bounds."""

    sql: str | None
    form: Form
    file: Path | None = None
    seconds: float = 30
    limit: int | None = None

    @property
    def most(self) -> int | None:
        """How many rows at most; None for all."""
        bound = {Form.TABLE: IN_A_TABLE, Form.XLSX: IN_A_SHEET}.get(self.form)
        return min(self.limit or IN_A_SHEET, IN_A_SHEET) if self.form is Form.XLSX else self.limit or bound


def query_command(path: str, asked: Asked) -> None:
    """Ask, and give the rows; a note on stderr when there are more."""
    sql = _typed(asked.sql)
    if asked.form is Form.PARQUET:
        from demarche.export.parquet import ready

        ready()
    with query(path, sql, seconds=asked.seconds, most=asked.most) as rows:
        _give(rows, asked)
        if rows.cut:
            more = "" if asked.limit else "; --limit 1000 shows more, --csv gives all"
            talk().print(f"There are more rows: these are the first {asked.most:,}{more}.", soft_wrap=True)


def _typed(sql: str | None) -> str:
    if sql == "-" or (sql is None and not sys.stdin.isatty()):
        return sys.stdin.read()
    if sql is None:
        raise UsageError(
            'what is asked? demarche query "SELECT count(*) FROM v_events"; the views: demarche query --views'
        )
    return sql


def _give(rows: Rows, asked: Asked) -> None:
    if asked.form is Form.TABLE:
        _print(rows)
    elif asked.file is None:
        from demarche.export.results import csv_lines, json_lines

        for line in (csv_lines if asked.form is Form.CSV else json_lines)(rows):
            sys.stdout.write(line.decode("utf-8", "replace"))
    elif asked.form is Form.PARQUET:
        from demarche.export.parquet import write_parquet

        _folder_of(asked.file)
        _wrote(write_parquet(rows, asked.file), asked.file)
    else:
        from demarche.export.results import write_xlsx

        _folder_of(asked.file)
        _wrote(write_xlsx(rows, asked.file), asked.file)


def _print(rows: Rows) -> None:
    found = list(rows)
    if found:
        data().print(result_table(rows.columns, found, data().width))
    if not rows.cut:
        talk().print("No rows." if not found else f"{plural(len(found), 'row')}.")


def _folder_of(file: Path) -> None:
    if file.is_dir():
        raise UsageError(f"{file} is a folder; name a file in it: {file / 'answer'}{'.parquet'}")
    if not file.parent.is_dir():
        raise UsageError(f"no folder {file.parent} for {file.name}; make it first: mkdir -p {file.parent}")


def _wrote(number: int, file: Path) -> None:
    talk().print(visible(f"Wrote {plural(number, 'row')} to {file}."), soft_wrap=True)


def all_command(path: str, out: Path | None, *, whole: bool, sql: str | None) -> None:
    """Every view as a Parquet file of a folder, all of the same moment, with a page that tells their columns."""
    from demarche.export.parquet import ready, write_parquet

    if not whole or out is None or sql is not None:
        raise UsageError("--all and --out FOLDER go together, without a query")
    ready()
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file; name a folder")
    with reading(path, seconds=inf) as ask:
        out.mkdir(parents=True, exist_ok=True)
        for view in VIEWS:
            file = out / f"{view.name.removeprefix('v_')}.parquet"
            _wrote(write_parquet(ask(f"SELECT * FROM {view.name}"), file), file)
    (out / "README.md").write_text("".join(f"{line}\n" for line in pages(files=True)), "utf-8")


def views_command(*, as_json: bool) -> None:
    """The views and their columns, as Markdown or JSON."""
    if as_json:
        print_json([_object(view) for view in VIEWS])
        return
    for line in pages():
        sys.stdout.write(line + "\n")


def pages(*, files: bool = False) -> Iterator[str]:
    """The views as Markdown; with `files` under the names of their files."""
    for view in VIEWS:
        name = f"{view.name.removeprefix('v_')}.parquet" if files else view.name
        yield from (f"## {name}", "", f"One row is {view.row}.", "", "| column | form | meaning |", "|---|---|---|")
        yield from (f"| `{c.name}` | {c.form} | {c.meaning.replace('|', chr(92) + '|')} |" for c in view.columns)
        yield ""


def _object(view: View) -> dict[str, object]:
    columns = [{"name": c.name, "form": c.form, "meaning": c.meaning} for c in view.columns]
    return {"view": view.name, "row": view.row, "columns": columns}

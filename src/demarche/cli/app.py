"""The commands and their options. Each loads what it needs when it runs: `demarche --help` loads nothing."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from demarche.cli import (
    account_commands,
    batch_commands,
    checking_commands,
    copy_commands,
    counting_commands,
    deciding_commands,
    import_commands,
    pressure_commands,
    query_commands,
    reporting_commands,
    source_commands,
    watch_commands,
)
from demarche.cli.failures import guarded
from demarche.cli.options import JsonOption, LedgerOption, Names, ledger_path
from demarche.cli.options import all_names as _all

app = typer.Typer(
    name="demarche",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def run() -> None:
    """The command line with the arguments of this process; `--debug` may stand anywhere."""
    arguments = sys.argv[1:]
    if "--debug" in arguments:
        os.environ["DEMARCHE_DEBUG"] = "1"
        arguments = [a for a in arguments if a != "--debug"]
    app(arguments, prog_name="demarche")


@app.callback(invoke_without_command=True)
@guarded
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and leave.")] = False,
    _debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks. May stand anywhere.")] = False,
) -> None:
    """demarche keeps a sourced ledger of diplomacy.

    It reads official readouts and news, finds who was in touch with whom, when and how long,
    keeps every row tied to the exact words it came from, and counts.

    Start with `demarche demo`, or with `demarche read FOLDER`.
    """
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"demarche {installed('demarche')}")
    elif context.invoked_subcommand is None:
        from demarche.cli.welcome import welcome

        welcome(ledger_path(None))


@app.command()
@guarded
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    ledger: LedgerOption = None,
    date: Annotated[
        str | None, typer.Option(help="Publication day of documents that state none, such as 2025-06-12.")
    ] = None,
    publisher: Annotated[str, typer.Option(help="Publisher of documents that state none.")] = "",
    json: Annotated[
        bool, typer.Option("--json", help="Print the report lines to stdout; no ledger unless --ledger is given.")
    ] = False,
    annotated: Annotated[
        bool, typer.Option("--annotated", help="Print the text with what was found marked; no ledger unless given.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and report, write nothing.")] = False,
) -> None:
    """Read documents into the ledger: plain text, web pages, JSON Lines of documents.

    Reading the same thing twice adds nothing. A run that was stopped goes on where it was when
    the same command is given again.
    """
    from demarche.cli.reading import Output, Request, read_command

    output = Output.of(json=json, annotated=annotated)
    path = None if dry_run or (output is not Output.SUMMARY and ledger is None) else ledger_path(ledger)
    read_command(Request(tuple(paths), path, date, publisher, output))


@app.command()
@guarded
def events(
    who: Annotated[Names, typer.Option("--who", help="A person, state or body; may be repeated.")] = None,
    with_: Annotated[Names, typer.Option("--with", help="The other side; may be repeated.")] = None,
    actor: Annotated[Names, typer.Option("--actor", help="Who acts or speaks, or asked for a contact.")] = None,
    recipient: Annotated[Names, typer.Option("--recipient", help="To whom it is addressed, or about whom.")] = None,
    kind: Annotated[Names, typer.Option("--kind", help="contact, pressure, offer, act, statement, ...")] = None,
    type_: Annotated[Names, typer.Option("--type", help="call, meeting, ..., threat, sanction, pledge, ...")] = None,
    status: Annotated[Names, typer.Option("--status", help="held, planned, ..., pending, imposed, open, ...")] = None,
    stance: Annotated[Names, typer.Option("--stance", help="Of a statement: thank, criticise, reject, ...")] = None,
    since: Annotated[str | None, typer.Option(help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(help="Up to this day, month or year.")] = None,
    newest: Annotated[bool, typer.Option("--newest", help="Newest first.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Print this many rows at most.")] = None,
    json: JsonOption = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV to stdout.")] = False,
    reports: Annotated[bool, typer.Option("--reports", help="One row a report instead of one an event.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """List what the ledger holds: who towards whom, what, by when; one row an event, with its id for `show`.

    demarche events --kind pressure --who Trump --with Russia --since 2025
    demarche events --kind statement --actor Peskov --stance reject
    """
    from demarche.cli.events import Form, Query, events_command

    people = Query(
        _all(who),
        _all(with_),
        _all(actor),
        _all(recipient),
        since=since,
        until=until,
        newest=newest,
    )
    query = replace(
        people,
        kind=_all(kind),
        type=_all(type_),
        status=_all(status),
        stance=_all(stance),
        limit=limit,
    )
    events_command(ledger_path(ledger), query, Form.of(json=json, csv=csv), reports=reports)


@app.command()
@guarded
def show(
    event_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a row, or its first letters.")],
    report: Annotated[bool, typer.Option("--report", help="Only the one report with this id.")] = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Show one event in full: who says what, in which words, where they contradict each other, why they are one."""
    from demarche.cli.show import show_command
    from demarche.cli.show_event import show_event_command

    (show_command if report else show_event_command)(ledger_path(ledger), event_id, as_json=json)


for command in (counting_commands.count, counting_commands.hours, counting_commands.coverage):
    app.command()(guarded(command))

for name in pressure_commands.__all__:
    app.command()(guarded(getattr(pressure_commands, name)))

for question in (checking_commands.check, checking_commands.ask):
    app.command()(guarded(question))

for telling in (reporting_commands.traffic, reporting_commands.tone, reporting_commands.report):
    app.command()(guarded(telling))


app.command()(guarded(query_commands.query))
app.command("import")(guarded(import_commands.import_))
app.command()(guarded(copy_commands.copy))
app.add_typer(account_commands.account)
app.add_typer(batch_commands.batch)
app.command()(guarded(watch_commands.watch))
for going in source_commands.__all__:
    app.command()(guarded(getattr(source_commands, going)))
for verb in deciding_commands.__all__:
    app.command()(guarded(getattr(deciding_commands, verb)))


@app.command()
@guarded
def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD_DIR", help="A folder with documents.jsonl and reports.jsonl.")],
    reports: Annotated[
        Path | None, typer.Option("--reports", help="Score these report lines instead of reading the documents.")
    ] = None,
    errors: Annotated[str | None, typer.Option("--errors", help="List what is missed and extra of one kind.")] = None,
    json: JsonOption = False,
) -> None:
    """Read a hand-coded set and say how good the reading is, kind by kind and field by field."""
    from demarche.cli.evaluate import evaluate_command

    evaluate_command(Path(gold), reports, errors, as_json=json)


@app.command()
@guarded
def demo(
    ledger: Annotated[
        str | None,
        typer.Option("--ledger", "-l", metavar="FILE", help="Where to put it [default: ./demarche-demo.ledger]."),
    ] = None,
) -> None:
    """Read the bundled documents and facts into a fresh ledger, count, compare, check a claim, check itself."""
    from demarche.cli.demo import demo_command

    demo_command(ledger or "demarche-demo.ledger")


@app.command()
@guarded
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on; others than this machine's need the link.")] = (
        "127.0.0.1"
    ),
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port [default: the first free one from 8000 on].")
    ] = None,
    name: Annotated[Names, typer.Option("--name", help="A host name it is asked by; may be repeated.")] = None,
    author: Annotated[str, typer.Option("--author", help="Who decides [default: $DEMARCHE_AUTHOR, your user].")] = "",
    accounts: Annotated[bool, typer.Option("--accounts", help="Ask for an account, as on a server's ledger.")] = False,
    behind_proxy: Annotated[
        str, typer.Option("--behind-proxy", metavar="ADDRESS", help="Of the program in front that speaks https.")
    ] = "",
    no_open: Annotated[bool, typer.Option("--no-open", help="Don't open the browser.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Open the ledger in the browser: read it, see it, decide. Nothing leaves this machine."""
    from demarche.cli.serve import Where, serve_command

    where = Where(host, port, _all(name), author, not no_open, accounts, behind_proxy)
    serve_command(ledger_path(ledger), where)

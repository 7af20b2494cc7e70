"""The commands by which people decide: their options, one object, one call."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli.options import JsonOption, LedgerOption, Names, all_names, ledger_path

__all__ = ["accept", "add_event", "alias", "edit", "log", "merge", "reject", "same", "split", "undo"]

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of events or rows, or their first letters.")]
AuthorOption = Annotated[str, typer.Option("--author", help="Who decides [default: $DEMARCHE_AUTHOR, your user].")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept in the log.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Check and say what would be decided; write nothing.")]


def accept(
    ids: Ids,
    author: AuthorOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Confirm events or rows: they are then "confirmed" everywhere, exports included.

    The id of an event confirms all that its sources say of it, in one decision.

    demarche accept 7k3m 9pq2 --reason "both readouts say so"
    """
    from demarche.cli.deciding import Manner, accept_command

    accept_command(Manner(ledger_path(ledger), author, reason, dry_run, json), "accept", ids)


def reject(
    ids: Ids,
    author: AuthorOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Leave events or rows out of every count; they stay in the ledger and can be taken back in."""
    from demarche.cli.deciding import Manner, accept_command

    accept_command(Manner(ledger_path(ledger), author, reason, dry_run, json), "reject", ids)


def edit(
    row: Annotated[str, typer.Argument(metavar="ID", help="The id of a row, or its first letters.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="type, status, date, duration, participants, ...")],
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]", help='As you would write it: "1 h 20".')] = None,
    add: Annotated[Names, typer.Option("--add", help="One participant, topic, ... more; may be repeated.")] = None,
    remove: Annotated[Names, typer.Option("--remove", help="One less; may be repeated.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Nobody knows: leave the field empty.")] = False,
    words: Annotated[
        Names, typer.Option("--words", help="The document's own words that show it; may be repeated.")
    ] = None,
    span: Annotated[str | None, typer.Option("--span", help="Or their place in the text: START:END.")] = None,
    author: AuthorOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Set one field of one row, with the words that show it or a reason. Evidence is never changed.

    demarche edit 7k3m duration "70-75 min" --words "just over seventy minutes"
    demarche edit 7k3m participants --add "Bo Tamm (Estonia)" --reason "he is in the picture"
    """
    from demarche.cli.deciding import Change, Manner, edit_command

    change = Change(row, field, value, all_names(add), all_names(remove), clear, all_names(words), span)
    edit_command(Manner(ledger_path(ledger), author, reason, dry_run, json), change)


def merge(
    ids: Ids,
    author: AuthorOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Say that these events are one."""
    from demarche.cli.deciding import Manner, accept_command

    accept_command(Manner(ledger_path(ledger), author, reason, dry_run, json), "merge", ids)


def split(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event.")],
    rows: Annotated[list[str], typer.Argument(metavar="ROW...", help="Those of its rows that tell of another.")],
    author: AuthorOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Say that some rows of an event tell of another one."""
    from demarche.cli.deciding import Manner, accept_command

    accept_command(Manner(ledger_path(ledger), author, reason, dry_run, json), "split", [event, *rows])


def add_event(
    values: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help='type=call "participants=A; B".')],
    source: Annotated[Names, typer.Option("--source", help="Link to a source; may be repeated.")] = None,
    author: AuthorOption = "",
    reason: Annotated[str, typer.Option("--reason", help="A note: how you know.")] = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Add an event by hand, and print its id. It is marked as entered by a person everywhere.

    demarche add-event type=call "participants=Bo Tamm (Estonia); Cy Umber" date=2025-03-18 "duration=1 h 20"
        --source https://example.org/1
    """
    from demarche.cli.deciding import Manner, enter_command

    enter_command(Manner(ledger_path(ledger), author, reason, dry_run, json), values, all_names(source))


def same(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to keep.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The name that is the same person, state or body.")],
    author: AuthorOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Say that two names in the ledger are one actor, shown under the first."""
    from demarche.cli.deciding import Manner, accept_command

    accept_command(Manner(ledger_path(ledger), author, reason, dry_run, json), "same_actor", [name, other])


def alias(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An actor of the ledger.")],
    also: Annotated[str, typer.Argument(metavar="ALIAS", help="What it is also called.")],
    author: AuthorOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Say that an actor is also called something, before or after a document does so."""
    from demarche.cli.deciding import Manner, accept_command

    accept_command(Manner(ledger_path(ledger), author, reason, dry_run, json), "alias", [name, also])


def undo(
    number: Annotated[
        int | None, typer.Argument(metavar="[N]", help="The number of a decision [default: your last one].")
    ] = None,
    author: AuthorOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Take a decision back, any decision, at any time. The log keeps both."""
    from demarche.cli.deciding import Manner, undo_command

    undo_command(Manner(ledger_path(ledger), author, "", dry_run, json), number)


def log(
    author: Annotated[str | None, typer.Option("--author", help="Only what this person decided.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="From this day, month or year on.")] = None,
    standing: Annotated[
        bool | None, typer.Option("--standing/--undone", help="Only what stands; only what was taken back.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Print this many at most.")] = None,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Who decided what, when, on which words, the latest first; what it was before and is after."""
    from demarche.cli.log import log_command

    log_command(ledger_path(ledger), author=author, since=since, standing=standing, limit=limit, as_json=json)

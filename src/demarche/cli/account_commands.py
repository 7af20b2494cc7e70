"""The commands that look after accounts: their options, one object, one call."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli.failures import guarded
from demarche.cli.options import JsonOption, LedgerOption, ledger_path

__all__ = ["account"]

account = typer.Typer(
    name="account",
    help="Who may come in where a team shares the ledger, and in which role.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name of an account.")]
StdinOption = Annotated[
    bool, typer.Option("--password-stdin", help="Take the password from the first line of standard input.")
]


@account.command()
@guarded
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Signs what is decided: a-z, 0-9 and . _ @ -")],
    role: Annotated[str, typer.Option("--role", help="reader, reviewer, editor or admin.")] = "reader",
    display: Annotated[str, typer.Option("--display", help='How it is shown: "Anna Orsted".')] = "",
    password_stdin: StdinOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Make an account. The password is asked for twice, and never stands on the command line.

    demarche account add anna --role editor --display "Anna Orsted"
    """
    from demarche.cli.account import add_command

    add_command(ledger_path(ledger), name, role, display, stdin=password_stdin)


@account.command("list")
@guarded
def list_(json: JsonOption = False, ledger: LedgerOption = None) -> None:
    """Every account with its role, when it last signed in, and whether it is open."""
    from demarche.cli.account import list_command

    list_command(ledger_path(ledger), as_json=json)


@account.command()
@guarded
def role(
    name: NameArgument,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer, editor or admin.")],
    ledger: LedgerOption = None,
) -> None:
    """Give an account another role; it signs in anew."""
    from demarche.cli.account import role_command

    role_command(ledger_path(ledger), name, role)


@account.command()
@guarded
def password(name: NameArgument, password_stdin: StdinOption = False, ledger: LedgerOption = None) -> None:
    """Give an account another password; it signs in anew everywhere."""
    from demarche.cli.account import password_command

    password_command(ledger_path(ledger), name, stdin=password_stdin)


@account.command()
@guarded
def disable(name: NameArgument, ledger: LedgerOption = None) -> None:
    """Let nobody in by an account: its sessions and its token end at once. Its decisions stay."""
    from demarche.cli.account import open_command

    open_command(ledger_path(ledger), name, open_=False)


@account.command()
@guarded
def enable(name: NameArgument, ledger: LedgerOption = None) -> None:
    """Let a disabled account in again, with the password it had."""
    from demarche.cli.account import open_command

    open_command(ledger_path(ledger), name, open_=True)


@account.command()
@guarded
def token(
    name: NameArgument,
    revoke: Annotated[bool, typer.Option("--revoke", help="Take it back instead of making one.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Print a new token for the programs of an account: they read the JSON API with it. A new one ends the old."""
    from demarche.cli.account import token_command

    token_command(ledger_path(ledger), name, revoke=revoke)

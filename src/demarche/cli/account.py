"""`demarche account`: who may come in where a team shares the ledger."""

from __future__ import annotations

import getpass
import sys
from dataclasses import asdict

from demarche.address import on_server, shown
from demarche.cli.console import data, ledger_option, plural, print_json, talk
from demarche.cli.tables import Column, fitted
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.ledger.team import Member, Role
from demarche.ledger.team.passwords import checked
from demarche.ledger.team.roles import role_of

__all__ = [
    "add_command",
    "list_command",
    "no_admin",
    "open_command",
    "password_command",
    "role_command",
    "token_command",
]

_COLUMNS = (
    Column("NAME", least=8, yields=3, folds=True),
    Column("ROLE"),
    Column("SHOWN AS", least=8, yields=1, folds=True),
    Column("LAST SIGNED IN", from_width=70),
    Column("STATE", least=8, yields=2, folds=True),
)


def add_command(ledger: str, name: str, role: str, display: str, *, stdin: bool) -> None:
    """Make an account; a database on a server becomes a ledger by it."""
    chosen = role_of(role)
    with Ledger.open(ledger, create=on_server(ledger)) as opened:
        password = _password(name, stdin=stdin)
        made = opened.accounts.add(name, chosen, password, display=display)
        if not opened.accounts.has_admin():
            talk().print(no_admin(ledger), soft_wrap=True)
    talk().print(f"{made.name} is {made.role} now.")


def list_command(ledger: str, *, as_json: bool) -> None:
    """Print every account, the disabled ones last."""
    with Ledger.open(ledger, read_only=True) as opened:
        members = opened.accounts.all()
    if as_json:
        print_json([asdict(member) for member in members])
        return
    console = data()
    if members:
        console.print(fitted(_COLUMNS, [_cells(member) for member in members], console.width))
    talk().print(f"{plural(len(members), 'account')} in {shown(ledger)}.", soft_wrap=True)


def role_command(ledger: str, name: str, role: str) -> None:
    """Give an account another role."""
    chosen = role_of(role)
    with Ledger.open(ledger) as opened:
        member = opened.accounts.set_role(name, chosen)
    talk().print(f"{member.name} is {member.role} now.")


def password_command(ledger: str, name: str, *, stdin: bool) -> None:
    """Give an account another password."""
    with Ledger.open(ledger) as opened:
        opened.accounts.get(name)
        member = opened.accounts.set_password(name, _password(name, stdin=stdin))
    talk().print(f"{member.name} has another password now, and is signed out everywhere.")


def open_command(ledger: str, name: str, *, open_: bool) -> None:
    """Disable or enable an account."""
    with Ledger.open(ledger) as opened:
        member = opened.accounts.enable(name) if open_ else opened.accounts.disable(name)
    talk().print(f"{member.name} may {'come in again' if open_ else 'not come in any more'}.")


def token_command(ledger: str, name: str, *, revoke: bool) -> None:
    """Print a new token, or take the one that there is back."""
    with Ledger.open(ledger) as opened:
        if revoke:
            member = opened.accounts.end_token(name)
            talk().print(f"The token of {member.name} opens nothing any more.")
            return
        sys.stdout.write(opened.accounts.make_token(name) + "\n")
    talk().print("It is shown this once. Programs send it as: Authorization: Bearer TOKEN")


def no_admin(ledger: str) -> str:
    """What to do where nobody can look after the accounts."""
    return (
        f"{shown(ledger)} has no admin yet, so nobody can come in; "
        f"make one: demarche account add NAME --role {Role.ADMIN}{ledger_option(ledger)}"
    )


def _cells(member: Member) -> list[str]:
    state = "disabled" if member.disabled_at else "to change its password" if member.must_change else "open"
    token = ", with a token" if member.token_at else ""
    return [member.name, member.role, member.display, (member.signed_in_at or "never")[:10], state + token]


def _password(name: str, *, stdin: bool) -> str:
    """A password from the terminal, typed twice, or from standard input."""
    known = name.strip().lower()
    if stdin:
        return checked(sys.stdin.readline().rstrip("\r\n"), known)
    if not sys.stdin.isatty():
        raise UsageError("there is no terminal to ask for the password; nothing was changed; use --password-stdin")
    password = checked(getpass.getpass(f"Password of {known}: "), known)
    if getpass.getpass("The same again: ") != password:
        raise UsageError("the password was not typed the same twice; nothing was changed")
    return password

"""The rows of accounts. Names are never given away again: an account is disabled, not deleted."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.chunks import SqlRow
from demarche.ledger.clock import now
from demarche.ledger.schema import account_sessions, accounts
from demarche.ledger.team.roles import Member, Role, account_name

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["add", "change", "end_sessions", "every", "keep_an_admin", "member_of", "one", "password_of"]


def add(connection: Connection, row: dict[str, Any]) -> None:
    """A new account; UsageError when the name is taken, by a disabled account too."""
    if connection.scalar(sa.select(accounts.c.id).where(accounts.c.name == row["name"])):
        raise UsageError(f"there is an account {row['name']} already; nothing was changed; take another name")
    connection.execute(accounts.insert(), {**row, "created_at": now()})


def every(connection: Connection) -> list[Member]:
    """All accounts by name, the disabled ones last."""
    order = (accounts.c.disabled_at.is_not(None), accounts.c.name)
    return [member_of(row) for row in connection.execute(accounts.select().order_by(*order))]


def one(connection: Connection, name: str) -> Member:
    """The account of this name; UsageError with the nearest names when there is none."""
    row = _row(connection, name)
    if row is None:
        known = list(connection.scalars(sa.select(accounts.c.name).order_by(accounts.c.name)))
        near = get_close_matches(name.lower(), known, 1)
        meant = f"; did you mean {near[0]}?" if near else "; list them: demarche account list"
        raise UsageError(f"no account {name}; nothing was changed{meant}")
    return member_of(row)


def password_of(connection: Connection, name: str) -> str | None:
    """The hash of the password, None for a name that nobody has or a disabled account."""
    row = _row(connection, name)
    return str(row.password) if row is not None and row.disabled_at is None else None


def change(connection: Connection, name: str, **values: Any) -> None:
    """Set columns of one account."""
    connection.execute(accounts.update().where(accounts.c.name == name).values(**values))


def end_sessions(connection: Connection, name: str) -> None:
    """End every session of an account: what it was signed in as is no more."""
    mine = sa.select(accounts.c.id).where(accounts.c.name == name).scalar_subquery()
    connection.execute(account_sessions.delete().where(account_sessions.c.account_id == mine))


def keep_an_admin(connection: Connection, member: Member) -> None:
    """UsageError when nobody but this member could look after the accounts."""
    if member.role is not Role.ADMIN or member.disabled_at:
        return
    others = sa.and_(accounts.c.disabled_at.is_(None), accounts.c.name != member.name)
    left = sa.select(sa.func.count()).select_from(accounts).where(others, accounts.c.role == Role.ADMIN.value)
    if not connection.scalar(left):
        raise UsageError(f"{member.name} is the only admin; nothing was changed; make another one first")


def member_of(row: SqlRow) -> Member:
    """A row of `accounts` as its bearer."""
    return Member(
        row.name,
        row.display,
        Role(row.role),
        row.created_at,
        row.disabled_at,
        row.signed_in_at,
        bool(row.must_change),
        row.token_at,
    )


def _row(connection: Connection, name: str) -> SqlRow | None:
    known = account_name(name)
    return connection.execute(accounts.select().where(accounts.c.name == known)).first() if known else None

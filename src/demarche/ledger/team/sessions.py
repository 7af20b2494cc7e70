"""Sessions and tokens: a random secret for whoever comes with it, its SHA-256 in the ledger.

The ledger holds them, and no process does: several processes serve one ledger, and a session that is ended is ended
everywhere with the next request. A secret of 256 random bits needs no slow hash.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.clock import now
from demarche.ledger.schema import account_sessions, accounts
from demarche.ledger.team.roles import Member
from demarche.ledger.team.table import member_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["SESSION_DAYS", "begin", "digest", "end", "of_session", "of_token", "secret"]

SESSION_DAYS = 7
"""How long a session lasts at most; then one signs in again."""

KEPT = 20
"""Sessions of one account; a further one ends the oldest."""

_ENABLED = accounts.c.disabled_at.is_(None)

# built once: every request asks one of them
_OF_SESSION = (
    sa.select(accounts)
    .join(account_sessions, account_sessions.c.account_id == accounts.c.id)
    .where(account_sessions.c.key == sa.bindparam("of_key"), account_sessions.c.ends_at > sa.bindparam("of_now"))
    .where(_ENABLED)
)
_OF_TOKEN = sa.select(accounts).where(accounts.c.token == sa.bindparam("of_token"), _ENABLED)


def begin(connection: Connection, name: str, password: str) -> str | None:
    """The secret of a new session; None when the account has another password (its hash) by now, or is disabled."""
    still = sa.and_(accounts.c.name == name, accounts.c.password == password, _ENABLED)
    account = connection.scalar(sa.select(accounts.c.id).where(still))
    if account is None:
        return None
    _tidy(connection, account)
    made, begun = secret(), datetime.now(UTC)
    ends = (begun + timedelta(days=SESSION_DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {"key": digest(made), "account_id": account, "begun_at": now(), "ends_at": ends}
    connection.execute(account_sessions.insert(), row)
    connection.execute(accounts.update().where(accounts.c.id == account).values(signed_in_at=now()))
    return made


def of_session(connection: Connection, shown: str) -> Member | None:
    """Whose session this is, None when it has ended or never was."""
    row = connection.execute(_OF_SESSION, {"of_key": digest(shown), "of_now": now()}).first()
    return member_of(row) if row is not None else None


def of_token(connection: Connection, shown: str) -> Member | None:
    """Whose token this is, None for one that was taken back or never was."""
    row = connection.execute(_OF_TOKEN, {"of_token": digest(shown)}).first()
    return member_of(row) if row is not None else None


def end(connection: Connection, shown: str) -> None:
    """End one session."""
    connection.execute(account_sessions.delete().where(account_sessions.c.key == digest(shown)))


def secret() -> str:
    """256 random bits, as they stand in a cookie or a header."""
    return secrets.token_urlsafe(32)


def digest(shown: str) -> str:
    """What the ledger keeps of a secret."""
    return sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()


def _tidy(connection: Connection, account: int) -> None:
    """Drop what has ended, and the oldest sessions of this account when there are many."""
    connection.execute(account_sessions.delete().where(account_sessions.c.ends_at <= now()))
    mine = account_sessions.c.account_id == account
    order = account_sessions.c.begun_at.desc()
    kept = sa.select(account_sessions.c.key).where(mine).order_by(order).limit(KEPT - 1)
    connection.execute(account_sessions.delete().where(mine, account_sessions.c.key.not_in(kept)))

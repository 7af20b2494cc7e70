"""The part of the ledger that knows who may come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.errors import UsageError
from demarche.ledger.clock import now
from demarche.ledger.team import passwords, sessions, table
from demarche.ledger.team.roles import Member, Role, account_name, display_name

if TYPE_CHECKING:
    from demarche.ledger.connection import Database

__all__ = ["Accounts"]


class Accounts:
    """The accounts of a ledger. UsageError when there is no such account, or a change would make no sense.

    A session ends with the next request when the account is disabled, or gets another password or role.
    """

    def __init__(self, database: Database) -> None:
        self._db = database

    # -- looking after them -----------------------------------------------------------------------------------------

    def all(self) -> list[Member]:
        """Every account by name, the disabled ones last."""
        with self._db.reading() as connection:
            return table.every(connection)

    def get(self, name: str) -> Member:
        """The account of this name."""
        with self._db.reading() as connection:
            return table.one(connection, name)

    def has_admin(self) -> bool:
        """True when somebody can sign in and look after the accounts."""
        return any(member.role is Role.ADMIN and not member.disabled_at for member in self.all())

    def add(self, name: str, role: Role, password: str, *, display: str = "", must_change: bool = False) -> Member:
        """A new account; with `must_change` its password opens nothing but the page that changes it."""
        known = account_name(name)
        if known is None:
            raise UsageError(
                f"{name!r} cannot be the name of an account; nothing was changed; "
                "it has 1 to 40 of a-z, 0-9 and . _ @ -, a letter or digit first"
            )
        row = {"name": known, "display": display_name(display), "role": role.value, "must_change": int(must_change)}
        row["password"] = passwords.hashed(passwords.checked(password, known))
        with self._db.writing() as connection:
            table.add(connection, row)
            return table.one(connection, known)

    def set_role(self, name: str, role: Role) -> Member:
        """Give an account another role; its sessions end. Somebody must stay admin."""
        with self._db.writing() as connection:
            member = table.one(connection, name)
            if member.role is role:
                return member
            table.keep_an_admin(connection, member)
            table.change(connection, member.name, role=role.value)
            table.end_sessions(connection, member.name)
            return table.one(connection, member.name)

    def set_password(self, name: str, password: str, *, must_change: bool = False) -> Member:
        """Give an account another password; its sessions end."""
        member = self.get(name)
        made = passwords.hashed(passwords.checked(password, member.name))
        with self._db.writing() as connection:
            table.change(connection, member.name, password=made, must_change=int(must_change))
            table.end_sessions(connection, member.name)
            return table.one(connection, member.name)

    def disable(self, name: str) -> Member:
        """Let nobody in by this account; its sessions and its token end. Its decisions and its name stay."""
        with self._db.writing() as connection:
            member = table.one(connection, name)
            table.keep_an_admin(connection, member)
            values = {"disabled_at": member.disabled_at or now(), "token": None, "token_at": None}
            table.change(connection, member.name, **values)
            table.end_sessions(connection, member.name)
            return table.one(connection, member.name)

    def enable(self, name: str) -> Member:
        """Let a disabled account in again, with the password it had."""
        with self._db.writing() as connection:
            member = table.one(connection, name)
            table.change(connection, member.name, disabled_at=None)
            return table.one(connection, member.name)

    # -- coming in --------------------------------------------------------------------------------------------------

    def has_password(self, name: str, password: str) -> bool:
        """True when this is the password of an account that is not disabled; an unknown name takes as long."""
        return self._proof(name, password) is not None

    def sign_in(self, name: str, password: str) -> str | None:
        """The secret of a new session, None when that is not the password; which of both is wrong is not told."""
        kept = self._proof(name, password)
        if kept is None:
            return None
        with self._db.noting() as connection:
            return sessions.begin(connection, account_name(name) or "", kept)

    def sign_out(self, session: str) -> None:
        """End a session."""
        with self._db.noting() as connection:
            sessions.end(connection, session)

    def of_session(self, session: str) -> Member | None:
        """Whose session this is; None when it has ended."""
        with self._db.reading() as connection:
            return sessions.of_session(connection, session)

    def _proof(self, name: str, password: str) -> str | None:
        """The kept hash that this password fits."""
        with self._db.reading() as connection:
            kept = table.password_of(connection, name)
        # a longer one is nobody's, and hashing it would only cost time
        fits = passwords.is_same(password[: passwords.MOST + 1], kept)
        return kept if fits else None

    # -- programs ---------------------------------------------------------------------------------------------------

    def make_token(self, name: str) -> str:
        """A new token for the programs of an account, told here only; the one before ends."""
        made = sessions.secret()
        with self._db.writing() as connection:
            member = table.one(connection, name)
            if member.disabled_at:
                raise UsageError(f"{member.name} is disabled; nothing was changed; enable the account first")
            table.change(connection, member.name, token=sessions.digest(made), token_at=now())
        return made

    def end_token(self, name: str) -> Member:
        """Take the token of an account back."""
        with self._db.writing() as connection:
            member = table.one(connection, name)
            table.change(connection, member.name, token=None, token_at=None)
            return table.one(connection, member.name)

    def of_token(self, token: str) -> Member | None:
        """Whose token this is; None for one that was taken back."""
        with self._db.reading() as connection:
            return sessions.of_token(connection, token)

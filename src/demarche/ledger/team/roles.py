"""The roles, each of which may do what those before it may, and who bears them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from demarche.errors import UsageError

__all__ = ["Member", "Role", "account_name", "display_name", "role_of"]

_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,39}")
DISPLAY = 80


class Role(StrEnum):
    """What an account may do, from the least to the most."""

    READER = "reader"  # sees and downloads everything
    REVIEWER = "reviewer"  # accepts, rejects, takes back what it decided itself
    EDITOR = "editor"  # every decision, documents, and takes back what anybody decided
    ADMIN = "admin"  # accounts, besides

    def covers(self, least: Role) -> bool:
        """True when this role may do what `least` may."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(least)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with an account. `name` signs decisions and never changes; days and times are UTC, ISO 8601."""

    name: str
    display: str
    role: Role
    created_at: str
    disabled_at: str | None = None
    signed_in_at: str | None = None  # the last time
    must_change: bool = False  # somebody else made the password: it opens nothing but the page that changes it
    token_at: str | None = None  # when the token of programs was made, None when there is none

    @property
    def called(self) -> str:
        """How the member is shown."""
        return self.display or self.name


def role_of(words: str) -> Role:
    """The role of this name; UsageError names them all."""
    try:
        return Role(words.strip().lower())
    except ValueError:
        raise UsageError(f"no role {words!r}; there are {', '.join(Role)}; nothing was changed") from None


def account_name(typed: str) -> str | None:
    """The name as it is kept, in small letters; None when it cannot be one."""
    name = typed.strip().lower()
    return name if _NAME.fullmatch(name) else None


def display_name(typed: str) -> str:
    """A name to be shown, on one line. UsageError when it is too long or holds what cannot be printed."""
    name = " ".join(typed.split())
    if len(name) > DISPLAY or not name.isprintable():
        raise UsageError(f"a shown name has at most {DISPLAY} characters, all printable; nothing was changed")
    return name

"""Where a ledger is: a file, or a database on a server. What is shown of an address never holds its password."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["found", "name", "on_server", "shown"]

# up to the last @: a password may hold any sign, also one that an address should have spelled %40
_PASSWORD = re.compile(r"(://[^:/@?]*):.*@")
_PARAMETER = re.compile(r"([?&](?:ssl)?password=)[^&]*", re.IGNORECASE)


def on_server(address: str) -> bool:
    """True for `postgresql+psycopg://user@host/database`, False for the path of a file."""
    return "://" in address


def shown(address: str) -> str:
    """The address as it may be printed: `postgresql+psycopg://user:***@host/database`."""
    return _PARAMETER.sub(r"\1***", _PASSWORD.sub(r"\1:***@", address)) if on_server(address) else address


def found(address: str) -> bool:
    """Whether there is something at this address; of a server that is known only by opening it."""
    return on_server(address) or Path(address).exists()


def name(address: str) -> str:
    """The last part of it, by which people call it: the file's name, or the database's."""
    path = shown(address).partition("://")[2].partition("?")[0] if on_server(address) else address.replace("\\", "/")
    return path.rpartition("/")[2]

"""What a database error means to a person: what happened, to which file, what stayed, what to do. One line."""

from __future__ import annotations

import re

from sqlalchemy.exc import SQLAlchemyError

__all__ = ["explain"]

#: words of SQLite's (or the server's) message -> what it means, what to do; the first that fits
_MEANINGS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("disk is full",),
        "the disk is full",
        "free some space and run the same command again: it goes on where it stopped",
    ),
    (
        ("disk i/o error",),
        "the file cannot be written or read (disk full, file too large, or a failing disk)",
        "check the disk and run the same command again: it goes on where it stopped",
    ),
    (("locked", "busy"), "another program is writing to it (waited {timeout:g} s)", "try again when it is done"),
    (
        ("readonly", "read-only", "query_only"),
        "the file or its folder may not be written to",
        "copy it to a folder of your own or name another file: --ledger F",
    ),
    (
        ("unable to open",),
        "the file cannot be opened here (a read-only folder, or no permission)",
        "name a file in a folder of your own: --ledger F",
    ),
    (
        ("not a database", "malformed", "corrupt"),
        "it is damaged or not a ledger",
        "restore it from a copy, or name another file",
    ),
    (
        ("no such table", "no such column"),
        "it is not a complete ledger",
        "restore it from a copy, or name another file",
    ),
)

#: the same for a server: the code of its message (its first letters will do), or words of it where there is no code
_ON_SERVER: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("28", "password authentication failed", "no password supplied", "no pg_hba.conf entry"),
        "the server does not let this user in ({said})",
        "check user and password; PGPASSWORD or the file ~/.pgpass may hold the password",
    ),
    (
        ("3D000", 'database "'),
        "there is no such database on this server ({said})",
        "make it: createdb -E UTF8 -T template0 NAME",
    ),
    (("42501",), "this user may not do that there ({said})", "let the owner of the database grant it"),
    (("25006",), "it may not be written to: it was opened for reading", "open it for writing"),
    (("55P03",), "another program is writing to it (waited {timeout:g} s)", "try again when it is done"),
    (("40",), "another program changed the same rows", "run the same command again"),
    (("53100",), "the disk of the server is full", "free some space and run the same command again"),
    (("53300", "too many clients", "connection slots"), "the server has no connection left", "try again later"),
    (("22021", "NUL (0x00)"), "a zero byte, which PostgreSQL does not store", "take it out of what was given"),
    (("42P01", "42703"), "it is not a complete ledger ({said})", "restore it from a copy, or name another database"),
    (
        ("57P", "08", "server closed the connection", "connection is closed", "connection is lost", "terminating"),
        "the server went away ({said})",
        "run the same command again when it is back: it goes on where it stopped",
    ),
    (
        ("connection failed", "connection timeout", "resolve host", "connection attempts failed", "connection is bad"),
        "no PostgreSQL server answers there ({said})",
        "check host and port, and that it runs: pg_isready -h HOST -p PORT",
    ),
)

_PREFIX = re.compile(r"^(?:- host: [^:]*(?:: '[^']*')?.*?: )?(?:connection failed: )?(?:.*FATAL: +)?")


def explain(error: SQLAlchemyError, path: str, unchanged: str, timeout: float) -> str:
    """The one line for this error."""
    origin = getattr(error, "orig", None)
    if origin is not None and hasattr(origin, "sqlstate"):
        return _of_server(origin, path, unchanged, timeout)
    message = str(getattr(error, "orig", None) or error).splitlines()[0]
    for words, meaning, remedy in _MEANINGS:
        if any(word in message.lower() for word in words):
            return f"{path}: {meaning.format(timeout=timeout)}; {unchanged}; {remedy}"
    return f"{path}: {message}; {unchanged}"


def _of_server(error: BaseException, path: str, unchanged: str, timeout: float) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    said = _PREFIX.sub("", lines[0] if len(lines) == 1 or "attempts failed" not in lines[0] else lines[-1])
    state = str(getattr(error, "sqlstate", None) or "")
    for signs, meaning, remedy in _ON_SERVER:
        if any(_fits(sign, state, str(error)) for sign in signs):
            return f"{path}: {meaning.format(timeout=timeout, said=said)}; {unchanged}; {remedy}"
    return f"{path}: {said}; {unchanged}"


def _fits(sign: str, state: str, message: str) -> bool:
    return state.startswith(sign) if sign.isupper() or sign.isdigit() else sign in message

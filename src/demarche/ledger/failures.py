"""What a database error means to a person: what happened, to which file, what stayed, what to do. One line."""

from __future__ import annotations

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


def explain(error: SQLAlchemyError, path: str, unchanged: str, timeout: float) -> str:
    """The one line for this error."""
    message = str(getattr(error, "orig", None) or error).splitlines()[0]
    for words, meaning, remedy in _MEANINGS:
        if any(word in message.lower() for word in words):
            return f"{path}: {meaning.format(timeout=timeout)}; {unchanged}; {remedy}"
    return f"{path}: {message}; {unchanged}"

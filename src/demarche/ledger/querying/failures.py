"""What a database says of a wrong query, as one line: what is wrong, where, what may have been meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence

from demarche.errors import UsageError
from demarche.ledger.querying.scanning import place, words

__all__ = ["Schema", "too_long", "wrong"]

Schema = Mapping[str, Sequence[str]]
"""Tables and views -> their columns."""

_NEAR = re.compile(r'near "(.+)": syntax error')
_NO_TABLE = re.compile(r'no such table: (?:\w+\.)?(\w+)|relation "([^"]+)" does not exist')
_NO_COLUMN = re.compile(r'no such column: (?:\w+\.)?(\w+)|column (?:\w+\.)?"?(\w+)"? does not exist')
_OTHER = re.compile(r"(?:access to|vtable constructor failed:) (\w+)")
_NO_FUNCTION = re.compile(r"no such function: (\w+)")
_FORBIDDEN = ("not authorized", "prohibited", "readonly", "read-only", "query_only", "permission denied")
_SEE = "all views and columns: demarche query --views"


def too_long(seconds: float) -> UsageError:
    """The query was stopped."""
    return UsageError(
        f"the query was stopped after {seconds:g} seconds; nothing was changed; "
        "ask for less, or give it longer: --seconds 300"
    )


def wrong(message: str, sql: str, at: int | None, schema: Schema, breaks: Callable[[str], bool]) -> UsageError:
    """The error in one line. `at` is where the database says it is; `breaks` tells whether a beginning is wrong."""
    said = " ".join(message.split())
    if found := _OTHER.search(said):
        return UsageError(f"{found[1]!r}{_place_of(found[1], sql, at)} is not a table to be asked; {_SEE}")
    if any(word in said.lower() for word in _FORBIDDEN):
        return UsageError(f"the ledger is only read: {said}; nothing was changed")
    if found := _NO_TABLE.search(said):
        return _unknown("table", found[1] or found[2], sql, schema, at)
    if found := _NO_COLUMN.search(said):
        return _unknown("column", found[1] or found[2], sql, _columns(sql, schema), at)
    if found := _NO_FUNCTION.search(said):
        return UsageError(f"no function {found[1]!r}{_place_of(found[1], sql, at)} in this database")
    if found := _NEAR.search(said):
        at = _first_breaking(found[1], sql, breaks)
        return UsageError(f"syntax error near {found[1]!r}{_placed(sql, at)}")
    if "incomplete input" in said:
        return UsageError(f"the query ends too early{_placed(sql, len(sql.rstrip()))}")
    return UsageError(f"{said}{_placed(sql, at)}")


def _unknown(noun: str, name: str, sql: str, known: Sequence[str] | Schema, at: int | None) -> UsageError:
    close = _meant(name.lower(), sorted(known))
    meant = f"; did you mean {close[0]}?" if close else ""
    return UsageError(f"no {noun} {name!r}{_place_of(name, sql, at)}{meant or '; ' + _SEE}")


def _meant(name: str, known: Sequence[str]) -> list[str]:
    """The name with a part more before it (`events`, `id`), else the nearest in letters."""
    longer = [one for one in known if one.removeprefix("v_") == name or one.endswith(f"_{name}")]
    return longer[:1] or difflib.get_close_matches(name, known, n=1, cutoff=0.6)


def _columns(sql: str, schema: Schema) -> list[str]:
    """The columns of the tables that the query names."""
    named = {word.text.lower() for word in words(sql)}
    return [column for table, columns in schema.items() if table in named for column in columns]


def _place_of(name: str, sql: str, at: int | None) -> str:
    if at is None:
        at = next((word.start for word in words(sql) if word.text.lower() == name.lower()), None)
    return _placed(sql, at)


def _placed(sql: str, at: int | None) -> str:
    return "" if at is None else f" at {place(sql, at)}"


def _first_breaking(near: str, sql: str, breaks: Callable[[str], bool]) -> int | None:
    """Of all places where these words stand, the first at which the query is wrong: a parser stops there."""
    start = sql.find(near)
    while start >= 0:
        if breaks(sql[: start + len(near)]):
            return start
        start = sql.find(near, start + 1)
    return None

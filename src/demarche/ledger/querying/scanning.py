"""SQL as far as its safety needs it: which words are code, where it ends, whether it is one query.

Strings, quoted names, comments and PostgreSQL's dollar quotes are passed over, so that a `;` in a string is no end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from demarche.errors import UsageError

__all__ = ["Word", "place", "single", "words"]

_PASSED = (
    r"--[^\n]*|/\*.*?(?:\*/|\Z)|[eE]'(?:[^'\\]|''|\\.)*(?:'|\Z)|'(?:[^']|'')*(?:'|\Z)|\"(?:[^\"]|\"\")*(?:\"|\Z)"
    r"|`[^`]*(?:`|\Z)|\[[^\]\n]*\]|\$(?P<tag>\w*)\$.*?(?:\$(?P=tag)\$|\Z)"
)
_TOKEN = re.compile(rf"(?P<passed>{_PASSED})|(?P<word>\w+)|(?P<sign>\S)", re.DOTALL)
_ALLOWED = ("SELECT", "WITH", "VALUES")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign of the code, and where it begins."""

    text: str
    start: int


def words(sql: str) -> Iterator[Word]:
    """The words and signs outside of strings, quoted names and comments."""
    for found in _TOKEN.finditer(sql):
        if found["passed"] is None:
            yield Word(found[0], found.start())


def single(sql: str) -> str:
    """The one query in it, without the semicolon at its end; UsageError when it is none, or several."""
    code = list(words(sql))
    if not any(word.text != ";" for word in code):
        raise UsageError('there is no query in it; write one: demarche query "SELECT count(*) FROM v_events"')
    first = next(word for word in code if word.text not in (";", "("))
    if first.text.upper() not in _ALLOWED:
        raise UsageError(
            f"a query begins with SELECT, WITH or VALUES, not with {first.text!r} ({place(sql, first.start)}); "
            "the ledger is only read, nothing was changed"
        )
    ends = [word.start for word in code if word.text == ";"]
    after = [word for word in code if ends and word.start > ends[0] and word.text != ";"]
    if after:
        raise UsageError(f"a second statement begins at {place(sql, after[0].start)}; give one query at a time")
    return sql[: ends[0]] if ends else sql


def place(sql: str, index: int) -> str:
    """`character 15`, or `line 2, character 5` where there are several lines; both count from 1."""
    before = sql[:index]
    if "\n" not in sql.strip():
        return f"character {index + 1}"
    return f"line {before.count(chr(10)) + 1}, character {index - (before.rfind(chr(10)) + 1) + 1}"

"""What a view is: what one of its rows stands for, its columns with units, and the SQL that makes it.

Expressions are SQL that SQLite and PostgreSQL share, with three macros where they differ: `TEXT(x)` is a JSON value as
plain text, `PART(x, name)` a number in a JSON object, `JOINED(x)` several values in one cell, parted by `; `.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

__all__ = ["CURRENT", "Column", "Form", "View"]

Form = Literal["text", "edtf", "day", "month", "moment", "number", "minutes", "score", "flag"]
"""What stands in a column: words; EDTF; `2025-03-04`; `2025-03`; `2025-03-04T09:30:00Z`; a whole number; minutes; a
number with a point; 0 or 1."""

CURRENT = "{0}.retired_at IS NULL AND COALESCE({0}.verdict, '') <> 'reject'"
"""A report that stands: neither replaced by a later reading or version of its page, nor rejected by a person."""

_MACROS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "sqlite": (
        (re.compile(r"TEXT\(([\w.]+)\)"), r"CAST(json_extract(\1, '$') AS TEXT)"),
        (re.compile(r"PART\(([\w.]+), (\w+)\)"), r"json_extract(\1, '$.\2')"),
        (re.compile(r"JOINED\(([\w.]+)\)"), r"group_concat(\1, '; ')"),
    ),
    "postgresql": (
        (re.compile(r"TEXT\(([\w.]+)\)"), r"(\1 #>> '{}')"),
        (re.compile(r"PART\(([\w.]+), (\w+)\)"), r"CAST(\1 #>> '{\2}' AS INTEGER)"),
        (re.compile(r"JOINED\(([\w.]+)\)"), r"string_agg(\1, '; ')"),
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what stands in it, what it means, and the expression that gives it."""

    name: str
    form: Form
    meaning: str
    sql: str


@dataclass(frozen=True, slots=True)
class View:
    """A view: what one row is, its columns, and the tables it is made of (all after `FROM`)."""

    name: str
    row: str
    columns: tuple[Column, ...]
    tables: str

    def create(self, dialect: str) -> str:
        """The statement that makes it, in this dialect."""
        listed = ",\n  ".join(f"{column.sql} AS {column.name}" for column in self.columns)
        return f"CREATE VIEW {self.name} AS\nSELECT\n  {spelled(listed, dialect)}\nFROM {spelled(self.tables, dialect)}"


def spelled(sql: str, dialect: str) -> str:
    """The expression with its macros written out."""
    for pattern, replacement in _MACROS[dialect]:
        sql = pattern.sub(replacement, sql)
    return sql

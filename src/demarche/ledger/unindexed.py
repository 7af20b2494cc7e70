"""A column that SQLite shall look at in each row, not look up: of a few rows at hand that is quicker.

PostgreSQL knows by itself how many rows have a value, and chooses.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

__all__ = ["unindexed"]


class unindexed(FunctionElement[Any]):  # noqa: N801 - it reads as a function of SQL
    """`unindexed(column)`: its value, without its index on SQLite."""

    inherit_cache = True

    def __init__(self, column: sa.ColumnElement[Any]) -> None:
        super().__init__(column)
        self.type = column.type


@compiles(unindexed)
def _of_others(element: unindexed, compiler: Any, **options: Any) -> str:
    return f"(+{compiler.process(element.clauses, **options)})"


@compiles(unindexed, "postgresql")
def _of_a_server(element: unindexed, compiler: Any, **options: Any) -> str:
    return str(compiler.process(element.clauses, **options))

"""The best one-to-one pairing of rows and columns: exact, by shortest augmenting paths.

Crouse, "On implementing 2D rectangular assignment algorithms", IEEE Transactions on Aerospace and Electronic Systems
52(4), 2016; the method behind SciPy's `linear_sum_assignment`, with the same choice between equal costs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf

Matrix = list[list[float]]


def assign(scores: Matrix) -> list[tuple[int, int]]:
    """Pairs (row, column) with the highest sum of scores; pairs of score 0 are left out."""
    if not scores or not scores[0]:
        return []
    wide = len(scores) <= len(scores[0])
    table = scores if wide else [list(column) for column in zip(*scores, strict=True)]
    columns = _solve([[-score for score in row] for row in table])
    pairs = [(i, j) if wide else (j, i) for i, j in enumerate(columns)]
    return sorted((i, j) for i, j in pairs if scores[i][j] > 0)


@dataclass(slots=True)
class _Path:
    """One search: the costs of reaching each column, and the rows and columns seen on the way."""

    sink: int
    cost: float
    costs: list[float]
    parents: list[int]
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def _solve(cost: Matrix) -> list[int]:
    """The column of every row, at the lowest total cost; there are at least as many columns as rows."""
    rows, columns = len(cost), len(cost[0])
    u, v = [0.0] * rows, [0.0] * columns
    row_of, column_of = [-1] * columns, [-1] * rows
    for row in range(rows):
        path = _search(cost, row, u, v, row_of)
        u[row] += path.cost
        for i in path.rows - {row}:
            u[i] += path.cost - path.costs[column_of[i]]
        for j in path.columns:
            v[j] -= path.cost - path.costs[j]
        _augment(path, row, row_of, column_of)
    return column_of


def _search(cost: Matrix, row: int, u: list[float], v: list[float], row_of: list[int]) -> _Path:
    columns = len(row_of)
    path = _Path(-1, 0.0, [inf] * columns, [-1] * columns)
    left = list(range(columns - 1, -1, -1))  # from the end: equal costs then pair row i with column i
    while path.sink == -1:
        path.rows.add(row)
        chosen, lowest = -1, inf
        for position, j in enumerate(left):
            reached = path.cost + cost[row][j] - u[row] - v[j]
            if reached < path.costs[j]:
                path.parents[j], path.costs[j] = row, reached
            if path.costs[j] < lowest or (path.costs[j] == lowest and row_of[j] == -1):
                chosen, lowest = position, path.costs[j]
        column = left[chosen]
        path.cost = lowest
        path.columns.add(column)
        left[chosen] = left[-1]
        left.pop()
        if row_of[column] == -1:
            path.sink = column
        row = row_of[column]
    return path


def _augment(path: _Path, row: int, row_of: list[int], column_of: list[int]) -> None:
    """Turn the found path: every row on it takes the column that leads on."""
    column = path.sink
    while True:
        i = path.parents[column]
        row_of[column] = i
        column_of[i], column = column, column_of[i]
        if i == row:
            return

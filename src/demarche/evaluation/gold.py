"""A gold folder: `documents.jsonl` and `reports.jsonl`, and report lines in general."""

from __future__ import annotations

import json
from pathlib import Path

from demarche.errors import UsageError
from demarche.evaluation.matching import Line


def report_lines(path: Path) -> list[Line]:
    """The report lines of a file, or one clear complaint."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from error
    return [_line(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _line(path: Path, number: int, line: str) -> Line:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(f"{path} line {number}: is not JSON: {error.msg.lower()} at column {error.colno}") from error
    if not isinstance(row, dict) or "doc" not in row or "kind" not in row:
        raise UsageError(f'{path} line {number}: is not a report line: it needs "doc" and "kind"')
    return row

"""What was not read, in words: `rejects.txt` beside the table."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from demarche.batch.arrow import arrow
from demarche.visible import visible

__all__ = ["REJECTS", "rejects_in_words"]

REJECTS = "rejects.txt"
_SHOWN = 1000


def rejects_in_words(folder: Path) -> str:
    """How many for which reason, then file, line, id and reason of each of the first thousand."""
    _, parquet = arrow()
    reasons: Counter[str] = Counter()
    lines: list[str] = []
    for path in sorted((folder / "rejects").glob("[0-9]*.parquet")):
        for row in parquet.read_table(path).to_pylist():
            reasons[row["reason"]] += 1
            if len(lines) < _SHOWN:
                lines.append(_line(row))
    total = sum(reasons.values())
    if not total:
        return "Everything was read.\n"
    counted = [f"{number:8,}  {visible(why)}" for why, number in reasons.most_common(50)]
    more = [f"... and {total - len(lines):,} more, in the table rejects"] if total > len(lines) else []
    return "\n".join([f"{total:,} not read:", *counted, "", *lines, *more, ""])


def _line(row: dict[str, Any]) -> str:
    place = row["file"] if row["line"] is None else f"{row['file']} line {row['line']}"
    named = f" ({row['id']})" if row["id"] else ""
    return visible(f"{place}{named}: {row['reason']}")

"""Months as text (`2025-03`): runs of them, and the median."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from demarche.ledger.edtf import Days

__all__ = ["inside", "median", "month_words", "run", "shortened"]

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def run(first: str, last: str) -> list[str]:
    """Every month from the first to the last."""
    start, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]


def inside(month: str, period: Days | None) -> bool:
    """True when some day of the month lies in the period."""
    if period is None:
        return True
    starts = period.earliest is None or month >= period.earliest.isoformat()[:7]
    return starts and (period.latest is None or month <= period.latest.isoformat()[:7])


def median(numbers: Iterable[int]) -> float:
    """The middle one, or the mean of the two in the middle; 0 of nothing."""
    found = sorted(numbers)
    middle = len(found) // 2
    if not found:
        return 0.0
    return float(found[middle]) if len(found) % 2 else (found[middle - 1] + found[middle]) / 2


def month_words(month: str) -> str:
    """`Mar 2025`."""
    return f"{_NAMES[int(month[5:7]) - 1]} {month[:4]}"


def shortened(months: Sequence[str]) -> str:
    """Runs of months in words: `Mar 2025`, `May – Aug 2024, Jan 2025`."""
    runs: list[list[str]] = []
    for month in months:
        if runs and run(runs[-1][-1], month)[1:] == [month]:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(_run_words(found[0], found[-1]) for found in runs)


def _run_words(first: str, last: str) -> str:
    if first == last:
        return month_words(first)
    start = month_words(first)
    return f"{start.removesuffix(first[:4]).strip() if first[:4] == last[:4] else start} – {month_words(last)}"

"""The two ends of a range: days beside each other, and the year that one end lends to the other."""

from __future__ import annotations

from dataclasses import replace

from demarche.mentions.dates.calendar import Stretch, moved, shift


def adjacent(start: Stretch, end: Stretch) -> bool:
    """True when the second day follows the first: "11 and 12 February"."""
    return start.last is not None and end.first is not None and (end.first - start.last).days == 1


def same_year(first: Stretch, second: Stretch, kinds: str) -> tuple[Stretch, Stretch]:
    """Give the year of one end to the end that was told without; "Monday to Friday" ends after it begins."""
    if first.first is None or second.last is None or second.first is None:
        return first, second
    if first.yearless and not second.yearless:
        step = second.last.year - first.first.year
        moved_first = _in_other_year(first, step)
        if moved_first.first and moved_first.first > second.last:
            moved_first = _in_other_year(first, step - 1)
        return moved_first, second
    if "weekday" in kinds and second.relative and first.unit == second.unit == "day":
        after = shift(first.first, (second.first - first.first).days % 7)
        return first, replace(second, first=after, last=after)
    if second.yearless:
        step = first.first.year - second.first.year
        moved_second = _in_other_year(second, step)
        if moved_second.last and moved_second.last < first.first:
            moved_second = _in_other_year(second, step + 1)
        return first, moved_second
    return first, second


def _in_other_year(value: Stretch, years: int) -> Stretch:
    if value.first is None or value.last is None or not years:
        return value
    return replace(value, first=moved(value.first, 12 * years, "month"), last=moved(value.last, 12 * years, "month"))

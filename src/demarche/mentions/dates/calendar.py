"""Calendar values: a stretch of days with its unit, its arithmetic and its EDTF form."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta

UNITS = ("day", "week", "month", "season", "quarter", "year", "decade", "century", "interval")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both included; None is an open end.

    `unit` is the grain it was said in. `shape` keeps an EDTF form that the days alone do not show.
    """

    first: date | None
    last: date | None
    unit: str = "day"
    approximate: bool = False
    shape: str | None = None
    clock: str | None = None
    yearless: bool = False  # the text gave no year: the anchor or a neighbour did
    reason: str | None = None  # why there is no value: "ambiguous", "no_anchor", "set"
    relative: str = ""  # "anchor": counted from the publication day; "text": from a date in the text
    name: bool = False  # part of a name: "the 2015 agreement"

    @property
    def edtf(self) -> str | None:
        """The EDTF string, None when the value was refused."""
        if self.reason or (self.first is None and self.last is None):
            return None
        form = self.shape or _PRINTERS.get(self.unit, _interval)(self)
        return f"{form}~" if self.approximate and "/" not in form else form


def _interval(s: Stretch) -> str:
    if s.first == s.last and s.first:
        return s.first.isoformat()
    return f"{s.first.isoformat() if s.first else '..'}/{s.last.isoformat() if s.last else '..'}"


def _day(s: Stretch) -> str:
    return s.first.isoformat() if s.first else "../.."


def _month(s: Stretch) -> str:
    return s.first.isoformat()[:7] if s.first else ".."


def _season(s: Stretch) -> str:
    return f"{s.first.isoformat()[:7]}/{s.last.isoformat()[:7]}" if s.first and s.last else ".."


def _year(s: Stretch) -> str:
    return f"{s.first.year:04d}" if s.first else ".."


def _decade(s: Stretch) -> str:
    return f"{s.first.year // 10:03d}X" if s.first else ".."


def _century(s: Stretch) -> str:
    return f"{(s.first.year + 99) // 100 - 1:02d}XX" if s.first else ".."


_PRINTERS = {
    "day": _day,
    "month": _month,
    "season": _season,
    "quarter": _season,
    "part": _season,
    "year": _year,
    "decade": _decade,
    "century": _century,
}


def refused(reason: str) -> Stretch:
    """A form that was seen and not valued."""
    return Stretch(None, None, reason=reason)


def day(when: date, **more: object) -> Stretch:
    """One day."""
    return replace(Stretch(when, when), **more)  # type: ignore[arg-type]


def day_of(year: int, month: int, number: int) -> Stretch | None:
    """One day by its numbers, None when the calendar has no such day."""
    if not (1 <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return day(date(year, month, number))


def month_of(year: int, month: int) -> Stretch:
    """A whole month."""
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def year_of(year: int) -> Stretch:
    """A whole year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year")


def months_of(year: int, month: int, count: int, unit: str) -> Stretch:
    """`count` months from one on: a season, a quarter, a half-year."""
    end = month_of(*_carried(year, month + count - 1))
    return Stretch(date(year, month, 1), end.last, unit)


def decade_of(year: int) -> Stretch:
    """The ten years from a year that ends in 0."""
    return Stretch(date(year, 1, 1), date(min(year + 9, MAXYEAR), 12, 31), "decade")


def century_of(number: int) -> Stretch:
    """The 19th century is 1801 to 1900."""
    return Stretch(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), "century")


def week_of(when: date) -> Stretch:
    """Monday to Sunday around a day."""
    monday = shift(when, -when.weekday())
    return Stretch(monday, shift(monday, 6), "week")


def weekend_of(when: date) -> Stretch:
    """Saturday and Sunday of that day's week."""
    saturday = shift(when, 5 - when.weekday())
    return Stretch(saturday, shift(saturday, 1), "weekend")


def around(when: date, unit: str) -> Stretch:
    """The unit that holds a day."""
    if unit == "week":
        return week_of(when)
    if unit == "weekend":
        return weekend_of(when)
    if unit == "month":
        return month_of(when.year, when.month)
    if unit == "quarter":
        return months_of(when.year, 3 * ((when.month - 1) // 3) + 1, 3, "quarter")
    if unit == "year":
        return year_of(when.year)
    if unit == "decade":
        return decade_of(max(1, when.year // 10 * 10))
    if unit == "century":
        return century_of((when.year + 99) // 100)
    return day(when)


def shift(when: date, days: int) -> date:
    """A day so many days away, kept inside the calendar."""
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def moved(when: date, count: int, unit: str) -> date:
    """The day so many units away; the 31st becomes the month's last day where there is none."""
    days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if days:
        return shift(when, max(-4_000_000, min(4_000_000, count * days)))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit, 0)
    year, month = _carried(when.year, when.month + max(-120_000, min(120_000, count * months)))
    return date(year, month, min(when.day, monthrange(year, month)[1]))


def _carried(year: int, month: int) -> tuple[int, int]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return (1, 1) if year < 1 else (MAXYEAR, 12) if year > MAXYEAR else (year, month)


def span(first: Stretch, last: Stretch) -> Stretch:
    """From the first day of one value to the last day of another."""
    whole = {"month", "year"}
    shape = None
    if first.unit == last.unit and first.unit in whole and first.first and last.last:
        shape = f"{(first.edtf or '').rstrip('~')}/{(last.edtf or '').rstrip('~')}"
    return Stretch(first.first, last.last, "interval", first.approximate or last.approximate, shape)


def until(value: Stretch) -> Stretch:
    """By then at the latest: an open start."""
    return replace(value, first=None, unit="interval", shape=f"../{_end_form(value)}")


def since(value: Stretch) -> Stretch:
    """From then on: an open end."""
    start = value.edtf or ""
    if value.first and ("/" in start or "X" in start):
        start = value.first.isoformat()[:7] if value.unit in ("season", "quarter") else value.first.isoformat()
    return replace(value, last=None, unit="interval", shape=f"{start.rstrip('~')}/..")


def _end_form(value: Stretch) -> str:
    form = (value.edtf or "").rstrip("~")
    if "/" in form or "X" in form:
        return value.last.isoformat() if value.last else ".."
    return form

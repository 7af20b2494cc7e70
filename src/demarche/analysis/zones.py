"""Of which day a contact is, when the days of one place are meant.

A call at half past eleven at night in Moscow is one of the afternoon in Washington, and a document gives the day of
its place. With a zone named, the day is taken from a clock time where a report has one (`2025-03-18T23:30+03:00`, "at
11:30 p.m. Moscow time" in its words), else from an official source that lives in that zone, else from the document as
it is; such a contact is doubtful where a day more or less would carry it over the edge of the period.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from demarche.analysis.contacts import Contact, Told
from demarche.ledger.edtf import Days
from demarche.ledger.links.words import clock_of

__all__ = ["CAPITALS", "day_in", "edge"]

#: where the official sources of a side live
CAPITALS = {
    "Belarus": "Europe/Minsk",
    "China": "Asia/Shanghai",
    "European Union": "Europe/Brussels",
    "France": "Europe/Paris",
    "Germany": "Europe/Berlin",
    "India": "Asia/Kolkata",
    "Israel": "Asia/Jerusalem",
    "Italy": "Europe/Rome",
    "Japan": "Asia/Tokyo",
    "NATO": "Europe/Brussels",
    "Poland": "Europe/Warsaw",
    "Russia": "Europe/Moscow",
    "Saudi Arabia": "Asia/Riyadh",
    "Türkiye": "Europe/Istanbul",
    "Ukraine": "Europe/Kyiv",
    "United Arab Emirates": "Asia/Dubai",
    "United Kingdom": "Europe/London",
    "United States": "America/New_York",
}

#: how texts name zones
_SPOKEN = {
    "moscow time": "Europe/Moscow",
    "msk": "Europe/Moscow",
    "kyiv time": "Europe/Kyiv",
    "minsk time": "Europe/Minsk",
    "washington time": "America/New_York",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "london time": "Europe/London",
    "paris time": "Europe/Paris",
    "berlin time": "Europe/Berlin",
    "cet": "Europe/Paris",
    "ankara time": "Europe/Istanbul",
    "beijing time": "Asia/Shanghai",
    "gmt": "UTC",
    "utc": "UTC",
}

_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")


def day_in(contact: Contact, zone: str | None) -> Days | None:
    """The days it may be of, those of the zone where a report tells."""
    if zone is None:
        return contact.days
    found = _clock_day(contact, zone) or _local_day(contact, zone)
    return Days(found, found) if found else contact.days


def edge(contact: Contact, zone: str | None, period: Days) -> str:
    """Why the zone leaves it open whether the day lies in the period; empty when it does not."""
    if zone is None or _clock_day(contact, zone) or _local_day(contact, zone) or contact.days is None:
        return ""
    around = _day_more(contact.days)
    if around.within(period):
        return ""
    return f"its day, {contact.date}, is its document's own: in {zone} it may be the day before or after"


def _day_more(days: Days) -> Days:
    step = timedelta(days=1)
    return Days(days.earliest and days.earliest - step, days.latest and days.latest + step)


def _clock_day(contact: Contact, zone: str) -> date | None:
    """The day in the zone at the time that a report gives, in its date or in its words."""
    moments = (moment for told in contact.told if (moment := _written(told) or _spoken(told)))
    return next((moment.astimezone(ZoneInfo(zone)).date() for moment in moments), None)


def _written(told: Told) -> datetime | None:
    found = told.row.date
    return datetime.fromisoformat(found) if found and _CLOCK.fullmatch(found) else None


def _spoken(told: Told) -> datetime | None:
    minute, words = clock_of(told.row.quote)
    home, day = _SPOKEN.get(words), told.exact
    if minute is None or home is None or day is None:
        return None
    return datetime(day.year, day.month, day.day, *divmod(minute, 60), tzinfo=ZoneInfo(home))


def _local_day(contact: Contact, zone: str) -> date | None:
    """The day that an official source of the zone gives."""
    return next((t.exact for t in contact.told if t.exact and _lives_in(t, zone, t.exact)), None)


def _lives_in(told: Told, zone: str, day: date) -> bool:
    source = told.row.document
    home = CAPITALS.get(source.speaks_for or "")
    if source.source_class != "official" or home is None:
        return False
    noon = datetime(day.year, day.month, day.day, 12)
    return noon.replace(tzinfo=ZoneInfo(home)).utcoffset() == noon.replace(tzinfo=ZoneInfo(zone)).utcoffset()

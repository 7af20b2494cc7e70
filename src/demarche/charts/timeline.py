"""Pressure, offers and contact of a pair on one time axis: what came before what, and where nothing is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from demarche.charts.frame import Frame, Spec, counted, day, framed, number
from demarche.charts.lanes import WIDTH, lanes
from demarche.charts.marks import Contact, Offer, Pressure, span
from demarche.charts.timeline_parts import contact_part, offer_part, pressure_part
from demarche.charts.windows import Window, silences

__all__ = ["timeline"]

_MARGIN = timedelta(days=2)
_KEY = (
    "Triangle: announced; tick: deadline, dashed below; last mark: what became of it; dots grow with length, "
    "hollow: length not known, bar: day not certain."
)
_ABOUT = " ≈: about that day."
_GREY = " Grey: no documents."


def timeline(
    contacts: Sequence[Contact],
    pressures: Sequence[Pressure],
    offers: Sequence[Offer] = (),
    *,
    frame: Frame,
    period: tuple[date, date] | None = None,
    gaps: Sequence[tuple[date, date]] = (),
    width: int = WIDTH,
) -> Spec:
    """Above, each pressure from its announcement to its deadline and its outcome; then offers; below, contacts by type.

    Deadlines run through as dashed lines. A contact of unknown length is a hollow mark, one on an uncertain day a bar.
    `gaps` are stretches without documents: grey through all parts. The longest stretches without a contact are named.
    """
    first, last = period or span(contacts, pressures, frame.as_of, offers)
    window = Window(first - _MARGIN, last + _MARGIN, width, tuple(gaps))
    seen = [contact for contact in contacts if contact.first <= last and contact.last >= first]
    made = [offer for offer in offers if first <= offer.made <= last]
    rows = list(lanes(pressures, first, last, frame.as_of, width))
    quiet = silences(seen, first, last, width)
    parts = [pressure_part(rows, pressures, window)] if rows or not offers else []
    parts += [offer_part(made, (first, last), window)] if made else []
    parts.append(contact_part(seen, rows, quiet, window))
    body = {"vconcat": parts, "spacing": 14, "resolve": {"legend": {"shape": "independent", "color": "independent"}}}
    return framed(frame, body, _description(seen, rows, made, first, last) + _holes(quiet, gaps), _key(seen, gaps))


def _key(contacts: Sequence[Contact], gaps: Sequence[tuple[date, date]]) -> str:
    return _KEY + (_ABOUT if any(contact.about for contact in contacts) else "") + (_GREY if gaps else "")


def _description(
    contacts: Sequence[Contact], pressures: Sequence[Spec], offers: Sequence[Offer], first: date, last: date
) -> str:
    kinds = Counter(contact.type for contact in contacts)
    met = f"{number(len(contacts), 'contact')}{f' ({counted(kinds)})' if kinds else ''}"
    due = sum(row["deadline"] is not None for row in pressures)
    said = f"{number(len(pressures), 'pressure')}, {due} with a deadline"
    held_out = f"; {number(len(offers), 'offer')}" if offers else ""
    unknown = sum(contact.least is None for contact in contacts)
    hollow = f" The length of {unknown} contacts is not known." if unknown else ""
    return f"Timeline from {day(first)} to {day(last)}: {met}; {said}{held_out}.{hollow}"


def _holes(quiet: Sequence[Spec], gaps: Sequence[tuple[date, date]]) -> str:
    longest = max(quiet, key=lambda row: row["days"], default=None)
    silent = f" The longest time without a contact is {longest['days']} days ({longest['when']})." if longest else ""
    bare = "; ".join(f"{day(first)} to {day(last)}" for first, last in gaps)
    return silent + (f" No documents: {bare}." if bare else "")

"""The charts of a briefing as SVG inside the file; none where the extra `charts` is not installed."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.util import find_spec

from demarche.analysis import Contact
from demarche.analysis.pressures import PressureLife
from demarche.analysis.tone import tone_chart
from demarche.briefings.blocks import Picture
from demarche.briefings.gathering import Gathered
from demarche.briefings.part_contacts import pairs
from demarche.briefings.words import many, the
from demarche.charts import OUTCOMES, Frame, Hours, Spec, heatmap, lifelines, svg, timeline
from demarche.charts import Contact as Mark
from demarche.charts import Pressure as Line
from demarche.charts import hours as bars

__all__ = ["pictures"]

_MOST = 60  # lives of a lifeline chart, contacts of a timeline's row: more cannot be told apart
_PAIRS = 8
_DAYS = 3 * 366  # of a calendar
_LIVES = "Deadlines and what became of them"


def pictures(found: Gathered, *, wanted: bool) -> dict[str, Picture]:
    """Section -> its picture."""
    if not wanted or find_spec("vl_convert") is None:
        return {}
    return {anchor: _drawn(spec) for anchor, spec in _specs(found)}


def _specs(found: Gathered) -> Iterator[tuple[str, Spec]]:
    contacts = [mark for contact in found.contacts.rows if (mark := _mark(contact))]
    lives = [line for life in found.lives if (line := _line(life))]
    calendar = found.traffic.calendar
    if 0 < len(contacts) + len(lives) <= _MOST * 4:
        frame = _frame(found, "Pressure and contact")
        yield "timeline", timeline(contacts, lives, frame=frame, period=(calendar.first, calendar.last))
    if contacts and (calendar.last - calendar.first).days <= _DAYS:
        days = Counter(contact.exact for contact in found.contacts.rows if contact.exact)
        frame = _frame(found, "Contacts by day")
        yield "months", heatmap(days, calendar.first, calendar.last, frame=frame, gaps=calendar.gaps)
    known = [(pair, met) for pair, met in pairs(found.contacts.rows) if any(c.minutes for c in met)]
    if known:
        yield "hours", bars([_bar(pair, met) for pair, met in known[:_PAIRS]], frame=_frame(found, "Hours by pair"))
    dated = [line for line in lives if line.deadline]
    if 0 < len(dated) <= _MOST:
        yield "pressures", lifelines(dated, frame=replace(_frame(found, _LIVES), as_of=_asked(found)))
    if sum(count.count for count in found.tone.counts) > 2:
        yield "tone", tone_chart(found.tone, frame=_frame(found, "Tone by month"))


def _asked(found: Gathered) -> date:
    """The day of asking about pressures, that of the last document; an outcome told of a later day moves it there."""
    return max(*(side.as_of for side in found.pressures), *(life.ended for life in found.lives if life.ended))


def _frame(found: Gathered, title: str) -> Frame:
    source = many(found.summary.documents, "document or entry", "documents and entries")
    return Frame(f"{title}: {' and '.join(map(the, found.sides))}", source, found.as_of, found.period)


def _mark(contact: Contact) -> Mark | None:
    days = contact.days
    if days is None or days.earliest is None or days.latest is None:
        return None
    least, most = contact.minutes or (None, None)
    who = " – ".join(", ".join(side) for side in (contact.left, contact.right) if side)
    return Mark(days.earliest, days.latest, contact.type or "contact", least, most, who, days.approximate)


def _line(life: PressureLife) -> Line | None:
    if life.day is None:
        return None
    state = life.state if life.state in OUTCOMES else "unknown"
    return Line(life.day, f"{', '.join(life.by)}: {life.what}", life.due, state, life.ended)


def _bar(pair: tuple[str, str], met: list[Contact]) -> Hours:
    told = [contact.minutes for contact in met if contact.minutes]
    most = [high for _, high in told if high is not None]
    whole = sum(most) if len(most) == len(told) else None
    return Hours(" – ".join(pair), sum(low for low, _ in told), whole, len(told), len(met) - len(told))


def _drawn(spec: Spec) -> Picture:
    """As a data address: its styles and names stay its own, and nothing in it can run."""
    coded = base64.b64encode(svg(spec).encode()).decode()
    return Picture(f"data:image/svg+xml;base64,{coded}", str(spec.get("description", "")))

"""Pressures and contacts of the ledger as the charts take them.

told = episodes(ledger, by="Trump", against="Russia", period="2025")
spec = pair_timeline(told)                # pressure above, contact below, one time axis
spec = deadline_lifelines(deadlines(ledger, by="Trump", against="Russia"))
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage
from demarche.analysis.episodes import Episodes
from demarche.analysis.pressures import Deadlines, PressureLife
from demarche.charts import Contact as ContactMark
from demarche.charts import Frame, Spec, lifelines, timeline
from demarche.charts import Pressure as PressureMark
from demarche.errors import UsageError

__all__ = ["contact_marks", "deadline_lifelines", "pair_timeline", "pressure_marks", "source_words"]

_MOST = 60


def pressure_marks(lives: Iterable[PressureLife], as_of: date) -> tuple[PressureMark, ...]:
    """Each pressure with a day; an outcome that no rule reads is drawn as open, or as a passed day without text."""
    return tuple(_pressure(life, life.day, as_of) for life in lives if life.day)


def _pressure(life: PressureLife, begun: date, as_of: date) -> PressureMark:
    state: str = life.state
    if state == "unknown":
        state = "lapsed" if life.due and life.due < as_of else "open"
    heard = life.heard if life.state == "not_carried_out" else None
    return PressureMark(begun, _label(life), life.due, state, life.ended or heard)


def _label(life: PressureLife) -> str:
    words = life.what
    return words if len(words) <= _MOST else words[:_MOST].rsplit(" ", 1)[0].rstrip(" ,;") + "…"


def contact_marks(contacts: Iterable[Contact]) -> tuple[ContactMark, ...]:
    """Each contact with a date: the days it may have fallen on, its type, its minutes."""
    found = []
    for contact in contacts:
        days = contact.days
        if days and days.earliest and days.latest:
            least, most = contact.minutes or (None, None)
            found.append(ContactMark(days.earliest, days.latest, contact.type or "contact", least, most))
    return tuple(found)


def source_words(covered: Coverage) -> str:
    """`93 documents and 105 entries by hand`."""
    documents = f"{covered.documents:,} document{'s' * (covered.documents != 1)}"
    return f"{documents} and {covered.entries:,} entries by hand" if covered.entries else documents


def pair_timeline(told: Episodes, title: str = "") -> Spec:
    """The pressures and the contacts of a pair on one time axis, contacts of all windows together."""
    sides = " and ".join(" or ".join(side) for side in (told.sides.between, told.sides.and_))
    frame = Frame(title or sides, source_words(told.coverage), told.as_of)
    return timeline(
        contact_marks(told.contacts), pressure_marks([one.life for one in told.episodes], told.as_of), frame=frame
    )


def deadline_lifelines(found: Deadlines | Sequence[PressureLife], frame: Frame | None = None) -> Spec:
    """Each pressure from its announcement over its deadline to what became of it."""
    if isinstance(found, Deadlines):
        frame = frame or Frame(f"Pressures {found.who}".rstrip(), source_words(found.coverage), found.as_of)
        found = found.lives
    if frame is None:
        raise UsageError("a list of lives needs a frame: a title, a source and the day of asking")
    return lifelines(pressure_marks(found, frame.as_of), frame=frame)

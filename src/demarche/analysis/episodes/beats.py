"""The beats of an episode: what is told on which day, before, during and after a pressure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from demarche.analysis.contacts import Contact, told_by
from demarche.analysis.dyad import Moment
from demarche.analysis.pressures import PressureLife, Step
from demarche.analysis.wording import names
from demarche.ledger.edtf import Days

__all__ = ["KINDS", "Beat", "beat_of_contact", "beat_of_moment", "beats_of_life"]

Kind = Literal["pressure", "contact", "offer", "concession", "praise", "deadline", "outcome"]
KINDS: tuple[Kind, ...] = ("pressure", "contact", "offer", "concession", "praise", "deadline", "outcome")


@dataclass(frozen=True, slots=True)
class Beat:
    """One line of an episode. `initiator` is who asked for a contact, as told; `ours` tells which side acted.

    `day` is the first day it may be of, `days` all of them. `doubt` says why it may not belong.
    """

    kind: Kind
    day: date
    days: Days
    what: str
    who: str
    ids: tuple[str, ...]
    quote: str
    told_by: tuple[str, ...]
    initiator: tuple[str, ...] = ()
    ours: bool | None = None
    doubt: str = ""

    @property
    def certain(self) -> bool:
        """On one certain day, and not in doubt."""
        return self.days.one_day and not self.days.approximate and not self.doubt


def beat_of_contact(contact: Contact, doubt: str = "") -> Beat | None:
    """A contact; None without a date."""
    days = contact.days
    if days is None or days.earliest is None:
        return None
    first = contact.told[0].row
    asked = tuple(dict.fromkeys(name for t in contact.told for name in t.row.names("initiator")))
    return Beat(
        "contact",
        days.earliest,
        days,
        "round of talks" if contact.type == "talks" else contact.type or "contact",
        " – ".join(names(side) for side in (contact.left, contact.right) if side),
        (contact.id,),
        first.quote,
        tuple(dict.fromkeys(told_by(t) for t in contact.told)),
        asked,
        doubt=doubt,
    )


def beat_of_moment(one: Moment) -> Beat | None:
    """An offer, a concession, a friendly statement, another pressure; None without a date and for anything else."""
    days, kind = one.days, _kind(one)
    if kind is None or days is None or days.earliest is None:
        return None
    who = " → ".join(names(side) for side in (one.by, one.towards) if side)
    what = f"{one.label}: {one.what}" if one.what else one.label
    doubt = "may be told twice" if one.event.perhaps else ""
    tellers = tuple(dict.fromkeys(r.document.publisher or r.document.name for r in one.event.reports))
    return Beat(kind, days.earliest, days, what, who, (one.id,), one.quote, tellers, ours=one.ours, doubt=doubt)


def _kind(one: Moment) -> Kind | None:
    if one.kind == "statement":
        return "praise" if one.friendly else None
    if one.kind == "offer":
        return "concession" if one.row.type == "concession" else "offer"
    return "pressure" if one.kind == "pressure" else None


def beats_of_life(life: PressureLife) -> Iterator[Beat]:
    """The announcement, each new deadline, the deadline's day, and the outcome."""
    who = " → ".join(names(side) for side in (life.by, life.against) if side)
    for step in life.steps:
        if step.day is None or step.state in ("open", "lapsed", "unknown"):
            continue
        kind: Kind = {"announced": "pressure", "revised": "deadline"}.get(step.state, "outcome")  # type: ignore[assignment]
        yield _beat(kind, step.day, _told(life, step), who, life, step)
    if life.due:
        first = life.steps[0]
        yield _beat("deadline", life.due, f"its deadline runs out ({life.deadline})", who, life, first)


def _told(life: PressureLife, step: Step) -> str:
    if step.state == "announced":
        return f"{life.type}: {life.what}" + (f" (by {life.deadline})" if life.deadline else "")
    if step.state == "revised":
        return f"new deadline: {step.old or 'none'} → {step.new}"
    return step.state.replace("_", " ")


def _beat(kind: Kind, day: date, what: str, who: str, life: PressureLife, step: Step) -> Beat:
    ids = tuple(dict.fromkeys((life.id, step.event_id)))
    return Beat(kind, day, Days(day, day), what, who, ids, step.quote, (step.publisher,), ours=True)

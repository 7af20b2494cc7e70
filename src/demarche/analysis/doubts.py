"""Whether a contact belongs to a count, and the reason when that is in doubt.

Each rule looks at one thing and says: it belongs, it does not, or it may, because. A contact that one rule rules out
is out; one that some rule doubts is listed with the reason of the first that does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from demarche.analysis.contacts import Contact, Told
from demarche.ledger.edtf import Days

__all__ = ["RULES", "Asked", "doubt"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a count asks for."""

    type: str | None
    status: str
    days: Days | None


OUT = "out"  # it does not belong
SURE = ""  # it belongs
Rule = Callable[[Contact, Asked], str]


def status(contact: Contact, asked: Asked) -> str:
    """A report must give the status plainly; a report that denies or cancels the same contact makes it doubtful."""
    plain = [t for t in contact.told if t.statuses == {asked.status}]
    opened = [t for t in contact.told if asked.status in t.statuses and t not in plain]
    if not plain and not opened:
        return OUT
    if not plain:
        return f"{opened[0].row.status}: claimed by one side, not confirmed"
    against = [t for t in contact.told if asked.status == "held" and t.statuses & {"denied", "cancelled"}]
    return f"{against[0].row.status} according to {_who(against[0])}" if against else SURE


def type_(contact: Contact, asked: Asked) -> str:
    """A report must give the type plainly, not as one of several alternatives."""
    if asked.type is None or any(t.types == {asked.type} for t in contact.told):
        return SURE
    opened = [t for t in contact.told if asked.type in t.types]
    if opened:
        return f"the type is open: {' or '.join(sorted(opened[0].types))}"
    return OUT if any(t.types for t in contact.told) else "its type is not told"


def date_(contact: Contact, asked: Asked) -> str:
    """All the days it may be of must lie in the period."""
    days = contact.days
    if days is None:
        return "no date"
    if asked.days is None or days.widened().within(asked.days):
        return SURE
    if not days.widened().touches(asked.days):
        return OUT
    return f"its date, {contact.date}, may lie outside the period"


def distinct(contact: Contact, _: Asked) -> str:
    """A report with a loose date may tell of a contact that is counted already."""
    others = contact.maybe_same
    if not others:
        return SURE
    return f"its date, {contact.date or 'none'}, is loose: it may be one of {others} other contact{'s' * (others > 1)}"


#: in this order: the first doubt is the one that is told
RULES: tuple[Rule, ...] = (status, type_, date_, distinct)


def doubt(contact: Contact, type_asked: str | None, status_asked: str, days: Days | None) -> tuple[bool, str]:
    """`(belongs, reason)`: False when it is out; an empty reason when it surely counts."""
    asked = Asked(type_asked, status_asked, days)
    found = [rule(contact, asked) for rule in RULES]
    return OUT not in found, next((reason for reason in found if reason), "")


def _who(told: Told) -> str:
    return told.row.document.publisher or told.row.document.title or told.row.document.name

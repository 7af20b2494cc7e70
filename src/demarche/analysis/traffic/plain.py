"""The ledger's contacts as the statistics take them: meetings, lengths, initiators, plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from demarche.analysis.contacts import Contact
from demarche.analysis.traffic.days import spanned
from demarche.statistics import Calendar, Length, Meeting, Plan

__all__ = ["THEM", "asked_by", "lengths_of", "meetings_of", "plans_of"]

#: the counterparts of a side, whoever they are
THEM = "the other side"
_PLANS = frozenset({"planned", "proposed", "cancelled"})
_BECAME: dict[str, Literal["held", "cancelled"]] = {"held": "held", "cancelled": "cancelled"}


def meetings_of(contacts: Iterable[Contact], of: str, counterpart: str, calendar: Calendar) -> list[Meeting]:
    """The contacts of a pair with the days they may be of; one without a date may be of any."""
    anytime = (calendar.first, calendar.last)
    return [Meeting(spanned(contact.days, calendar) or anytime, (of, counterpart)) for contact in contacts]


def lengths_of(contacts: Iterable[Contact], calendar: Calendar) -> list[Length]:
    """The lengths of contacts, unknown ones among them."""
    anytime = (calendar.first, calendar.last)
    found = []
    for contact in contacts:
        least, most = contact.minutes or (None, None)
        found.append(Length(spanned(contact.days, calendar) or anytime, least, most))
    return found


def asked_by(contact: Contact, own: frozenset[str], of: str, them: str) -> str | None:
    """Which side asked for a contact; None when nobody says, or its reports name both."""
    initiators = [p for told in contact.told for p in told.row.participants if p.role == "initiator"]
    ours = {p.side in own or p.name in own for p in initiators}
    if len(ours) != 1:
        return None
    return of if True in ours else them


def plans_of(contacts: Sequence[Contact], calendar: Calendar) -> tuple[list[Plan], int, list[Contact]]:
    """The planned contacts of the period: what became of them, how many more have no day, and they themselves."""
    plans = [(contact, _due(contact)) for contact in contacts if _planned(contact)]
    dated = [(c, due) for c, due in plans if due is not None and calendar.first <= due <= calendar.last]
    fates = [Plan(due, _BECAME.get(contact.event.status or "", "unknown")) for contact, due in dated]
    return fates, sum(due is None for _, due in plans), [contact for contact, _ in dated]


def _planned(contact: Contact) -> bool:
    """A report, of whatever day, tells of it before it took place, or that it will not."""
    return any(status in _PLANS for status in _statuses(contact))


def _statuses(contact: Contact) -> Iterator[str]:
    return (status for told in contact.told for status in told.statuses)


def _due(contact: Contact) -> date | None:
    """The last day that it is meant for; of a cancelled one without a day, when that was told."""
    if contact.days and contact.days.latest:
        return contact.days.latest
    told = [row.document.date for row in contact.reports if row.document.date]
    return date.fromisoformat(max(told)) if told and contact.event.status == "cancelled" else None

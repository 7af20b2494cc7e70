"""One contact per pair and day: what a count of days in contact takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from demarche.analysis.contacts import Contact
from demarche.analysis.wording import day

__all__ = ["per_day"]


def per_day(contacts: Sequence[Contact]) -> tuple[list[Contact], list[tuple[Contact, str]]]:
    """The first contact of each pair on each day, and the others with the reason; loose dates stand for themselves."""
    kept: list[Contact] = []
    folded: list[tuple[Contact, str]] = []
    of_day: dict[date, list[Contact]] = defaultdict(list)
    for contact in contacts:
        at = contact.exact
        if at and any(_same_pair(contact, other) for other in of_day[at]):
            folded.append((contact, f"another contact of this pair on {day(at)} is counted"))
            continue
        kept.append(contact)
        if at:
            of_day[at].append(contact)
    return kept, folded


def _same_pair(a: Contact, b: Contact) -> bool:
    """Somebody of each side took part in both."""
    return bool(set(a.left) & set(b.left)) and bool(set(a.right) & set(b.right))

"""Whether a contact belongs to a count, and the reason when that is in doubt or the rule leaves it out.

Each rule looks at one thing and says: it belongs, it does not, or it may, because. A contact that one rule rules out
is out; one that some rule doubts is listed with the reason of the first that does. The counting rule's own wishes
(sources, confirmed, bilateral, persons) never make a contact doubtful: what they leave out is listed apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from demarche.analysis.contacts import Contact, Told, told_by
from demarche.analysis.rules import CountingRule
from demarche.analysis.twins import apart
from demarche.analysis.wording import contact_in_words, names
from demarche.analysis.zones import day_in, edge
from demarche.ledger.edtf import Days

__all__ = ["DOUBTS", "WISHES", "Asked", "Reasoned", "doubt", "sorted_out", "wished"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a count asks for."""

    rule: CountingRule
    days: Days | None


OUT = "out"  # it does not belong
SURE = ""  # it belongs
Rule = Callable[[Contact, Asked], str]


def status(contact: Contact, asked: Asked) -> str:
    """A report must give the status plainly; a report that denies or cancels the same contact makes it doubtful."""
    wanted = asked.rule.status
    plain = [t for t in contact.told if t.statuses == {wanted}]
    opened = [t for t in contact.told if wanted in t.statuses and t not in plain]
    if not plain and not opened:
        return OUT
    if not plain:
        return f"{opened[0].row.status}: claimed by one side, not confirmed"
    against = [t for t in contact.told if wanted == "held" and t.statuses & {"denied", "cancelled"}]
    later = [t for t in against if not _told_before(t, plain)]
    return f"{later[0].row.status} according to {told_by(later[0])}" if later else SURE


def _told_before(one: Told, others: Sequence[Told]) -> bool:
    """A cancellation that another document outlives: what was called off first took place after all."""
    day = one.row.document.date
    later = [t.row.document.date for t in others if t.row.document.date]
    return one.statuses == {"cancelled"} and day is not None and any(day < other for other in later)


def type_(contact: Contact, asked: Asked) -> str:
    """Most reports must give the type plainly, not as one of several alternatives; where few do, it is doubtful."""
    wanted = frozenset(asked.rule.types)
    main, few = _main_types(contact), [t for t in contact.told if t.types and t.types <= wanted]
    if not wanted or wanted & main or (few and not main):
        return SURE
    if few:
        return f"{contact.type} according to most, {few[0].row.type} according to {told_by(few[0])}"
    opened = [t for t in contact.told if t.types & wanted]
    if opened:
        return f"the type is open: {' or '.join(sorted(opened[0].types))}"
    return OUT if any(t.types for t in contact.told) else "its type is not told"


def _main_types(contact: Contact) -> frozenset[str]:
    """The type that most of its reports give plainly; several where as many give each."""
    counted = Counter(kind for t in contact.told if len(t.types) == 1 for kind in t.types)
    most = max(counted.values(), default=0)
    return frozenset(kind for kind, number in counted.items() if number == most)


def date_(contact: Contact, asked: Asked) -> str:
    """All the days it may be of must lie in the period."""
    days = day_in(contact, asked.rule.zone)
    if days is None:
        return "no date"
    if asked.days is None:
        return SURE
    if not days.widened().touches(asked.days):
        return OUT
    if not days.widened().within(asked.days):
        return f"its date, {contact.date}, may lie outside the period"
    return edge(contact, asked.rule.zone, asked.days)


#: in this order: the first doubt is the one that is told
DOUBTS: tuple[Rule, ...] = (status, type_, date_)


def sources(contact: Contact, asked: Asked) -> str:
    """Who must tell of it: anybody, an official source, official sources of both sides."""
    if asked.rule.sources == "any":
        return SURE
    official = [t for t in contact.told if t.row.document.source_class == "official"]
    tellers = names(sorted({told_by(t) for t in contact.told}))
    if not official:
        return f"no official source tells of it (only {tellers})"
    if asked.rule.sources == "official":
        return SURE
    speaking = {t.row.document.speaks_for for t in official}
    silent = [side for side in (contact.left, contact.right) if not contact.sides_of(side) & speaking]
    return f"no official source that speaks for {' or '.join(map(names, silent))}" if silent else SURE


def confirmed(contact: Contact, asked: Asked) -> str:
    """Only what a person confirmed or entered, when the rule asks so."""
    return "found by the machine, confirmed by nobody" if asked.rule.confirmed and contact.standing == "machine" else ""


def bilateral(contact: Contact, asked: Asked) -> str:
    """Nobody of a third side took part, when the rule asks so."""
    return f"others took part: {names(contact.third)}" if asked.rule.bilateral and contact.third else SURE


def persons(contact: Contact, asked: Asked) -> str:
    """A person is named on both sides, when the rule asks so."""
    if not asked.rule.persons or (
        any(t.left_people for t in contact.told) and any(t.right_people for t in contact.told)
    ):
        return SURE
    return "no person is named on one side"


#: what the counting rule itself leaves out
WISHES: tuple[Rule, ...] = (sources, confirmed, bilateral, persons)


def doubt(contact: Contact, asked: Asked) -> str:
    """The reason of the first rule that doubts; `OUT` when one rules it out, empty when it surely counts."""
    found = [rule(contact, asked) for rule in DOUBTS]
    return OUT if OUT in found else next((reason for reason in found if reason), SURE)


def wish(contact: Contact, asked: Asked) -> str:
    """Why the counting rule leaves it out; empty when it does not."""
    return next((reason for rule in WISHES if (reason := rule(contact, asked))), SURE)


Reasoned = list[tuple[Contact, str]]


def sorted_out(contacts: Sequence[Contact], asked: Asked) -> tuple[list[Contact], Reasoned, Reasoned]:
    """What counts, what may, and what the rule leaves out, the last two with reasons."""
    found = [(contact, reason) for contact in contacts if (reason := doubt(contact, asked)) != OUT]
    left_out = [(contact, reason) for contact, _ in found if (reason := wish(contact, asked))]
    unwished = {contact.id for contact, _ in left_out}
    doubtful = [(contact, reason) for contact, reason in found if reason and contact.id not in unwished]
    sure = [contact for contact, reason in found if not reason and contact.id not in unwished]
    counted, unsure = apart(sure)
    return counted, doubtful + [(contact, perhaps_one(contact, others)) for contact, others in unsure], left_out


def wished(sure: Sequence[Contact], asked: Asked) -> list[Contact]:
    """Of contacts that nothing doubts, those that the counting rule takes."""
    return apart([contact for contact in sure if not wish(contact, asked)])[0]


def perhaps_one(contact: Contact, others: Sequence[Contact]) -> str:
    """Why a contact may be one that is counted already."""
    if len(others) > 1:
        return f"its date, {contact.date or 'none'}, is loose: it may be one of {len(others)} others that are counted"
    return f"it may be the same as the {contact_in_words(others[0])}"

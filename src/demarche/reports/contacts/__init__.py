"""Contacts: people or states in touch. cues -> sides -> drafts -> threads -> fields -> reports."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import Field, Report
from demarche.reports.contacts.cues import find_cues
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.evidence import covering, participant
from demarche.reports.contacts.fields import FILLERS
from demarche.reports.contacts.threads import thread

__all__ = ["build_contacts"]


def build_contacts(reading: Reading) -> Iterator[Report]:
    """Yield one report for each contact that the text tells of."""
    for draft in thread(reading, list(find_cues(reading))):
        for fill in FILLERS:
            fill(reading, draft)
        yield report(reading, draft)


def report(reading: Reading, draft: Draft) -> Report:
    """A finished draft as a report."""
    people: list[Field] = [participant(p, reading.document.text) for p in draft.parties]
    return Report(
        document_id=reading.document.id,
        kind="contact",
        type=draft.type,
        status=draft.status,
        evidence=tuple(covering(draft, reading)),
        fields=(*people, *draft.fields),
        plover="CONSULT",
    )

"""The people whom a title names: "Telephone conversation with B" is one of B and of who publishes it."""

from __future__ import annotations

import re

from demarche.mentions.reading import Reading
from demarche.model import Reason
from demarche.reports.contacts.draft import Cue, Party
from demarche.reports.contacts.parties import union
from demarche.reports.contacts.senses import by_name
from demarche.reports.contacts.vocabulary import is_body

_CONTACT_TITLE = re.compile(r"\b(?:call|conversation|meeting|talks|meets?|met|spoke|visit|telephone)\b", re.I)


def titled(reading: Reading, cue: Cue) -> list[Party]:
    """The pair that the title names, for "the summit" of a text that has told of no contact yet."""
    if by_name()[cue.sense].frame not in ("noun", "summit"):
        return []
    return title_pair(reading)


def title_pair(reading: Reading) -> list[Party]:
    """The people of a title such as "Telephone conversation with B": B and who publishes it, or A and B."""
    people = [m for m in reading.title_actors if m.kind == "person" and m.side and not m.pronoun]
    parties = union([Party(m.name, m.side, "person", [], Reason.TITLE) for m in people])
    home, holder = reading.publisher_side, reading.publisher_holder
    if holder and home and len(parties) == 1 and parties[0].side != home and _tells_of_contact(reading.document.title):
        parties = [Party(holder, home, "person", [], Reason.TITLE), *parties]
    return parties if len({p.side for p in parties}) > 1 else []


def title_bodies(reading: Reading) -> list[Party]:
    """The body in "Leaders of the ASEAN member states are to meet"."""
    if "summit" not in reading.document.title.lower():
        return []
    bodies = [m for m in reading.title_actors if m.side and is_body(m.side) and m.kind != "person"]
    return union([Party(m.side or m.name, m.side, "institution", [], Reason.TITLE) for m in bodies])


def _tells_of_contact(title: str) -> bool:
    return bool(_CONTACT_TITLE.search(title))

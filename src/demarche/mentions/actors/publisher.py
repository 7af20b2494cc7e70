"""What a document's publisher tells: whose state "we" is, and who "the President" is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from demarche.actors import Authority, Person
from demarche.mentions.actors.scan import scan
from demarche.mentions.actors.tokens import from_title

#: offices that speak through an institution's own site
_SPEAKERS = {
    "USA-WH": "president",
    "USA-STATE": "secretary of state",
    "USA-DEFENSE": "defence secretary",
    "RUS-KREMLIN": "president",
    "UKR-OP": "president",
    "FRA-ELYSEE": "president",
    "GBR-NO10": "prime minister",
    "UN": "secretary-general",
    "NATO": "secretary-general",
    "OSCE": "secretary-general",
    "EU-COMMISSION": "commission president",
    "IAEA": "director-general",
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """The state a publisher speaks for (id), the office it belongs to, and who held it on the day."""

    place: str | None = None
    office: str | None = None
    holder: Person | None = None


def publisher_of(name: str, day: date | None, authority: Authority) -> Publisher:
    """Read a publisher's name: an office of a state, an institution, or nothing for a newsroom."""
    found = scan(from_title(name, frozenset()), authority)
    offices = [a.value for a in found.atoms if a.kind == "office"]
    places = [a for a in found.atoms if a.kind in {"institution", "state", "demonym", "seat"}]
    for atom in places:
        if atom.kind == "institution" and atom.value in _SPEAKERS:
            place = authority.side_id(atom.value)
            return Publisher(place, _SPEAKERS[atom.value], authority.holder(_SPEAKERS[atom.value], place, day))
    if not places or not (offices or "presidential" in name.lower() or "ministry" in name.lower()):
        return Publisher()
    office = offices[0] if offices else "foreign minister" if "ministry" in name.lower() else "president"
    place = authority.side_id(places[0].value)
    return Publisher(place, office, authority.holder(office, place, day))

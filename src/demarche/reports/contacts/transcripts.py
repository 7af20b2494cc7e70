"""First-person texts: "Good to see you, Mr. President" is a meeting of the two people whom the title names."""

from __future__ import annotations

import re

from demarche.mentions.reading import Reading
from demarche.model import Reason
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft
from demarche.reports.contacts.titles import title_pair

_SEEN = re.compile(
    r"\b(?:good|pleased|glad|great|delighted|happy|pleasure|honou?r(?:ed)?|wonderful)\b[^.?!]{0,30}\bto "
    r"(?:see|be with|have|welcome|receive|meet(?: with)?|host)\b[^.?!]{0,30}"
    r"\b(?:you|here|Prime|President|Minister|Secretary|Chancellor|colleague|counterpart|friend)\b"
    r"|\b[Tt]hank you\b[^.?!]{0,40}\bfor (?:coming|being here|having|receiving|hosting|welcoming|finding time)\b"
)
_CAME = re.compile(
    r"\bfor (?:coming|accepting (?:the|my|our) invitation|finding time to come|visiting)\b"
    r"|\b[Ww]elcome (?:you )?to (?P<where>[A-Z]\w+(?: [A-Z]\w+)?)|\binvitation to visit\b"
)


_BEFORE = re.compile(r"\b(?:Before|Prior to|Ahead of) (?:Their |a |the )?(?:\w+ )?Meeting\b", re.I)


def transcribed(reading: Reading, found: list[Draft]) -> list[Draft]:
    """The meeting, and the guest's visit, that a transcript shows without telling of them."""
    pair = title_pair(reading) or _hosted_pair(reading, found)
    if len(pair) != 2 or not re.search(r"\b(?:I|you|we)\b", reading.document.text):
        return []
    names = {p.name for p in pair}
    told = [d for d in found if names <= d.names()]
    out = []
    seen, title = _SEEN.search(reading.document.text), reading.document.title
    met = {"meeting", "talks", "summit"} | (set() if "Meeting" in title else {"call"})
    ahead = [d for d in told if d.type == "meeting" and d.status == "planned" and not d.day and _BEFORE.search(title)]
    if seen is not None and all(d in ahead for d in told if d.type in met):
        found[:] = [d for d in found if d not in ahead]  # the talks that they look forward to are those of the title
        out += _draft(reading, seen, "meeting", pair)
    out += _visit(reading, found, pair)
    return out


def _hosted_pair(reading: Reading, found: list[Draft]) -> list[Party]:
    """The two people of the first meeting told, one of them the publisher's own."""
    for item in found:
        people = [p for p in item.parties if p.kind == "person"]
        if item.type == "meeting" and len(people) == 2 and reading.publisher_side in {p.side for p in people}:
            return people
    return []


def _visit(reading: Reading, found: list[Draft], pair: list[Party]) -> list[Draft]:
    """The guest comes to the publisher's state."""
    home = reading.publisher_side
    guests = [p for p in pair if p.side != home]
    came = _CAME.search(reading.document.text)
    if home is None or len(guests) != 1 or came is None:
        return []
    if came["where"] and not _at_home(reading, came["where"], home):
        return []
    if any(d.type == "visit" and guests[0].name in d.names() for d in found):
        return []
    host = Party(home, home, "state", [], Reason.SPEAKER)
    return _draft(reading, came, "visit", [guests[0], host])


def _at_home(reading: Reading, place: str, home: str) -> bool:
    return any(p.state == home and place in (p.name, *p.name.split(", ")) for p in reading.places)


def _draft(reading: Reading, match: re.Match[str], kind: str, parties: list[Party]) -> list[Draft]:
    piece = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if piece is None:
        return []
    cue = Cue(piece.root.i, kind, "meet" if kind == "meeting" else "visit")
    copies = [Party(p.name, p.side, p.kind, [], p.reason) for p in parties]
    return [draft(reading, cue, copies)]

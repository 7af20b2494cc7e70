"""People without a name or a state of their own: "met government officials" in Chisinau met those of Moldova."""

from __future__ import annotations

import re

from spacy.tokens import Span as Piece
from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Span
from demarche.reports.contacts import grammar
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.clauses import SAYING
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.phrases import Phrase
from demarche.reports.contacts.windows import begins, ends

_OFFICIALS = re.compile(
    r"\b((?:(?:senior|high-ranking|top|local|key|high-level|other|political|government|cabinet|military|security"
    r"|defen[cs]e) )*(?:government )?(?:officials?|ministers|leaders|authorities|counterparts|representatives"
    r"|leadership|negotiators|mediators|diplomats))\b"
)


_ABROAD = re.compile(
    r"\b((?:key |close |European |NATO )*[Aa]llies and [Pp]artners|"
    r"(?:senior )?(?:(?:Caribbean|Transatlantic|transatlantic|African|Arab|European|Asian|Gulf|Nordic|Baltic|Balkan|"
    r"Pacific|Central American|South American|Latin American|Western|world)(?: and [A-Z]\w+)? "
    r"(?:foreign |defen[cs]e |prime )?(?:leaders|ministers|presidents|officials|partners|envoys|diplomats|allies)|"
    r"(?:[Ll]eaders|[Mm]inisters|[Pp]residents|[Oo]fficials|[Ee]nvoys|[Rr]epresentatives) (?:of|from) (?:the )?"
    r"(?:(?:about|some|nearly|over|around|more than|at least) )?"
    r"(?:[A-Z0-9]\w* |several |other |all ){1,4}(?:nations|countries|states|Islands)))\b"
)


_OF_MEMBERS = re.compile(
    r"\b((?:[Ff]oreign |[Dd]efen[cs]e |[Ff]inance |[Pp]rime |[Tt]rade )?(?:[Ll]eaders|[Mm]inisters|[Pp]residents"
    r"|[Oo]fficials|[Ee]nvoys|[Hh]eads of (?:state|government)) (?:of|from) (?:the )?"
    r"(?:member (?:states|nations|countries) of (?:the )?(?:[A-Z][\w-]+ ?){1,6}"
    r"|(?:\w+ )?(?:[A-Z]\w+ )?(?:nations|countries|states)))"
)
_OF_BOTH = re.compile(r"\b(?:two|both|these|those)\b")


def _from_abroad(reading: Reading, piece: Piece) -> list[Party]:
    """For "Met with Caribbean leaders", "with leaders from 15 African nations": a group abroad, as it is called."""
    found = _ABROAD.search(piece.text)
    if found is None or _told_by(reading, piece, found):
        return []
    span = Span(piece.start_char + found.start(1), piece.start_char + found.end(1))
    if any(m.span.overlaps(span) for m in reading.actors):
        return []
    return [Party(found.group(1), found.group(1), "group", [], None, (span,))]


def many_before(reading: Reading, verb: Token) -> list[Party]:
    """The group abroad that a verb has as its subject: "foreign ministers from six Gulf states gathered"."""
    piece = reading.doc[begins(verb) : verb.i]
    found = [
        m for m in (*_ABROAD.finditer(piece.text), *_OF_MEMBERS.finditer(piece.text)) if len(piece.text) - m.end() < 3
    ]
    if not found or _OF_BOTH.search(found[-1].group(1)):
        return []
    first = found[-1]
    span = Span(piece.start_char + first.start(1), piece.start_char + first.end(1))
    return [Party(first.group(1), None, "group", [], None, (span,))]


def local_people(reading: Reading, token: Token, right: list[Phrase]) -> list[Party]:
    """Officials named only by their rank: they belong to the state whose people or whose place the sentence tells."""
    start = right[-1].end if right else token.i + 1
    stop = _stop(token, start)
    piece = reading.doc[start:stop]
    abroad = _from_abroad(reading, piece)
    if abroad:
        return abroad
    found = _OFFICIALS.search(piece.text)
    if found is not None and set(piece.text[: found.start()].lower().split()[-1:]) & (words.CIVIL | words.DOMESTIC):
        return []
    if found is None or _told_by(reading, piece, found):
        return []
    if any(reading.actor_at(t.i) for t in piece if t.text in found.group().split()):
        return []
    side = right[-1].mentions[-1].side if right else _place_state(reading, token, stop)
    if side is None:
        return []
    span = Span(piece.start_char + found.start(1), piece.start_char + found.end(1))
    return [Party(f"{found.group(1).removeprefix('other ')} of {side}", side, "group", [], None, (span,))]


def _told_by(reading: Reading, piece: Piece, found: re.Match[str]) -> bool:
    """True for "met with B, ministry officials said": those who tell of a meeting need not have been there."""
    before, after = piece.text[: found.start()], piece.text[found.end() :]
    if "," not in before or "," in after or piece.end >= len(reading.doc):
        return False
    return grammar.is_one_of(reading.doc[piece.end], SAYING)


def _stop(token: Token, start: int) -> int:
    for i in range(start, ends(token)):
        if grammar.stops(token.doc[i], token):
            return i
    return ends(token)


def _place_state(reading: Reading, token: Token, stop: int) -> str | None:
    """The foreign state that the sentence sets its scene in, before its topic; else the last one before it."""
    first, last = reading.doc[begins(token)], reading.doc[min(stop, ends(token)) - 1]
    here = Span(first.idx, last.idx + len(last.text))
    abroad = [p for p in reading.places if p.state and p.state != reading.publisher_side]
    states = [p.state for p in abroad if p.span.within(here)]
    earlier = [p.state for p in abroad if p.span.end <= first.idx]
    return states[0] if states else earlier[-1] if earlier else None

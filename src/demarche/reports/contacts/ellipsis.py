"""Contacts told by another clause's verb: "So did Macron", "Barrot did so on Wednesday", "as did his colleague"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, DateMention
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.evidence import clause, sentence_index
from demarche.reports.contacts.parties import parties_of, union
from demarche.reports.contacts.windows import begins, ends

_HELPERS = frozenset({"did", "has", "had", "does"})
_FOLLOWS = frozenset({"follow", "follows", "followed"})
_SAME = frozenset({"so", "likewise"})
_KINDS = frozenset({"call", "meeting", "visit"})


def elliptic(reading: Reading, found: list[Draft]) -> list[Draft]:
    """The contacts of those who did the same as somebody told of in the same or the last sentence."""
    return [item for token in reading.words_in(_HELPERS | _FOLLOWS) for item in _same_by(reading, found, token)]


def _same_by(reading: Reading, found: list[Draft], did: Token) -> Iterator[Draft]:
    follows = did.lower_ in _FOLLOWS
    who = _follower(reading, did) if follows else _named_after(reading, did) or _named_before(reading, did)
    known = _told_last(reading, found, did) if who is not None else None
    if who is None or known is None:
        return
    doers, others = _sides(reading, known)
    parties = parties_of(reading, who)
    names = {p.name for p in known.parties}
    if not doers or not others or any(p.name in names for p in parties):
        return
    cue = Cue(did.i, known.type, known.cues[0].sense)
    whole = union(parties, [Party(p.name, p.side, p.kind, p.mentions[:1], p.reason, p.spans) for p in others])
    if len({p.side for p in whole if p.side}) > 1:
        day = _day_after(reading, did)
        yield Draft(
            known.type, [cue], whole, [clause(reading, cue, parties)], [sentence_index(reading, did.i)], day=day
        )


def _named_after(reading: Reading, did: Token) -> ActorMention | None:
    """B in "so did B", "as did B"."""
    if did.i == 0 or did.nbor(-1).lower_ not in ("so", "as") or did.i + 1 >= ends(did):
        return None
    return next((m for m in reading.actors if did.i < m.start_token <= did.i + 2), None)


def _named_before(reading: Reading, did: Token) -> ActorMention | None:
    """B in "B did so", "B did the same"."""
    after = [t.lower_ for t in did.doc[did.i + 1 : min(ends(did), did.i + 3)]]
    if not (after[:1] and after[0] in _SAME) and after != ["the", "same"]:
        return None
    return next((m for m in reading.actors if m.end_token in (did.i, did.i - 1) and not m.pronoun), None)


def _follower(reading: Reading, verb: Token) -> ActorMention | None:
    """B in "B follows on Thursday", "B followed suit", "B is to follow in June"."""
    after = verb.doc[verb.i + 1].lower_ if verb.i + 1 < ends(verb) else ""
    rest = verb.doc[verb.i + 1 : min(ends(verb), verb.i + 4)]
    dated = any(rest and rest[0].idx <= d.span.start <= rest[-1].idx for d in reading.dates)
    if verb.pos_ != "VERB" or not (after == "suit" or (after in ("on", "in", "the", "a", "next") and dated)):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    who = reading.actor_at(subject.i) if subject is not None else None
    return who if who is not None and who.kind == "person" and not who.pronoun else None


def _told_last(reading: Reading, found: list[Draft], did: Token) -> Draft | None:
    here = sentence_index(reading, did.i)
    close = [d for d in found if d.type in _KINDS and d.cues[0].token < did.i and here - 1 <= max(d.sentences) <= here]
    close = [d for d in close if d.status in ("held", "planned")]
    return max(close, key=lambda d: d.cues[0].token, default=None)


def _sides(reading: Reading, known: Draft) -> tuple[list[Party], list[Party]]:
    """Who did it, as the clause names them before its verb, and whom they met or where they went."""
    cue = known.cues[0].token
    first = begins(reading.doc[cue])
    doers = [p for p in known.parties if any(first <= m.head < cue for m in p.mentions)]
    return doers, [p for p in known.parties if p not in doers]


def _day_after(reading: Reading, did: Token) -> DateMention | None:
    """The day in the words that follow: "did so on Wednesday"."""
    last = did.doc[min(ends(did), did.i + 9) - 1]
    return next((d for d in reading.dates if did.idx < d.span.start <= last.idx and d.when.edtf is not None), None)

"""From cues to drafts: one draft for each contact that a cue tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts.around import Sides
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.evidence import clause, sentence_index
from demarche.reports.contacts.gaps import gapped
from demarche.reports.contacts.kinds import settled
from demarche.reports.contacts.scope import in_scope
from demarche.reports.contacts.senses import by_name
from demarche.reports.contacts.sides import sides_of
from demarche.reports.contacts.windows import ends


def drafts_of(reading: Reading, cue: Cue) -> tuple[list[Draft], Sides]:
    """The contacts that one cue tells of on its own, and what stands around it."""
    sides = sides_of(reading, cue)
    found = list(_drafts(reading, cue, sides))
    found += [more for item in found for more in gapped(reading, item)]
    return [copy for item in found for copy in repeated(reading, item)], sides


def repeated(reading: Reading, item: Draft) -> list[Draft]:
    """One draft for each day of "twice, on 14 April and again on Monday"."""
    token = reading.doc[item.cues[0].token]
    after = token.doc[token.i + 1 : min(ends(token), token.i + 8)]
    if not any(t.lower_ == "twice" for t in after) and not _and_again(token):
        return [item]
    last = token.doc[ends(token) - 1]
    days = [d for d in reading.dates if token.idx < d.span.start < last.idx + len(last.text)]
    days = [d for d in days if d.when.edtf and len(d.when.edtf.rstrip("~")) == len("2025-01-01")] or days
    if len(days) < 2:
        return [item]
    return [_copy(item, n + 1) for n in range(2)]


def _and_again(token: Token) -> bool:
    """True for "rang him on 3 November and again on the 12th"."""
    after = [t.lower_ for t in token.doc[token.i + 1 : min(ends(token), token.i + 16)]]
    at = after.index("again") if "again" in after else 0
    return at > 1 and after[at - 1] == "and" and after[at + 1 : at + 2] == ["on"]


def _copy(item: Draft, ordinal: int) -> Draft:
    """The n-th contact of one cue, its lists its own."""
    apart = replace(item, ordinal=ordinal, cues=[*item.cues], evidence=[*item.evidence])
    return replace(apart, parties=[*item.parties], sentences=[*item.sentences], fields=[])


def with_parties(item: Draft, parties: list[Party]) -> Draft:
    """One of several contacts that a draft tells of, with its own parties."""
    return replace(_copy(item, item.ordinal), parties=parties)


def _drafts(reading: Reading, cue: Cue, sides: Sides) -> Iterator[Draft]:
    frame = by_name()[cue.sense].frame
    for parties in sides.own:
        kept = in_scope(reading, cue, parties)
        if kept:
            yield draft(reading, cue, kept)
        if kept and frame == "host" and _to_a_place(reading, cue):
            yield from _hosted_visit(reading, cue, kept)
    for parties in sides.visits:
        yield from _hosted_visit(reading, cue, in_scope(reading, cue, parties))


def draft(reading: Reading, cue: Cue, parties: list[Party]) -> Draft:
    """A draft of one contact."""
    kind = settled(reading, cue, parties)
    return Draft(kind, [cue], parties, [clause(reading, cue, parties)], [sentence_index(reading, cue.token)])


def _to_a_place(reading: Reading, cue: Cue) -> bool:
    """For "Welcomed B to the White House": a visit beside the meeting."""
    token = reading.doc[cue.token]
    if token.lemma_.lower() not in ("welcome", "welcoming"):
        return False
    after = token.doc[token.i + 1 : ends(token)]
    return any(t.lower_ == "to" and t.pos_ == "ADP" for t in after)


def _hosted_visit(reading: Reading, cue: Cue, parties: list[Party]) -> Iterator[Draft]:
    """The guest's visit to the host, guests first."""
    if len(parties) < 2:
        return
    hosts = [p for p in parties if p.side == parties[0].side]
    guests = [p for p in parties if p.side != parties[0].side]
    if guests and hosts:
        cue = Cue(cue.token, "visit", cue.sense, cue.generic)
        spans = [clause(reading, cue, parties)]
        yield Draft("visit", [cue], [*guests, *hosts], spans, [sentence_index(reading, cue.token)])

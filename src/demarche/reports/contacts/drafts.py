"""From cues to drafts: one draft for each contact that a cue tells of."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.reports.contacts.around import Sides
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.evidence import clause, sentence_index
from demarche.reports.contacts.kinds import settled
from demarche.reports.contacts.scope import in_scope, one_contact
from demarche.reports.contacts.senses import by_name
from demarche.reports.contacts.sides import sides_of
from demarche.reports.contacts.windows import ends


def drafts_of(reading: Reading, cue: Cue) -> tuple[list[Draft], Sides]:
    """The contacts that one cue tells of on its own, and what stands around it."""
    sides = sides_of(reading, cue)
    if not one_contact(reading, reading.doc[cue.token]):
        return [], Sides(near=sides.near)
    return list(_drafts(reading, cue, sides)), sides


def _drafts(reading: Reading, cue: Cue, sides: Sides) -> Iterator[Draft]:
    for parties in sides.own:
        kept = in_scope(reading, cue, parties)
        if kept:
            yield draft(reading, cue, kept)
        if kept and by_name()[cue.sense].frame == "host":
            yield from _hosted_visit(reading, cue, kept)


def draft(reading: Reading, cue: Cue, parties: list[Party]) -> Draft:
    """A draft of one contact."""
    kind = settled(reading, cue, parties)
    return Draft(kind, [cue], parties, [clause(reading, cue, parties)], [sentence_index(reading, cue.token)])


def _hosted_visit(reading: Reading, cue: Cue, parties: list[Party]) -> Iterator[Draft]:
    """ "Welcomed B to the White House", "will host B for an official visit": the visit beside the meeting."""
    token = reading.doc[cue.token]
    after = [t.lower_ for t in token.doc[token.i + 1 : ends(token)]]
    visits = "visit" in after or (token.lemma_.lower() in ("welcome", "welcoming") and "to" in after)
    if not visits or len(parties) < 2:
        return
    hosts = [p for p in parties if p.side == parties[0].side]
    guests = [p for p in parties if p.side != parties[0].side]
    if guests and hosts:
        cue = Cue(cue.token, "visit", cue.sense, cue.generic)
        yield Draft(
            "visit", [cue], [*guests, *hosts], [clause(reading, cue, parties)], [sentence_index(reading, cue.token)]
        )

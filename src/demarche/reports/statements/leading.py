"""What leads a verb: the actor that stands right before it, whatever the parse says."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.mentions.reading import Reading
from demarche.model import ActorMention

_BETWEEN = frozenset(
    words(
        "also again warmly strongly jointly further then both sincerely once has have had firmly publicly repeatedly"
        " personally immediately later in turn deeply clearly each heartily unequivocally today yesterday"
    )
)


def leader_of(reading: Reading, token: Token) -> ActorMention | None:
    """The actor right before a verb, adverbs apart; a possessor or the object of a preposition leads nothing."""
    index = token.i - 1
    while index > token.sent.start and reading.doc[index].lower_ in _BETWEEN:
        index -= 1
    mention = reading.actor_at(index)
    if mention is None or mention.end_token != index + 1:
        return None
    before = reading.doc[mention.start_token - 1] if mention.start_token > token.sent.start else None
    if before is not None and before.pos_ == "ADP" and before.lower_ not in ("as", "like"):
        return None
    return mention

"""The actor that leads a verb: right before it, right after "says", or at the head of the sentence."""

from __future__ import annotations

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from demarche.mentions.quotes_verbs import REPORTING_VERBS, words
from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Span
from demarche.reports.common.forms import by_form
from demarche.reports.statements.voices import Voice, of_mention, unique

#: what may stand between a doer and its verb
_BETWEEN = frozenset(
    words(
        """
        also again strongly jointly further then both once has have had firmly publicly repeatedly personally later
        in turn deeply clearly each today yesterday now will would shall may might can could is are was were be been
        being to 'll ’ll 's ’s not n't never still even just only already soon immediately always have therefore only
        """
    )
)
#: words before a name that open a clause rather than make it an object
_OPENERS = frozenset(words("as like after before since while with"))
_WHERE = ("in", "at", "near", "outside", "from", "to", "through")
_REALMS = frozenset(words("kingdom republic government state presidency ministry parliament emirate"))
_TELLERS = {*REPORTING_VERBS, "inform", "signal", "indicate", "believe", "expect", "reckon"}
_TELLING_FORMS = by_form(_TELLERS - {"go", "put", "read", "call", "offer", "agree", "hope"})
_STOPS = (".", "!", "?", "”", '"')


def told(token: Token) -> bool:
    """True for a form of a verb of saying or thinking that stands as a verb."""
    return token.lower_ in _TELLING_FORMS and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN") and token.dep_ != "amod"


def passive(verb: Token) -> bool:
    """True when what stands before suffers the deed: "was sanctioned", "threatened by"."""
    if any(c.dep_ == "aux:pass" for c in verb.children):
        return True
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return after is not None and after.lower_ == "by"


def leaders(reading: Reading, verb: Token) -> tuple[Voice, ...]:
    """The actors right before a verb, adverbs and auxiliaries apart, with those that "and" joins to them."""
    index = verb.i - 1
    while index > verb.sent.start and reading.doc[index].lower_ in _BETWEEN and reading.doc[index].tag_ != "POS":
        index -= 1
    mention = reading.actor_at(index)
    if mention is None:
        return () if reading.doc[index - 1].lower_ in _WHERE and index else placed(reading, reading.doc[index])
    if mention.end_token != index + 1:
        return ()
    chain = _chain(reading, mention)
    before = reading.doc[chain[0].start_token - 1] if chain[0].start_token > verb.sent.start else None
    titled = chain[0].start_token > 1 and reading.doc[chain[0].start_token - 2].lower_ in _REALMS
    if before is not None and before.pos_ == "ADP" and before.lower_ not in _OPENERS and not titled:
        return ()
    return unique(v for m in chain for v in of_mention(reading, m))


def placed(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """A capital that stands for its state: "Oslo will close …"."""
    place = next((p for p in reading.places if p.head == token.i and p.state), None)
    if place is None or place.state is None:
        return ()
    return (Voice(place.state, place.span, None, place.state, "state"),)


def inverted(reading: Reading, verb: Token) -> tuple[Voice, ...]:
    """ "…, says NAME": the speaker right after a verb of saying that a comma or a dash opens."""
    before = verb.doc[verb.i - 1].text if verb.i else ""
    if before not in (",", "-", "–", "—", "”", '"', "’", "'") or not told(verb) or verb.i + 2 > len(verb.doc):
        return ()
    index = verb.i + 1
    if reading.doc[index].lower_ in ("the", "his", "her", "a", "an"):
        index += 1
    mention = reading.actor_at(index)
    if mention is None or any(c.dep_ == "nsubj" and c.i < verb.i and reading.actor_at(c.i) for c in verb.children):
        return ()  # "NAME, the minister, warns X": X is the one warned
    return tuple(of_mention(reading, mention))


def nearest(reading: Reading, verb: Token, *, state: bool) -> tuple[Voice, ...]:
    """Where the parse names no doer: the last subject before the verb, else the actor that opens the sentence."""
    if (passive(verb) and not state) or verb.dep_ in ("acl:relcl", "amod"):
        return () if verb.tag_ != "VBG" else _opening(reading, verb)
    return _opening(reading, verb)


def by_agent(reading: Reading, verb: Token) -> tuple[Voice, ...]:
    """The doer that "by" names after a passive, wherever the parse hangs it."""
    if not any(c.dep_ == "aux:pass" for c in verb.children):
        return ()
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 10)]:
        if token.lower_ == "by" and token.i + 2 < len(verb.doc):
            named = (reading.actor_at(token.i + 1), reading.actor_at(token.i + 2))
            return next((tuple(of_mention(reading, m)) for m in named if m is not None), ())
    return ()


def sentence_before(reading: Reading, start: int, number: int) -> SpacySpan | None:
    """The sentence so many before the one that starts at this token."""
    before = [s for s in reading.sentences if s.end <= start]
    return before[-number] if len(before) >= number else None


def free(reading: Reading, mention: ActorMention) -> bool:
    """False for a possessor, the object of a preposition, or a name inside another's title."""
    before = reading.doc[mention.start_token - 1] if mention.start_token else None
    if before is not None and before.lower_ in ("the", "its", "their") and mention.start_token > 1:
        before = reading.doc[mention.start_token - 2]
    after = reading.doc[mention.end_token] if mention.end_token < len(reading.doc) else None
    led = before is not None and before.pos_ == "ADP" and before.lower_ not in _OPENERS
    return not led and (after is None or after.lower_ not in ("'s", "’s", "'", "’"))


def _opening(reading: Reading, verb: Token) -> tuple[Voice, ...]:
    here = Span(verb.idx, verb.idx + len(verb))
    before = [m for m in reading.actors_in(verb.sent.start, verb.i) if not m.span.overlaps(here)]
    loose = [m for m in before if free(reading, m)]
    subjects = [m for m in loose if reading.doc[m.head].dep_.startswith("nsubj")]
    first = loose[:1]
    if not before and verb.i - verb.sent.start < 4:
        first = _broken_off(reading, verb)
    chosen = subjects[-1:] or first
    return tuple(of_mention(reading, chosen[0])) if chosen else ()


def _broken_off(reading: Reading, verb: Token) -> list[ActorMention]:
    """The actor that ends the line before, when the sentence was cut in two: "… Control (OFAC) / has imposed"."""
    before = sentence_before(reading, verb.sent.start, 1)
    if before is None or before[-1].text in _STOPS or "\n" in before[-1].text_with_ws:
        return []
    return list(reading.actors_in(before.start, before.end))[-1:]


def _chain(reading: Reading, last: ActorMention) -> list[ActorMention]:
    """The mention with those that "and" or commas join to it on the left: "France, Germany and Poland"."""
    chain, joined = [last], False
    while chain[0].start_token > 1:
        index = chain[0].start_token - 1
        word = reading.doc[index].lower_
        if word not in ("and", ",", "the") or (word == "," and not joined):
            break
        joined = joined or word == "and"
        while index > 0 and reading.doc[index].lower_ in ("and", ",", "the"):
            index -= 1
        before = reading.actor_at(index)
        if not joined or before is None or before.end_token != index + 1:
            break
        chain.insert(0, before)
    return chain

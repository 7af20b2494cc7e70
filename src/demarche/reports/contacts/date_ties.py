"""Small tests of how a date, an event and a cue hang together in one sentence."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DateMention
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.vocabulary import ORDINALS, bag

#: verbs about a contact rather than of it: "announced on Friday", "called off on Monday", "invited in February"
ABOUT = bag("announce agree promise pledge invite propose suggest offer accept postpone float confirm schedule fix")
UNDONE = bag("cancel scrap shelve abandon axe")
FIXED_DAYS = bag("day anniversary election elections holiday referendum vote festival parade birthday")
NOT_A_DAY = bag("into until till since")


def lasts(reading: Reading, mention: DateMention) -> bool:
    """True for "scheduled to last three days", which is no date."""
    first = reading.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if first is None or first[0].lower_ != "last":
        return False
    return first[0].pos_ == "VERB" or (first[0].i > 0 and first[0].nbor(-1).lower_ == "to")


def first_word(reading: Reading, mention: DateMention, head: Token) -> Token:
    """The first word of a date, without a preposition that the mention may hold."""
    piece = reading.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return next((t for t in piece or () if t.pos_ != "ADP"), head)


def runs_on(cue: Token, head: Token) -> bool:
    """True for a sentence that only a line break cut in two: "to visit Australia / from 1 to 2 March"."""
    sentence, before = head.sent, cue.sent
    if sentence.start != before.end or head.i - sentence.start > 9 or "\n\n" in before.text[-3:]:
        return False
    ends = next((t for t in reversed(list(before)) if not t.is_space), before[-1])
    return ends.text not in (".", "!", "?", ":", "”", '"')


def right_before(cue: Token, mention: DateMention) -> bool:
    """True for "the June 29-30 NATO summit": the day stands in front of the noun, whatever the tree says."""
    if cue.pos_ not in ("NOUN", "PROPN"):
        return False
    first, start = noun_words(cue)[0], mention.span.end
    lead = [t for t in cue.doc[max(0, cue.i - 6) : cue.i] if t.idx >= start]
    near = bool(lead) and lead[0].idx - start == 1 and all(t.pos_ in ("PROPN", "NOUN", "ADJ", "PUNCT") for t in lead)
    return first.idx <= start + 1 <= cue.idx or (near and all(t.text[:1].isalnum() for t in lead))


def since_then(cue: Token, head: Token) -> bool:
    """True for "the first talks since the founding of the body in 2015": the year dates the founding."""
    for child, _ in clauses.path(head):
        if child.i == cue.i:
            return False
        if any(c.lower_ == "since" and c.dep_ in ("case", "mark") for c in child.children):
            return True
    return False


def of_other_event(event: Token, cues: set[int]) -> bool:
    """True for a participle on another event: "a news conference held on 23 May", "talks begun the day before"."""
    noun = event.head
    return event.dep_ == "acl" and clauses.is_event_noun(noun) and noun.i not in cues


def opens_a_conjunct(head: Token, first: Token) -> bool:
    """True for "to Kyiv and, the following day, to Moscow": the day goes with what follows."""
    if first.i - 2 <= head.sent.start:
        return False
    before, comma = first.nbor(-1), first.nbor(-2)
    closes = head.i + 1 < head.sent.end and head.nbor().text == ","
    return closes and (before.lower_ == "and" or (before.text == "," and comma.lower_ == "and"))


def noun_before(first: Token) -> Token | None:
    """The event noun in "the attack of 1 June", whatever the tree says."""
    if first.i - 2 < first.sent.start or first.nbor(-1).lower_ != "of":
        return None
    before = first.nbor(-2)
    return before if clauses.is_event_noun(before) else None


def names_a_thing(head: Token) -> bool:
    """True for a day that belongs to a noun which is no contact: "New Year's greetings", "the May 9 parade"."""
    thing = head.head
    return (
        head.dep_ in ("nmod:poss", "compound", "amod")
        and thing.pos_ == "NOUN"
        and (thing.lemma_.lower() not in clauses.contact_nouns())
    )


def right_after(cue: Token, first: Token) -> bool:
    """True for "a call on Friday", "the summit in December": the day follows the cue at once."""
    if first.i - 2 != cue.i or clauses.of_kind(cue, ABOUT):
        return False
    return first.nbor(-1).lower_ in ("on", "of", "in", "for")


def fixed_day_before(first: Token) -> bool:
    """True for "your National Day on August 9", "after the election on 17 June"."""
    if first.i - 2 < first.sent.start or first.nbor(-1).lower_ not in ("on", "in"):
        return False
    day = first.nbor(-2)
    numbered = day.i > first.sent.start and (day.nbor(-1).lower_ in ORDINALS or day.nbor(-1).like_num)
    return day.lemma_.lower() in FIXED_DAYS and not numbered  # "met for a second day on Tuesday"


def announced_for(cue: Token, first: Token) -> bool:
    """True for "the call that Ankara has announced for tomorrow"."""
    if first.i - 2 <= cue.i or first.nbor(-1).lower_ != "for":
        return False
    verb = first.nbor(-2)
    between = first.doc[cue.i + 1 : verb.i]
    return clauses.of_kind(verb, ABOUT) and not any(t.lemma_.lower() in clauses.contact_nouns() for t in between)


def when_clause(cue: Token, head: Token) -> bool:
    """True for "since Aug. 18, when X telephoned Y": the clause tells what happened that day."""
    rest = head.doc[head.i + 1 : min(cue.i + 1, head.sent.end)]
    opens = next((t for t in rest[:5] if t.lower_ == "when"), None)
    if opens is None:
        return False
    return not any(t.text in (";", ":") for t in rest)


def undone(verb: Token) -> bool:
    """True for "cancelled", "called off"."""
    off = verb.lemma_.lower() == "call" and any(c.lower_ == "off" for c in verb.children)
    return off or clauses.of_kind(verb, UNDONE)


def only_spoken_of(verb: Token, cue: Token) -> bool:
    """True for "met today to discuss the summit": the summit is the topic of another contact, not its day."""
    if verb.i == cue.i or verb.pos_ != "VERB" or cue.pos_ not in ("NOUN", "PROPN"):
        return False
    return clauses.infinitive(verb) and not clauses.of_kind(verb, clauses.CARRIERS)


def _of_other_noun(token: Token, cue: Token) -> bool:
    """True for a relative clause on another noun than the cue: "the paper which was signed on Monday"."""
    if token.dep_ != "acl:relcl" or token.head.i == cue.i:
        return False
    if token.lemma_.lower() in ("take", "hold", "begin", "start") and cue.pos_ == "NOUN" and token.head in cue.subtree:
        return False
    if token.head.head.i == cue.i and token.head.lemma_.lower() in clauses.contact_nouns():
        return False
    return not any(c.lower_ == "where" for c in token.subtree if c.i < token.i)


def elsewhere(down: list[Token], cue: Token) -> bool:
    """True when a clause under the cue tells of another time or thing: "since he returned", "which was signed"."""
    return any(
        _of_other_noun(t, cue) or reach.shifted(t) or (t.dep_ == "conj" and clauses.tense(t) != "") for t in down
    )


def set_off(first: Token) -> bool:
    """True for a date after a comma, which closes the clause before it: "met once since he returned, on May 2"."""
    if first.i - 2 < first.sent.start or first.nbor(-1).lower_ not in ("on", "in"):
        return False
    return first.nbor(-2).text == ","


def between(low: Token, high: Token) -> list[Token]:
    """The tokens from `low` up to just under `high`; empty when `high` does not govern `low`."""
    steps = []
    for child, governor in clauses.path(low):
        steps.append(child)
        if governor.i == high.i:
            return steps
    return []


def goes_before(cue: Token, verb: Token) -> bool:
    """True for a cue under "before", "ahead of" or "since" what the verb tells."""
    return any(is_before(t) for t in between(cue, verb))


def is_before(token: Token) -> bool:
    """True under "before", "until", "since", "prior to", "ahead of", wherever the tree hangs "ahead"."""
    near = (token, *token.children)
    return any(t.lower_ in ("before", "ahead", "prior", "until", "since") for t in near) or reach.ahead_of(token)

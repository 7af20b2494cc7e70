"""Which date belongs to which contact: every date near a cue is ranked by how the sentence ties the two together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DateMention, Span
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.date_headings import heading_of, in_dateline
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.vocabulary import bag

#: verbs about a contact rather than of it: "announced on Friday", "called off on Monday", "invited in February"
ABOUT = bag("announce agree promise pledge invite propose suggest offer accept postpone float confirm")
UNDONE = bag("cancel scrap shelve abandon axe")
FIXED_DAYS = bag("day anniversary election elections holiday referendum vote festival parade birthday")
NOT_A_DAY = bag("into until till since")

OWN, CARRIED, AROUND, INSIDE, HEADED, LINKED, ELSEWHERE, LOOSE = range(8)
"""Ranks, surest first: said of the cue, of its verb, of a clause above, below, of the paragraph's heading, of a linked
event, in a further sentence, in the same sentence only."""

#: what follows a date that heads a paragraph: a full stop, a colon, a dash, a line's end, or a place and a stop


@dataclass(frozen=True, slots=True)
class Candidate:
    """One date with its rank, how coarse it is (0: a day or days), and its distance from the cue in tokens."""

    rank: int
    coarse: int
    distance: int
    mention: DateMention


def candidates(reading: Reading, draft: Draft) -> list[Candidate]:
    """Every date that may be the contact's, surest first."""
    found = [c for cue in draft.cues for c in _for_cue(reading, draft, clauses.main_noun(reading.doc[cue.token]))]
    return sorted(found, key=lambda c: (c.rank, c.coarse, c.distance))


def _for_cue(reading: Reading, draft: Draft, cue: Token) -> list[Candidate]:
    found = []
    heading = heading_of(reading, cue)
    verb = clauses.predicate(cue)
    told_past = clauses.tense(verb) == "past" and reach.carried(cue, verb) and not clauses.of_kind(verb, ABOUT)
    near = _near(reading, draft, cue)
    for mention in reading.dates:
        if mention.when.edtf is None or not (mention is heading or any(mention.span.within(s) for s in near)):
            continue
        head = clauses.head_of(reading.doc, mention.span)
        if head is None or _lasts(reading, mention) or in_dateline(reading, mention):
            continue
        if told_past and _ahead(reading, mention):
            continue  # what is told as past has not been held on a coming day
        rank = HEADED if mention is heading else _rank(reading, draft, cue, head, mention)
        if rank is not None:
            found.append(Candidate(rank, _coarse(mention), abs(head.i - cue.i), mention))
    return found


def _near(reading: Reading, draft: Draft, cue: Token) -> list[Span]:
    """The sentences whose dates may be the contact's: the cue's, the one it may run on into, and the draft's others."""
    home = cue.sent
    following = reading.doc[home.end].sent if home.end < len(reading.doc) else home
    own = [reading.sentences[i] for i in draft.sentences if i < len(reading.sentences)]
    return [Span(s.start_char, s.end_char) for s in (home, following, *own)]


def _lasts(reading: Reading, mention: DateMention) -> bool:
    """True for "scheduled to last three days", which is no date."""
    first = reading.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if first is None or first[0].lower_ != "last":
        return False
    return first[0].pos_ == "VERB" or (first[0].i > 0 and first[0].nbor(-1).lower_ == "to")


def _coarse(mention: DateMention) -> int:
    value = mention.when.edtf or ""
    return 2 if value.startswith("..") else 0 if len(value) >= len("2025-01-01") else 1


def _rank(reading: Reading, draft: Draft, cue: Token, head: Token, mention: DateMention) -> int | None:
    if _right_before(cue, mention):
        return OWN
    first = _first(reading, mention, head)
    if first.sent.start == cue.sent.start != head.sent.start:
        head = first  # a page break inside the date
    if head.sent.start == cue.sent.start:
        return rank_in_sentence(cue, head, _first(reading, mention, head), ahead=_ahead(reading, mention))
    if _runs_on(cue, head):
        return AROUND
    here = head.sent.start
    own = any(reading.sentences[i].start == here for i in draft.sentences if i < len(reading.sentences))
    return ELSEWHERE if own and _free(draft, head) else None


def _first(reading: Reading, mention: DateMention, head: Token) -> Token:
    """The first word of a date, without a preposition that the mention may hold."""
    piece = reading.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return next((t for t in piece or () if t.pos_ != "ADP"), head)


def _runs_on(cue: Token, head: Token) -> bool:
    """True for a sentence that only a line break cut in two: "to visit Australia / from 1 to 2 March"."""
    sentence, before = head.sent, cue.sent
    if sentence.start != before.end or head.i - sentence.start > 9 or "\n\n" in before.text[-3:]:
        return False
    ends = next((t for t in reversed(list(before)) if not t.is_space), before[-1])
    return ends.text not in (".", "!", "?", ":", "”", '"')


def _right_before(cue: Token, mention: DateMention) -> bool:
    """True for "the June 29-30 NATO summit": the day stands in front of the noun, whatever the tree says."""
    if cue.pos_ not in ("NOUN", "PROPN"):
        return False
    first, start = noun_words(cue)[0], mention.span.end
    lead = [t for t in cue.doc[max(0, cue.i - 6) : cue.i] if t.idx >= start]
    near = bool(lead) and lead[0].idx - start == 1 and all(t.pos_ in ("PROPN", "NOUN", "ADJ", "PUNCT") for t in lead)
    return first.idx <= start + 1 <= cue.idx or (near and all(t.text[:1].isalnum() for t in lead))


def _ahead(reading: Reading, mention: DateMention) -> bool:
    """True for a date that lies after publication."""
    published, when = reading.document.date, mention.when
    if published is None or when.earliest is None or when.latest is None:
        return False
    return when.earliest > published or (when.earliest == published and when.latest > published)


def _free(draft: Draft, head: Token) -> bool:
    """True when a date in a further sentence of the contact is not tied to some other event."""
    event = clauses.owner(head)
    if event.i in {cue.token for cue in draft.cues}:
        return True
    if clauses.is_event_noun(event) or _of_other_event(event, {cue.token for cue in draft.cues}):
        return False
    if clauses.of_kind(event, clauses.SAYING | ABOUT) or undone(event) or reach.shifted(head):
        return False
    if _other_contact_beside(draft, head):
        return False
    subject = clauses.subject(event)
    return subject is None or _same_contact(draft, subject)


def _same_contact(draft: Draft, subject: Token) -> bool:
    """True for a subject that continues the contact: a pronoun, a participant, "the meeting"."""
    if subject.pos_ == "PRON" or subject.i in {cue.token for cue in draft.cues}:
        return True
    if subject.lemma_.lower() in clauses.contact_nouns():
        return any(c.lower_ in ("the", "this", "that", "their") for c in subject.children)
    return any(m.start_token <= subject.i < m.end_token for p in draft.parties for m in p.mentions)


def _other_contact_beside(draft: Draft, head: Token) -> bool:
    """True when another contact's noun stands just before the date: "to follow up on their meeting on May 2"."""
    cues = {cue.token for cue in draft.cues}
    for token in reversed(head.doc[max(head.sent.start, head.i - 9) : head.i]):
        if token.pos_ == "VERB":
            return False
        if token.lemma_.lower() in clauses.contact_nouns() and token.i not in cues:
            return not any(c.lower_ in ("the", "this", "that") for c in token.children)
    return False


def _since_then(cue: Token, head: Token) -> bool:
    """True for "the first talks since the founding of the body in 2015": the year dates the founding."""
    for child, _ in clauses.path(head):
        if child.i == cue.i:
            return False
        if any(c.lower_ == "since" and c.dep_ in ("case", "mark") for c in child.children):
            return True
    return False


def rank_in_sentence(cue: Token, head: Token, first: Token, *, ahead: bool) -> int | None:
    """How surely a date (its head, its first word) in the cue's sentence is the cue's; None when it dates another."""
    if _when_clause(cue, head) or _announced_for(cue, first):
        return OWN
    if reach.marker(head) in NOT_A_DAY or first.lower_ in NOT_A_DAY or (_since_then(cue, head) and not _set_off(first)):
        return None
    event = _noun_before(first) or clauses.owner(head)
    if _right_after(cue, first):
        return OWN
    if _fixed_day_before(first):
        return None
    if _names_a_thing(head) or (cue.i < head.i and _opens_a_conjunct(head, first)):
        return None
    if event.i == cue.i or (head.head.i == cue.i and _noun_before(first) is None):
        return OWN if not clauses.of_kind(cue, ABOUT) or ahead or reach.marker(head) == "for" else None
    if event.i == clauses.predicate(cue).i:
        return _of_carrier(cue, event, head, ahead)
    if clauses.is_event_noun(event):
        return _of_noun(cue, event)
    if _of_other_event(event, {cue.i}):
        return None
    if clauses.of_kind(event, clauses.SAYING):
        return LOOSE if ahead and clauses.tense(event) == "past" else None  # nobody has said it on a coming day
    return _of_clause(cue, event, first, head, ahead=ahead)


def _of_other_event(event: Token, cues: set[int]) -> bool:
    """True for a participle on another event: "a news conference held on 23 May", "talks begun the day before"."""
    noun = event.head
    return event.dep_ == "acl" and clauses.is_event_noun(noun) and noun.i not in cues


def _opens_a_conjunct(head: Token, first: Token) -> bool:
    """True for "to Kyiv and, the following day, to Moscow": the day goes with what follows."""
    if first.i - 2 <= head.sent.start:
        return False
    before, comma = first.nbor(-1), first.nbor(-2)
    closes = head.i + 1 < head.sent.end and head.nbor().text == ","
    return closes and (before.lower_ == "and" or (before.text == "," and comma.lower_ == "and"))


def _noun_before(first: Token) -> Token | None:
    """The event noun in "the attack of 1 June", whatever the tree says."""
    if first.i - 2 < first.sent.start or first.nbor(-1).lower_ != "of":
        return None
    before = first.nbor(-2)
    return before if clauses.is_event_noun(before) else None


def _names_a_thing(head: Token) -> bool:
    """True for a day that belongs to a noun which is no contact: "New Year's greetings", "the May 9 parade"."""
    thing = head.head
    return (
        head.dep_ in ("nmod:poss", "compound", "amod")
        and thing.pos_ == "NOUN"
        and (thing.lemma_.lower() not in clauses.contact_nouns())
    )


def _right_after(cue: Token, first: Token) -> bool:
    """True for "a call on Friday", "the summit in December": the day follows the cue at once."""
    if first.i - 2 != cue.i or clauses.of_kind(cue, ABOUT):
        return False
    return first.nbor(-1).lower_ in ("on", "of", "in", "for")


def _fixed_day_before(first: Token) -> bool:
    """True for "your National Day on August 9", "after the election on 17 June"."""
    if first.i - 2 < first.sent.start or first.nbor(-1).lower_ not in ("on", "in"):
        return False
    return first.nbor(-2).lemma_.lower() in FIXED_DAYS


def _announced_for(cue: Token, first: Token) -> bool:
    """True for "the call that Ankara has announced for tomorrow"."""
    if first.i - 2 <= cue.i or first.nbor(-1).lower_ != "for":
        return False
    verb = first.nbor(-2)
    between = first.doc[cue.i + 1 : verb.i]
    return clauses.of_kind(verb, ABOUT) and not any(t.lemma_.lower() in clauses.contact_nouns() for t in between)


def _when_clause(cue: Token, head: Token) -> bool:
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


def _of_carrier(cue: Token, verb: Token, head: Token, ahead: bool) -> int | None:
    """A date on the verb that governs the cue, unless the verb speaks about the contact or only reports it."""
    if verb.i == cue.i:
        return OWN
    if undone(verb):
        return CARRIED if reach.marker(head) == "for" else None
    if clauses.of_kind(verb, ABOUT):
        return CARRIED if reach.marker(head) in ("for", "to") or ahead else None
    if clauses.of_kind(verb, clauses.SAYING):
        return None
    if any(reach.shifted(child) for child in _between(cue, verb)):
        return LINKED if not _before(cue, verb) else None
    return CARRIED


def _of_noun(cue: Token, noun: Token) -> int | None:
    """A date on another event noun counts when both are one occasion: "met during the visit on Friday"."""
    if noun.lemma_.lower() not in clauses.contact_nouns():
        return None
    steps = _between(cue, noun) or _between(noun, cue)
    if not steps or any(reach.shifted(t) or t.dep_ == "conj" for t in steps):
        return None
    return LINKED


def _of_clause(cue: Token, event: Token, first: Token, head: Token, *, ahead: bool) -> int | None:
    up, down = _between(cue, event), _between(event, cue)
    if up:
        if clauses.of_kind(event, ABOUT) or undone(event):
            return AROUND if reach.marker(head) in ("for", "to") or (ahead and not undone(event)) else None
        if any(_only_spoken_of(t, cue) for t in up):
            return None
        if any(reach.shifted(t) for t in up):
            return None if any(_is_before(t) for t in up) else INSIDE
        return AROUND
    if down:
        if _elsewhere(down, cue):
            return LOOSE if _set_off(first) else None
        return INSIDE
    return LOOSE


def _only_spoken_of(verb: Token, cue: Token) -> bool:
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


def _elsewhere(down: list[Token], cue: Token) -> bool:
    """True when a clause under the cue tells of another time or thing: "since he returned", "which was signed"."""
    return any(
        _of_other_noun(t, cue) or reach.shifted(t) or (t.dep_ == "conj" and clauses.tense(t) != "") for t in down
    )


def _set_off(first: Token) -> bool:
    """True for a date after a comma, which closes the clause before it: "met once since he returned, on May 2"."""
    if first.i - 2 < first.sent.start or first.nbor(-1).lower_ not in ("on", "in"):
        return False
    return first.nbor(-2).text == ","


def _between(low: Token, high: Token) -> list[Token]:
    """The tokens from `low` up to just under `high`; empty when `high` does not govern `low`."""
    steps = []
    for child, governor in clauses.path(low):
        steps.append(child)
        if governor.i == high.i:
            return steps
    return []


def _before(cue: Token, verb: Token) -> bool:
    return any(_is_before(t) for t in _between(cue, verb))


def _is_before(token: Token) -> bool:
    """True under "before", "until", "since", "prior to", "ahead of", wherever the tree hangs "ahead"."""
    return any(t.lower_ in ("before", "ahead", "prior", "until", "since") for t in (token, *token.children))


def within(mention: DateMention, first: date | None, last: date | None) -> bool:
    """True when a date lies inside an interval."""
    when = mention.when
    return bool(first and last and when.earliest and when.latest and first <= when.earliest and when.latest <= last)

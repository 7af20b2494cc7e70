"""Ways of saying who asked for a contact: one finder each, the actor's token and the words out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.vocabulary import bag

INITIATIVES = bag("""initiative request suggestion wish behest instigation insistence invitation asking urging idea""")
PLACED = bag("""initiate request place arrange propose suggest seek organize organise ask order broker instigate""")
CALLS = bag("call telephone phone ring dial rang rung")
INVITES = bag("invite")
PROPOSES = bag("propose suggest offer float urge ask request seek demand beg hope")
SENDS = bag("send write congratulate convey extend address telegraph cable")
PREPOSITIONS = bag("at on upon by following after")
MOVED = bag("put postpone extend delay move push")
OFFERS = bag("proposal offer invitation suggestion call idea need request")
LETTERS = bag("letter message telegram note cable")


@dataclass(frozen=True, slots=True)
class Found:
    """An initiator: the token that names it, the words that say so, and a reason when they only imply it."""

    actor: Token
    words: Token
    reason: str | None = None


Finder = Callable[[Reading, Draft], Iterator[Found]]


def own_tokens(reading: Reading, draft: Draft) -> Iterator[Token]:
    """The tokens of the contact's own sentences."""
    for i in draft.sentences:
        if i < len(reading.sentences):
            yield from reading.sentences[i]


def _continued(reading: Reading, draft: Draft) -> Iterator[Token]:
    """The tokens of a next sentence whose subject is the initiative or the contact: "The initiative came from …"."""
    for i in draft.sentences:
        if i + 1 >= len(reading.sentences) or i + 1 in draft.sentences:
            continue
        sentence = reading.sentences[i + 1]
        subject = clauses.subject(sentence.root)
        names = INITIATIVES | clauses.contact_nouns()
        if subject is not None and (subject.lemma_.lower() in names or subject.lower_ in ("it", "this")):
            yield from sentence


def by_initiative(reading: Reading, draft: Draft) -> Iterator[Found]:
    """For "At the initiative of the French side", "at Ankara's request", "the initiative came from Budapest"."""
    for token in (*own_tokens(reading, draft), *_continued(reading, draft)):
        if token.lemma_.lower() not in INITIATIVES or token.pos_ == "VERB":
            continue
        if clauses.case_of(token) in PREPOSITIONS and _of_contact(draft, token):
            yield from (Found(owner, token) for owner in _owners(token))
        if token.dep_.startswith("nsubj") and token.head.lemma_.lower() == "come":
            yield from (Found(c, token) for c in token.head.children if clauses.case_of(c) == "from")
        if token.lemma_.lower() == "idea" and token.dep_ in ("xcomp", "obj", "ROOT", "ccomp", "obl"):
            yield from (Found(c, token) for c in token.children if c.dep_ in ("amod", "nmod:poss"))


def _owners(token: Token) -> Iterator[Token]:
    """Whose initiative: by the tree, else the first name after "of"."""
    for child in token.children:
        if child.dep_ in ("nmod:poss", "nmod", "amod", "compound") and clauses.case_of(child) in (
            "of",
            "'s",
            "’s",
            "by",
            "from",
            "",
        ):
            yield child
    for after in token.doc[token.i + 1 : min(token.i + 8, token.sent.end)]:
        if after.lower_ == "of":
            yield from token.doc[after.i + 1 : min(after.i + 4, token.sent.end)]
            return


def _of_contact(draft: Draft, token: Token) -> bool:
    """True when the initiative is for the contact: "held at the request of", not "explained at the request of"."""
    cues = {cue.token for cue in draft.cues}
    event = token.head
    if event.i in cues or clauses.predicate(event).i in cues:
        return True
    verb = clauses.predicate(token)
    if clauses.of_kind(verb, clauses.SAYING) and 1 <= verb.i - token.i <= 3:
        return any(token.doc[c].sent.start == token.sent.start for c in cues)  # "at the suggestion, he says, of"
    beside = [token.doc[c] for c in cues if clauses.predicate(token.doc[c]).i == verb.i]
    if any(reach.aside(word) for word in beside) or clauses.of_kind(verb, MOVED):
        return False
    return bool(beside) or clauses.of_kind(verb, clauses.CARRIERS)


def by_agent(reading: Reading, draft: Draft) -> Iterator[Found]:
    """For "Initiated by", "requested by", "placed by", "arranged by"."""
    cues = {cue.token for cue in draft.cues}
    for token in (*own_tokens(reading, draft), *_continued(reading, draft)):
        if clauses.of_kind(token, PLACED) and token.tag_ in ("VBN", "VBD") and _about(token, cues):
            yield from (Found(c, token) for c in token.children if clauses.case_of(c) == "by")


def _about(verb: Token, cues: set[int]) -> bool:
    """True when a participle or passive tells of the contact: "a call placed by", "it was requested by"."""
    subject = clauses.subject(verb)
    if verb.dep_ in ("acl", "acl:relcl"):
        return verb.head.i in cues or verb.head.lemma_.lower() in clauses.contact_nouns()
    return subject is not None and (
        subject.i in cues or subject.pos_ == "PRON" or subject.lemma_.lower() in clauses.contact_nouns()
    )


def by_cleft(reading: Reading, draft: Draft) -> Iterator[Found]:
    """For "It was the Turkish president who called", "she was the one who had rung him"."""
    for token in own_tokens(reading, draft):
        if token.dep_ not in ("acl:relcl", "acl") or not clauses.of_kind(token, CALLS | PLACED | PROPOSES):
            continue
        who = next(
            (c for c in token.children if c.lower_ in ("who", "which", "that") and c.dep_.startswith("nsubj")), None
        )
        if who is None:
            continue
        subject = clauses.subject(token.head)
        cleft = any(c.dep_ == "cop" for c in token.head.children)
        if cleft and (subject is not None or clauses.expletive(token.head)):
            yield Found(token.head if subject is None or subject.lower_ == "it" else subject, token)


def by_asking(reading: Reading, draft: Draft) -> Iterator[Found]:
    """For "Moscow asked for the meeting", "he requested the call", "she suggested a meeting in Brussels"."""
    cues = {cue.token for cue in draft.cues}
    for token in own_tokens(reading, draft):
        if token.pos_ != "VERB" or not clauses.of_kind(token, PROPOSES) or clauses.negated(token):
            continue
        if any(_wanted(c, cues) for c in token.children) or _which_it_wanted(token, cues):
            yield from (Found(who, token) for who in doers(token))


def _which_it_wanted(verb: Token, cues: set[int]) -> bool:
    """True for "the call, which Moscow had requested", "the meeting that Ankara asked for"."""
    first = verb.head if verb.dep_ == "conj" else verb  # "which lasted an hour and which Moscow had asked for"
    if first.dep_ not in ("acl:relcl", "acl"):
        return False
    if first.head.i not in cues and not any(t.i in cues for t in first.head.ancestors):
        return False  # "which" hung on a name of "the call between A and B" still means the call
    return any(c.dep_ in ("obj", "obl") and c.lower_ in ("which", "that") for c in verb.children)


def by_bringing(reading: Reading, draft: Draft) -> Iterator[Found]:
    """For "X brings A and B into one room with C": the go-between asked for the meeting."""
    for cue in draft.cues:
        token = reading.doc[cue.token]
        if token.pos_ == "VERB" and token.lemma_.lower() == "bring":
            yield from (Found(who, token) for who in doers(token))


def _wanted(child: Token, cues: set[int]) -> bool:
    """True for the contact that is asked for, unlike where it is asked: "proposed himself in the call"."""
    if child.dep_ == "obj":
        return child.i in cues
    asked_for = child.dep_ == "obl" and clauses.case_of(child) == "for"
    clause = child.dep_ in ("ccomp", "xcomp") and clauses.is_predicate(child)
    return (asked_for or clause) and _holds(child, cues)


def _holds(token: Token, cues: set[int]) -> bool:
    return any(t.i in cues for t in token.subtree)


def by_invitation(reading: Reading, draft: Draft) -> Iterator[Found]:
    """For "X invited Y", "accepted X's invitation": the host asked for the visit."""
    if draft.type == "call":
        return
    for token in own_tokens(reading, draft):
        if token.lemma_.lower() == "invite" and token.pos_ == "VERB" and not clauses.negated(token):
            agent = next((c for c in token.children if clauses.case_of(c) == "by" or c.dep_ == "obl:agent"), None)
            subject = clauses.subject(token)
            if agent is not None:
                yield Found(agent, token)
            elif subject is not None and subject.dep_ != "nsubj:pass":
                yield Found(subject, token)
            elif draft.type == "visit":
                yield from _hosts(reading, draft, token)


def _hosts(reading: Reading, draft: Draft, invited: Token) -> Iterator[Found]:
    """For "A visit to Moscow, to which he was invited": the host, as the words around name it."""
    if len(draft.parties) < 2:
        return
    host = draft.parties[-1]
    heads = [reading.doc[m.head] for m in host.mentions]
    named = [clauses.head_of(reading.doc, span) for span in host.spans]
    for word in (*heads, *named):
        if word is not None and word.sent.start == invited.sent.start:
            yield Found(word, invited)


def doers(verb: Token) -> Iterator[Token]:
    """The active subject of a verb, a relative pronoun taken for what it stands for."""
    subject = clauses.subject(verb)
    if subject is None or subject.dep_ == "nsubj:pass":
        return
    relative = subject.lower_ in ("who", "which", "that") and verb.dep_ in ("acl", "acl:relcl")
    yield verb.head if relative else subject


def by_proposal(reading: Reading, draft: Draft) -> Iterator[Found]:
    """For "X's proposal to hold a summit", "the offer to meet that X made", "X stated the need to begin talks"."""
    cues = {cue.token for cue in draft.cues}
    for token in own_tokens(reading, draft):
        if token.pos_ != "NOUN" or token.lemma_.lower() not in OFFERS or not _leads_to(token, cues):
            continue
        yield from (Found(c, token) for c in token.children if c.dep_ == "nmod:poss")
        yield from (Found(who, token) for who in _makers(token))


def _makers(offer: Token) -> Iterator[Token]:
    """Who made an offer or stated a need: "the offer that X made", "X stated the need"."""
    if offer.lemma_.lower() == "need" and offer.dep_ == "obj":
        yield from doers(offer.head)
    for word in offer.doc[offer.i + 1 : min(offer.i + 12, offer.sent.end)]:
        if word.dep_ == "acl:relcl" and word.lemma_.lower() in ("make", "issue", "extend", "put", "repeat"):
            yield from (who for who in doers(word) if who.pos_ == "PROPN")


def _leads_to(noun: Token, cues: set[int]) -> bool:
    """True for "proposal to hold a summit", by the tree or by the words that follow."""
    if _holds(noun, cues):
        return True
    after = noun.doc[noun.i + 1 : min(noun.i + 9, noun.sent.end)]
    return len(after) > 1 and after[0].lower_ in ("to", "of", "for") and any(t.i in cues for t in after)


def by_sending(reading: Reading, draft: Draft) -> Iterator[Found]:
    """The sender of a message."""
    if draft.type != "message":
        return
    cues = {cue.token for cue in draft.cues}
    for token in own_tokens(reading, draft):
        if token.pos_ == "VERB" and clauses.of_kind(token, SENDS):
            yield from (Found(who, token) for who in doers(token))
        elif token.i in cues and token.lemma_.lower() in LETTERS and clauses.case_of(token) in ("in", "by"):
            agents = [c for c in token.head.children if c.dep_ == "obl:agent" or clauses.case_of(c) == "by"]
            yield from (Found(who, token) for who in (*agents, *doers(token.head)))

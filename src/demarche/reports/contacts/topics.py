"""What a contact was about: short noun phrases after "discuss", "talk about", "focused on", "covered"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Field, Span
from demarche.reports.contacts import clauses
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.vocabulary import bag

LONGEST_PHRASE = 14
MOST_TOPICS = 12

#: verb -> the prepositions that open its topic; "" is the direct object
TOPIC_VERBS: dict[str, frozenset[str]] = {
    "discuss": frozenset({""}),
    "review": frozenset({""}),
    "cover": frozenset({""}),
    "raise": frozenset({""}),
    "tackle": frozenset({""}),
    "address": frozenset({""}),
    "consider": frozenset({""}),
    "talk": bag("about on over"),
    "speak": bag("about on regarding"),
    "chat": frozenset({"about"}),
    "natter": frozenset({"about"}),
    "focus": frozenset({"on"}),
    "touch": frozenset({"on", "upon"}),
    "center": frozenset({"on", "around"}),
    "centre": frozenset({"on", "around"}),
    "consult": frozenset({"on", "about"}),
    "negotiate": frozenset({"", "on", "over", "about"}),
    "coordinate": frozenset({"on"}),
    "concentrate": frozenset({"on"}),
    "deal": frozenset({"with"}),
}
TOPIC_NOUNS = bag(
    "talk talks negotiation discussion consultation conversation meeting call view summit dialogue session conference"
)
TOPIC_CASES = bag("on about regarding concerning over")
BOTH_SIDES = bag("leader side party president minister interlocutor counterpart two both pair official delegation")
_LEADING = bag("the a an their our his her its shared various other also further ongoing current issue")
OCCASIONS = bag("anniversary occasion eve sideline margin fringe day phone telephone line behalf")
GO_ON = BOTH_SIDES | bag("they we i he she conversation call meeting talk")
OPENING = 2  # the first sentences of a readout tell of its contact
_CUT_OFF = bag("conj cc punct acl:relcl parataxis appos advcl case mark")
_WITH_THEIRS = bag("nmod nmod:poss acl obl flat compound amod")
_OPEN = bag("importance matter issue way range number variety series need")


def f(reading: Reading, draft: Draft) -> None:
    """Add the topics, each with its words."""
    if draft.status == "denied":
        return
    seen: set[str] = set()
    for token in _topics(reading, draft):
        for span in _phrases(reading, token):
            name = _plain(span.of(reading.document.text))
            if name and name.lower() not in seen and len(seen) < MOST_TOPICS:
                seen.add(name.lower())
                draft.fields.append(Field("topics", name, (span,)))


def _topics(reading: Reading, draft: Draft) -> Iterator[Token]:
    """Heads of the phrases that name a topic, in the order of the text."""
    cues = {cue.token for cue in draft.cues}
    for token in _near(reading, draft):
        wanted = TOPIC_VERBS.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if wanted is not None and _theirs(draft, token, cues):
            yield from (c for c in token.children if _opens(c, wanted) and not _day(reading, c))
        elif (
            token.pos_ == "NOUN" and token.lemma_.lower() in TOPIC_NOUNS and (token.i in cues or token.lemma_ == "view")
        ):
            yield from (
                c
                for c in token.children
                if c.dep_ == "nmod" and clauses.case_of(c) in TOPIC_CASES and not _day(reading, c)
            )


def _near(reading: Reading, draft: Draft) -> Iterator[Token]:
    wanted = dict.fromkeys(draft.sentences)
    if min(draft.sentences, default=OPENING) < OPENING and draft.type != "visit":
        wanted |= dict.fromkeys(_continued(reading, draft))
    for i in wanted:
        if i < len(reading.sentences):
            yield from reading.sentences[i]


def _continued(reading: Reading, draft: Draft) -> Iterator[int]:
    """The sentences of a readout after its contact that go on with "they also discussed"."""
    last = max(draft.sentences)
    for i in range(last + 1, min(last + 9, len(reading.sentences))):
        root = reading.sentences[i].root
        subject = clauses.subject(root)
        goes_on = subject is not None and (subject.lemma_.lower() in GO_ON or _takes_part(draft, subject))
        if goes_on and any(t.pos_ == "VERB" and t.lemma_.lower() in TOPIC_VERBS for t in reading.sentences[i]):
            yield i


def _takes_part(draft: Draft, token: Token) -> bool:
    return any(m.start_token <= token.i < m.end_token for p in draft.parties for m in p.mentions)


def _theirs(draft: Draft, verb: Token, cues: set[int]) -> bool:
    """True when those who discuss are those in contact."""
    if verb.dep_ == "acl:relcl" and verb.head.i not in cues:
        return False
    if verb.i in cues or any(g.i in cues for _, g in clauses.path(verb)):
        return True
    subject = clauses.subject(verb)
    if subject is None or subject.pos_ == "PRON" or subject.i in cues:
        return True
    if subject.lemma_.lower() in BOTH_SIDES or subject.lemma_.lower() in clauses.contact_nouns():
        return True
    return _takes_part(draft, subject)


def _opens(child: Token, wanted: frozenset[str]) -> bool:
    if child.dep_ in ("obj", "nsubj:pass"):
        return "" in wanted and child.pos_ != "PRON"
    return child.dep_ in ("obl", "nmod") and bool(clauses.case_of(child)) and clauses.case_of(child) in wanted


def _day(reading: Reading, token: Token) -> bool:
    """True for a day or an occasion: "on Monday", "on the anniversary"."""
    return token.lemma_.lower() in OCCASIONS or any(d.span.start <= token.idx < d.span.end for d in reading.dates)


def _phrases(reading: Reading, head: Token) -> Iterator[Span]:
    """One span for each conjunct under the topic's head, relative clauses and asides cut off."""
    if head.lemma_.lower() in _OPEN:
        inner = [c for c in head.children if c.dep_ == "nmod" and clauses.case_of(c) == "of"]
        for child in inner:
            yield from _phrases(reading, child)
        if inner:
            return
    heads = [head, *(c for c in head.conjuncts if c.i > head.i and c.pos_ in ("NOUN", "PROPN", "VERB"))]
    for word in heads:
        tokens = sorted(_words(word, set(heads)), key=lambda t: t.i)
        span = _span(reading, tokens)
        if span is not None:
            yield span


def _words(token: Token, heads: set[Token]) -> Iterator[Token]:
    """The words of one phrase: its head with what describes it."""
    yield token
    for child in token.children:
        if child in heads or child.dep_ in _CUT_OFF or clauses.case_of(child) in ("including", "such"):
            continue
        yield from child.subtree if child.dep_ in _WITH_THEIRS else [child]


def _span(reading: Reading, tokens: list[Token]) -> Span | None:
    """The longest unbroken run of tokens that ends the phrase, without its article."""
    run = tokens
    for k in range(1, len(tokens)):
        if tokens[k].i != tokens[k - 1].i + 1:
            run = tokens[:k]
            break
    run = _with_phrase(run)
    while run and (run[0].lower_ in _LEADING or run[0].is_punct or run[0].pos_ in ("ADP", "CCONJ")):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].is_space or run[-1].pos_ in ("ADP", "CCONJ", "DET")):
        run = run[:-1]
    if not run or len(run) > LONGEST_PHRASE or not any(t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") for t in run):
        return None
    return reading.span(run[0].i, run[-1].i + 1)


def _with_phrase(run: list[Token]) -> list[Token]:
    """A bare "situation" or "developments" with the phrase after it, which the tree may hang elsewhere."""
    last = run[-1] if run else None
    bare = [t for t in run if t.pos_ not in ("DET", "ADJ")]
    if last is None or len(bare) != 1 or last.i + 1 >= last.sent.end:
        return run
    if last.nbor().lower_ not in ("in", "of", "with", "to"):
        return run
    out = [*run, last.nbor()]
    for token in last.doc[last.i + 2 : min(last.i + 12, last.sent.end)]:
        if token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ", "ADP", "PRON") or token.is_punct:
            break
        out.append(token)
    return out


def _plain(text: str) -> str:
    """The phrase on one line."""
    return re.sub(r"\s+", " ", text).strip(" ,;:.")

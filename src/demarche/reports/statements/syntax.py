"""Who does what in a clause: subjects through conjunction, control and the passive."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words

_SUBJECTS = ("nsubj", "nsubj:outer", "csubj")
#: a clause without a subject of its own borrows that of the clause it hangs on
_BORROWS = ("conj", "xcomp", "advcl", "parataxis", "ccomp", "dep")
#: verbs whose object, not subject, does what the infinitive says: "urged them to condemn"
_OBJECT_CONTROL = frozenset(
    words(
        """
        urge ask tell want call request invite encourage press force get order expect persuade advise need
        """
    )
)


def subject_of(verb: Token, *, state: bool = False) -> Token | None:
    """The token that heads the doer's phrase; the agent of a passive; None when the clause names none.

    `state`: the participle is an adjective ("is committed", "was saddened"), its subject the one who feels so.
    """
    for child in verb.children:
        if child.dep_ == "nsubj:pass":
            return child if state else agent_of(verb)
        if child.dep_ in _SUBJECTS and not relative(child) and not dateline(child):
            return child
    if (parallel := _parallel(verb)) is not None:
        return subject_of(parallel)
    if verb.dep_ in _BORROWS and verb.head != verb and not _object_controlled(verb):
        return subject_of(verb.head) if verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else None
    if verb.dep_ == "acl" and infinitive(verb) and verb.head.lemma_ in CHANCES:
        return subject_of(verb.head.head)
    return None


def _parallel(verb: Token) -> Token | None:
    """The finite verb that a finite verb goes with: "X warns that Y is about to attack and promises to help Z"."""
    above = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or above.tag_ not in ("VB", "VBG", "VBN"):
        return None
    while above.tag_ not in _FINITE and above.head != above and above.dep_ in _UNDER:
        above = above.head
    return above if above.tag_ == verb.tag_ else None


_FINITE = ("VBZ", "VBD", "VBP")
_UNDER = ("xcomp", "ccomp", "advcl", "conj", "csubj", "acl")


def dateline(token: Token) -> bool:
    """True for the place that opens a report: "SEOUL, Oct. 14 — Kim warned", "LA PAZ — The minister"."""
    start = token.sent.start
    if token.pos_ != "PROPN" or token.i > start + 2 or not token.is_upper:
        return False
    return any(t.text in ("—", "–", "-", "--") for t in token.doc[token.i + 1 : min(token.sent.end, token.i + 9)])


#: "took the opportunity to congratulate": the infinitive belongs to the one who took it
CHANCES = frozenset({"opportunity", "occasion", "chance", "moment"})


def agent_of(verb: Token) -> Token | None:
    """The doer that "by" names."""
    for child in verb.children:
        if child.dep_ in ("obl:agent", "obl") and any(g.lower_ == "by" for g in child.children if g.dep_ == "case"):
            return child
    return None


def objects_of(verb: Token) -> list[Token]:
    """Direct objects with those coordinated to them, or the subject of a passive."""
    heads = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass", "iobj")]
    return [token for head in heads for token in coordinated(head)]


def coordinated(head: Token) -> Iterator[Token]:
    """The token and those coordinated to it, in order."""
    yield head
    for child in head.children:
        if child.dep_ == "conj":
            yield from coordinated(child)


def relative(token: Token) -> bool:
    """True for who, which, that."""
    return token.tag_ in ("WDT", "WP", "WP$") or token.lower_ in ("who", "which", "that")


def negated(verb: Token) -> bool:
    """True when the clause is negated: "did not condemn", "never thanked", "refused to back"."""
    no = [c for c in verb.children if c.lower_ in ("not", "n't", "n’t", "never", "without", "neither", "nor")]
    if any(c.doc[min(c.i + 1, len(c.doc) - 1)].lower_ != "only" for c in no):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline", "fail", "stop", "avoid", "forget")


def supposed(verb: Token) -> bool:
    """True when the deed is only possible or wished for: "should condemn", "if they reject", "may thank"."""
    modal = ("should", "must", "could", "might", "may", "can", "ought", "will", "would", "wo", "'ll", "’ll", "shall")
    if any(c.dep_ == "aux" and c.lower_ in modal for c in verb.children):
        return verb.lemma_.lower() not in ("like", "wish")
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether", "lest") for c in verb.children)


_CONDITIONS = frozenset(words("if unless lest whether until till once provided"))


def conditional(verb: Token) -> bool:
    """True inside a condition: "unless it agrees to a ceasefire", "if they sign the treaty by May"."""
    above = verb
    while above.dep_ in ("conj", "xcomp", "ccomp") and above.head != above:
        if _opens_condition(above):
            return True
        above = above.head
    return _opens_condition(above)


def _opens_condition(verb: Token) -> bool:
    return any(c.lower_ in _CONDITIONS and c.i < verb.i and c.dep_ in ("mark", "advmod", "case") for c in verb.children)


def infinitive(verb: Token) -> bool:
    """True for "to thank"."""
    return any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in verb.children)


def clause(verb: Token, stop: frozenset[int] = frozenset()) -> tuple[int, int]:
    """Token bounds [start, end) of a verb's clause: its subtree, without coordinated clauses and those in `stop`."""
    left, right = verb.i, verb.i
    for token in _inside(verb, stop):
        left, right = min(left, token.i), max(right, token.i)
    return left, right + 1


def _inside(head: Token, stop: frozenset[int]) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.i in stop or child.dep_ in ("punct", "cc") or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
            continue
        if child.dep_ == "parataxis":
            continue
        yield from _inside(child, stop)


def _object_controlled(verb: Token) -> bool:
    """True for "urged them to condemn": the one urged condemns; "called to congratulate" has no one else."""
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not infinitive(verb):
        return False
    head = verb.head
    other = any(c.dep_ in ("obj", "iobj", "obl") and c.i < verb.i for c in head.children)
    return head.lemma_ in _OBJECT_CONTROL and (other or head.lemma_ not in ("call", "want", "need"))

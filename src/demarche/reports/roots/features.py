"""What a sentence looks like around its actor and recipient: named features for the model of roots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.roots.frames import Hit, hits
from demarche.reports.roots.lexicon import ROOTS

Features = dict[str, float]

_FAR = 9
_KIND = frozenset(words("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT"))
_SIDES = {root: "kind" if root in _KIND else "hostile" for root in ROOTS}
_FUTURE = frozenset(words("will would shall 'll could may might can"))
_NEGATIVE = frozenset(words("not n't never no nor neither without"))
_CONDITION = frozenset(words("if unless until otherwise"))
_SAYING = frozenset(
    words("say tell announce declare state report add note state claim believe think indicate reveal confirm know")
)


@dataclass(frozen=True, slots=True)
class Frameview:
    """One frame found, and where it stands from the actor's verb."""

    hit: Hit
    distance: int
    depth: int
    zone: str
    marks: tuple[str, ...]

    @property
    def order(self) -> tuple[bool, bool, int, int, float, int]:
        """The frame that tells the event best comes first."""
        aside = self.zone != "below"
        return (self.hit.weak, aside, self.distance, min(self.depth, 2), -self.hit.weight, self.hit.start)


def features(tokens: Sequence[Token], actor: Sequence[Token], recipient: Sequence[Token]) -> Features:
    """The features of one sentence; actor and recipient may be empty where they aren't known."""
    first = tokens[0].i
    governor = predicate(actor, tokens)
    start = min((t.i for t in actor), default=first) - first
    views = sorted((_view(hit, tokens, governor, start) for hit in hits(tokens)), key=lambda v: v.order)
    found: Features = {"bias": 1.0}
    _frame_features(found, views)
    _word_features(found, tokens, governor, {t.i for t in (*actor, *recipient)})
    _role_features(found, actor, recipient, governor)
    return found


def _view(hit: Hit, tokens: Sequence[Token], governor: Token, start: int) -> Frameview:
    token = tokens[hit.start]
    distance, depth, subject = way_up(token, governor)
    if governor.i - tokens[0].i in hit.tokens and not subject:
        depth = 0
    zone = "subject" if subject else "below" if distance < _FAR else "after" if hit.start >= start else "before"
    return Frameview(hit, distance, depth, zone, marks(token))


def _frame_features(found: Features, views: Sequence[Frameview]) -> None:
    for view in views:
        root = view.hit.root
        size = min(view.hit.weight, 3.0)
        kind = "weak" if view.hit.weak else "frame"
        weight = (0.6 + 0.2 * size) / (1 + min(view.distance, 3))
        if view.zone == "subject":
            _most(found, f"subject:{root}", 0.7)
            continue
        _most(found, f"{kind}:{root}", 0.5 * weight if view.zone == "before" else weight)
        _most(found, f"any:{root}", 0.4)
        if view.distance == 0:
            _most(found, f"clause:{root}", 0.6)
            if view.depth == 0 and not view.hit.weak:
                _most(found, f"verb:{root}", 1.0)
        if view.distance <= 1 and view.zone == "below":
            _most(found, f"line:{root} {view.hit.name}", 0.5)
        if size > 1 and view.distance <= 1:
            _most(found, f"long:{root}", 0.7)
    strong = [v for v in views if not v.hit.weak and v.zone != "subject"]
    order = list(dict.fromkeys(view.hit.root for view in strong))
    for place, root in enumerate(order[:4]):
        found[f"rank:{root}"] = 1.5 / (place + 1)
    linear = sorted((v for v in strong if v.zone != "before"), key=lambda v: v.hit.start)
    for place, root in enumerate(list(dict.fromkeys(v.hit.root for v in linear))[:3]):
        found[f"order:{root}"] = 1.0 / (place + 1)
    for view in views[:1]:
        for mark in view.marks:
            found[f"first:{view.hit.root}+{mark}"] = 1.0
            found[f"first+{mark}"] = 0.5
            found[f"{_SIDES[view.hit.root]}+{mark}"] = 1.0
    if len(order) > 1:
        found[f"pair:{order[0]}>{order[1]}"] = 0.7


def _word_features(found: Features, tokens: Sequence[Token], governor: Token, names: set[int]) -> None:
    for token in tokens:
        if token.i in names or token.is_punct or token.is_space or token.pos_ in ("PROPN", "NUM", "DET"):
            continue
        lemma = token.lemma_.lower()
        distance, _, subject = way_up(token, governor)
        if token == governor:
            found[f"top:{lemma}"] = 1.0
            for mark in marks(token):
                found[f"governor+{mark}"] = 1.0
        if distance <= 1 and not subject:
            _most(found, f"by:{lemma}", 0.6 if distance == 0 else 0.4)
        _most(found, f"word:{lemma}", 0.3)


def _role_features(found: Features, actor: Sequence[Token], recipient: Sequence[Token], governor: Token) -> None:
    for token in actor:
        if token.pos_ in ("NOUN", "ADJ"):
            _most(found, f"actor:{token.lemma_.lower()}", 0.5)
    for name, side in (("actor", actor), ("recipient", recipient)):
        if side:
            found[f"{name}-is:{_role(head(side), governor)}"] = 0.5
        else:
            found[f"no-{name}"] = 0.5


def _role(token: Token, governor: Token) -> str:
    """How a side hangs on the verb: its relation, with its preposition."""
    below = token
    while below.head != governor and below.head != below:
        below = below.head
    case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    return f"{below.dep_}:{case}"


def head(span: Sequence[Token]) -> Token:
    """The token of a stretch on which the others hang."""
    places = {t.i for t in span}
    return next((t for t in span if t.head.i not in places or t.head == t), span[0])


def predicate(actor: Sequence[Token], tokens: Sequence[Token]) -> Token:
    """The verb whose doer the actor is: the nearest one above it; without an actor the top of the sentence."""
    token = head(actor) if actor else next((t for t in tokens if t.head == t and t.pos_ == "VERB"), tokens[0])
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


_CLAUSES = frozenset(words("xcomp ccomp advcl acl conj parataxis csubj"))


def way_up(token: Token, governor: Token) -> tuple[int, int, bool]:
    """From a word up to the verb: clauses between, other steps in its clause, whether it passes the subject.

    `_FAR` clauses for a word that isn't below the verb.
    """
    clauses = steps = 0
    subject = False
    while token != governor:
        if token.head == token:
            return _FAR, steps, False
        relation = token.dep_.split(":")[0]
        if relation in _CLAUSES:
            clauses += 1
        else:
            steps += 1
        subject = relation == "nsubj" and token.head == governor
        token = token.head
    return clauses, steps, subject


def marks(token: Token) -> tuple[str, ...]:
    """How the clause of a word is meant: to come, denied, under a condition, passive, below a verb of intent."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb and verb.dep_ not in ("advcl", "ccomp", "acl"):
        verb = verb.head
    children = [c.lower_ for c in verb.children]
    found = []
    if any(c in _FUTURE for c in children):
        found.append("future")
    if any(c in _NEGATIVE for c in children):
        found.append("negative")
    if any(t.lower_ in _CONDITION for t in verb.sent):
        found.append("condition")
    if any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children):
        found.append("passive")
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in _SAYING:
        found.append("said")
    if "to" in children and verb.head != verb:
        found.append("to")
    return tuple(found)


def _most(found: Features, name: str, value: float) -> None:
    found[name] = max(found.get(name, 0.0), value)


def located(tokens: Iterable[Token], stretches: Iterable[tuple[int, int]]) -> list[Token]:
    """The tokens in character stretches."""
    ranges = list(stretches)
    return [t for t in tokens if any(a <= t.idx < b for a, b in ranges)]

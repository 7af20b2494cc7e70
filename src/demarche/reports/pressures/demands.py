"""Demands: one side insists on what the other does not want. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near, trimmed, word_span
from demarche.reports.pressures.bids import with_term
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.words import CONFLICT, WANTED
from demarche.reports.statements.syntax import negated
from demarche.reports.statements.voices import Voice

_DOERS = frozenset({"to", "he", "she", "they", "it"})


def demanded(scene: Scene, token: Token) -> Deed | None:
    """Demands something of another side, demands or insists that it do something."""
    after = near(token, 0, 4)[1:]
    if _noun(token) or negated(token) or len(after) < 2:
        return None
    insisting = token.lower_.startswith("insist")
    if insisting and not any(t.lower_ in ("that", "on") for t in after[:2]):
        return None
    actors = tuple(v for v in scene.doers(token) if v.side or v.kind != "group")
    _, end = bounds(token)
    asked = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    subject = next((c for c in asked.children if c.dep_.startswith("nsubj")), None) if asked is not None else None
    recipients = scene.abroad(subject.left_edge.i, subject.i + 1, actors) if subject is not None else ()
    recipients = recipients or scene.abroad(token.i, max(end, min(token.i + 10, token.sent.end)), actors)
    if not recipients and actors and token.dep_ == "conj":
        recipients = scene.abroad(token.sent.start, token.i, actors)[-1:]
    if not actors or not recipients or (insisting and not _bids(token)):
        return None
    made = pressure(scene, "demand", "demanded", token, actors, recipients[:2])
    return made if made.evidence[0].end > word_span(token).end else None


def _noun(token: Token) -> bool:
    """True for "the demands", "their demand"."""
    before = near(token, 1, 0)[0]
    owned = before != token and before.pos_ in ("DET", "ADJ", "PRON", "PART", "ADP") and before.lower_ not in _DOERS
    return owned or token.pos_ not in ("VERB", "AUX") or token.dep_ == "amod"


def _bids(token: Token) -> bool:
    """True for "insisted that X withdraw" or "must"; "insisted that X had lied" is no demand."""
    words = {t.lower_ for t in near(token, 0, 14)}
    if [t.lower_ for t in near(token, 0, 1)[1:]] == ["on"] and {t.lower_ for t in near(token, 0, 6)} & CONFLICT:
        return True
    if any(c.dep_ == "ccomp" and c.tag_ in ("VB", "VBP") and not _agrees(c) for c in token.children):
        return True
    return bool(words & {"must", "should", "has", "have", "needs"} and words & CONFLICT)


def _agrees(verb: Token) -> bool:
    """True where a plain present goes with a plural subject: "insists that both sides want peace"."""
    if verb.tag_ == "VB" or any(c.dep_ == "aux" for c in verb.children):
        return any(c.dep_ == "aux" for c in verb.children)
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    return subject is None or subject.tag_ in ("NNS", "NNPS", "PRP") or subject.lower_ in ("i", "we", "you", "they")


def appealed(scene: Scene, token: Token) -> Deed | None:
    """Calls on or urges a party to a conflict to stop, withdraw, release, return to talks; calls for a ceasefire."""
    if negated(token) or (token.pos_ == "NOUN" and token.tag_ != "NNS") or near(token, 1, 0)[0].lower_ == "as":
        return None
    after = near(token, 0, 22)[1:]
    if token.lower_.startswith("call"):
        if not after or after[0].lower_ not in ("on", "upon", "for"):
            return None
    elif token.lower_.startswith("appeal") and (not after or after[0].lower_ != "to"):
        return None
    content = _content(after)
    if content is None or own_people(after):
        return None
    actors = _signers(scene, token) if _in_paper(token) else scene.doers(token) or scene.speakers(token)[0]
    if not actors:
        return None
    recipients = _addressed(scene, token, actors, content)
    if not recipients and not _parties(after):
        return None
    return pressure(scene, "demand", "appealed", token, actors, recipients[:2])


_PAPERS = frozenset(words("statement resolution letter report declaration communique communiqué motion message"))
_ISSUING = frozenset(words("issue release sign adopt pass publish send write approve endorse make deliver"))


def _in_paper(token: Token) -> bool:
    return token.dep_ == "acl" and token.head.lower_ in _PAPERS


def _signers(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """Who issues the paper that calls on somebody: nobody where the paper is blocked, rejected or vetoed."""
    verb = token.head.head
    return scene.doers(verb) if verb.lemma_.lower() in _ISSUING else ()


def own_people(after: list[Token]) -> bool:
    """True for advice to travellers: "urge their citizens to leave"."""
    found = [t.lower_ for t in after[:4]]
    return bool({"citizens", "nationals", "tourists", "travellers", "travelers"} & set(found)) and bool(
        {"its", "their", "his", "her", "our"} & set(found)
    )


def _content(after: list[Token]) -> Token | None:
    """The first word of conflict after "to" or "for", before the clause ends."""
    seen = False
    for index, token in enumerate(after):
        if token.text in (";", ".") or (token.lower_ in ("because", "after", "which") and seen):
            return None
        if token.lower_ in ("to", "for"):
            seen = True
        if seen and (token.lower_ in CONFLICT or token.lemma_.lower() in CONFLICT):
            return token if not _negative(after, index) else None
    return None


def _negative(after: list[Token], index: int) -> bool:
    return any(t.lower_ == "not" for t in after[max(index - 4, 0) : index])


def _addressed(scene: Scene, token: Token, actors: tuple[Voice, ...], content: Token) -> tuple[Voice, ...]:
    before = scene.abroad(token.i, content.i, actors)
    _, end = bounds(token)
    return before or scene.abroad(content.i, end, actors)


def _parties(after: list[Token]) -> bool:
    """True when the parties are named by their part only: all parties, both sides, the belligerents."""
    return any(t.lower_ in ("parties", "sides", "belligerents", "militants", "rebels", "factions") for t in after[:14])


def must(scene: Scene, token: Token) -> Deed | None:
    """Says that another side must do something, or should stop, leave or release."""
    deed = token.head
    if token.i and token.doc[token.i - 1].lower_ in ("who", "which", "that"):
        return None
    if (
        deed.i < token.i
        or (deed.lemma_ in ("be", "have") and not _arms(deed))
        or any(c.dep_ == "cop" for c in deed.children)
    ):
        return None
    if deed.lemma_.lower() in _INWARD:
        return None
    if token.lower_ == "should" and not {t.lower_ for t in near(token, 0, 20)} & (CONFLICT | {"order"}):
        return None
    speakers, verb = scene.speakers(deed if deed.pos_ in ("VERB", "AUX") else token)
    if verb is None:
        speakers = scene.official
    after = verb is not None and verb.i > token.i and "," not in {t.text for t in near(verb, 6, 0)}
    if not speakers or after:
        return None
    subject = next((c for c in token.head.children if c.dep_.startswith("nsubj")), None)
    recipients = tuple(v for v in scene.named_by(subject) if v.kind) if subject is not None else ()
    recipients = _told_it(scene, verb, subject, speakers) or recipients
    recipients = (
        recipients or _unnamed(scene, subject) or scene.abroad(verb.i if verb else token.sent.start, token.i, speakers)
    )
    own = {n for v in speakers for n in (v.side, v.name) if n}
    recipients = tuple(v for v in recipients if not {v.side, v.name} & own)
    if not recipients:
        return None
    made = pressure(scene, "demand", "must", deed, speakers, recipients[:2], verb=verb if verb is not None else deed)
    return with_term(scene, made, deed)


#: what nobody can be made to do, or what is only said politely: "must know", "must play its part"
_INWARD = frozenset(words("know remember understand realise realize play see feel learn believe live think"))


def _arms(verb: Token) -> bool:
    """True for "must never have a nuclear weapon"."""
    barred = any(t.lower_ in ("never", "not") for t in near(verb, 3, 0))
    return verb.lemma_ == "have" and barred and any(t.lower_ in _ARMS for t in near(verb, 0, 6))


_ARMS = frozenset({"weapon", "weapons", "bomb", "bombs", "missiles"})


def _told_it(scene: Scene, verb: Token | None, subject: Token | None, own: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """ "Told the government that it must …": the one told is the one who must."""
    if verb is None or subject is None or verb.i > subject.i:
        return ()
    whom = scene.abroad(verb.i + 1, subject.left_edge.i, own)[:1]
    return whom if subject.lower_ in ("it", "they") or not scene.named_by(subject) else ()


def _unnamed(scene: Scene, subject: Token | None) -> tuple[Voice, ...]:
    """A group of states without names: "industrialized nations", "the warring parties"."""
    if subject is None or subject.lower_ not in ("nations", "countries", "states", "governments", "parties", "sides"):
        return ()
    span = trimmed(scene.reading, subject.left_edge.i, subject.i + 1)
    return (Voice(span.of(scene.reading.document.text), span, known=False, kind="group"),)


def wanted(scene: Scene, token: Token) -> Deed | None:
    """Wants the forces of another side to leave, the fighting to stop."""
    after = near(token, 0, 8)[1:]
    to = next((t for t in after if t.lower_ == "to"), None)
    if to is None or to.i == token.i + 1 or to.i + 1 >= len(token.doc):
        return None
    if token.doc[to.i + 1].lemma_.lower() not in WANTED or negated(token):
        return None
    actors = scene.doers(token)
    recipients = scene.abroad(token.i, to.i, actors)
    if not actors or not (recipients or any(t.lower_ in ("forces", "troops", "soldiers") for t in after)):
        return None
    return pressure(scene, "demand", "wanted", token, actors, recipients[:2])

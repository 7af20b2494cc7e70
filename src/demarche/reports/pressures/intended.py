"""Threats without the word: harm held out on a condition, or as one's own firm intent."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.model import Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.scene import told
from demarche.reports.common.spans import bounds, near, trimmed
from demarche.reports.pressures.conditions import condition_of
from demarche.reports.pressures.deadlines import deadline_in
from demarche.reports.pressures.make import pressure, with_deadline
from demarche.reports.pressures.measures import denied, harms, harms_if, held_out, topic
from demarche.reports.pressures.words import ANALYSTS
from demarche.reports.statements.voices import Voice

_DEMANDED = ("not", "n't", "n’t", "fail", "fails", "refuse", "refuses", "continue", "continues", "stay", "stays",
             "launch", "launches", "no", "attack", "attacks", "keep", "keeps", "only", "without", "do",
             "does")  # fmt: skip


_EASES = frozenset(["lift", "ease", "drop", "remove", "waive", "scrap", "end"])
_TROOPS = frozenset(["troops", "forces", "soldiers", "army", "military", "ships"])


def held_over(scene: Scene, token: Token) -> Deed | None:
    """Will do harm unless, if, until: a measure held out on a condition that another side can meet."""
    intent = held_out(token)
    if intent is None or denied(token) or told(token):
        return None
    whole = trimmed(scene.reading, token.sent.start, token.sent.end)
    condition = condition_of(scene.reading, whole) or or_else(scene, token)
    if condition is None or not _close(scene, token, condition.start, condition.end):
        return None
    if not harms(token) and not harms_if(token):
        return None
    actors, verb = _holder(scene, token)
    if not actors or _guess(scene, token, verb, actors):
        return None
    start, end = bounds(token)
    piece = scene.reading.doc.char_span(condition.start, condition.end, alignment_mode="expand")
    right = piece.end if piece is not None else end
    left = min(start, piece.start if piece is not None else start)
    recipients = scene.counterpart(left, max(end, right), actors)
    if not recipients:
        return None
    edge = scene.reading.doc[right - 1]
    made = pressure(scene, "threat", "held-over", token, actors, recipients[:2], also=[edge, intent])
    return made if made.has("deadline") else with_deadline(made, deadline_in(scene.reading, condition))


def _close(scene: Scene, token: Token, start: int, end: int) -> bool:
    """True when the condition belongs to this clause: no semicolon or line between them."""
    left, right = sorted((token.idx, start))
    between = scene.reading.document.text[left:right]
    return not ({";", "\n"} & set(between)) and len(between) < 260 and end > start


def or_else(scene: Scene, token: Token) -> Span | None:
    """ "… demanded the payment, otherwise it would withdraw": what stands before "otherwise" is the condition."""
    for word in near(token, 5, 0):
        if word.lower_ in ("otherwise", "else") and word.i > token.sent.start + 3:
            end = word.i - 1 if token.doc[word.i - 1].lower_ in (",", ";", "or") else word.i
            return trimmed(scene.reading, token.sent.start, end)
    return None


def intended(scene: Scene, token: Token) -> Deed | None:
    """Will impose, is committed to impose, plans to invade, will not hesitate to punish: one's own firm intent."""
    intent = held_out(token)
    if intent is None or denied(token) or not harms(token, 8) or _weak(intent, token) or topic(token):
        return None
    if token.pos_ == "NOUN" and any(t.lemma_.lower() in _EASES for t in near(token, 4, 0)[:-1]):
        return None  # "vowed to lift the sanctions"
    if token.tag_ == "VBN" and not any(c.dep_ in ("aux:pass", "aux") for c in token.children):
        return None
    if token.lower_.startswith("withdr") and any(t.lower_ in _TROOPS for t in near(token, 0, 5)):
        return None
    whole = trimmed(scene.reading, token.sent.start, token.sent.end)
    if condition_of(scene.reading, whole) is not None and intent.lower_ in ("would", "could", "might", "may"):
        return None
    actors, verb = _holder(scene, token)
    if not actors or _guess(scene, token, verb, actors):
        return None
    _, end = bounds(token)
    recipients = scene.abroad(token.i, end, actors)
    if not recipients and (_firm(token) or intent.lower_ == "hesitate"):
        recipients = scene.counterpart(token.i, end, actors)
    if not recipients:
        return None
    return pressure(scene, "threat", "intended", token, actors, recipients[:2], also=[intent])


def _firm(token: Token) -> bool:
    """Without a target named, only punishment counts: hold accountable, impose costs, retaliate."""
    words = {t.lower_ for t in near(token, 0, 10)}
    return bool(words & {"accountable", "account", "retaliate", "escalation", "costs", "retaliation"})


def _weak(intent: Token, token: Token) -> bool:
    """True where the intent is only possible: could, may, might, would without a vow."""
    return intent.lower_ in ("could", "might", "may", "can", "ready", "prepared", "consider", "wanted", "planned") or (
        intent.lower_ in ("would", "'d") and not any(told(a) for a in token.ancestors)
    )


def _holder(scene: Scene, token: Token) -> tuple[tuple[Voice, ...], Token | None]:
    """Who holds the harm out: the doer of the deed, else whoever is said to have said it."""
    doers = tuple(v for v in scene.doers(token) if v.kind)
    speakers, verb = scene.speakers(token)
    passive = any(c.dep_ == "aux:pass" for c in token.children)
    if doers and not passive:
        return doers, verb
    return speakers, verb


def _guess(scene: Scene, token: Token, verb: Token | None, actors: tuple[Voice, ...]) -> bool:
    """True when someone of another side says that this will happen: a forecast, not a threat."""
    if any(t.lower_ in ANALYSTS for t in near(token, 30, 0)):
        return True
    if verb is None:
        return False
    speakers = {v.name for v in scene.doers(verb)}
    sides = {v.side for v in scene.doers(verb) if v.side}
    own = {n for v in actors for n in (v.side, v.name)}
    return bool(sides) and not (sides | speakers) & own and any(v.side for v in actors)

"""Harm that one side is said to think of: weighs sanctions, hints at a boycott. A threat, not yet a plan."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.measures import denied, topic
from demarche.reports.pressures.words import ANALYSTS, SANCTION_NOUNS
from demarche.reports.statements.syntax import negated

_MEASURES = SANCTION_NOUNS | frozenset(words("complaint retaliation measures strike strikes boycotts lawsuit"))
_BETWEEN = frozenset(words("a an the new further more tougher fresh additional its their possible harsher on of to"))
_REACH = 7


def mulled(scene: Scene, token: Token) -> Deed | None:
    """Weighs, considers or hints at sanctions, a ban, a boycott or a complaint against another side."""
    hints = token.lower_.startswith("hint")
    after = near(token, 0, _REACH)[1:]
    if negated(token) or denied(token) or topic(token) or token.pos_ != "VERB" or _passive(token):
        return None
    if hints and (not after or after[0].lower_ != "at"):
        return None
    noun = next((t for t in after if t.lower_ in _MEASURES), None)
    if noun is None or any(
        t.pos_ in ("VERB", "AUX") and t.lower_ not in _IMPOSE for t in token.doc[token.i + 1 : noun.i]
    ):
        return None
    if any(t.lower_ in ("lifting", "easing", "removing", "ending", "waiving", "request") for t in after):
        return None
    actors = tuple(v for v in scene.doers(token) if v.side or v.kind in ("state", "institution"))
    if not actors or any(t.lower_ in ANALYSTS for t in token.sent):
        return None
    recipients = scene.abroad(noun.i, bounds(token)[1], actors) or scene.abroad(token.i, noun.i, actors)
    return pressure(scene, "threat", "mulled", token, actors, recipients[:2], also=[noun]) if recipients else None


_IMPOSE = frozenset(words("imposing slapping introducing adopting putting placing applying filing"))


def _passive(token: Token) -> bool:
    return any(c.dep_ == "aux:pass" for c in token.children)

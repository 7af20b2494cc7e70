"""Proposals: a deal or plan suggested. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near
from demarche.reports.offers.make import offer
from demarche.reports.offers.words import CONTACTS, COURTESIES
from demarche.reports.statements.syntax import negated
from demarche.reports.statements.voices import Voice

_DOMESTIC = frozenset(["legislation", "bill", "law", "budget", "amendment", "tax", "taxes", "reform", "reforms"])
_REJECTING = frozenset(
    [
        "reject",
        "rejected",
        "rejects",
        "rejecting",
        "dismiss",
        "dismissed",
        "dismisses",
        "declined",
        "refused",
        "rebuffed",
        "spurned",
    ]
)


def proposed(scene: Scene, token: Token) -> Deed | None:
    """Proposes, offers or suggests a deal, a plan, a service; not a meeting, nor condolences."""
    if token.dep_ == "amod" or negated(token) or _noun_like(token) or _possible(token):
        return None
    after = near(token, 0, 9)[1:]
    if _contact(after) or (token.lower_.startswith("offer") and _courtesy(after)):
        return None
    if token.lower_.startswith("suggest") and _view(after):
        return None
    actors = scene.doers(token)
    if not actors:
        return None
    _, end = bounds(token)
    if any(t.lower_ in _DOMESTIC for t in after) and not _in_return(token):
        return None
    recipients = scene.counterpart(token.i, end, actors, close=True)
    if not recipients and any(v.side for v in actors):
        return None
    return offer(scene, "proposal", "proposed", token, actors, recipients[:3])


def proposal_noun(scene: Scene, token: Token) -> Deed | None:
    """Somebody's proposal for a plan, somebody's offer to do something."""
    after = near(token, 0, 6)[1:]
    if token.pos_ == "VERB" or not after or _contact(after):
        return None
    owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
    by_of = owner is None
    if owner is None and after[0].lower_ in ("of", "by", "from"):
        owner = after[1] if len(after) > 1 else None
    if owner is None or (not by_of and after[0].lower_ not in ("for", "to", "of", "on", "that")):
        return None
    actors = _owned(scene, owner)
    if not actors:
        return None
    _, end = bounds(token)
    recipients = scene.counterpart(token.i, end, actors)
    before = {t.lower_ for t in near(token, 8, 0)}
    status = "rejected" if before & _REJECTING or {"turned", "down"} <= before else "open"
    return (
        offer(scene, "proposal", "proposal-noun", token, actors, recipients[:2], status=status, also=[owner])
        if (recipients)
        else None
    )


def _owned(scene: Scene, owner: Token) -> tuple[Voice, ...]:
    mention = scene.reading.actor_at(owner.i)
    if mention is None:
        return scene.abroad(owner.i, owner.i + 1, ())
    return scene.named_by(owner)


def _in_return(token: Token) -> bool:
    """True for "offered to drop its tax if B lifted the duties": one's own law as the price of a deal."""
    rest = [t.lower_ for t in token.doc[token.i : token.sent.end]]
    return bool({"if", "provided", "return", "exchange"} & set(rest))


def _contact(after: list[Token]) -> bool:
    """True when what is proposed is a contact: to meet, a summit, a call."""
    for token in after[:8]:
        if token.lower_ in CONTACTS:
            return True
        if token.text in (",", ";", ".") or token.lower_ in ("for", "on", "between", "because"):
            return False
    return False


def _courtesy(after: list[Token]) -> bool:
    return any(t.lower_ in COURTESIES for t in after[:4])


def _view(after: list[Token]) -> bool:
    """True for "suggested that X had lied": a view, no plan."""
    words = [t.lower_ for t in after]
    if not words or words[0] in (",", ".", "it", "he", "she", "they"):
        return True
    return words[0] == "that" and bool({"was", "were", "had", "is", "are", "might", "may", "has"} & set(words[:7]))


def _noun_like(token: Token) -> bool:
    before = near(token, 1, 0)[0]
    return token.pos_ == "NOUN" or (
        before != token and before.pos_ in ("DET", "ADJ") and token.tag_ not in ("VBZ", "VBD")
    )


def _possible(token: Token) -> bool:
    before = {t.lower_ for t in near(token, 3, 0)[:-1]}
    return bool({"could", "might", "may", "would", "if", "should", "can", "to"} & before)

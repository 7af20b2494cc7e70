"""Harm held out to the one who would suffer it: will face a tariff, would pay a price, will be met with force."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import near, trimmed
from demarche.reports.pressures.conditions import condition_of
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.measures import denied
from demarche.reports.pressures.words import ANALYSTS
from demarche.reports.statements.voices import Voice

_MODALS = frozenset(words("will would shall 'll ’ll could"))
_HARM = frozenset(
    words(
        """
        price consequence consequences sanction sanctions tariff tariffs duty duties levy levies retaliation
        destruction disaster wrath rate embargo penalty penalties hell isolation response punishment ban attack
        strikes war
        """
    )
)
_ANSWERS = frozenset(
    words("force response retaliation fire war sanctions strike strikes tariffs measures fist strength")
)
_DEEMED = frozenset(words("war aggression act declaration provocation attack target targets hostile escalation"))


def will_suffer(scene: Scene, token: Token) -> Deed | None:
    """Says that another side will face, pay, suffer or bear what it would be made to suffer."""
    lead = near(token, 5, 0)[:-1]
    if not any(t.lower_ in _MODALS for t in lead) or denied(token):
        return None
    if not _bare_harm(token) and not _harm_after(token):
        return None
    speakers, verb = _speakers(scene, token)
    if not speakers or (verb is not None and verb == token):
        return None
    subject = _subject(token)
    if subject is None:
        return None
    victims = scene.abroad(subject.left_edge.i, token.i, speakers)
    if not victims and subject.lower_ in ("ties", "relations", "relationship"):
        victims = scene.counterpart(token.sent.start, token.sent.end, speakers)[:1]
    if not victims and _condition(scene, token) and (meant := scene.named_by(subject)):
        own = {v.side or v.name for v in speakers}
        victims = tuple(v for v in meant if (v.side or v.name) not in own)
    if not victims and subject.lower_ in ("it", "they", "he", "she") and _condition(scene, token):
        victims = scene.counterpart(token.sent.start, token.i, speakers)[:1]  # "if A goes on, B said, it will pay"
    if not victims:
        return None
    return pressure(scene, "threat", "will-suffer", token, speakers, victims[:2], also=_also(verb, token))


def _subject(token: Token) -> Token | None:
    """The subject, also of "will live to regret"."""
    verb = token.head if token.dep_ == "xcomp" and token.head.lemma_.lower() in ("live", "come") else token
    return next((c for c in verb.children if c.dep_.startswith("nsubj")), None)


def _bare_harm(token: Token) -> bool:
    """True for "will regret it", "ties would suffer": no object needed."""
    related = any(c.lower_ in ("ties", "relations", "relationship") for c in token.children)
    return token.lower_.startswith(("regret", "rue")) or (token.lower_ == "suffer" and related)


def _harm_after(token: Token) -> bool:
    """True for "face a tariff", "pay a price", "pay dearly"."""
    after = [t.lower_ for t in near(token, 0, 8)[1:]]
    return bool(_HARM & set(after)) or after[:1] in (["dearly"], ["heavily"])


def met_with(scene: Scene, token: Token) -> Deed | None:
    """Says that a step of another side would be met with force, regarded as an act of war."""
    passive = any(c.dep_ == "aux:pass" for c in token.children)
    if not passive or not any(t.lower_ in _MODALS for t in near(token, 4, 0)) or denied(token):
        return None
    after = [t.lower_ for t in near(token, 0, 8)[1:]]
    if after[:1] not in (["with"], ["as"], ["by"]):
        return None
    if not (_DEEMED if after[0] == "as" else _ANSWERS) & set(after):
        return None
    speakers, verb = _speakers(scene, token)
    if not speakers:
        return None
    recipients = scene.counterpart(token.sent.start, token.sent.end, speakers)
    return (
        pressure(scene, "threat", "met-with", token, speakers, recipients[:1], also=_also(verb, token))
        if recipients
        else None
    )


def _speakers(scene: Scene, token: Token) -> tuple[tuple[Voice, ...], Token | None]:
    """Who holds it out; nobody when those who foretell for a living say it."""
    speakers, verb = scene.speakers(token)
    if verb is not None and any(t.lower_ in ANALYSTS for t in near(verb, 10, 6)):
        return (), verb
    return tuple(v for v in speakers if v.side or v.kind in ("state", "group", "person")), verb


def _condition(scene: Scene, token: Token) -> bool:
    whole = trimmed(scene.reading, token.sent.start, token.sent.end)
    return condition_of(scene.reading, whole) is not None


def _also(verb: Token | None, token: Token) -> list[Token]:
    """The verb of saying, when it stands close before: the evidence then shows who spoke."""
    return [verb] if verb is not None and 0 < token.i - verb.i < 25 else []


def cost_dear(scene: Scene, token: Token) -> Deed | None:
    """Says that a step would cost another side dear, or cost it aid, trade or ties."""
    tail = [t.lower_ for t in near(token, 0, 6)[1:]]
    if not {"dear", "dearly", "aid", "trade", "ties", "support", "friends"} & set(tail) or denied(token):
        return None
    if not any(t.lower_ in _MODALS for t in near(token, 3, 0)[:-1]):
        return None
    speakers, verb = _speakers(scene, token)
    victims = scene.abroad(token.i, token.sent.end, speakers) if speakers else ()
    victims = victims or (scene.abroad(token.sent.start, token.i, speakers)[:1] if speakers else ())
    return (
        pressure(scene, "warning", "cost-dear", token, speakers, victims[:1], also=_also(verb, token))
        if victims
        else None
    )


def act_of_war(scene: Scene, token: Token) -> Deed | None:
    """Says that a step of another side would be an act or a declaration of war."""
    if [t.lower_ for t in near(token, 0, 2)[1:]] != ["of", "war"]:
        return None
    lead = {t.lower_ for t in near(token, 5, 0)[:-1]}
    if not lead & _MODALS or not lead & {"be", "mean", "constitute", "amount"}:
        return None
    speakers, verb = _speakers(scene, token)
    if not speakers:
        return None
    recipients = scene.counterpart(token.sent.start, token.sent.end, speakers)[:1]
    end = [near(token, 0, 2)[-1]]
    return (
        pressure(scene, "threat", "act-of-war", token, speakers, recipients, also=[*_also(verb, token), *end])
        if recipients
        else None
    )


def consequences(scene: Scene, token: Token) -> Deed | None:
    """Says that a step of another side would have consequences."""
    lead = [t.lower_ for t in near(token, 6, 0)[:-1]]
    if not _MODALS & set(lead) or not {"have", "bring", "carry", "be"} & set(lead) or "no" in lead:
        return None
    speakers, verb = _speakers(scene, token)
    recipients = scene.abroad(token.sent.start, token.i, speakers)[-1:] if speakers and verb is not None else ()
    if not recipients or recipients[0].side in {v.side for v in speakers}:
        return None
    return pressure(scene, "warning", "consequences", token, speakers, recipients, also=_also(verb, token))

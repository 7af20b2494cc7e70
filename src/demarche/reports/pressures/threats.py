"""Threats, warnings and ultimatums that a word names. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near, rest, trimmed
from demarche.reports.pressures.conditions import condition_of
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.measures import denied, harms
from demarche.reports.pressures.words import ANALYSTS, HARM_NOUNS, RELATIONS, WILL
from demarche.reports.statements.syntax import negated, objects_of
from demarche.reports.statements.voices import Voice, of_mention


def threatened(scene: Scene, token: Token) -> Deed | None:
    """Threatens to do something, threatens someone with something, threatens that …"""
    if token.dep_ == "amod" or negated(token) or _possible(token):
        return None
    after = _past_day(near(token, 0, 16)[1:])
    with_at = next((t for t in after[:6] if t.lower_ == "with"), None)
    whom = scene.reading.actor_at(after[0].i) if after else None
    to_at = after[0] if after and (after[0].lower_ in ("to", "that") or _harm_named(after) or _hangs(after)) else None
    if to_at is None and not (with_at is not None and (whom or _object(token))):
        return None
    actors = scene.doers(token)
    if not actors:
        return None
    recipients = tuple(of_mention(scene.reading, whom)) if whom else _targets(scene, token, actors)
    if not recipients and any(v.side or v.kind == "state" for v in actors) and not _states_harm(actors, after):
        return None
    return pressure(scene, "threat", "threatened", token, actors, recipients)


_DAYS = frozenset(words("on today yesterday again monday tuesday wednesday thursday friday saturday sunday repeatedly"))


def _states_harm(actors: tuple[Voice, ...], after: list[Token]) -> bool:
    """True for a state that threatens harm to nobody by name: "Iran threatened to close the strait"."""
    return all(v.kind == "state" for v in actors) and len(after) > 1 and after[0].lower_ == "to" and harms(after[1])


def _past_day(after: list[Token]) -> list[Token]:
    """The tokens after "threatened on Monday", "threatened again"."""
    index = 0
    while index < len(after) and index < 4 and after[index].lower_ in _DAYS:
        index += 1
    return after[index:]


def _harm_named(after: list[Token]) -> bool:
    """True for "threatened further action against", "threatened sanctions"."""
    named = any(t.lower_ in HARM_NOUNS for t in after[:3]) and any(t.lower_ in ("against", "on") for t in after[:6])
    return named or any(t.lower_ == "against" for t in after[1:6]) or _blow(after)


def _hangs(after: list[Token]) -> bool:
    """True for an object that hangs on a condition: "threatened a strike if Iran does not agree"."""
    opens = after[0].pos_ in ("NOUN", "DET", "ADJ", "PUNCT") or after[0].is_quote
    return opens and any(t.lower_ in ("if", "unless") for t in after[1:8]) and after[0].text not in (",", ".", ";")


_BLOWS = frozenset(
    words(
        """
        destruction annihilation war strike strikes retaliation invasion sanctions tariffs consequences embargo
        countermeasures counter-measures action response
        """
    )
)


def _blow(after: list[Token]) -> bool:
    """True for a blow as the object: "threatens the 'final destruction' of South Korea", "threatened retaliation"."""
    for word in after[:6]:
        if word.lower_ in _BLOWS:
            return True
        if word.pos_ in ("VERB", "ADP", "PART", "SCONJ") or word.text in (",", ";"):
            return False
    return False


def had_threatened(scene: Scene, token: Token) -> Deed | None:
    """The tariff, the 36 per cent that it had threatened: a threat of before; dropped when less came of it."""
    before = near(token, 6, 0)[:-1]
    if token.dep_ != "acl:relcl" or not any(t.lower_ == "had" for t in before[-2:]):
        return None
    head = token.head
    if head.lower_ not in HARM_NOUNS and head.lower_ not in ("%", "cent", "percent", "levy", "move", "step"):
        return None
    actors = scene.doers(token)
    recipients = scene.counterpart(token.i, bounds(token)[1], actors) if actors else ()
    if not recipients:
        return None
    lead = " ".join(t.lower_ for t in near(head, 4, 0))
    less = any(w in lead for w in ("down from", "instead of", "rather than", "shelved", "dropped"))
    status = "dropped" if less else "pending"
    return pressure(scene, "threat", "had-threatened", token, actors, recipients[:2], also=[head], status=status)


def threat_noun(scene: Scene, token: Token) -> Deed | None:
    """His threat to do something, her threat of tariffs: renewed, repeated, made."""
    owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
    after = near(token, 0, 1)[-1]
    if owner is None or after.lower_ not in ("to", "of", "that"):
        return None
    actors = scene.named_by(owner)
    recipients = _targets(scene, token, actors)
    if not actors or not recipients:
        return None
    return pressure(scene, "threat", "threat-noun", token, actors, recipients, also=[rest(token)])


def warned(scene: Scene, token: Token) -> Deed | None:
    """Warns someone of something or that …; a threat when the harm is the speaker's own or hangs on a condition."""
    if token.tag_ == "NN" or negated(token) or _possible(token):
        return None
    actors = scene.doers(token)
    if not actors:
        return None
    after = near(token, 0, 4)[1:]
    whom = scene.reading.actor_at(after[0].i) if after else None
    if whom is None:
        whom = next((m for o in objects_of(token) if o.i > token.i and (m := scene.reading.actor_at(o.i))), None)
    named = tuple(of_mention(scene.reading, whom)) if whom is not None and not _own(whom.side, actors) else ()
    if not named and after and after[0].pos_ == "PROPN":
        named = scene.abroad(after[0].i, after[0].i + 1, actors)
    _, end = bounds(token)
    others = named or scene.abroad(token.i, end, actors)
    against = after and after[0].lower_ == "against"
    conditional = condition_of(scene.reading, trimmed(scene.reading, token.i, end)) is not None
    harm = any(t.lower_ == "consequences" for t in after) or _harm_to_come(token, end)
    if not others or not (named or against or conditional or harm):
        return None
    if not named and not against and _of_event(after) and not (conditional and _theirs(scene, token, end, actors)):
        return None
    mine = _own_hand(scene, token, end, actors)
    if conditional and not (named or against or mine or _theirs(scene, token, end, actors)):
        return None
    return pressure(scene, "threat" if conditional or mine else "warning", "warned", token, actors, others)


_TO_COME = frozenset(words("war escalation catastrophe confrontation retaliation target targets collapse crisis"))


def _harm_to_come(token: Token, end: int) -> bool:
    """True for "warned that the step would lead to war", "would make B a party to the war"."""
    clause = list(token.doc[token.i + 1 : end])
    would = next((n for n, t in enumerate(clause) if t.lower_ in ("would", "will", "could")), None)
    opened = bool(clause) and clause[0].lower_ == "that"
    return opened and would is not None and any(t.lower_ in _TO_COME for t in clause[would:])


def _theirs(scene: Scene, token: Token, end: int, actors: tuple[Voice, ...]) -> bool:
    """True when the condition is another side's to meet: "warns of consequences if the South lights the tree"."""
    condition = condition_of(scene.reading, trimmed(scene.reading, token.i, end))
    piece = None if condition is None else scene.reading.doc.char_span(condition.start, condition.end)
    return piece is not None and bool(scene.abroad(piece.start, min(piece.end, piece.start + 5), actors))


def warning_noun(scene: Scene, token: Token) -> Deed | None:
    """His warning against or to someone: reiterated, issued, delivered."""
    after = near(token, 0, 1)[-1]
    if after.lower_ not in ("against", "to", "that") or near(token, 1, 0)[0].lower_ in _OF_NATURE:
        return None
    owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
    head = token.head
    actors = scene.named_by(owner) if owner is not None else (scene.doers(head) if head.pos_ == "VERB" else ())
    if not actors:
        return None
    recipients = _targets(scene, token, actors)
    anyone = next((t for t in near(token, 0, 3) if t.lower_ in ("anyone", "any", "those", "all")), None)
    if not recipients and anyone is None:
        return None
    return pressure(scene, "warning", "warning-noun", token, actors, recipients, also=near(token, 2, 0)[:1])


_OF_NATURE = frozenset(words("tsunami storm flood weather hurricane typhoon travel heat snow eruption health"))


def harm_foretold(scene: Scene, token: Token) -> Deed | None:
    """Told someone that a step would damage relations: a warning that names the harm."""
    before = near(token, 5, 0)
    after = {t.lower_ for t in near(token, 0, 6)}
    passive = any(t.lower_ in RELATIONS for t in near(token, 6, 0)) and any(t.lower_ == "be" for t in before)
    if not any(t.lower_ in WILL for t in before) or not (after & RELATIONS or passive):
        return None
    actors, verb = scene.speakers(token)
    if not actors or verb is None or _analysts(verb):
        return None
    start, end = bounds(token)
    recipients = scene.abroad(min(start, verb.i), end, actors)
    return pressure(scene, "warning", "harm-foretold", token, actors, recipients, verb=_whole(verb, token))


def _whole(verb: Token, token: Token) -> Token:
    """The verb of saying when it holds the harm in its clause, the harm's own verb otherwise."""
    start, end = bounds(verb)
    return verb if start <= token.i < end else token


def _object(token: Token) -> bool:
    return any(o.i > token.i for o in objects_of(token))


def _possible(token: Token) -> bool:
    """True for "could threaten", "if they threaten"."""
    before = {t.lower_ for t in near(token, 3, 0)[:-1]}
    return bool({"could", "might", "may", "would", "if", "can", "unless", "to"} & before)


def _targets(scene: Scene, token: Token, actors: tuple[Voice, ...]) -> tuple[Voice, ...]:
    _, end = bounds(token)
    last = max(end, min(token.i + 14, token.sent.end))
    last = next((t.i for t in token.doc[token.i : last] if t.lower_ in ("while", "whereas")), last)
    return scene.counterpart(token.i, last, actors)[:2]


def _own(side: str | None, actors: tuple[Voice, ...]) -> bool:
    return side is not None and side in {v.side for v in actors}


def _of_event(after: list[Token]) -> bool:
    """True for "warns of a famine": an event foretold, nobody addressed."""
    if any(t.lower_ == "consequences" for t in after):
        return False
    return bool(after) and after[0].lower_ in ("of", "about")


def _own_hand(scene: Scene, token: Token, end: int, actors: tuple[Voice, ...]) -> bool:
    """True when the harm is to come from the speaker: warned of consequences, warned that he would respond."""
    for word in scene.reading.doc[token.i : end]:
        if word.lower_ in ("consequences", "retaliation", "response", "sanctions", "tariffs", "measures"):
            return True
        if word.lower_ in WILL and _own_subject(scene, word, actors) and not denied(word):
            return True
    return False


def _own_subject(scene: Scene, modal: Token, actors: tuple[Voice, ...]) -> bool:
    subject = scene.named_by(next((c for c in modal.head.children if c.dep_.startswith("nsubj")), None))
    return bool(subject) and bool({v.side for v in subject if v.side} & {v.side for v in actors})


def _analysts(verb: Token) -> bool:
    return any(t.lower_ in ANALYSTS for t in near(verb, 8, 4))

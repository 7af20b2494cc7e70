"""Agreements and concessions. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near
from demarche.reports.offers.aid import thanked
from demarche.reports.offers.make import offer, sides
from demarche.reports.offers.words import CONTACTS, EASED, PACTS, VIEWS
from demarche.reports.pressures.measures import topic
from demarche.reports.statements.syntax import conditional, negated
from demarche.reports.statements.voices import Voice, unique

#: what one side announces or approves by itself
_ONE_SIDED = frozenset(["package", "programme", "program", "plan", "document", "documents", "roadmap"])
_ROUTINE = frozenset(
    [
        "remain",
        "stay",
        "keep",
        "maintain",
        "intensify",
        "deepen",
        "strengthen",
        "work",
        "discuss",
        "coordinate",
        "consult",
        "expand",
        "advance",
        "explore",
    ]
)


def agreed(scene: Scene, token: Token) -> Deed | None:
    """Two sides agree to do something, or on something; not to meet, not on a view."""
    after = near(token, 0, 7)[1:]
    if any(c.dep_ in ("aux:pass", "nsubj:pass") for c in token.children):
        return _pact(scene, token, "agreed", "accepted", 1)
    if negated(token) or conditional(token) or not after or token.dep_ == "amod":
        return None
    if after[0].lower_ not in ("to", "on", "upon", "over", "by") or _told_to(token):
        return None
    if any(t.lower_ in ("fine", "plea", "guilty", "lawsuit") for t in after):
        return None
    if (
        any(t.lower_ in VIEWS for t in after[: 4 if after[0].lower_ in ("on", "upon") else 3])
        or _contact(after)
        or _routine(after)
    ):
        return None
    actors = scene.doers(token)
    if len(actors) < 2:
        actors = unique([*actors, *scene.abroad(token.sent.start, token.i, actors)]) if actors else actors
    if not actors or (len(sides(actors)) < 2 and not _other_party(scene, token, actors, after)):
        return None
    return offer(scene, "agreement", "agreed", token, actors, (), status="accepted")


def _other_party(scene: Scene, token: Token, actors: tuple[Voice, ...], after: list[Token]) -> bool:
    """True when somebody else is there to agree with: named in the clause, or before it when a deed is agreed to."""
    if not any(v.side or v.kind == "person" for v in actors):
        return False
    if scene.abroad(token.i, token.sent.end, actors):
        return True
    return (
        any(v.side for v in actors)
        and after[0].lower_ == "to"
        and bool(scene.counterpart(token.i, token.sent.end, actors))
    )


def _told_to(token: Token) -> bool:
    """True for "until 8 August to agree to a truce", "urged B to agree": nobody has agreed yet."""
    before = near(token, 2, 0)[:-1]
    return token.tag_ == "VB" and any(t.lower_ == "to" for t in before[-1:])


def _routine(after: list[Token]) -> bool:
    """True for what all sides always agree on: to remain in touch, to keep working together, to deepen ties."""
    first = after[1].lower_ if len(after) > 1 and after[0].lower_ == "to" else ""
    if first == "continue":
        return not {t.lower_ for t in after} & {"negotiations", "coordination"}
    return first in _ROUTINE


def _contact(after: list[Token]) -> bool:
    """True when what is agreed is only to meet, to speak, to stay in touch."""
    for token in after:
        if token.lower_ == "continue":
            return False
        if token.lower_ in CONTACTS and token.lower_ != "agreement":
            return True
        if token.lower_ in ("for", "between", "in", "by", ","):
            return False
    return False


def signed(scene: Scene, token: Token) -> Deed | None:
    """Sign an agreement, a treaty, a memorandum."""
    return (
        _pact(scene, token, "signed", "done", 12)
        if near(token, 0, 1)[-1].lower_ not in ("on", "off", "up", "in")
        else None
    )


def reached(scene: Scene, token: Token) -> Deed | None:
    """Reach, conclude, come to, adopt or announce an agreement, a deal, a truce."""
    if token.lower_ in ("come", "came", "comes", "coming") and near(token, 0, 1)[-1].lower_ != "to":
        return None
    return _pact(scene, token, "reached", "accepted", 6)


def _pact(scene: Scene, token: Token, rule: str, status: str, reach: int) -> Deed | None:
    if negated(token) or token.dep_ in ("amod", "acl") or _only_wanted(token) or topic(token) or untrue(token):
        return None
    if conditional(token) or (token.tag_ == "VBG" and token.head.lemma_.lower() in _PUT_OFF):
        return None
    noun = next((t for t in near(token, 0, reach)[1:] if t.lower_ in PACTS), None)
    if noun is not None and token.lower_.startswith(("announc", "approv")) and noun.lower_ in _ONE_SIDED:
        return None
    if noun is not None and _of_harm(noun):
        return None
    passive = any(c.dep_ in ("aux:pass", "nsubj:pass") for c in token.children)
    if noun is None and passive:
        noun = next((t for t in near(token, 8, 0) if t.lower_ in PACTS), None)
    if noun is None:
        return None
    actors = () if passive else scene.doers(token)
    start, end = bounds(token)
    actors = _parties(scene, actors, start, end)
    if passive and len(sides(actors)) < 2:
        actors = scene.pair()
    if rule == "signed" and len(sides(actors)) == 1 and scene.signed_by(actors):
        actors = unique([*actors, *scene.counterpart(start, end, actors)[:1]])
    if len(sides(actors)) < 2:
        return None
    return offer(scene, "agreement", rule, token, actors, (), status=status, also=[noun])


_PUT_OFF = frozenset({"postpone", "delay", "cancel", "refuse", "avoid", "stop", "defer"})


def _of_harm(noun: Token) -> bool:
    """True for "a package of sanctions", "its tariff plan": a measure against somebody, no pact."""
    around = {t.lower_ for t in near(noun, 2, 4)}
    return bool(around & {"sanctions", "sanction", "tariffs", "tariff", "penalties", "embargo", "countermeasures"})


def _parties(scene: Scene, actors: tuple[Voice, ...], start: int, end: int) -> tuple[Voice, ...]:
    text = scene.reading.document.text
    there = [v for v in scene.abroad(start, end, actors) if v.span is None or not _place(text, v.span.start)]
    return unique([*actors, *there])[:6]


def _place(text: str, start: int) -> bool:
    """True for where it was signed: "in Kuala Lumpur", "at Geneva"."""
    return text[max(start - 8, 0) : start].endswith((" in ", " at ", " in the ", " at the "))


def untrue(token: Token) -> bool:
    """True under "it is not correct that", "denied that"."""
    before = [t.lower_ for t in token.doc[token.sent.start : token.i]]
    told = " ".join(before)
    return "not correct" in told or "not true" in told or "denied that" in told


def topic_before(token: Token) -> bool:
    """True when the sentence only talks over the pact: discussed, work on, steps towards."""
    before = {t.lower_ for t in token.doc[token.sent.start : token.i]}
    return bool(
        before & {"discussed", "discuss", "draft", "work", "working", "negotiate", "finalize", "conclusion", "talks"}
    )


def pact_noun(scene: Scene, token: Token) -> Deed | None:
    """A ceasefire or a deal between two sides, with another, brokered by a third."""
    after = near(token, 0, 8)[1:]
    words = [t.lower_ for t in after]
    if (
        not {"between", "with", "brokered"} & set(words[:2])
        or topic_before(token)
        or _possible_only(token)
        or token.dep_ in ("compound", "amod")
        or _only_wanted(token)
    ):
        return None
    if token.head.pos_ in ("VERB", "AUX") and token.head.lemma_ in (
        "discuss",
        "seek",
        "need",
        "want",
        "support",
        "reach",
        "propose",
        "offer",
        "suggest",
        "violate",
    ):
        return None
    owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
    own = scene.named_by(owner) if owner is not None else ()
    actors = _parties(scene, own, token.i, min(token.i + 14, token.sent.end))
    if len(sides(actors)) < 2:
        return None
    return offer(scene, "agreement", "pact-noun", token, actors, (), status="accepted", also=after[:6][-1:])


def _possible_only(token: Token) -> bool:
    """True for "a deal between the two was possible", "is close", "would be"."""
    tail = [t.lower_ for t in near(token, 0, 14)[1:]]
    return bool({"possible", "unlikely", "likely", "close", "remote", "near", "elusive", "would", "could"} & set(tail))


def _only_wanted(token: Token) -> bool:
    """True for "to reach a deal", "hopes for an agreement", "progress towards a truce"."""
    before = {t.lower_ for t in near(token, 7, 0)[:-1]}
    return bool(
        before
        & {"to", "hope", "hopes", "hoped", "towards", "toward", "for", "if", "could", "would", "should",
        "might", "no", "may",
           "discussed", "odds", "chance", "chances", "prospect", "prospects", "likelihood", "probability",
           "efforts", "need", "importance", "possible", "potential", "without", "must", "until", "secure"}
    )  # fmt: skip


def awaited(token: Token) -> bool:
    """True for "would give it back only when Tehran freed the crew": asked for, not done."""
    waits = any(c.lower_ in ("when", "once", "until", "till") and c.i < token.i for c in token.children)
    return waits and any(c.dep_ == "aux" and c.lower_ in ("would", "will") for c in token.head.children)


def eased(scene: Scene, token: Token) -> Deed | None:
    """Lifts sanctions, removes tariffs, releases prisoners, sends an ambassador back: gives way."""
    if negated(token) or token.pos_ not in ("VERB", "AUX") or (token.dep_ == "amod" and not scene.led(token)):
        return None
    after = near(token, 0, 8)[1:]
    if not any(t.lower_ in EASED for t in after) or awaited(token):
        return None
    if token.lower_.startswith(("send", "sent")) and not any(t.lower_ == "back" for t in after):
        return None
    before = {t.lower_ for t in near(token, 6, 0)[:-1]}
    if before & {
        "if",
        "unless",
        "should",
        "could",
        "demanded",
        "urged",
        "asked",
        "must",
        "refused",
        "whether",
        "threatened",
        "considering",
        "considers",
        "weighing",
        "mulling",
    }:
        return None
    to_come = bool(before & {"will", "would", "to", "'ll", "agreed"})
    actors = thanked(scene, token) or scene.doers(token)
    if not actors:
        return None
    _, end = bounds(token)
    recipients = scene.counterpart(token.i, end, actors)
    if not recipients:
        return None
    return offer(scene, "concession", "eased", token, actors, recipients[:2], status="open" if to_come else "done")

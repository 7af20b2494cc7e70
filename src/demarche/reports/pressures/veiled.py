"""Threats in the language of ministries: will not go unanswered, reserves the right to, will be forced to respond."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near, trimmed
from demarche.reports.pressures.conditions import condition_of
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.words import ANALYSTS, SANCTION_NOUNS
from demarche.reports.statements.syntax import negated
from demarche.reports.statements.voices import Voice

_ANSWERS = frozenset(words("respond answer retaliate act take react reply hit strike impose defend use"))
_WILL = frozenset(words("will would shall 'll ’ll may"))
_OWED = frozenset(words("apology compensation return release withdrawal explanation reparations extradition"))


def unanswered(scene: Scene, token: Token) -> Deed | None:
    """Says that a step of another side will not go unanswered, will not be left without a response."""
    lead = [t.lower_ for t in near(token, 6, 0)[:-1]]
    if not _WILL & set(lead) or not {"not", "n't", "n’t", "never"} & set(lead):
        return None
    speakers, verb = scene.speakers(token)
    recipients = scene.counterpart(token.sent.start, token.sent.end, speakers)[:1] if speakers else ()
    if not recipients or verb is None:
        return None
    return pressure(scene, "threat", "unanswered", token, speakers, recipients, also=near(token, 4, 0)[:1])


def has_to_answer(scene: Scene, token: Token) -> Deed | None:
    """Reserves the right to respond, is forced or has no choice but to take measures against another side."""
    answer = _answer(token)
    lead = {t.lower_ for t in near(token, 5, 0)[:-1]}
    needed = {"reserve", "reserves", "reserved", "reserving"} if token.lower_ == "right" else _WILL | {"have", "has"}
    if answer is None or negated(token) or not lead & needed:
        return None
    actors = scene.doers(token, state=True) or scene.doers(token.head, state=True) or scene.speakers(token)[0]
    if not actors or any(t.lower_ in ANALYSTS for t in near(token, 20, 0)):
        return None
    recipients = scene.counterpart(token.i, token.sent.end, actors)[:1]
    return pressure(scene, "threat", "has-to-answer", token, actors, recipients, also=[answer]) if recipients else None


def _answer(token: Token) -> Token | None:
    """The verb of answering that "to" opens a few words on: "to respond", "to take measures"."""
    tail = near(token, 0, 7)[1:]
    to = next((i for i, t in enumerate(tail[:5]) if t.lower_ == "to"), None)
    if to is None or to + 1 >= len(tail) or tail[to + 1].lower_ not in _ANSWERS:
        return None
    taken = {t.lower_ for t in near(token, 0, 14)} & {"measures", "steps", "action", "countermeasures", "force"}
    return tail[to + 1] if taken or tail[to + 1].lower_ not in ("take", "use") else None


def stands_by(scene: Scene, token: Token) -> Deed | None:
    """Will not stand by, sit idle or look on while another side does something."""
    tail = " ".join(t.lower_ for t in near(token, 0, 3)[1:])
    lead = {t.lower_ for t in near(token, 4, 0)[:-1]}
    if not tail.startswith(("by", "idly", "idle", "on while", "on as")) or not lead & {"not", "n't", "n’t", "never"}:
        return None
    actors = scene.doers(token, state=True) if lead & _WILL else ()
    recipients = scene.abroad(token.i, token.sent.end, actors)[:1] if actors else ()
    return pressure(scene, "threat", "stands-by", token, actors, recipients) if recipients else None


def will_follow(scene: Scene, token: Token) -> Deed | None:
    """Says that sanctions will follow if another side goes on."""
    subject = next((c for c in token.children if c.dep_.startswith("nsubj")), None)
    if subject is None or subject.lower_ not in SANCTION_NOUNS or not _WILL & {t.lower_ for t in near(token, 3, 0)}:
        return None
    whole = trimmed(scene.reading, token.sent.start, token.sent.end)
    speakers, verb = scene.speakers(token)
    if condition_of(scene.reading, whole) is None or verb is None:
        return None
    recipients = scene.counterpart(token.sent.start, token.sent.end, speakers)[:1] if speakers else ()
    return pressure(scene, "threat", "will-follow", token, speakers, recipients) if recipients else None


def wants_owed(scene: Scene, token: Token) -> Deed | None:
    """Wants an apology, compensation or the return of something from another side."""
    tail = [t.lower_ for t in near(token, 0, 5)[1:]]
    if not _OWED & set(tail[:4]) or negated(token) or token.pos_ == "NOUN" or token.dep_ == "amod":
        return None
    actors = scene.doers(token)
    recipients = scene.abroad(token.i, bounds(token)[1], actors)[:1] if actors else ()
    return pressure(scene, "demand", "wants-owed", token, actors, recipients) if recipients else None


def expects_of(scene: Scene, token: Token) -> Deed | None:
    """A state or a body expects another side to hand over, release, withdraw, comply."""
    tail = near(token, 0, 12)[1:]
    to = next((t for t in tail if t.lower_ == "to" and t.i > token.i + 1), None)
    if to is None or to.nbor().lower_ not in _OBEYED or token.tag_ not in ("VBZ", "VBP", "VBD") or negated(token):
        return None
    actors = tuple(v for v in scene.doers(token, strict=True) if v.kind in ("state", "institution"))
    recipients: tuple[Voice, ...] = scene.abroad(token.i, to.i, actors)[:1] if actors else ()
    return pressure(scene, "demand", "expects-of", token, actors, recipients) if recipients else None


_OBEYED = frozenset(words("hand release free withdraw comply cease stop apologise apologize respect extradite return"))

"""Duties told of by themselves: US tariffs on Swiss goods took effect, India faces a 50 per cent duty in America."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.words import SANCTION_NOUNS

_DUTIES = SANCTION_NOUNS - frozenset(words("quota quotas expulsion designation designations closure suspension"))
#: how a verb goes on when a duty begins, by its first letter: take effect, come into force, kick in, rise to
_BEGINNING: dict[str, tuple[str, ...]] = {
    "t": ("effect",), "c": ("into force", "into effect"), "k": ("in",), "r": ("to",), "g": ("into effect", "up to"),
    "e": ("force",), "w": ("into effect", "up to"),
}  # fmt: skip
_UNREAL = frozenset(words("if unless could might may would should whether not n't never"))


def came_into_force(scene: Scene, token: Token) -> Deed | None:
    """The duties of one side on another's goods take effect, come into force, kick in, rise."""
    tail = " ".join(t.lower_ for t in near(token, 0, 3)[1:])
    if not any(p in tail for p in _BEGINNING.get(token.lower_[:1], ())):
        return None
    noun = next((t for t in reversed(near(token, 14, 0)[:-1]) if t.lower_ in _DUTIES), None)
    if noun is None or {t.lower_ for t in near(token, 4, 0)} & _UNREAL:
        return None
    left = noun.left_edge.i
    actors = scene.abroad(left, noun.i, ())[:1] or scene.speakers(token)[0]
    recipients = scene.abroad(noun.i, token.i, actors) if actors else ()
    recipients = recipients or (scene.abroad(token.i, bounds(token)[1], actors) if actors else ())
    if not recipients:
        return None
    to_come = token.lower_.startswith("ris") or "will" in {t.lower_ for t in near(token, 3, 0)}
    status = "pending" if to_come else "imposed"
    return pressure(scene, "sanction", "came-into-force", token, actors, recipients[:2], status=status, also=[noun])


def faces_duty(scene: Scene, token: Token) -> Deed | None:
    """One side faces a duty on what it sells to another, which the clause names."""
    tail = near(token, 0, 9)[1:]
    lead = {t.lower_ for t in near(token, 4, 0)[:-1]}
    if lead & _UNREAL or not {t.lower_ for t in tail} & _DUTIES or token.tag_ not in ("VBZ", "VBP", "VBD", "VB", "VBG"):
        return None
    recipients = tuple(v for v in scene.doers(token, strict=True) if v.side)
    noun = next((t for t in tail if t.lower_ in _DUTIES), token)
    actors = scene.abroad(noun.i, bounds(token)[1], recipients)[:1] if recipients else ()
    if not actors:
        return None
    return pressure(scene, "sanction", "faces-duty", token, actors, recipients, status="pending")

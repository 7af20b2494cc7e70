"""Costs that a set phrase or a vow tells: hit with duties, declared unwelcome, vowed revenge."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.scene import told
from demarche.reports.common.spans import bounds, near, trimmed
from demarche.reports.pressures.conditions import condition_of
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.sanctions import sanction
from demarche.reports.pressures.words import ANALYSTS, SANCTION_NOUNS
from demarche.reports.statements.syntax import conditional, negated
from demarche.reports.statements.voices import Voice

_REVENGE = frozenset(words("avenge retaliate punish respond strike hit retaliation revenge response vengeance reprisals"
                           " reprisal punishment countermeasures"))  # fmt: skip
_HARD = frozenset(words("crushing harsh swift severe painful devastating decisive tough forceful strong firm stern"))
_SHUT = frozenset(words("shut closed blocked place frozen barred out suspended force"))


def hit_with(scene: Scene, token: Token) -> Deed | None:
    """Hits, slaps or threatens another side with duties, tariffs, sanctions, a ban."""
    found = [t.lower_ for t in near(token, 0, 16)[1:]]
    at = found.index("with") if "with" in found[:7] else None
    if at is None or not SANCTION_NOUNS & set(found[at : at + 9]):
        return None
    return sanction(scene, token, "hit-with", whole=True)


def declared_unwelcome(scene: Scene, token: Token) -> Deed | None:
    """Declares an envoy or a minister persona non grata, undesirable, unwelcome."""
    found = " ".join(t.lower_ for t in near(token, 0, 14)[1:])
    if not any(w in found for w in ("persona non grata", "personae non gratae", "undesirable", "unwelcome")):
        return None
    return sanction(scene, token, "declared-unwelcome", whole=True)


def listed_as(scene: Scene, token: Token) -> Deed | None:
    """Lists or brands a body of another side as terrorist."""
    found = [t.lower_ for t in near(token, 0, 14)[1:]]
    terror = any(w.startswith("terror") for w in found) and "as" in found
    return sanction(scene, token, "listed-as", whole=True) if terror else None


_EASES = frozenset({"lift", "ease", "drop", "remove", "waive", "scrap", "end"})


def vowed_harm(scene: Scene, token: Token) -> Deed | None:
    """Vows, promises or swears revenge, retaliation, a crushing response."""
    after = [t.lower_ for t in near(token, 0, 7)[1:]]
    if negated(token) or conditional(token) or token.dep_ == "amod" or _EASES & set(after[:3]):
        return None
    meant = next((i for i, w in enumerate(after) if w in _REVENGE), None)
    if meant is None or (after[meant] in ("response", "respond", "hit", "strike") and not _HARD & set(after)):
        return None
    actors = scene.doers(token)
    recipients = scene.counterpart(token.i, bounds(token)[1], actors) if actors else ()
    if not recipients:
        return None
    return pressure(scene, "threat", "vowed-harm", token, actors, recipients[:1])


def kept_until(scene: Scene, token: Token) -> Deed | None:
    """Will not let, pay or reopen until, will keep it shut unless: a cost that lasts till another side gives way."""
    lead = [t.lower_ for t in near(token, 5, 0)[:-1]]
    if not {"will", "would", "wo", "'ll", "’ll"} & set(lead) or told(token):
        return None
    kept = token.lower_ in ("keep", "stay", "remain", "leave") and bool(_SHUT & {t.lower_ for t in near(token, 0, 7)})
    held = _only_once(token) or (
        bool({"not", "n't", "n’t", "no", "only"} & set(lead)) and token.lower_ not in ("keep", "stay", "remain")
    )
    whole = trimmed(scene.reading, token.sent.start if kept else token.i, token.sent.end)
    condition = condition_of(scene.reading, whole)
    till = condition is not None and (kept or _till(scene, condition.start))
    if not (kept or held) or not (till or _only_once(token)):
        return None
    actors, verb = _who(scene, token)
    if not actors or (verb is not None and any(t.lower_ in ANALYSTS for t in near(verb, 8, 4))):
        return None
    recipients = scene.counterpart(token.i, token.sent.end, actors)
    return pressure(scene, "threat", "kept-until", token, actors, recipients[:1]) if recipients else None


def _only_once(token: Token) -> bool:
    """True for "will be made only once", "will give it back only when"."""
    tail = [t.lower_ for t in near(token, 5, 9)]
    return any(a == "only" and b in ("once", "when", "if", "after") for a, b in pairwise(tail))


def _till(scene: Scene, start: int) -> bool:
    lead = scene.reading.document.text[max(start - 8, 0) : start].strip().lower()
    return lead.endswith(("until", "till", "unless"))


def _who(scene: Scene, token: Token) -> tuple[tuple[Voice, ...], Token | None]:
    """Whose hand it is: the doer of the deed with a side, else whoever is said to have said it."""
    speakers, verb = scene.speakers(token)
    doers = tuple(v for v in scene.doers(token, strict=True) if v.side)
    return doers or speakers, verb


def preparing(scene: Scene, token: Token) -> Deed | None:
    """Is preparing, readying or drawing up sanctions or duties on another side."""
    found = [t.lower_ for t in near(token, 0, 9)[1:]]
    noun = next((i for i, w in enumerate(found) if w in SANCTION_NOUNS and w not in ("quota", "quotas")), None)
    if noun is None or token.tag_ not in ("VBG", "VBZ", "VBD", "VBN") or negated(token) or token.dep_ == "amod":
        return None
    if not {"on", "against"} & set(found[noun : noun + 3]) or (token.lower_.startswith("dr") and "up" not in found[:1]):
        return None
    actors = scene.doers(token)
    recipients = scene.abroad(token.i, bounds(token)[1], actors) if actors else ()
    return pressure(scene, "threat", "preparing", token, actors, recipients[:2]) if recipients else None


def listed_demands(scene: Scene, token: Token) -> Deed | None:
    """Presents another side with a list of demands."""
    found = [t.lower_ for t in near(token, 0, 10)[1:]]
    if "demands" not in found or not {"with", "to"} & set(found) or negated(token):
        return None
    actors = scene.doers(token)
    recipients = scene.abroad(token.i, bounds(token)[1], actors) if actors else ()
    return pressure(scene, "demand", "listed-demands", token, actors, recipients[:1]) if recipients else None

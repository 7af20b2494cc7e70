"""Pledges: what one side says it will do for another. A rule's docstring is what the user reads."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from demarche.reports.common import Deed, Scene
from demarche.reports.common.forms import by_form
from demarche.reports.common.scene import told
from demarche.reports.common.spans import bounds, near
from demarche.reports.offers.make import offer
from demarche.reports.offers.words import AID_NOUNS, COMMITTED, CONTACTS, GIVING
from demarche.reports.pressures.measures import harms
from demarche.reports.statements.syntax import negated
from demarche.reports.statements.voices import Voice

_GIVING = by_form(GIVING)
_WILL = ("will", "'ll", "’ll", "shall")
_ROUTINE = frozenset(
    {"interaction", "discuss", "discussing", "discussions", "working", "closely", "communicate", "engage"}
)
_OWN = ("its", "their", "his", "her", "our")
_READY = ("ready", "prepared", "willing")


def promised(scene: Scene, token: Token) -> Deed | None:
    """Pledges, promises, vows or guarantees something that is no harm."""
    after = near(token, 0, 10)[1:]
    hanging = token.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.children)
    if hanging and (token.dep_ == "acl" or near(token, 1, 0)[0].lower_ == "by" or token.lower_ == "undertaking"):
        return None  # "a law guaranteeing free movement", "by guaranteeing fair trials"
    if negated(token) or not after or token.dep_ == "amod" or _noun(token) or _harmful(after) or _contact(after[:6]):
        return None
    if after[0].lower_ in ("nothing", "little", "more", "not", "never") or (
        after[0].lower_ == "to" and after[1:2] and after[1].lower_ == "be"
    ):
        return None
    if after[0].text in (",", ".", "”", '"') and len(after) < 3:
        return None
    return _pledge(scene, token, "promised", scene.doers(token), loose=True)


def promise_noun(scene: Scene, token: Token) -> Deed | None:
    """Somebody's promise or guarantee to do something."""
    owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
    after = near(token, 0, 3)[1:]
    if owner is None or not after or after[0].lower_ not in ("to", "that", "of") or token.pos_ == "VERB":
        return None
    if after[0].lower_ == "to" and (len(after) < 2 or after[1].pos_ not in ("VERB", "AUX")):
        return None
    return _pledge(scene, token, "promise-noun", scene.named_by(owner), loose=True, also=[owner])


def committed(scene: Scene, token: Token) -> Deed | None:
    """Is committed to provide something, reaffirms a commitment to provide it, to cooperate."""
    after = near(token, 0, 5)[1:]
    if not after or after[0].lower_ != "to" or len(after) < 2 or after[1].lower_ not in COMMITTED or negated(token):
        return None
    if _harmful(near(token, 0, 9)[1:]) or {t.lower_ for t in near(token, 0, 8)} & _ROUTINE:
        return None
    actors = scene.doers(token, state=True) if token.lower_ == "committed" else _holders(scene, token)
    return _pledge(scene, token, "committed", actors, loose=True)


def _holders(scene: Scene, noun: Token) -> tuple[Voice, ...]:
    """Who holds a commitment: its owner by name, else the doer of the verb it hangs on."""
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss"), None)
    if owner is not None and (named := scene.named_by(owner)):
        return named
    head = noun.head
    return scene.doers(head) if head.pos_ in ("VERB", "AUX") else ()


def will_give(scene: Scene, token: Token) -> Deed | None:
    """Will support, provide, help, remove: a deed to come for another side's good, told by the one who will do it."""
    before = [t.lower_ for t in near(token, 7, 0)[:-1]]
    ready = any(w in before for w in _READY)
    said = "would" in before[-2:] and any(told(a) for a in token.ancestors)
    if (
        not (ready or said or _meant(before) or any(w in before for w in _WILL))
        or token.pos_ not in ("VERB", "AUX", "NOUN")
        or only_then(token)
        or _unreal(before)
        or (token.lower_ in ("protect", "defend", "secure") and near(token, 0, 1)[-1].lower_ in _OWN)
        or (token.lower_ == "restore" and _penal(near(token, 0, 4)))
    ):
        return None
    if (
        token.tag_ not in ("VB", "VBP", "NN")
        or token.dep_ in ("obj", "obl", "nmod")
        or "have" in before[-2:]
        or _courtesy(near(token, 0, 12)[1:])
        or harms(token)
        or _contact(near(token, 0, 6)[1:])
    ):
        return None
    modal = next(t for t in reversed(near(token, 7, 0)[:-1]) if t.lower_ in (*_WILL, *_READY, *_MEANING, "would"))
    actors = _subject(scene, token, modal)
    if not actors or not _own_word(scene, token, actors):
        return None
    return _pledge(scene, token, "will-give", actors, loose=True, also=[modal])


def only_then(token: Token) -> bool:
    """True for "will give it back only when": held back, not held out."""
    tail = [t.lower_ for t in near(token, 0, 12)]
    return any(a == "only" and b in ("when", "once", "if", "after") for a, b in pairwise(tail))


_MEANING = ("intends", "intend", "plans", "is", "are")


def _meant(before: list[str]) -> bool:
    """True for "intends to supply", "is to deliver"."""
    return before[-1:] == ["to"] and before[-2:-1] != [] and before[-2] in _MEANING


def _courtesy(after: list[Token]) -> bool:
    """True for joining a delegation, building on ties: what every readout says."""
    words = [t.lower_ for t in after]
    return words[:1] in (["on"], ["together"]) or bool(
        {
            "delegation",
            "condolences",
            "ties",
            "partnership",
            "friendship",
            "awards",
            "award",
            "medal",
            "decorations",
            "opinions",
            "views",
        }
        & set(words)
    )


def _subject(scene: Scene, token: Token, modal: Token) -> tuple[Voice, ...]:
    if modal.lower_ in _READY:
        return scene.doers(modal, state=True, strict=True) or scene.doers(token, strict=True)
    return scene.doers(token, strict=True) or (scene.doers(modal, strict=True) if modal.i == token.i - 1 else ())


def _own_word(scene: Scene, token: Token, actors: tuple[Voice, ...]) -> bool:
    """True when nobody else says it: another side's word about it would be a forecast."""
    speakers, verb = scene.speakers(token)
    if verb is None or not speakers:
        return True
    known = {v.side for v in speakers if v.side}
    return not known or bool(known & {v.side for v in actors}) or not any(v.side for v in actors)


def _unreal(before: list[str]) -> bool:
    return bool({"if", "whether", "that's", "which", "who", "not", "n't", "discussed", "how"} & set(before))


def announced(scene: Scene, token: Token) -> Deed | None:
    """Announces aid, a fund, a programme for another side."""
    after = near(token, 0, 14)[1:]
    if token.dep_ == "amod" or negated(token):
        return None
    words = {t.lower_ for t in after}
    given = words & (AID_NOUNS - {"plan", "care", "million", "billion"})
    if not given or words & {"sanctions", "tariffs", "sanction"}:
        return None
    if token.lower_ == "announcement":
        owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        return _pledge(scene, token, "announced", scene.named_by(owner), loose=True, also=after[-1:])
    return _pledge(scene, token, "announced", scene.doers(token), loose=True)


def _pledge(
    scene: Scene, token: Token, rule: str, actors: tuple[Voice, ...], *, loose: bool, also: list[Token] | None = None
) -> Deed | None:
    if not actors:
        return None
    _, end = bounds(token)
    right = max(end, min(token.i + 8, token.sent.end))
    taker = scene.abroad(token.i, right, actors)
    if not taker and loose:
        running = token.i and token.doc[token.i - 1].lower_ in ("he", "she", "it", "they")
        taker = scene.counterpart(token.i, right, actors, close=not running)[: 1 if running else None]
    if not taker or not any(v.side or v.kind == "person" for v in actors):
        return None
    return offer(scene, "pledge", rule, token, actors, taker[:3], also=also or ())


_PENALTIES = frozenset({"sanctions", "tariffs", "countermeasures", "embargo", "boycott", "duties"})
_EASED = ("lift", "eas", "drop", "remov", "waiv", "scrap", "end", "suspend", "reduc", "cut", "roll")


def _penal(after: list[Token]) -> bool:
    """True for what harms by its name, "vowed countermeasures"; not for "vowed to lift sanctions"."""
    named = any(t.lower_ in _PENALTIES for t in after)
    return named and not any(t.lower_.startswith(_EASED) for t in after)


def _harmful(after: list[Token]) -> bool:
    if _penal(after[:8]):
        return True
    return any(harms(t) for t in after if t.pos_ in ("VERB", "NOUN")) or any(
        t.lower_ in ("retaliation", "revenge", "avenge", "consequences", "response", "retaliate", "punish", "fight")
        for t in after
    )


def _contact(after: list[Token]) -> bool:
    return any(t.lower_ in CONTACTS for t in after)


def _noun(token: Token) -> bool:
    before = near(token, 1, 0)[0]
    return token.pos_ == "NOUN" or (before != token and before.pos_ in ("DET", "ADJ"))

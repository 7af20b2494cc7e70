"""Sanctions: measures of cost adopted or in force. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.common import Deed, Scene
from demarche.reports.common.forms import by_form
from demarche.reports.common.spans import bounds, near
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.measures import denied, topic
from demarche.reports.pressures.words import DEED_NOUNS, DEEDS, IMPOSING, SANCTION_NOUNS, SANCTIONING, WILL
from demarche.reports.statements.demonyms import demonyms_in
from demarche.reports.statements.syntax import objects_of, relative
from demarche.reports.statements.voices import Voice

_IMPOSING = by_form(IMPOSING)
_SANCTIONING = by_form(SANCTIONING)
_DEEDS = by_form(DEEDS)
_TO_COME = frozenset({*WILL, "if", "unless", "whether", "to", "threatened", "threatens"})


def imposed(scene: Scene, token: Token) -> Deed | None:
    """Imposes, levies, adopts, announces sanctions, tariffs, an embargo, export controls against another side."""
    if token.lower_.startswith("announc") and near(token, 0, 1)[-1].lower_ == "that":
        return None  # "announces that the tariffs are delayed": the clause has a verb of its own
    noun = _object(token, SANCTION_NOUNS, 12)
    if noun is None or (noun.i > token.i and any(t.lower_.startswith(_EASED) for t in token.doc[token.i : noun.i])):
        return None  # "announces it will cut import duties"
    return sanction(scene, token, "imposed")


_EASED = ("cut", "lower", "reduc", "lift", "eas", "scrap", "remov", "drop", "waiv", "end", "exempt")


def sanctioned(scene: Scene, token: Token) -> Deed | None:
    """Sanctions, designates or blacklists people, companies or ships of another side."""
    if token.pos_ not in ("VERB", "AUX") and not token.lower_.endswith(("ed", "ing")) and not _headline(scene, token):
        return None
    if token.lower_ in ("sanctioned", "designated") and token.dep_ in ("amod", "acl"):
        return None
    return sanction(scene, token, "sanctioned")


def _headline(scene: Scene, token: Token) -> bool:
    """True for a present that the tagger took for a plural: "the EU sanctions fourteen Iranian firms"."""
    after = near(token, 0, 1)[-1]
    named = after.pos_ in ("ADJ", "PROPN") and bool(scene.reading.actor_at(after.i) or after.text[:1].isupper())
    opened = after.pos_ in ("DET", "NUM", "PRON") or named or after.lower_ in _SOME
    return token.lower_ == "sanctions" and after.i > token.i and opened and scene.led(token)


_SOME = frozenset({"several", "more", "further", "additional", "dozens", "hundreds", "top", "senior", "former"})


def cut_off(scene: Scene, token: Token) -> Deed | None:
    """Expels diplomats, recalls an ambassador, bans imports, freezes assets, closes a border, ends a treatment."""
    noun_like = token.pos_ == "NOUN" or (token.i and token.doc[token.i - 1].pos_ in ("DET", "ADJ", "NUM"))
    table = DEEDS[_DEEDS[token.lower_]]
    noun = _object(token, table, 7)
    if noun_like or noun is None or _elsewhere(token, noun, table):
        return None
    return sanction(scene, token, "cut-off")


def _its_own(scene: Scene, token: Token) -> bool:
    """True where a state bars its own: "bans all American flights over Iran"."""
    sides = {v.side for v in scene.doers(token) if v.side}
    named = next((m.side for m in scene.reading.actors_in(token.i + 1, token.i + 5)), None)
    told = named or next((v.side for v in demonyms_in(token.doc, token.i + 1, min(token.i + 5, token.sent.end))), None)
    return told is not None and told in sides


def _elsewhere(token: Token, noun: Token, table: frozenset[str]) -> bool:
    """True where the verb has another object: "closed two power plants near the border"."""
    things = [o for o in objects_of(token) if token.i < o.i < noun.i]
    if not things or any(o.lower_ in table for o in things):
        return False
    between = token.doc[things[0].i + 1 : noun.i]
    return any(t.pos_ == "ADP" and t.lower_ not in ("of", "in") for t in between)


def added_to_list(scene: Scene, token: Token) -> Deed | None:
    """Adds companies to a list of entities under controls."""
    words = [t.lower_ for t in near(token, 0, 10)]
    return sanction(scene, token, "added-to-list") if "entity" in words and "list" in words else None


def lets_none_through(scene: Scene, token: Token) -> Deed | None:
    """Lets no lorries through at a crossing."""
    words = [t.lower_ for t in near(token, 0, 5)]
    return sanction(scene, token, "lets-none-through") if "no" in words[:2] and "through" in words else None


def not_invited(scene: Scene, token: Token) -> Deed | None:
    """Announces that another side will not be invited, that payments to it will cease."""
    before = [t.lower_ for t in near(token, 4, 0)]
    uninvited = token.lower_ == "invited" and "not" in before and ("will" in before or "be" in before)
    if not uninvited and not (token.lower_ == "cease" and {"payments", "subsidies", "aid"} & {*before, *_words(token)}):
        return None
    actors, verb = scene.speakers(token)
    start, end = bounds(token)
    recipients = scene.abroad(start, end, actors) or scene.abroad(token.sent.start, token.sent.end, actors)
    return (
        pressure(scene, "sanction", "not-invited", token, actors, recipients[:1], status="imposed")
        if (actors and recipients and verb is not None)
        else None
    )


def _words(token: Token) -> set[str]:
    return {t.lower_ for t in near(token, 9, 0)}


def signed_order(scene: Scene, token: Token) -> Deed | None:
    """Signs or issues an executive order or a proclamation, or signs a law, against another side."""
    window = near(token, 0, 7)
    law = token.lower_.startswith("sign") and any(t.lower_ in ("law", "bill", "legislation") for t in window)
    if law and {t.lower_ for t in near(token, 0, 16)} & {"sanctions", "embargo", "tariffs"}:
        return sanction(scene, token, "signed-order")
    if not any(t.lower_ in ("order", "proclamation", "decree") for t in window):
        return None
    tail = near(token, 0, 34)
    costs = {"sanctions", "tariffs", "blocking", "duty", "import", "imports", "property", "pressure", "treatment",
             "tariff", "emergency", "restrictions"}  # fmt: skip
    return sanction(scene, token, "signed-order") if any(t.lower_ in costs for t in tail) else None


def sanction_noun(scene: Scene, token: Token) -> Deed | None:
    """Another side's adoption of sanctions, our designations of companies, the expulsion of a diplomat."""
    owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
    if owner is None or token.pos_ == "VERB":
        return None
    words = {t.lower_ for t in near(token, 0, 8)[1:]}
    verb = DEED_NOUNS[token.lower_]
    if verb in ("adopt", "impose") and not words & SANCTION_NOUNS:
        return None
    if verb == "expel" and not words & DEEDS["expel"]:
        return None
    actors = scene.named_by(owner)
    recipients = _recipients(scene, token, actors)
    if not actors or not recipients:
        return None
    first = min(owner.left_edge.i, token.i)
    return pressure(
        scene, "sanction", "sanction-noun", token, actors, recipients, also=[scene.reading.doc[first]], status="imposed"
    )


def sanction(scene: Scene, token: Token, rule: str, *, whole: bool = False) -> Deed | None:
    """A sanction of the verb's doer against another side; none when it is only to come, denied or talked about."""
    before = near(token, 4, 0)[:-1]
    if before and before[-1].lower_ == "police":
        return None
    words = {t.lower_ for t in before}
    to_come = words & _TO_COME and token.tag_ not in ("VBD", "VBZ")
    to_come = to_come and not _in_hand(token) and not _under_way(token)
    if (
        words
        & {"if", "unless", "discussed", "discuss", "consider", "considering", "considers", "recommends", "recommend"}
        or to_come
        or denied(token)
        or topic(token)
        or (_past_participle_alone(token) and not scene.led(token))
        or (token.tag_ == "VBG" and token.dep_ == "acl" and token.head.lower_ in _DRAFTS)
        or (token.lower_.endswith("ing") and near(token, 0, 1)[-1].lower_ == "of")
        or (token.lower_.startswith(("ban", "bar")) and _its_own(scene, token))
    ):
        return None
    actors = tuple(v for v in _imposers(scene, token) if v.known or v.side or _body(v))
    if not actors:
        return None
    recipients = _recipients(scene, token, actors)
    if not recipients:
        return None
    status = "pending" if _in_hand(token) else "imposed"
    tail = [token.sent[-1]] if whole else []
    return pressure(scene, "sanction", rule, token, actors, recipients, status=status, also=tail)


_DRAFTS = frozenset({"draft", "resolution", "bill", "proposal", "plan", "motion", "idea"})


def _body(voice: Voice) -> bool:
    """True for a state, a body, or a bare name that can only be one: "the Security Council"."""
    named = {"Council", "Commission", "Union", "Parliament", "Assembly", "Congress", "Government", "Ministry"}
    return voice.kind in ("state", "institution") or bool(named & set(voice.name.split()))


def _imposers(scene: Scene, token: Token) -> tuple[Voice, ...]:
    doers = scene.doers(token)
    if doers:
        return doers
    speakers, verb = scene.speakers(token)
    return speakers if verb is not None and verb.lower_.startswith("announc") else ()


def _in_hand(token: Token) -> bool:
    """True for "is working on imposing", "taking action to impose"."""
    before = [t.lower_ for t in near(token, 4, 0)[:-1]]
    return bool({"working", "preparing", "proposed", "proposes"} & set(before))


def _under_way(token: Token) -> bool:
    """True for "taking action to impose", "has taken steps to ban", "moved to expel", "decided to suspend"."""
    before = [t.lower_ for t in near(token, 4, 0)[:-1]]
    if "in order" in " ".join(before):
        return False
    return bool(
        {
            "steps",
            "action",
            "moved",
            "acted",
            "proclamation",
            "order",
            "decided",
            "voted",
            "begun",
            "began",
            "started",
        }
        & set(before)
    )


def _past_participle_alone(token: Token) -> bool:
    """True for "sanctions imposed by …": background, not news."""
    if token.tag_ not in ("VBN", "VBD") or token.dep_ not in ("acl", "amod", "acl:relcl"):
        return False
    return not any(c.dep_.startswith("nsubj") and not relative(c) for c in token.children)


def _object(token: Token, table: frozenset[str], reach: int) -> Token | None:
    """The first word of the table after the verb in its clause, or before a passive."""
    for word in near(token, 0, reach)[1:]:
        if word.text in (";", ":") or word.lower_ in ("which", "who", "whether", "if", "unless", "discussed"):
            break
        if word.lower_ in table:
            return word
    if any(c.dep_ == "aux:pass" for c in token.children):
        return next((w for w in near(token, 7, 0) if w.lower_ in table), None)
    return None


def _recipients(scene: Scene, token: Token, actors: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The other sides of the clause, of its sentence, else of the text before or of the title."""
    _, end = bounds(token)
    meanwhile = next((t.i for t in token.doc[token.i : end] if t.lower_ in ("while", "whereas")), end)
    return scene.counterpart(token.i, meanwhile, actors)[:2]

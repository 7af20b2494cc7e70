"""Forecasts: someone says what is likely to happen. A rule's docstring is what the user reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from demarche.model import Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.forms import by_form, forms_of
from demarche.reports.common.spans import bounds, clause_span, near, trimmed
from demarche.reports.forecasts import chances
from demarche.reports.forecasts.make import forecast
from demarche.reports.forecasts.opinions import described, opinion, we_reckon
from demarche.reports.forecasts.words import (
    CONTACT_NOUNS,
    CONTACT_VERBS,
    EXPECTING,
    FORETELLERS,
    FUTURE,
    SAYING,
    SURE,
)
from demarche.reports.pressures.measures import harms
from demarche.reports.pressures.threats import warned
from demarche.reports.statements.syntax import negated, subject_of
from demarche.reports.statements.voices import Voice

Rule = Callable[[Scene, Token], Deed | None]
_CONTACT_FORMS = by_form(CONTACT_VERBS)


def expected(scene: Scene, token: Token) -> Deed | None:
    """Expects, predicts, forecasts, reckons that something will happen; "is expected by markets to"."""
    if (
        _weather(token)
        or token.dep_ == "amod"
        or (token.dep_ == "acl" and token.tag_ == "VBN")
        or (_noun(token) and not scene.led(token))
        or _wished(token)
    ):
        return None
    if by_form(("bet",)).get(token.lower_) and near(token, 0, 1)[-1].lower_ != "that":
        return None
    after = near(token, 0, 7)[1:]
    if (
        len(after) < 3
        or _contact(after)
        or (after[0].lower_ in ("you", "us", "your", "from", "by") and not _agent(after))
    ):
        return None
    actors = _foretellers(scene, token)
    if not actors or (token.lower_.startswith("expect") and _orders(after, actors)):
        return None
    _, end = bounds(token)
    return forecast(
        scene.reading, "expected", actors, _evidence(scene, token), trimmed(scene.reading, token.i + 1, end)
    )


def _agent(after: list[Token]) -> bool:
    """True for "is expected by markets to"."""
    return after[0].lower_ == "by" and any(t.lower_ in FORETELLERS for t in after[:4])


def _orders(after: list[Token], actors: tuple[Voice, ...]) -> bool:
    """True for a state that "expects this practice to cease": a request."""
    ordering = {
        "cease",
        "stop",
        "comply",
        "withdraw",
        "respect",
        "apologise",
        "apologize",
        "answer",
        "reply",
        "explain",
        "brought",
        "hand",
        "release",
        "free",
        "extradite",
        "held",
        "punished",
    }
    return any(t.lower_ in ordering for t in after) and any(v.kind in ("state", "institution") for v in actors)


def _evidence(scene: Scene, token: Token) -> Span:
    if any(c.dep_ == "aux:pass" for c in token.children):
        return trimmed(scene.reading, token.sent.start, token.sent.end)
    return clause_span(scene.reading, token)


def _foretellers(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """Who expects it: an actor, or analysts and experts without a name; the agent of a passive."""
    passive = any(c.dep_ == "aux:pass" for c in token.children)
    if not passive:
        doers = scene.doers(token, strict=True)
        if doers:
            return doers
    named = next((t for t in near(token, 6, 6) if t.lower_ in FORETELLERS), None)
    if named is not None:
        return described(scene, named)
    if passive:
        return scene.speakers(token)[0] if _told_by(token) else ()
    return scene.doers(token)


def _told_by(token: Token) -> bool:
    return any(t.lower_ == "according" for t in token.sent)


def warned_of(scene: Scene, token: Token) -> Deed | None:
    """Warns of something or that something will happen, nobody being addressed."""
    after = near(token, 0, 5)[1:]
    if (
        _weather(token)
        or {"regarded", "treated", "met", "considered"} & {t.lower_ for t in near(token, 0, 16)}
        or _noun(token)
        or negated(token)
        or not after
        or near(token, 1, 0)[0].lower_ == "had"
        or warned(scene, token) is not None
    ):
        return None
    if after[0].lower_ not in ("of", "that", "the", "about") and after[0].pos_ not in ("DET", "ADJ", "NOUN", "PROPN"):
        return None
    if after[0].lower_ in ("of", "that", "about") or any(
        t.lower_ in ("is", "will", "could", "may") for t in _tail(token)
    ):
        actors = scene.doers(token, strict=True) or _unnamed(scene, token) or scene.doers(token)
        return forecast(scene.reading, "warned-of", actors, clause_span(scene.reading, token)) if actors else None
    return None


def _weather(token: Token) -> bool:
    """True for warnings of weather and the like: no matter between states."""
    natural = {
        "flood",
        "floods",
        "flooding",
        "storm",
        "storms",
        "hurricane",
        "rain",
        "snow",
        "tsunami",
        "winds",
        "fires",
        "weather",
        "temperatures",
        "river",
        "forecasters",
        "meteorological",
    }
    return any(t.lower_ in natural for t in near(token, 0, 14))


def _tail(token: Token) -> list[Token]:
    return near(token, 0, 12)[1:]


def said_will(scene: Scene, token: Token) -> Deed | None:
    """Says that something will happen which is not the speaker's own deed."""
    coming = _coming_clause(token)
    if coming is None or scene.reading.quoted(coming.idx) or _conditional(coming):
        return None
    actors = scene.doers(token, strict=True) or _unnamed(scene, token)
    if not actors or _noun(token):
        return None
    subject = subject_of(coming, state=True)
    own = {n for v in actors for n in (v.name, v.side) if n}
    if subject is None or subject.lower_ in ("i", "we", "he", "she", "it", "this", "that", "there"):
        return None
    named = scene.named_by(subject)
    if {n for v in named for n in (v.name, v.side) if n} & own or _arranged(coming):
        return None
    if not named and (scene.reading.publisher_side is not None or harms(coming)):
        return None
    made = forecast(scene.reading, "said-will", actors, clause_span(scene.reading, token, coming))
    dated = made.has("horizon") or made.has("probability") or _unnamed(scene, token)
    about = scene.abroad(subject.left_edge.i, subject.right_edge.i + 1, actors)
    if not (named or about or _unnamed(scene, token)) and any(v.side for v in actors) and token.lower_[:2] == "sa":
        return None  # an official who says what will happen at home tells a plan
    return made if named or dated else None


def _conditional(coming: Token) -> bool:
    """True for "if they stay, the straits will be closed": that is a threat."""
    return any(t.lower_ in ("if", "unless") for t in coming.sent)


def _unnamed(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """Analysts, experts, diplomats without a name, when they are the subject."""
    subject = subject_of(token)
    return described(scene, subject) if subject is not None and subject.lower_ in FORETELLERS else ()


def _coming_clause(token: Token) -> Token | None:
    """The clause in the future that the verb reports."""
    for child in token.children:
        if child.dep_ in ("ccomp", "parataxis") and child.i > token.i:
            told_then = token.tag_ in ("VBD", "VBN")
            modals = ("will", "'ll", "’ll", "wo", "would") if told_then else ("will", "'ll", "’ll", "wo", "could")
            modal = next((c for c in child.children if c.dep_ == "aux" and c.lower_ in modals), None)
            if modal is not None:
                return child
    return None


def _arranged(verb: Token) -> bool:
    """True for what is fixed or held out: a meeting, an invitation, a payment stopped."""
    if verb.lower_ in _CONTACT_FORMS or verb.lemma_.lower() in CONTACT_VERBS:
        return True
    words = {t.lower_ for t in near(verb, 4, 6)}
    return bool(words & (CONTACT_NOUNS - {"talks"} | {"continue", "invited", "cease", "unless", "if"}))


def sure(scene: Scene, token: Token) -> Deed | None:
    """Is confident, sure, convinced, doubtful that something will happen."""
    words = [t.lower_ for t in near(token, 0, 9)[1:]]
    if words[:1] != ["that"] and not set(words[:5]) & FUTURE:
        return None
    if not set(words) & FUTURE or negated(token) or words[1:2] == ["you"]:
        return None
    actors = scene.doers(token, state=True)
    return forecast(scene.reading, "sure", actors, clause_span(scene.reading, token)) if actors else None


_BY_LEMMA: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (we_reckon, ("reckon", "expect", "predict", "think")),
    (chances.few_believe, ("believe", "expect", "think", "doubt", "reckon")),
    (expected, tuple(sorted(EXPECTING))),
    (chances.sees_chance, ("see", "put", "give", "price", "bet")),
    (chances.doubts, ("doubt", "fear", "think", "believe", "suspect")),
    (warned_of, ("warn", "caution")),
    (said_will, tuple(sorted(SAYING))),
)
_BY_WORD: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (sure, tuple(sorted(SURE))),
    (chances.likely, ("likely", "unlikely", "bound", "matter")),
    (opinion, ("opinion", "view", "according")),
)


def _noun(token: Token) -> bool:
    before = near(token, 1, 0)[0]
    if token.pos_ == "NOUN" and (before.lower_ in FORETELLERS or any(c.dep_ == "nsubj" for c in token.children)):
        return False
    return token.pos_ == "NOUN" or (before != token and before.pos_ == "DET" and before.lower_ not in ("all", "both"))


def _wished(token: Token) -> bool:
    before = {t.lower_ for t in near(token, 3, 0)[:-1]}
    return bool({"not", "n't", "if", "should", "would", "could", "to", "than", "as"} & before)


def _contact(after: list[Token]) -> bool:
    """True where a contact is expected: that is coded as the contact."""
    for token in after[:6]:
        if token.lower_ in CONTACT_NOUNS or token.lower_ in _CONTACT_FORMS:
            return not {t.lower_ for t in after} & {"begin", "start", "resume", "fail", "succeed", "collapse"}
        if token.text in (",", ";") or token.lower_ in ("that", "but", "before"):
            return False
    return False


@cache
def table() -> dict[str, tuple[Rule, ...]]:
    """Every form that a rule looks at, with the rules for it."""
    found: dict[str, list[Rule]] = {}
    for rule, lemmas in _BY_LEMMA:
        for form in {f for lemma in lemmas for f in forms_of(lemma)}:
            found.setdefault(form, []).append(rule)
    for rule, words in _BY_WORD:
        for word in words:
            found.setdefault(word, []).append(rule)
    return {form: tuple(rules) for form, rules in found.items()}

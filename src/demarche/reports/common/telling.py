"""Cue words to deeds: each word that a rule looks at, asked in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.common.deed import Deed
from demarche.reports.common.forms import by_form
from demarche.reports.common.scene import Scene
from demarche.reports.common.spans import near

Rule = Callable[[Scene, Token], Deed | None]


_LONG_PAST = "long past"
_YEARS = 3  # a sentence that opens with a year so long before the text tells history


def _long_ago(scene: Scene, token: Token) -> bool:
    """True in a sentence that opens with a day or year long past: "In 1979 the two signed a treaty"."""
    places = _long_past(scene.reading)
    if not places:
        return False
    start = token.sent.start_char
    return any(start <= place < min(start + 8, token.idx) for place in places)


def _long_past(reading: Reading) -> list[int]:
    """Where the days and years of long ago stand; few texts have any."""
    if _LONG_PAST not in reading.memo:
        published = reading.document.date
        latest = published.year - _YEARS if published else 0
        reading.memo[_LONG_PAST] = [
            d.span.start for d in reading.dates if d.when.latest is not None and d.when.latest.year <= latest
        ]
    places: list[int] = reading.memo[_LONG_PAST]
    return places


_ACCUSING = by_form(("accuse", "suspect", "blame", "denounce", "criticise", "criticize", "condemn"))


def alleged(verb: Token) -> bool:
    """True for what somebody is only accused of: "accuses Uzbekistan of imposing a blockade and cutting off gas"."""
    while verb.dep_ == "conj" and verb.head.i < verb.i and verb.head.tag_ == "VBG":
        verb = verb.head
    if verb.tag_ != "VBG" or verb.i < 2 or verb.doc[verb.i - 1].lower_ not in ("of", "for"):
        return False
    return any(above.lower_ in _ACCUSING for above in islice(verb.ancestors, 2))


_ASKING = by_form(("call", "urge", "ask", "demand", "appeal", "request", "press", "implore", "beg"))
_BELOW = frozenset(("xcomp", "ccomp", "advcl", "acl", "conj"))


def asked_for(verb: Token) -> bool:
    """True for what somebody is only asked to do: "calls on it to lift the blockade", "asks that they release more"."""
    if verb.tag_ not in ("VB", "VBP", "VBG") or verb.pos_ != "VERB":
        return False
    below = verb
    for above in verb.ancestors:
        if below.dep_ not in _BELOW or (below.dep_ == "conj" and below.tag_ == above.tag_ and above.lower_ in _ASKING):
            return False
        if above.lower_ in _ASKING and below.dep_ != "conj":
            return above.i < below.i and below.tag_ in ("VB", "VBP")
        below = above
    return False


def part_of_name(token: Token) -> bool:
    """True for a capital word inside a sentence in small letters: "the Kabul Attack Network"."""
    if not token.is_title or token.is_sent_start or token.pos_ != "PROPN":
        return False
    before = token.doc[token.i - 1]
    return before.is_title and before.pos_ == "PROPN" and any(t.is_alpha and t.is_lower for t in near(token, 4, 4))


def deeds_told(scene: Scene, rules: Mapping[str, tuple[Rule, ...]]) -> Iterator[tuple[Token, Deed]]:
    """Yield each word outside quotation marks with the deed that the first fitting rule reads from it."""
    for token in scene.reading.words_in(rules):
        if scene.reading.quoted(token.idx) or _long_ago(scene, token) or alleged(token) or part_of_name(token):
            continue
        deed = next((d for rule in rules[token.lower_] if (d := rule(scene, token)) is not None), None)
        if deed is not None:
            yield token, deed

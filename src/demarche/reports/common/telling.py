"""Cue words to deeds: each word that a rule looks at, asked in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from demarche.reports.common.deed import Deed
from demarche.reports.common.scene import Scene

Rule = Callable[[Scene, Token], Deed | None]


_YEARS = 3  # a sentence that opens with a year so long before the text tells history


def _long_ago(scene: Scene, token: Token) -> bool:
    """True in a sentence that opens with a day or year long past: "In 1979 the two signed a treaty"."""
    published = scene.reading.document.date
    if published is None:
        return False
    start = token.sent.start_char
    opening = (d for d in scene.reading.dates if start <= d.span.start < min(start + 8, token.idx))
    return any(d.when.latest is not None and d.when.latest.year <= published.year - _YEARS for d in opening)


def deeds_told(scene: Scene, rules: Mapping[str, tuple[Rule, ...]]) -> Iterator[tuple[Token, Deed]]:
    """Yield each word outside quotation marks with the deed that the first fitting rule reads from it."""
    for token in scene.reading.words_in(rules):
        if scene.reading.quoted(token.idx) or _long_ago(scene, token):
            continue
        deed = next((d for rule in rules[token.lower_] if (d := rule(scene, token)) is not None), None)
        if deed is not None:
            yield token, deed

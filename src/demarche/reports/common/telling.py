"""Cue words to deeds: each word that a rule looks at, asked in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.common.deed import Deed
from demarche.reports.common.scene import Scene

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


def deeds_told(scene: Scene, rules: Mapping[str, tuple[Rule, ...]]) -> Iterator[tuple[Token, Deed]]:
    """Yield each word outside quotation marks with the deed that the first fitting rule reads from it."""
    for token in scene.reading.words_in(rules):
        if scene.reading.quoted(token.idx) or _long_ago(scene, token):
            continue
        deed = next((d for rule in rules[token.lower_] if (d := rule(scene, token)) is not None), None)
        if deed is not None:
            yield token, deed

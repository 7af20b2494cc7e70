"""Cue words to deeds: each word that a rule looks at, asked in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from demarche.reports.common.deed import Deed
from demarche.reports.common.scene import Scene

Rule = Callable[[Scene, Token], Deed | None]


def deeds_told(scene: Scene, rules: Mapping[str, tuple[Rule, ...]]) -> Iterator[tuple[Token, Deed]]:
    """Yield each word outside quotation marks with the deed that the first fitting rule reads from it."""
    for token in scene.reading.words_in(rules):
        if scene.reading.quoted(token.idx):
            continue
        deed = next((d for rule in rules[token.lower_] if (d := rule(scene, token)) is not None), None)
        if deed is not None:
            yield token, deed

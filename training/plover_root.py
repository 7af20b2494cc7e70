"""A small linear model from a sentence to its PLOVER root: hashed words beside our lexicon of the roots, numpy only.

It is measured by cross-validation on the ontology's own examples (share-alike, so neither they nor weights trained on
them are shipped) and tells how far words alone carry; the rules of `demarche.reports` need no model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from training.plover_words import WORDS

ROOTS: tuple[str, ...] = tuple(WORDS)
HASHED = 1024
_PLACES = 4  # how far into the sentence a word of the lexicon stands, in quarters of `_LEAD`
_LEAD = 24
Matrix = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence with the actors of the event and its root."""

    text: str
    root: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) for words in WORDS.values())


def lexicon(text: str) -> Matrix:
    """For each root: hits in the whole sentence, and which quarter of its lead holds the first one."""
    row = np.zeros(len(ROOTS) * (_PLACES + 2))
    width = 6 * _LEAD / _PLACES
    for index, pattern in enumerate(_patterns()):
        hits = [m.start() for m in pattern.finditer(text)]
        base = index * (_PLACES + 2)
        if hits:
            row[base] = min(len(hits), 3)
            row[base + 1 + min(int(hits[0] / width), _PLACES)] = 1.5
    return row


def after_source(example: Example) -> str:
    """The sentence from its actor on: the verb that follows tells the event best."""
    places = [p for name in example.source if (p := example.text.find(name)) >= 0]
    start = min(places, default=0)
    return example.text[start:]


def features(example: Example, *, words_only: bool = False) -> Matrix:
    """Hashed words, pairs and beginnings of words; with the lexicon of the sentence and of what follows the actor."""
    tail = after_source(example)
    names = {w.lower() for n in (*example.source, *example.target) for w in n.split()}
    words = [w for w in re.findall(r"[a-z']+", tail.lower()) if w not in names]
    hashed = np.zeros(HASHED)
    for index, word in enumerate(words[: 2 * _LEAD]):
        weight = 1.0 if index < _LEAD // 2 else 0.5
        pair = f"{word} {words[index + 1]}" if index + 1 < len(words) else word
        for item in (word, "5:" + word[:5], pair):
            hashed[crc32(item.encode()) % HASHED] += weight
    hashed /= max(1.0, float(np.linalg.norm(hashed)))
    if words_only:
        return np.append(hashed, 1.0)
    return np.concatenate([hashed, lexicon(tail), 0.5 * lexicon(example.text), ranks(tail), [1.0]])


def ranks(text: str) -> Matrix:
    """The roots in the order in which their first words come: 1 for the first, 1/2 for the second, 1/3 …"""
    starts = sorted((m.start(), i) for i, p in enumerate(_patterns()) if (m := p.search(text)))
    row = np.zeros(len(ROOTS))
    for place, (_, index) in enumerate(starts):
        row[index] = 2.0 / (place + 1)
    return row


def train(rows: Matrix, roots: Sequence[int], *, steps: int = 150, rate: float = 0.05, decay: float = 3e-3) -> Matrix:
    """Weights of a softmax regression, by full-batch Adam from zero: the same data gives the same weights."""
    labels = np.eye(len(ROOTS))[list(roots)]
    share = labels.sum(axis=0) / len(rows)
    weight = 1 / np.sqrt(np.maximum(labels @ share, 1e-6))[:, None]
    weight /= weight.mean()
    weights = np.zeros((rows.shape[1], len(ROOTS)))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        gradient = rows.T @ (weight * (probabilities(rows, weights) - labels)) / len(rows) + decay * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def probabilities(rows: Matrix, weights: Matrix) -> Matrix:
    """Softmax of the scores."""
    scores = rows @ weights
    scores -= scores.max(axis=1, keepdims=True)
    grown = np.exp(scores)
    result: Matrix = grown / grown.sum(axis=1, keepdims=True)
    return result


def folds(examples: Sequence[Example], count: int) -> list[int]:
    """A fold for each example, by its sentence: the same sentence never stands on both sides."""
    return [crc32(e.text.encode()) % count for e in examples]


def cross_validated(examples: Sequence[Example], count: int = 10, *, words_only: bool = False) -> list[str]:
    """The root that a model trained on the other folds gives to each example."""
    rows = np.stack([features(e, words_only=words_only) for e in examples])
    roots = np.array([ROOTS.index(e.root) for e in examples])
    fold = np.array(folds(examples, count))
    told = [""] * len(examples)
    for held in range(count):
        weights = train(rows[fold != held], roots[fold != held].tolist())
        best = probabilities(rows[fold == held], weights).argmax(axis=1)
        for place, root in zip(np.flatnonzero(fold == held), best, strict=True):
            told[int(place)] = ROOTS[int(root)]
    return told


def by_lexicon(example: Example) -> str:
    """The root whose word comes first after the actor: the baseline without training."""
    for text in (after_source(example), example.text):
        starts = [(m.start(), i) for i, p in enumerate(_patterns()) if (m := p.search(text))]
        if starts:
            return ROOTS[min(starts)[1]]
    return "AGREE"

"""Train the model of PLOVER roots: `python -m training.plover_root`.

Reads our own sentences (`training/plover_sentences.txt`, CC0), annotates them with the shipped pipeline and writes
`src/demarche/reports/roots/weights.tsv`. Nothing else goes into the weights: the ontology's own examples serve the
measurement in `benchmarks/events.py` only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from demarche.language import load
from demarche.reports.roots import located
from demarche.reports.roots.features import Features, features
from demarche.reports.roots.lexicon import ROOTS
from demarche.reports.roots.model import Model

SENTENCES = Path(__file__).with_name("plover_sentences.txt")
WEIGHTS = Path(__file__).parents[1] / "src/demarche/reports/roots/weights.tsv"
_LEAST = 3  # a feature counts when more than one sentence has it (each stands twice: with and without its sides)
_DECAY = 2.0
_MARKS = {"[": "actor", "]": "actor", "{": "recipient", "}": "recipient"}
Matrix = NDArray[np.floating[Any]]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence with its root and the stretches that name actor and recipient."""

    text: str
    root: str
    actor: tuple[Stretch, ...] = ()
    recipient: tuple[Stretch, ...] = ()

    def bare(self) -> Example:
        """The same sentence, its sides not told."""
        return Example(self.text, self.root)


def own_sentences(path: Path = SENTENCES) -> Iterator[Example]:
    """Our sentences: a line with a root, then a sentence a line with `[actor]` and `{recipient}`."""
    root = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.fullmatch("[A-Z]+", line):
            root = line
        elif line and not line.startswith("#"):
            yield marked(line, root)


def marked(line: str, root: str) -> Example:
    """The example of a marked sentence."""
    text = ""
    open_at = 0
    found: dict[str, list[Stretch]] = {"actor": [], "recipient": []}
    for char in line:
        if char in "[{":
            open_at = len(text)
        elif char in "]}":
            found[_MARKS[char]].append((open_at, len(text)))
        else:
            text += char
    return Example(text, root, tuple(found["actor"]), tuple(found["recipient"]))


def described(examples: Sequence[Example], nlp: Language) -> list[Features]:
    """The features of each example."""
    return [
        features(tokens, located(tokens, example.actor), located(tokens, example.recipient))
        for example, doc in zip(examples, nlp.pipe([e.text for e in examples]), strict=True)
        if (tokens := [t for t in doc if not t.is_space])
    ]


def train(rows: Sequence[Features], roots: Sequence[str], *, steps: int = 120, rate: float = 0.1) -> Model:
    """A softmax regression by full-batch Adam from zero: the same data gives the same weights."""
    counts = Counter(name for row in rows for name in row)
    names = {name: place for place, name in enumerate(sorted(n for n, count in counts.items() if count >= _LEAST))}
    inputs = _matrix(rows, names)
    labels = np.eye(len(ROOTS))[[ROOTS.index(root) for root in roots]]
    weights = np.zeros((len(names), len(ROOTS)))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        gradient = inputs.T @ (_softmax(inputs @ weights) - labels) + _DECAY * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return Model(names, weights)


def _matrix(rows: Sequence[Features], names: dict[str, int]) -> Matrix:
    matrix = np.zeros((len(rows), len(names)))
    for place, row in enumerate(rows):
        for name, value in row.items():
            if name in names:
                matrix[place, names[name]] = value
    return matrix


def _softmax(scores: Matrix) -> Matrix:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Matrix = grown / grown.sum(axis=1, keepdims=True)
    return result


def best(model: Model, row: Features) -> str:
    """The likeliest root."""
    return ROOTS[int(model.shares(row).argmax())]


def main() -> None:
    """Train and write the weights."""
    examples = list(own_sentences())
    both = [*examples, *(example.bare() for example in examples)]
    rows = described(both, load())
    model = train(rows, [e.root for e in both])
    WEIGHTS.write_text(model.to_text(), encoding="utf-8")
    right = sum(best(model, row) == example.root for row, example in zip(rows, both, strict=True))
    print(f"{len(examples)} sentences, {len(model.names)} features, {right / len(both):.3f} of them right")


if __name__ == "__main__":
    main()

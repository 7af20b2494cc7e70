"""The model of roots: a weight for each feature and root, summed. The weights are text: `weights.tsv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from demarche.reports.roots.lexicon import ROOTS

Weights = NDArray[np.floating[Any]]

SCALE = 50  # weights are kept as whole numbers of this part


@dataclass(frozen=True, slots=True)
class Model:
    """Feature names with their rows of weights, one column a root."""

    names: Mapping[str, int]
    weights: Weights

    def shares(self, features: Mapping[str, float]) -> Weights:
        """How likely each root is, in the order of `ROOTS`."""
        known = [(row, value) for name, value in features.items() if (row := self.names.get(name)) is not None]
        scores = np.zeros(len(ROOTS))
        for row, value in known:
            scores += value * self.weights[row]
        grown = np.exp(scores - scores.max())
        result: Weights = grown / grown.sum()
        return result

    def to_text(self) -> str:
        """The lines of `weights.tsv`; rows that round to nothing are left out."""
        whole = np.rint(self.weights * SCALE).astype(int)
        rows = (f"{name}\t{_row(whole[row])}" for name, row in self.names.items() if whole[row].any())
        return "\n".join(sorted(rows)) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Model:
        """The model of such lines."""
        lines = [line.split("\t") for line in text.splitlines()]
        names = {name: row for row, (name, _) in enumerate(lines)}
        weights = np.array([[int(value) for value in row.split()] for _, row in lines], float) / SCALE
        return cls(names, weights)


def _row(values: Sequence[int] | NDArray[Any]) -> str:
    return " ".join(str(value) for value in values)


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return Model.from_text(files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8"))

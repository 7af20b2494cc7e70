"""Read the shipped weights: half-precision arrays and a small file of labels and words."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

ARRAYS, META = "weights.npz", "meta.json.gz"


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that training produced."""

    arrays: dict[str, Floats]
    words: dict[str, int]
    labels: dict[str, list[str]]
    lemmas: dict[str, str]
    bases: list[str]
    sizes: dict[str, int]


def read_weights(folder: Path) -> Weights:
    """Read the two files of a folder."""
    with np.load(folder / ARRAYS) as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    with gzip.open(folder / META, "rt", encoding="utf-8") as lines:
        meta: dict[str, Any] = json.load(lines)
    words = {word: number for number, word in enumerate(meta["words"], 1)}
    return Weights(arrays, words, meta["labels"], meta["lemmas"], meta["bases"], meta["sizes"])


def write_weights(folder: Path, weights: Weights) -> None:
    """Write the two files; same input, same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    halves: dict[str, Any] = {name: value.astype(np.float16) for name, value in weights.arrays.items()}
    np.savez_compressed(folder / ARRAYS, **halves)
    meta = {
        "words": list(weights.words),
        "labels": weights.labels,
        "lemmas": weights.lemmas,
        "bases": weights.bases,
        "sizes": weights.sizes,
    }
    data = json.dumps(meta, ensure_ascii=False, sort_keys=True).encode("utf-8")
    (folder / META).write_bytes(gzip.compress(data, mtime=0))

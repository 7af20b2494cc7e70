"""Lay sequences of several lengths side by side without padding.

All first words stand together, then all second words, and so on; the longest sequence is the first row, so the rows
that go on are always the first ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Packing:
    """Where every word of a block of sequences stands; ``flat`` order is one sequence after the other."""

    rows: list[int]
    """How many sequences have a word at each step."""
    offsets: list[int]
    """Where each step begins."""
    flat: Ints
    """The flat place of every packed word."""
    turned: Ints
    """The packed place that each packed word takes when every sequence is turned round."""

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Packing:
        """Lay out sequences of these lengths, the longest first. ValueError when they are not in that order."""
        sizes = np.asarray(lengths, np.int64)
        if (np.diff(sizes) > 0).any() or not len(sizes) or sizes[-1] < 1:
            raise ValueError("sequences must have a word each, and be sorted from the longest")
        step, row = np.nonzero(np.arange(sizes[0])[:, None] < sizes)
        counts = np.bincount(step)
        offsets = np.cumsum(counts) - counts
        firsts = np.cumsum(sizes) - sizes
        return cls(counts.tolist(), offsets.tolist(), firsts[row] + step, offsets[sizes[row] - 1 - step] + row)

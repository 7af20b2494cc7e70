"""Choose the best sequence of entity labels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from demarche.language.packing import Packing

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

FORBIDDEN = np.float32(-1e4)


def allowed_moves(moves: Floats, labels: Sequence[str]) -> Floats:
    """Forbid moves into the middle of an entity of another kind."""
    out = moves.copy()
    for number, label in enumerate(labels):
        if label.startswith("I-"):
            kind = label[2:]
            out[[place for place, before in enumerate(labels) if before[2:] != kind], number] = FORBIDDEN
    return out


def best_labels(
    scores: Floats, moves: Floats, starts: npt.NDArray[np.bool_], inside: npt.NDArray[np.bool_], packing: Packing
) -> Ints:
    """Find the best label sequences of a packed block of (words, labels).

    No entity begins in its middle, nor goes on over a sentence start.
    """
    firsts = starts.copy()
    firsts[: packing.rows[0]] = True
    scores = scores + np.where(firsts[:, None] & inside, FORBIDDEN, np.float32(0))
    back = np.empty(scores.shape, np.int64)
    total = scores[: packing.rows[0]].copy()
    steps = list(zip(packing.rows, packing.offsets, strict=True))
    for rows, offset in steps[1:]:
        following = total[:rows, :, None] + moves
        back[offset : offset + rows] = following.argmax(1)
        total[:rows] = following.max(1) + scores[offset : offset + rows]
    out = np.empty(len(scores), np.int64)
    label = total.argmax(1)
    for rows, offset in reversed(steps):
        out[offset : offset + rows] = label[:rows]
        if offset:
            label[:rows] = back[np.arange(offset, offset + rows), label[:rows]]
    return out

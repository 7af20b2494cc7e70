"""Choose the best sequence of entity labels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

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


def best_labels(scores: Floats, moves: Floats, starts: npt.NDArray[np.bool_], inside: npt.NDArray[np.bool_]) -> Ints:
    """Find the best label sequences of a (time, batch, label) block; no entity goes on over a sentence start."""
    steps, batch, count = scores.shape
    scores = scores + np.where(starts[:, :, None] & inside, FORBIDDEN, np.float32(0))
    back = np.empty((steps, batch, count), np.int64)
    total = scores[0] + np.where(inside, FORBIDDEN, np.float32(0))
    for step in range(1, steps):
        following = total[:, :, None] + moves
        back[step] = following.argmax(1)
        total = following.max(1) + scores[step]
    out = np.empty((steps, batch), np.int64)
    out[-1] = total.argmax(1)
    rows = np.arange(batch)
    for step in range(steps - 1, 0, -1):
        out[step - 1] = back[step, rows, out[step]]
    return out

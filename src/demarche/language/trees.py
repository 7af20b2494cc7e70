"""Find the best dependency tree in a matrix of scores."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

ROOT_CHOICES = 4
IMPOSSIBLE = np.float32(-1e9)


def best_tree(scores: Floats) -> Ints:
    """Choose a head for every word; ``scores[word, head]`` with head 0 the root, word i being head i + 1.

    Exactly one word hangs on the root, and there are no cycles.
    """
    scores = scores.copy()
    forbid_own(scores)
    heads: Ints = scores.argmax(1)
    roots = np.flatnonzero(heads == 0)
    return heads if len(roots) == 1 and not find_cycle(heads.tolist()) else mended(scores)


def forbid_own(scores: Floats) -> None:
    """Make it impossible that a word is its own head."""
    size = len(scores)
    scores[np.arange(size), np.arange(1, size + 1)] = IMPOSSIBLE


def mended(scores: Floats) -> Ints:
    """Choose the heads where the best head of each word makes no tree."""
    words = np.arange(len(scores))
    candidates = np.argsort(scores.max(1) - scores[:, 0], kind="stable")[:ROOT_CHOICES]
    highest = scores[:, 1:].max(1).astype(np.float64)
    bounds = highest.sum() - highest + scores[:, 0]
    best: Ints | None = None
    best_score = -np.inf
    for root in candidates:
        if bounds[root] < best_score:  # not even the best head of every other word would make this root better
            continue
        tree = rooted_tree(scores, int(root))
        score = float(scores[words, tree].sum())
        if best is None or score > best_score:
            best, best_score = tree, score
    assert best is not None
    return best


def broken(heads: Ints, firsts: Ints) -> npt.NDArray[np.bool_]:
    """Say which sentences are no trees with one root: ``heads`` over the whole block, a root its own head.

    Going up twice as far each time, every word of a tree comes to a root.
    """
    roots = heads == np.arange(len(heads))
    top = heads
    for _ in range(int(np.diff(np.append(firsts, len(heads))).max()).bit_length()):
        top = top[top]
    found: npt.NDArray[np.bool_] = np.add.reduceat(roots, firsts, dtype=np.int64) != 1
    found |= np.logical_or.reduceat(~roots[top], firsts)
    return found


def rooted_tree(scores: Floats, root: int) -> Ints:
    """Give the best tree in which this word is the only one on the root (Chu-Liu and Edmonds)."""
    size = len(scores)
    square = np.full((size + 1, size + 1), IMPOSSIBLE, np.float64)
    square[1:, 1:] = scores[:, 1:]
    square[root + 1, :] = IMPOSSIBLE
    square[root + 1, 0] = 0.0
    return spanning(square)[1:]


def spanning(scores: npt.NDArray[np.float64]) -> Ints:
    """Give the best arborescence from node 0; ``scores[node, head]``."""
    nodes = len(scores)
    heads = scores[1:].argmax(1)
    cycle = find_cycle(heads.tolist())
    if not cycle:
        return np.concatenate(([0], heads))
    loop = np.array(cycle)
    rest = np.setdiff1d(np.arange(nodes), loop)
    inner = scores[loop, np.concatenate(([0], heads))[loop]]
    entering = scores[np.ix_(loop, rest)] - inner[:, None]
    leaving = scores[np.ix_(rest, loop)]
    small = np.full((len(rest) + 1, len(rest) + 1), float(IMPOSSIBLE))
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[:-1, -1] = leaving.max(1)
    small[-1, :-1] = entering.max(0)
    solved = spanning(small)
    out = np.concatenate(([0], heads))
    last = len(rest)
    for place, node in enumerate(rest[1:], 1):
        head = solved[place]
        out[node] = loop[leaving[place].argmax()] if head == last else rest[head]
    broken = loop[entering[:, solved[last]].argmax()]
    out[broken] = rest[solved[last]]
    return out


def find_cycle(heads: list[int]) -> list[int]:
    """Find the nodes of one cycle; ``heads[i]`` is the head of node i + 1, and node 0 is the root."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(heads) + 1):
        node = start
        while state[node] == 0:
            state[node] = 1
            node = heads[node - 1]
        if state[node] == 1:
            cycle = [node]
            while heads[cycle[-1] - 1] != node:
                cycle.append(heads[cycle[-1] - 1])
            return cycle
        node = start
        while state[node] == 1:
            state[node] = 2
            node = heads[node - 1]
    return []

from itertools import product

import numpy as np
import pytest

from demarche.language.trees import best_tree, find_cycle


def is_tree(heads: tuple[int, ...]) -> bool:
    return heads.count(0) == 1 and not find_cycle(list(heads))


@pytest.mark.parametrize("seed", range(30))
def test_the_best_tree_is_found(seed: int) -> None:
    size = 2 + seed % 4
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    trees = [
        h for h in product(range(size + 1), repeat=size) if is_tree(h) and all(a != i + 1 for i, a in enumerate(h))
    ]
    best = max(trees, key=lambda tree: sum(float(scores[word, head]) for word, head in enumerate(tree)))
    assert tuple(best_tree(scores).tolist()) == best


def test_one_word_hangs_on_the_root() -> None:
    assert best_tree(np.zeros((1, 2), np.float32)).tolist() == [0]


def test_a_long_sentence_gets_a_tree() -> None:
    scores = np.random.default_rng(1).normal(size=(150, 151)).astype(np.float32)
    assert is_tree(tuple(best_tree(scores).tolist()))

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.language.trees import best_tree, broken, find_cycle


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


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=6), min_size=1, max_size=4))
def test_sentences_that_are_no_trees_are_told_apart(given_heads: list[list[int]]) -> None:
    sentences = [tuple(min(head, len(heads)) for head in heads) for heads in given_heads]
    firsts = np.cumsum([0, *(len(heads) for heads in sentences)])[:-1]
    flat = [
        first + (head - 1 if head else place)
        for first, heads in zip(firsts.tolist(), sentences, strict=True)
        for place, head in enumerate(heads)
    ]
    own = [any(head == place + 1 for place, head in enumerate(heads)) for heads in sentences]
    found = broken(np.array(flat), firsts).tolist()
    for heads, said, is_own in zip(sentences, found, own, strict=True):
        if not is_own:  # in a block a root is its own head, and no other word ever is
            assert said is not is_tree(heads)

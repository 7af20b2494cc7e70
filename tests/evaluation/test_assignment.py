"""The best pairing, against every pairing there is."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from demarche.evaluation.assignment import Matrix, assign


def matrices() -> st.SearchStrategy[Matrix]:
    cells = st.sampled_from([0.0, 0.0, 0.5, 1.0, 1.25, 2.75])
    shape = st.tuples(st.integers(1, 4), st.integers(1, 5))
    return shape.flatmap(
        lambda s: st.lists(st.lists(cells, min_size=s[1], max_size=s[1]), min_size=s[0], max_size=s[0])
    )


def best(scores: Matrix) -> float:
    if len(scores) > len(scores[0]):
        scores = [list(column) for column in zip(*scores, strict=True)]
    columns = range(len(scores[0]))
    return max(sum(row[j] for row, j in zip(scores, order, strict=False)) for order in permutations(columns))


@given(matrices())
def test_no_pairing_is_better(scores: Matrix) -> None:
    pairs = assign(scores)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert abs(sum(scores[i][j] for i, j in pairs) - best(scores)) < 1e-9


def test_equal_scores_pair_in_order() -> None:
    assert assign([[1.0, 1.0], [1.0, 1.0]]) == [(0, 0), (1, 1)]


def test_nothing_pairs_with_nothing() -> None:
    assert assign([]) == assign([[]]) == assign([[0.0, 0.0]]) == []

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.language.features import FeatureSizes, normal_form, shape, word_features
from demarche.language.lstm import Floats, Lstm
from demarche.language.names import allowed_moves, best_labels
from demarche.language.packing import Packing


def sigmoid(values: Floats) -> Floats:
    out: Floats = 1 / (1 + np.exp(-values))
    return out


def plain_lstm(weights: dict[str, Floats], values: Floats, side: str) -> Floats:
    """One direction, one sequence, straight from the definition."""
    size = weights[f"l.weight_hh_l0{side}"].shape[1]
    state, cell = np.zeros(size, np.float32), np.zeros(size, np.float32)
    out = []
    for value in values:
        gate = weights[f"l.weight_ih_l0{side}"] @ value + weights[f"l.weight_hh_l0{side}"] @ state
        gate += weights[f"l.bias_ih_l0{side}"] + weights[f"l.bias_hh_l0{side}"]
        first, forget, new, output = np.split(gate, 4)
        cell = sigmoid(forget) * cell + sigmoid(first) * np.tanh(new)
        state = sigmoid(output) * np.tanh(cell)
        out.append(state)
    return np.array(out)


def test_a_layer_reads_both_ways_and_minds_lengths() -> None:
    chance = np.random.default_rng(3)
    shapes = {"weight_ih": (20, 7), "weight_hh": (20, 5), "bias_ih": (20,), "bias_hh": (20,)}
    weights = {
        f"l.{kind}_l0{side}": chance.normal(size=size).astype(np.float32)
        for side in ("", "_reverse")
        for kind, size in shapes.items()
    }
    sequences = [chance.normal(size=(length, 7)).astype(np.float32) for length in (6, 3, 3, 1)]
    packing = Packing.of([len(sequence) for sequence in sequences])
    values = np.concatenate(sequences)
    wanted = np.concatenate(
        [
            np.concatenate([plain_lstm(weights, own, ""), plain_lstm(weights, own[::-1], "_reverse")[::-1]], 1)
            for own in sequences
        ]
    )
    layer = Lstm.of(weights, "l")
    found = layer.run(values[packing.flat], packing)
    np.testing.assert_allclose(found, wanted[packing.flat], atol=1e-5)
    marks, mark = np.unique(values[:, 4:], axis=0, return_inverse=True)
    kinds = layer.run_kinds(values[:, :4], packing.flat, marks, mark[packing.flat], packing)
    np.testing.assert_allclose(kinds, found, atol=1e-5)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9))
def test_packing_keeps_every_word_in_its_step(lengths: list[int]) -> None:
    lengths.sort(reverse=True)
    words = [(row, step) for row, length in enumerate(lengths) for step in range(length)]
    packing = Packing.of(lengths)
    packed = [words[place] for place in packing.flat]
    assert packed == sorted(words, key=lambda word: (word[1], word[0]))
    assert [packed[place] for place in packing.turned] == [(row, lengths[row] - 1 - step) for row, step in packed]
    assert [packed[start : start + rows] for rows, start in zip(packing.rows, packing.offsets, strict=True)] == [
        [(row, step) for row, length in enumerate(lengths) if step < length] for step in range(lengths[0])
    ]


@pytest.mark.parametrize("lengths", [[], [0], [2, 3]])
def test_packing_wants_the_longest_first(lengths: list[int]) -> None:
    with pytest.raises(ValueError, match="sorted from the longest"):
        Packing.of(lengths)


def best_by_trying_all(scores: Floats, moves: Floats, barred: list[set[int]]) -> float:
    """The value of the best sequence of labels, every one tried."""
    values = [
        sum(float(scores[step, label]) for step, label in enumerate(labels))
        + sum(float(moves[one, other]) for one, other in pairwise(labels))
        for labels in product(range(scores.shape[1]), repeat=len(scores))
        if not any(label in barred[step] for step, label in enumerate(labels))
    ]
    return max(values)


@pytest.mark.parametrize("seed", range(8))
def test_the_best_labels_are_found_whatever_stands_beside(seed: int) -> None:
    chance = np.random.default_rng(seed)
    labels = ("O", "B-PER", "I-PER")
    moves = allowed_moves(chance.normal(size=(3, 3)).astype(np.float32), labels)
    inside = np.array([False, False, True])
    packing = Packing.of([5, 4, 2, 2, 1])
    scores = chance.normal(size=(14, 3)).astype(np.float32)
    starts = chance.random(14) < 0.3
    found = best_labels(scores, moves, starts, inside, packing)
    for row in range(5):
        places = [start + row for rows, start in zip(packing.rows, packing.offsets, strict=True) if row < rows]
        barred = [{2} if step == 0 or starts[place] else set() for step, place in enumerate(places)]
        own = scores[places]
        value = float(own[np.arange(len(places)), found[places]].sum())
        value += sum(float(moves[one, other]) for one, other in pairwise(found[places].tolist()))
        assert value == pytest.approx(best_by_trying_all(own, moves, barred), abs=1e-4)


def test_entities_are_well_formed() -> None:
    labels = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
    packing = Packing.of([40, 40, 11])
    scores = np.random.default_rng(4).normal(size=(91, 5)).astype(np.float32)
    starts = np.zeros(91, np.bool_)
    starts[::7] = True
    inside = np.array([label.startswith("I-") for label in labels])
    found = best_labels(scores, allowed_moves(np.zeros((5, 5), np.float32), labels), starts, inside, packing)
    for row in range(3):
        places = [start + row for rows, start in zip(packing.rows, packing.offsets, strict=True) if row < rows]
        for before, place in zip([None, *places], places, strict=False):
            if labels[found[place]].startswith("I-"):
                assert before is not None
                assert not starts[place]
                assert labels[found[before]][2:] == labels[found[place]][2:]


def test_features() -> None:
    found = word_features("Putin’s", {"putin's": 9}, FeatureSizes())
    assert found.word == 9
    assert found == word_features("Putin’s", {"putin's": 9}, FeatureSizes())
    assert word_features("unseen", {}, FeatureSizes()).word == 0
    assert shape("Putin’s") == "Xxxx’x"
    assert normal_form("In 1995") == "in 0000"

import numpy as np

from demarche.language.features import FeatureSizes, normal_form, shape, word_features
from demarche.language.lstm import Floats, Lstm
from demarche.language.names import allowed_moves, best_labels


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
    lengths = np.array([3, 6])
    values = chance.normal(size=(6, 2, 7)).astype(np.float32)
    found = Lstm.of(weights, "l").run(values, lengths)
    for row, length in enumerate(lengths):
        own = values[:length, row]
        wanted = np.concatenate([plain_lstm(weights, own, ""), plain_lstm(weights, own[::-1], "_reverse")[::-1]], 1)
        np.testing.assert_allclose(found[:length, row], wanted, atol=1e-5)


def test_entities_are_well_formed() -> None:
    labels = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
    scores = np.random.default_rng(4).normal(size=(40, 3, 5)).astype(np.float32)
    starts = np.zeros((40, 3), np.bool_)
    starts[::7] = True
    inside = np.array([label.startswith("I-") for label in labels])
    found = best_labels(scores, allowed_moves(np.zeros((5, 5), np.float32), labels), starts, inside)
    for column in range(3):
        for place, number in enumerate(found[:, column]):
            if labels[number].startswith("I-"):
                assert not starts[place, column]
                assert labels[found[place - 1, column]][2:] == labels[number][2:]


def test_features() -> None:
    found = word_features("Putin’s", {"putin's": 9}, FeatureSizes())
    assert found.word == 9
    assert found == word_features("Putin’s", {"putin's": 9}, FeatureSizes())
    assert word_features("unseen", {}, FeatureSizes()).word == 0
    assert shape("Putin’s") == "Xxxx’x"
    assert normal_form("In 1995") == "in 0000"

"""The network in numpy: words in, label numbers and trees out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from demarche.language.features import FeatureSizes, word_features
from demarche.language.lstm import Lstm
from demarche.language.names import allowed_moves, best_labels
from demarche.language.trees import best_tree
from demarche.language.weights import Weights

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

CACHED_WORDS = 60_000
BLOCK_WORDS = 6_000
BLOCK_ROWS = 160
PAIR_WORDS = 1_500
RANKED_SCRIPTS = 3


@dataclass(slots=True)
class Reading:
    """What the network found for the words of one segment; heads count from the segment's first word."""

    upos: Ints
    xpos: Ints
    feats: Ints
    scripts: Ints
    names: Ints
    starts: npt.NDArray[np.bool_]
    heads: Ints
    relations: Ints


class WordVectors:
    """Word vectors by their spelling, remembered up to a limit."""

    def __init__(self, weights: Weights) -> None:
        self._sizes = FeatureSizes(**weights.sizes)
        self._words = weights.words
        arrays = weights.arrays
        self._tables = [arrays[f"base.embed.{name}.weight"] for name in ("word", "gram", "prefix", "suffix", "shape")]
        self._places: dict[str, int] = {}
        self._rows = np.empty((1024, sum(table.shape[1] for table in self._tables)), np.float32)
        self.edges = slice(sum(t.shape[1] for t in self._tables[:2]), sum(t.shape[1] for t in self._tables[:4]))

    def trim(self) -> None:
        """Forget every word once too many are remembered."""
        if len(self._places) > CACHED_WORDS:
            self._places.clear()

    def lookup(self, words: Sequence[str]) -> Floats:
        """Give the vectors of some words."""
        places = self._places
        for word in words:
            if word not in places:
                self._add(word)
        found: Floats = self._rows[[places[word] for word in words]]
        return found

    def _add(self, text: str) -> None:
        place = len(self._places)
        if place == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        found = word_features(text, self._words, self._sizes)
        word, gram, prefix, suffix, shape = self._tables
        parts = (word[found.word], gram[list(found.grams)].mean(0), prefix[found.prefix], suffix[found.suffix])
        self._rows[place] = np.concatenate((*parts, shape[found.shape]))
        self._places[text] = place


class Network:
    """The trained network."""

    def __init__(self, weights: Weights) -> None:
        self._vectors = WordVectors(weights)
        arrays = weights.arrays
        self._arrays = arrays
        self._layers = [Lstm.of(arrays, name) for name in ("base.lstm", "middle", "upper")]
        entities = weights.labels["entities"]
        self._moves = allowed_moves(arrays["name_moves"], entities)
        self._inside = np.array([label.startswith("I-") for label in entities])
        self._root = weights.labels["relations"].index("root")
        pair = arrays["label_pair"]
        self._pair = np.ascontiguousarray(pair.transpose(1, 0, 2).reshape(pair.shape[1], -1))

    def read(self, segments: Sequence[tuple[Sequence[str], Sequence[int]]]) -> list[Reading]:
        """Read segments, each a list of words and of the gaps before them."""
        self._vectors.trim()
        order = sorted(range(len(segments)), key=lambda number: len(segments[number][0]))
        readings: dict[int, Reading] = {}
        for block in _blocks(order, [len(words) for words, _ in segments]):
            readings.update(zip(block, self._block([segments[number] for number in block]), strict=True))
        return [readings[number] for number in range(len(segments))]

    def _block(self, segments: Sequence[tuple[Sequence[str], Sequence[int]]]) -> list[Reading]:
        lengths = np.array([len(words) for words, _ in segments])
        inputs = self._inputs(segments, lengths)
        low = self._layers[0].run(inputs, lengths)
        middle = self._layers[1].run(low, lengths)
        upper = self._layers[2].run(middle, lengths) + middle
        real = (np.arange(lengths.max())[:, None] < lengths).T
        tags, starts = self._tags(inputs.swapaxes(0, 1)[real], middle.swapaxes(0, 1)[real])
        begins = np.zeros(real.shape, np.bool_)
        begins[real] = starts
        begins[:, 0] = True
        for row, (_, gaps) in enumerate(segments):
            begins[row, : len(gaps)] |= np.array(gaps) == 3
        names = self._names(middle, upper, begins.T).T[real]
        flat = upper.swapaxes(0, 1)[real]
        heads, relations = self._trees(flat, begins[real])
        ends = np.cumsum(lengths)
        readings = []
        for row, end in enumerate(ends):
            part = slice(end - lengths[row], end)
            upos, xpos, feats, scripts = (values[part] for values in tags)
            begin = begins[row, : lengths[row]]
            readings.append(
                Reading(upos, xpos, feats, scripts, names[part], begin, heads[part] - part.start, relations[part])
            )
        return readings

    def _inputs(self, segments: Sequence[tuple[Sequence[str], Sequence[int]]], lengths: Ints) -> Floats:
        gap = self._arrays["base.embed.gap.weight"]
        words = self._vectors.lookup([word for segment, _ in segments for word in segment])
        width = words.shape[1]
        out = np.zeros((len(segments), int(lengths.max()), width + gap.shape[1]), np.float32)
        end = 0
        for row, (segment, gaps) in enumerate(segments):
            size = len(segment)
            out[row, :size, :width] = words[end : end + size]
            out[row, :size, width:] = gap[list(gaps)]
            end += size
        return np.ascontiguousarray(out.swapaxes(0, 1))

    def _linear(self, values: Floats, name: str) -> Floats:
        out: Floats = values @ self._arrays[f"{name}.weight"].T
        out += self._arrays[f"{name}.bias"]
        return out

    def _tags(self, inputs: Floats, middle: Floats) -> tuple[list[Ints], npt.NDArray[np.bool_]]:
        hidden = _leaky(self._linear(middle, "tag_hidden"))
        best = [self._linear(hidden, name).argmax(1) for name in ("upos", "xpos", "feats")]
        scripts = self._linear(np.concatenate([hidden, inputs[:, self._vectors.edges]], 1), "scripts")
        few = np.argpartition(-scripts, RANKED_SCRIPTS, 1)[:, :RANKED_SCRIPTS]
        ranked = np.take_along_axis(few, np.argsort(-np.take_along_axis(scripts, few, 1), 1, kind="stable"), 1)
        starts = self._linear(hidden, "starts")
        return [*best, ranked], starts[:, 1] > starts[:, 0]

    def _names(self, middle: Floats, upper: Floats, begins: npt.NDArray[np.bool_]) -> Ints:
        hidden = _leaky(self._linear(np.concatenate([middle, upper], -1), "name_hidden"))
        return best_labels(self._linear(hidden, "names"), self._moves, begins, self._inside)

    def _trees(self, states: Floats, begins: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """Parse the sentences of a block of words; a root is its own head."""
        firsts = np.flatnonzero(begins)
        lengths = np.diff(np.append(firsts, len(begins)))
        word = _leaky(self._linear(states, "arc_word")) @ self._arrays["arc_pair"]
        head = _leaky(self._linear(states, "arc_head"))
        bias = head @ self._arrays["arc_bias"]
        root = self._arrays["root"][None]
        root_head = _leaky(self._linear(root, "arc_head"))[0]
        root_bias = root_head @ self._arrays["arc_bias"]
        heads = np.empty(len(begins), np.int64)
        for first, length in zip(firsts.tolist(), lengths.tolist(), strict=True):
            part = slice(first, first + length)
            scores = np.empty((length, length + 1), np.float32)
            scores[:, 0] = word[part] @ root_head + root_bias
            np.matmul(word[part], head[part].T, out=scores[:, 1:])
            scores[:, 1:] += bias[part]
            tree = best_tree(scores)
            heads[part] = np.where(tree == 0, np.arange(first, first + length), tree - 1 + first)
        return heads, self._relations(states, root, heads)

    def _relations(self, states: Floats, root: Floats, heads: Ints) -> Ints:
        words = _leaky(self._linear(states, "label_word"))
        above = _leaky(self._linear(np.concatenate([states, root]), "label_head"))
        roots = heads == np.arange(len(heads))
        chosen = above[np.where(roots, len(heads), heads)]
        one = np.ones((len(heads), 1), np.float32)
        words, chosen = np.concatenate([words, one], 1), np.concatenate([chosen, one], 1)
        out = np.empty(len(heads), np.int64)
        for first in range(0, len(heads), PAIR_WORDS):
            part = slice(first, first + PAIR_WORDS)
            mixed = (words[part] @ self._pair).reshape(len(words[part]), -1, chosen.shape[1])
            scores = np.matmul(mixed, chosen[part, :, None])[:, :, 0]
            scores[:, self._root] = np.where(roots[part], np.float32(1e9), np.float32(-1e9))
            out[part] = scores.argmax(1)
        return out


def _leaky(values: Floats) -> Floats:
    out: Floats = np.maximum(values, values * np.float32(0.1))
    return out


def _blocks(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Group segments, already sorted by length, into blocks of bounded size."""
    block: list[int] = []
    for number in order:
        if block and ((len(block) + 1) * lengths[number] > BLOCK_WORDS or len(block) >= BLOCK_ROWS):
            yield block
            block = []
        block.append(number)
    if block:
        yield block

"""The network in numpy: words in, label numbers and trees out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from demarche.language.features import GAP_PARAGRAPH, FeatureSizes, word_features
from demarche.language.lstm import Lstm
from demarche.language.names import allowed_moves, best_labels
from demarche.language.packing import Packing
from demarche.language.trees import broken, forbid_own, mended
from demarche.language.weights import Weights

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

CACHED_WORDS = 30_000
BLOCK_WORDS = 3_000
BLOCK_ROWS = 64
PAIR_WORDS = 128
"""Small enough that what a block needs stays in the processor's cache, large enough for full matrix products."""
RANKED_SCRIPTS = 3
LEAK = np.float32(0.1)


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

    def kinds(self, words: Sequence[str]) -> tuple[Floats, Ints]:
        """Give the vectors of the different words, and for every word the number of its vector."""
        places = self._places
        for word in words:
            if word not in places:
                self._add(word)
        found, which = np.unique([places[word] for word in words], return_inverse=True)
        return self._rows[found], which

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
        order = sorted(range(len(segments)), key=lambda number: -len(segments[number][0]))
        readings: dict[int, Reading] = {}
        for block in _blocks(order, [len(words) for words, _ in segments]):
            readings.update(zip(block, self._block([segments[number] for number in block]), strict=True))
        return [readings[number] for number in range(len(segments))]

    def _block(self, segments: Sequence[tuple[Sequence[str], Sequence[int]]]) -> list[Reading]:
        """Read segments, the longest first. Words stand packed in the layers, one segment after the other elsewhere."""
        lengths = [len(words) for words, _ in segments]
        packing = Packing.of(lengths)
        packed = np.empty_like(packing.flat)
        packed[packing.flat] = np.arange(len(packed))
        kinds, which = self._vectors.kinds([word for words, _ in segments for word in words])
        gaps = np.array([gap for _, found in segments for gap in found])
        marks = self._arrays["base.embed.gap.weight"]
        low = self._layers[0].run_kinds(kinds, which[packing.flat], marks, gaps[packing.flat], packing)
        middle = self._layers[1].run(low, packing)
        upper = self._layers[2].run(middle, packing)
        upper += middle
        ends = np.cumsum(lengths)
        tags, begins = self._tags(kinds[:, self._vectors.edges], which, middle[packed])
        begins |= gaps == GAP_PARAGRAPH
        begins[ends - lengths] = True
        names = self._names(middle, upper, begins[packing.flat], packing)[packed]
        heads, relations = self._trees(upper[packed], begins)
        readings = []
        for end, length in zip(ends.tolist(), lengths, strict=True):
            part = slice(end - length, end)
            upos, xpos, feats, scripts = (values[part] for values in tags)
            own = heads[part] - part.start
            readings.append(Reading(upos, xpos, feats, scripts, names[part], begins[part], own, relations[part]))
        return readings

    def _linear(self, values: Floats, name: str) -> Floats:
        out: Floats = values @ self._arrays[f"{name}.weight"].T
        out += self._arrays[f"{name}.bias"]
        return out

    def _tags(self, edges: Floats, which: Ints, middle: Floats) -> tuple[list[Ints], npt.NDArray[np.bool_]]:
        hidden = _leaky(self._linear(middle, "tag_hidden"))
        best = [self._linear(hidden, name).argmax(1) for name in ("upos", "xpos", "feats")]
        weights, width = self._arrays["scripts.weight"], hidden.shape[1]
        scripts = hidden @ weights[:, :width].T
        scripts += (edges @ weights[:, width:].T + self._arrays["scripts.bias"])[which]
        ranked = np.empty((len(scripts), RANKED_SCRIPTS), np.int64)
        words = np.arange(len(scripts))
        for rank in range(RANKED_SCRIPTS):
            ranked[:, rank] = scripts.argmax(1)
            scripts[words, ranked[:, rank]] = -np.inf
        starts = self._linear(hidden, "starts")
        return [*best, ranked], starts[:, 1] > starts[:, 0]

    def _names(self, middle: Floats, upper: Floats, begins: npt.NDArray[np.bool_], packing: Packing) -> Ints:
        hidden = _leaky(self._linear(np.concatenate([middle, upper], -1), "name_hidden"))
        return best_labels(self._linear(hidden, "names"), self._moves, begins, self._inside, packing)

    def _trees(self, states: Floats, begins: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """Parse the sentences of a block of words; a root is its own head."""
        firsts = np.flatnonzero(begins)
        ends = np.append(firsts[1:], len(begins))
        word = _leaky(self._linear(states, "arc_word")) @ self._arrays["arc_pair"]
        head = _leaky(self._linear(states, "arc_head"))
        bias = head @ self._arrays["arc_bias"]
        root = self._arrays["root"][None]
        root_head = _leaky(self._linear(root, "arc_head"))[0]
        rooted = word @ root_head + root_head @ self._arrays["arc_bias"]
        heads = np.empty(len(begins), np.int64)
        scores = []
        for first, end in zip(firsts.tolist(), ends.tolist(), strict=True):
            own = np.empty((end - first, end - first + 1), np.float32)
            own[:, 0] = rooted[first:end]
            np.matmul(word[first:end], head[first:end].T, out=own[:, 1:])
            own[:, 1:] += bias[first:end]
            forbid_own(own)
            heads[first:end] = _absolute(own.argmax(1), first)
            scores.append(own)
        for number in np.flatnonzero(broken(heads, firsts)).tolist():
            first = int(firsts[number])
            heads[first : int(ends[number])] = _absolute(mended(scores[number]), first)
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
    np.maximum(values, values * LEAK, out=values)
    return values


def _absolute(tree: Ints, first: int) -> Ints:
    """Heads counted in the block; a root is its own head."""
    return np.where(tree == 0, np.arange(first, first + len(tree)), tree - 1 + first)


def _blocks(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Group segments, already sorted by length, into blocks of bounded size."""
    block: list[int] = []
    words = 0
    for number in order:
        if block and (words + lengths[number] > BLOCK_WORDS or len(block) >= BLOCK_ROWS):
            yield block
            block, words = [], 0
        block.append(number)
        words += lengths[number]
    if block:
        yield block

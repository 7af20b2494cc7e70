"""The network, in PyTorch: used for training only. ``demarche.language.runtime`` is its twin in numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from demarche.language.features import FeatureSizes, word_features

WORD, GRAM, PREFIX, SUFFIX, SHAPE, GAP = 128, 64, 16, 32, 24, 8
INPUT = WORD + GRAM + PREFIX + SUFFIX + SHAPE + GAP
BASE = 320
"""Width of the pretrained layer, each direction."""


@dataclass(frozen=True, slots=True)
class TypeTable:
    """Feature rows of every distinct word; n-gram rows are ragged: ``grams[starts[i]:starts[i + 1]]``."""

    rows: npt.NDArray[np.int64]
    grams: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]

    def bags(self, types: npt.NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        """Gather the n-gram rows of some words as one flat list with offsets."""
        lengths = self.starts[types + 1] - self.starts[types]
        offsets = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        places = np.arange(int(lengths.sum())) + np.repeat(self.starts[types] - offsets, lengths)
        return torch.from_numpy(self.grams[places]), torch.from_numpy(offsets)


def type_table(types: Sequence[str], words: Mapping[str, int], sizes: FeatureSizes) -> TypeTable:
    """Compute the features of every distinct word."""
    found = [word_features(text, words, sizes) for text in types]
    rows = np.array([(f.word, f.prefix, f.suffix, f.shape) for f in found], np.int64)
    starts = np.concatenate(([0], np.cumsum([len(f.grams) for f in found]))).astype(np.int64)
    return TypeTable(rows, np.array([gram for f in found for gram in f.grams], np.int64), starts)


class Embedder(nn.Module):
    """Makes a word's vector out of its features."""

    def __init__(self, words: int, sizes: FeatureSizes) -> None:
        super().__init__()
        self.word = nn.Embedding(words + 1, WORD)
        self.gram = nn.EmbeddingBag(sizes.grams, GRAM, mode="mean")
        self.prefix = nn.Embedding(sizes.prefixes, PREFIX)
        self.suffix = nn.Embedding(sizes.suffixes, SUFFIX)
        self.shape = nn.Embedding(sizes.shapes, SHAPE)
        self.gap = nn.Embedding(4, GAP)
        for table in (self.gram, self.prefix, self.suffix, self.shape, self.gap):
            nn.init.normal_(table.weight, std=0.3)
        nn.init.normal_(self.word.weight, std=0.1)

    def forward(self, table: TypeTable, tokens: npt.NDArray[np.int64], gaps: Tensor, hide: float) -> Tensor:
        """Embed a (batch, time) block of word numbers; ``hide`` is the chance that a word's own row is hidden."""
        types, places = np.unique(tokens, return_inverse=True)
        rows = torch.from_numpy(table.rows[types])
        flat, offsets = table.bags(types)
        surface = torch.cat(
            [self.gram(flat, offsets), self.prefix(rows[:, 1]), self.suffix(rows[:, 2]), self.shape(rows[:, 3])], 1
        )
        index = torch.from_numpy(places.reshape(tokens.shape))
        words = rows[:, 0][index]
        if hide:
            words = words.masked_fill(torch.rand(words.shape) < hide, 0)
        return torch.cat([self.word(words), nn.functional.embedding(index, surface), self.gap(gaps)], -1)


class Base(nn.Module):
    """The pretrained part: word vectors and one LSTM in each direction."""

    def __init__(self, words: int, sizes: FeatureSizes) -> None:
        super().__init__()
        self.embed = Embedder(words, sizes)
        self.lstm = nn.LSTM(INPUT, BASE, bidirectional=True)


TOP = 208
"""Width of the two upper layers, each direction."""
ARC, LABEL, TAG, NAME, NAME_STYLE = 256, 72, 256, 128, 4
STRIPES = 61
"""How many masks a list of words shares."""


class SharedDropout(nn.Module):
    """Dropout with one mask for all steps of a sequence (the first axis); lists of words are masked in stripes."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self._chance = chance

    def forward(self, values: Tensor) -> Tensor:
        """Hide some columns, the same ones along the first axis."""
        if not self.training:
            return values
        shape = (1, *values.shape[1:]) if values.dim() > 2 else (STRIPES, values.shape[1])
        mask = (torch.rand(shape) >= self._chance).to(values.dtype) / (1 - self._chance)
        if values.dim() > 2:
            return values * mask
        return values * mask.repeat(-(-len(values) // STRIPES), 1)[: len(values)]


@dataclass(frozen=True, slots=True)
class HeadSizes:
    """How many labels each head tells apart."""

    upos: int
    xpos: int
    feats: int
    scripts: int
    relations: int
    entities: int


class Reader(nn.Module):
    """The whole network: base, two upper layers, and a head for each kind of annotation."""

    def __init__(self, words: int, sizes: FeatureSizes, labels: HeadSizes, drop: float = 0.25) -> None:
        super().__init__()
        self.base = Base(words, sizes)
        self.middle = nn.LSTM(2 * BASE, TOP, bidirectional=True)
        self.upper = nn.LSTM(2 * TOP, TOP, bidirectional=True)
        self.drop_input = SharedDropout(0.15)
        self.drop = SharedDropout(drop)
        self.tag_hidden = nn.Linear(2 * TOP, TAG)
        self.upos = nn.Linear(TAG, labels.upos)
        self.xpos = nn.Linear(TAG, labels.xpos)
        self.feats = nn.Linear(TAG, labels.feats)
        self.scripts = nn.Linear(TAG + SUFFIX + PREFIX, labels.scripts)
        self.starts = nn.Linear(TAG, 2)
        self.name_hidden = nn.Linear(4 * TOP, NAME)
        self.name_style = nn.Embedding(NAME_STYLE, NAME)
        self.names = nn.Linear(NAME, labels.entities)
        self.name_moves = nn.Parameter(torch.zeros(labels.entities, labels.entities))
        self.arc_word = nn.Linear(2 * TOP, ARC)
        self.arc_head = nn.Linear(2 * TOP, ARC)
        self.arc_pair = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.label_word = nn.Linear(2 * TOP, LABEL)
        self.label_head = nn.Linear(2 * TOP, LABEL)
        self.label_pair = nn.Parameter(torch.zeros(labels.relations, LABEL + 1, LABEL + 1))
        self.root = nn.Parameter(torch.zeros(2 * TOP))
        nn.init.normal_(self.root, std=0.1)
        nn.init.zeros_(self.name_style.weight)
        nn.init.orthogonal_(self.arc_pair, gain=0.5)
        nn.init.normal_(self.label_pair, std=0.02)

    def states(
        self, table: TypeTable, tokens: npt.NDArray[np.int64], gaps: Tensor, hide: float
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Run the layers over a (time, batch) block; gives inputs, middle and upper states."""
        inputs = self.base.embed(table, tokens, gaps, hide)
        low, _ = self.base.lstm(self.drop_input(inputs))
        middle, _ = self.middle(self.drop(low))
        middle = self.drop(middle)
        upper, _ = self.upper(middle)
        return inputs, middle, self.drop(upper + middle)

    def tags(self, inputs: Tensor, middle: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Score parts of speech (two sets), features, lemma scripts and sentence starts, for a list of words."""
        hidden = self.drop(functional.leaky_relu(self.tag_hidden(middle), 0.1))
        edges = inputs[:, WORD + GRAM : WORD + GRAM + PREFIX + SUFFIX]
        scripts = self.scripts(torch.cat([hidden, edges], 1))
        return self.upos(hidden), self.xpos(hidden), self.feats(hidden), scripts, self.starts(hidden)

    def name_scores(self, middle: Tensor, upper: Tensor, styles: Tensor) -> Tensor:
        """Score entity labels of a (time, batch) block."""
        hidden = self.name_hidden(torch.cat([middle, upper], -1)) + self.name_style(styles)
        scores: Tensor = self.names(self.drop(functional.leaky_relu(hidden, 0.1)))
        return scores

    def arcs(self, upper: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Score the heads of (sentence, word) blocks; column 0 is the root. Also gives the label vectors."""
        heads = torch.cat([self.root.expand(upper.shape[0], 1, -1), upper], 1)
        word = self.drop(functional.leaky_relu(self.arc_word(upper), 0.1))
        head = self.drop(functional.leaky_relu(self.arc_head(heads), 0.1))
        scores = (word @ self.arc_pair) @ head.transpose(1, 2) + (head @ self.arc_bias)[:, None, :]
        label_word = self.drop(functional.leaky_relu(self.label_word(upper), 0.1))
        label_head = self.drop(functional.leaky_relu(self.label_head(heads), 0.1))
        return scores, label_word, label_head

    def relations(self, word: Tensor, head: Tensor) -> Tensor:
        """Score the relations of (word, head) pairs."""
        one = word.new_ones(word.shape[0], 1)
        word, head = torch.cat([word, one], 1), torch.cat([head, one], 1)
        mixed = torch.einsum("nd,rde->nre", word, self.label_pair)
        return torch.einsum("nre,ne->nr", mixed, head)


def sequence_loss(scores: Tensor, moves: Tensor, gold: Tensor) -> Tensor:
    """Negative log-likelihood of label sequences (a linear chain) over a (time, batch) block; gold < 0 is padding."""
    known = gold >= 0
    picked = scores.gather(2, gold.clamp(min=0)[:, :, None])[:, :, 0] * known
    pairs = moves[gold[:-1].clamp(min=0), gold[1:].clamp(min=0)] * (known[1:] & known[:-1])
    total = scores[0]
    for step in range(1, scores.shape[0]):
        following = torch.logsumexp(total[:, :, None] + moves[None], 1) + scores[step]
        total = torch.where(known[step][:, None], following, total)
    return torch.logsumexp(total, 1).sum() - picked.sum() - pairs.sum()

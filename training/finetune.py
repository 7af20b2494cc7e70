"""Train the whole network on the treebanks and the entity sets, within a given time."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from demarche.language.features import FeatureSizes
from training import samples
from training.network import HeadSizes, Reader, TypeTable, sequence_loss, type_table
from training.samples import IGNORE, Corpus, Labels, Numberer, Segment, padded
from training.treebanks import Document

HIDE = 0.1
BATCH_WORDS = 1_600
LONGEST = 180
AVERAGING = 0.998


@dataclass(frozen=True, slots=True)
class Words:
    """Numbers and features of every word form of the training texts."""

    numbers: dict[str, int]
    table: TypeTable


@dataclass(slots=True)
class Batch:
    """A block of segments as tensors; the sentence lists index the flattened (time, batch) block."""

    tokens: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    gaps: Tensor
    styles: Tensor
    tags: dict[str, Tensor]
    entities: Tensor
    places: Tensor
    heads: Tensor
    relations: Tensor


def forms(documents: list[Document]) -> Iterator[str]:
    """List every form with the variants that the variations can make."""
    for form in chain.from_iterable(s.forms for d in documents for s in d.sentences):
        for plain in (form, form.replace("'", "’")):
            yield from (plain, plain.upper(), plain[:1].upper() + plain[1:])
    yield from ("“", "”", "")


def make_words(documents: list[Document], vocabulary: dict[str, int], sizes: FeatureSizes) -> Words:
    """Number the forms."""
    numbers: dict[str, int] = {}
    for form in forms(documents):
        numbers.setdefault(form, len(numbers))
    return Words(numbers, type_table(list(numbers), vocabulary, sizes))


def make_batch(group: list[Segment], words: Words) -> Batch:
    """Lay a group of segments out as tensors."""
    width = len(group)
    tokens = padded([[words.numbers[word] for word in s.words] for s in group], words.numbers[""])
    tags = {
        name: torch.from_numpy(padded([getattr(s, name) for s in group], IGNORE))
        for name in ("upos", "xpos", "feats", "scripts")
    }
    tags["starts"] = torch.from_numpy(
        padded([s.starts if s.parsed else [IGNORE] * len(s.words) for s in group], IGNORE)
    )
    tags["starts"][0] = IGNORE
    found = [(column, first, length, s) for column, s in enumerate(group) if s.parsed for first, length in s.sentences]
    longest = max((length for _, _, length, _ in found), default=1)
    places = np.zeros((len(found), longest), np.int64)
    heads = np.full((len(found), longest), IGNORE, np.int64)
    relations = np.full((len(found), longest), IGNORE, np.int64)
    for row, (column, first, length, s) in enumerate(found):
        places[row, :length] = (np.arange(first, first + length)) * width + column
        heads[row, :length] = s.heads[first : first + length]
        relations[row, :length] = s.relations[first : first + length]
    return Batch(
        tokens,
        torch.from_numpy(padded([s.gaps for s in group], 0)),
        torch.tensor([s.style for s in group]),
        tags,
        torch.from_numpy(padded([s.entities for s in group], IGNORE)),
        torch.from_numpy(places),
        torch.from_numpy(heads),
        torch.from_numpy(relations),
    )


def batch_losses(model: Reader, batch: Batch, table: TypeTable, hide: float) -> dict[str, Tensor]:
    """Compute the loss of every head."""
    inputs, middle, upper = model.states(table, batch.tokens, batch.gaps, hide)
    losses: dict[str, Tensor] = {}
    names = ("upos", "xpos", "feats", "scripts", "starts")
    for name, scores in zip(names, model.tags(inputs.flatten(0, 1), middle.flatten(0, 1)), strict=True):
        gold = batch.tags[name].flatten()
        if (gold >= 0).any():
            losses[name] = functional.cross_entropy(scores, gold)
    named = batch.entities[0] >= 0
    if named.any():
        scores = model.name_scores(middle[:, named], upper[:, named], batch.styles[named])
        gold = batch.entities[:, named]
        losses["names"] = sequence_loss(scores, model.name_moves, gold) / (gold >= 0).sum()
    if len(batch.places):
        losses.update(tree_losses(model, batch, upper))
    return losses


def tree_losses(model: Reader, batch: Batch, upper: Tensor) -> dict[str, Tensor]:
    """Compute the losses of heads and relations."""
    states = upper.flatten(0, 1)[batch.places]
    scores, word, head = model.arcs(states)
    real = batch.heads >= 0
    scores[:, :, 1:] = scores[:, :, 1:].masked_fill(~real[:, None, :], -1e4)
    sentence, place = torch.nonzero(real, as_tuple=True)
    relation = model.relations(word[sentence, place], head[sentence, batch.heads[real]])
    return {
        "arcs": functional.cross_entropy(scores[real], batch.heads[real]),
        "relations": functional.cross_entropy(relation, batch.relations[real], ignore_index=IGNORE),
    }


WEIGHTS = {
    "upos": 0.3,
    "xpos": 0.4,
    "feats": 0.4,
    "scripts": 0.3,
    "starts": 1.0,
    "names": 1.0,
    "arcs": 1.0,
    "relations": 0.7,
}


class Average:
    """A running average of the weights, which is what gets shipped."""

    def __init__(self, model: nn.Module) -> None:
        self._values = [value.detach().clone() for value in model.parameters()]
        self._steps = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move towards the present weights."""
        self._steps += 1
        keep = min(AVERAGING, (1 + self._steps) / (10 + self._steps))
        torch._foreach_lerp_(self._values, list(model.parameters()), 1 - keep)

    @torch.no_grad()
    def swap(self, model: nn.Module) -> None:
        """Exchange the average and the present weights."""
        for mine, theirs in zip(self._values, model.parameters(), strict=True):
            kept = mine.clone()
            mine.copy_(theirs)
            theirs.copy_(kept)


def epoch(corpus: Corpus, numberer: Numberer, chance: random.Random) -> list[list[Segment]]:
    """Vary, cut and group the training texts for one pass."""
    found: list[Segment] = []
    for document in corpus.train:
        size = chance.choice((30, 60, 110))
        lengths = samples.limits(chance, size // 2, size)
        pieces = list(numberer.segments(samples.vary(document, chance), lengths, chance.random() < 0.3))
        if chance.random() < 0.04:
            for piece in pieces:
                samples.wrap(piece, chance)
        found.extend(piece for piece in pieces if len(piece.words) <= LONGEST)
    return samples.batches(found, BATCH_WORDS, chance)


@torch.no_grad()
def evaluate(model: Reader, documents: list[Document], numberer: Numberer, words: Words) -> str:
    """Score the heads one by one on true words and sentences (no tree search): a quick look while training."""
    model.eval()
    right: dict[str, list[float]] = {}
    chance = random.Random(1)
    segments = [piece for d in documents for piece in numberer.segments(d, samples.limits(chance, 80, 80))]
    for group in samples.batches(segments, 4000, chance):
        batch = make_batch(group, words)
        inputs, middle, upper = model.states(words.table, batch.tokens, batch.gaps, 0)
        names = ("upos", "xpos", "feats", "scripts", "starts")
        for name, scores in zip(names, model.tags(inputs.flatten(0, 1), middle.flatten(0, 1)), strict=True):
            gold = batch.tags[name].flatten()
            keep = gold >= 0 if name != "starts" else gold == 1
            right.setdefault(name, []).extend((scores.argmax(1) == gold)[keep].float().tolist())
        scores, word, head = model.arcs(upper.flatten(0, 1)[batch.places])
        real = batch.heads >= 0
        scores[:, :, 1:] = scores[:, :, 1:].masked_fill(~real[:, None, :], -1e4)
        guess = scores.argmax(2)
        sentence, place = torch.nonzero(real, as_tuple=True)
        relation = model.relations(word[sentence, place], head[sentence, guess[real]]).argmax(1)
        hit = guess[real] == batch.heads[real]
        right.setdefault("uas", []).extend(hit.float().tolist())
        right.setdefault("las", []).extend((hit & (relation == batch.relations[real])).float().tolist())
        entity = model.name_scores(middle, upper, batch.styles).argmax(2)
        keep = (batch.entities >= 0) & ((batch.entities > 0) | (entity > 0))
        right.setdefault("names", []).extend((entity == batch.entities)[keep].float().tolist())
    model.train()
    return " ".join(f"{name} {100 * sum(hits) / max(1, len(hits)):.2f}" for name, hits in right.items())


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, how fast, and where to write."""

    minutes: float
    rate: float
    seed: int
    out: Path


def make_optimiser(model: Reader, rate: float) -> torch.optim.Adam:
    """Make the optimiser; the pretrained layer learns at half the rate."""
    slow = list(model.base.parameters())
    known = {id(value) for value in slow}
    fast = [value for value in model.parameters() if id(value) not in known]
    groups = [{"params": slow, "factor": 0.5}, {"params": fast, "factor": 1.0}]
    return torch.optim.Adam(groups, lr=rate, betas=(0.9, 0.98), fused=True)


def train(model: Reader, corpus: Corpus, numberer: Numberer, words: Words, plan: Plan) -> None:
    """Train until the time is up and save the averaged weights after every pass."""
    optimiser = make_optimiser(model, plan.rate)
    average = Average(model)
    chance = random.Random(plan.seed)
    begin = time.monotonic()
    step = passes = 0
    done = 0.0
    while done < 1:
        sums: dict[str, float] = {}
        for group in epoch(corpus, numberer, chance):
            done = (time.monotonic() - begin) / (60 * plan.minutes)
            if done >= 1:
                break
            for setting in optimiser.param_groups:
                setting["lr"] = setting["factor"] * plan.rate * min(1.0, (step + 1) / 200) * (1 - done) + 1e-6
            losses = batch_losses(model, make_batch(group, words), words.table, HIDE)
            optimiser.zero_grad(set_to_none=True)
            torch.autograd.backward(torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum())
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            average.update(model)
            step += 1
            for name, loss in losses.items():
                sums[name] = 0.98 * sums.get(name, loss.item()) + 0.02 * loss.item()
            if step % 100 == 0:
                print(
                    f"  {step} {done:.3f} " + " ".join(f"{name} {value:.3f}" for name, value in sums.items()),
                    flush=True,
                )
        passes += 1
        average.swap(model)
        torch.save(model.state_dict(), plan.out)
        if passes % 3 == 1 or done >= 1:
            for name, documents in corpus.dev.items():
                print(f"pass {passes} {done:.2f} {name}: {evaluate(model, documents, numberer, words)}", flush=True)
        average.swap(model)


def make_model(vocabulary: int, sizes: FeatureSizes, labels: Labels) -> Reader:
    """Build the network for some label lists."""
    counts = {name: len(values) for name, values in asdict(labels).items()}
    return Reader(vocabulary, sizes, HeadSizes(**counts, entities=len(samples.ENTITY_LABELS)))


def main() -> None:
    """Write ``reader.pt``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--base", type=Path, help="a pretrained first layer to begin with")
    parser.add_argument("--start", type=Path, help="a whole trained network to go on with")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--out", default="reader.pt")
    args = parser.parse_args()
    torch.manual_seed(5)
    torch.set_num_threads(1)
    sizes = FeatureSizes()
    vocabulary = (args.folder / "words.txt").read_text(encoding="utf-8").split("\n")
    corpus = samples.load(args.data)
    labels = samples.label_lists(corpus.train)
    everything = [*corpus.train, *chain.from_iterable(corpus.dev.values())]
    words = make_words(everything, {word: number for number, word in enumerate(vocabulary, 1)}, sizes)
    model = make_model(len(vocabulary), sizes, labels)
    if args.base:
        model.base.load_state_dict(torch.load(args.base, weights_only=True))
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    plan = Plan(args.minutes, args.rate, args.seed, args.folder / args.out)
    train(model, corpus, Numberer(labels), words, plan)


if __name__ == "__main__":
    main()

"""Pretrain the first layer on raw text: each direction guesses its next word; names of the authority files help."""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from demarche.language.features import FeatureSizes
from training.network import BASE, WORD, Base, TypeTable, type_table
from training.silver import UNKNOWN

ROWS, STEPS, NEGATIVES = 64, 64, 800
HIDE = 0.1
CLIP = 1.0


@dataclass(frozen=True, slots=True)
class Raw:
    """The raw text as numbers."""

    words: npt.NDArray[np.int32]
    gaps: npt.NDArray[np.uint8]
    silver: npt.NDArray[np.uint8]
    table: TypeTable
    vocabulary: list[str]


class Guesser(nn.Module):
    """The layer under training with its temporary heads."""

    def __init__(self, base: Base, words: int) -> None:
        super().__init__()
        self.base = base
        self.ahead = nn.Linear(BASE, WORD)
        self.back = nn.Linear(BASE, WORD)
        self.bias = nn.Parameter(torch.zeros(words + 1))
        self.names = nn.Linear(2 * BASE, 4)


@dataclass(frozen=True, slots=True)
class Sampler:
    """Draws the words that a guess has to be told apart from."""

    frequency: npt.NDArray[np.float64]
    proposal: npt.NDArray[np.float64]
    correction: Tensor
    generator: np.random.Generator

    @classmethod
    def of(cls, counts: npt.NDArray[np.int64], seed: int) -> Sampler:
        """Make a sampler from word counts."""
        frequency = counts / counts.sum()
        flat = np.power(frequency, 0.6)
        proposal = flat / flat.sum()
        drawn = np.log1p(-np.minimum(frequency, 0.5)) * ROWS * STEPS + np.log1p(-np.minimum(proposal, 0.5)) * NEGATIVES
        included = np.maximum(1 - np.exp(drawn), 1e-9)
        return cls(frequency, proposal, torch.from_numpy(np.log(included)).float(), np.random.default_rng(seed))

    def candidates(self, targets: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Join the right answers of a batch with random words."""
        drawn = np.searchsorted(np.cumsum(self.proposal), self.generator.random(NEGATIVES)).clip(
            1, len(self.proposal) - 1
        )
        return np.union1d(np.unique(targets), drawn)


def load_raw(folder: Path, sizes: FeatureSizes) -> Raw:
    """Read what ``rawtext``, ``vectors`` and ``silver`` wrote."""
    stream = np.load(folder / "stream.npz")
    types = (folder / "types.txt").read_text(encoding="utf-8").split("\n")
    vocabulary = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    numbers = {word: number for number, word in enumerate(vocabulary, 1)}
    table = type_table(types, numbers, sizes)
    return Raw(stream["words"], stream["gaps"], np.load(folder / "silver.npy"), table, vocabulary)


def guess_loss(states: Tensor, targets: npt.NDArray[np.int64], model: Guesser, sampler: Sampler) -> Tensor:
    """Measure the guesses (rows of ``states``) against the right words."""
    keep = np.flatnonzero(targets > 0)
    right = targets[keep]
    candidates = sampler.candidates(right)
    numbers = torch.from_numpy(candidates)
    table = model.base.embed.word.weight[numbers]
    offset = model.bias[numbers] - sampler.correction[numbers]
    scores = torch.addmm(offset, states[torch.from_numpy(keep)], table.T)
    return functional.cross_entropy(scores, torch.from_numpy(np.searchsorted(candidates, right)))


def batch_loss(model: Guesser, raw: Raw, sampler: Sampler, places: npt.NDArray[np.int64]) -> tuple[Tensor, Tensor]:
    """Compute both losses of one batch of windows."""
    tokens = raw.words[places].astype(np.int64)
    gaps = torch.from_numpy(raw.gaps[places].astype(np.int64))
    states, _ = model.base.lstm(model.base.embed(raw.table, tokens, gaps, HIDE))
    words = raw.table.rows[:, 0][tokens]
    ahead = model.ahead(states[:-1, :, :BASE]).flatten(0, 1)
    back = model.back(states[1:, :, BASE:]).flatten(0, 1)
    both = guess_loss(torch.cat([ahead, back]), np.concatenate([words[1:].ravel(), words[:-1].ravel()]), model, sampler)
    silver = torch.from_numpy(raw.silver[places].astype(np.int64)).flatten()
    silver = silver.masked_fill(silver == UNKNOWN, -100)
    return both, functional.cross_entropy(model.names(states).flatten(0, 1), silver)


def windows(raw: Raw, seed: int) -> npt.NDArray[np.int64]:
    """Lay out one pass over the stream: shuffled windows, as start places."""
    starts = np.arange(0, len(raw.words) - STEPS, STEPS)
    np.random.default_rng(seed).shuffle(starts)
    return starts[: len(starts) // ROWS * ROWS].reshape(-1, ROWS)


def train(model: Guesser, raw: Raw, sampler: Sampler, minutes: float, rate: float, out: Path) -> None:
    """Train until the time is up; the learning rate falls with the time left."""
    optimiser = torch.optim.Adam(model.parameters(), lr=rate, fused=True)
    begin = time.monotonic()
    totals = [0.0, 0.0]
    done = seen = 0.0
    number = 0
    while done < 1:
        for starts in windows(raw, seed=11 + number):
            done = (time.monotonic() - begin) / (60 * minutes)
            if done >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1.0, (number + 1) / 100) * (1 - done) + 1e-6
            guess, name = batch_loss(model, raw, sampler, starts[None, :] + np.arange(STEPS)[:, None])
            optimiser.zero_grad(set_to_none=True)
            torch.autograd.backward(guess + 0.5 * name)
            nn.utils.clip_grad_norm_(model.parameters(), CLIP)
            optimiser.step()
            totals = [totals[0] + guess.item(), totals[1] + name.item()]
            number += 1
            seen += ROWS * STEPS
            if number % 100 == 0:
                rate_now = seen / (time.monotonic() - begin)
                losses = f"guess {totals[0] / 100:.3f} names {totals[1] / 100:.4f}"
                print(f"{number} {done:.2f} {losses} {rate_now:.0f} words/s", flush=True)
                totals = [0.0, 0.0]
            if number % 500 == 0:
                torch.save(model.base.state_dict(), out)
    torch.save(model.base.state_dict(), out)


def main() -> None:
    """Write ``base.pt``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--rate", type=float, default=2e-3)
    args = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(1)
    sizes = FeatureSizes()
    raw = load_raw(args.folder, sizes)
    base = Base(len(raw.vocabulary), sizes)
    vectors = np.load(args.folder / "vectors.npy")
    with torch.no_grad():
        base.embed.word.weight[1:] = torch.from_numpy(vectors) / float(np.linalg.norm(vectors, axis=1).mean()) * 2.0
    counts = np.bincount(
        raw.table.rows[:, 0],
        weights=np.bincount(raw.words, minlength=len(raw.table.rows)),
        minlength=len(raw.vocabulary) + 1,
    )
    counts[0] = 0
    model = Guesser(base, len(raw.vocabulary))
    train(
        model,
        raw,
        Sampler.of(np.maximum(counts, 0.5).astype(np.float64), seed=7),
        args.minutes,
        args.rate,
        args.folder / "base.pt",
    )


if __name__ == "__main__":
    main()

"""Turn trained weights into the pipeline that the package ships."""

from __future__ import annotations

import argparse
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
import torch
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from demarche.language.features import FeatureSizes
from demarche.language.lemmas import stems
from demarche.language.reader import FACTORY, Reader
from demarche.language.tokens import make_tokenizer
from demarche.language.weights import Weights
from training import samples
from training.treebanks import Document, Sentence

STYLE_MIX = {"ewt": 0.25, "gum": 0.25, "wikigold": 0.25, "crossner": 0.25}
"""Whose annotation habits the entities follow."""
SURE = 0.97
SEEN = 2
FREQUENT = 3
OFTEN = 3
LONGEST_EXCEPTION = 12


def lemma_table(documents: Iterable[Document]) -> dict[str, str]:
    """List the forms that had one lemma, for their part of speech, wherever they were seen."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in (s for d in documents for s in d.sentences if s.parsed):
        for form, lemma, upos in zip(sentence.forms, sentence.lemmas, sentence.upos, strict=True):
            if upos != "PROPN" and form.isalpha() and lemma == lemma.lower():
                counts[f"{form.lower()}\t{upos}"][lemma] += 1
    table: dict[str, str] = {}
    for key, found in sorted(counts.items()):
        lemma, count = found.most_common(1)[0]
        if count >= SEEN and count >= SURE * found.total():
            table[key] = lemma
    return table


def base_list(documents: Iterable[Document], counts: dict[str, int]) -> list[str]:
    """List verbs and nouns that exist: lemmas of the treebanks, and words whose regular forms the raw text has."""
    found = {
        f"{lemma}\t{upos}"
        for s in (s for d in documents for s in d.sentences if s.parsed)
        for lemma, upos in zip(s.lemmas, s.upos, strict=True)
        if upos in ("VERB", "NOUN") and lemma.isalpha() and lemma.islower()
    }
    for word, count in counts.items():
        if count < FREQUENT or not word.isalpha() or not word.islower() or len(word) < 3:
            continue
        past = word + "d" if word.endswith("e") else word + "ed"
        going = (word[:-1] if word.endswith("e") else word) + "ing"
        if counts.get(past, 0) > 1 and counts.get(going, 0) > 1 and word in stems(going[:-3]):
            found.add(f"{word}\tVERB")
        if counts.get(word + "s", 0) > 1:
            found.add(f"{word}\tNOUN")
    return sorted(found)


def raw_counts(folder: Path) -> dict[str, int]:
    """Count the words of the raw text as they are written."""
    types = (folder / "types.txt").read_text(encoding="utf-8").split("\n")
    counts = np.bincount(np.load(folder / "stream.npz")["words"], minlength=len(types))
    return dict(zip(types, counts.tolist(), strict=True))


def split_pieces(sentence: Sentence, tokenizer: Tokenizer) -> Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Compare our words with the tokenizer's: pieces without spaces between two common borders."""
    true: list[int] = [0]
    text = ""
    for form, space in zip(sentence.forms, sentence.spaces, strict=True):
        true.append(len(text) + len(form))
        text += form + (" " if space else "")
    for start, end in spans(text):
        ours = [place for place in true if start < place < end]
        made = tokenizer(text[start:end])
        theirs = [start + token.idx for token in made if token.idx]
        borders = [start, *sorted(set(ours) & set(theirs)), end]
        for a, b in itertools.pairwise(borders):
            yield text[a:b], cut(text, a, b, ours), cut(text, a, b, theirs)


def spans(text: str) -> Iterable[tuple[int, int]]:
    """Give the stretches between spaces."""
    start = 0
    for part in text.split(" "):
        if part:
            yield start, start + len(part)
        start += len(part) + 1


def cut(text: str, start: int, end: int, places: Sequence[int]) -> tuple[str, ...]:
    """Cut a stretch at the places within it."""
    inner = [start, *(place for place in places if start < place < end), end]
    return tuple(text[a:b] for a, b in itertools.pairwise(inner))


def runs(sentence: Sentence) -> Iterable[tuple[str, ...]]:
    """Give every run of up to four words without spaces between them."""
    for first in range(len(sentence.forms)):
        for last in range(first, min(first + 4, len(sentence.forms))):
            yield tuple(sentence.forms[first : last + 1])
            if sentence.spaces[last]:
                break


def learned_exceptions(documents: Sequence[Document], tokenizer: Tokenizer) -> dict[str, list[str]]:
    """Find short pieces that the treebanks mostly cut in another way than the rules do."""
    sentences = [s for d in documents for s in d.sentences if s.parsed]
    differs = {piece for s in sentences for piece, ours, theirs in split_pieces(s, tokenizer) if ours != theirs}
    counts: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for run in (run for s in sentences for run in runs(s)):
        if "".join(run) in differs:
            counts["".join(run)][run] += 1
    out: dict[str, list[str]] = {}
    for piece, found in sorted(counts.items()):
        best, count = found.most_common(1)[0]
        usual = 2 * count > found.total() and count >= OFTEN
        if usual and is_general(piece, best) and cut_differs(piece, best, tokenizer):
            out[piece] = list(best)
    return out


def is_general(piece: str, best: tuple[str, ...]) -> bool:
    """Leave out numbers, initials ("V."), typing errors with a lost apostrophe, and whole possessives."""
    initial = len(piece) == 2 and piece[0].isupper() and piece[1] == "."
    odd = initial or any(char.isdigit() for char in piece) or piece.endswith(("'s", "’s")) or best[-1] == "s"
    return not odd and len(piece) < LONGEST_EXCEPTION


def cut_differs(piece: str, wanted: tuple[str, ...], tokenizer: Tokenizer) -> bool:
    """Say whether the rules cut this piece otherwise."""
    return tuple(token.text for token in tokenizer(piece)) != wanted


def export_arrays(state: dict[str, torch.Tensor]) -> dict[str, npt.NDArray[np.float32]]:
    """Fold the mix of annotation habits into the entity head and name the arrays as the network does."""
    arrays = {name: value.float().numpy() for name, value in state.items()}
    style = arrays.pop("name_style.weight")
    mix = np.array([STYLE_MIX[name] for name in samples.STYLES], np.float32)
    arrays["name_hidden.bias"] = arrays["name_hidden.bias"] + mix @ style
    return arrays


def main() -> None:
    """Write the pipeline folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", default="reader.pt")
    parser.add_argument("--version", default="0.1.0")
    args = parser.parse_args()
    corpus = samples.load(args.data)
    labels = {**asdict(samples.label_lists(corpus.train)), "entities": list(samples.ENTITY_LABELS)}
    nlp = spacy.blank("en")
    exceptions = learned_exceptions(corpus.train, make_tokenizer(nlp))
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp, exceptions)
    words = (args.folder / "words.txt").read_text(encoding="utf-8").split("\n")
    state = torch.load(args.folder / args.weights, weights_only=True)
    reader = nlp.add_pipe(FACTORY)
    assert isinstance(reader, Reader)
    numbers = {word: number for number, word in enumerate(words, 1)}
    bases = base_list(corpus.train, raw_counts(args.folder))
    lemmas = lemma_table(corpus.train)
    reader.use(Weights(export_arrays(state), numbers, labels, lemmas, bases, asdict(FeatureSizes())))
    nlp.meta.update(
        name="demarche",
        version=args.version,
        license="CC BY-SA 4.0",
        description="English for diplomacy",
        spacy_version=">=3.8.0,<3.9.0",
    )
    nlp.to_disk(args.out)
    size = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{len(exceptions)} exceptions, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

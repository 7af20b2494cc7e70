"""Turn the openly licensed raw text into one stream of word numbers for pretraining."""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import spacy
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from demarche.language.features import GAP_LINE, GAP_NONE, GAP_PARAGRAPH, GAP_SPACE, normal_form

SOURCES = (
    "kremlin",
    "state_gov",
    "wikinews",
    "aus_pm_releases",
    "wikipedia_current_events",
    "statedept_x",
    "whitehouse",
)
LONG_SOURCE_WORDS = 1_000
"""The White House source is mostly long transcripts; only the head of each item is read, for variety."""
OVERLAP = 8
_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(slots=True)
class Stream:
    """The growing stream: a number for each distinct word, and what stands before each token."""

    numbers: dict[str, int] = field(default_factory=dict)
    words: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)

    def add(self, tokens: list[str], gaps: list[int]) -> None:
        """Append one paragraph."""
        self.words.extend(self.numbers.setdefault(token, len(self.numbers)) for token in tokens)
        self.gaps.extend(gaps)


def read_texts(folder: Path, seed: int) -> list[str]:
    """Read every text of the sources, shuffled."""
    texts: list[str] = []
    for source in SOURCES:
        with gzip.open(folder / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                text = str(json.loads(line)["text"])
                texts.append(head(text, LONG_SOURCE_WORDS) if source == "whitehouse" else text)
    random.Random(seed).shuffle(texts)
    return texts


def head(text: str, words: int) -> str:
    """Keep whole paragraphs up to a number of words."""
    kept: list[str] = []
    count = 0
    for paragraph in text.split("\n"):
        kept.append(paragraph)
        count += len(paragraph.split())
        if count > words:
            break
    return "\n".join(kept)


def tokens_and_gaps(tokenizer: Tokenizer, paragraph: str) -> tuple[list[str], list[int]]:
    """Split a paragraph into tokens, each with the gap before it."""
    tokens: list[str] = []
    gaps: list[int] = []
    gap = GAP_PARAGRAPH
    for token in tokenizer(paragraph):
        if token.is_space:
            gap = max(gap, GAP_LINE if "\n" in token.text else GAP_SPACE)
            continue
        tokens.append(token.text)
        gaps.append(gap)
        gap = GAP_SPACE if token.whitespace_ else GAP_NONE
    return tokens, gaps


def runs(tokens: list[str]) -> Iterator[int]:
    """Hash every run of eight tokens."""
    forms = [normal_form(token) for token in tokens if token[:1].isalnum()]
    return (hash(tuple(forms[i : i + OVERLAP])) for i in range(len(forms) - OVERLAP + 1))


def held_out_runs(files: Iterable[Path]) -> set[int]:
    """Collect the runs of the evaluation texts, so that they are not trained on, even without labels."""
    found: set[int] = set()
    for path in files:
        sentence: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if not line.strip():
                found.update(runs(sentence))
                sentence = []
            elif not line.startswith("#") and len(cells) > 1:
                if cells[0].isdigit():
                    sentence.append(cells[1])
                elif "-" not in cells[0]:
                    sentence.append(cells[0])
        found.update(runs(sentence))
    return found


def build(texts: Iterable[str], held_out: set[int]) -> tuple[Stream, int]:
    """Tokenise the texts paragraph by paragraph; returns the stream and how many paragraphs were left out."""
    tokenizer = spacy.blank("en").tokenizer
    stream = Stream()
    dropped = 0
    for text in texts:
        for paragraph in _PARAGRAPHS.split(text):
            tokens, gaps = tokens_and_gaps(tokenizer, paragraph)
            if not held_out.isdisjoint(runs(tokens)):
                dropped += 1
            elif tokens:
                stream.add(tokens, gaps)
    return stream, dropped


def main() -> None:
    """Write ``stream.npz``, ``types.txt`` and ``normal.txt`` (one paragraph a line, for the word vectors)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tests = [*args.data.glob("treebanks/**/*-dev.conllu"), *args.data.glob("treebanks/**/*-test.conllu")]
    tests += [args.data / "ner/crossner_politics/ner_data/politics/test.txt"]
    stream, dropped = build(read_texts(args.data / "readouts", seed=7), held_out_runs(tests))
    types = list(stream.numbers)
    np.savez(args.out / "stream.npz", words=np.array(stream.words, np.int32), gaps=np.array(stream.gaps, np.uint8))
    (args.out / "types.txt").write_text("\n".join(types), encoding="utf-8")
    forms = [normal_form(word) for word in types]
    with (args.out / "normal.txt").open("w", encoding="utf-8") as out:
        for word, gap in zip(stream.words, stream.gaps, strict=True):
            out.write(("\n" if gap == GAP_PARAGRAPH else " ") + forms[word])
    print(f"{len(stream.words)} tokens, {len(types)} distinct, {dropped} paragraphs left out")


if __name__ == "__main__":
    main()

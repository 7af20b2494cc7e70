"""Mark names of the authority files in the raw text: a weak teacher for the pretraining."""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy

OUTSIDE, PERSON, ORGANISATION, PLACE, UNKNOWN = 0, 1, 2, 3, 255
Names = dict[str, list[tuple[tuple[str, ...], int]]]


def names(folder: Path) -> Iterator[tuple[str, int]]:
    """List every name worth matching, with its kind."""
    with (folder / "people.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            full = [row["name"], *row["aliases"].split("|")]
            yield from ((name, PERSON) for name in full if " " in name)
            if len(row["surname"]) > 4:
                yield row["surname"], PERSON
    with (folder / "institutions.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            yield from ((name, ORGANISATION) for name in [row["name"], *row["aliases"].split("|")] if len(name) > 2)
    with (folder / "states.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            places = [row["name"], row["official_name"], row["capital"], *row["aliases"].split("|")]
            yield from ((name, PLACE) for name in places if len(name) > 2)


def name_index(folder: Path) -> Names:
    """Index the names by their first token, longest first; a later kind wins over an earlier one."""
    tokenizer = spacy.blank("en").tokenizer
    kinds: dict[tuple[str, ...], int] = {}
    for name, kind in names(folder):
        tokens = tuple(token.text for token in tokenizer(name.strip()))
        if tokens and tokens[0][:1].isupper():
            kinds[tokens] = kind
    index: Names = defaultdict(list)
    for tokens, kind in sorted(kinds.items(), key=lambda item: -len(item[0])):
        index[tokens[0]].append((tokens, kind))
    return index


def mark(types: list[str], words: npt.NDArray[np.int32], index: Names) -> npt.NDArray[np.uint8]:
    """Label every token; a capitalised word that no name covers stays unknown."""
    capital = np.array([word[:1].isupper() or word[:1].isdigit() for word in types])
    labels = np.where(capital[words], UNKNOWN, OUTSIDE).astype(np.uint8)
    starts = np.array([word in index for word in types])
    covered = 0
    for place in np.flatnonzero(starts[words]).tolist():
        if place < covered:
            continue
        here = tuple(types[number] for number in words[place : place + 12])
        for tokens, kind in index[here[0]]:
            if here[: len(tokens)] == tokens:
                covered = place + len(tokens)
                labels[place:covered] = kind
                break
    return labels


def main() -> None:
    """Write ``silver.npy`` beside the stream."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("authority", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    types = (args.out / "types.txt").read_text(encoding="utf-8").split("\n")
    labels = mark(types, np.load(args.out / "stream.npz")["words"], name_index(args.authority))
    np.save(args.out / "silver.npy", labels)
    print({int(kind): int(count) for kind, count in zip(*np.unique(labels, return_counts=True), strict=True)})


if __name__ == "__main__":
    main()

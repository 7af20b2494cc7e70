"""The lexicon of frames: what words say that something of a PLOVER root happened, read from `frames.txt`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from demarche.mentions.quotes_verbs import words
from demarche.reports.common.forms import forms_of

ROOTS: tuple[str, ...] = words(
    "AGREE CONSULT SUPPORT CONCEDE RETREAT COOPERATE AID REQUEST REJECT ACCUSE THREATEN PROTEST SANCTION MOBILIZE"
    " COERCE ASSAULT"
)
"""The categories of PLOVER, in the order of the codebook."""

PARTICLES = frozenset(
    words("out back off down away up on upon to for of in with from at over that behind against into about around")
)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a frame: any of these words (or words in a row), as any part of speech or as one."""

    words: tuple[Words, ...]
    pos: str = ""

    @property
    def firsts(self) -> frozenset[str]:
        """The words that it may begin with."""
        return frozenset(words[0] for words in self.words)


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of items that tells of one root; weak ones tell of it only where nothing stronger stands."""

    root: str
    items: tuple[Item, ...]
    weak: bool = False
    name: str = ""  # the first words of its line: frames of one line tell of the same kind of deed


@dataclass(frozen=True, slots=True)
class Row:
    """A frame ready to be looked for: for each item, first word -> the words in a row that may follow it."""

    frame: Frame
    items: tuple[Mapping[str, tuple[Words, ...]], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """First word -> frames; form -> words of frames that it may be a form of."""

    rows: Mapping[str, tuple[Row, ...]]
    bases: Mapping[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    frames = list(parse(files(__package__).joinpath("frames.txt").read_text(encoding="utf-8")))
    rows: dict[str, list[Row]] = defaultdict(list)
    for frame in frames:
        row = Row(frame, tuple(_by_first(item) for item in frame.items))
        for first in sorted(frame.items[0].firsts):
            rows[first].append(row)
    return Lexicon({word: tuple(group) for word, group in rows.items()}, _bases(frames))


def parse(text: str) -> Iterator[Frame]:
    """The frames of a lexicon file."""
    classes: dict[str, tuple[Words, ...]] = {}
    root = ""
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("class "):
            name, _, listed = line[6:].partition(":")
            classes[name] = tuple((word,) for word in words(listed))
        elif line.startswith("["):
            root = line[1:-1]
        elif line and not line.startswith("#"):
            yield _frame(line, root, classes)


def _frame(line: str, root: str, classes: Mapping[str, tuple[Words, ...]]) -> Frame:
    items: list[Item] = []
    for part in line.lstrip("?").split():
        if part.startswith("/"):
            items[-1] = Item(items[-1].words, part[1:])
        else:
            items.append(Item(tuple(_alternatives(part, classes))))
    name = " ".join("_".join(item.words[0]) for item in items)
    return Frame(root, tuple(items), line.startswith("?"), name)


def _alternatives(part: str, classes: Mapping[str, tuple[Words, ...]]) -> list[Words]:
    """The words of one place, the longest first: `pull_out|back` is "pull out" or "pull back"."""
    stem: Words = ()
    found: list[Words] = []
    for word in part.split("|"):
        if word.startswith("$"):
            found += classes[word[1:]]
        elif word in PARTICLES and stem:
            found.append((*stem, word))
        else:
            row = tuple(word.split("_"))
            stem = row[:-1]
            found.append(row)
    return sorted(dict.fromkeys(found), key=len, reverse=True)


def _by_first(item: Item) -> dict[str, tuple[Words, ...]]:
    table: dict[str, list[Words]] = defaultdict(list)
    for row in item.words:
        table[row[0]].append(row)
    return {word: tuple(group) for word, group in table.items()}


def _bases(frames: Iterable[Frame]) -> dict[str, tuple[str, ...]]:
    """Forms by rule: they hold whatever the tagger makes of a word."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in {w for frame in frames for item in frame.items for row in item.words for w in row}:
        if len(word) > 2 and word not in PARTICLES:
            for form in forms_of(word):
                found[form].add(word)
    return {form: tuple(sorted(group)) for form, group in found.items()}

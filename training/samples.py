"""Cut the training texts into segments, vary them, and number their labels."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from demarche.language.features import GAP_LINE, GAP_NONE, GAP_PARAGRAPH, GAP_SPACE
from demarche.language.lemmas import script_of
from training import treebanks
from training.entities import CROSSNER_KINDS, PLAIN_KINDS, read_columns
from training.treebanks import NO_ENTITIES, Document, Sentence

IGNORE = -100
STYLES = ("ewt", "gum", "wikigold", "crossner")
ENTITY_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
CURLY = {"'": "’", "`": "‘"}
FEWEST = 2
"""A label seen less often is not learned."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The label lists, most frequent first."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    scripts: list[str]
    relations: list[str]


@dataclass(slots=True)
class Segment:
    """A few sentences in a row, as numbers."""

    style: int
    words: list[str] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    upos: list[int] = field(default_factory=list)
    xpos: list[int] = field(default_factory=list)
    feats: list[int] = field(default_factory=list)
    scripts: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    entities: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    parsed: bool = True


@dataclass(frozen=True, slots=True)
class Corpus:
    """Training and development texts."""

    train: list[Document]
    dev: dict[str, list[Document]]
    test: dict[str, list[Document]]


def load(data: Path) -> Corpus:
    """Read every set used."""
    trees, names = data / "treebanks", data / "ner"
    sets: dict[str, list[Document]] = {}
    for part, ewt_file, layer in (
        ("train", "en_ewt-ud-train.rebuilt.conllu", "en_ewt-ud-train.first-commit.iob2"),
        ("dev", "en_ewt-ud-dev.conllu", "en_ewt-ud-dev.iob2"),
        ("test", "en_ewt-ud-test.conllu", "en_ewt-ud-test.iob2"),
    ):
        sets[f"ewt {part}"] = treebanks.read_conllu(trees / "ewt" / ewt_file, "ewt")
        treebanks.add_iob(sets[f"ewt {part}"], names / "uner_ewt" / layer)
        sets[f"gum {part}"] = treebanks.read_conllu(trees / "gum/ccby_subset" / f"gum_ccby-{part}.conllu", "gum")
    common = treebanks.common_words([*sets["ewt train"], *sets["gum train"]])
    for part in ("train", "dev", "test"):
        treebanks.add_gum_entities(sets[f"gum {part}"], common)
    politics = names / "crossner_politics/ner_data/politics"
    extra = [
        *columns(names / "small/data/wikigold/CONLL-format/data/wikigold.conll.txt", "wikigold", PLAIN_KINDS),
        *columns(politics / "train.txt", "crossner", CROSSNER_KINDS),
        *columns(politics / "dev.txt", "crossner", CROSSNER_KINDS),
    ]
    sets["politics test"] = columns(politics / "test.txt", "crossner", CROSSNER_KINDS)
    return Corpus(
        [*sets["ewt train"], *sets["gum train"], *extra],
        {"ewt": sets["ewt dev"], "gum": sets["gum dev"]},
        {"ewt": sets["ewt test"], "gum": sets["gum test"], "politics": sets["politics test"]},
    )


def columns(path: Path, source: str, kinds: dict[str, str]) -> list[Document]:
    """Read a column file as documents of one sentence each."""
    out: list[Document] = []
    for words, labels in read_columns(path, kinds):
        blank = [""] * len(words)
        sentence = Sentence(
            words, blank, blank, blank, blank, [0] * len(words), blank, blank, spacing(words), labels, "", True, False
        )
        out.append(Document(f"{source}-{len(out)}", source, [sentence]))
    return out


def spacing(words: list[str]) -> list[bool]:
    """Guess where the spaces were in a text that is only known as words."""
    spaces = [True] * len(words)
    inside = False
    for place, word in enumerate(words):
        before = place > 0
        if word in (".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "'", "''") and before:
            spaces[place - 1] = False
        if word in ("(", "[", "$", "``"):
            spaces[place] = False
        if word == '"':
            if inside and before:
                spaces[place - 1] = False
            elif not inside:
                spaces[place] = False
            inside = not inside
    return spaces


def label_lists(documents: Iterable[Document]) -> Labels:
    """Count the labels of the parsed sentences."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("upos", "xpos", "feats", "scripts", "relations")}
    for document in documents:
        for s in document.sentences:
            if s.parsed:
                counts["upos"].update(s.upos)
                counts["xpos"].update(s.xpos)
                counts["feats"].update(s.feats)
                counts["relations"].update(s.relations)
                counts["scripts"].update(script_of(f, lemma) for f, lemma in zip(s.forms, s.lemmas, strict=True))
    lists = {name: [label for label, n in count.most_common() if n >= FEWEST] for name, count in counts.items()}
    return Labels(**lists)


def vary(document: Document, chance: random.Random) -> Document:
    """Make a variant of a document: curly quotes, headlines, lost full stops."""
    out = deepcopy(document)
    curly = chance.random() < 0.35
    for sentence in out.sentences:
        roll = chance.random()
        if sentence.parsed and roll < 0.06 and len(sentence.forms) > 4:
            drop_last_mark(sentence)
        if 0.05 < roll < 0.065:
            sentence.forms = [form.upper() for form in sentence.forms]
        elif 0.065 < roll < 0.09:
            titled(sentence)
        if curly:
            curl(sentence)
    return out


def drop_last_mark(sentence: Sentence) -> None:
    """Take away the final full stop."""
    last = len(sentence.forms) - 1
    if sentence.forms[last] != "." or sentence.heads[last] == last or last in sentence.heads[:last]:
        return
    for values in (
        sentence.forms,
        sentence.lemmas,
        sentence.upos,
        sentence.xpos,
        sentence.feats,
        sentence.relations,
        sentence.entities,
    ):
        values.pop()
    sentence.heads.pop()
    sentence.misc.pop()
    sentence.spaces.pop()
    sentence.spaces[-1] = True


def titled(sentence: Sentence) -> None:
    """Capitalise the words as in a headline."""
    small = ("of", "in", "on", "at", "to", "the", "a", "an", "and", "or", "for", "with", "by", "from")
    sentence.forms = [f if f in small or not f[:1].isalpha() else f[:1].upper() + f[1:] for f in sentence.forms]


def curl(sentence: Sentence) -> None:
    """Replace plain quotation marks by curly ones."""
    opened = False
    for place, form in enumerate(sentence.forms):
        if form == '"':
            opened = not opened
            sentence.forms[place] = "“" if opened else "”"
        elif form in ("``", "''"):
            sentence.forms[place] = "“" if form == "``" else "”"
        elif "'" in form:
            sentence.forms[place] = form.replace("'", "’")


class Numberer:
    """Turns sentences into segments of numbers."""

    def __init__(self, labels: Labels) -> None:
        self._upos = {label: number for number, label in enumerate(labels.upos)}
        self._xpos = {label: number for number, label in enumerate(labels.xpos)}
        self._feats = {label: number for number, label in enumerate(labels.feats)}
        self._scripts = {label: number for number, label in enumerate(labels.scripts)}
        self._relations = {label: number for number, label in enumerate(labels.relations)}
        self._entities = {label: number for number, label in enumerate(ENTITY_LABELS)}

    def add(self, segment: Segment, s: Sentence, first_gap: int) -> None:
        """Append a sentence; lemma scripts lead from the varied forms to the original lemmas."""
        base = len(segment.words)
        segment.sentences.append((base, len(s.forms)))
        segment.words.extend(s.forms)
        segment.gaps.append(first_gap)
        segment.gaps.extend(GAP_SPACE if space else GAP_NONE for space in s.spaces[:-1])
        segment.starts.extend([1, *[0] * (len(s.forms) - 1)])
        known = s.entities[0] != NO_ENTITIES
        segment.entities.extend(self._entities[label] if known else IGNORE for label in s.entities)
        segment.parsed = segment.parsed and s.parsed
        if not s.parsed:
            for values in (segment.upos, segment.xpos, segment.feats, segment.scripts, segment.relations):
                values.extend([IGNORE] * len(s.forms))
            segment.heads.extend([IGNORE] * len(s.forms))
            return
        segment.upos.extend(self._upos.get(label, IGNORE) for label in s.upos)
        segment.xpos.extend(self._xpos.get(label, IGNORE) for label in s.xpos)
        segment.feats.extend(self._feats.get(label, IGNORE) for label in s.feats)
        segment.relations.extend(self._relations.get(label, IGNORE) for label in s.relations)
        scripts = (script_of(f, lemma) for f, lemma in zip(s.forms, s.lemmas, strict=True))
        segment.scripts.extend(self._scripts.get(script, IGNORE) for script in scripts)
        segment.heads.extend(0 if head == place else head + 1 for place, head in enumerate(s.heads))

    def segments(self, document: Document, limit: Iterator[int], lines: bool = False) -> Iterator[Segment]:
        """Pack the sentences of a document; ``lines`` turns paragraph breaks into line breaks."""
        style = STYLES.index(document.source)
        segment = Segment(style)
        room = next(limit)
        spaced = True
        for sentence in document.sentences:
            if segment.words and len(segment.words) + len(sentence.forms) > room:
                yield segment
                segment, room = Segment(style), next(limit)
            gap = GAP_SPACE if spaced else GAP_NONE
            if sentence.starts_paragraph:
                gap = GAP_LINE if lines else GAP_PARAGRAPH
            self.add(segment, sentence, gap)
            spaced = sentence.spaces[-1]
        if segment.words:
            yield segment


def limits(chance: random.Random, low: int, high: int) -> Iterator[int]:
    """Draw segment lengths for ever."""
    while True:
        yield chance.randint(low, high)


def wrap(segment: Segment, chance: random.Random) -> None:
    """Break lines as a plain-text mail does."""
    width = chance.randint(8, 18)
    for place in range(1, len(segment.gaps)):
        if place % width == 0 and segment.gaps[place] == GAP_SPACE:
            segment.gaps[place] = GAP_LINE


def batches(segments: list[Segment], words: int, chance: random.Random) -> list[list[Segment]]:
    """Group segments of like length."""
    ordered = sorted(segments, key=lambda s: (len(s.words) // 3, chance.random()))
    out: list[list[Segment]] = []
    group: list[Segment] = []
    for segment in ordered:
        if group and (len(group) + 1) * len(segment.words) > words:
            out.append(group)
            group = []
        group.append(segment)
    out.append(group)
    chance.shuffle(out)
    return out


def padded(rows: list[list[int]], fill: int) -> npt.NDArray[np.int64]:
    """Lay rows out as (time, batch)."""
    out = np.full((max(map(len, rows)), len(rows)), fill, np.int64)
    for column, row in enumerate(rows):
        out[: len(row), column] = row
    return out

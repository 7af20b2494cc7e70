"""Read the treebanks (CoNLL-U) and lay their sentences back into raw text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.entities import Words, crop, mentions

NO_ENTITIES = "?"
"""The entity label of words in a set without entity annotation."""


@dataclass(slots=True)
class Sentence:
    """One annotated sentence; heads count from 0, a root points at itself."""

    forms: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    identifier: str = ""
    starts_paragraph: bool = False
    parsed: bool = True

    @property
    def text(self) -> str:
        """The words with their spaces."""
        return "".join(
            form + (" " if space else "") for form, space in zip(self.forms, self.spaces, strict=True)
        ).rstrip(" ")


@dataclass(slots=True)
class Document:
    """The sentences of one text and the collection it comes from."""

    name: str
    source: str
    sentences: list[Sentence] = field(default_factory=list)

    def paragraphs(self) -> Iterator[list[Sentence]]:
        """Group the sentences by paragraph."""
        group: list[Sentence] = []
        for sentence in self.sentences:
            if sentence.starts_paragraph and group:
                yield group
                group = []
            group.append(sentence)
        if group:
            yield group

    @property
    def text(self) -> str:
        """The raw text: sentences apart by a space, paragraphs by a blank line."""
        return "\n\n".join(join(paragraph) for paragraph in self.paragraphs())


def join(sentences: list[Sentence]) -> str:
    """Write sentences as running text."""
    return "".join(s.text + (" " if s.spaces[-1] else "") for s in sentences).rstrip(" ")


def surface_pieces(surface: str, words: list[str]) -> list[str]:
    """Cut the surface of a multi-word token into one piece a word."""
    if "".join(words) == surface:
        return words
    cuts = [0]
    for word in words[:-1]:
        cuts.append(min(cuts[-1] + len(word), len(surface) - (len(words) - len(cuts))))
    cuts.append(len(surface))
    return [surface[a:b] for a, b in itertools.pairwise(cuts)]


def read_sentence(lines: list[str]) -> Sentence | None:
    """Read the lines of one sentence."""
    out = Sentence()
    pieces: dict[int, str] = {}
    closed: dict[int, bool] = {}
    for line in lines:
        cells = line.split("\t")
        spaced = "SpaceAfter=No" not in cells[9]
        if "." in cells[0]:
            continue
        if "-" in cells[0]:
            first, last = (int(part) for part in cells[0].split("-"))
            words = [
                cell[1]
                for cell in (row.split("\t") for row in lines)
                if cell[0].isdigit() and first <= int(cell[0]) <= last
            ]
            pieces.update(zip(range(first, last + 1), surface_pieces(cells[1], words), strict=True))
            closed.update({number: number == last and spaced for number in range(first, last + 1)})
            continue
        number = int(cells[0])
        out.forms.append(pieces.get(number, cells[1]))
        out.spaces.append(closed.get(number, spaced))
        out.lemmas.append(cells[2])
        out.upos.append(cells[3])
        out.xpos.append(cells[4])
        out.feats.append("" if cells[5] == "_" else cells[5])
        out.heads.append(int(cells[6]) - 1 if cells[6] != "0" else len(out.heads))
        out.relations.append("root" if cells[6] == "0" else cells[7])
        out.misc.append(cells[9])
    out.entities = [NO_ENTITIES] * len(out.forms)
    return out if out.forms else None


def read_conllu(path: Path, source: str) -> list[Document]:
    """Read a treebank file."""
    documents: list[Document] = []
    lines: list[str] = []
    identifier, paragraph = "", False
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            documents.append(Document(line.split("=")[-1].strip(), source))
            paragraph = True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line.startswith("# sent_id"):
            identifier = line.split("=")[-1].strip()
        elif line and not line.startswith("#"):
            lines.append(line)
        elif not line and lines:
            sentence = read_sentence(lines)
            lines = []
            if sentence:
                sentence.identifier, sentence.starts_paragraph = identifier, paragraph
                documents[-1].sentences.append(sentence)
            paragraph = False
    return documents


def common_words(documents: list[Document]) -> frozenset[str]:
    """List the words that the treebanks have as plain nouns or adjectives."""
    plain = ("NN", "NNS", "JJ")
    return frozenset(
        form
        for document in documents
        for s in document.sentences
        for form, xpos in zip(s.forms, s.xpos, strict=True)
        if xpos in plain and form.islower()
    )


def add_gum_entities(documents: list[Document], common: frozenset[str]) -> None:
    """Derive the names of persons, organisations and places from GUM's entity layer."""
    for document in documents:
        for s in document.sentences:
            s.entities = crop(mentions(s.misc), Words(s.forms, s.xpos, s.relations, s.heads), common)


def add_iob(documents: list[Document], path: Path) -> None:
    """Add the UNER layer to a treebank, sentence by sentence; sentences that differ stay without."""
    layer: dict[str, list[str]] = {}
    identifier = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if line.startswith("# sent_id"):
            identifier = line.split("=")[-1].strip()
            layer[identifier] = []
        elif len(cells) > 2 and cells[0].isdigit():
            layer[identifier].append(cells[2])
    for document in documents:
        for sentence in document.sentences:
            labels = layer.get(sentence.identifier, [])
            if len(labels) == len(sentence.forms):
                sentence.entities = [label if label[2:] in ("PER", "ORG", "LOC") else "O" for label in labels]

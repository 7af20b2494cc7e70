"""Derive named entities: from GUM's entity layer, and from column files of other sets."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
CROSSNER_KINDS = {
    "politician": "PER",
    "person": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
}
PLAIN_KINDS = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
}
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")


@dataclass(frozen=True, slots=True)
class Mention:
    """One entity mention: first word, last word, kind."""

    first: int
    last: int
    kind: str


def mentions(misc: list[str]) -> list[Mention]:
    """Read the mentions of persons, organisations and places of one GUM sentence."""
    found: list[Mention] = []
    opened: list[tuple[str, int, str]] = []
    for place, cell in enumerate(misc):
        match = _ENTITY.search(cell)
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", match.group(1)) if match else ():
            if part.startswith("("):
                number, kind = part.strip("()").split("-")[:2]
                opened.append((number, place, kind))
            if part.endswith(")"):
                number = part.strip("()").split("-")[0]
                for index in range(len(opened) - 1, -1, -1):
                    if opened[index][0] == number:
                        _, first, kind = opened.pop(index)
                        if kind in GUM_KINDS:
                            found.append(Mention(first, place, GUM_KINDS[kind]))
                        break
    return found


LINKS = frozenset(("of", "for", "and", "the", "on", "&", "'s", "’s", "de", "du"))
"""Small words that may stand inside the name of a body or a place."""
PROPER = ("NNP", "NNPS")


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of a sentence that decide where a name ends."""

    forms: list[str]
    xpos: list[str]
    relations: list[str]
    heads: list[int]


def name_run(mention: Mention, words: Words, common: Collection[str]) -> tuple[int, int] | None:
    """Cut the name round a mention's head: no titles, no plain nouns with a capital."""
    inside = range(mention.first, mention.last + 1)
    top = [word for word in inside if words.heads[word] == word or words.heads[word] not in inside]
    if len(top) != 1 or words.xpos[top[0]] not in PROPER:
        return None
    first = last = top[0]
    while (
        first - 1 in inside and words.xpos[first - 1] in (*PROPER, "HYPH") and words.relations[first - 1] != "nmod:desc"
    ):
        first -= 1
    while last + 1 in inside and words.xpos[last + 1] in (*PROPER, "HYPH"):
        last += 1
    while words.xpos[first] == "HYPH" and first < last:
        first += 1
    while words.xpos[last] == "HYPH" and last > first:
        last -= 1
    if mention.kind != "PER":
        first, last = stretch(first, last, mention, words)
    if last == first and (words.forms[first].lower() in common or _group(mention, words, first)):
        return None
    if (
        mention.kind == "PER"
        and words.forms[last].lower() in common
        and words.relations[last] not in ("flat", "compound")
    ):
        return None
    return first, last


def _group(mention: Mention, words: Words, place: int) -> bool:
    """Say whether a one-word name of persons means many people or a title: ``Texans``, ``MP``."""
    form = words.forms[place]
    return mention.kind == "PER" and (words.xpos[place] == "NNPS" or (form.isupper() and len(form) < 4))


def stretch(first: int, last: int, mention: Mention, words: Words) -> tuple[int, int]:
    """Let the name of a body or a place run on over small words: ``Museum of Flight``."""
    while True:
        place = last + 1
        while place <= mention.last and words.forms[place].lower() in LINKS:
            place += 1
        if place == last + 1 or place > mention.last or words.xpos[place] not in PROPER:
            break
        last = place
        while last + 1 <= mention.last and words.xpos[last + 1] in PROPER:
            last += 1
    place = first - 1
    while place >= mention.first and words.forms[place].lower() in LINKS - {"the", "of"}:
        place -= 1
    if mention.first <= place < first - 1 and words.xpos[place] in PROPER:
        first = place
        while first - 1 >= mention.first and words.xpos[first - 1] in PROPER:
            first -= 1
    return first, last


def crop(found: list[Mention], words: Words, common: Collection[str]) -> list[str]:
    """Label the words of a sentence with the names in its mentions, longest name first."""
    labels = ["O"] * len(words.forms)
    runs = [(run, mention.kind) for mention in found if (run := name_run(mention, words, common))]
    for (first, last), kind in sorted(runs, key=lambda item: item[0][0] - item[0][1]):
        if all(label == "O" for label in labels[first : last + 1]):
            labels[first : last + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first)
    return labels


def read_columns(path: Path, kinds: dict[str, str]) -> list[tuple[list[str], list[str]]]:
    """Read a file of one word and its label a line, blank lines between sentences; labels become IOB2."""
    sentences: list[tuple[list[str], list[str]]] = []
    words: list[str] = []
    labels: list[str] = []
    before = "O"
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if len(cells) < 2:
            if words:
                sentences.append((words, labels))
            words, labels, before = [], [], "O"
            continue
        mark, _, raw = cells[-1].partition("-")
        kind = kinds.get(raw, "")
        begins = mark == "B" or before != cells[-1].partition("-")[2]
        words.append(cells[0])
        labels.append(("B-" if begins else "I-") + kind if kind else "O")
        before = raw
    return sentences

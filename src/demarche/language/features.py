"""What a word looks like: the string features the encoder is fed with.

The same functions serve training and use, so a word always gets the same numbers. Hashes are CRC-32, which is
stable over runs, machines and Python versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

GAP_NONE, GAP_SPACE, GAP_LINE, GAP_PARAGRAPH = 0, 1, 2, 3
"""What stands before a token: nothing, a space, a line break, the start of a paragraph."""

GRAM_LENGTHS = (2, 3, 4, 5)
LONGEST_WORD = 24
_DIGITS = str.maketrans("123456789", "000000000")


@dataclass(frozen=True, slots=True)
class FeatureSizes:
    """How many rows each hashed table has."""

    grams: int = 20_000
    prefixes: int = 1_500
    suffixes: int = 3_000
    shapes: int = 600


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """The table rows that make up one word's vector."""

    word: int
    prefix: int
    suffix: int
    shape: int
    grams: tuple[int, ...]


def normal_form(text: str) -> str:
    """Lower-case a word, with every digit as 0 and typographic quotes made plain."""
    plain = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u201c", '"').replace("\u201d", '"')
    return plain.lower().translate(_DIGITS)


def shape(text: str) -> str:
    """Sketch the letters: ``Putin's`` is ``Xxxx'x``; runs are cut at three of a kind."""
    out: list[str] = []
    for char in text[:LONGEST_WORD]:
        if char.isalpha():
            kind = "X" if char.isupper() else "x"
        else:
            kind = "0" if char.isdigit() else char
        if out[-3:] != [kind, kind, kind]:
            out.append(kind)
    return "".join(out)


def grams(form: str) -> list[str]:
    """List the character n-grams of a word, its two edges marked."""
    marked = f"<{form[:LONGEST_WORD]}>"
    found = [marked[i : i + n] for n in GRAM_LENGTHS for i in range(len(marked) - n + 1)]
    return found or [marked]


def bucket(text: str, rows: int) -> int:
    """Hash a string to a table row."""
    return crc32(text.encode("utf-8", "surrogatepass")) % rows


def word_features(text: str, words: Mapping[str, int], sizes: FeatureSizes) -> WordFeatures:
    """Look up every row of one word; a word outside the vocabulary has row 0."""
    form = normal_form(text)
    return WordFeatures(
        word=words.get(form, 0),
        prefix=bucket(form[:3], sizes.prefixes),
        suffix=bucket(form[-3:], sizes.suffixes),
        shape=bucket(shape(text), sizes.shapes),
        grams=tuple(bucket(gram, sizes.grams) for gram in grams(form)),
    )

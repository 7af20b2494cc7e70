"""Names as search keys: accents, apostrophes and the endings of transliteration folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """The words of a string, as a table of words is easiest to read."""
    return frozenset(text.split())


def name_set(text: str) -> frozenset[str]:
    """The names of a string, parted by bars, over several lines."""
    return frozenset(name for line in text.splitlines() for name in line.strip().strip("|").split("|") if name)


_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_SILENT = str.maketrans("", "", "'’‘ʼ`´.\u02bb\u2018")
_ENDING = re.compile(r"(?:yy|iy|ij|ii|yi|y|i)$")
_PIECES = re.compile(r"['’]s\b|,|[^\s,\-‑–/'’]+(?:['’](?!s\b)[^\s,\-‑–/'’]*)*")
PARTICLES = word_set(
    """
    von van der den de da di du dos das del della la le bin ibn bint ben al el ul ud abu ap ter ten
    """
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word as a key: ``Zelenskyy``, ``Zelenskiy`` and ``Zelensky`` are ``zelensky``, ``Erdoğan`` is ``erdogan``."""
    low = word.lower()
    if not low.isascii():
        spread = unicodedata.normalize("NFKD", low.translate(_LETTERS))
        low = "".join(c for c in spread if not unicodedata.combining(c))
    bare = low.translate(_SILENT)
    return _ENDING.sub("y", bare) if len(bare) > 3 else bare


@lru_cache(maxsize=65536)
def pieces(name: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens part words: ``Ban Ki-moon`` is ``("ban", "ki", "moon")``."""
    return tuple(fold(piece) for piece in _PIECES.findall(name))


@lru_cache(maxsize=65536)
def person_piece(key: str) -> str:
    """A folded word of a personal name with the commonest double spellings made one."""
    if key.endswith("enka"):
        key = key[:-1] + "o"
    if key in {"mohammed", "muhammad", "mohamed", "mohammad", "muhammed", "mohamad", "mahomed"}:
        return "mohammed"
    key = key.replace("kh", "h").replace("yev", "ev").replace("iev", "ev").replace("ou", "u").replace("w", "v")
    return key.replace("ks", "x").replace("ck", "k").replace("ph", "f")


@lru_cache(maxsize=65536)
def person_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The key of a personal name: articles such as ``al-`` dropped, double spellings made one."""
    kept = tuple(person_piece(w) for w in words if w not in {"al", "el", ",", "jr", "sr"})
    return kept or words

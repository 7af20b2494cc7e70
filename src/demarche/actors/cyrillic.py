"""Cyrillic in Latin letters, as English texts write it: `Эрдоганом` holds `erdogan`, `Трампу` holds `trump`."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["bare", "is_cyrillic", "latin"]

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ"
_SPELLED = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g"
_CYRILLIC = dict(zip(_LETTERS, _SPELLED.split(), strict=True))
_LATIN = str.maketrans({letter: latin.replace("_", "") for letter, latin in _CYRILLIC.items()})
_ANY = re.compile(r"[\u0400-\u052f]")
_ADJECTIVE = re.compile(r"(?<=[сц]к)(?:ий|ій|ый|ого|ому|им|ім|ом|ая|ую|ой|ою|а|у)$")
_NOUN = re.compile(r"(?<=.{4})(?:ами|ом|ем|ём|ым|им|ой|ою|ей|ею|ам|ах|а|у|ю|я|е|ы|и|і)$|(?<=.{3})(?:ом|ем|ым|у|е)$")
#: how English writes names that Russian spells by ear: the beginning of a word, letter by letter -> as it is written
_AS_WRITTEN = {
    "tramp": "trump",
    "bayden": "biden",
    "uitkoff": "witkoff",
    "vitkoff": "witkoff",
    "vens": "vance",
    "kellog": "kellogg",
    "sallivan": "sullivan",
    "uolts": "waltz",
    "makron": "macron",
    "sholts": "scholz",
    "merts": "merz",
    "dzhonson": "johnson",
    "ryutte": "rutte",
    "lyayen": "leyen",
    "borrel": "borrell",
    "netanyakh": "netanyahu",
    "tszinpin": "jinping",
    "dzhinpin": "jinping",
    "tokaev": "tokayev",
    "arakchi": "araghchi",
    "sibig": "sybih",
    "sybig": "sybih",
    "ermak": "yermak",
    "moskv": "moscow",
    "kiev": "kyiv",
    "vashington": "washington",
    "parizh": "paris",
    "zhenev": "geneva",
    "stambul": "istanbul",
    "dzhidd": "jeddah",
}


def is_cyrillic(text: str) -> bool:
    """True when some letter is."""
    return _ANY.search(text) is not None


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """A word in small Latin letters; a word of another script as it is, but small."""
    small = word.lower()
    if not is_cyrillic(small):
        return small
    spelled = small.translate(_LATIN)
    for size in range(len(spelled), 2, -1):
        if written := _AS_WRITTEN.get(spelled[:size]):
            return written + spelled[size:]
    return spelled


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A Cyrillic word without the ending of its case, in small letters: `Зеленского` is `зеленск`."""
    small = word.lower()
    if not is_cyrillic(small):
        return small
    return _ADJECTIVE.sub("", small) if _ADJECTIVE.search(small) else _NOUN.sub("", small)

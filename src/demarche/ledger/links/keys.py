"""Where a report is looked for: numbers made of its kind and sides, so that a million reports can be linked.

Reports are compared when they share a key, and their days are near. A contact has one for each pair of its sides; one
of which fewer than two sides are known has one for each name. Deeds and words have one for each side of their actor.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from itertools import combinations

from demarche.ledger.links.told import NARROW, Party, Told

__all__ = ["LONGEST", "asked_keys", "is_long", "scans_days", "share_a_name", "stored_keys"]

LONGEST = 366  # days; a longer interval is compared with nothing

_MOST = 8  # sides of a contact that are paired; a gathering of forty is found by the first of them
_WIDE = "long "
_ACTING = ("actor", "subjects")


def stored_keys(told: Told) -> frozenset[int]:
    """The keys under which a report is kept; none for one without a day, or with long days and no second side."""
    return _keys(told, _prefix(told))


def asked_keys(told: Told) -> tuple[frozenset[int], frozenset[int]]:
    """The keys under which those lie that a report is compared with: of few days, and of long intervals."""
    narrow, wide = _keys(told, ""), _keys(told, _WIDE)
    if told.kind == "contact" and narrow and not told.open and not is_long(told):
        narrow |= _numbers("open", _names(told))
    return narrow, wide


def scans_days(told: Told) -> bool:
    """A contact with one known side is compared with all contacts of these days that share a name."""
    return told.kind == "contact" and told.open and not is_long(told)


def share_a_name(a: Told, b: Told) -> bool:
    """Two contacts with a side or a surname in common."""
    return not set(_names(a)).isdisjoint(_names(b))


def _prefix(told: Told) -> str:
    return _WIDE if is_long(told) else ""


def is_long(told: Told) -> bool:
    """True for an interval that says too little to be put with one day."""
    return told.width is None or told.width > NARROW


def _keys(told: Told, prefix: str) -> frozenset[int]:
    if told.width is None or told.width > LONGEST:
        return frozenset()
    if told.kind != "contact":
        acting = ((label,) for party in told.of(*_ACTING) for label in _labels(party))
        return _numbers(prefix + told.kind, acting)
    if told.open:
        return frozenset() if is_long(told) else _numbers("open", _names(told))
    return _numbers(prefix + "contact", combinations(_sides(told), 2))


def _sides(told: Told) -> list[str]:
    return sorted({p.side for p in told.of("participants") if p.side})[:_MOST]


def _names(told: Told) -> list[tuple[str]]:
    return sorted({(label,) for party in told.of("participants") for label in _labels(party)})


def _labels(party: Party) -> set[str]:
    return {party.label, party.surname} if party.person else {party.label}


def _numbers(kind: str, labels: Iterable[tuple[str, ...]]) -> frozenset[int]:
    return frozenset(_number("|".join((kind, *words))) for words in labels)


def _number(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big", signed=True)

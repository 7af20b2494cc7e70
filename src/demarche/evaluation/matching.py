"""When a report of ours and a report of the gold coding tell of the same thing.

Same document, same kind, evidence that overlaps in at least a third of the shorter stretch, and one shared actor where
both name some. Gold values may list alternatives with `|`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

Line = dict[str, Any]

ACTOR_FIELDS = ("participants", "actor")
LEAST_OVERLAP = 1 / 3
_TITLES = re.compile(
    r"\b(mr|mrs|ms|dr|jr|sr|president|prime|minister|secretary|king|queen|the|of|state|his|her|excellency"
    r"|chancellor|premier)\b\.?"
)
_SLAVIC_ENDING = re.compile(r"(yy|iy|ij|ii|y|i)\b")


@lru_cache(maxsize=20_000)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case, titles and spelling variants of its ending."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = _TITLES.sub(" ", plain.casefold().replace("’", "'"))
    return tuple(word for word in re.findall(r"[^\W_]+", _SLAVIC_ENDING.sub("y", plain)) if len(word) > 1)


def same_name(one: str, other: str) -> bool:
    """True when the last words agree, or one name's words are all in the other."""
    return any(_same(a, b) for a in map(folded, one.split("|")) for b in map(folded, other.split("|")))


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(a and b) and (a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a))


def names(line: Line, field: str) -> list[str]:
    """The names in one field, which may hold one or a list."""
    value = line.get(field) or []
    return [value] if isinstance(value, str) else list(value)


def matched_names(gold: list[str], ours: list[str]) -> tuple[int, int]:
    """How many gold names we have, and how many of ours are left over."""
    left = list(ours)
    hits = 0
    for name in gold:
        hit = next((i for i, other in enumerate(left) if same_name(name, other)), None)
        if hit is not None:
            del left[hit]
            hits += 1
    return hits, len(left)


def any_of(gold: Any, ours: Any) -> bool:
    """True when both have a value and share an alternative."""
    return gold is not None and ours is not None and bool(set(str(gold).split("|")) & set(str(ours).split("|")))


def same_date(gold: str, ours: Any) -> bool:
    """True for the same EDTF date, marks of doubt aside."""
    return ours is not None and gold.rstrip("~?%") == str(ours).rstrip("~?%")


def same_duration(gold: Line | None, ours: Line | None) -> bool:
    """Both bounds within ten minutes or 15 %; an open end must be open."""
    return bool(gold and ours) and all(_near((gold or {}).get(k), (ours or {}).get(k)) for k in ("min", "max"))


def _near(gold: float | None, ours: float | None) -> bool:
    if gold is None or ours is None:
        return gold is ours
    return abs(gold - ours) <= max(10, 0.15 * gold)


def overlap(gold: Line, ours: Line) -> float:
    """The largest share of a shorter stretch that two pieces of evidence have in common."""
    pairs = ((g, s) for g in gold["evidence"] for s in ours.get("evidence") or [])
    return max((_shared(g, s) for g, s in pairs), default=0.0)


def _shared(g: Line, s: Line) -> float:
    common: int = min(g["end"], s["end"]) - max(g["start"], s["start"])
    shorter: int = min(g["end"] - g["start"], s["end"] - s["start"])
    return max(0.0, common / max(1, shorter))


def pair_score(gold: Line, ours: Line) -> float:
    """How well two reports of one document and kind fit; 0 when they are not of the same thing."""
    shared = overlap(gold, ours)
    if shared < LEAST_OVERLAP:
        return 0.0
    score: float = shared
    for field in ACTOR_FIELDS:
        theirs, own = names(gold, field), names(ours, field)
        if theirs and own:
            hits, _ = matched_names(theirs, own)
            if not hits:
                return 0.0
            score += 2 * hits / (len(theirs) + len(own))
    score += 0.5 * any_of(gold.get("type"), ours.get("type"))
    score += 0.25 * any_of(gold.get("status"), ours.get("status"))
    return score

"""Names in cells: parted, in their fullest known form, each with the side it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from demarche.actors.names import pieces
from demarche.entries import is_group
from demarche.entries.naming import full_name, known_side, place_of

__all__ = ["Named", "full_name", "known_side", "named_in", "parted", "place_of", "with_sides"]

_JOINED = re.compile(r"\s*(?:;|\n|\s/\s|\s&\s|\s[–—-]\s|,|\band\b|\bwith\b)\s*")
_SIDED = re.compile(r"(?P<name>.*[^\s(])\s*\((?P<side>[^()]+)\)")
#: words for people who belong to no named side: they are told in the note, not listed as taking part
_COMPANY = re.compile(r"(?:the |their |both )?(?:delegations?|aides|advisers|advisors|staffs?|experts|teams?|others)")

Named = tuple[str, str]  # name, side ('' where nobody knows)


def parted(cell: str) -> list[str]:
    """The names in a cell: at semicolons where it has any, else at commas, `and`, `/`, `&` and dashes."""
    if ";" in cell:
        return [part.strip() for part in cell.split(";") if part.strip()]
    if place_of(cell) or _SIDED.fullmatch(cell):
        return [cell.strip()]
    return [part for part in _JOINED.split(cell) if part]


def with_sides(names: Sequence[str], sides: Sequence[str], day: date | None) -> tuple[list[Named], list[str]]:
    """Who takes part, with sides, and who is only company. A person whom the facts do not know stands for the side
    of the same place in the row: the first for the first, the second for the second."""
    found: list[Named] = []
    company = []
    for position, typed in enumerate(names):
        said = _SIDED.fullmatch(typed)
        name = full_name(said["name"] if said else typed, day, sides)
        if _COMPANY.fullmatch(name.casefold()):
            company.append(name)
            continue
        side = place_of(said["side"]) or said["side"] if said else known_side(name, day)
        if not side and position < len(sides) and not is_group(name):
            side = sides[position]
        found.append((name, "" if side == name else side))
    return found, company


def named_in(words: str, names: Sequence[str]) -> str | None:
    """Which of these names the words are, whole or by surname: `Putin` among `Vladimir Putin` and `Donald Trump`."""
    asked = pieces(re.sub(r"\(.*?\)", "", words))
    fitting = [n for n in names if asked and (pieces(n) == asked or pieces(n)[-len(asked) :] == asked)]
    return fitting[0] if len(fitting) == 1 else None

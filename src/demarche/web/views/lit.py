"""A text that was checked, cut wherever a claim begins or ends; the pieces joined are the text as it was pasted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from demarche.analysis.checking import Claim, Verdict

__all__ = ["MARKS", "Piece", "lit", "review_address"]

#: an outcome -> the class and the icon that show it
MARKS = {"supported": ("yes", "confirmed"), "contradicted": ("no", "rejected"), "cannot tell": ("open", "perhaps")}
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters: the number and the outcome of the claim they make, `last` where its words end."""

    words: str
    number: int = 0
    outcome: str = ""
    last: bool = False


def lit(text: str, verdicts: Sequence[Verdict]) -> list[Piece]:
    """The pieces; where claims overlap the first one's words are its own."""
    back = _positions(text)
    spans = [(_span(verdict.claim, back), n) for n, verdict in enumerate(verdicts, 1)]
    edges = sorted({0, len(text), *(edge for (start, end), _ in spans for edge in (start, end))})
    found = []
    for start, end in pairwise(edges):
        number = next((n for (first, last), n in spans if first <= start and end <= last), 0)
        outcome = str(verdicts[number - 1].outcome) if number else ""
        found.append(Piece(text[start:end], number, outcome, bool(number) and end == spans[number - 1][0][1]))
    return [piece for piece in found if piece.words]


def review_address(claim: Claim) -> dict[str, str]:
    """The queue of the review in which what this claim hangs on comes first."""
    sides = [";".join(side) for side in claim.sides]
    told = {"between": sides[0] if sides else "", "and": sides[1] if len(sides) > 1 else ""}
    return told | {"type": ",".join(claim.types), "in": claim.period or ""}


def _positions(text: str) -> list[int]:
    """Where each character of the text on one line stands in the text as pasted, and where that ends."""
    found: list[int] = []
    for word in _WORD.finditer(text):
        if found:
            found.append(found[-1] + 1)
        found += range(word.start(), word.end())
    return [*found, found[-1] + 1 if found else 0]


def _span(claim: Claim, back: list[int]) -> tuple[int, int]:
    if claim.quote is None or not 0 <= claim.quote.span.start < claim.quote.span.end < len(back):
        return 0, 0
    span = claim.quote.span
    return back[span.start], back[span.end - 1] + 1

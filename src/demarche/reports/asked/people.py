"""Whose contacts a typed line is about: the names in it, put into sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Field, Span
from demarche.reports.asked.words import LITTLE, WORD
from demarche.reports.claims.source import source_of

__all__ = ["Known", "Named", "Side", "named", "sides_of"]


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the line: the full name, the state or body it stands for, and where it is written."""

    name: str
    side: str | None
    kind: str | None
    span: Span


#: whom a word or two stand for in the ledger: `(name, side, kind)`, or None
Known = Callable[[str], tuple[str, str | None, str | None] | None]
Side = tuple[Named, ...]

_LONGEST = 3


def named(reading: Reading, known: Known) -> tuple[Named, ...]:
    """The people, states and bodies of the line, in order, those whom it credits left out.

    Names that the reading does not find (in small letters, or unknown to the authority facts) are looked up in the
    ledger.
    """
    whole = Span(0, len(reading.document.text))
    credited = source_of(reading, whole, whole)
    found = [n for m in reading.actors if not m.pronoun for n in _of(m)]
    taken = [m.span for m in reading.actors if not m.pronoun] + [d.span for d in reading.dates]
    found += _looked_up(reading.document.text, taken, known)
    spans = credited.spans if credited else ()
    kept = [n for n in found if n.span not in spans]
    return tuple(n for n in sorted(kept, key=lambda n: n.span) if not _is_home(n, kept))


def _of(mention: ActorMention) -> Iterator[Named]:
    if mention.members:
        yield from (Named(name, None, None, mention.span) for name in mention.members)
    elif (
        mention.kind == "institution" and mention.side
    ):  # "calls between the Kremlin and the White House" are the states'
        yield Named(mention.side, mention.side, "state", mention.span)
    else:
        yield Named(mention.name, mention.side, mention.kind, mention.span)


def _is_home(one: Named, others: Sequence[Named]) -> bool:
    """True for a state or body that only says whom a person stands for: "Xi of China"."""
    if one.kind not in ("state", "institution"):
        return False
    return any(o.kind == "person" and o.side == one.side for o in others)


def _looked_up(text: str, taken: Sequence[Span], known: Known) -> Iterator[Named]:
    words = [Span(*m.span()) for m in WORD.finditer(text)]
    free = [w for w in words if not any(w.overlaps(t) for t in taken) and w.of(text).lower() not in LITTLE]
    at = 0
    while at < len(free):
        for size in range(min(_LONGEST, len(free) - at), 0, -1):
            stretch = Span(free[at].start, free[at + size - 1].end)
            words_of = stretch.of(text).removesuffix("'s").removesuffix("’s")
            if len(words_of.split()) == size and (hit := known(words_of)):
                yield Named(*hit, stretch)
                break
        else:
            size = 1
        at += size


def sides_of(names: Sequence[Named], text: str, *, pair: bool = True) -> tuple[Side, ...]:
    """Names that "and" joins and that share a side are pooled, and names that "or" joins; every other is a side.

    Two names of one side and nobody else are a pair of their own, unless `pair` is False.
    """
    sides: list[Side] = []
    for one in names:
        if any(one.name == n.name for side in sides for n in side):
            continue
        last = sides[-1][-1] if sides else None
        between = text[last.span.end : one.span.start].strip().lower() if last else ""
        if last and _pools(last, one, between):
            sides[-1] = (*sides[-1], one)
        else:
            sides.append((one,))
    if pair and len(sides) == 1 and len(sides[0]) == 2:
        return (sides[0][:1], sides[0][1:])
    return tuple(sides)


def _pools(last: Named, one: Named, between: str) -> bool:
    same = last.side is not None and last.side == one.side
    return between == "or" or (same and between in ("and", ",", ", and", "or", "with"))


def as_fields(sides: Sequence[Side], name: str) -> Iterator[Field]:
    """A row of `subjects` or `reference` for each side."""
    for side in sides:
        yield Field(name, tuple(n.name for n in side), tuple(dict.fromkeys(n.span for n in side)))

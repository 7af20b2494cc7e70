"""Documents of our own making from a few facts, also in other processes: contacts, each told several times."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from demarche.model import ActorKind, Document, Field, Lasting, Report, Span

SIDES = {
    "Vladimir Putin": "Russia",
    "Sergey Lavrov": "Russia",
    "Donald Trump": "United States",
    "Marco Rubio": "United States",
}


@dataclass(frozen=True, slots=True)
class Spec:
    """What one document tells."""

    pair: tuple[str, ...]
    type: str = "call"
    day: str | None = "2025-03-04"
    status: str = "held"
    minutes: int | None = None
    more: str = ""


def build(number: int, spec: Spec) -> tuple[Document, list[Report]]:
    """A document of this number and its report."""
    sentence = f"{' and '.join(spec.pair)}: {spec.type}, {spec.day}, {spec.status}. {spec.more}".strip()
    length = f" It took {spec.minutes} minutes." if spec.minutes else ""
    document = Document(f"note-{number}", f"{sentence}{length} Note {number}.", publisher=f"Gazette {number % 5}")

    def words(of: str) -> tuple[Span, ...]:
        start = document.text.index(of)
        return (Span(start, start + len(of)),)

    def person(name: str) -> Field:
        kind: ActorKind = "person" if name in SIDES else "state"
        return Field("participants", name, words(name), side=SIDES.get(name, name), actor_kind=kind)

    fields = [person(name) for name in spec.pair]
    if spec.day:
        fields.append(Field("date", spec.day, words(spec.day)))
    if spec.minutes:
        fields.append(Field("duration", Lasting(spec.minutes, spec.minutes), words(f"{spec.minutes} minutes")))
    evidence = (Span(0, len(sentence)),)
    return document, [Report(document.id, "contact", spec.type, spec.status, evidence, tuple(fields), "CONSULT")]


def stream(first: int, last: int) -> Iterator[tuple[Document, list[Report]]]:
    """The documents from number `first` to before `last`, always the same; many tell of one contact."""
    for number in range(first, last):
        rng = random.Random(number)
        pair = rng.choice((("Vladimir Putin", "Donald Trump"), ("Sergey Lavrov", "Marco Rubio")))
        day = f"2025-03-{rng.randrange(1, 9):02d}{rng.choice(('', '', '~'))}"
        yield build(number, Spec(pair, rng.choice(("call", "meeting")), day, minutes=rng.choice((None, 20, 25, 90))))

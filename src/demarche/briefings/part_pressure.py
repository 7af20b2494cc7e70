"""Pressure: threats, deadlines, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from demarche.analysis.pressures import WORDS, PressureLife
from demarche.briefings.blocks import Block, Cell, Section, Table, Text
from demarche.briefings.gathering import Gathered
from demarche.briefings.rows import Book
from demarche.briefings.words import a_day, listed, many, the, upper, when

__all__ = ["pressures", "said_of"]


def pressures(found: Gathered, book: Book) -> Section:
    """Both directions: how many, with which outcomes; the table; the statistics."""
    blocks: list[Block] = []
    for (by, to), answer in zip((found.sides, found.sides[::-1]), found.pressures, strict=True):
        words = f"{upper(the(by))} on {the(to)}: {said_of(answer.lives)}."
        blocks.append(Text(words, book.refs(life.id for life in answer.lives), "pressures"))
    if found.lives:
        head = ("", "Announced", "Deadline", "By → on", "What", "What became of it")
        blocks.append(Table(head, tuple(_line(life, book) for life in found.lives), "lnnlll"))
    notes = [note for answer in found.pressures for note in answer.notes]
    blocks += [Text(f"{note[:1].upper()}{note[1:]}.", quiet=True) for note in notes]
    for side in found.judged:
        for finding in side.findings:
            care = f" Take care: {'; '.join(finding.notes)}." if finding.notes else ""
            words = f"{upper(the(side.by))} on {the(side.against)}: {_lower(finding.sentence)}{care}"
            blocks.append(Text(words, book.refs(life.id for life in side.lives), finding.method))
    return Section("pressures", "Pressure and deadlines", tuple(blocks))


def said_of(lives: Sequence[PressureLife]) -> str:
    """`21 pressures, 7 with a deadline: 2 carried out, 15 withdrawn`."""
    if not lives:
        return "no pressure in these documents"
    due = sum(life.deadline is not None for life in lives)
    counts = Counter(life.state for life in lives)
    ends = listed([_counted(counts[state], state) for state in WORDS if counts[state]])  # type: ignore[index]
    adopted = sum(life.stage == "imposed" for life in lives)
    stage = f" ({many(adopted, 'sanction')} adopted, the others threatened)" if adopted else ""
    return f"{many(len(lives), 'pressure')}{stage}, {due or 'none'} with a deadline; {ends}"


def _counted(count: int, state: str) -> str:
    """`3 carried out`, `1 whose day passed without a text`."""
    told = {"lapsed": "whose day passed without a text", "unknown": "of an outcome that no rule reads"}
    return f"{count} {told.get(state, WORDS[state])}"


def _lower(sentence: str) -> str:
    """A sentence after a colon; one that begins with a word in capitals stays."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() or sentence[1:2] == " " else sentence


def _line(life: PressureLife, book: Book) -> tuple[Cell, ...]:
    who = f"{', '.join(life.by)} → {', '.join(life.against)}"
    condition = f"; condition: {life.condition}" if life.condition and life.condition != life.what else ""
    due = " → ".join(map(_due, life.deadlines)) or "none"
    announced = when(life.event.date)
    return (book.ref(life.id),), announced, due, who, f"{life.type}: {life.what}{condition}", _became(life, book)


def _due(edtf: str) -> str:
    return when(edtf) if edtf[:4].isdigit() else edtf


def _became(life: PressureLife, book: Book) -> str:
    """The state, its day, the words that tell it."""
    words = WORDS[life.state] + (f", {a_day(life.ended)}" if life.ended else "")
    told = life.words.strip()
    words += f": “{told}”" if told and life.state not in ("open", "lapsed") else ""
    following = f" (followed by {book.codes[life.next]})" if life.next and life.next in book.codes else ""
    maybe = listed([book.codes[i] for i in life.maybe if i in book.codes])
    return words + following + (f" ({maybe} may be it carried out: nobody says so)" if maybe else "")

"""Offers, and the tone of what the two sides say about each other."""

from __future__ import annotations

from collections import Counter

from demarche.analysis import ReportAnswer, telling
from demarche.analysis.cases import Case
from demarche.analysis.tone import Statement
from demarche.analysis.wording import reports_in_words
from demarche.briefings.blocks import Block, Cell, Section, Table, Text
from demarche.briefings.gathering import Gathered
from demarche.briefings.rows import Book
from demarche.briefings.words import listed, many, the, upper, when

__all__ = ["offers", "tones"]


def offers(found: Gathered, book: Book) -> Section:
    """What each side offered the other, and how far that got."""
    blocks: list[Block] = [
        Text(_offered(by, to, answer), book.refs(case.event.id for case in answer.rows), "counting")
        for (by, to), answer in zip((found.sides, found.sides[::-1]), found.offers, strict=True)
    ]
    if found.together:
        counts = Counter(case.event.type or "offer" for case in found.together)
        said = listed([reports_in_words(n, "offer", kind) for kind, n in counts.most_common()])
        words = f"Both together, with nobody as the recipient: {said}."
        blocks.append(Text(words, book.refs(case.event.id for case in found.together), "counting"))
    if found.offered:
        head = ("", "Day", "Who → whom", "What", "How far")
        blocks.append(Table(head, tuple(_offer(case, book) for case in found.offered), "lnlll"))
    return Section("offers", "Offers and concessions", tuple(blocks))


def _offered(by: str, to: str, answer: ReportAnswer) -> str:
    kinds = listed([reports_in_words(n, "offer", kind) for kind, n in answer.breakdown])
    said = f"{many(answer.value, 'offer')} ({kinds}), whatever became of them" if answer.value else "no offer told"
    return f"{upper(the(by))} to {the(to)}: {said}."


def _offer(case: Case, book: Book) -> tuple[Cell, ...]:
    row = case.row
    outcome = str(row.first("outcome") or "")
    reached = ": ".join(part for part in (case.event.status or "unknown", outcome) if part)
    what = f"{case.event.type or 'offer'}: {telling.what(row)}"
    return (book.ref(case.event.id),), when(case.event.date), telling.who(row), what, reached


def tones(found: Gathered, book: Book) -> Section:
    """Statements by stance, both ways, each with its words."""
    blocks: list[Block] = []
    for one in found.tone.directions:
        stances = ", ".join(f"{stance} {n}" for stance, n in one.answer.breakdown)
        said = f"{many(one.answer.value, 'statement')} ({stances})" if stances else "no statement in these documents"
        words = f"{upper(the(one.speaker))} about {the(one.about)}: {said}."
        blocks.append(Text(words, book.refs(case.event.id for case in one.answer.rows), "tone"))
    if found.tone.statements:
        head = ("", "Day", "Stance", "Who → about whom", "In which words")
        blocks.append(Table(head, tuple(_said(one, book) for one in found.tone.statements), "lnlll"))
    return Section("tone", "Tone", tuple(blocks))


def _said(one: Statement, book: Book) -> tuple[Cell, ...]:
    return (book.ref(one.case.event.id),), when(one.case.event.date), one.stance, one.who, one.said

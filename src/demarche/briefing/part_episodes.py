"""Episodes: what came before each pressure and what followed it, in the order of the days."""

from __future__ import annotations

from demarche.analysis.episodes import Episode
from demarche.briefing.blocks import Block, Cell, Section, Table, Text
from demarche.briefing.gathering import Gathered
from demarche.briefing.rows import Book
from demarche.briefing.words import a_day

__all__ = ["around", "told"]


def told(found: Gathered, book: Book) -> Section:
    """Each pressure with the contacts, offers and friendly words around it."""
    blocks: list[Block] = []
    for answer in found.episodes:
        if answer.episodes:
            rows = tuple(_line(one, book) for one in answer.episodes)
            blocks.append(Text(f"{answer.rule}.", method="pressures", quiet=True))
            blocks.append(Table(("", "Announced", "What", "Before it, and what followed", "Rows"), rows, "lllll"))
    if not blocks:
        blocks.append(Text("No pressure with a day is told, so there is no episode.", method="pressures"))
    return Section("episodes", "Episodes", tuple(blocks))


def _line(one: Episode, book: Book) -> tuple[Cell, ...]:
    life = one.life
    what = f"{', '.join(life.by)} → {', '.join(life.against)}: {life.what}"
    ids = [i for beat in one.beats for i in beat.ids if i != life.id]
    return (book.ref(life.id),), a_day(one.announced), what, " ".join(one.sentences), book.refs(ids)


def around(found: Gathered) -> Section:
    """Is contact more frequent before a deadline and after a threat than on other days?"""
    blocks: list[Block] = []
    for side in found.judged:
        if side.around:
            blocks.append(Text(f"{side.around_rule}.", quiet=True))
        for finding in side.around:
            care = f" Take care: {'; '.join(finding.notes)}." if finding.notes else ""
            blocks.append(Text(f"{finding.sentence}{care}", method=finding.method))
    if not blocks:
        words = "Not asked: it takes contacts and deadlines of the pair in the period."
        blocks.append(Text(words, method="contact-around-pressure"))
    return Section("around", "Contact around pressure", tuple(blocks))

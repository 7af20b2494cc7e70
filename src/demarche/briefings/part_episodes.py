"""Episodes: what came before each pressure and what followed it, in the order of the days."""

from __future__ import annotations

from collections.abc import Sequence

from demarche.analysis.episodes import Episode
from demarche.briefings.blocks import Block, Cell, Section, Table, Text
from demarche.briefings.gathering import Gathered
from demarche.briefings.judging import DRAWS, SEED
from demarche.briefings.rows import Book
from demarche.briefings.words import a_day, the, upper
from demarche.statistics import Window
from demarche.statistics.finding import figure

__all__ = ["around", "told"]


def told(found: Gathered, book: Book) -> Section:
    """Each pressure with the contacts, offers and friendly words around it."""
    blocks: list[Block] = []
    for (by, to), answer in zip((found.sides, found.sides[::-1]), found.episodes, strict=True):
        if answer.episodes:
            rows = tuple(_line(one, book) for one in answer.episodes)
            words = f"{upper(the(by))} on {the(to)}; {answer.rule.rsplit('; ', 1)[-1]}."
            blocks.append(Text(words, method="pressures", quiet=True))
            blocks.append(Table(("", "Announced", "What", "Before it, and what followed", "Rows"), rows, "lnlll"))
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
            words = f"Contacts of the two sides around the pressure of {the(side.by)} on {the(side.against)}. "
            blocks.append(Text(words + _standing_out(side.around), method="contact-around-pressure"))
            blocks.append(Table(_HEAD, tuple(map(_window, side.around)), "lrrrrrr"))
            drawn = f"p-values from rotations of the pressure calendar, {DRAWS:,} at most, drawn with the seed {SEED}."
            blocks.append(Text(drawn, quiet=True))
            blocks += [Text(f"Take care: {'; '.join(notes)}.", quiet=True)] if (notes := _notes(side.around)) else []
    if not blocks:
        words = "Not tested: it takes at least five pressures, a deadline among them, and contacts in the period."
        blocks.append(Text(words, method="contact-around-pressure"))
    return Section("around", "Contact around pressure", tuple(blocks))


_HEAD = ("Window", "Contacts inside", "outside", "A week inside", "outside", "Ratio (95 %)", "p, corrected")
_SURE = 0.05


def _standing_out(windows: Sequence[Window]) -> str:
    sure = [one for one in windows if one.p_corrected is not None and one.p_corrected < _SURE]
    if sure:
        return f"After correction for the {len(windows)} windows tried, {len(sure)} stand out at the level of 5 %."
    return (
        f"None of the {len(windows)} windows tried stands out at the level of 5 % after correction: the dates neither "
        "show that contact is tied to pressure nor that it is not."
    )


def _window(one: Window) -> tuple[Cell, ...]:
    where = (
        f"{one.days} days up to a deadline" if one.side == "before a deadline" else f"{one.days} days after a threat"
    )
    low, high = one.interval or (None, None)
    ratio = f"{figure(one.estimate)} ({figure(low)}–{figure(high)})" if one.estimate is not None else "–"
    p = "–" if one.p is None else f"{one.p:.2g}, {one.p_corrected or one.p:.2g}"
    inside = f"{one.inside.contacts} on {one.inside.days} days"
    outside = f"{one.outside.contacts} on {one.outside.days} days"
    return where, inside, outside, f"{one.inside.a_week:.2f}", f"{one.outside.a_week:.2f}", ratio, p


def _notes(windows: Sequence[Window]) -> list[str]:
    return list(dict.fromkeys(note for one in windows for note in one.notes))

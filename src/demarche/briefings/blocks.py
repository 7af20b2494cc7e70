"""What a briefing is made of: sections of sentences, tables, lists and pictures, each with the rows it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.briefings.rows import Refs

__all__ = ["Block", "Cell", "Figure", "Items", "Picture", "Section", "Table", "Text"]


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence, the rows it rests on, and the method (a key of `METHODS`) of its number."""

    words: str
    refs: Refs = ()
    method: str = ""
    quiet: bool = False  # a note, in small print


Cell = str | Refs


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `align` has `l`, `r`, or `n` (on one line) for each column. A cell is words, or rows to go to."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, with what it shows in words."""

    svg: str
    alt: str


Block = Text | Table | Items | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline number."""

    value: str
    label: str
    note: str
    refs: Refs
    method: str

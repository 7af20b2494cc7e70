"""Chronologies in: the spreadsheet that somebody already has, row by row as entries of a person.

    sheets = [open_sheet(path, Wishes()) for path in paths]
    for item in items(sheets, author="anna"):      # Item(where, document, report) or Item(where, problem="...")

A column says what it is by its heading, or is told by a mapping. A row that cannot be used is listed with its line;
the others land. What a row says beyond the codebook's fields is kept in the entry's text, word for word.
"""

from __future__ import annotations

from demarche.chronology.columns import TARGETS, Column
from demarche.chronology.importing import Item, items
from demarche.chronology.opening import Opened, open_sheet
from demarche.chronology.wishes import Wishes, parse_always, parse_mapping, wishes_of_file

__all__ = [
    "TARGETS",
    "Column",
    "Item",
    "Opened",
    "Wishes",
    "items",
    "open_sheet",
    "parse_always",
    "parse_mapping",
    "wishes_of_file",
]

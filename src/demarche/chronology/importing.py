"""Opened sheets as entries: rows of events first, then accounts of them, whatever the order of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from demarche.chronology.accounts import account
from demarche.chronology.opening import Opened
from demarche.chronology.reading import Reading, read_row
from demarche.chronology.sheet import Row
from demarche.chronology.who import full_name
from demarche.entries import EntryError, entry
from demarche.model import Document, Report

__all__ = ["Item", "items"]

Contacts = dict[str, Reading]


@dataclass(frozen=True, slots=True)
class Item:
    """A row as a document with its report, or what is wrong with it; `where` is the file and line.

    `same_as` is the content hash of the entry of the contact that an account is of: the sheet says that both are one.
    """

    where: str
    document: Document | None = None
    report: Report | None = None
    problem: str = ""
    same_as: str = ""


def items(
    sheets: Sequence[Opened], *, author: str, known: Callable[[str], Reading | None] | None = None
) -> Iterator[Item]:
    """Every row as an entry by `author`, or with its problem.

    `known` finds a contact of an earlier import by the id it had in its sheet, for accounts of it.
    """
    contacts: Contacts = {}
    seen: dict[str, str] = {}
    for sheet in sorted(sheets, key=lambda s: s.accounts):
        for row in sheet.rows:
            where = f"{sheet.sheet.name} line {row.line}"
            item = _item(sheet, row, where, author, contacts, known or _nobody)
            if item.document is not None:
                first = seen.setdefault(item.document.content_hash, where)
                if first != where:
                    item = Item(where, problem=f"says the same as {first}: it is entered once")
            yield item


def _nobody(_id: str) -> None:
    return None


def _item(
    sheet: Opened, row: Row, where: str, author: str, contacts: Contacts, known: Callable[[str], Reading | None]
) -> Item:
    reading = read_row(row, sheet.columns, sheet.wishes, "contact" if sheet.accounts else sheet.kind)
    own = reading.cells.get("id", "")
    if sheet.accounts:
        about = reading.cells.get("contact_id", "")
        reading = account(reading, contacts.get(about) or known(about))
        name = f"{sheet.sheet.stem}#{about}@{row.line}"
    else:
        reading.told_by = reading.told_by and full_name(reading.told_by, reading.day)
        name = f"{sheet.sheet.stem}#{own or row.line}"
        if own and contacts.setdefault(own, reading) is not reading:
            name += f"@{row.line}"  # the id stands there twice: two rows all the same
    if own:
        reading.notes.append(f"id: {own}")
    return _entered(reading, where, author, name)


def _entered(reading: Reading, where: str, author: str, name: str) -> Item:
    if reading.problems:
        return Item(where, problem="; ".join(reading.problems))
    try:
        document, report = entry(
            reading.values | {"kind": reading.kind},
            author=author,
            source_urls=reading.links,
            note="; ".join(reading.notes),
            name=name,
            told_by=reading.told_by,
        )
    except EntryError as error:
        return Item(where, problem="; ".join(f"{field}: {problem}" for field, problem in error.problems))
    reading.entered_as = document.content_hash
    return Item(where, document, report, same_as=reading.same_as)

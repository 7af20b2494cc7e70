"""The cells of a pressure, an offer, a statement: who acts on whom, with what; and whose account a row is."""

from __future__ import annotations

import re
from datetime import date

from demarche.chronology.row_values import Reading
from demarche.chronology.who import full_name, place_of
from demarche.entries.codebook import FIELDS

__all__ = ["account", "deed"]


def deed(found: Reading) -> None:
    """Who acts on whom, with what, on what condition, until when, and what came of it."""
    if found.kind == "contact":
        for name in ("actor", "recipient", "action", "condition", "outcome", "quote", "stance", "channel"):
            found.note(name, found.cells.get(name, ""))
        return
    cells = found.cells
    for name in ("actor", "recipient"):
        found.values[name] = _doers(cells.get(name, ""), found.day)
    what = {"pressure": "measure", "statement": "quote"}.get(found.kind, "content")
    found.values[what] = cells.get("action", "") or cells.get("quote", "")
    for name in ("condition", "outcome", "stance", "channel"):
        if name in FIELDS[found.kind]:
            found.values[name] = cells.get(name, "")
        else:
            found.note(name, cells.get(name, ""))


def _doers(cell: str, day: date | None) -> list[str]:
    """Names with sides; `Russia and its partners` are two, `research and development` is one."""
    found: list[str] = []
    for part in cell.split(";"):
        pieces = re.split(r"\s+and\s+", part.strip())
        known = [place_of(p) or full_name(p, day) != p or place_of(full_name(p, day)) for p in pieces]
        for name in pieces if any(known) else [part.strip()]:
            full = full_name(name, day)
            if full and full not in found:
                found.append(full)
    return found


def account(found: Reading) -> None:
    """Whose account the row is."""
    found.told_by = found.cells.get("reporter", "")

"""The cells of a contact: who took part, who asked for it, how long, where, about what."""

from __future__ import annotations

import re

from demarche.chronology.row_values import NOT_SAID, Reading
from demarche.chronology.who import named_in, parted, place_of, with_sides
from demarche.entries.lengths import length

__all__ = ["initiator", "lasting", "place", "pooled", "taking_part", "topics"]

_BY_WIRE = re.compile(r"(?:by )?(?:(?:tele)?phone|video(?: ?link| call| conference)?|online)", re.IGNORECASE)


def taking_part(found: Reading) -> None:
    """The people of a contact with their sides."""
    if found.kind != "contact":
        return
    cells = found.cells
    sides = [place_of(cells[name]) or cells[name] for name in ("side_a", "side_b") if cells.get(name)]
    persons = [cells[name] for name in ("person_a", "person_b") if cells.get(name)]
    names = parted(cells["participants"]) if "participants" in cells else persons or sides
    found.people, company = with_sides(names, [s for s in sides if place_of(s)], found.day)
    listed = {name for name, _ in found.people}
    if "participants" in cells and len(found.people) == 1:  # "Bo Tamm" in one column, the sides in two others
        found.people += [(s, "") for s in sides if s != found.people[0][1] and s not in listed]
    found.values["participants"] = [f"{n} ({s})" if s else n for n, s in found.people]
    if len(found.people) == 1 and not company:
        found.problems.append(f"participants: only {found.people[0][0]} is named; a contact needs two sides")
    found.note("also", "; ".join(company))


def initiator(found: Reading) -> None:
    """Who asked for it, when the cell names somebody who took part or a side; other words are kept."""
    words = found.cells.get("initiator", "")
    if not words or NOT_SAID.fullmatch(words):
        return
    bare = re.sub(r"\s*\((?!.*\bclaim).*?\)", "", words).strip()
    place = place_of(bare)
    named = named_in(bare, [name for name, _ in found.people])
    if found.kind == "contact" and (named or place) and "(" not in bare:
        found.values["initiator"] = named or place
    if found.values.get("initiator") != words:
        found.note("initiator as written", words)


def lasting(found: Reading) -> None:
    """The length: between the least and the greatest, or as written; several accounts in one cell are pooled."""
    least, most = (_minutes(found, name) for name in ("duration_min", "duration_max"))
    text = found.cells.get("duration_text", "")
    words = found.cells.get("duration", "")
    if hours := found.cells.get("hours", ""):
        words = f"{hours} h"
    if least is not None and most is not None and least > most:
        found.problems.append(f"duration: the least, {least}, is more than the greatest, {most}")
    elif least is not None or most is not None:
        found.values["duration"] = _between(least, most)
    elif said := re.sub(r"^(\d{1,2}:\d\d):\d\d$", r"\1", words) or text:  # spreadsheets write 1:20:00
        found.values["duration"] = pooled(said)
        if words and not found.values["duration"]:
            found.problems.append(f"duration: {words!r} is not a length: write 90 (minutes), 1 h 20 or about 2 h")
    found.note("length as written", text)


def _minutes(found: Reading, name: str) -> int | None:
    words = found.cells.get(name, "")
    if not words or NOT_SAID.fullmatch(words):
        return None
    lasting = length(words)
    if lasting is None or lasting.min is None:
        found.problems.append(f"{name}: {words!r} is not a number of minutes")
        return None
    return lasting.min


def _between(least: int | None, most: int | None) -> str:
    if least == most:
        return f"{least} min"
    if most is None:
        return f"at least {least} min"
    return f"at most {most} min" if least is None else f"{least}-{most} min"


def pooled(words: str) -> str:
    """`about 1 h 10 min (Kremlin); 75 min (Trump)` as the interval that holds both; '' when a part is no length."""
    parts = [re.sub(r"\(.*?\)", "", part).strip() for part in words.split(";")]
    found = [length(part) for part in parts if part]
    if not found or None in found:
        return ""
    if len(found) == 1:
        return parts[0]
    lasting = [item for item in found if item]
    least = [item.min for item in lasting if item.min is not None]
    most = [item.max for item in lasting if item.max is not None]
    return _between(min(least, default=None), max(most) if len(most) == len(lasting) else None)


def place(found: Reading) -> None:
    """Where it was; the telephone is no place, and of other kinds than contacts and acts the place is a note."""
    words = found.cells.get("place", "")
    bare = re.sub(r"\s*\(.*?\)", "", words).strip()
    if _BY_WIRE.fullmatch(bare):
        found.note("place as written", words if words != bare else "")
    elif found.kind in ("contact", "act"):
        found.values["place"] = bare
        found.note("place as written", words if words != bare else "")
    else:
        found.note("place", words)


def topics(found: Reading) -> None:
    """What it was about."""
    words = found.cells.get("topics", "")
    if found.kind == "contact":
        found.values["topics"] = list(dict.fromkeys(p.strip() for p in words.split(";") if p.strip()))
    elif found.kind == "statement" and words:
        found.values["about"] = words
    else:
        found.note("topics", words)

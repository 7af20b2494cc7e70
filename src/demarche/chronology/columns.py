"""Which column is what: by what was said, else by its heading."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

__all__ = ["KEEP", "LEAVE", "TARGETS", "Column", "assigned", "folded"]

KEEP, LEAVE = "note", "-"

#: kept as a note together with their heading
LABELLED = ("confidence", "certainty", "deadline text", "outcome date", "side", "side of reporter", "language")

#: what a column can be -> headings that mean it
TARGETS: dict[str, tuple[str, ...]] = {
    "id": ("id", "no", "nr", "number", "row", "code", "#"),
    "kind": ("record type", "record kind"),
    "type": ("type", "kind", "form", "category", "event", "event type", "type of contact", "contact type", "format"),
    "status": ("status", "state of affairs", "held", "stage"),
    "date": ("date", "day", "when", "event date", "date of contact", "start date"),
    "participants": ("participants", "who", "parties", "people", "persons", "between", "attendees", "names"),
    "side_a": ("side a", "side 1", "party a", "party 1", "country a", "country 1", "state a", "state 1", "first side"),
    "side_b": ("side b", "side 2", "party b", "party 2", "country b", "country 2", "state b", "state 2", "second side"),
    "person_a": (
        "person a",
        "person 1",
        "leader a",
        "leader 1",
        "participant a",
        "participant 1",
        "official 1",
        "name 1",
    ),
    "person_b": (
        "person b",
        "person 2",
        "leader b",
        "leader 2",
        "participant b",
        "participant 2",
        "official 2",
        "name 2",
    ),
    "initiator": ("initiator", "initiated by", "called by", "caller", "requested by", "who called", "at request of"),
    "duration": ("duration", "length", "minutes", "mins", "how long", "duration min", "lasted"),
    "hours": ("hours", "duration hours", "length in hours", "hrs"),
    "duration_min": ("min", "min minutes", "least", "duration least", "duration from", "minutes min"),
    "duration_max": ("max", "max minutes", "most", "duration most", "duration to", "minutes max", "duration max"),
    "duration_text": ("duration text", "as reported", "length as reported", "reported length"),
    "place": ("place", "location", "where", "venue", "city"),
    "topics": ("topics", "topic", "subject", "subjects", "agenda", "issues", "about"),
    "actor": ("actor", "by", "source actor", "who acts", "sender"),
    "recipient": ("recipient", "target", "addressee", "against", "toward", "towards", "to"),
    "action": ("action", "measure", "content", "what", "threat", "offer", "demand", "pledge"),
    "condition": ("condition", "conditions", "unless", "if"),
    "deadline": ("deadline", "deadline date", "by when", "due", "due date"),
    "outcome": ("outcome", "result", "what happened"),
    "quote": ("quote", "quotation", "words", "statement"),
    "stance": ("stance", "tone"),
    "channel": ("channel", "medium"),
    "source": ("source", "sources", "source url", "source urls", "url", "urls", "link", "links", "reference"),
    "reporter": ("reporter", "reported by", "according to", "told by", "outlet", "publisher"),
    "contact_id": ("contact id", "event id", "contact no", "contact", "id of contact"),
    KEEP: ("note", "notes", "comment", "comments", "remark", "remarks", *LABELLED),
    LEAVE: (),
}

_BY_HEADING = {heading: target for target, headings in TARGETS.items() for heading in headings}


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it becomes. `known` False: nobody said and the heading says nothing; it is kept as a note."""

    heading: str
    target: str
    known: bool = True

    @property
    def label(self) -> str:
        """What to write before its words where they are kept as a note: its heading, unless that only says "note"."""
        plain = folded(self.heading)
        return "" if plain in TARGETS[KEEP] and plain not in LABELLED else self.heading


def folded(heading: str) -> str:
    """A heading without case, marks and brackets: `Duration (min)` is `duration min`."""
    return " ".join(re.findall(r"[^\W_]+|#", heading.casefold()))


def assigned(headings: tuple[str, ...], said: Callable[[str], str | None]) -> tuple[Column, ...]:
    """Every column with what it becomes: as was said, by a heading that is the field's own name, by other headings.

    A second column that would be the same thing is kept as a note, except links.
    """
    found = {heading: Column(heading, target) for heading in headings if (target := said(heading))}
    for guess in (_own_name, _other_name):
        for heading in headings:
            taken = {column.target for column in found.values()} - {KEEP, LEAVE, "source"}
            target = guess(heading, headings)
            if heading not in found and target and target not in taken:
                found[heading] = Column(heading, target)
    return tuple(_whole_length([found.get(heading) or Column(heading, KEEP, False) for heading in headings]))


def _own_name(heading: str, headings: tuple[str, ...]) -> str | None:
    """`participants`; `kind` is most often a type, unless a column of types stands beside it."""
    plain = _plain(heading).replace(" ", "_")
    if plain == "kind" and not any(folded(other) == "type" for other in headings):
        return None
    return plain if plain in TARGETS else None


def _other_name(heading: str, _headings: tuple[str, ...]) -> str | None:
    return _BY_HEADING.get(_plain(heading))


def _plain(heading: str) -> str:
    """Folded, without the number that tells two columns of one name apart."""
    return folded(re.sub(r" \(\d+\)$", "", heading))


def _whole_length(columns: list[Column]) -> list[Column]:
    """`Duration (min)` alone gives lengths in minutes; beside a column of greatest lengths, the least ones."""
    targets = {column.target for column in columns}
    if "duration_min" not in targets or targets & {"duration_max", "duration"}:
        return columns
    return [replace(c, target="duration") if c.target == "duration_min" else c for c in columns]

"""A row told in words: who towards whom, what it says, how far it got.

One line each, for tables, exports and answers; the exact words are the row's `quote` and its fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from demarche.analysis.wording import clock
from demarche.analysis.wording import period as period_words
from demarche.ledger.edtf import Days, parse
from demarche.model import Lasting, Value

__all__ = ["Row", "claim", "due", "from_whom", "label", "standing", "to_whom", "what", "who"]

ARROW = " → "


class Row(Protocol):
    """What telling needs of a row: a row of the ledger has it, and so has a report just read."""

    @property
    def kind(self) -> str:
        """The kind of the codebook."""

    @property
    def type(self) -> str | None:
        """Its type."""

    @property
    def status(self) -> str | None:
        """How far it got."""

    @property
    def plover(self) -> str | None:
        """Its PLOVER root."""

    @property
    def quote(self) -> str:
        """The words of its first evidence."""

    def names(self, role: str = "participants") -> tuple[str, ...]:
        """The names in one role."""

    def all(self, name: str) -> tuple[Value, ...]:
        """The values of every field of that name."""

    def first(self, name: str) -> Value | None:
        """The first of them, or None."""


def who(row: Row) -> str:
    """The participants of a contact, the sides of a claim, or who acts or speaks towards whom."""
    if names := row.names():
        return ", ".join(names)
    if sides := row.all("subjects"):
        return _sides(sides)
    ours, theirs = ", ".join(from_whom(row)), ", ".join(to_whom(row))
    return f"{ours}{ARROW}{theirs}" if theirs else ours


def from_whom(row: Row) -> tuple[str, ...]:
    """Who acts or speaks."""
    return row.names("actor")


def to_whom(row: Row) -> tuple[str, ...]:
    """To whom it is addressed, else whom (or what) it is about."""
    return row.names("recipient") or tuple(str(value) for value in row.all("about"))


def label(row: Row) -> str:
    """The word that tells most of what a row is: the type of a contact, a pressure or an offer, else the kind."""
    if row.kind in ("contact", "pressure", "offer"):
        return row.type or row.kind
    return row.kind


def standing(row: Row) -> str:
    """How far it got; of a statement its stance, of a claim its type, of an act its PLOVER root."""
    if row.kind == "statement":
        return str(row.first("stance") or "")
    if row.kind == "claim":
        return row.type or ""
    return row.status or (row.plover or "").lower()


def what(row: Row) -> str:
    """What is threatened, demanded, offered, said, expected or claimed; nothing for a contact."""
    if row.kind == "contact":
        return ""
    if row.kind == "claim":
        return claim(row)
    if quoted := row.all("quote"):
        return f"“{_one_line(str(quoted[0]))}”"
    parts = [_text(row, "measure"), _text(row, "content"), _conditioned(row)]
    return "; ".join(part for part in parts if part) or _one_line(row.quote)


def due(row: Row) -> str:
    """The last day that a pressure leaves or a forecast looks to (EDTF), the term (`P10D`), or what ends it."""
    words = _text(row, "deadline") or _text(row, "horizon")
    covered = parse(words)
    first, last = (covered.earliest, covered.latest) if covered else (None, None)
    if row.kind == "forecast" and last and first != last:
        return last.isoformat()
    return words


def _text(row: Row, name: str) -> str:
    return _one_line(str(row.first(name) or "")).removeprefix("that ")


def _conditioned(row: Row) -> str:
    """The demand itself, or the condition that a threat hangs on."""
    words = _text(row, "condition")
    return f"condition: {words}" if words and row.first("measure") else words


def _one_line(words: str) -> str:
    return " ".join(words.split())


# -- claims ---------------------------------------------------------------------------------------------------------

_MANY = {"talks": "rounds of talks"}
_ONE = {"talks": "round of talks"}
_RELATIONS = {">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "at most ", "~": "about "}


def claim(row: Row) -> str:
    """A claim in words: "8th call, 1 Jan – 16 Oct 2025", "more than 20 h of talks", "first call since 4 Mar 2022"."""
    words = _CLAIMS.get(row.type or "", _counted)(row)
    source = _text(row, "source")
    return f"{words}, according to {source}" if source else words


def _ordinal(row: Row) -> str:
    number = row.first("value")
    ordinal = _nth(number) if isinstance(number, int) else str(number or "another")
    return f"{ordinal} {_noun(row, one=True)}{_when(row)}"


def _counted(row: Row) -> str:
    number = row.first("value")
    one = number == 1 and row.first("relation") in (None, "=")
    return f"{_relation(row)}{number if number is not None else 'some'} {_noun(row, one=one)}{_when(row)}"


def _lasted(row: Row) -> str:
    length = row.first("value")
    least = length.min if isinstance(length, Lasting) else length
    most = length.max if isinstance(length, Lasting) else length
    return f"{_minutes(row, least, most)} of {_noun(row, one=False)}{_when(row)}"


def _minutes(row: Row, least: Value | None, most: Value | None) -> str:
    if least is None and most is None:
        return "some time"
    hours = [clock(m) for m in (least, most) if isinstance(m, int)]
    if least == most or most is None:
        return f"{_relation(row) or ('more than ' if most is None else '')}{hours[0]}"
    return " to ".join(hours)


def _compared(row: Row) -> str:
    """Longer, shorter, more or fewer contacts than the reference."""
    sign, timed = str(row.first("relation") or "="), row.first("unit") == "minutes"
    adjective = {">": "longer", ">=": "longer", "<": "shorter", "<=": "shorter"} if timed else {}
    number = {">": "more", ">=": "more", "<": "fewer", "<=": "fewer"}
    noun = _noun(row, one=False)
    degree = f"{adjective[sign]} {noun} than" if sign in adjective else f"{number.get(sign, 'as many')} {noun} "
    if sign not in adjective:
        degree += "than" if sign in number else "as"
    reference = row.all("reference")
    same = reference == row.all("subjects")
    return f"{degree} {'their others' if same or not reference else _sides(reference)}{_when(row)}"


def _recent(row: Row) -> str:
    """First of its kind in a period, or the day of the last one."""
    last = row.first("value")
    if isinstance(last, str):
        return f"last {_noun(row, one=True)} on {last}"
    covered = parse(str(row.first("period") or ""))
    if covered is None or covered.earliest is None:
        return f"first {_noun(row, one=True)}"
    return f"first {_noun(row, one=True)} since {period_words(Days(covered.earliest, covered.earliest))}"


_CLAIMS = {
    "ordinal": _ordinal,
    "count": _counted,
    "duration": _lasted,
    "comparison": _compared,
    "recency": _recent,
}


def _noun(row: Row, *, one: bool) -> str:
    names = [str(value) for value in row.all("contact_types")] or ["contact"]
    table = _ONE if one else _MANY
    return " or ".join(table.get(name, name if one else name + "s") for name in names)


def _relation(row: Row) -> str:
    return _RELATIONS.get(str(row.first("relation") or ""), "")


def _when(row: Row) -> str:
    covered = parse(str(row.first("period") or ""))
    return f", {period_words(covered)}" if covered else ""


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _sides(sides: Sequence[Value]) -> str:
    pooled = [", ".join(map(str, side)) if isinstance(side, tuple) else str(side) for side in sides]
    return " – ".join(pooled)

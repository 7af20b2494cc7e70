"""Two things field by field, with what differs marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from demarche.ledger import Detail
from demarche.web.views.dates import when
from demarche.web.views.words import field, value

__all__ = ["Row", "rows_of"]

_ORDER = ("type", "status", "date", "duration", "participants", "initiator", "actor", "recipient", "about", "place")


@dataclass(frozen=True, slots=True)
class Row:
    """A field: what the one and the other say of it."""

    words: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """True when both say something, and not the same."""
        return bool(self.left and self.right) and set(self.left) != set(self.right)


def rows_of(left: Iterable[Detail], right: Iterable[Detail]) -> tuple[Row, ...]:
    """The fields that either tells, in the codebook's order."""
    one, other = _told(left), _told(right)
    names = sorted({*one, *other}, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))
    return tuple(Row(field(name), tuple(one.get(name, ())), tuple(other.get(name, ()))) for name in names)


def _told(details: Iterable[Detail]) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for detail in details:
        row = detail.event
        heads = tuple(
            (name, (said or "").replace("|", " or ")) for name, said in (("type", row.type), ("status", row.status))
        )
        said = [(item.name, _words(item.name, item.value)) for item in detail.fields]
        for name, words in (*heads, *said):
            if words:
                found.setdefault(name, {})[words] = None
    return found


def _words(name: str, given: object) -> str:
    return when(str(given)).words if name == "date" else value(given)

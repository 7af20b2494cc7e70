"""The fields of a report as a form sets them: what stands there, and how it would be typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from demarche.entries import SEVERAL
from demarche.model import Lasting
from demarche.web.views.choices import codebook, fields_of
from demarche.web.views.dates import when
from demarche.web.views.words import field, reason, value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from demarche.ledger import Detail, FieldRow
    from demarche.model import Kind

__all__ = ["Settable", "Told", "settable"]


@dataclass(frozen=True, slots=True)
class Told:
    """A value in words with the document's own words, or the reason why it has none."""

    said: str
    quotes: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settable:
    """A field: its values, how they are typed, whether there may be several, whether the codebook fixes its words."""

    name: str
    words: str
    told: tuple[Told, ...]
    typed: str
    several: bool
    fixed: bool


_LABELS = {"plover": "PLOVER"}


def settable(detail: Detail) -> tuple[Settable, ...]:
    """Every field that can be set on this report."""
    row = detail.event
    kind = cast("Kind", row.kind)
    heads = {"type": row.type, "status": row.status, "plover": row.plover}
    found = []
    for name in fields_of(kind):
        items = [item for item in detail.fields if item.name == name]
        told = tuple(map(_told, items)) or tuple(Told(said.replace("|", " or ")) for said in [heads.get(name)] if said)
        typed = _typed(items) if items else heads.get(name) or ""
        found.append(
            Settable(name, _LABELS.get(name, field(name)), told, typed, name in SEVERAL, bool(codebook(kind, name)))
        )
    return tuple(found)


def _told(item: FieldRow) -> Told:
    said = when(str(item.value)).words if item.name in ("date", "deadline") else value(item.value)
    return Told(said, tuple(quote.words for quote in item.quotes), reason(item.reason))


def _typed(items: Iterable[FieldRow]) -> str:
    return "; ".join(_as_typed(item.value) for item in items)


def _as_typed(given: object) -> str:
    """A length by its minutes, which are read back as they are."""
    if not isinstance(given, Lasting):
        return value(given)
    if given.min is not None and given.min == given.max:
        return f"{given.min} min"
    if given.min is not None and given.max is not None:
        return f"{given.min}-{given.max} min"
    return f"more than {given.min} min" if given.min is not None else f"up to {given.max} min"

"""From what somebody typed to the change that an edit stores: checked against the codebook and the document's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import sqlalchemy as sa

from demarche import edtf
from demarche.entries import HEADS, SEVERAL, Checked, checked, checked_head
from demarche.entries.codebook import REQUIRED
from demarche.errors import UsageError
from demarche.evidence import quotes
from demarche.ledger import names
from demarche.ledger.decisions.anchors import Anchor
from demarche.ledger.decisions.edits import Values, applied
from demarche.ledger.decisions.overlay import values_of
from demarche.ledger.names import key
from demarche.ledger.schema import documents
from demarche.ledger.values import to_json
from demarche.model import STATUSES, Kind, Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Words", "change_of"]

#: the words that show an edited value: the very words, their place, or several of these; None when there are none
Words: TypeAlias = "str | Span | tuple[int, int] | Sequence[str | Span | tuple[int, int]] | None"


def change_of(
    connection: Connection, one: Anchor, field: str, typed: str | None, words: Words
) -> tuple[list[Any], dict[str, Any]]:
    """The values before, and the change; UsageError when it does not fit, or changes nothing."""
    kind = cast("Kind", one.kind)
    values = values_of(connection, one.report_id)
    change = _change(values, kind, field, (typed or "").strip())
    text = connection.scalar(sa.select(documents.c.text).where(documents.c.hash == one.document_hash)) or ""
    spans = [list(span) for span in _spans(text, words, one)]
    if spans:
        change["spans"] = spans
    elif _bare(applied(values, kind, field, change).of(field)) == _bare(values.of(field)):
        raise UsageError(f"{field} of {one.report_id} is that already; nothing was written")
    return values.of(field), change


def _bare(values: list[Any]) -> list[Any]:
    """Lengths by their ends, whatever words told them."""
    return [(v.get("min"), v.get("max")) if isinstance(v, dict) else v for v in values]


def _change(values: Values, kind: Kind, field: str, typed: str) -> dict[str, Any]:
    if not typed:
        return _cleared(kind, field)
    if field in HEADS:
        return {"set": [{"value": checked_head(kind, field, typed)}]}
    signed = [part.strip() for part in typed.split(";") if part.strip()]
    if field in SEVERAL and all(part[0] in "+-−" for part in signed):
        return _signed(values, kind, field, signed)
    return {"set": _items(checked(kind, field, typed, _day(values)))}


def _cleared(kind: Kind, field: str) -> dict[str, Any]:
    if field not in HEADS:
        checked(kind, field, "2025" if field in ("date", "period") else "1")  # is there such a field?
    if field in REQUIRED[kind] or (field == "status" and kind in STATUSES):
        raise UsageError(f"{field}: a {kind} needs it; nothing was written; reject the row if it should not count")
    return {"clear": True}


def _signed(values: Values, kind: Kind, field: str, signed: Iterable[str]) -> dict[str, Any]:
    """`+Bo Tamm; -Cy Umber`: one more, one less."""
    change: dict[str, Any] = {"add": [], "remove": []}
    for part in signed:
        (item,) = checked(kind, field, part[1:], _day(values))
        known = _among(str(item.value), values.of(field), whole=part[0] == "+")
        if part[0] == "+":
            change["add"] += _items([item]) if known is None else []
        elif known is None:
            among = "; ".join(map(str, values.of(field))) or "nobody"
            raise UsageError(f"{field}: {item.value} is not among them ({among}); nothing was written")
        else:
            change["remove"].append(known)
    return change


def _among(name: str, there: list[Any], *, whole: bool) -> Any:
    """The value of this name; of part of a name when one value only has it."""
    same = [value for value in there if key(str(value)) == key(name)]
    partly = [] if whole else [value for value in there if set(names.words(name)) <= set(names.words(str(value)))]
    return same[0] if same else partly[0] if len(partly) == 1 else None


def _day(values: Values) -> date | None:
    found = edtf.parse(str(values.of("date")[0])) if values.of("date") else None
    return found.latest if found else None


def _items(found: Iterable[Checked]) -> list[dict[str, Any]]:
    return [{"value": to_json(item.value)} | ({"side": item.side} if item.side is not None else {}) for item in found]


# -- the words ------------------------------------------------------------------------------------------------------


def _spans(text: str, words: Words, one: Anchor) -> Iterable[tuple[int, int]]:
    for piece in _several(words):
        span = _found(text, piece, one) if isinstance(piece, str) else Span(*_ends(piece))
        if not quotes(span, text):
            raise UsageError(
                f"{span.start}-{span.end} is no quotation of that document ({len(text)} characters; no white space at "
                "either end); nothing was written"
            )
        yield span.start, span.end


def _several(words: Words) -> list[str | Span | tuple[int, int]]:
    if words is None or words == "" or words == ():
        return []
    if isinstance(words, str | Span):
        return [words]
    if len(words) == 2 and all(isinstance(end, int) for end in words):
        return [cast("tuple[int, int]", tuple(words))]
    return list(cast("Sequence[str | Span | tuple[int, int]]", words))


def _ends(piece: Span | tuple[int, int]) -> tuple[int, int]:
    return (piece.start, piece.end) if isinstance(piece, Span) else piece


def _found(text: str, words: str, one: Anchor) -> Span:
    """These very words where they stand nearest to the evidence."""
    wanted = words.strip()
    starts = [at for at in range(len(text)) if text.startswith(wanted, at)] if wanted else []
    if not starts:
        raise UsageError(f"the document does not say {words!r}; nothing was written; copy its words exactly")
    start = min(starts, key=lambda at: min(abs(at - span.start) for span in one.spans))
    return Span(start, start + len(wanted))

"""The filter in the address bar: read from it, written back to it, and handed to the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from demarche.ledger import Filters
from demarche.model import KINDS, STATUSES, TYPES
from demarche.web.views.periods import period

if TYPE_CHECKING:
    from starlette.datastructures import QueryParams

__all__ = ["CHOICES", "PER_PAGE", "Query"]

PER_PAGE = 50

_FILTER_NAMES = ("q", "who", "with", "kind", "type", "status", "since", "until", "source", "doubt", "standing")

#: what can be chosen, in the order of the form: name -> (value, words)
CHOICES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "kind": tuple((kind, kind) for kind in KINDS),
    "type": tuple((word, word) for word in dict.fromkeys(w for words in TYPES.values() for w in words)),
    "status": tuple((word, word) for word in dict.fromkeys(w for words in STATUSES.values() for w in words)),
    "source": (
        ("official", "official readouts"),
        ("agency", "agencies"),
        ("press", "press"),
        ("social", "social media"),
        ("entry", "entered by hand"),
    ),
    "doubt": (
        ("disputed", "sources disagree"),
        ("perhaps", "may be one with another"),
        ("undated", "without a date"),
    ),
    "standing": (
        ("machine", "found, not yet confirmed"),
        ("confirmed", "confirmed by a person"),
        ("person", "entered by a person"),
    ),
    "order": (("-date", "newest first"), ("date", "oldest first")),
}


@dataclass(frozen=True, slots=True)
class Query:
    """A view of the ledger as its address tells it; every value is as typed."""

    q: str = ""
    who: str = ""
    with_: str = ""
    kind: str = ""
    type: str = ""
    status: str = ""
    since: str = ""
    until: str = ""
    source: str = ""
    doubt: str = ""
    standing: str = ""
    order: str = "-date"
    page: int = 1

    @classmethod
    def of(cls, params: QueryParams) -> Query:
        """The query of an address; what is not known there is passed over."""
        given = {("with_" if k == "with" else k): v.strip()[:200] for k, v in params.multi_items() if v.strip()}
        page = given.pop("page", "1")
        known = {f.name: given[f.name] for f in fields(cls) if f.name in given}
        if known.get("order") not in (None, "date", "-date"):
            del known["order"]
        return cls(**known, page=max(1, int(page)) if page.isdecimal() and len(page) < 8 else 1)

    def filters(self) -> Filters:
        """The same for the ledger, without pages. UsageError for a day that is unclear."""
        return Filters(
            text=self.q,
            who=_names(self.who),
            with_=_names(self.with_),
            kind=_words(self.kind),
            type=_words(self.type),
            status=_words(self.status),
            since=period(self.since),
            until=period(self.until),
            source_class=_words(self.source),
            doubt=_words(self.doubt),
            standing=_words(self.standing),
            order=self.order,
        )

    def of_page(self) -> Filters:
        """The rows of this page, and one more: whether there is a next one."""
        return replace(self.filters(), limit=PER_PAGE + 1, offset=(self.page - 1) * PER_PAGE)

    def address(self, path: str = "/", **changes: str | int) -> str:
        """The address of this view, or of one that differs in some values; without what is empty or usual."""
        told = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        usual = Query()
        pairs = {
            f.name.rstrip("_"): getattr(told, f.name)
            for f in fields(told)
            if getattr(told, f.name) != getattr(usual, f.name)
        }
        return f"{path}?{urlencode(pairs)}" if pairs else path

    @property
    def chosen(self) -> bool:
        """True when something is chosen from a list."""
        return any(getattr(self, name) for name in CHOICES if name != "order")

    @property
    def active(self) -> tuple[tuple[str, str, str], ...]:
        """What narrows the view: (name, value in words, the address without it)."""
        found = []
        for name in _FILTER_NAMES:
            key = "with_" if name == "with" else name
            if value := getattr(self, key):
                words = dict(CHOICES.get(name, ())).get(value, value)
                found.append((name, words, self.address(**{key: ""})))
        return tuple(found)


def _names(typed: str) -> tuple[str, ...]:
    """Several names are parted by semicolons and pooled."""
    return tuple(name.strip() for name in typed.split(";") if name.strip())


def _words(typed: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in typed.split(",") if word.strip())

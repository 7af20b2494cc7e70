"""A queue in the address: the ledger's own filter, an order, and the count or claim that the decisions are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import QueryParams

from demarche.web.views.query import Query

if TYPE_CHECKING:
    from demarche.ledger import Filters

__all__ = ["ORDERS", "ReviewQuery"]

#: how a queue can be ordered, in words
ORDERS: Mapping[str, str] = {
    "doubt": "most doubtful first",
    "weight": "what a count hangs on first",
    "source": "official sources first",
    "-date": "newest first",
    "date": "oldest first",
}
_COUNT = ("between", "and", "in", "claim")


@dataclass(frozen=True, slots=True)
class ReviewQuery:
    """A queue as its address tells it; `between`, `and_`, `in_` and the filter's type are a count, `claim` a row."""

    filter: Query = field(default_factory=lambda: Query(standing="open"))
    by: str = "doubt"
    between: str = ""
    and_: str = ""
    in_: str = ""
    claim: str = ""

    @classmethod
    def of(cls, params: Mapping[str, str]) -> ReviewQuery:
        """The queue of an address; what is not known there is passed over."""
        given = {name: params.get(name, "").strip()[:200] for name in _COUNT}
        usual = "weight" if given["between"] or given["claim"] else "doubt"
        by = params.get("by", "")
        asked = Query.of(QueryParams(list(params.items())))
        asked = replace(asked, standing=asked.standing or "open", page=1, order="-date")
        told = by if by in ORDERS and (by != "weight" or usual == "weight") else usual
        return cls(asked, told, given["between"], given["and"], given["in"], given["claim"])

    @classmethod
    def back(cls, query: str) -> ReviewQuery:
        """The queue of a query string that a form brings back."""
        return cls.of(dict(parse_qsl(query)))

    @property
    def counted(self) -> bool:
        """True when the queue is for a count or a claim."""
        return bool(self.between or self.claim)

    def filters(self) -> Filters:
        """The filter for the ledger, in the order of this queue where the ledger can give it."""
        return replace(self.filter.filters(), order="date" if self.by == "date" else "-date")

    def query(self, **more: str) -> str:
        """The query string, without what is empty or usual."""
        usual = "weight" if self.counted else "doubt"
        own = {"between": self.between, "and": self.and_, "in": self.in_, "claim": self.claim}
        own["by"] = "" if self.by == usual else self.by
        standing = "" if self.filter.standing == "open" else self.filter.standing
        kept = dict(parse_qsl(replace(self.filter, standing=standing).address("").removeprefix("?")))
        return urlencode({name: value for name, value in (own | kept | more).items() if value})

    def address(self, path: str = "/review", **more: str) -> str:
        """The address of this queue, or of one of its items."""
        told = self.query(**more)
        return f"{path}?{told}" if told else path

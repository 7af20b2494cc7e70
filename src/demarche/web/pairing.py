"""Two things that may be one, as the page shows them side by side, and what it means to say same or different."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.errors import UsageError
from demarche.ledger import EventDetail
from demarche.web.reviewing import state_of
from demarche.web.views.lines import Line, line
from demarche.web.views.sides_by_side import Row, rows_of

if TYPE_CHECKING:
    from demarche.ledger import Detail, Ledger, Link

__all__ = ["Half", "Pair", "pair_of"]


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two: its event, and its reports with their words."""

    detail: EventDetail
    line: Line
    told: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events that may be one; or, `joined`, two reports of one event that contradict each other."""

    left: Half
    right: Half
    rows: tuple[Row, ...]
    joined: bool
    reasons: tuple[str, ...]

    @property
    def details(self) -> tuple[EventDetail, ...]:
        """The one event, or the two."""
        return (self.left.detail,) if self.joined else (self.left.detail, self.right.detail)

    @property
    def state(self) -> str:
        """See `state_of`."""
        return state_of(*self.details)

    @property
    def open(self) -> bool:
        """True while nobody has said whether the two are one."""
        ends = ({row.event.id for row in self.left.told}, {row.event.id for row in self.right.told})
        for decision in (d for detail in self.details for d in detail.decisions):
            if decision.verdict in ("same", "different") and not decision.undone_at:
                told = {str(s.get("id")) for s in (decision.seen, decision.other_seen) if isinstance(s, dict)}
                if told & ends[0] and told & ends[1]:
                    return False
        return True

    def decide(self, ledger: Ledger, verdict: str, author: str, reason: str) -> None:
        """Write that they are the same or different."""
        one, other = self.left.told[0].event.id, self.right.told[0].event.id
        if verdict == "same" and self.joined:
            ledger.tie([(one, other)], author=author, reason=reason)
        elif verdict == "same":
            ledger.merge(one, other, author=author, reason=reason)
        elif self.joined:
            ledger.split(self.left.detail.event.id, other, author=author, reason=reason)
        else:
            ledger.keep_apart(one, other, author=author, reason=reason)


def pair_of(ledger: Ledger, name: str) -> Pair:
    """The pair of an address: `7k3m.9pq2`. UsageError when one of the two is not there."""
    one, _, other = name.partition(".")
    if not other:
        raise UsageError("a pair has two ids; begin with the first pair")
    left, right = ledger.event(one), ledger.event(other)
    if left.event.id == right.event.id:
        first, second = (Half(left, line(left.event), (ledger.show(each),)) for each in (one, other))
        ids = {half.told[0].event.id for half in (first, second)}
        return Pair(first, second, rows_of(first.told, second.told), True, _reasons(left.links, ids))
    first, second = _half(ledger, left), _half(ledger, right)
    ids = {row.id for row in (*left.event.reports, *right.event.reports)}
    reasons = _reasons([link for link, _ in left.maybe], ids)
    return Pair(first, second, rows_of(first.told, second.told), False, reasons)


def _half(ledger: Ledger, detail: EventDetail) -> Half:
    return Half(detail, line(detail.event), tuple(ledger.show(row.id) for row in detail.event.reports[:4]))


def _reasons(links: tuple[Link, ...] | list[Link], ids: set[str]) -> tuple[str, ...]:
    """What speaks for one event and what against, by the rules of linking."""
    return tuple(dict.fromkeys(reason for link in links if {link.a, link.b} <= ids for _, _, reason in link.why))

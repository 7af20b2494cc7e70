"""Hours by counterpart: each is what the pair alone gives, and the longest stands first."""

from __future__ import annotations

from collections.abc import Callable

from demarche.analysis import Pool, hours, hours_by_counterpart
from demarche.ledger import Ledger

from .conftest import Row

P, T, W, Z = "Vladimir Putin", "Donald Trump", "Steve Witkoff", "Volodymyr Zelenskyy"
Fill = Callable[..., Ledger]

ROWS = (
    Row((P, T), day="2025-02-12", minutes=(80, 90)),
    Row((P, T), day="2025-03-18"),
    Row((P, W), "meeting", "2025-04-11", minutes=(120, None)),
    Row((P, T, Z), "summit", "2025-08-15", minutes=(200, 200)),
    Row((P, Z), day="2025-09-01", status="planned", minutes=(10, 10)),
)


def test_each_is_what_the_pair_alone_gives(fill: Fill) -> None:
    ledger = fill(*ROWS)
    found = hours_by_counterpart(ledger, P, period="2025")
    assert [answer.pool.right for answer in found] == [(W,), (T,)]
    for answer in found:
        alone = hours(ledger, Pool(P, answer.pool.right), period="2025")
        assert (answer.told, answer.total, answer.unknown) == (alone.told, alone.total, alone.unknown)
        assert (answer.left_out, answer.rule, answer.coverage) == (alone.left_out, alone.rule, alone.coverage)


def test_nobody_has_none(fill: Fill) -> None:
    assert hours_by_counterpart(fill(*ROWS), "Nobody") == ()
    assert len(hours_by_counterpart(fill(), P)) == 0

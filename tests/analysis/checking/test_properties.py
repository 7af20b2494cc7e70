"""What must hold whatever the ledger: more held contacts never mend a claim of fewer, order and rules don't matter."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.analysis.checking import Claim, Verdict, check_claim

from .conftest import PL, PT, Told, claim, documents, fill

START = date(2025, 1, 1)
LENGTHS = st.one_of(st.none(), st.integers(5, 240))
DAYS = st.lists(st.tuples(st.integers(0, 280), LENGTHS), min_size=1, max_size=7, unique_by=lambda pair: pair[0] // 3)
FEW = settings(max_examples=12, deadline=None)  # a real ledger each


def told(days: list[tuple[int, int | None]], who: tuple[str, ...] = PT) -> list[Told]:
    minutes = [(length, length) if length else None for _, length in days]
    stretch = [(START + timedelta(days=n)).isoformat() for n, _ in days]
    return [Told(day, who, minutes=length) for day, length in zip(stretch, minutes, strict=True)]


def verdicts(blank: bytes, rows: list[Told], claims: list[Claim]) -> list[Verdict]:
    with TemporaryDirectory() as folder:
        ledger = fill(Path(folder) / "l.db", rows, blank)
        try:
            return [check_claim(ledger, asked) for asked in claims]
        finally:
            ledger.close()


@FEW
@given(DAYS, st.integers(1, 8))
def test_one_more_held_never_mends_too_many(blank: bytes, days: list[tuple[int, int | None]], number: int) -> None:
    claims = [claim("ordinal", number), claim("count", number), claim("count", number, relation="<=")]
    before = verdicts(blank, told(days), claims)
    after = verdicts(blank, told([*days, (285, 10)]), claims)
    for one, other in zip(before, after, strict=True):
        if one.outcome == "contradicted":
            assert other.outcome == "contradicted"


@FEW
@given(DAYS, st.integers(1, 8))
def test_too_few_never_contradicts(blank: bytes, days: list[tuple[int, int | None]], more: int) -> None:
    number = len(days) + more
    claims = [claim("ordinal", number), claim("count", number), claim("count", number, relation=">=")]
    assert {v.outcome for v in verdicts(blank, told(days), claims)} == {"cannot tell"}


@FEW
@given(DAYS)
def test_the_exact_number_is_supported_and_one_less_is_not(blank: bytes, days: list[tuple[int, int | None]]) -> None:
    claims = [claim("count", len(days)), claim("count", len(days) - 1), claim("ordinal", len(days), document=False)]
    outcomes = [v.outcome for v in verdicts(blank, told(days), claims)]
    assert outcomes == ["supported", "contradicted", "supported"]


@FEW
@given(DAYS, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(blank: bytes, days: list[tuple[int, int | None]], random) -> None:  # type: ignore[no-untyped-def]
    rows = told(days)
    mixed = random.sample(rows, len(rows))
    claims = [claim("ordinal", len(days)), claim("count", 3), claim("recency", 1, period="2025-02/2025-10-16")]
    assert [v.sentence for v in verdicts(blank, rows, claims)] == [v.sentence for v in verdicts(blank, mixed, claims)]


@FEW
@given(DAYS, DAYS)
def test_more_and_less_are_never_both_true(
    blank: bytes, ours: list[tuple[int, int | None]], theirs: list[tuple[int, int | None]]
) -> None:
    pair = {"sides": PT, "reference": PL, "types": ()}
    claims = [
        claim("comparison", relation=sign, unit=unit, **pair) for unit in ("contacts", "minutes") for sign in "<>"
    ]
    outcomes = [v.outcome for v in verdicts(blank, [*told(ours), *told(theirs, PL)], claims)]
    for less, more in (outcomes[:2], outcomes[2:]):
        assert not (less == more == "supported")
        assert not (less == "contradicted" and more == "contradicted") or len(ours) == len(theirs)


@FEW
@given(DAYS, st.integers(1, 20))
def test_known_lengths_alone_decide_a_least(blank: bytes, days: list[tuple[int, int | None]], hours: int) -> None:
    from demarche.model import Lasting

    known = sum(length or 0 for _, length in days)
    (verdict,) = verdicts(blank, told(days), [claim("duration", Lasting(hours * 60, None), relation=">=")])
    assert (verdict.outcome == "supported") == (known >= hours * 60)


def test_every_document_is_quoted_exactly() -> None:
    for document, reports in documents(told([(3, 10), (9, None)])):
        assert all(document.text[s.start : s.end] for report in reports for s in report.spans())

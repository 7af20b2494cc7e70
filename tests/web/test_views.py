"""What pages show, made from rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from demarche.ledger import Decision, EventDetail, Link
from demarche.model import Reason, Span
from demarche.web.views.changes import changes
from demarche.web.views.dates import when
from demarche.web.views.lengths import WIDTH, bar, words
from demarche.web.views.query import Query
from demarche.web.views.together import decisions, reasons
from demarche.web.views.words import REASONS


@pytest.mark.parametrize(
    ("edtf", "shown", "precision"),
    [
        ("2025-10-17", "17 Oct 2025", "day"),
        ("2025-10-17~", "about 17 Oct 2025", "about"),
        ("2025-10", "Oct 2025", "month"),
        ("2025", "2025", "year"),
        ("2025-22", "summer 2025", "season"),
        ("2025-10-20/2025-10-26", "20–26 Oct 2025", "between"),
        ("2025-10-28/2025-11-03", "28 Oct 2025 – 3 Nov 2025", "between"),
        ("2025-10-20/..", "from 20 Oct 2025", "between"),
        ("../2025-10-20", "until 20 Oct 2025", "between"),
        ("2025-06-12|2025-06-13", "12 Jun 2025 or 13 Jun 2025", "either"),
        ("202X", "202X", "as written"),
        (None, "no date", "unknown"),
    ],
)
def test_dates(edtf: str | None, shown: str, precision: str) -> None:
    assert (when(edtf).words, when(edtf).precision) == (shown, precision)


@pytest.mark.parametrize(
    ("least", "most", "shown"),
    [
        (45, 45, "45 min"),
        (50, 55, "50–55 min"),
        (135, 150, "2 h 15 – 2 h 30"),
        (120, None, "over 2 h"),
        (None, 45, "up to 45 min"),
        (None, None, ""),
    ],
)
def test_lengths(least: int | None, most: int | None, shown: str) -> None:
    assert words(least, most) == shown


@given(st.integers(0, 3000), st.integers(0, 3000) | st.none())
def test_bars_stay_on_their_scale(least: int, more: int | None) -> None:
    drawn = bar(least, None if more is None else least + more)
    assert drawn is not None
    assert 0 <= drawn.start < WIDTH
    assert drawn.width > 0
    assert drawn.start + drawn.width <= WIDTH + 6


@given(
    st.builds(
        Query,
        q=st.text(max_size=20).map(str.strip),
        who=st.text(max_size=20).map(str.strip),
        with_=st.sampled_from(["", "Novak", "a;b"]),
        kind=st.sampled_from(["", "contact"]),
        order=st.sampled_from(["date", "-date"]),
        page=st.integers(1, 50),
    )
)
def test_an_address_tells_its_view(query: Query) -> None:
    address = query.address(page=query.page)
    assert Query.of(QueryParams(address.partition("?")[2])) == query


def test_an_address_holds_only_what_narrows() -> None:
    assert Query().address() == "/"
    assert Query(who="Kask", with_="Novak").address() == "/?who=Kask&with=Novak"
    assert Query(page=3).address(kind="contact") == "/?kind=contact"
    assert [words for _, words, _ in Query(source="official", q="x").active] == ["x", "official readouts"]


@given(st.text(alphabet="ab \n", max_size=40), st.text(alphabet="ab \n", max_size=40))
def test_changes_hold_both_versions(before: str, after: str) -> None:
    told = changes(before, after)
    assert "".join(c.words for c in told if c.how != "removed") == after
    assert "".join(c.words for c in told if c.how != "added") == before


def test_every_reason_has_its_words() -> None:
    assert {str(reason) for reason in Reason} == set(REASONS)


def test_reasons_and_decisions_are_told_once() -> None:
    why = (("same_people", 4.0, "the same people"), ("same_day", 3.0, "the same day"))
    links = (Link("a", "b", 7.0, "same", why), Link("a", "c", 7.0, "same", why), Link("b", "c", 3.0, "same", why[:1]))
    common = {"made_at": "2025-10-20T10:00:00Z", "document_hash": "", "span": Span(0, 1), "kind": "contact", "note": ""}
    made = [Decision(n, "A", verdict="accept", action=1, **common) for n in (1, 2)]  # type: ignore[arg-type]
    made += [Decision(3, "B", verdict="reject", **common)]  # type: ignore[arg-type]
    detail = EventDetail(event=None, accounts=(), life=(), links=links, maybe=(), decisions=tuple(made))  # type: ignore[arg-type]
    told = [(reason.words, reason.pairs) for reason in reasons(detail)]
    assert told == [("the same people; the same day", 2), ("the same people", 1)]
    assert [decision.id for decision in decisions(detail)] == [1, 3]

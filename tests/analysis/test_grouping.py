"""The rule that puts reports together: order does not matter, nothing is lost, exact days never mix."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from demarche.analysis.contacts import Contact, Told
from demarche.analysis.grouping import go_together, group
from demarche.ledger import ReportRow, Source

SOURCE = Source("", "", 1, "", None, "", None, "", "")
PEOPLE = ("Anna", "Boris", "Clara", "Dmitri")


def told(
    number: int,
    left: frozenset[str] = frozenset({"Anna"}),
    right: frozenset[str] = frozenset({"Boris"}),
    type: str | None = "call",
    date: str | None = "2025-03-18",
    minutes: tuple[int | None, int | None] = (None, None),
) -> Told:
    row = ReportRow(
        id=f"r{number:03d}",
        kind="contact",
        type=type,
        status="held",
        plover=None,
        date=date,
        earliest=None,
        latest=None,
        minutes_min=minutes[0],
        minutes_max=minutes[1],
        participants=(),
        place=None,
        quote="",
        document=SOURCE,
        extractor="",
    )
    return Told(row, left, right, frozenset(PEOPLE))


@st.composite
def dates(draw: st.DrawFn) -> str | None:
    first = date(2025, 3, 1) + timedelta(draw(st.integers(0, 20)))
    last = first + timedelta(draw(st.integers(1, 12)))
    forms = [str(first), f"{first}~", f"{first}/{last}", "2025-03", f"../{last}", None]
    return draw(st.sampled_from(forms))


@st.composite
def reports(draw: st.DrawFn) -> list[Told]:
    sides = st.frozensets(st.sampled_from([*PEOPLE, "State A", "State B"]), min_size=1, max_size=2)
    types = st.sampled_from(["call", "meeting", "summit", "visit", "call|meeting", None])
    made = draw(st.lists(st.tuples(sides, sides, types, dates()), max_size=14))
    return [told(n, left, right, type, day) for n, (left, right, type, day) in enumerate(made)]


def ids(contacts: list[Contact]) -> list[tuple[str, ...]]:
    return [tuple(r.id for r in contact.reports) for contact in contacts]


@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(given_: list[Told], rng: random.Random) -> None:
    shuffled = list(given_)
    rng.shuffle(shuffled)
    first, second = group(given_), group(shuffled)
    assert ids(first) == ids(second) and first == second


@given(reports())
def test_every_report_is_in_one_contact(given_: list[Told]) -> None:
    found = sorted(i for contact in ids(group(given_)) for i in contact)
    assert found == sorted(t.row.id for t in given_)


@given(reports())
def test_all_reports_of_a_contact_go_together_and_share_a_day(given_: list[Told]) -> None:
    for contact in group(given_):
        exact = {t.exact for t in contact.told if t.exact}
        assert len(exact) <= 1
        assert all(go_together(a, b) for a in contact.told for b in contact.told)
        assert len(contact.told) == 1 or all(t.days for t in contact.told)


@given(reports())
def test_telling_everything_twice_changes_nothing_for_exact_days(given_: list[Told]) -> None:
    exact = [t for t in given_ if t.exact and len(t.types) == 1]
    again = [told(500 + n, t.left, t.right, t.row.type, t.row.date) for n, t in enumerate(exact)]
    assert len(group(exact + again)) == len(group(exact))


def test_people_keep_two_contacts_of_two_states_apart() -> None:
    leaders = told(1, frozenset({"Anna"}), frozenset({"Boris"}))
    ministers = told(2, frozenset({"Clara"}), frozenset({"Dmitri"}))
    states = told(3, frozenset({"State A"}), frozenset({"State B"}))
    assert ids(group([leaders, ministers])) == [("r001",), ("r002",)]
    (first, second) = group([states, leaders, ministers])
    assert first.reports[1].id == "r003" and "could also tell of another contact" in first.notes[0]
    assert ids([second]) == [("r002",)]


def test_outlets_may_call_it_a_summit_or_a_meeting_but_a_visit_is_another_thing() -> None:
    rows = [told(n, type=kind) for n, kind in enumerate(["meeting", "summit", "talks", "visit", "call"])]
    assert sorted(map(len, ids(group(rows)))) == [1, 1, 3]

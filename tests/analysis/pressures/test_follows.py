"""Does contact follow pressure, do deadlines hold: from rows of a ledger to the figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from demarche.analysis.following import follows
from demarche.analysis.following.series import gaps
from demarche.analysis.holding import holds
from demarche.errors import UsageError
from demarche.ledger import Cell, Ledger

Fill = Callable[..., Ledger]
Told = Callable[..., Any]
FIRST = date(2031, 1, 6)


def day(number: int) -> str:
    return (FIRST + timedelta(number)).isoformat()


@pytest.fixture
def tied(fill: Fill, told: Told, met: Told) -> Ledger:
    """A year of deadlines every three weeks, a call the day before each, and few other calls."""
    measures = ("steel", "coal", "timber", "fish", "wine", "salt", "glass", "paper", "wool", "copper", "grain", "tea")
    deadlines = [20 + 28 * n for n in range(12)]
    pressures = [
        told(day(due - 9), measure=f"dues on {what}", deadline=day(due), publisher=("Gazette", "Courier")[n % 2])
        for n, (due, what) in enumerate(zip(deadlines, measures, strict=True))
    ]
    calls = [met(day(due - 1), publisher="Gazette") for due in deadlines]
    others = [met(day(n), type_="meeting", publisher="Courier") for n in range(5, 366, 60)]
    return fill(*pressures, *calls, *others)


def test_a_tie_is_found_and_its_figures_are_those_of_the_rows(tied: Ledger) -> None:
    answer = follows(tied, by="Orsted", against="Tamm", states=True, windows=(3,), draws=999)
    before = next(window for window in answer.windows if window.side == "before a deadline")
    assert (before.n, before.inside.contacts) == (12, 12)
    assert before.estimate is not None and before.estimate > 3 and before.p is not None and before.p < 0.05
    assert answer.method == "Contact around pressure"
    assert [name for name, _ in answer.found.reduced] == [
        "without the press",
        "without Gazette",
        "without Courier",
        "without doubtful rows",
        "confirmed or entered only",
    ]


def test_dropping_a_source_drops_what_only_it_tells(tied: Ledger) -> None:
    answer = follows(tied, by="Orsted", against="Tamm", states=True, windows=(3,), draws=99)
    reduced = dict(answer.found.reduced)
    assert [w.n for w in reduced["without Gazette"].windows] == [6, 6]
    assert reduced["without Gazette"].windows[0].inside.contacts == 0
    assert reduced["confirmed or entered only"].windows == ()


def test_the_seed_gives_the_same_again(tied: Ledger) -> None:
    one, other = (follows(tied, by="Orsted", against="Tamm", states=True, draws=99, seed=4) for _ in range(2))
    assert [w.p for w in one.windows] == [w.p for w in other.windows]


def test_a_deadline_replaced_before_its_day_is_a_threat_only(fill: Fill, told: Told, met: Told) -> None:
    ledger = fill(
        told("2031-03-01", deadline="2031-05-01", status="dropped", outcome="withdrawn on 9 March"),
        told("2031-04-01", measure="a ban on flights", deadline="2031-04-20"),
        met("2031-04-02"),
        met("2031-06-02"),
    )
    answer = follows(ledger, by="Orsted", against="Tamm", states=True, windows=(7,), draws=99)
    assert {window.side: window.n for window in answer.windows} == {"before a deadline": 1, "after a threat": 2}
    assert any("replaced, withdrawn or met" in note for note in answer.notes)
    assert any("small numbers" in note for window in answer.windows for note in window.notes)


def test_without_pressure_there_is_no_window(fill: Fill, met: Told) -> None:
    answer = follows(fill(met("2031-03-01"), met("2031-03-09")), by="Orsted", against="Tamm", period="2031-03")
    assert answer.windows == () and len(answer.contacts) == 2


def test_days_without_documents_are_gaps() -> None:
    first, last = date(2031, 1, 1), date(2031, 6, 30)
    cells = [Cell("Gazette", "press", "2031-02", 3), Cell("Gazette", "press", "2031-04", 1)]
    entry = Cell("Anna", "entry", "2031-06", 9)
    assert gaps(first, last, [*cells, entry], ("2031-02-10", "2031-06-01")) == (
        (date(2031, 1, 1), date(2031, 2, 9)),
        (date(2031, 3, 1), date(2031, 3, 31)),
        (date(2031, 5, 1), date(2031, 6, 30)),
    )
    assert gaps(first, last, [entry], (None, None)) == ()
    assert gaps(first, last, [], (None, None)) == ((first, last),)


def test_on_the_facts_of_2025_numbers_are_called_small(facts: Ledger) -> None:
    answer = follows(facts, by="Trump", against="Russia", period="2025", states=True, draws=199)
    before = answer.windows[0]
    assert before.n == 5 and "small numbers: 5 deadlines" in before.notes
    assert any("as no document covers any" in note for note in answer.notes)
    assert before.inside.contacts and before.p is not None and before.p > 0.05


# -- holds ----------------------------------------------------------------------------------------------------------


def test_open_and_lapsed_deadlines_are_no_failures(fill: Fill, told: Told, met: Told) -> None:
    ledger = fill(
        told(
            "2031-01-10", measure="dues on tea", deadline="2031-02-10", status="imposed", outcome="came on 9 February"
        ),
        told("2031-02-12", measure="a ban on fish", deadline="2031-03-10", status="dropped", outcome="no measure"),
        told("2031-03-12", measure="closed ports", deadline="2031-04-10"),
        told("2031-04-12", measure="no visas", deadline="2031-12-10"),
        told("2031-04-14", "sanction", "imposed", measure="frozen assets"),
        met("2031-02-15"),
        met("2031-06-15"),
    )
    answer = holds(ledger, by="Orsted", against="Tamm", states=True)
    assert (answer.share.hits, answer.share.n, answer.share.unknown) == (1, 2, 2)
    assert answer.share.interval is not None and answer.share.bounds == (0.25, 0.75)
    assert (answer.times.n, answer.times.ends) == (4, 2)
    assert [life.measure for life in answer.imposed] == ["frozen assets"]
    assert answer.comparison is not None and answer.comparison.sizes[0] == 1
    assert any("stand apart" in note for note in answer.notes)


def test_at_risk_falls_with_every_outcome(facts: Ledger) -> None:
    answer = holds(facts, by="Trump", against="Russia", period="2025")
    risks = [step.at_risk for step in answer.times.curve.steps]
    assert risks == sorted(risks, reverse=True) and risks[0] == answer.times.n
    assert answer.share.hits == 0 and answer.share.n == 6
    assert "small numbers: 6 deadlines" in answer.share.notes


def test_without_the_other_side_nothing_is_compared(facts: Ledger) -> None:
    answer = holds(facts, by="Trump")
    assert answer.comparison is None and answer.contacts == ()
    with pytest.raises(UsageError, match="whose deadlines"):
        holds(facts, by=())


def test_an_outcome_that_no_rule_reads_is_unknown(fill: Fill, told: Told, met: Told) -> None:
    rows = (told(deadline="2031-04-01", status="unknown", outcome="much was said"), met("2031-09-09"))
    answer = holds(fill(*rows), by="Orsted")
    assert (answer.share.n, answer.share.unknown) == (0, 1)

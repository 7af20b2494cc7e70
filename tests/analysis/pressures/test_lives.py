"""Lives of pressures in small ledgers: states, revisions, the day of asking, what a person sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from demarche.analysis.pressures import Deadlines, PressureLife, deadlines
from demarche.errors import UsageError
from demarche.ledger import Ledger

Fill = Callable[..., Ledger]
Told = Callable[..., Any]
LATER = "2031-09-30"


def only(found: Deadlines) -> PressureLife:
    (life,) = found.lives
    return life


CASES = [
    ({"deadline": "2031-10-31"}, "open", None),
    ({"deadline": "2031-04-01"}, "lapsed", None),
    ({"deadline": "2031-04-01", "status": "dropped", "outcome": "no measure came"}, "not_carried_out", "2031-04-01"),
    ({"status": "dropped", "outcome": "no measure came"}, "not_carried_out", None),
    ({"deadline": "2031-04-01", "status": "imposed"}, "carried_out", "2031-03-01"),
    ({"status": "imposed", "outcome": "came on 5 April"}, "carried_out", "2031-04-05"),
    ({"status": "extended"}, "deferred", None),
    ({"status": "met", "published": "2031-03-20"}, "met", "2031-03-20"),
    ({"status": "dropped", "outcome": "withdrawn on 9 March"}, "withdrawn", "2031-03-09"),
    ({"type": "sanction", "status": "imposed", "deadline": "2031-05-02"}, "carried_out", "2031-05-02"),
    ({"type": "sanction", "status": "dropped"}, "withdrawn", "2031-03-01"),
    ({"deadline": "2031-04-01", "status": "unknown", "outcome": "much was said"}, "unknown", None),
    ({"deadline": "2031-04-01", "outcome": "the deadline passed"}, "lapsed", None),
    ({"deadline": "P10D"}, "open", None),
]


@pytest.mark.parametrize(("row", "state", "ended"), CASES)
def test_states(fill: Fill, told: Told, row: dict[str, str], state: str, ended: str | None) -> None:
    ledger = fill(told(**row), told(LATER, "demand", by=("Bo Tamm",), against=("Alba",)))
    life = only(deadlines(ledger, by="Orsted"))
    assert (life.state, life.ended and life.ended.isoformat()) == (state, ended)
    assert (life.outcome is None) == life.reason.startswith("computed")


def test_every_state_but_open_and_lapsed_has_its_sentence(fill: Fill, told: Told) -> None:
    rows = [told(f"2031-03-{n + 1:02}", **row) for n, (row, *_) in enumerate(CASES)]
    for life in deadlines(fill(*rows, told(LATER))).lives:
        computed = life.state in ("open", "lapsed")
        assert computed or (life.outcome is not None and life.outcome.report_id and life.outcome.quote)


def test_lapsed_is_never_called_a_failure(fill: Fill, told: Told) -> None:
    found = deadlines(fill(told(deadline="2031-04-01"), told(LATER, by=("Bo Tamm",))), by="Orsted")
    assert only(found).words_of_state() == "day passed, no text"
    assert "not a failure" in found.notes[0]


def test_a_moved_deadline_keeps_both_days(fill: Fill, told: Told) -> None:
    ledger = fill(told(deadline="2031-04-01", revised="2031-05-01", status="extended"), told(LATER, by=("Bo Tamm",)))
    life = only(deadlines(ledger, by="Orsted"))
    (step,) = life.revisions
    assert (step.old, step.new, life.extended) == ("2031-04-01", "2031-05-01", 1)
    assert life.deadlines == ("2031-04-01", "2031-05-01") and life.state == "lapsed"


def test_a_later_ultimatum_overtakes_and_its_sentence_tells_so(fill: Fill, told: Told) -> None:
    ledger = fill(
        told("2031-03-01", deadline="2031-05-01", measure="tariffs on all steel"),
        told("2031-03-20", deadline="2031-04-01", measure="steel tariffs of 30 percent", publisher="Courier"),
        told("2031-03-25", deadline="2031-04-20", measure="a ban on flights"),
    )
    ledger.keep_apart(*[event.id for event in ledger.events(kind="pressure")], author="test")
    first, second, third = sorted(deadlines(ledger).lives, key=lambda life: str(life.day))
    assert (first.state, first.ended, first.next) == ("overtaken", date(2031, 3, 20), second.id)
    assert [(s.old, s.new, s.publisher) for s in first.revisions] == [("2031-05-01", "2031-04-01", "Courier")]
    assert first.outcome is not None and first.outcome.event_id == second.id and first.extended == 0
    assert second.state != "overtaken" and third.revisions == ()


def test_another_person_of_the_same_side_overtakes_nothing(fill: Fill, told: Told) -> None:
    ledger = fill(told(deadline="2031-05-01"), told("2031-03-20", by=("Cy Umber",), deadline="2031-04-15"))
    assert all(life.state != "overtaken" for life in deadlines(ledger).lives)


def test_a_sanction_that_followed_is_only_listed(fill: Fill, told: Told) -> None:
    sanction = told("2031-04-10", "sanction", "imposed", measure="tariffs on steel and coal")
    ledger = fill(told(deadline="2031-04-01"), sanction)
    ledger.keep_apart(*[event.id for event in ledger.events(kind="pressure")], author="test")
    threat, imposed = sorted(deadlines(ledger).lives, key=lambda life: str(life.day))
    assert threat.state == "lapsed" and threat.maybe == (imposed.id,)
    assert (threat.stage, imposed.stage) == ("threat", "imposed")


def test_as_of_a_day_leaves_out_what_became_known_later(fill: Fill, told: Told) -> None:
    ledger = fill(
        told(deadline="2031-04-01", status="dropped", outcome="withdrawn on 9 March", published="2031-03-12"),
        told("2031-03-11", "demand"),
    )
    before = deadlines(ledger, as_of="2031-03-05")
    assert [life.state for life in before.lives] == ["open"] and before.as_of == date(2031, 3, 5)
    assert only(deadlines(ledger, as_of="2031-03-09", period="2031-03-01")).state == "withdrawn"
    assert len(deadlines(ledger, as_of="2031-02-01").lives) == 0
    with pytest.raises(UsageError, match="cannot read the day"):
        deadlines(ledger, as_of="soon")


def test_a_person_sets_the_outcome(fill: Fill, told: Told) -> None:
    ledger = fill(told(deadline="2031-04-01"), told(LATER, by=("Bo Tamm",)))
    before = only(deadlines(ledger, by="Orsted"))
    ledger.edit(
        before.rows[0].id, "outcome", "carried out on 30 March", author="anna", reason="the gazette of that day"
    )
    after = only(deadlines(ledger, by="Orsted"))
    assert (before.state, after.state, after.ended) == ("lapsed", "carried_out", date(2031, 3, 30))
    ledger.undo(author="anna")
    assert only(deadlines(ledger, by="Orsted")).state == "lapsed"
    ledger.edit(before.rows[0].id, "status", "met", author="anna", reason="it was")
    assert only(deadlines(ledger, by="Orsted")).state == "met"


def test_a_rejected_pressure_is_not_there(fill: Fill, told: Told) -> None:
    ledger = fill(told())
    ledger.reject(only(deadlines(ledger)).id, author="anna")
    assert deadlines(ledger).lives == ()


def test_open_ones_come_first_by_due_day(fill: Fill, told: Told) -> None:
    ledger = fill(
        told("2031-01-01", measure="a ban on fish", status="met"),
        told("2031-01-05", measure="dues on tea"),
        told("2031-01-07", measure="closed ports", deadline="2031-12-02"),
        told("2031-01-09", measure="no visas", deadline="2031-11-02"),
    )
    found = deadlines(ledger)
    assert [life.measure for life in found.lives] == ["no visas", "closed ports", "dues on tea", "a ban on fish"]
    assert [life.measure for life in deadlines(ledger, open=True).lives] == ["no visas", "closed ports", "dues on tea"]
    assert found.by_state == (("open", 3), ("met", 1))


def test_deadlines_that_differ_are_both_kept(fill: Fill, told: Told) -> None:
    ledger = fill(told(deadline="2031-04-01"), told(deadline="2031-04-03", publisher="Courier"))
    events = ledger.events(kind="pressure")
    if len(events) > 1:
        ledger.merge(*[event.id for event in events], author="test")
    life = only(deadlines(ledger))
    assert set(life.deadlines) == {"2031-04-01", "2031-04-03"}
    assert any("different deadlines" in doubt for doubt in life.doubts)


def test_reports_of_one_pressure_are_one_life(fill: Fill, told: Told) -> None:
    """Announced, more time given, carried out after all: three documents, three steps, each with its own words."""
    ledger = fill(
        told(deadline="2031-04-01"),
        told(
            deadline="2031-04-01", status="extended", revised="2031-05-01", published="2031-03-30", publisher="Courier"
        ),
        told(status="imposed", outcome="took effect on 2 May", published="2031-05-03", publisher="Herald"),
    )
    events = [event.id for event in ledger.events(kind="pressure")]
    if len(events) > 1:
        ledger.merge(*events, author="test")
    life = only(deadlines(ledger))
    assert [step.state for step in life.steps] == ["announced", "revised", "carried_out"]
    assert [step.publisher for step in life.steps][1:] == ["Courier", "Herald"]
    assert (life.extended, life.state, life.ended) == (1, "carried_out", date(2031, 5, 2))
    before = only(deadlines(ledger, as_of="2031-04-15"))
    assert (before.state, before.deadline, len(before.steps)) == ("open", "2031-05-01", 2)
    assert only(deadlines(ledger, as_of="2031-03-15")).deadline == "2031-04-01"


def test_stages_are_counted_apart(fill: Fill, told: Told) -> None:
    ledger = fill(told(status="imposed"), told("2031-05-10", "sanction", "imposed", measure="frozen assets"))
    found = deadlines(ledger)
    assert found.states_at("threat") == found.states_at("imposed") == (("carried_out", 1),)
    assert found.by_state == (("carried_out", 2),)

"""Do deadlines hold: who counts as what, censoring, the landmark."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from demarche.errors import UsageError
from demarche.statistics import Pressure, carried_out, compare, time_to_outcome

FIRST = date(2031, 1, 1)
AS_OF = FIRST + timedelta(200)


def pressure(
    state: Any, deadline: int | None = 30, ended: int | None = None, contacts: tuple[int, ...] = ()
) -> Pressure:
    def day(at: int | None) -> date | None:
        return None if at is None else FIRST + timedelta(at)

    return Pressure(FIRST, state, day(deadline), day(ended), tuple(FIRST + timedelta(at) for at in contacts))


@pytest.mark.parametrize(
    ("one", "hit", "known"),
    [
        (pressure("carried_out", ended=30), 1, 1),
        (pressure("carried_out", ended=31), 0, 1),  # carried out, but late
        (pressure("carried_out"), 1, 1),  # on an unknown day
        (pressure("partly_carried_out", ended=20), 0, 1),
        (pressure("withdrawn", ended=20), 0, 1),
        (pressure("met", ended=20), 0, 1),
        (pressure("overtaken", ended=20), 0, 1),
        (pressure("lapsed"), 0, 0),
        (pressure("deferred"), 0, 0),
        (pressure("open"), 0, 0),
        (pressure("carried_out", deadline=None, ended=20), 0, None),  # no deadline to hold
    ],
)
def test_what_counts_as_carried_out(one: Pressure, hit: int, known: int | None) -> None:
    found = carried_out([one])
    assert (found.hits, found.n) == (hit, known or 0)
    assert found.unknown == (known == 0)


def test_lapsed_is_no_failure() -> None:
    found = carried_out([pressure("carried_out", ended=30), *[pressure("lapsed")] * 5])
    assert found.estimate == 1.0
    assert found.bounds == (1 / 6, 1.0)
    assert "of 5 more it is not known" in found.sentence


@pytest.mark.parametrize(
    ("one", "days", "ended"),
    [
        (pressure("met", ended=12), 12, True),
        (pressure("open"), 200, False),
        (pressure("deferred"), 200, False),
        (pressure("lapsed", deadline=30), 30, False),
        (pressure("lapsed", deadline=None), 200, False),
        (pressure("met", ended=250), 200, False),  # not yet known on the day of asking
        (pressure("met", deadline=30), 30, False),  # ended on an unknown day
        (pressure("met", ended=-2), 0, True),
    ],
)
def test_how_long_a_pressure_is_watched(one: Pressure, days: int, ended: bool) -> None:
    (spell,) = time_to_outcome([one], AS_OF).curve.spells
    assert (spell.days, spell.ended) == (days, ended)


def test_times_in_words() -> None:
    cases = [pressure("met", ended=10), pressure("withdrawn", ended=20), pressure("lapsed"), pressure("open")]
    found = time_to_outcome(cases, AS_OF)
    assert (found.estimate, found.ends, found.censored, found.n) == (20, 2, 2, 4)
    began = "Of 4 pressures 2 came to an outcome on a told day; 2 did not, or on no told day. Half had an"
    assert found.sentence.startswith(began)
    assert found.notes[0] == "small numbers: 2 outcomes"
    assert "1 lapsed without a word" in found.notes[1]
    assert "not reached" in time_to_outcome([pressure("open")], AS_OF).sentence


def test_contact_after_the_landmark_does_not_count() -> None:
    cases = [
        pressure("met", ended=40, contacts=(3,)),
        pressure("met", ended=40, contacts=(30,)),
        pressure("met", ended=40, contacts=(0,)),  # the day itself: which came first is not known
        pressure("met", ended=5, contacts=(3,)),  # over before the landmark
    ]
    found = compare(cases, AS_OF, landmark=7, horizon=30)
    assert found.sizes == (1, 2)
    assert found.with_contact.steps[-1].days == 33
    assert "1 of 4 had ended or were watched no longer by the landmark: left out" in found.notes


def test_waiting_long_is_not_taken_for_an_effect_of_contact() -> None:
    """Contacts fall on every tenth day whatever happens; slow cases have more of them and nothing else differs."""
    cases = [pressure("met", ended=8 + n, contacts=tuple(range(1 + n % 2 * 8, 8 + n, 10))) for n in range(60)]
    found = compare(cases, AS_OF)
    assert found.p > 0.5
    assert found.estimate == pytest.approx(0, abs=0.1)


def test_groups_of_nobody() -> None:
    found = compare([pressure("met", ended=40)], AS_OF)
    assert (found.estimate, found.p, found.sizes) == (None, 1.0, (0, 1))
    assert "no comparison" in found.sentence


def test_a_difference_is_found() -> None:
    quick = [pressure("met", ended=20 + n, contacts=(2,)) for n in range(8)]
    slow = [pressure("carried_out", ended=90 + n) for n in range(8)]
    found = compare([*quick, *slow], AS_OF)
    assert found.p < 0.001
    assert found.estimate == -1.0
    assert "because" not in found.sentence


def test_unknown_states_are_refused() -> None:
    with pytest.raises(UsageError, match="no such outcome: 'failed'"):
        pressure("failed")

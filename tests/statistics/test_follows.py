"""Does contact follow pressure: windows, coverage, notes, and the whole answer on planted calendars."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.errors import UsageError
from demarche.statistics import Calendar, Series, follows, sensitivity

FIRST = date(2031, 1, 6)  # a Monday
YEAR = Calendar(FIRST, FIRST + timedelta(363))


def on(*days: int) -> tuple[date, ...]:
    return tuple(FIRST + timedelta(day) for day in days)


def contacts(*days: int) -> tuple[tuple[date, date], ...]:
    return tuple((day, day) for day in on(*days))


def test_the_deadline_day_is_in_its_window_and_the_threats_day_is_not() -> None:
    series = Series(contacts(50, 48, 47, 80, 81, 83, 84), deadlines=on(50), threats=on(80))
    before, after = follows(series, YEAR, windows=(3,)).windows
    assert (before.inside.contacts, before.inside.days) == (2, 3)  # days 48 to 50
    assert (after.inside.contacts, after.inside.days) == (2, 3)  # days 81 to 83
    assert before.outside.days == 364 - 3


def test_overlapping_windows_count_a_day_once() -> None:
    (window,) = follows(Series(contacts(49), deadlines=on(50, 51)), YEAR, windows=(3,)).windows
    assert (window.inside.contacts, window.inside.days, window.n) == (1, 4, 2)


def test_days_without_sources_count_on_neither_side() -> None:
    gap = (FIRST + timedelta(49), FIRST + timedelta(60))
    series = Series(contacts(48, 55, 200), deadlines=on(50))
    found = follows(series, Calendar(YEAR.first, YEAR.last, (gap,)), windows=(3,))
    (window,) = found.windows
    assert (window.inside.contacts, window.inside.days) == (1, 1)
    assert (window.outside.contacts, window.outside.days) == (1, 364 - 12 - 1)
    assert "12 days of 364 without sources left out on both sides" in found.notes


def test_planted_contacts_are_found_and_worded_without_a_cause() -> None:
    deadlines = range(25, 360, 24)
    series = Series(contacts(*(d - 1 for d in deadlines), *range(5, 360, 13)), deadlines=on(*deadlines))
    found = follows(series, YEAR, windows=(3, 7))
    assert found.windows[0].p_corrected is not None and found.windows[0].p_corrected < 0.01
    assert found.windows[0].estimate is not None and found.windows[0].estimate > 3
    assert "because" not in found.windows[0].sentence
    assert "after correction for 2 windows" in found.windows[0].sentence
    assert "rotated by whole weeks" in found.null


def test_weekday_habits_alone_are_not_found() -> None:
    """Deadlines on Fridays and contacts on Thursdays: they always meet, and no week differs from another."""
    fridays, thursdays = range(4, 364, 28), range(3, 364, 7)
    series = Series(contacts(*thursdays), deadlines=on(*fridays))
    (window,) = follows(series, YEAR, windows=(3,)).windows
    assert window.p == 1.0
    assert window.estimate == pytest.approx(1.0, abs=0.01)
    assert window.inside.a_week > 2 * window.outside.a_week  # the crude rates would have misled


def test_a_shared_rise_alone_is_not_found() -> None:
    """Both contacts and deadlines crowd into the last months, evenly within them."""
    series = Series(contacts(*range(280, 364, 3)), deadlines=on(*range(287, 360, 14)))
    (window,) = follows(series, YEAR, windows=(7,)).windows
    assert window.p is not None and window.p > 0.2
    assert window.inside.a_week > 1.5 * window.outside.a_week


def test_small_numbers_are_said_to_be_small() -> None:
    (window,) = follows(Series(contacts(5, 80), deadlines=on(7)), YEAR, windows=(3,)).windows
    assert window.notes == ("small numbers: 1 deadline", "small numbers: 1 contact inside the windows")


def test_short_periods_say_how_small_p_can_get() -> None:
    short = Calendar(FIRST, FIRST + timedelta(34))
    found = follows(Series(contacts(5, 20), deadlines=on(7)), short, windows=(3,))
    assert found.every and found.rotations == 5 and found.smallest_p == 0.2
    assert "small numbers: only 5 rotations; p cannot fall below 0.2" in found.notes
    assert found.windows[0].p is not None and found.windows[0].p >= 0.2


def test_vague_and_outside_contacts_are_left_out_and_counted() -> None:
    vague = (FIRST, FIRST + timedelta(20))
    found = follows(Series((vague, *contacts(3, 900)), deadlines=on(7)), YEAR)
    assert found.notes[:2] == ("1 contact without a certain day left out", "1 contact outside the period left out")


@pytest.mark.parametrize(
    "series", [Series(()), Series(contacts(3)), Series((), deadlines=on(7)), Series(contacts(7), deadlines=on(7))]
)
def test_too_little_gives_no_figure(series: Series) -> None:
    found = follows(series, YEAR)
    assert all(w.estimate is None and w.p is None and w.interval is None for w in found.windows)
    assert all("too little to compare" in w.sentence for w in found.windows)
    assert bool(found.windows) == bool(series.deadlines)
    assert "no threats given" in found.notes


@pytest.mark.parametrize("options", [{"windows": ()}, {"windows": (0,)}, {"weeks": 1}, {"draws": 0}])
def test_nonsense_is_refused(options: dict[str, int]) -> None:
    with pytest.raises(UsageError):
        follows(Series(contacts(3)), YEAR, **options)  # type: ignore[arg-type]


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(UsageError):
        Calendar(FIRST, FIRST - timedelta(1))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.integers(-20, 120), max_size=30),
    st.lists(st.integers(-20, 120), max_size=6),
    st.lists(st.integers(-20, 120), max_size=6),
    st.integers(0, 100),
)
def test_whatever_is_given_the_figures_hang_together(
    met: list[int], deadlines: list[int], threats: list[int], last: int
) -> None:
    calendar = Calendar(FIRST, FIRST + timedelta(last), ((FIRST + timedelta(10), FIRST + timedelta(15)),))
    found = follows(Series(contacts(*met), on(*deadlines), on(*threats)), calendar, draws=99)
    for window in found.windows:
        assert window.inside.days + window.outside.days == calendar.covered().sum()
        if window.estimate is None:
            continue
        assert window.interval and window.p and window.p_corrected
        low, high = window.interval
        assert low <= window.estimate + 1e-9 and (high is None or window.estimate <= high + 1e-9)
        assert found.smallest_p - 1e-12 <= window.p <= window.p_corrected + 1e-12 <= 1 + 1e-9


def test_sensitivity_tells_which_drop_moves_the_answer() -> None:
    deadlines = range(25, 360, 24)
    near, far = [d - 1 for d in deadlines], range(5, 360, 13)
    full = Series(contacts(*near, *far), deadlines=on(*deadlines))
    reduced = {
        "without agency A": Series(contacts(*near, *list(far)[::2]), deadlines=on(*deadlines)),
        "without agency B": Series(contacts(*far), deadlines=on(*deadlines)),
        "confirmed only": Series(contacts(*far)),
    }
    found = sensitivity(full, reduced, YEAR, windows=(3,), draws=999)
    assert [name for name, _ in found.reduced] == list(reduced)
    (said,) = found.sentences
    assert "p moves across 0.05 without agency B; no such pressure is left confirmed only" in said


def test_a_dropped_source_may_bring_its_own_gaps() -> None:
    gap = (FIRST, FIRST + timedelta(99))
    found = follows(Series(contacts(50, 200), deadlines=on(52), gaps=(gap,)), YEAR, windows=(3,))
    assert found.windows[0].inside.days == 0 and found.windows[0].estimate is None

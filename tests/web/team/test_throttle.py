"""Tries to sign in: how many are free, how long one waits then, what is forgotten, and that memory is bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.web.security.throttle import FREE, KEPT, LIMITS, LONGEST, Throttle, keys_of

HERE = "192.0.2.7"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def throttle(clock: Clock) -> Throttle:
    return Throttle(clock)


def test_a_few_are_free_then_each_wait_is_twice_the_last(throttle: Throttle, clock: Clock) -> None:
    keys = keys_of("anna", HERE)
    assert [throttle.admit(keys) for _ in range(FREE["both"])] == [0] * FREE["both"]
    waits = []
    for _ in range(12):
        waits.append(throttle.admit(keys))
        clock.now += waits[-1]
        assert throttle.admit(keys) == 0
    assert waits[:5] == [1, 2, 4, 8, 16]
    assert max(waits) <= LONGEST


def test_waiting_tries_do_not_count(throttle: Throttle) -> None:
    keys = keys_of("anna", HERE)
    for _ in range(FREE["both"]):
        throttle.admit(keys)
    assert [throttle.admit(keys) for _ in range(50)] == [1.0] * 50


def test_another_name_goes_on_and_another_address_too(throttle: Throttle) -> None:
    for _ in range(FREE["both"] + 1):
        throttle.admit(keys_of("anna", HERE))
    assert throttle.admit(keys_of("ben", HERE)) == 0
    assert throttle.admit(keys_of("anna", "192.0.2.8")) == 0


def test_a_good_one_forgets_the_name_and_not_the_address(throttle: Throttle) -> None:
    for number in range(FREE["address"] - 1):
        throttle.admit(keys_of(f"name{number}", HERE))
    mine = keys_of("anna", HERE)
    assert throttle.admit(mine) == 0
    throttle.forget(mine)
    assert throttle.admit(mine) == 0
    assert throttle.admit(keys_of("ben", HERE)) > 0


def test_many_addresses_cannot_keep_a_name_out_for_long(throttle: Throttle, clock: Clock) -> None:
    for number in range(500):
        throttle.admit(keys_of("anna", f"198.51.{number // 250}.{number % 250}"))
        clock.now += 61
    assert throttle.admit(keys_of("anna", HERE)) <= LIMITS["name"]


def test_after_a_while_all_is_forgotten(throttle: Throttle, clock: Clock) -> None:
    keys = keys_of("anna", HERE)
    for _ in range(FREE["both"] + 1):
        throttle.admit(keys)
    clock.now += LONGEST + 2
    assert [throttle.admit(keys) for _ in range(FREE["both"])] == [0] * FREE["both"]


def test_memory_is_bounded(throttle: Throttle) -> None:
    for number in range(KEPT + 500):
        throttle.admit([f"name:{number}"])
    assert len(throttle._tries) == KEPT


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("testclient", "testclient", True),
        ("", "192.0.2.1", False),
    ],
)
def test_which_addresses_are_one(one: str, other: str, same: bool) -> None:
    assert (keys_of("anna", one) == keys_of("anna", other)) is same


@given(st.lists(st.tuples(st.sampled_from(["anna", "ben"]), st.sampled_from(["1", "2"]), st.floats(0, 50))))
def test_nobody_waits_longer_than_the_longest(tries: list[tuple[str, str, float]]) -> None:
    clock = Clock()
    throttle = Throttle(clock)
    for name, address, pause in tries:
        assert 0 <= throttle.admit(keys_of(name, address)) <= LONGEST
        clock.now += pause

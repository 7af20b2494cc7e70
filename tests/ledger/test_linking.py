"""Linking in a ledger: order, adding and taking away, versions, decisions, kills and many writers."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.ledger import Filters, Ledger
from demarche.model import Document, Report

from .making import Spec, build

Made = tuple[Document, list[Report]]
Make = Callable[..., Made]

PT, LR = ("Vladimir Putin", "Donald Trump"), ("Sergey Lavrov", "Marco Rubio")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger to copy: making one takes longer than filling it."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    with Ledger.open(path, create=True):
        pass
    return path


@contextmanager
def filled(empty: Path, made: list[Made]) -> Iterator[Ledger]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "l.db"
        shutil.copy(empty, path)
        with Ledger.open(path) as ledger:
            with ledger.run("one") as run:
                for document, reports in made:
                    ledger.add(document, reports, run)
            yield ledger


def linked(ledger: Ledger) -> Any:
    """Everything that linking made, without times."""
    events = [(e, [r.id for r in e.reports]) for e in ledger.events()]
    plain = [
        (e.id, e.type, e.status, e.date, e.minutes_min, e.minutes_max, e.disputed, e.perhaps, i) for e, i in events
    ]
    with sqlite3.connect(ledger.path) as raw:
        tables = [sorted(raw.execute(f"SELECT * FROM {t}")) for t in ("links", "events", "tellings", "link_keys")]
    return sorted(plain), tables


specs = st.builds(
    Spec,
    pair=st.sampled_from(
        [PT, LR, ("Russia", "United States"), ("Vladimir Putin", "United States"), ("Vladimir Putin",)]
    ),
    type=st.sampled_from(["call", "meeting", "summit"]),
    day=st.sampled_from(
        ["2025-03-03", "2025-03-04", "2025-03-04~", "2025-03-05~", "2025-03-03/2025-03-06", "2025-03", None]
    ),
    status=st.sampled_from(["held", "held", "planned", "denied"]),
    minutes=st.sampled_from([None, None, 20, 90, 95]),
    more=st.sampled_from(["", "They spoke again.", "It was their second call that day."]),
)
many = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@many
@given(st.lists(specs, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(empty: Path, given_: list[Spec], rng: random.Random) -> None:
    made = [build(n, spec) for n, spec in enumerate(given_)]
    shuffled = list(made)
    rng.shuffle(shuffled)
    with filled(empty, made) as first, filled(empty, shuffled) as second:
        assert linked(first) == linked(second)


@many
@given(st.lists(specs, min_size=1, max_size=6), specs)
def test_what_a_later_reading_does_not_find_leaves_no_trace(empty: Path, given_: list[Spec], more: Spec) -> None:
    made = [build(n, spec) for n, spec in enumerate(given_)]
    document, reports = build(99, more)
    with filled(empty, made) as without, filled(empty, [*made, (document, reports)]) as ledger:
        with ledger.run("two") as run:
            ledger.add(document, [], run)
        assert linked(ledger) == linked(without)


@many
@given(st.lists(specs, min_size=1, max_size=8))
def test_every_report_is_in_one_event(empty: Path, given_: list[Spec]) -> None:
    with filled(empty, [build(n, spec) for n, spec in enumerate(given_)]) as ledger:
        events = ledger.events()
        members = sorted(row.id for event in events for row in event.reports)
        assert members == sorted(row.id for row in ledger.reports())
        assert all(event.id == min(row.id for row in event.reports) for event in events)
        assert ledger.count_events() == len(events)
        for event in events:
            assert {row.event_id for row in event.reports} == {event.id}


def test_a_plan_and_what_became_of_it_are_one_event_with_a_life(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        for name, published, status in (("a", "2025-04-20", "planned"), ("b", "2025-05-05", "held")):
            made = make(PT, type="visit", day="2025-05-04", status=status, name=name, published=published, more=status)
            ledger.add(*made, run)
    (event,) = ledger.events()
    assert (event.status, event.date) == ("held", "2025-05-04")
    life = ledger.event(event.id).life
    assert [(state.day, state.status) for state in life] == [("2025-04-20", "planned"), ("2025-05-05", "held")]


def test_a_passed_date_alone_makes_nothing_held(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        ledger.add(*make(PT, day="2020-05-04", status="planned", published="2020-04-20"), run)
        ledger.add(*make(PT, day="2020-05-04", status="planned", published="2025-04-20", name="n2", more="Later."), run)
    assert ledger.events()[0].status == "planned"


def test_lengths_that_differ_stand_side_by_side(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        for name, minutes in (("Kremlin", 70), ("The White House", 75)):
            ledger.add(*make(PT, minutes=minutes, name=name, publisher=name), run)
    detail = ledger.event(ledger.events()[0].id)
    assert (detail.event.minutes_min, detail.event.minutes_max, detail.event.disputed) == (70, 75, True)
    lengths = dict(detail.accounts)["duration"]
    told = {(a.publisher, a.said, a.source_class, a.speaks_for, a.agrees) for a in lengths}
    assert told == {
        ("Kremlin", "70 min", "official", "Russia", False),
        ("The White House", "75 min", "official", "United States", False),
    }
    assert {a.quotes[0].words for a in lengths} == {"70 minutes", "75 minutes"}
    (link,) = detail.links
    assert link.verdict == "same" and "lengths that differ" in [reason for _, _, reason in link.why]


def test_lengths_that_agree_narrow_each_other(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        for name in ("a", "b"):
            ledger.add(*make(PT, minutes=70, name=name, more=name), run)
    (event,) = ledger.events()
    assert (event.minutes_min, event.minutes_max, event.disputed) == (70, 70, False)


def test_a_vague_report_is_perhaps_each_of_the_exact_ones(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        for n, day in enumerate(("2025-06-03", "2025-06-17", "2025-06")):
            ledger.add(*make(PT, day=day, name=f"n{n}", more="They spoke several times." if n == 2 else ""), run)
    events = {event.date: event for event in ledger.events()}
    assert {day: event.perhaps for day, event in events.items()} == {"2025-06-03": 1, "2025-06-17": 1, "2025-06": 2}
    maybe = ledger.event(events["2025-06"].id).maybe
    assert {other for _, other in maybe} == {events["2025-06-03"].id, events["2025-06-17"].id}


def test_a_report_without_names_that_fits_two_stays_apart(ledger: Ledger) -> None:
    with ledger.run("one") as run:
        for number, pair in enumerate((PT, LR, ("Russia", "United States"))):
            ledger.add(*build(number, Spec(pair)), run)
    assert sorted((len(e.reports), e.perhaps) for e in ledger.events()) == [(1, 1), (1, 1), (1, 2)]


def test_a_changed_page_parts_what_it_had_joined(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        ledger.add(*make(PT, name="a"), run)
        ledger.add(*make(PT, name="b", url="https://example.org/b", more="b"), run)
        assert len(ledger.events()) == 1
        ledger.add(*make(LR, name="b", url="https://example.org/b"), run)
    assert sorted(len(e.reports) for e in ledger.events()) == [1, 1]


def test_an_event_is_found_by_any_of_its_reports(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        for name in ("a", "b"):
            ledger.add(*make(PT, name=name, more=name), run)
    for row in ledger.reports():
        assert ledger.event(row.id[:8]).event.id == ledger.events()[0].id


def test_filters_list_whole_events(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        ledger.add(*make(PT, name="a", status="planned"), run)
        ledger.add(*make(PT, name="b", more="b"), run)
    (event,) = ledger.events(Filters(status="planned"))
    assert len(event.reports) == 2 and ledger.count_events(Filters(status="planned")) == 1


WRITER = """
import sys
from demarche.ledger import Ledger
from tests.ledger.making import stream
path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with Ledger.open(path, timeout=120) as ledger:
    run = ledger.start("one")
    print("ready", flush=True)
    for document, reports in stream(first, last):
        ledger.add(document, reports, run)
        print(document.id, flush=True)
"""


def writer(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", WRITER, str(path), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def reference(empty: Path, last: int) -> Any:
    from .making import stream

    with filled(empty, list(stream(0, last))) as ledger:
        return linked(ledger)


def test_a_killed_writer_loses_nothing_and_doubles_nothing(empty: Path, tmp_path: Path) -> None:
    path, rng, last = tmp_path / "l.db", random.Random(7), 60
    shutil.copy(empty, path)
    for _ in range(4):
        process = writer(path, 0, last)
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        time.sleep(rng.random() * 0.4)
        process.send_signal(signal.SIGKILL)
        landed = process.stdout.read().split()
        process.wait()
        with Ledger.open(path) as ledger:
            names = {row.document.name for row in ledger.reports()}
            assert set(landed) <= names and len(names) == ledger.summary().documents
            linked(ledger)
    process = writer(path, 0, last)
    process.communicate()
    with Ledger.open(path) as ledger:
        assert linked(ledger) == reference(empty, last)


def test_eight_writers_at_once_all_land(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    shutil.copy(empty, path)
    processes = [writer(path, 8 * n, 8 * n + 8) for n in range(8)]
    for process in processes:
        out, _ = process.communicate(timeout=300)
        assert process.returncode == 0 and len(out.split()) == 9
    with Ledger.open(path) as ledger:
        assert linked(ledger) == reference(empty, 64)

"""Speed of the questions: counts, hours, comparisons, coverage and claims on a ledger of a million generated events.

    python -m benchmarks.generate million.ledger 1000000
    python -m benchmarks.queries million.ledger [TIMES]
    python -m benchmarks.queries million.ledger --only SQL       # what `demarche query` asks of the views

Each question is asked so many times (20 by default), each time about another pair; printed are the median and the 95th
percentile of the time on the wall and of the processor's, in milliseconds, and how many events (in SQL: rows) the
answers rest on. The processor's time is that of this process: what a server works is in the time on the wall alone.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import PEOPLE, STATES
from benchmarks.view_questions import QUESTIONS as OF_VIEWS

from demarche.analysis import CountingRule, Pool, compare, count, count_reports, coverage_table, hours
from demarche.analysis.checking import Claim, check_claim
from demarche.ledger import Ledger
from demarche.ledger.querying import Ask, reading

TIMES = 20
BUSY = 8  # the states that take part in most
Question = Callable[[Ledger, int], int]


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds on the wall and of the processor, one of each a time, and the events behind the answers."""

    wall: tuple[float, ...]
    processor: tuple[float, ...]
    events: tuple[int, ...]


def person(number: int, side: int) -> str:
    """Somebody of one of the busy states; the same number and side give the same person."""
    state = STATES[(number + side) % BUSY]
    people = [name for name, of in PEOPLE if of == state]
    return people[(number // BUSY) % len(people)]


def state(number: int, side: int) -> str:
    """One of the busy states."""
    return STATES[(number + side) % BUSY]


def month(number: int) -> str:
    """A month of the years that the generator covers."""
    return f"{2012 + number % 12}-{number % 12 + 1:02}"


def ordinal(number: int) -> Claim:
    """The third call of these two that year."""
    sides = ((person(number, 0),), (person(number, 1),))
    return Claim(
        "ordinal", sides, ("call",), value=3, period=month(number)[:4], day=date(int(month(number)[:4]), 12, 31)
    )


def longer(number: int) -> Claim:
    """They spent more hours with each other than with a third."""
    sides, reference = ((person(number, 0),), (person(number, 1),)), ((person(number, 0),), (person(number, 2),))
    return Claim("comparison", sides, relation=">", unit="minutes", reference=reference, day=date(2025, 12, 31))


QUESTIONS: dict[str, Question] = {
    "count, two people, a year": lambda db, n: (
        count(db, between=person(n, 0), and_=person(n, 1), period=month(n)[:4]).value
    ),
    "count, two people, all years": lambda db, n: count(db, between=person(n, 0), and_=person(n, 1)).value,
    "count, two people, by month, both official": lambda db, n: (
        count(
            db, between=person(n, 0), and_=person(n, 1), by="month", rule=CountingRule(sources="both", per_day=True)
        ).value
    ),
    "count, one person with anybody, a month": lambda db, n: count(db, between=person(n, 0), period=month(n)).value,
    "count, two states, a month": lambda db, n: count(db, between=state(n, 0), and_=state(n, 1), period=month(n)).value,
    "count, two states, a year": lambda db, n: (
        count(db, between=state(n, 0), and_=state(n, 1), period=month(n)[:4]).value
    ),
    "count, threats of a person, a year": lambda db, n: (
        count_reports(db, "pressure", actor=person(n, 0), period=month(n)[:4]).value
    ),
    "hours, two people, all years": lambda db, n: hours(db, Pool(person(n, 0), person(n, 1))).contacts,
    "compare the hours of two pairs": lambda db, n: (
        compare(db, first=Pool(person(n, 0), person(n, 1)), second=Pool(person(n, 0), person(n, 2))).first.contacts
    ),
    "check an ordinal of two people": lambda db, n: len(check_claim(db, ordinal(n)).rows),
    "check a comparison of hours": lambda db, n: len(check_claim(db, longer(n)).rows),
    "coverage, all of it": lambda db, _: coverage_table(db).documents,
    "coverage of two people": lambda db, n: coverage_table(db, between=person(n, 0), and_=person(n, 1)).documents,
}


def of_views(ask: Ask, sql: str, number: int) -> int:
    """A question in SQL about these two; how many rows it has."""
    one, other, state_, second = person(number, 0), person(number, 1), state(number, 0), state(number, 1)
    named = {"one": one, "other": other, "state": state_, "second": second}
    return len(list(ask(sql.format(**named, month=month(number), year=month(number)[:4]))))


def measured(question: Callable[[int], int], times: int) -> Measured:
    """Ask so many times, each time about others; once more at first, so that everything is loaded."""
    question(times)
    wall, processor, events = [], [], []
    for number in range(times):
        began, used = time.perf_counter(), time.process_time()
        events.append(question(number))
        wall.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - used) * 1000)
    return Measured(tuple(wall), tuple(processor), tuple(events))


def p95(values: tuple[float, ...]) -> float:
    """The 95th percentile."""
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]


def main() -> None:
    """Print one line a question."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("ledger")
    options.add_argument("times", type=int, nargs="?", default=TIMES)
    options.add_argument("--only", default="", help="questions with these words")
    asked = options.parse_args()
    print(f"{'milliseconds':50} {'wall':>6} {'p95':>6} {'cpu':>8} {'p95':>6} {'events':>10}")
    with Ledger.open(asked.ledger, read_only=True) as db:
        for name, question in QUESTIONS.items():
            if asked.only in name:
                print(line(name, measured(partial(question, db), asked.times)), flush=True)
    with reading(asked.ledger) as ask:
        for name, sql in OF_VIEWS.items():
            if asked.only in f"SQL: {name}":
                print(line(f"SQL: {name}", measured(partial(of_views, ask, sql), asked.times)), flush=True)


def line(name: str, found: Measured) -> str:
    """One line of the table; the events are those of the median answer."""
    wall, processor = statistics.median(found.wall), statistics.median(found.processor)
    times = f"{wall:6.0f} {p95(found.wall):6.0f} {processor:8.0f} {p95(found.processor):6.0f}"
    return f"{name:50} {times} {statistics.median(found.events):>10,.0f}"


if __name__ == "__main__":
    main()

"""Lists come in one order on every database: days that nobody knows, open ends, letters of every kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.ledger import Ledger
from demarche.ledger.schema import events, reports
from demarche.model import Document, Report

Make = Callable[..., tuple[Document, list[Report]]]
DAYS = [("2025-03-01", "2025-03-01"), ("2025-03-01", "2025-03-31"), ("2025-03-01", None), (None, None), (None, "2024")]
NAMES = ["Zoe Ant", "anna bee", "Émile Cee", "Čapek Dee", "Łukasz Eff", "_x Gee", "1st Aitch", "Ѐва Jay"]


@pytest.mark.parametrize(
    ("order", "days"),
    [
        ("date", [("2025-03-01", None), *DAYS[:2], (None, None), (None, "2024")]),
        ("-date", [*DAYS[1::-1], ("2025-03-01", None), (None, "2024"), (None, None)]),
    ],
)
def test_days(ledger: Ledger, make: Make, order: str, days: list[tuple[str | None, str | None]]) -> None:
    with ledger.run("one") as run:
        for number in range(len(DAYS)):
            ledger.add(*make(("Oslo", f"Person {number}"), day=f"2020-0{number + 1}-01", name=f"n{number}"), run)
    for table in (events, reports):
        with ledger._db.writing() as connection:
            for (event,), (earliest, latest) in zip(
                sorted(connection.execute(events.select().with_only_columns(events.c.id))), DAYS, strict=True
            ):
                column = table.c.id if table is events else table.c.event_id
                connection.execute(table.update().where(column == event).values(earliest=earliest, latest=latest))
    assert [(row.earliest, row.latest) for row in ledger.events(order=order)] == days
    assert [(row.earliest, row.latest) for row in ledger.reports(order=order)] == days


def test_names(ledger: Ledger, make: Make) -> None:
    with ledger.run("one") as run:
        for number, name in enumerate(NAMES):
            ledger.add(*make((name, "Oslo"), name=f"n{number}", publisher=name), run)
    told = [actor.name for actor in ledger.actors()]
    assert told == sorted(told) and set(NAMES) < set(told)
    publishers = [cell.publisher for cell in ledger.coverage()]
    assert publishers == sorted(publishers)

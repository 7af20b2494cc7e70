"""What came into a ledger in a window of time, on both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

from demarche.analysis.news import Window, what_is_new
from demarche.ledger import Ledger
from demarche.ledger.clock import now

from .conftest import Make

PAIR = ("Vladimir Putin", "Donald Trump")
EVER, NEVER = "0000", "9999"


def test_what_came_in_and_what_changed(fresh: Callable[..., Path | str], make: Make) -> None:
    url = "https://example.org/a"
    with Ledger.open(fresh("a.ledger"), create=True) as ledger:
        with ledger.run("one") as run:
            ledger.add(*make(PAIR, name="a", url=url, status="planned"), run)
            ledger.add(*make(PAIR, day="2025-06-01", name="b"), run)
        with ledger.run("one") as run:
            ledger.add(*make(PAIR, name="a", url=url, status="held", more="They spoke."), run)
        assert [event.status for event in ledger.told_since(EVER, NEVER)] == ["held", "held"]
        assert ledger.told_since(now(), NEVER) == ledger.told_since(NEVER, NEVER) == []
        (page,) = ledger.new_versions(EVER, NEVER)
        assert (page.url, "They spoke." in page.before, "They spoke." in page.after) == (url, False, True)
        assert [row.status for row in ledger.replaced(EVER, NEVER)] == ["planned"]
        assert ledger.due_between(date(2025, 1, 1), date(2025, 12, 31)) == []
        (first, second) = ledger.events()
        ledger.merge(first.id, second.id, author="anna", reason="one call")
        news = what_is_new(ledger, Window("2000-01-01T00:00:00Z", "2100-01-01T00:00:00Z", date(2025, 6, 10)))
        assert [item.section for item in news.items] == ["new", "decided", "pages"]
        assert news.items[1].title == "put together as one, by anna: one call"


def test_what_is_settled_is_over(fresh: Callable[..., Path | str], make: Make) -> None:
    """Whatever comes in after the answer has a later stamp, and everything before it is told."""
    with Ledger.open(fresh("a.ledger"), create=True) as ledger:
        assert ledger.settled() < now()
        for name in "abc":
            with ledger.run("one") as run:
                ledger.add(*make(PAIR, name=name), run)
            settled = ledger.settled()
            stamps = [document.source.added_at for document in ledger.documents()]
            assert max(stamps) <= settled < now()


def test_what_is_loaded_and_not_linked_yet_is_still_to_come(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.ledger"
    with Ledger.open(path, create=True) as ledger:
        with ledger.run("one") as run:
            ledger.add(*make(PAIR, name="a"), run)
        with sqlite3.connect(path) as raw:  # as a bulk load leaves it before it links
            raw.execute("UPDATE reports SET event_id = NULL")
            raw.execute("UPDATE documents SET added_at = '2025-03-04T10:00:00Z'")
        raw.close()
        assert ledger.settled() == "2025-03-04T09:59:59Z"

"""A ledger copied: all of it or nothing, from any place to any other, and the same digest wherever it lies."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from demarche.errors import DemarcheError, LedgerError, UsageError
from demarche.ledger import Ledger
from demarche.ledger.copying import copy_ledger, digests
from demarche.model import Document, Report

from .making import Spec, build

Make = Callable[..., tuple[Document, list[Report]]]
Fresh = Callable[..., Path | str]
PAIR, OTHERS = ("Vladimir Putin", "Donald Trump"), ("Sergey Lavrov", "Marco Rubio")
ODD = "a back\\slash, a\ttab, a\nline, 'quotes\" and \\N, ё, 😀, \x7f"


@pytest.fixture
def full(ledger: Ledger, path: Path | str, make: Make) -> str:
    """A ledger with every kind of decision, versions, retired rows, odd characters, a run that was killed."""
    with ledger.run("one") as run:
        for number, pair in enumerate((PAIR, OTHERS, PAIR)):
            told = {"name": f"n{number}", "minutes": 60 + number, "day": f"2025-0{number + 1}-18"}
            ledger.add(*make(pair, **told, more=ODD, publisher="Gazette\\n"), run)
        ledger.add(*make(PAIR, url="https://example.org/a", day=None, published=None), run)
        ledger.add(*make(PAIR, url="https://example.org/a", more="Changed."), run)
    with ledger.run("two") as run:
        ledger.add(*make(PAIR, name="n0", minutes=60, day="2025-01-18", more=ODD, publisher="Gazette\\n"), run)
    ledger.start("killed")
    one, two, three = (event.id for event in ledger.events(limit=3))
    ledger.accept(one, author="anna", reason=ODD)
    ledger.edit(ledger.reports()[0].id, "duration", "70-75 min", author="ben", reason="the readout")
    ledger.reject(two, author="ben")
    ledger.undo(author="ben")
    ledger.merge(one, three, author="anna")
    ledger.enter({"type": "call", "participants": "Bo Tamm; Cy Umber"}, author="anna")
    ledger.same_actor("Donald Trump", "Marco Rubio", author="anna")
    ledger.alias("Bo Tamm", "The Owl", author="ben")
    ledger.close()
    return str(path)


def answers(address: str) -> list[object]:
    with Ledger.open(address, read_only=True) as ledger:
        asked = [ledger.events(), ledger.reports(), ledger.log(), ledger.actors(), ledger.coverage(), ledger.summary()]
        found = [ledger.documents(words) for words in ("", "slash", "Trump", "ёлка")]
        return [*asked, *found, ledger.reports(text="putin"), [ledger.event(e.id) for e in ledger.events()]]


def test_a_copy_is_the_same(full: str, fresh: Fresh, tmp_path: Path) -> None:
    """To the other kind, back, and on to the same kind: one digest, the same answers, and it can be written to."""
    places = [full, str(tmp_path / "there.ledger"), str(fresh("again.ledger")), str(tmp_path / "back.ledger")]
    made = [copy_ledger(source, target) for source, target in pairwise(places)]
    assert {copy.digest for copy in made} == {digests(full).digest}
    assert made[0].tables["decisions"].rows >= 7 and made[0].tables["originals"].rows == 1
    assert answers(full) == answers(places[2]) == answers(places[3])
    for place in (full, places[2]):
        with Ledger.open(place) as ledger:
            assert ledger.start("new").id == 5
            ledger.undo(ledger.log(standing=True)[0].decision.action, author="cy")
            ledger.enter({"type": "meeting", "participants": "Bo Tamm; Di Viik"}, author="cy")
    after = [digests(place).tables for place in (full, places[2])]
    assert after[0].keys() == after[1].keys()
    assert all(after[0][name].rows == found.rows for name, found in after[1].items())


def test_coverage_is_kept_in_step_afterwards(full: str, fresh: Fresh, make: Make) -> None:
    target = fresh("copy.ledger")
    copy_ledger(full, str(target))
    with Ledger.open(target) as ledger, ledger.run("new") as run:
        before = sum(cell.documents for cell in ledger.coverage())
        ledger.add(*make(OTHERS, name="more", more="One more."), run)
        assert sum(cell.documents for cell in ledger.coverage()) == before + 1


def test_a_digest_tells_one_letter(full: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.ledger"
    before = copy_ledger(full, str(copy))
    with sqlite3.connect(copy) as file:
        file.execute("UPDATE decisions SET note = note || '.' WHERE id = 1")
    file.close()
    after = digests(str(copy))
    assert after.digest != before.digest
    assert [name for name in after.tables if after.tables[name] != before.tables[name]] == ["decisions"]


def test_a_place_that_holds_something_is_refused(full: str, fresh: Fresh, make: Make) -> None:
    target = fresh("busy.ledger")
    with Ledger.open(target, create=True) as ledger:
        ledger.start("one")
    before = digests(str(target))
    with pytest.raises(UsageError, match="holds something already; nothing was copied"):
        copy_ledger(full, str(target))
    assert digests(str(target)) == before


def test_bad_places(full: str, tmp_path: Path) -> None:
    for source, target, words in (
        (full, full, "is the ledger itself"),
        (str(tmp_path / "none.db"), str(tmp_path / "new.db"), "no ledger at"),
        (full, str(tmp_path / "none" / "new.db"), "no folder"),
        (full, "postgresql+psycopg://anna:wr0ng@127.0.0.1:1/x", "no PostgreSQL server answers"),
    ):
        with pytest.raises(DemarcheError, match=words) as error:
            copy_ledger(source, target)
        assert "\n" not in str(error.value) and "wr0ng" not in str(error.value)
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("at", [1, 25])
def test_a_copy_that_fails_leaves_nothing(full: str, fresh: Fresh, at: int) -> None:
    target, steps = fresh("new.ledger"), []

    def step(rows: int) -> None:
        steps.append(rows)
        if len(steps) == at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_ledger(full, str(target), lambda _: step)
    if isinstance(target, Path):
        assert not [p.name for p in target.parent.glob("new.ledger*")]
    else:
        assert {found.rows for found in digests(target).tables.values()} == {0}
        with Ledger.open(target) as ledger:
            assert ledger.start("later").finished is None
    assert copy_ledger(full, str(fresh("other.ledger"))).digest == digests(full).digest


def test_a_larger_ledger_in_batches(fresh: Fresh, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "many.ledger", create=True) as ledger, ledger.run("one") as run:
        for number in range(30):
            ledger.add(*build(number, Spec(PAIR, day=f"2025-03-{number % 28 + 1:02}")), run)
    done: list[int] = []
    copied = copy_ledger(str(tmp_path / "many.ledger"), str(fresh("copy.ledger")), lambda steps: done.append)
    assert sum(done) >= 2 * copied.rows and copied.tables["documents"].rows == 30


def test_a_copy_that_differs_is_refused(full: str, fresh: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that gives back something else than it was given."""
    from demarche.ledger import copying

    monkeypatch.setattr(copying, "digest_of", lambda connection, table, step: copying.Digest())
    with pytest.raises(LedgerError, match="is not the same there; nothing was copied"):
        copy_ledger(full, str(fresh("new.ledger")))

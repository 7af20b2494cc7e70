"""What is new since a moment: each section from a ledger that changes, told once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from demarche.analysis.news import Item, News, Section, Window, what_is_new
from demarche.analysis.pressures import deadlines
from demarche.ledger import Ledger
from demarche.model import Document, Field, Lasting, Report, Span

PAIR = ("Anna Orsted", "Bo Tamm")
TODAY = date(2025, 6, 10)
BEFORE, NOW = "2025-06-09T09:00:00Z", "2025-06-10T09:00:00Z"


def contact(
    name: str, status: str, day: str | None, *, minutes: int | None = None, url: str | None = None, title: str = "",
    publisher: str = "Courier", names: tuple[str, ...] = PAIR, more: str = "",
) -> tuple[Document, list[Report]]:  # fmt: skip
    length = f" It lasted {minutes} minutes." if minutes else ""
    text = f"{' and '.join(names)}: a meeting, {status}, on {day or 'some day'}.{length}{more}"
    document = Document(name, text, title=title, publisher=publisher, url=url, date=date(2025, 6, 1))

    def words(of: str) -> tuple[Span, ...]:
        return (Span(text.index(of), text.index(of) + len(of)),)

    fields = [Field("participants", n, words(n), side=n.split()[1], actor_kind="person") for n in names]
    fields += [Field("date", day, words(day))] if day else []
    fields += [Field("duration", Lasting(minutes, minutes), words(f"{minutes} minutes"))] if minutes else []
    return document, [Report(name, "contact", "meeting", status, (Span(0, text.index(".")),), tuple(fields), "CONSULT")]


def threat(name: str, deadline: str, published: date = date(2025, 6, 1)) -> tuple[Document, list[Report]]:
    text = f"Anna Orsted threatens Bo Tamm with tariffs by {deadline}."
    document = Document(name, text, publisher="Courier", url=f"https://c.example/{name}", date=published)
    spans = {w: (Span(text.index(w), text.index(w) + len(w)),) for w in ("Anna Orsted", "Bo Tamm", "tariffs", deadline)}
    fields = (
        Field("actor", "Anna Orsted", spans["Anna Orsted"], actor_kind="person"),
        Field("recipient", "Bo Tamm", spans["Bo Tamm"], actor_kind="person"),
        Field("measure", "tariffs", spans["tariffs"]),
        Field("deadline", deadline, spans[deadline]),
    )
    return document, [Report(name, "pressure", "threat", "pending", (Span(0, len(text)),), fields)]


class Desk:
    """A ledger whose documents came in at moments of our choosing."""

    def __init__(self, path: Path) -> None:
        self.ledger = Ledger.open(path, create=True)
        self._path = path

    def add(self, made: tuple[Document, list[Report]], at: str) -> None:
        with self.ledger.run("one") as run:
            self.ledger.add(*made, run)
        with sqlite3.connect(self._path) as raw:
            raw.execute("UPDATE documents SET added_at = ? WHERE hash = ?", (at, made[0].content_hash))
            raw.execute("UPDATE documents SET superseded_at = ? WHERE superseded_at > '2026'", (at,))
        raw.close()

    def decide(self, at: str) -> None:
        """The decisions made just now were made then."""
        with sqlite3.connect(self._path) as raw:
            raw.execute("UPDATE decisions SET made_at = ? WHERE made_at > '2026'", (at,))
            raw.execute("UPDATE decisions SET undone_at = ? WHERE undone_at > '2026'", (at,))
        raw.close()

    def news(self, since: str = BEFORE, until: str = NOW, *, today: date = TODAY, first: bool = False) -> News:
        return what_is_new(self.ledger, Window(since, until, today, first=first))

    def items(self, section: Section, **more: object) -> list[Item]:
        return [item for item in self.news(**more).items if item.section == section]  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "desk.ledger")
    yield made
    made.ledger.close()


OLD, FRESH = "2025-06-05T00:00:00Z", "2025-06-10T08:00:00Z"


def test_nothing_is_new(desk: Desk) -> None:
    desk.add(contact("a", "held", "2025-06-02"), OLD)
    assert not desk.news()


def test_a_new_event_with_its_words_and_link(desk: Desk) -> None:
    desk.add(contact("a", "held", "2025-06-09", minutes=40, url="https://c.example/a"), FRESH)
    (item,) = desk.news().items
    assert (item.section, item.title) == ("new", "meeting, held, 9 Jun 2025: Anna Orsted, Bo Tamm; 40 min")
    (words,) = item.words
    assert (words.publisher, words.url, words.entered) == ("Courier", "https://c.example/a", False)
    assert words.text.startswith("Anna Orsted and Bo Tamm: a meeting, held, on 2025-06-09")
    assert not desk.news(since=NOW, until="2025-06-11T00:00:00Z")


@pytest.mark.parametrize(
    ("moment", "told"), [(BEFORE, 0), ("2025-06-09T09:00:01Z", 1), (NOW, 1), ("2025-06-10T09:00:01Z", 0)]
)
def test_each_second_belongs_to_one_window(desk: Desk, moment: str, told: int) -> None:
    desk.add(contact("a", "held", "2025-06-02"), moment)
    assert len(desk.items("new")) == told


@pytest.mark.parametrize("status", ["held", "cancelled", "denied"])
def test_a_plan_that_got_another_state(desk: Desk, status: str) -> None:
    desk.add(contact("a", "planned", "2025-06-09"), OLD)
    desk.add(contact("b", status, "2025-06-09", publisher="Gazette"), FRESH)
    (item,) = desk.items("state")
    assert (item.title, item.detail) == (f"meeting, {status}, 9 Jun 2025: Anna Orsted, Bo Tamm", "was planned")
    assert [words.publisher for words in item.words] == ["Gazette"]
    assert not desk.items("new")


def test_a_page_that_says_something_else_now(desk: Desk) -> None:
    page = {"url": "https://c.example/p", "title": "A meeting"}
    desk.add(contact("p", "planned", "2025-06-20", **page), OLD)  # type: ignore[arg-type]
    desk.add(contact("p", "cancelled", "2025-06-20", **page, more=" So says the office."), FRESH)  # type: ignore[arg-type]
    (page_item,) = desk.items("pages")
    assert (page_item.title, page_item.detail) == ("Courier: A meeting", "1 paragraph gone, 1 new")
    assert [words.publisher for words in page_item.words] == ["gone", "new"]
    (item,) = desk.items("state")
    assert item.detail == "was planned"
    assert not desk.items("new")


def test_more_sources_and_a_contradiction(desk: Desk) -> None:
    desk.add(contact("a", "held", "2025-06-02"), OLD)
    desk.add(contact("b", "held", "2025-06-02", minutes=40, publisher="Gazette"), FRESH)
    (item,) = desk.items("more")
    assert item.detail == "now told by 2, before by 1; length 40 min, was unknown"
    desk.add(contact("c", "held", "2025-06-02", minutes=50, publisher="Herald"), "2025-06-11T08:00:00Z")
    later = {"since": NOW, "until": "2025-06-11T09:00:00Z"}
    (item,) = desk.items("disputed", **later)
    assert item.detail == "length: 50 min (Herald), 40 min (Gazette)"
    assert not desk.items("more", **later)


def test_a_deadline_passes_once(desk: Desk) -> None:
    desk.add(threat("t", "2025-06-09"), OLD)
    (item,) = desk.items("overdue")
    assert item.title.startswith("threat, pending")
    assert item.detail == "its day, 9 Jun 2025, has passed; no text says what became of it"
    assert not desk.items("overdue", since=NOW, until="2025-06-11T09:00:00Z", today=date(2025, 6, 11))


def test_a_deadline_that_another_overtook_is_not_overdue(desk: Desk) -> None:
    desk.add(threat("t", "2025-06-09"), OLD)
    desk.add(threat("u", "2025-08-01", published=date(2025, 6, 8)), OLD)
    lives = deadlines(desk.ledger, as_of=TODAY).lives
    assert "overtaken" in {life.state for life in lives}, "the example no longer shows what it should"
    assert not desk.items("overdue")


def test_what_is_due_soon_is_told_when_it_comes_within_reach(desk: Desk) -> None:
    desk.add(threat("t", "2025-06-16"), OLD)
    desk.add(contact("a", "planned", "2025-06-13"), OLD)
    assert [item.detail for item in desk.items("soon")] == ["until 16 Jun 2025"]  # the 13th was within reach before
    both = {item.detail for item in desk.items("soon", first=True)}
    assert both == {"until 16 Jun 2025", "planned for 13 Jun 2025"}
    assert not desk.items("soon", since=NOW, until="2025-06-11T09:00:00Z", today=date(2025, 6, 11))


def test_a_plan_whose_day_passed(desk: Desk) -> None:
    desk.add(contact("a", "planned", "2025-06-09"), OLD)
    (item,) = desk.items("overdue")
    assert item.detail == "planned for 9 Jun 2025; nothing tells yet that it was held"


def test_what_people_decided_and_took_back(desk: Desk) -> None:
    desk.add(contact("a", "held", "2025-06-02"), OLD)
    (event,) = desk.ledger.events()
    desk.ledger.reject(event.id, author="anna", reason="another Tamm")
    desk.decide(FRESH)
    assert [item.title for item in desk.items("decided")] == ["rejected, by anna: another Tamm"]
    desk.ledger.undo(desk.ledger.decisions()[0].action or 1, author="ben")
    desk.decide("2025-06-11T08:00:00Z")
    with sqlite3.connect(desk.ledger.path) as raw:
        raw.execute("UPDATE decisions SET made_at = ?", (FRESH,))
    raw.close()
    (item,) = desk.items("decided", since=NOW, until="2025-06-11T09:00:00Z")
    assert item.title == "taken back: rejected, by anna: another Tamm"


def claim(value: int) -> tuple[Document, list[Report]]:
    text = f"It was meeting number {value} of Anna Orsted and Bo Tamm in 2025."
    document = Document("claim", text, publisher="Herald", url="https://h.example/c", date=date(2025, 6, 9))
    whole = (Span(0, len(text)),)
    fields = (
        Field("subjects", ("Anna Orsted",), whole),
        Field("subjects", ("Bo Tamm",), whole),
        Field("contact_types", "meeting", whole),
        Field("value", value, whole),
        Field("unit", "contacts", whole),
        Field("relation", "=", whole),
        Field("period", "2025-01-01/2025-06-09", whole),
    )
    return document, [Report("claim", "claim", "count", None, whole, fields)]


@pytest.mark.parametrize(("value", "told"), [(1, True), (2, False)])
def test_a_claim_that_the_ledger_contradicts(desk: Desk, value: int, *, told: bool) -> None:
    desk.add(contact("a", "held", "2025-03-02"), OLD)
    desk.add(contact("b", "held", "2025-04-02"), OLD)
    desk.add(claim(value), FRESH)
    found = desk.items("claims")
    assert bool(found) is told
    assert desk.news().quiet == (("claim", 1),)
    for item in found:
        assert item.words[0].text.startswith("It was meeting number 1")
        assert "2" in item.detail


def test_a_rejected_event_is_no_news(desk: Desk) -> None:
    desk.add(contact("a", "held", "2025-06-02"), FRESH)
    (event,) = desk.ledger.events()
    desk.ledger.reject(event.id, author="anna")
    assert not desk.items("new")


def test_keys_last_and_tell_things_apart(desk: Desk) -> None:
    desk.add(contact("a", "planned", "2025-06-09"), OLD)
    desk.add(contact("b", "cancelled", "2025-06-09", publisher="Gazette"), FRESH)
    desk.add(contact("c", "held", "2025-06-08", names=("Cy Umber", "Di Vane")), FRESH)
    keys = [item.key for item in desk.news().items]
    assert len(set(keys)) == len(keys) >= 2
    assert keys == [item.key for item in desk.news().items]
    json.dumps(keys)

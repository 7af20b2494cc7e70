"""The briefing of two sides: its numbers, that each leads to rows and words, and that no word of a document escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.briefings.conftest import MET, Told, add

from demarche.briefings import Briefing, briefing
from demarche.ledger import Ledger, Remembering

AS_OF = date(2031, 6, 1)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert) `|` \x1b[31m\u202e"


@pytest.fixture
def made(ledger: Ledger) -> Briefing:
    return made_of(ledger)


def made_of(ledger: Ledger, *, charts: bool = False) -> Briefing:
    return briefing(ledger, between="Alba", and_="Borea", period="2031", as_of=AS_OF, charts=charts)


class _Page(HTMLParser):
    """The ids of a page, where its links go, its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")


def test_the_headline_numbers(made: Briefing) -> None:
    assert [(figure.value, figure.label) for figure in made.figures] == [
        ("2", "contacts held"),
        ("1.0–1.3 h", "told in contact"),
        ("1", "pressure"),
        ("0", "deadlines carried out by their day"),
        ("1", "event contradicted"),
        ("1", "doubtful contact"),
    ]


def test_every_figure_names_its_method_and_its_rows(made: Briefing) -> None:
    keys = {key for key, _ in made.methods}
    assert {figure.method for figure in made.figures} <= keys
    assert all(figure.refs for figure in made.figures)


def test_every_link_inside_the_page_leads_somewhere(made: Briefing) -> None:
    page = _Page(made.html())
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside and inside <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_nothing_is_fetched_and_nothing_runs(made: Briefing) -> None:
    page = _Page(made.html())
    outside = {link for link in page.links if not link.startswith("#")}
    assert outside == {"https://gazette.example/1"}
    assert not page.tags & {"script", "iframe", "object", "link", "form"}
    assert not any(name.startswith("on") for name in page.attributes)


def test_rows_have_the_exact_words_of_every_source(made: Briefing) -> None:
    rows = {row.code: row for _, rows in made.book.rows for row in rows}
    assert {said.words for said in rows["C1"].said} == {
        ("Ada Moe and Bo Lind spoke for 60 minutes.",),
        ("Ada Moe and Bo Lind spoke for 75 minutes.",),
    }
    assert set(rows) == {"C1", "C2", "C3", "P1", "O1", "S1"}
    assert "not counted: held or denied: claimed by one side, not confirmed" in rows["C3"].notes


def test_an_entry_by_hand_is_never_quoted_as_its_source(ledger: Ledger) -> None:
    ledger.enter({"type": "call", "participants": "Ada Moe; Bo Lind", "date": "2031-06-07"}, author="test")
    made = briefing(ledger, between="Ada Moe", and_="Bo Lind", as_of=AS_OF, charts=False)
    rows = [row for _, rows in made.book.rows for row in rows]
    (said,) = [said for row in rows for said in row.said if "entered by hand" in said.kind]
    assert said.words == () and "2031-06-07" in said.entry


def test_agreements_of_both_sides_are_offers_too(ledger: Ledger) -> None:
    both = (("actor", "Ada Moe"), ("actor", "Bo Lind"))
    agreed = Told("Ada Moe and Bo Lind agreed on a bridge.", "offer", "agreement", "open", "2031-05-02", both)
    add(ledger, agreed)
    page = made_of(ledger).markdown()
    assert "Both together, with nobody as the recipient: 1 agreement" in page


def test_contradictions_say_who_says_what(made: Briefing) -> None:
    page = made.markdown()
    (line,) = re.findall(r"^\| C1 \| call, 10 Mar 2031 \| length \| (.+) \|", page, re.MULTILINE)
    assert "1 h – Gazette" in line and "1 h 15 – Wire" in line


def test_pressure_without_a_told_outcome_is_no_failure(made: Briefing) -> None:
    assert "day passed, no text" in made.html()
    assert "1 without a told outcome" in made.figures[3].note


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_words_of_strangers_are_only_words(ledger: Ledger, form: str) -> None:
    text = f"Ada Moe and Bo Lind met. {HOSTILE}"
    add(ledger, Told(text, type="meeting", day="2031-04-20", publisher=HOSTILE, url="javascript:alert(3)"))
    made = made_of(ledger)
    page = getattr(made, form)()
    assert "<script" not in page and "<img" not in page
    assert "\x1b" not in page and "\u202e" not in page
    assert 'href="javascript' not in page
    if form == "html":
        assert "onerror" not in _Page(page).attributes and "&lt;script&gt;" in page
    else:
        assert "&lt;script&gt;" in page and "\\[x\\]" in page and "](javascript" not in page.replace("\\](", "")


def test_markdown_tables_are_whole(made: Briefing) -> None:
    for block in tables(made.markdown()):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block}) == 1, block


def tables(page: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*page.splitlines(), ""]:
        if line.startswith("|"):
            block.append(line.rstrip())
        elif block:
            yield block
            block = []


def test_two_sides_of_whom_nothing_is_told(ledger: Ledger, tmp_path: Path) -> None:
    made = briefing(ledger, between="Alba", and_="Borea", period="1999", as_of=AS_OF)
    assert made.figures[0].value == "0"
    assert "No contact between Alba and Borea is told in this period." in made.html()
    with Ledger.open(tmp_path / "empty.ledger", create=True) as empty:
        assert "# Alba and Borea" in made_of(empty).markdown()


def test_rejected_events_are_nowhere(ledger: Ledger) -> None:
    row = next(row for row in ledger.reports(type="meeting"))
    ledger.reject(row.id, author="test", reason="not them")
    made = made_of(ledger)
    assert made.figures[0].value == "1" and "Ada Moe – Cleo Rask" not in made.html()


def test_charts_are_inside_the_file(ledger: Ledger) -> None:
    pytest.importorskip("vl_convert")
    page = made_of(ledger, charts=True).html()
    assert page.count('src="data:image/svg+xml;base64,') == 4
    assert 'alt="Pressure and contact: Alba and Borea. Timeline from' in page


def test_a_list_is_read_once_and_a_copy_is_given(ledger: Ledger) -> None:
    once = Remembering(ledger)
    first = once.events(kind="contact")
    first.clear()
    add(ledger, Told("Ada Moe and Cleo Rask met again.", type="meeting", day="2031-06-20", people=MET))
    assert len(once.events(kind="contact")) == 3 and len(ledger.events(kind="contact")) == 4
    assert once.resolve("Alba") == ledger.resolve("Alba")

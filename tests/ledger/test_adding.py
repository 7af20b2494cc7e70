"""Adding: once, twice, changed, again by a newer extractor; and the gate at the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.errors import DocumentError
from demarche.ledger import Filters, Ledger, Outcome
from demarche.ledger.ids import report_ids
from demarche.model import Document, Field, Report, Span

PAIR = ("Vladimir Putin", "Donald Trump")
OTHER = ("Volodymyr Zelenskyy", "Donald Trump")
Made = tuple[Document, list[Report]]
Make = Callable[..., Made]
Add = Callable[..., Outcome]


def test_the_same_thing_twice_adds_nothing_and_says_so(ledger: Ledger, make: Make, add: Add) -> None:
    assert add(make(PAIR)) is Outcome.NEW
    before = ledger.reports()
    assert add(make(PAIR)) is Outcome.UNCHANGED
    assert ledger.reports() == before


def test_a_changed_page_is_a_new_version_and_the_old_one_is_kept(ledger: Ledger, make: Make, add: Add) -> None:
    url = "https://example.org/a"
    add(make(PAIR, url=url))
    old = ledger.reports()[0]
    assert add(make(OTHER, url=url)) is Outcome.NEW_VERSION
    (now,) = ledger.reports()
    assert now.names() == OTHER and now.document.version == 2
    kept = ledger.show(old.id).event
    assert kept.names() == PAIR and kept.retired_at and kept.document.superseded_at
    assert len(ledger.reports(Filters(retired=True))) == 2


def test_a_page_that_goes_back_to_its_first_words_counts_again(ledger: Ledger, make: Make, add: Add) -> None:
    first, second = make(PAIR, url="https://example.org/a"), make(OTHER, url="https://example.org/a")
    ids = []
    for what in (first, second, first):
        add(what)
        ids.append([row.id for row in ledger.reports()])
    assert ids[0] == ids[2] != ids[1]
    assert ledger.summary().documents == 1 and ledger.summary().superseded == 1


def test_a_page_saved_under_another_name_is_known_by_its_title(make: Make, add: Add) -> None:
    url, title = "https://example.org/a", "Readout of a call"
    add(make(PAIR, url=url, title=title, name="monday"))
    assert add(make(OTHER, url=url, title=title, name="tuesday")) is Outcome.NEW_VERSION


def test_several_items_of_one_page_are_no_versions_of_each_other(ledger: Ledger, make: Make, add: Add) -> None:
    url = "https://example.org/day"
    assert add(make(PAIR, url=url, name="item-1", title="One")) is Outcome.NEW
    assert add(make(OTHER, url=url, name="item-2", title="Two")) is Outcome.NEW
    assert len(ledger.reports()) == 2


def test_a_newer_extractor_replaces_the_rows_and_keeps_ids_of_what_it_finds_again(
    ledger: Ledger, make: Make, add: Add
) -> None:
    document, reports = make(PAIR, OTHER)
    add((document, reports))
    ids = {row.names(): row.id for row in ledger.reports()}
    assert add((document, reports[:1]), "two") is Outcome.REREAD
    (row,) = ledger.reports()
    assert (row.id, row.extractor) == (ids[PAIR], "two")
    gone = ledger.show(ids[OTHER]).event
    assert gone.retired_at and gone.extractor == "one"
    assert add((document, reports), "three") is Outcome.REREAD
    assert {row.names(): row.id for row in ledger.reports()} == ids


def test_a_newer_reading_changes_fields_under_the_same_id(ledger: Ledger, make: Make, add: Add) -> None:
    document, (report,) = make(PAIR)
    add((document, [report]))
    longer = replace(report, fields=(*report.fields, Field("place", "Anchorage", reason="title")))
    add((document, [longer]), "two")
    assert ledger.reports()[0].place == "Anchorage"


def test_a_document_that_is_now_dated_is_read_again(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR, published=None))
    assert add(make(PAIR, published="2025-03-19")) is Outcome.REREAD
    assert add(make(PAIR, published=None)) is Outcome.UNCHANGED
    assert ledger.reports()[0].document.date == "2025-03-19"


def test_known_asks_before_reading(ledger: Ledger, make: Make, add: Add) -> None:
    document, reports = make(PAIR)
    unseen, _ = make(OTHER, name="note-2")
    add((document, reports))
    assert ledger.known([document, unseen], "one") == {document.content_hash}
    assert ledger.known([document], "two") == frozenset()
    assert ledger.known([replace(document, date=date(2024, 1, 1))], "one") == frozenset()
    assert ledger.known([replace(document, date=None)], "one") == {document.content_hash}
    many = [replace(document, id=f"n{i}", text=f"{i}") for i in range(1200)]
    assert ledger.known([*many, document], "one") == {document.content_hash}


def test_a_superseded_version_is_not_known(ledger: Ledger, make: Make, add: Add) -> None:
    first = make(PAIR, url="https://example.org/a")
    add(first)
    add(make(OTHER, url="https://example.org/a"))
    assert ledger.known([first[0]], "one") == frozenset()


def test_documents_without_reports_are_remembered(ledger: Ledger, make: Make, add: Add) -> None:
    document, _ = make(PAIR)
    assert add((document, [])) is Outcome.NEW
    assert ledger.known([document], "one") and ledger.summary().documents == 1


REFUSED = [
    (lambda r, d: replace(r, evidence=()), "no evidence"),
    (lambda r, d: replace(r, evidence=(Span(0, len(d.text) + 1),)), "no such words"),
    (lambda r, d: replace(r, evidence=(Span(5, 5),)), "no such words"),
    (lambda r, d: replace(r, fields=(Field("place", "Paris"),)), "neither words nor a reason"),
    (lambda r, d: replace(r, document_id="another"), "the report is of"),
]


@pytest.mark.parametrize(("spoil", "why"), REFUSED)
def test_a_report_that_does_not_quote_is_refused_with_its_whole_document(
    ledger: Ledger, make: Make, add: Add, spoil: Callable[[Report, Document], Report], why: str
) -> None:
    document, reports = make(PAIR, OTHER)
    with pytest.raises(DocumentError, match=why):
        add((document, [reports[0], spoil(reports[1], document)]))
    assert ledger.reports() == [] and ledger.summary().documents == 0


@pytest.mark.parametrize("text", ["a zero \0 byte", "half a character \ud800"])
def test_text_that_no_database_holds_is_refused(ledger: Ledger, add: Add, text: str) -> None:
    with pytest.raises(DocumentError, match="stored"):
        add((Document("d", text), []))
    assert ledger.summary().documents == 0


def test_runs_are_counted(ledger: Ledger, make: Make) -> None:
    run = ledger.start("one")
    ledger.add(*make(PAIR, OTHER), run)
    ledger.add(*make(PAIR, OTHER), run)
    assert ledger.summary().last_run is not None and ledger.summary().last_run.finished is None
    done = ledger.finish(run, skipped=3)
    assert (done.new, done.unchanged, done.skipped, done.reports) == (1, 1, 3, 2)
    assert done.finished is not None and ledger.summary().last_run == done


def test_the_order_of_documents_does_not_change_the_ids(tmp_path: Path, make: Make) -> None:
    all_of_them = [make(PAIR, name="a"), make(OTHER, name="b"), make(PAIR, OTHER, name="c")]
    found = []
    for number, order in enumerate((all_of_them, all_of_them[::-1])):
        with Ledger.open(tmp_path / f"{number}.db", create=True) as ledger, ledger.run("one") as run:
            for document, reports in order:
                ledger.add(document, reports, run)
            found.append({(row.document.name, row.names(), row.id) for row in ledger.reports()})
    assert found[0] == found[1]


def test_twins_with_the_same_evidence_get_two_ids(make: Make) -> None:
    _, (report,) = make(PAIR)
    ids = report_ids("hash", [report, report])
    assert len(set(ids)) == 2 and report_ids("hash", [report]) == ids[:1]


@given(st.lists(st.tuples(st.sampled_from(["contact", "offer"]), st.integers(0, 50), st.integers(1, 9)), max_size=20))
def test_ids_are_unique_and_stable(keys: list[tuple[str, int, int]]) -> None:
    reports = [Report("d", kind, None, None, (Span(at, at + size),)) for kind, at, size in keys]  # type: ignore[arg-type]
    ids = report_ids("hash", reports)
    assert len(set(ids)) == len(ids) and ids == report_ids("hash", reports)
    assert all(len(i) == 12 for i in ids)

"""What a person can decide, verb by verb: what it changes, what it refuses, what the log says of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from demarche.entries import EntryError
from demarche.errors import NotAllowedError, UsageError
from demarche.ledger import Ledger, Outcome, ReportRow
from demarche.model import Document, Kind, Lasting, Report, Span

PUTIN, TRUMP, XI, ZELENSKYY = "Vladimir Putin", "Donald Trump", "Xi Jinping", "Volodymyr Zelenskyy"
PAIR, OTHER = (PUTIN, TRUMP), (ZELENSKYY, TRUMP)
Made = tuple[Document, list[Report]]
Make = Callable[..., Made]
Add = Callable[..., Outcome]


@pytest.fixture
def row(ledger: Ledger, make: Make, add: Add) -> ReportRow:
    """A call of 90 minutes, the one report of the ledger."""
    add(make(PAIR, minutes=90, more="They met in Oslo. The aides sat in Oslo too."))
    return ledger.reports()[0]


def now(ledger: Ledger, row: ReportRow) -> ReportRow:
    return ledger.show(row.id).event


# -- accept, reject -------------------------------------------------------------------------------------------------


def test_an_event_is_judged_with_all_its_reports_in_one_action(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR, minutes=90, name="a"))
    add(make(PAIR, minutes=90, name="b", publisher="Courier", more="So it was."))
    (event,) = ledger.events()
    made = ledger.accept(event.id, author="anna", reason="both are official")
    assert len(made) == 2 and len({d.action for d in made}) == 1
    assert {r.verdict for r in ledger.reports()} == {"accept"} and ledger.events()[0].standing == "confirmed"
    ledger.undo(made[1].id, author="anna")
    assert {r.verdict for r in ledger.reports()} == {None}
    ledger.decide(event.id, "reject", author="anna")
    assert sorted(str(r.verdict) for r in ledger.reports()) == ["None", "reject"]


def test_two_reports_of_one_sentence_are_told_apart(ledger: Ledger, make: Make, add: Add) -> None:
    document, (report,) = make(PAIR)
    xi = tuple(replace(f, value=XI) if f.value == TRUMP else f for f in report.fields)
    add((document, [report, replace(report, fields=xi)]))
    one = next(r for r in ledger.reports() if XI in r.names())
    ledger.reject(one.id, author="anna")
    ledger.edit(one.id, "place", "Oslo", author="anna", reason="heard it")
    assert {r.names()[1]: (r.verdict, r.place) for r in ledger.reports()} == {
        TRUMP: (None, None),
        XI: ("reject", "Oslo"),
    }
    add((document, [replace(report, type="meeting", fields=xi), replace(report, type="meeting")]), "two")
    assert {r.names()[1]: (r.verdict, r.place) for r in ledger.reports()} == {
        TRUMP: (None, None),
        XI: ("reject", "Oslo"),
    }


# -- edit -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "read", "expected"),
    [
        ("type", "meeting", lambda r: r.type, "meeting"),
        ("status", "held|denied", lambda r: r.status, "held|denied"),
        ("plover", "agree", lambda r: r.plover, "AGREE"),
        ("date", "2025-04~", lambda r: (r.date, r.earliest, r.latest), ("2025-04~", "2025-04-01", "2025-04-30")),
        ("date", "3 April 2025", lambda r: r.date, "2025-04-03"),
        ("date", "", lambda r: (r.date, r.earliest), (None, None)),
        ("duration", "1 h 20", lambda r: (r.minutes_min, r.minutes_max), (80, 80)),
        ("duration", "70-75 min", lambda r: (r.minutes_min, r.minutes_max), (70, 75)),
        ("duration", "more than 2 hours", lambda r: (r.minutes_min, r.minutes_max), (120, None)),
        ("participants", f"{XI}; Bo Tamm (Estonia)", lambda r: r.names(), (XI, "Bo Tamm")),
        ("participants", f"+Bo Tamm (Estonia); -{TRUMP}", lambda r: r.names(), (PUTIN, "Bo Tamm")),
        ("participants", "+Xi; -Trump", lambda r: r.names(), (PUTIN, XI)),
        ("participants", "+bo tamm; -cy umber", None, "is not among them"),
        ("initiator", "Donald Trump", lambda r: r.names("initiator"), (TRUMP,)),
        ("place", "Oslo", lambda r: r.place, "Oslo"),
        ("topics", "gas; grain", lambda r: r.all("topics"), ("gas", "grain")),
        ("type", "cal", None, "did you mean call"),
        ("date", "04/05/2025", None, "can be 4 May 2025 or 5 April 2025"),
        ("duration", "long", None, "is not a length"),
        ("durations", "90", None, "did you mean duration"),
        ("participants", "", None, "needs it"),
        ("participants", "Bo Tamm; Bo Tamm", None, "twice"),
        ("status", "", None, "needs it"),
        ("place", "", None, "that already"),
        ("duration", "90", None, "that already"),
    ],
)
def test_every_field_can_be_set(
    ledger: Ledger, row: ReportRow, field: str, value: str, read: Callable[[ReportRow], object] | None, expected: object
) -> None:
    if read is None:
        with pytest.raises(UsageError, match=str(expected)):
            ledger.edit(row.id, field, value, author="anna", reason="so")
        assert ledger.decisions() == [] and now(ledger, row) == row
        return
    made = ledger.edit(row.id, field, value, author="anna", reason="so")
    after = now(ledger, row)
    assert read(after) == expected and after.edited == (field,)
    assert ledger.events()[0].row == after
    ledger.undo(made.id, author="ben")
    assert now(ledger, row) == row


@pytest.mark.parametrize(
    ("kind", "field", "value", "stored"),
    [
        ("pressure", "type", "ultimatum", None),
        ("pressure", "deadline", "P12D", "P12D"),
        ("pressure", "deadline", "2025-08-08", "2025-08-08"),
        ("pressure", "actor", "Bo Tamm", "Bo Tamm"),
        ("pressure", "recipient", "Russia", "Russia"),
        ("pressure", "measure", "a tariff", "a tariff"),
        ("pressure", "condition", "no truce", "no truce"),
        ("offer", "content", "a port", "a port"),
        ("act", "actor", "Estonia", "Estonia"),
        ("statement", "stance", "criticise", "criticise"),
        ("statement", "about", "Russia; the plan", "Russia"),
        ("forecast", "horizon", "by the summer", "by the summer"),
        ("claim", "value", "8", 8),
        ("claim", "value", "20 hours", Lasting(1200, 1200, "20 hours", "exact")),
        ("claim", "relation", ">=", ">="),
        ("claim", "contact_types", "call; meeting", "call"),
        ("claim", "subjects", f"{PUTIN} | {TRUMP}; Steve Witkoff", (PUTIN,)),
        ("claim", "period", "2025", "2025"),
    ],
)
def test_every_kind_can_be_edited(
    ledger: Ledger, make: Make, add: Add, kind: Kind, field: str, value: str, stored: object
) -> None:
    document, (report,) = make(PAIR)
    add((document, [replace(report, kind=kind, type=None, status=None)]))
    one = ledger.reports()[0]
    made = ledger.edit(one.id, field, value, author="anna", reason="so")
    detail = ledger.show(one.id)
    values = [item.value for item in detail.fields if item.name == field]
    assert values[0] == stored if stored is not None else detail.event.type == value
    ledger.undo(made.id)
    assert ledger.show(one.id).event == one


def test_an_edit_shows_its_words(ledger: Ledger, row: ReportRow) -> None:
    ledger.edit(row.id, "place", "Oslo", author="anna", words="in Oslo")
    (place,) = (f for f in ledger.show(row.id).fields if f.name == "place")
    text = ledger.document(row.document.hash).text
    assert place.quotes[0].words == "in Oslo" and place.reason is None
    assert place.quotes[0].span.start == text.index("in Oslo")  # the one nearest to the evidence
    span = place.quotes[0].span
    ledger.edit(row.id, "place", "Oslo (city)", author="anna", words=(span.start + 3, span.end))
    ledger.edit(row.id, "place", "Oslo, Norway", author="anna", words=[Span(span.start + 3, span.end), "They met"])
    (place,) = (f for f in ledger.show(row.id).fields if f.name == "place")
    assert [quote.words for quote in place.quotes] == ["Oslo", "They met"]
    assert [e.before for e in reversed(ledger.log())] == ["", "Oslo", "Oslo (city)"]


@pytest.mark.parametrize(
    ("words", "said"), [("in Bergen", "does not say 'in Bergen'"), ((0, 9999), "no quotation"), ((8, 9), None)]
)
def test_words_must_quote(ledger: Ledger, row: ReportRow, words: str | tuple[int, int], said: str | None) -> None:
    if said is None:  # one character is a quotation too, white space is not
        words, said = (len(PUTIN.split()[0]), len(PUTIN.split()[0]) + 1), "no quotation"
    with pytest.raises(UsageError, match=said):
        ledger.edit(row.id, "place", "Oslo", author="anna", words=words)


def test_an_edit_says_why_and_who(ledger: Ledger, row: ReportRow) -> None:
    with pytest.raises(UsageError, match="needs its words in the document or a reason"):
        ledger.edit(row.id, "place", "Oslo", author="anna")
    with pytest.raises(UsageError, match="who decides"):
        ledger.edit(row.id, "place", "Oslo", author=" ", reason="so")
    ledger.edit(row.id, "place", "Oslo", author="anna", reason="so")
    (place,) = (f for f in ledger.show(row.id).fields if f.name == "place")
    assert (place.quotes, place.reason) == ((), "person")


def test_questions_see_the_edit(ledger: Ledger, row: ReportRow) -> None:
    ledger.edit(row.id, "type", "meeting", author="anna", reason="so")
    ledger.edit(row.id, "date", "2024-12-31", author="anna", reason="so")
    ledger.edit(row.id, "participants", "+Bo Tamm (Estonia)", author="anna", reason="so")
    assert ledger.count_reports(type="meeting", until="2024", who="Tamm", with_="Russia") == 1
    assert ledger.count_reports(who="Estonia", text="tamm") == 1
    assert ledger.count_reports(type="call") == ledger.count_reports(since="2025") == 0
    assert (ledger.events()[0].type, ledger.events()[0].date) == ("meeting", "2024-12-31")
    for _ in range(3):
        ledger.undo(author="anna")
    assert ledger.reports() == [row] and ledger.count_reports(text="tamm") == 0
    assert "Bo Tamm" not in {actor.name for actor in ledger.actors()}


# -- merge, split ---------------------------------------------------------------------------------------------------


def test_merge_and_split(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR, minutes=90, name="a"))
    add(make(OTHER, day="2025-06-01", name="b"))
    one, other = ledger.reports()
    merged = ledger.merge(one.id, other.id, author="anna", reason="a slip of the pen")
    assert len(ledger.events()) == 1
    with pytest.raises(UsageError, match="one event already"):
        ledger.merge(one.id, other.id, author="anna")
    parted = ledger.split(one.id, other.id, author="ben")
    assert len(ledger.events()) == 2
    ledger.merge(one.id, other.id, author="cy")  # the last word on a pair counts
    assert len(ledger.events()) == 1
    for number in (merged[0].id, parted[0].id):
        ledger.undo(number)
    assert len(ledger.events()) == 1
    ledger.undo(author="cy")
    assert len(ledger.events()) == 2


def test_split_takes_reports_of_that_event_only(ledger: Ledger, make: Make, add: Add) -> None:
    document, (report,) = make(PAIR)
    add((document, [report, replace(report, kind="statement", type="indirect")]))
    add(make(OTHER, name="b"))
    contacts = ledger.reports(kind="contact")
    statement = ledger.reports(kind="statement")[0]
    with pytest.raises(UsageError, match="no report of"):
        ledger.split(contacts[0].id, contacts[1].id, author="anna")
    with pytest.raises(UsageError, match="all the reports"):
        ledger.split(contacts[0].id, contacts[0].id, author="anna")
    with pytest.raises(UsageError, match="never one event"):
        ledger.merge(contacts[0].id, statement.id, author="anna")
    with pytest.raises(UsageError, match="no report 0000"):
        ledger.merge(contacts[0].id, "0000", author="anna")


# -- by hand --------------------------------------------------------------------------------------------------------

CALL = {"type": "call", "participants": "Bo Tamm (Estonia); Cy Umber", "date": "18 March 2025", "duration": "1 h 20"}


def test_an_event_by_hand(ledger: Ledger) -> None:
    one = ledger.enter(CALL, author="anna", reason="told by a delegate", source_urls=["https://example.org/1"])
    row = ledger.reports()[0]
    assert (row.id, row.origin, row.standing, row.extractor) == (one, "person", "person", "person")
    assert (row.date, row.minutes_min, row.names()) == ("2025-03-18", 80, ("Bo Tamm", "Cy Umber"))
    assert (row.document.publisher, row.document.url) == ("anna", "https://example.org/1")
    text = ledger.document(row.document.hash).text
    assert "note: told by a delegate" in text and row.quote in text
    assert all(item.quotes for item in ledger.show(one).fields)
    assert ledger.events()[0].standing == "person"
    with pytest.raises(UsageError, match=f"entered already: row {one}"):
        ledger.enter(CALL, author="anna", reason="told by a delegate", source_urls=["https://example.org/1"])
    ledger.undo(author="anna")
    assert ledger.reports() == [] == ledger.events() and ledger.summary().documents == 0
    assert ledger.enter(CALL, author="anna", reason="told by a delegate", source_urls=["https://example.org/1"]) == one
    assert [r.id for r in ledger.reports()] == [one]


def test_a_wrong_entry_says_all_that_is_wrong(ledger: Ledger) -> None:
    with pytest.raises(EntryError) as refused:
        ledger.enter({"type": "cal", "date": "soon", "plase": "Oslo"}, author="anna")
    assert [field for field, _ in refused.value.problems] == ["type", "date", "plase", "participants"]
    assert ledger.summary().documents == 0


# -- names ----------------------------------------------------------------------------------------------------------


def test_two_names_one_actor(ledger: Ledger, make: Make, add: Add) -> None:
    add(make((PUTIN, TRUMP), name="a"))
    add(make(("Wladimir P.", "Marco Rubio"), day="2025-05-01", name="b"))
    made = ledger.same_actor(PUTIN, "Wladimir P.", author="anna", reason="the German spelling")
    assert {r.names()[0] for r in ledger.reports()} == {PUTIN}
    assert ledger.count_reports(who="Wladimir P.") == ledger.count_reports(who="Putin", with_="United States") == 2
    assert ledger.count_reports(who=PUTIN, with_="Wladimir P.") == 0
    assert "Wladimir P." not in {actor.name for actor in ledger.actors()}
    assert ledger.reports()[1].participants[0].side == "Russia"  # where the document did not say
    add(make(("Wladimir P.", XI), day="2025-06-01", name="c"))
    assert ledger.count_reports(who=PUTIN) == 3
    with pytest.raises(UsageError, match="one actor already"):
        ledger.same_actor("Wladimir P.", PUTIN, author="ben")
    ledger.undo(made.id)
    assert ledger.count_reports(who=PUTIN) == 1 and ledger.reports()[1].names()[0] == "Wladimir P."


def test_an_alias_waits_for_its_documents(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR))
    made = ledger.alias("Putin", "Tsar of Everything", author="anna")
    assert ledger.count_reports(who="Tsar of Everything") == 1
    add(make(("Tsar of Everything", XI), name="b"))
    assert ledger.count_reports(who=PUTIN) == 2
    with pytest.raises(UsageError, match="no actor Nobody"):
        ledger.alias("Nobody", "X Y", author="anna")
    ledger.undo(made.id)
    assert ledger.count_reports(who=PUTIN) == 1


# -- the log --------------------------------------------------------------------------------------------------------


def test_the_log_says_who_did_what(ledger: Ledger, row: ReportRow) -> None:
    ledger.accept(row.id, author="anna")
    made = ledger.edit(row.id, "duration", "70-75 min", author="ben", reason="the readout")
    ledger.undo(made.id, author="cy")
    edit, accept = ledger.log()
    assert (edit.before, edit.after, edit.words) == ("90 min", "70–75 min", (row.quote,))
    assert (edit.decision.undone_by, edit.report_ids, edit.orphaned) == ("cy", (row.id,), False)
    assert (accept.before, accept.after, accept.document) == ("not decided", "accept", "note-1")
    assert [e.decision.author for e in ledger.log(author="ben")] == ["ben"]
    assert [e.decision.author for e in ledger.log(standing=True)] == ["anna"]
    assert ledger.log(since="2999") == [] and len(ledger.log(since="2025", limit=1)) == 1
    with pytest.raises(UsageError, match="cannot read the date"):
        ledger.log(since="soon")


def test_undo_without_a_number_is_ones_own_last(ledger: Ledger, row: ReportRow) -> None:
    ledger.accept(row.id, author="anna")
    ledger.reject(row.id, author="ben")
    ledger.undo(author="anna")
    assert now(ledger, row).verdict == "reject"
    with pytest.raises(UsageError, match="anna has decided nothing that stands"):
        ledger.undo(author="anna")


# -- read again by a newer extractor --------------------------------------------------------------------------------


def test_edits_outlive_a_newer_reading(ledger: Ledger, make: Make, add: Add) -> None:
    document, (report,) = make(PAIR, minutes=90)
    add((document, [report]))
    one = ledger.reports()[0]
    ledger.edit(one.id, "duration", "100", author="anna", reason="so")
    ledger.edit(one.id, "participants", f"+{XI}", author="anna", reason="so")
    wider = Span(0, len(document.text))
    better = replace(report, type="meeting", evidence=(wider,), fields=report.fields[:2])  # another id, no length
    add((document, [better]), "two")
    row = ledger.reports()[0]
    assert row.id != one.id and (row.minutes_min, row.names()) == (100, (PUTIN, TRUMP, XI))
    assert not any(entry.orphaned for entry in ledger.log())
    ledger.undo(author="anna")
    ledger.undo(author="anna")
    again = ledger.reports()[0]
    assert (again.minutes_min, again.names(), again.edited) == (None, PAIR, ())


def test_an_orphan_is_shown_and_waits(ledger: Ledger, make: Make, add: Add) -> None:
    document, reports = make(PAIR)
    add((document, reports))
    add(make(OTHER, day="2025-06-01", name="b"))
    one, other = ledger.reports()
    ledger.edit(one.id, "place", "Oslo", author="anna", reason="so")
    ledger.merge(one.id, other.id, author="anna")
    add((document, []), "two")
    assert [(e.decision.verdict, e.orphaned) for e in ledger.log()] == [("same", True), ("edit", True)]
    assert ledger.log()[1].words == (one.quote,) and ledger.log()[1].report_ids == (None,)
    assert {e.why_orphaned for e in ledger.log()} == {"the last reading finds nothing there"}
    with pytest.raises(UsageError, match="replaced by a later reading"):
        ledger.accept(one.id, author="anna")
    add((document, reports), "three")
    assert not any(e.orphaned for e in ledger.log())
    assert now(ledger, one).place == "Oslo" and len(ledger.events()) == 1


def test_a_changed_page_orphans(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR, url="https://example.org/1"))
    ledger.accept(ledger.reports()[0].id, author="anna")
    add(make(PAIR, url="https://example.org/1", more="Corrected."))
    (entry,) = ledger.log()
    assert (entry.orphaned, entry.why_orphaned) == (True, "the page has changed since")
    assert ledger.reports()[0].verdict is None and ledger.events()[0].standing == "machine"
    one = ledger.enter({"type": "call", "participants": "Bo Tamm; Cy Umber"}, author="anna")
    entered, kept = ledger.log(limit=1)[0], ledger.accept(one, author="ben")[0]
    ledger.undo(entered.decision.id)
    assert ledger.log(limit=1)[0].why_orphaned == "the entry was taken back" and ledger.log(limit=1)[0].decision == kept
    assert [e.decision.verdict for e in ledger.log(offset=1)] == ["enter", "accept"]


# -- two at once ----------------------------------------------------------------------------------------------------

WORKER = """
import sys
from demarche.ledger import Ledger
with Ledger.open(sys.argv[1]) as ledger:
    for n in range(6):
        ledger.accept(*sys.argv[3:], author=sys.argv[2])
        ledger.edit(sys.argv[3], "place", f"{sys.argv[2]} {n}", author=sys.argv[2], reason="so")
"""


def test_two_processes_decide_at_once(ledger: Ledger, row: ReportRow, path: Path) -> None:
    line = [sys.executable, "-c", WORKER, str(path)]
    both = [subprocess.Popen([*line, author, row.id]) for author in ("anna", "ben")]
    assert [process.wait() for process in both] == [0, 0]
    made = ledger.decisions()
    assert len(made) == 24 and sorted(d.author for d in made) == ["anna"] * 12 + ["ben"] * 12
    assert now(ledger, row).place == [d for d in made if d.verdict == "edit"][-1].value["set"][0]["value"]
    for action in {d.action for d in made}:
        ledger.undo(action)
    assert ledger.reports() == [row]


def test_events_that_look_like_one_are_kept_apart(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR, minutes=90, name="a"))
    add(make(OTHER, minutes=90, name="b", publisher="Courier", more="So it was."))
    one, other = (event.id for event in ledger.events())
    made = ledger.keep_apart(one, other, author="anna", reason="two calls")
    assert [d.verdict for d in made] == ["different"] and len(ledger.events()) == 2
    assert ledger.count_events(standing="open") == 2
    ledger.reject(one, author="anna")
    assert [event.id for event in ledger.events(standing="open")] == [other]
    with pytest.raises(UsageError, match="one event already"):
        ledger.keep_apart(one, author="anna")


def test_the_text_of_a_document(ledger: Ledger, row: ReportRow) -> None:
    assert row.quote in ledger.text(row.document.hash)


def test_taking_back_only_what_one_decided_oneself(ledger: Ledger, row: ReportRow) -> None:
    (made,) = ledger.accept(row.id, author="anna")
    with pytest.raises(NotAllowedError, match=r"anna decided this; nothing was changed"):
        ledger.undo(made.action, author="ben", own=True)
    assert now(ledger, row).verdict == "accept"
    assert ledger.undo(made.action, author="anna", own=True)[0].undone_by == "anna"

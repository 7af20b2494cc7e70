"""Counts: the number, the rule, what is doubtful and why, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from demarche.analysis import Answer, count
from demarche.errors import UsageError
from demarche.ledger import Ledger

P, T, L, R, Z, W = (
    "Vladimir Putin",
    "Donald Trump",
    "Sergey Lavrov",
    "Marco Rubio",
    "Volodymyr Zelenskyy",
    "Steve Witkoff",
)
US, RU = "United States", "Russia"
Fill = Callable[..., Ledger]


def reasons(answer: Answer) -> list[str]:
    return [doubtful.reason for doubtful in answer.doubtful]


def test_several_reports_of_one_call_count_once(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T)), row((T, P), publisher="Herald"), row((P, T), day="2025-05-19"))
    answer = count(ledger, between="Putin", and_="Trump", type="call", period="2025")
    assert answer.value == 2
    assert [len(contact.reports) for contact in answer.rows] == [2, 1]
    assert answer.rule == (
        "2 calls between Vladimir Putin and Donald Trump, 1 Jan – 31 Dec 2025, held; reports of one event count once"
    )


def test_people_are_counted_as_people_and_states_as_sides(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T)), row((L, R)), row((P, W), type="meeting"), row((Z, T)), row((RU, US), day="2025-04-01"))
    assert count(ledger, between="Putin", and_="Trump").value == 1
    assert count(ledger, between="Putin", and_=("Trump", "Witkoff")).value == 2
    assert count(ledger, between="Russia", and_="United States").value == 4
    assert count(ledger, between="Russia", and_="USA", type="call").value == 3
    assert count(ledger, between="Putin").value == 2
    assert count(ledger, between="Ukraine", and_="US").value == 1


def test_one_report_with_several_people_of_a_side_is_one_contact(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, L, T, R), type="summit", day="2025-08-15"), row((P, T), type="meeting", day="2025-08-15"))
    answer = count(ledger, between="Russia", and_="US")
    assert answer.value == 1
    assert answer.rows[0].left == (L, P) and answer.rows[0].right == (T, R)


def test_who_else_took_part_is_told(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, W), type="meeting", day="2025-04-11"), row((P, T, W, L), type="meeting", day="2025-08-15"))
    answer = count(ledger, between="Putin", and_="Witkoff")
    assert [contact.others for contact in answer.rows] == [(), tuple(sorted((T, L)))]
    assert [contact.others for contact in count(ledger, between="Putin").rows] == [(), ()]


DOUBTS = [
    ({"day": None}, "no date"),
    ({"day": "2024-12-31/2025-01-02"}, "may lie outside the period"),
    ({"day": "2025-12-31~"}, "may lie outside the period"),
    ({"day": "../2025-02-01"}, "may lie outside the period"),
    ({"status": "held|denied"}, "claimed by one side, not confirmed"),
    ({"type": "call|meeting"}, "the type is open: call or meeting"),
    ({"type": None}, "its type is not told"),
]


@pytest.mark.parametrize(("what", "reason"), DOUBTS)
def test_what_is_doubtful_is_listed_and_not_counted(fill: Fill, row: Any, what: dict[str, Any], reason: str) -> None:
    answer = count(fill(row((P, T), **what)), between="Putin", and_="Trump", type="call", period="2025")
    assert answer.value == 0 and len(answer.doubtful) == 1
    assert reason in answer.doubtful[0].reason


OUT = [
    {"status": "planned"},
    {"status": "proposed"},
    {"status": "cancelled"},
    {"status": "denied"},
    {"status": None},
    {"type": "meeting"},
    {"type": "meeting|summit"},
    {"day": "2024-11-07"},
    {"day": "2026"},
    {"kind": "statement"},
    {"who": (P, Z)},
]


@pytest.mark.parametrize("what", OUT)
def test_what_does_not_belong_is_not_there_at_all(fill: Fill, row: Any, what: dict[str, Any]) -> None:
    answer = count(fill(row(**({"who": (P, T)} | what))), between="Putin", and_="Trump", type="call", period="2025")
    assert (answer.value, answer.rows, answer.doubtful) == (0, (), ())


def test_a_denial_by_another_source_makes_a_contact_doubtful(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T)), row((P, T), status="denied", publisher="Herald"))
    answer = count(ledger, between="Putin", and_="Trump")
    assert (answer.value, reasons(answer)) == (0, ["denied according to Herald"])


def test_planned_and_then_held_is_one_held_contact(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T), status="planned", published="2025-03-16"), row((P, T)))
    assert count(ledger, between="Putin", and_="Trump").value == 1
    assert count(ledger, between="Putin", and_="Trump", status="planned").value == 1


def test_a_loose_date_joins_the_one_contact_it_fits(fill: Fill, row: Any) -> None:
    ledger = fill(
        row((P, T), day="2025-03-18"), row((P, T), day="2025-03-19~"), row((P, T), day="2025-03-17/2025-03-20")
    )
    answer = count(ledger, between="Putin", and_="Trump")
    assert answer.value == 1 and answer.doubtful == ()
    assert len(answer.rows[0].notes) == 2 and "another date" in answer.rows[0].notes[0]


def test_a_loose_date_that_fits_several_is_doubtful(fill: Fill, row: Any) -> None:
    ledger = fill(
        row((P, T), day="2025-03-18"), row((P, T), day="2025-03-20"), row((P, T), day="2025-03-17/2025-03-21")
    )
    answer = count(ledger, between="Putin", and_="Trump")
    assert answer.value == 2
    assert reasons(answer) == ["its date, 2025-03-17/2025-03-21, is loose: it may be one of 2 others that are counted"]


def test_a_whole_month_never_joins_an_exact_day(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T), day="2025-03-18"), row((P, T), day="2025-03"))
    answer = count(ledger, between="Putin", and_="Trump")
    assert (answer.value, len(answer.doubtful)) == (1, 1)


def test_lengths_are_summed_as_intervals_and_missing_ones_shown_apart(fill: Fill, row: Any) -> None:
    ledger = fill(
        row((P, T), day="2025-02-12", minutes=(90, 90)),
        row((P, T), day="2025-03-18", minutes=(70, 70)),
        row((P, T), day="2025-03-18", minutes=(75, 75), publisher="Herald"),
        row((P, T), day="2025-05-19"),
    )
    durations = count(ledger, between="Putin", and_="Trump").durations
    assert (durations.known, durations.unknown) == (2, 1)
    assert (durations.minutes_min, durations.minutes_max) == (160, 165)


def test_an_open_length_leaves_the_sum_open(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T), minutes=(120, None)), row((P, T), day="2025-05-19", minutes=(60, 60)))
    durations = count(ledger, between="Putin", and_="Trump").durations
    assert (durations.known, durations.minutes_min, durations.minutes_max) == (2, 180, None)


def test_breakdowns(fill: Fill, row: Any) -> None:
    ledger = fill(
        row((P, T), day="2025-02-12"),
        row((P, T), day="2025-02-28", type="message"),
        row((P, Z), day="2025-05-19"),
        row((P, T, Z), day="2025-05-30/2025-06-02", type="meeting"),
    )
    assert count(ledger, between="Putin", by="month").breakdown == (("2025-02", 2), ("2025-05", 1), ("unclear", 1))
    assert count(ledger, between="Putin", by="counterpart").breakdown == ((T, 3), (Z, 2))
    assert count(ledger, between="Putin", by="type").breakdown == (("call", 2), ("meeting", 1), ("message", 1))


def test_a_rejected_report_is_not_counted(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T)))
    ledger.decide(ledger.reports()[0].id, "reject", author="anna")
    assert count(ledger, between="Putin", and_="Trump").value == 0


def test_coverage_says_where_the_documents_end(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T)), row((P, Z), published=None))
    covered = count(ledger, between="Putin", period="2025").coverage
    assert (covered.documents, covered.first, covered.last, covered.undated) == (2, "2025-03-19", "2025-03-19", 1)
    assert covered.notes == ("no documents before 19 Mar 2025", "no documents after 19 Mar 2025")
    assert count(ledger, between="Putin", period="2025-03-19").coverage.notes == ()
    assert count(fill(), between="Putin").coverage.notes == ("the ledger has no dated documents",)


RULES = [
    ("2025-01-01/2025-10-17", "1 Jan – 17 Oct 2025"),
    ("2025-03", "1 Mar 2025 – 31 Mar 2025"),
    ("2024-11-07/2025-01-20", "7 Nov 2024 – 20 Jan 2025"),
    ("../2025-10-17", "until 17 Oct 2025"),
    ("2025-10-17/..", "from 17 Oct 2025"),
    ("2025-10-17", "17 Oct 2025"),
    (None, "all dates"),
]


@pytest.mark.parametrize(("period", "words"), RULES)
def test_the_rule_in_words(fill: Fill, row: Any, period: str | None, words: str) -> None:
    answer = count(fill(row((P, T))), between="Putin", and_="US", period=period)
    assert words.replace("1 Mar 2025 –", "1 Mar –") in answer.rule
    assert "US (everybody who stands for it: Donald Trump)" in answer.rule


def test_a_name_that_fits_several_people_is_spelled_out(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T)), row((P, "Melania Trump"), type="message"))
    answer = count(ledger, between="Putin", and_="Trump")
    assert answer.value == 2 and "Donald Trump and Melania Trump" in answer.rule


def test_nobody_of_that_name_is_said(fill: Fill, row: Any) -> None:
    answer = count(fill(row((P, T))), between="Putin", and_="Merkel")
    assert answer.value == 0 and "Merkel (not in this ledger)" in answer.rule
    assert answer.and_[0].rule == "nobody"


@pytest.mark.parametrize("asked", [{"period": "last year"}, {"by": "weekday"}])
def test_what_cannot_be_understood_is_said(fill: Fill, row: Any, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        count(fill(row((P, T))), between="Putin", **asked)


def test_the_type_that_most_reports_give_decides(fill: Fill, row: Any) -> None:
    told = [row((P, W), type=kind, day="2025-08-15", publisher=kind + name) for kind, name in SUMMITS]
    ledger = fill(*told)
    assert count(ledger, between="Putin", and_="Witkoff", type="summit").value == 1
    answer = count(ledger, between="Putin", and_="Witkoff", type="meeting")
    assert answer.value == 0
    assert reasons(answer) == ["summit according to most, meeting according to meetingC"]


SUMMITS = (("summit", "A"), ("summit", "B"), ("meeting", "C"))

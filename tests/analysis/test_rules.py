"""The rule of a count, field by field: who tells, who stands for it, days, zones, sides; and what would change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from demarche.analysis import Answer, CountingRule, count
from demarche.errors import UsageError
from demarche.ledger import Ledger

P, T, W, Z, L, R = (
    "Vladimir Putin",
    "Donald Trump",
    "Steve Witkoff",
    "Volodymyr Zelenskyy",
    "Sergey Lavrov",
    "Marco Rubio",
)
KREMLIN, WHITE_HOUSE = "Kremlin", "The White House"
Fill = Callable[..., Ledger]


def asked(ledger: Ledger, period: str | None = None, **rule: Any) -> Answer:
    return count(ledger, between="Putin", and_="Trump", period=period, rule=CountingRule(**rule))


def reasons(answer: Answer) -> list[str]:
    return [item.reason for item in answer.left_out]


def words(answer: Answer) -> list[tuple[int, str]]:
    return [(change.value, change.words) for change in answer.changes]


@pytest.fixture
def told(fill: Fill, row: Any) -> Ledger:
    """A call told by both governments, one by the Kremlin only, one by an outlet only."""
    return fill(
        row((P, T), day="2025-02-12", publisher=KREMLIN),
        row((P, T), day="2025-02-12", publisher=WHITE_HOUSE),
        row((P, T), day="2025-05-19", publisher=KREMLIN),
        row((P, T), day="2025-06-14", publisher="Gazette"),
    )


SOURCES = [("any", 3), ("official", 2), ("both", 1)]


@pytest.mark.parametrize(("sources", "value"), SOURCES)
def test_who_must_tell_of_it(told: Ledger, sources: str, value: int) -> None:
    answer = asked(told, sources=sources)
    assert answer.value == value
    assert len(answer.left_out) == 3 - value
    others = {change.value for change in answer.changes}
    assert others == {n for _, n in SOURCES} - {value} | {0}  # 0: nobody confirmed any


def test_the_reasons_name_who_is_silent(told: Ledger) -> None:
    assert reasons(asked(told, sources="official")) == ["no official source tells of it (only Gazette)"]
    assert reasons(asked(told, sources="both"))[0] == "no official source that speaks for Donald Trump"


def test_only_what_a_person_confirmed(told: Ledger) -> None:
    told.accept(told.reports()[0].id, author="anna")
    answer = asked(told, confirmed=True)
    assert (answer.value, [c.standing for c in answer.rows]) == (1, ["confirmed"])
    assert reasons(answer) == ["found by the machine, confirmed by nobody"] * 2
    assert (3, "if what nobody confirmed counts too") in words(answer)


def test_a_rejected_event_counts_under_no_rule(told: Ledger) -> None:
    (last,) = (row for row in told.reports() if row.document.publisher == "Gazette")
    told.reject(last.id, author="anna")
    assert [asked(told, sources=sources).value for sources, _ in SOURCES] == [2, 2, 1]


def test_one_per_pair_and_day(fill: Fill, row: Any) -> None:
    ledger = fill(
        row((P, T), day="2025-02-12"),
        row((P, T), day="2025-02-12", type="message"),
        row((L, R), day="2025-02-12"),
        row((P, T), day="2025-02"),
    )
    rule = CountingRule(per_day=True)
    answer = count(ledger, between="Russia", and_="US", rule=rule)
    assert (answer.value, len(answer.left_out)) == (count(ledger, between="Russia", and_="US").value - 1, 1)
    assert "another contact of this pair on 12 Feb 2025 is counted" in reasons(answer)
    assert any("if every contact of a day counts" in text for _, text in words(answer))


def test_persons_or_sides(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T), day="2025-02-12"), row(("Russia", "United States"), day="2025-03-20", type="talks"))
    answers = [count(ledger, between="Russia", and_="US", rule=CountingRule(persons=persons)) for persons in (0, 1)]
    assert [answer.value for answer in answers] == [2, 1]
    assert reasons(answers[1]) == ["no person is named on one side"]


def test_without_contacts_of_a_third_side(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T), day="2025-02-12"), row((P, T, Z), day="2025-08-18", type="meeting"))
    assert asked(ledger).value == 2
    answer = asked(ledger, bilateral=True)
    assert (answer.value, reasons(answer)) == (1, ["others took part: Volodymyr Zelenskyy"])
    assert words(answer)[-1] == (2, "with contacts in which a third side took part")


ZONES = [
    ("at 11:30 p.m. Moscow time", "2024-12-31", "Gazette", "Asia/Tokyo", 1),
    ("at 11:30 p.m. Moscow time", "2024-12-31", "Gazette", "Europe/Moscow", 0),
    ("at 8 p.m. EST", "2024-12-31", "Gazette", "Europe/Moscow", 1),
    ("at 1 a.m. Moscow time", "2025-01-01", "Gazette", "America/New_York", 0),
    ("", "2025-01-01", KREMLIN, "Europe/Moscow", 1),
    ("", "2025-06-01", "Gazette", "Europe/Moscow", 1),
]


@pytest.mark.parametrize(("said", "day", "publisher", "zone", "value"), ZONES)
def test_the_day_is_that_of_the_zone(
    fill: Fill, row: Any, said: str, day: str, publisher: str, zone: str, value: int
) -> None:
    ledger = fill(row((P, T), day=day, publisher=publisher, words=said))
    answer = asked(ledger, period="2025", zone=zone)
    assert (answer.value, answer.doubtful) == (value, ())
    assert f"days of {zone}" in answer.rule


def test_a_day_at_the_edge_is_doubtful_where_nobody_tells_the_hour(fill: Fill, row: Any) -> None:
    answer = asked(fill(row((P, T), day="2025-01-01")), period="2025", zone="Asia/Tokyo")
    assert answer.value == 0
    assert "in Asia/Tokyo it may be the day before or after" in answer.doubtful[0].reason


def test_several_types_are_one_question(fill: Fill, row: Any) -> None:
    ledger = fill(
        row((P, T), day="2025-02-12"),
        row((P, T), day="2025-08-15", type="meeting"),
        row((P, T), day="2025-03-01", type="call|meeting"),
        row((P, T), day="2025-04-01", type="message"),
    )
    answer = count(ledger, between="Putin", and_="Trump", type=("call", "meeting"))
    assert answer.value == 3 and answer.rule.startswith("3 calls or meetings between")


def test_until_cuts_the_period_off(told: Ledger) -> None:
    answer = count(told, between="Putin", and_="Trump", period="2025", until="2025-05-19")
    assert answer.value == 2 and "1 Jan – 19 May 2025" in answer.rule
    assert count(told, between="Putin", and_="Trump", until="2025-02").value == 1


def test_doubtful_contacts_would_change_the_number(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T)), row((P, T), day="2025-06-17", status="held|denied", publisher="Herald"))
    assert (
        2,
        "if the call of 17 Jun 2025, told by Herald, is counted (held|denied: claimed by one side, not confirmed)",
    ) in words(asked(ledger))


def test_two_calls_a_day_apart_are_two_and_the_answer_says_what_they_would_be_as_one(fill: Fill, row: Any) -> None:
    answer = asked(fill(row((P, T), day="2025-12-28"), row((P, T), day="2025-12-29", publisher="Herald")))
    assert answer.value == 2 and answer.doubtful == ()
    assert (1, "if the call of 28 Dec 2025 and the call of 29 Dec 2025 are one") in words(answer)


def test_every_change_of_rule_is_what_the_count_gives_under_it(told: Ledger) -> None:
    by_words = {text: value for value, text in words(asked(told))}
    assert by_words["with at least one official source"] == asked(told, sources="official").value
    assert by_words["with official sources of both sides"] == asked(told, sources="both").value


RULES = [
    ({}, "held; reports of one event count once"),
    ({"status": "planned", "sources": "official"}, "planned; at least one official source; "
     "reports of one event count once"),
    ({"confirmed": True, "per_day": True}, "held; confirmed or entered by a person; one per pair and day"),
    ({"sources": "both", "persons": True}, "held; official sources of both sides; a person named on both sides; "
     "reports of one event count once"),
    ({"bilateral": True, "zone": "UTC"}, "held; nobody of a third side taking part; days of UTC; "
     "reports of one event count once"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "said"), RULES)
def test_a_rule_in_words(rule: dict[str, Any], said: str) -> None:
    assert CountingRule(**rule).words() == said


@pytest.mark.parametrize("rule", [{"sources": "all"}, {"zone": "Moscow"}, {"zone": "../etc"}])
def test_a_rule_that_makes_no_sense_is_refused(rule: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        CountingRule(**rule)


def test_a_rule_is_frozen() -> None:
    assert {field.name for field in fields(CountingRule)} >= {
        "status",
        "types",
        "sources",
        "confirmed",
        "per_day",
        "zone",
    }
    with pytest.raises(AttributeError):
        CountingRule().per_day = True  # type: ignore[misc]

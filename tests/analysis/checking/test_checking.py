"""Claims against small ledgers: supported, contradicted, cannot tell. Every row is one claim."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from demarche.analysis.checking import Claim, check_claim
from demarche.analysis.checking.narrower import narrower
from demarche.ledger import Ledger, Quote
from demarche.model import Lasting, Span

from .conftest import PL, PT, PW, claim

YES, NO, OPEN = "supported", "contradicted", "cannot tell"
Row = tuple[str, Claim, str]


def said(words: str) -> Quote:
    return Quote(Span(0, len(words)), words, "", "")


def hours(least: int | None, most: int | None) -> Lasting:
    return Lasting(least and least * 60, most and most * 60)


POOLED = ("Vladimir Putin", ("Donald Trump", "Steve Witkoff"))

ORDINALS: list[Row] = [
    ("eight", claim("ordinal", 8), YES),
    ("eight", claim("ordinal", 7), NO),
    ("eight", claim("ordinal", 9), OPEN),
    ("eight", claim("ordinal", 1), NO),
    ("seven", claim("ordinal", 8), OPEN),
    ("seven", claim("ordinal", 7), OPEN),  # of 18 August: a text of 16 October may tell of a later call
    ("seven", claim("ordinal", 7, document=False), YES),
    ("seven", claim("ordinal", 7, day="2025-08-20", period="2025-01-01/2025-08-20"), YES),
    ("seven", claim("ordinal", 7, day="2025-08-18", period="2025-01-01/2025-08-18"), YES),
    ("seven", claim("ordinal", 7, day="2025-08-17", period="2025-01-01/2025-08-17"), OPEN),
    ("nine", claim("ordinal", 8), NO),
    ("nine", claim("ordinal", 9), YES),
    ("nine", claim("ordinal", 9, about="2025-10-16"), YES),
    ("nine", claim("ordinal", 8, about="2025-10-16"), NO),
    ("nine", claim("ordinal", 8, about="2025-09-20"), YES),
    ("nine", claim("ordinal", 8, about="2025-09-21"), YES),  # a day more: another capital
    ("nine", claim("ordinal", 7, about="2025-08-18"), YES),
    ("later", claim("ordinal", 8), YES),  # the ninth came after the text
    ("later", claim("ordinal", 9), OPEN),
    ("eight", claim("ordinal", 8, about="2025-10-16"), YES),
    ("eight", claim("ordinal", 7, about="2025-10-16"), NO),
    ("eight", claim("ordinal", 9, about="2025-10-16"), OPEN),
    ("seven", claim("ordinal", 8, about="2025-10-16"), OPEN),  # with the call of the text it would be the eighth
    ("seven", claim("ordinal", 7, about="2025-10-16"), NO),  # seven before it
    ("seven", claim("ordinal", 9, about="2025-10-16"), OPEN),
    ("doubted", claim("ordinal", 8), OPEN),
    ("doubted", claim("ordinal", 7, document=False), YES),
    ("doubted", claim("ordinal", 9), OPEN),
    ("doubted", claim("ordinal", 6), NO),
    ("loose", claim("ordinal", 8), OPEN),
    ("loose", claim("ordinal", 7, day="2025-08-18", period="2025-01-01/2025-08-18"), YES),
    ("planned", claim("ordinal", 8), OPEN),  # planned and denied calls are not held
    ("planned", claim("ordinal", 7, day="2025-08-18", period="2025-01-01/2025-08-18"), YES),
    ("empty", claim("ordinal", 1), OPEN),
    ("empty", claim("ordinal", 8), OPEN),
    ("twoaday", claim("ordinal", 1, about="2025-03-01"), YES),
    ("twoaday", claim("ordinal", 2, about="2025-03-01"), YES),
    ("twoaday", claim("ordinal", 3, about="2025-04-01", period="2025-01-01/2025-04-02", day="2025-04-02"), YES),
    ("twoaday", claim("ordinal", 2, about="2025-04-01", period="2025-01-01/2025-04-02", day="2025-04-02"), OPEN),
    ("eight", claim("ordinal", 1, period=None, day="2025-02-13"), OPEN),  # the first ever: no ledger shows that
    ("eight", claim("ordinal", 1, day="2025-02-13", period="2025-01-01/2025-02-13"), YES),
    ("eight", claim("ordinal", 2, day="2025-06-15", period="2025-06-04/2025-06-15"), YES),  # second in ten days
    ("eight", claim("ordinal", 3, day="2025-06-15", period="2025-06-04/2025-06-15"), OPEN),
    ("eight", claim("ordinal", 1, day="2025-06-15", period="2025-06-04/2025-06-15"), NO),
    ("eight", claim("ordinal", 1, types=("meeting", "summit"), day="2025-08-15", period="2025-01-20/2025-08-15"), YES),
    ("eight", claim("ordinal", 8, sides=("Donald Trump", "Vladimir Putin")), YES),
    ("eight", claim("ordinal", 8, sides=("Russia", "United States")), YES),
    ("eight", claim("ordinal", 8, sides=("Putin", "Trump")), YES),
    (
        "meetings",
        claim("ordinal", 5, sides=PW, types=("meeting",), day="2025-08-07", period="2025-01-01/2025-08-07"),
        YES,
    ),
    (
        "meetings",
        claim("ordinal", 4, sides=PW, types=("meeting",), day="2025-08-07", period="2025-01-01/2025-08-07"),
        NO,
    ),
    ("retold", claim("ordinal", 8), YES),  # known only from a later document, but held by then
]

COUNTS: list[Row] = [
    ("eight", claim("count", 8), YES),
    ("eight", claim("count", 7), NO),
    ("eight", claim("count", 9), OPEN),
    ("eight", claim("count", 8, relation=">="), YES),
    ("eight", claim("count", 5, relation=">="), YES),
    ("eight", claim("count", 9, relation=">="), OPEN),
    ("eight", claim("count", 8, relation=">"), OPEN),
    ("eight", claim("count", 7, relation=">"), YES),
    ("eight", claim("count", 8, relation="<"), NO),
    ("eight", claim("count", 9, relation="<"), OPEN),  # fewer than nine: only a complete ledger shows that
    ("eight", claim("count", 8, relation="<="), OPEN),
    ("eight", claim("count", 7, relation="<="), NO),
    ("eight", claim("count", 10, relation="~"), YES),
    ("eight", claim("count", 7, relation="~"), YES),
    ("eight", claim("count", 6, relation="~"), NO),
    ("eight", claim("count", 12, relation="~"), OPEN),
    ("seven", claim("count", 8), OPEN),
    ("doubted", claim("count", 8), OPEN),
    ("doubted", claim("count", 7), YES),
    ("doubted", claim("count", 8, relation=">="), OPEN),
    ("doubted", claim("count", 8, relation="<"), OPEN),
    ("doubted", claim("count", 6), NO),
    ("planned", claim("count", 7), YES),
    ("planned", claim("count", 8), OPEN),
    ("loose", claim("count", 7), YES),
    ("loose", claim("count", 8), OPEN),
    ("loose", claim("count", 8, period="../2025-10-16"), YES),
    ("empty", claim("count", 0), OPEN),  # none found shows nothing
    ("empty", claim("count", 3), OPEN),
    ("eight", claim("count", 0), NO),
    ("eight", claim("count", 4, day="2025-06-10", period="2025-01-01/2025-06-10"), YES),
    ("eight", claim("count", 4, day="2025-06-14", period="2025-01-01/2025-06-14"), NO),
    ("eight", claim("count", 2, period="2025-06"), YES),
    ("eight", claim("count", 1, period="2025-05/2025-05"), YES),
    ("eight", claim("count", 8, period=None), YES),
    ("eight", claim("count", 8, period="2025"), YES),
    ("eight", claim("count", 8, period="2024"), OPEN),
    ("later", claim("count", 8), YES),
    ("later", claim("count", 9), OPEN),
    ("later", claim("count", 9, day="2025-11-06", period="2025-01-01/2025-11-06"), YES),
    ("meetings", claim("count", 5, sides=PW, types=("meeting", "summit")), OPEN),  # six with the summit
    ("meetings", claim("count", 6, sides=PW, types=("meeting", "summit")), YES),
    ("meetings", claim("count", 4, sides=PW, types=("meeting", "summit")), NO),
    ("meetings", claim("count", 7, sides=PW, types=("meeting", "summit")), OPEN),
    ("meetings", claim("count", 1, sides=PT, types=("meeting", "summit")), YES),
    ("meetings", claim("count", 6, sides=POOLED, types=("meeting", "summit")), YES),  # one attended by both counts once
    ("meetings", claim("count", 1, sides=PT, types=("summit",)), YES),
    ("mixed", claim("count", 4, types=("call", "meeting")), OPEN),  # calls: 4; calls and meetings: 6
    ("mixed", claim("count", 6, types=("call", "meeting")), YES),
    ("mixed", claim("count", 3, types=("call", "meeting")), NO),
    ("mixed", claim("count", 6, types=()), YES),
    ("mixed", claim("count", 2, types=("meeting",)), YES),
    ("twoaday", claim("count", 3), YES),
    ("twoaday", claim("count", 2), OPEN),  # two days, three calls
    ("twoaday", claim("count", 1), NO),
    ("retold", claim("count", 8), YES),
    ("eight", claim("count", 8, sides=("Vladimir Putin", "Nobody Known")), OPEN),
    ("eight", claim("count", 8, sides=()), OPEN),
    ("eight", claim("count", None), OPEN),
    ("eight", claim("count", 8, sides=("Donald Trump",)), YES),
    ("eight", claim("count", 8, day=None, period=None), OPEN),
]

DURATIONS: list[Row] = [
    ("hours", claim("duration", hours(7, None), relation=">"), YES),  # 7 h 20 in four calls
    ("hours", claim("duration", hours(8, None), relation=">"), OPEN),
    ("hours", claim("duration", hours(7, 7)), YES),
    ("hours", claim("duration", hours(7, 7), relation="~"), YES),
    ("hours", claim("duration", hours(6, 6), relation="~"), YES),
    ("hours", claim("duration", hours(5, 5), relation="~"), NO),
    ("hours", claim("duration", hours(9, 9), relation="~"), YES),
    ("hours", claim("duration", hours(12, 12), relation="~"), OPEN),
    ("hours", claim("duration", hours(5, 5)), NO),
    ("hours", claim("duration", hours(9, 9)), OPEN),
    ("hours", claim("duration", hours(6, 8)), YES),
    ("hours", claim("duration", hours(5, None), relation="<"), NO),
    ("hours", claim("duration", hours(16, None), relation=">", sides=POOLED, types=()), YES),
    ("hours", claim("duration", hours(17, None), relation=">", sides=POOLED, types=()), OPEN),  # 16 h 20 to 17 h 20
    ("hours", claim("duration", hours(18, None), relation=">", sides=POOLED, types=()), OPEN),
    ("hours", claim("duration", hours(15, 18), sides=POOLED, types=()), YES),
    ("hours", claim("duration", hours(3, 3), day="2025-03-01", period="2025-01-01/2025-03-01"), OPEN),
    ("hours", claim("duration", hours(1, 2), day="2025-03-01", period="2025-01-01/2025-03-01"), YES),
    ("unknown", claim("duration", hours(3, None), relation=">"), YES),
    ("unknown", claim("duration", hours(4, None), relation=">"), OPEN),  # one has no length
    ("unknown", claim("duration", hours(3, 4)), OPEN),
    ("unknown", claim("duration", hours(2, 2)), NO),
    ("unknown", claim("duration", hours(3, None), relation="<"), NO),
    ("unknown", claim("duration", hours(5, None), relation="<"), OPEN),
    ("open", claim("duration", hours(3, None), relation=">="), YES),
    ("open", claim("duration", hours(4, None), relation=">="), OPEN),
    ("open", claim("duration", hours(2, 2)), NO),
    ("open", claim("duration", hours(3, 3)), OPEN),
    ("empty", claim("duration", hours(3, None), relation=">"), OPEN),
]

AGAINST: dict[str, Any] = {"sides": POOLED, "reference": PL, "types": ()}
MINUTES: dict[str, Any] = {**AGAINST, "unit": "minutes"}
COMPARISONS: list[Row] = [
    ("hours", claim("comparison", relation=">", **MINUTES), YES),  # 16 h 20 and more against 5 h 20
    ("hours", claim("comparison", relation="<", **MINUTES), NO),
    ("hours", claim("comparison", relation="~", **MINUTES), NO),
    ("hours", claim("comparison", relation="~", quote=said("three times as long"), **MINUTES), YES),
    ("hours", claim("comparison", relation="~", quote=said("about twice as long"), **MINUTES), NO),
    ("hours", claim("comparison", relation=">", quote=said("more than twice as long as"), **MINUTES), YES),
    ("hours", claim("comparison", relation=">", quote=said("more than four times as long"), **MINUTES), NO),
    ("hours", claim("comparison", relation=">", **AGAINST), YES),  # 7 against 2
    ("hours", claim("comparison", relation="<", **AGAINST), NO),
    ("hours", claim("comparison", relation="~", **AGAINST), NO),
    ("hours", claim("comparison", relation="~", quote=said("twice as often"), **AGAINST), NO),
    ("hours", claim("comparison", relation="~", quote=said("three times as many"), **AGAINST), YES),
    ("unknown", claim("comparison", relation=">", sides=PT, reference=PL, types=(), unit="minutes"), OPEN),
    ("unknown", claim("comparison", relation="~", sides=PT, reference=PL, types=(), unit="minutes"), OPEN),
    ("unknown", claim("comparison", relation=">", sides=PT, reference=PL, types=()), YES),  # 3 against 2
    ("unknown", claim("comparison", relation=">", sides=PL, reference=PT, types=()), NO),
    ("seven", claim("comparison", relation="~", sides=PT, reference=PL), OPEN),  # nothing of the second in 2025
    ("doubted", claim("comparison", relation=">", sides=PT, reference=PL, period="2024/2025-12-31"), YES),
    ("empty", claim("comparison", relation=">", unit="minutes", sides=PT, reference=PL), OPEN),
    ("gappy", claim("comparison", relation="<", sides=PL, reference=PT, period="2025-03/2025-05"), OPEN),
    (
        "gappy",
        claim("comparison", relation=">", sides=PT, reference=PL, day="2025-05-01", period="2025-02/2025-05-01"),
        OPEN,
    ),
    (
        "eight",
        claim("comparison", relation=">", unit="minutes", reference=PT, quote=said("the longest of the calls")),
        OPEN,
    ),
    ("eight", claim("comparison", relation="<", unit="minutes", reference=PT, quote=said("the shortest")), NO),
    (
        "seven",
        claim("comparison", relation="<", unit="minutes", reference=PT, quote=said("the shortest call yet")),
        YES,
    ),
    ("seven", claim("comparison", relation=">", unit="minutes", reference=PT, quote=said("their longest call")), NO),
    (
        "eight",
        claim("comparison", relation=">", unit="minutes", reference=PT, quote=said("longer than the one before")),
        YES,
    ),
    ("unknown", claim("comparison", relation=">", unit="minutes", reference=PT, quote=said("the longest yet")), OPEN),
    ("eight", claim("comparison", relation=">", sides=PT, reference=()), OPEN),
]

SINCE: dict[str, Any] = {"period": "2025-08-18/2025-10-16"}
RECENCY: list[Row] = [
    ("eight", claim("recency", 1, **SINCE), YES),  # first since 18 August
    ("eight", claim("recency", 1, about="2025-10-16", **SINCE), YES),
    ("nine", claim("recency", 1, **SINCE), NO),
    ("nine", claim("recency", 1, about="2025-10-16", **SINCE), NO),
    ("nine", claim("recency", 1, about="2025-09-20", day="2025-09-21", period="2025-08-18/2025-09-21"), YES),
    ("seven", claim("recency", 1, **SINCE), OPEN),  # the ledger lacks the call itself
    ("seven", claim("recency", 0, **SINCE), YES),  # not since 18 August
    ("eight", claim("recency", 0, **SINCE), NO),
    ("eight", claim("recency", 1, period="2025-07-03/2025-10-16"), NO),
    ("eight", claim("recency", 1, period="2025-09-01/2025-10-16"), OPEN),  # nothing held on 1 September
    ("eight", claim("recency", "2025-08-18", **SINCE), YES),  # the text is of the day of the next call
    ("eight", claim("recency", "2025-08-18", day="2025-10-17", period="2025-08-18/2025-10-17"), NO),
    ("eight", claim("recency", "2025-08-18", day="2025-10-15", period="2025-08-18/2025-10-15"), YES),
    ("eight", claim("recency", "2025-08", day="2025-10-15", period="2025-08/2025-10-15"), YES),
    ("eight", claim("recency", "2025-07-03", day="2025-10-15", period="2025-07-03/2025-10-15"), NO),
    ("eight", claim("recency", "2025-09-09", day="2025-10-15", period="2025-09-09/2025-10-15"), OPEN),
    ("doubted", claim("recency", "2025-08-18", day="2025-10-15", period="2025-08-18/2025-10-15"), OPEN),
    ("planned", claim("recency", "2025-08-18", day="2025-10-15", period="2025-08-18/2025-10-15"), YES),
    ("old", claim("recency", 1, day="2025-02-13", period="2022-03-04/2025-02-13"), YES),
    ("old", claim("recency", 1, day="2025-02-13", period="2022/2025-02-13"), YES),
    ("old", claim("recency", 1, day="2025-02-13", period="2021/2025-02-13"), NO),
    ("gappy", claim("recency", 1, period="2025-02-12/2025-10-16"), OPEN),  # whole months without a document
    (
        "thin",
        claim("recency", 1, day="2025-03-20", period="2025-02-12/2025-03-20"),
        OPEN,
    ),  # no documents after the 19th
    ("thin", claim("recency", 1, day="2025-03-19", period="2025-02-12/2025-03-19"), OPEN),  # nor before the 13th
    ("eight", claim("recency", 1, period=None), OPEN),
    ("empty", claim("recency", 1, **SINCE), OPEN),
]
ROWS = [*ORDINALS, *COUNTS, *DURATIONS, *COMPARISONS, *RECENCY]


def named(row: Row) -> str:
    name, asked, expected = row
    return f"{name}-{asked.type}-{asked.relation}{asked.value}-{expected}"


@pytest.mark.parametrize(("name", "asked", "expected"), ROWS, ids=[named(row) for row in ROWS])
def test_verdicts(ledgers: dict[str, Ledger], name: str, asked: Claim, expected: str) -> None:
    verdict = check_claim(ledgers[name], asked)
    assert verdict.outcome == expected, verdict.sentence
    assert verdict.sentence


COMPLETE: list[Row] = [
    ("seven", claim("ordinal", 8), NO),
    ("eight", claim("ordinal", 9), NO),
    ("eight", claim("ordinal", 8), YES),
    ("eight", claim("count", 9), NO),
    ("eight", claim("count", 9, relation="<"), YES),
    ("eight", claim("count", 8, relation="<="), YES),
    ("doubted", claim("count", 8), OPEN),
    ("doubted", claim("count", 9), NO),
    ("doubted", claim("count", 8, relation="<"), YES),
    ("empty", claim("count", 0), YES),
    ("empty", claim("count", 1), NO),
    ("hours", claim("duration", hours(8, None), relation=">"), NO),
    ("unknown", claim("duration", hours(8, None), relation=">"), OPEN),
    ("thin", claim("recency", 1, day="2025-03-20", period="2025-02-12/2025-03-20"), YES),
    ("eight", claim("ordinal", 1, period=None, day="2025-02-13"), YES),
]


@pytest.mark.parametrize(("name", "asked", "expected"), COMPLETE, ids=[named(row) for row in COMPLETE])
def test_verdicts_of_a_ledger_said_to_be_complete(
    ledgers: dict[str, Ledger], name: str, asked: Claim, expected: str
) -> None:
    verdict = check_claim(ledgers[name], asked, complete=True)
    assert verdict.outcome == expected, verdict.sentence


AS_OF: list[tuple[str, Claim, str, str]] = [
    ("later", claim("ordinal", 8), "2025-10-16", YES),
    ("later", claim("ordinal", 8), "2025-12-01", NO),
    ("later", claim("ordinal", 9), "2025-11-05", YES),
    ("later", claim("count", 9), "2025-11-30", YES),
    ("later", claim("count", 7), "2025-10-15", YES),
    ("later", claim("count", 8, period="2025-01-01/2025-06-30"), "2025-12-01", OPEN),  # a period of its own stays
]


@pytest.mark.parametrize(("name", "asked", "day", "expected"), AS_OF)
def test_as_of_another_day(ledgers: dict[str, Ledger], name: str, asked: Claim, day: str, expected: str) -> None:
    assert check_claim(ledgers[name], asked, as_of=date.fromisoformat(day)).outcome == expected


def test_the_rows_and_the_doubtful_are_listed(ledgers: dict[str, Ledger]) -> None:
    verdict = check_claim(ledgers["doubted"], claim("count", 8))
    assert [row.date for row in verdict.rows][:2] == ["2025-02-12", "2025-03-18"]
    (doubtful,) = verdict.doubtful
    assert doubtful.contact.date == "2025-09-10"
    assert "not confirmed" in doubtful.reason
    assert "the doubtful one counts" in verdict.needs


def test_what_would_have_to_be_true_is_said(ledgers: dict[str, Ledger]) -> None:
    assert "2 more would have to have taken place" in check_claim(ledgers["seven"], claim("count", 9)).needs
    needs = check_claim(ledgers["unknown"], claim("duration", hours(4, None), relation=">")).needs
    assert "the 1 without a length adds at least 21 min" in needs


def test_later_documents_count_and_are_named(ledgers: dict[str, Ledger]) -> None:
    verdict = check_claim(ledgers["retold"], claim("ordinal", 8))
    assert any(note.startswith("1 of the 8 is known only from documents published later") for note in verdict.notes)


def test_every_rule_stands_beside_the_first(ledgers: dict[str, Ledger]) -> None:
    findings = check_claim(ledgers["eight"], claim("count", 8)).findings
    assert [(f.rule, f.number) for f in findings] == [
        ("all sources", "8"),
        ("at least one official source", "0"),
        ("official sources of both sides", "0"),
        ("confirmed or entered by a person", "0"),
        ("one a day", "8"),
    ]


def test_this_year_is_also_read_as_since_the_inauguration(ledgers: dict[str, Ledger]) -> None:
    asked = claim("ordinal", 8, quote=said("the eighth call this year"))
    readings = {f.reading for f in check_claim(ledgers["eight"], asked).findings}
    assert readings == {"calls, 1 Jan – 16 Oct 2025", "calls, 20 Jan – 16 Oct 2025 (since Donald Trump took office)"}


@pytest.mark.parametrize(
    "words", ["his eighth call this term", "eighth since the inauguration", "since he took office"]
)
def test_a_term_begins_with_the_office(ledgers: dict[str, Ledger], words: str) -> None:
    verdict = check_claim(ledgers["eight"], claim("ordinal", 8, period=None, quote=said(words)))
    assert "since Donald Trump took office on 20 Jan 2025" in verdict.understood
    assert verdict.outcome == YES


def test_a_first_since_the_office_is_the_first_of_a_term(ledgers: dict[str, Ledger]) -> None:
    asked = claim("recency", 1, period=None, day="2025-02-13", quote=said("the first since Mr. Trump took office"))
    assert check_claim(ledgers["eight"], asked).outcome == YES
    later = claim("recency", 1, period=None, day="2025-03-19", quote=said("the first since Mr. Trump took office"))
    assert check_claim(ledgers["eight"], later).outcome == NO


def test_the_sentence_stands_by_itself(ledgers: dict[str, Ledger]) -> None:
    assert check_claim(ledgers["eight"], claim("ordinal", 8)).sentence == (
        "Supported: the eighth call between Vladimir Putin and Donald Trump, 1 Jan – 16 Oct 2025. The eighth is of"
        " 16 Oct 2025. Counted: calls, 1 Jan – 16 Oct 2025, held; all sources. Not borne out by at least one official"
        " source (0); official sources of both sides (0); confirmed or entered by a person (0)."
    )


def test_what_it_depends_on_is_said(ledgers: dict[str, Ledger]) -> None:
    verdict = check_claim(ledgers["meetings"], claim("count", 5, sides=PW, types=("meeting", "summit")))
    assert verdict.sentence.endswith(
        "It depends on what counts: supported as meetings without summits, 1 Jan – 16 Oct 2025 (5), contradicted as"
        " meetings, 1 Jan – 16 Oct 2025 (6)."
    )


NARROWER = [
    ("the third meeting in Moscow between Putin and Witkoff", "in Moscow"),
    ("the call, the eighth between the two this year, took place at the request of Moscow", ""),
    ("Wednesday's meeting in Moscow was their fifth of the year", ""),
    ("twice at the request of Ankara", "at the request of Ankara"),
    ("the first by a Chinese leader in 14 years", "by a Chinese leader"),
    ("the first on our side of the border", "on our side of the border"),
    ("the fifth meeting in April", ""),
    ("they have met in person once since, on Aug. 15 in Anchorage", ""),
    ("the eighth call this year", ""),
    ("Lukashenko has hosted Putin twice this year", "hosted"),
    ("Four of the six calls were long", "of the six"),
    ("Five calls between the two were initiated by Moscow", "initiated by Moscow"),
    ("The two have never met in Moscow", "in Moscow"),
    ("The two have never met in May", ""),
]


@pytest.mark.parametrize(("words", "expected"), NARROWER)
def test_words_that_narrow_a_claim(words: str, expected: str) -> None:
    assert narrower(words) == expected


def test_a_narrower_claim_is_not_decided(ledgers: dict[str, Ledger]) -> None:
    asked = claim("ordinal", 3, sides=PW, types=("meeting",), quote=said("the third meeting in Moscow"))
    verdict = check_claim(ledgers["meetings"], asked)
    assert verdict.outcome == OPEN
    assert "“in Moscow”" in verdict.sentence


def test_a_pair_that_the_sentence_does_not_name_is_said(ledgers: dict[str, Ledger]) -> None:
    verdict = check_claim(ledgers["nine"], claim("count", 8, named=False))
    assert verdict.outcome == NO
    assert any("does not name both sides" in note for note in verdict.notes)
    verdict = check_claim(ledgers["nine"], claim("count", 8, named=False, anchored=False))
    assert verdict.outcome == OPEN
    assert "the text may mean others" in verdict.sentence


def test_there_are_enough_rows() -> None:
    assert len(ROWS) + len(COMPLETE) + len(AS_OF) >= 120

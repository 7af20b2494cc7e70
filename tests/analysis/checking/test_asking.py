"""Questions in plain words, answered from small ledgers; and lines typed for `check`, from words to verdict."""

from __future__ import annotations

import pytest

from demarche.checks import ask, check
from demarche.errors import UsageError
from demarche.ledger import Ledger

DAY = "2025-10-16"

QUESTIONS: list[tuple[str, str, int | str | None]] = [
    ("eight", "how many times did Putin and Trump speak by phone in 2025?", 8),
    ("eight", "How many calls between Putin and Trump this year?", 8),
    ("eight", "how many calls between putin and trump in 2025", 8),
    ("eight", "How many phone calls have Putin and Trump had since March 2025?", 7),
    ("eight", "How many calls did Putin and Trump have in June 2025?", 2),
    ("eight", "How many calls did Putin and Trump have between May and July 2025?", 4),
    ("eight", "How many calls did Putin and Trump have before 1 June 2025?", 3),
    ("eight", "How many calls were there between Russia and the United States in 2025?", 8),
    ("eight", "How often have Putin and Trump met in person this year?", 1),
    ("eight", "How often has Trump called Putin since the inauguration?", 8),
    ("eight", "number of calls between Putin and Trump in the first half of 2025", 5),
    ("eight", "count the calls between Putin and Trump in 2025", 8),
    ("eight", "How many contacts did Putin and Trump have in 2025?", 9),
    ("eight", "How many calls did Putin and Trump have in 2024?", 0),
    ("mixed", "How many times did Putin and Trump speak in 2025?", 6),
    ("meetings", "How many times has Putin met Witkoff this year?", 6),
    ("meetings", "how many meetings did putin have with witkoff in april 2025?", 2),
    ("meetings", "When did Putin last meet Witkoff?", "2025-08-15"),
    ("meetings", "When did Putin first meet Witkoff in 2025?", "2025-02-11"),
    ("meetings", "when was the last time Putin met Witkoff before August 2025?", "2025-04-25"),
    ("eight", "When did Putin and Trump last speak by phone?", "2025-10-16"),
    ("eight", "What was the last call between Putin and Trump before June 2025?", "2025-05-19"),
    ("empty", "When did Putin and Lukashenko last speak by phone?", "2024-06-01"),
    ("eight", "How long did Putin and Trump talk by phone in 2025?", "12 h 20"),
    ("eight", "How many hours of calls did Putin and Trump have in 2025?", "12 h 20"),
    ("hours", "How much time has Putin spent with Trump and Witkoff this year?", "16 h 20 to 17 h 20"),
    ("unknown", "How many hours did Putin and Trump talk by phone this year?", "3 h 20 to 3 h 40"),
    ("meetings", "Who has Putin met most often in 2025?", "Steve Witkoff"),
    ("meetings", "With whom did Putin have most meetings this year?", "Steve Witkoff"),
    ("eight", "Which was the longest call between Putin and Trump in 2025?", None),  # two of 2 h 30
    ("seven", "Which was the longest call between Putin and Trump in 2025?", "2025-03-18"),
    ("eight", "How many calls were there between the Kremlin and the White House in 2025?", 8),
    ("hours", "Did Putin speak or meet with Lukashenko more often than with Trump in 2025?", "no"),
    ("meetings", "Has Trump met Putin more often than Witkoff has?", "cannot tell"),  # without the summit: none
    ("eight", "Which was the shortest call between Putin and Trump in 2025?", "2025-08-18"),
    ("eight", "When did Putin and Trump speak by phone in June 2025?", 2),
    ("eight", "list the calls between Putin and Trump in 2025", 8),
    ("placed", "Who called whom in the calls between Putin and Trump in 2025?", "Donald Trump"),
    ("eight", "Did Putin and Trump speak by phone in March 2025?", "yes"),
    ("eight", "Did Putin and Trump meet in April 2025?", None),
    ("eight", "Have Putin and Trump ever met?", "yes"),
    ("eight", "Was there a call between Putin and Trump in July 2025?", "yes"),
    ("eight", "Was it the eighth call between Putin and Trump this year?", "yes"),
    ("nine", "Was it the eighth call between Putin and Trump this year?", "no"),
    ("seven", "Was it the eighth call between Putin and Trump this year?", "cannot tell"),
    ("eight", "Is it true that Putin and Trump have spoken by phone eight times this year?", "yes"),
    ("eight", "Have Putin and Trump had more than ten calls this year?", "cannot tell"),
    ("hours", "Did Putin spend more time with Trump and Witkoff than with Lukashenko in 2025?", "yes"),
    ("hours", "Has Putin spoken with Lukashenko more often than with Trump in 2025?", "no"),
    ("eight", "How many calls did Putin have with Macron in 2025?", None),
]


@pytest.mark.parametrize(("name", "question", "value"), QUESTIONS, ids=[q for _, q, _ in QUESTIONS])
def test_questions(ledgers: dict[str, Ledger], name: str, question: str, value: int | str | None) -> None:
    reply = ask(ledgers[name], question, as_of=DAY)
    assert reply.value == value, reply.answer
    assert reply.understood
    assert reply.answer.endswith(".")


NOT_UNDERSTOOD = [
    "What is the capital of France?",
    "How many people live in Moscow?",
    "Why did Putin call Trump?",
    "Who is right?",
    "how many calls?",
    "Putin",
    "tell me everything",
    "How many sanctions did Trump impose on Russia?",
    "What did Putin say to Trump?",
    "Will Putin and Trump meet again?",
    "Did Putin speak with Trump after the Alaska summit?",  # a day that nobody tells
    "How many calls between Putin and Trump per month in 2025?",
    "number of days between calls of Putin and Trump?",
    "average length of calls between Putin and Trump in 2025?",
    "How many planned meetings between Putin and Trump?",
    "Are there more calls with Lukashenko than with Trump for Putin?",
    "How many secret calls between Putin and Trump in 2025?",
    "",
]


@pytest.mark.parametrize("question", NOT_UNDERSTOOD)
def test_what_is_not_understood_is_not_guessed(ledgers: dict[str, Ledger], question: str) -> None:
    with pytest.raises(UsageError, match="not understood") as refused:
        ask(ledgers["eight"], question, as_of=DAY)
    assert str(refused.value).count("?") >= 3  # three examples


def test_a_question_says_how_it_was_understood(ledgers: dict[str, Ledger]) -> None:
    reply = ask(ledgers["doubted"], "how many times did Putin and Trump speak by phone in 2025?", as_of=DAY)
    assert reply.understood == "how many calls between Vladimir Putin and Donald Trump, 1 Jan – 16 Oct 2025"
    assert reply.answer == (
        "7 calls between Vladimir Putin and Donald Trump, 1 Jan – 16 Oct 2025, plainly held; 1 more is doubtful."
    )
    assert [n.number for n in reply.numbers] == ["7 to 8", "0", "0", "0", "7 to 8"]


TYPED: list[tuple[str, str, str]] = [
    ("eight", "the eighth phone call between Putin and Trump this year", "supported"),
    ("eight", "eighth call this year between Putin and Trump", "supported"),
    ("eight", "Trump's eighth call with Putin this term", "supported"),
    ("eight", "call number eight between Putin and Trump this year", "supported"),
    ("eight", "the 8th call between putin and trump this year", "supported"),
    ("eight", "the ninth call between Putin and Trump this year", "cannot tell"),
    ("eight", "the seventh call between Putin and Trump this year", "contradicted"),
    ("eight", "eight calls between Putin and Trump in 2025", "supported"),
    ("eight", "Putin and Trump have spoken by phone eight times this year.", "supported"),
    ("eight", "Putin and Trump have spoken by phone at least seven times since the inauguration.", "supported"),
    ("eight", "fewer than eight calls between Putin and Trump in 2025", "contradicted"),
    ("eight", "Putin and Trump have never met.", "contradicted"),
    ("empty", "Putin and Trump have never met.", "cannot tell"),
    ("eight", "the first call between Putin and Trump since 18 August", "supported"),
    ("nine", "the first call between Putin and Trump since 18 August", "contradicted"),
    ("meetings", "Putin and Witkoff last met on 15 August.", "supported"),
    ("meetings", "Putin has met Witkoff six times this year.", "supported"),
    ("meetings", "Putin has met Witkoff five times this year.", "cannot tell"),
    ("meetings", "Putin has met Witkoff four times this year.", "contradicted"),
    ("hours", "Putin has spent more than 15 hours with Trump and Witkoff this year.", "supported"),
    ("hours", "Putin has spent three times as long with Trump and Witkoff as with Lukashenko in 2025.", "supported"),
    ("eight", "Putin and Trump haven't spoken by phone since 18 August.", "contradicted"),
    ("eight", "no calls between Putin and Trump since 16 October 2025", "supported"),
    ("eight", "the shortest call between Putin and Trump this year was on 18 August", "supported"),
    ("eight", "the longest call between Putin and Trump this year was on 19 May", "contradicted"),
    (
        "eight",
        "the longest call between Putin and Trump this year was on 18 March",
        "cannot tell",
    ),  # as long as another
    ("seven", "the longest call between Putin and Trump this year was on 18 March", "supported"),
    ("hours", "Putin has spent as much time with Lukashenko as with Trump and Witkoff in 2025.", "contradicted"),
    ("hours", "more calls between Putin and Lukashenko than between Putin and Trump in 2025", "contradicted"),
    # the stretch of time that the number stands in
    ("eight", "Putin and Trump spoke by phone three times in May and June.", "supported"),
    ("eight", "Putin and Trump spoke by phone only once in the summer.", "contradicted"),
    ("eight", "Putin and Trump spoke by phone five times in the first half of the year.", "supported"),
    ("eight", "Putin and Trump spoke by phone twice last month.", "cannot tell"),
    ("eight", "It has been two months since Putin and Trump last spoke by phone.", "contradicted"),
    ("seven", "It has been two months since Putin and Trump last spoke by phone.", "supported"),
    ("meetings", "Witkoff and Putin met again in August, their fifth meeting.", "supported"),
    ("meetings", "Witkoff and Putin met again in August, their fourth meeting.", "contradicted"),
    ("meetings", "Putin has hosted Witkoff at least twice.", "cannot tell"),
]


@pytest.mark.parametrize(("name", "words", "expected"), TYPED, ids=[words for _, words, _ in TYPED])
def test_typed_lines(ledgers: dict[str, Ledger], name: str, words: str, expected: str) -> None:
    (verdict,) = check(ledgers[name], words, as_of=DAY)
    assert verdict.outcome == expected, verdict.sentence


def test_a_meeting_is_no_call_though_the_line_goes_on_about_the_phone(ledgers: dict[str, Ledger]) -> None:
    words = "Putin and Trump have met once and spoken eight times by phone in 2025."
    found = check(ledgers["eight"], words, as_of=DAY)
    assert [(v.understood.split(" between")[0], str(v.outcome)) for v in found] == [
        ("1 meeting", "supported"),
        ("8 calls", "supported"),
    ]


def test_a_line_without_names_says_what_to_add(ledgers: dict[str, Ledger]) -> None:
    (verdict,) = check(ledgers["eight"], "the two have met five times", as_of=DAY)
    assert "name both sides" in verdict.sentence


def test_a_line_may_make_two_claims(ledgers: dict[str, Ledger]) -> None:
    found = check(ledgers["mixed"], "four calls and two meetings between Putin and Trump in 2025", as_of=DAY)
    assert [(v.understood.split(" between")[0], str(v.outcome)) for v in found] == [
        ("4 calls", "supported"),
        ("2 meetings", "supported"),
    ]


@pytest.mark.parametrize("words", ["The weather was fine in Moscow.", "Putin and Trump spoke by phone on Thursday."])
def test_no_claim_no_verdict(ledgers: dict[str, Ledger], words: str) -> None:
    assert check(ledgers["eight"], words, as_of=DAY) == ()


def test_a_text_tells_of_its_own_day(ledgers: dict[str, Ledger]) -> None:
    text = (
        "Russian President Vladimir Putin and US President Donald Trump spoke by telephone on Thursday. "
        "It was their eighth call this year."
    )
    (verdict,) = check(ledgers["later"], text, date="2025-10-17")
    assert verdict.outcome == "supported", verdict.sentence
    (verdict,) = check(ledgers["later"], text, date="2025-11-07")
    assert verdict.outcome == "contradicted", verdict.sentence


def test_an_unclear_day_is_refused(ledgers: dict[str, Ledger]) -> None:
    with pytest.raises(UsageError):
        check(ledgers["eight"], "eight calls between Putin and Trump", as_of="10/11/2025")


def test_nothing_is_refused(ledgers: dict[str, Ledger]) -> None:
    with pytest.raises(UsageError, match="nothing to check"):
        check(ledgers["eight"], " ")


def test_a_word_that_is_neither_file_nor_claim(ledgers: dict[str, Ledger]) -> None:
    with pytest.raises(UsageError, match="no such file"):
        check(ledgers["eight"], "nowhere/draft.txt")


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) + len(NOT_UNDERSTOOD) >= 40


def test_checking_a_line_takes_no_time(ledgers: dict[str, Ledger]) -> None:
    """Judging alone, the reading apart: far below what a person notices."""
    from datetime import date
    from time import perf_counter

    from demarche.analysis.checking import check_claim

    from .conftest import claim

    asked = claim("ordinal", 8)
    check_claim(ledgers["eight"], asked)
    spent = []
    for _ in range(5):
        start = perf_counter()
        check_claim(ledgers["eight"], asked, as_of=date(2025, 10, 16))
        spent.append(perf_counter() - start)
    assert min(spent) < 0.2

"""Texts with what was found marked in them: the characters, marks removed, are exactly the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.export.annotated import Mark, Segment, marks_of, merged, segments
from demarche.model import Field, Lasting, Report, Span

TEXT = "Anna Orsted rang Bo Tamm on Monday; they spoke for an hour [applause]."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mark(words: str, name: str, number: int = 0) -> Mark:
    return Mark(span(words), name, "contact" if number else "", number)


def plain(*marks: Mark, text: str = TEXT) -> str:
    return "".join(s.words for s in segments(text, marks, brackets=True))


BRACKETS = [
    ((), TEXT.replace("[applause]", r"\[applause\]")),
    ((mark("rang Bo Tamm", "call", 1),), "Anna Orsted [call 1: rang Bo Tamm] on Monday"),
    ((mark("Bo Tamm", "who"), mark("rang Bo Tamm", "call", 1)), "[call 1: rang [who: Bo Tamm]] on"),
    ((mark("Bo Tamm", "who"), mark("Bo Tamm on Monday", "call", 1)), "[call 1: [who: Bo Tamm] on Monday]"),
    ((mark("Bo Tamm", "who"), mark("Bo Tamm", "call", 1)), "rang [call 1: [who: Bo Tamm]] on"),
    ((mark("Orsted rang Bo", "call", 1), mark("Bo Tamm", "who")),
     "Anna [call 1: Orsted rang [who: Bo]][who:  Tamm] on"),
    ((mark("Orsted rang Bo", "call", 1), mark("rang Bo Tamm", "call", 2)),
     "Anna [call 1: Orsted [call 2: rang Bo]][call 2:  Tamm] on"),
    ((mark("Anna Orsted", "who"), mark("Bo Tamm", "who")), "[who: Anna Orsted] rang [who: Bo Tamm] on"),
    ((Mark(Span(5, 5), "who"), Mark(Span(-1, 4), "who"), Mark(Span(60, 900), "who")), "Anna Orsted rang Bo Tamm on"),
]  # fmt: skip


@pytest.mark.parametrize(("marks", "part"), BRACKETS)
def test_brackets(marks: tuple[Mark, ...], part: str) -> None:
    assert part in plain(*marks)


def test_a_text_cannot_feign_a_mark() -> None:
    assert plain(text=r"[call 1: \x]") == r"\[call 1: \\x\]"


def test_style_and_number_without_brackets() -> None:
    call, name = mark("rang Bo Tamm", "call", 12), mark("Bo Tamm", "who")
    assert segments(TEXT, [name, call])[:4] == [
        Segment("Anna Orsted "),
        Segment("rang ", (call,)),
        Segment("Bo Tamm", (call, name)),
        Segment("¹²", inserted=True),
    ]


def test_two_rows_that_end_together() -> None:
    found = segments(TEXT, [mark("rang Bo Tamm", "call", 1), mark("Bo Tamm", "meeting", 2)])
    assert [s.words for s in found if s.inserted] == ["¹ ²"]


def test_marks_of_reports() -> None:
    fields = (
        Field("participants", "Anna Orsted", (span("Anna Orsted"),)),
        Field("participants", "Bo Tamm", (span("Bo Tamm"),)),
        Field("date", "2025-03-03", (span("Monday"),)),
        Field("duration", Lasting(60, 60), (span("an hour"),)),
        Field("about", "the applause", (span("applause"),)),
        Field("value", 3, (span("they"),)),
        Field("place", "Riga", reason="title"),
    )
    call = Report("d", "contact", "call", "held", (span("Anna Orsted rang"), span("rang Bo Tamm")), fields)
    said = Report("d", "statement", "direct", None, (span("they spoke"),), fields[:1])
    assert marks_of([call, said]) == [
        Mark(span("Anna Orsted rang Bo Tamm"), "call", "contact", 1),
        mark("Anna Orsted", "who"),
        mark("Bo Tamm", "who"),
        mark("Monday", "date"),
        mark("an hour", "length"),
        Mark(span("they spoke"), "statement", "statement", 2),
    ]


def test_spans_that_touch_are_one() -> None:
    assert merged([Span(5, 9), Span(0, 3), Span(3, 4), Span(6, 7)]) == [Span(0, 4), Span(5, 9)]


SPANS = st.tuples(st.integers(-2, 40), st.integers(-2, 40)).map(lambda ends: Span(*ends))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(["call", "who"]), st.sampled_from(["", "contact"]),
                           st.integers(0, 12)), max_size=8)  # fmt: skip


def unmarked(words: str) -> str:
    """What is left of a bracketed text: marks removed, its own brackets as they were."""
    return re.sub(r"\\([\[\]\\])|\[(?:call|who)(?: \d+)?: |\]", lambda m: m[1] or "", words)


@given(st.text(alphabet=st.sampled_from("ab [:]\\\n1"), max_size=40) | st.text(max_size=40), MARKS)
def test_marks_removed_it_is_exactly_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(s.words for s in segments(text, marks) if not s.inserted) == text
    bracketed = segments(text, marks, brackets=True)
    assert unmarked("".join(s.words for s in bracketed)) == text
    opened = sum(s.words != "]" for s in bracketed if s.inserted)
    assert opened == sum(s.words == "]" for s in bracketed if s.inserted)


@given(st.text(alphabet="abc ", min_size=1, max_size=40), MARKS)
def test_every_character_is_under_its_marks(text: str, marks: list[Mark]) -> None:
    at = 0
    whole = [m for m in marks if 0 <= m.span.start < m.span.end <= len(text)]
    for segment in segments(text, marks):
        if not segment.inserted:
            assert set(segment.marks) == {m for m in whole if m.span.start <= at < m.span.end}
            at += len(segment.words)

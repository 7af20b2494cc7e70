"""Quotations found whole: every kind of mark, split, nested, over paragraphs, with damage kept local."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.mentions.quotes import quotations
from demarche.mentions.quotes_verbs import forms

Table = list[tuple[str, list[list[str]]]]

WHOLE: Table = [
    ("“We are ready,” the minister said.", [["We are ready,"]]),
    ('"We are ready," the minister said.', [["We are ready,"]]),
    ("„Wir sind bereit“, sagte er.", [["Wir sind bereit"]]),
    ("„We are ready”, he declared.", [["We are ready"]]),
    ("«We are ready», he declared.", [["We are ready"]]),
    ("‘We are ready,’ the minister said.", [["We are ready,"]]),
    ("'We are ready,' the minister said.", [["We are ready,"]]),
    ("The minister said: “We are ready.”", [["We are ready."]]),
    ('He called it "a gift".', [["a gift"]]),
    ("He called it a “gift” and a “trap”.", [["gift"], ["trap"]]),
    ('(He called it "a gift".)', [["a gift"]]),
    ('The note reads:"Greetings to all."', [["Greetings to all."]]),
    ("‘It’s ours,’ she said.", [["It’s ours,"]]),
    ("'I don't know,' she said, 'and I won't ask.'", [["I don't know,", "and I won't ask."]]),
    ("The so-called “peace corps” left.", [["peace corps"]]),
    ("‚We wait‘, he said.", [["We wait"]]),
    ('"Really?" she asked.', [["Really?"]]),
    ('"Never!" he shouted.', [["Never!"]]),
    ("He said “no”—and left.", [["no"]]),
    ("“Yes”, “no” and “perhaps” were the answers.", [["Yes"], ["no"], ["perhaps"]]),
]

SPLIT: Table = [
    ("“We are ready,” he said. “They are not.”", [["We are ready,", "They are not."]]),
    ('"We are ready," he said, "and they know it."', [["We are ready,", "and they know it."]]),
    ("“We wait,” said Mr. Holm. “Not for long.”", [["We wait,", "Not for long."]]),
    ("“We wait,” the minister told reporters in Oslo. “Not for long.”", [["We wait,", "Not for long."]]),
    ("„We wait”, declared the minister, „but not for long.”", [["We wait", "but not for long."]]),
    ("“For what?” asks the envoy. “Nobody tells us.”", [["For what?", "Nobody tells us."]]),
    ("“We wait,” the spokeswoman, Ada Berg, added. “Not for long.”", [["We wait,", "Not for long."]]),
    ("“One,” he said. “Two,” he said. “Three.”", [["One,"], ["Two,", "Three."]]),
]

NOT_JOINED: Table = [
    ("“We are ready.” He added: “They are not.”", [["We are ready."], ["They are not."]]),
    ("“We are ready,” he said. “They are not,” she replied.", [["We are ready,"], ["They are not,"]]),
    ("“We wait,” he said, thanking the king for his help. “You are a friend.”", [["We wait,"], ["You are a friend."]]),
    ("He spoke of “lines” and she said of “walls” much the same.", [["lines"], ["walls"]]),
    ("“We are ready,” he said. The talks went on. “They are not.”", [["We are ready,"], ["They are not."]]),
    ("They want to “lower hopes”. The president said that he was “calm”.", [["lower hopes"], ["calm"]]),
]

NESTED: Table = [
    ("“He told me, ‘Go home,’ and I went,” she said.", [["He told me, ‘Go home,’ and I went,"], ["Go home,"]]),
    ("\"He said, 'Go home,'\" she recalled.", [["He said, 'Go home,'"], ["Go home,"]]),
    (
        "“He said, ‘No,’ and left,” a source revealed. “Down went the phone.”",
        [["He said, ‘No,’ and left,", "Down went the phone."], ["No,"]],
    ),
    ("‘She said “never” to me,’ he wrote.", [["She said “never” to me,"], ["never"]]),
    ("“The ‘grey zone’ is a sea,” he said.", [["The ‘grey zone’ is a sea,"], ["grey zone"]]),
]

PARAGRAPHS: Table = [
    ("She said: “One thing first.\n\n“And then another.”", [["One thing first.", "And then another."]]),
    ('She said: "One.\n\n"Two.\n\n"Three."', [["One.", "Two.", "Three."]]),
    ("„One.\n\n„Two.“", [["One.", "Two."]]),
]

DAMAGED: Table = [
    ("He said: “We are ready.\n\nThe talks went on. “They are not,” she said.", [["They are not,"]]),
    ('He said: "We are ready.\n\nThe talks went on. "They are not," she said.', [["They are not,"]]),
    ("We are ready,” he said. “They are not.”", [["They are not."]]),
    ("A stray ” stands here. “All well,” he said.", [["All well,"]]),
    ("A stray “ stands here and “all is well,” he said.", [["all is well,"]]),
]

NONE: list[str] = [
    "The minister's aides met the ministers' advisers.",
    "The leaders’ talks dragged on, and the envoys’ patience ended.",
    "It's the '90s again, 'tis said.",
    "Rock 'n' roll diplomacy isn't new.",
    "The 6' fence and the 12\" pipe were measured.",
    "He doesn't, she won't, they can't.",
    "",
    "No marks at all.",
    "The state's rights and the states' duties differ.",
    "Les d'Artagnan of the north",
]  # fmt: skip


def parts(text: str) -> list[list[str]]:
    return [[p.of(text) for p in q.parts] for q in quotations(text)]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_quotations_are_found_whole(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_a_reporting_clause_breaks_one_quotation(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOT_JOINED)
def test_two_quotations_stay_two(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(("text", "expected"), NESTED)
def test_nested_quotations_are_listed_too(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_an_opening_mark_repeated_goes_on(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(("text", "expected"), DAMAGED)
def test_damage_ends_with_the_paragraph(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert parts(text) == []


def test_the_span_runs_from_mark_to_mark() -> None:
    text = "Then “we wait,” he said. “Not long.” That was all."
    (found,) = quotations(text)
    assert found.span.of(text) == "“we wait,” he said. “Not long.”"


@given(st.text(alphabet="ab .,'\"“”‘’„«»\n:?-", max_size=80))
def test_any_text_gives_stretches_inside_it(text: str) -> None:
    for found in quotations(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        for part in found.parts:
            assert part.within(found.span)
            assert part.of(text) == part.of(text).strip() != ""


@given(st.text(alphabet="abcd ,.", min_size=1, max_size=40).filter(lambda s: s.strip(" ,.") != ""))
def test_marks_around_plain_words_always_pair(words: str) -> None:
    inside = words.strip()
    assert parts(f"He wrote: “{inside}” That was all.")[0] == [inside]


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("reply", "replied"), ("say", "said"), ("quip", "quipped"), ("stress", "stresses"), ("note", "noting")],
)
def test_verbs_know_their_forms(lemma: str, form: str) -> None:
    assert form in forms(lemma)

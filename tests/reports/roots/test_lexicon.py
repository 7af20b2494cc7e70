"""The lexicon of frames: how a line is read, and that the shipped one is whole."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from demarche.reports.roots.lexicon import ROOTS, Item, lexicon, parse


def frames_of(*lines: str) -> list[tuple[Item, ...]]:
    return [frame.items for frame in parse("\n".join(lines))]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("withdraw", [[("withdraw",)]]),
        ("pull_out|back of", [[("pull", "out"), ("pull", "back")], [("of",)]]),
        ("shut|shut_down office", [[("shut", "down"), ("shut",)], [("office",)]]),
        ("give $aid", [[("give",)], [("money",), ("grant",)]]),
    ],
)
def test_a_line_is_read(line: str, words: list[list[tuple[str, ...]]]) -> None:
    (items,) = frames_of("class aid: money grant", "[AID]", line)
    assert [list(item.words) for item in items] == words


def test_a_part_of_speech_binds_the_word_before_it() -> None:
    (items,) = frames_of("[PROTEST]", "strike /N over")
    assert [item.pos for item in items] == ["N", ""]


def test_a_question_mark_makes_a_frame_weak() -> None:
    weak, strong = parse("[AGREE]\n?promise\nagree_to")
    assert (weak.weak, strong.weak) == (True, False)


def test_comments_and_blank_lines_are_nothing() -> None:
    assert frames_of("# a note", "", "[AID]", "  ") == []


def test_every_root_has_frames() -> None:
    text = files("demarche.reports.roots").joinpath("frames.txt").read_text(encoding="utf-8")
    count = Counter(frame.root for frame in parse(text))
    assert set(count) == set(ROOTS)
    assert min(count.values()) >= 40


@pytest.mark.parametrize(("form", "word"), [("freed", "free"), ("withdrew", "withdraw"), ("expelled", "expel")])
def test_forms_lead_to_their_words(form: str, word: str) -> None:
    assert word in lexicon().bases[form]

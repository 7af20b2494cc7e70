from hypothesis import given
from hypothesis import strategies as st

from demarche.language.segments import LONGEST, gap_before, segments


def test_a_short_text_is_one_segment() -> None:
    assert list(segments(["They", "met", "."], [3, 1, 0])) == [(0, 3)]


def test_nothing_gives_nothing() -> None:
    assert list(segments([], [])) == []


def test_a_segment_ends_after_a_full_stop() -> None:
    words = [*("word",) * 60, ".", *("Word",) * 60]
    assert next(segments(words, [1] * len(words))) == (0, 61)


@given(st.lists(st.sampled_from(["word", "Word", ".", "”"]), max_size=900))
def test_segments_cover_the_text_and_stay_short(words: list[str]) -> None:
    found = list(segments(words, [1] * len(words)))
    assert [n for a, b in found for n in range(a, b)] == list(range(len(words)))
    assert all(b - a <= LONGEST for a, b in found)


def test_gaps() -> None:
    text = "a b\nc\n \nd"
    assert [gap_before(text, e, s) for e, s in ((1, 1), (1, 2), (3, 4), (5, 8))] == [0, 1, 2, 3]

"""Names that look like other words, and plurals of several states."""

from __future__ import annotations

import pytest

NAMES = [
    ("He Lifeng and Scott Bessent met in London.", "He Lifeng"),
    ("High Representative Sofia Lindberg spoke on Monday.", "Sofia Lindberg"),
    ("A meeting of Meloni and von der Leyen was held in Rome.", "Ursula von der Leyen"),
    ("The pope received Giorgia Meloni on Wednesday.", "Pope Leo XIV"),
    ("The emir of Qatar, Sheikh Tamim, had lunch.", "Tamim bin Hamad Al Thani"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_read_whole(read, text, name):
    assert name in {m.name for m in read(text).actors}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("He met Scott Bessent in London.", "He met"),
        ("Sofia welcomed the plan.", "Sofia welcomed"),
        ("The emir of Qatar, Sheikh Tamim, had lunch.", "Tamim"),
    ],
)
def test_a_name_takes_in_nothing_else(read, text, absent):
    assert absent not in {m.name for m in read(text).actors}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Japan's and South Korea's negotiators met in Oslo.",
            ("negotiators of Japan", "negotiators of South Korea"),
        ),
        ("Japan's negotiators met South Korea's in Oslo.", ()),
    ],
)
def test_one_plural_of_two_owners(read, text, members):
    assert members in {m.members for m in read(text).actors}

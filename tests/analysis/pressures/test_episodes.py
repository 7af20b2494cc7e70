"""Episodes: what stands in a window, in which order, and in which words."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import demarche.analysis
import demarche.cli
from demarche.analysis.episodes import Episode, episodes
from demarche.ledger import Ledger

Fill = Callable[..., Ledger]
Told = Callable[..., Any]

CAUSAL = re.compile(
    r"\b(?:becaus\w*|caus(?:e|es|ed|ing|al)|therefore|thus|hence|due to|owing to|thanks to|led to|leads to"
    r"|results? in|resulted in|as a result|in response|respond\w*|prompt(?:ed|s)|trigger\w*|forced"
    r"|made (?:him|her|it|them)|brought about|in consequence|consequently|so that)\b",
    re.IGNORECASE,
)


def one(ledger: Ledger, **more: Any) -> Episode:
    (found,) = episodes(ledger, by="Orsted", against="Tamm", **{"states": True, **more}).episodes
    return found


@pytest.fixture
def story(fill: Fill, told: Told, met: Told) -> Ledger:
    """A call, a threat, a call that the other side asked for, an offer, thanks, an outcome, a meeting, a late call."""
    return fill(
        met("2031-02-20"),
        met("2031-01-02"),
        told(deadline="2031-03-20", status="dropped", outcome="withdrawn on 18 March"),
        met("2031-03-10", initiator="Bo Tamm"),
        told("2031-03-12", "concession", "open", "offer", ("Bo Tamm",), ("Alba",), "open ports"),
        told("2031-03-13", "direct", None, "statement", ("Anna Orsted",), ("Bo Tamm",), "well done", stance="praise"),
        told(
            "2031-03-14", "direct", None, "statement", ("Anna Orsted",), ("Bo Tamm",), "badly done", stance="criticise"
        ),
        met("2031-03-25", type_="meeting"),
        met("2031-03-11", status="held|denied"),
        met("2031-05-25"),
    )


def test_what_stands_in_the_window(story: Ledger) -> None:
    found = one(story)
    assert (found.first, found.last, found.why_end) == (date(2031, 2, 15), date(2031, 4, 1), "outcome")
    beats = [(found.after(beat), beat.kind, bool(beat.doubt)) for beat in found.beats]
    assert beats == [
        (-9, "contact", False),
        (0, "pressure", False),
        (9, "contact", False),
        (10, "contact", True),
        (11, "concession", False),
        (12, "praise", False),
        (17, "outcome", False),
        (19, "deadline", False),
        (24, "contact", False),
    ]


def test_what_came_first_who_asked_what_followed(story: Ledger) -> None:
    found = one(story)
    assert [len(part) for part in (found.before, found.same_day, found.during, found.afterwards)] == [1, 0, 1, 1]
    before, during, gains, became = found.sentences
    assert "a call on 20 Feb 2031, 9 days before, by whom it was asked for is not told" in before
    assert "followed 9 days later, asked for by Bo Tamm" in during and "1 contact in the days after that" in during
    assert gains == "Beside that: 1 concession of the other side and 1 friendly statement of the side that pressed."
    assert became == "What followed: withdrawn on 18 Mar 2031, 17 days after the announcement."


def test_the_window_is_asked_for(story: Ledger) -> None:
    found = one(story, before=0, after=0)
    assert (found.first, found.last) == (date(2031, 3, 1), date(2031, 3, 18))
    assert len(one(story, before=90).before) == 2


def test_the_days_that_a_window_hangs_on(fill: Fill, told: Told, met: Told) -> None:
    rows = [({"deadline": "2031-03-09"}, "deadline"), ({}, "announcement"), ({"status": "met"}, "outcome")]
    rows.append(({"status": "dropped", "outcome": "nothing new by 9 March"}, "last word of it"))
    for row, why in rows:
        ledger = fill(told(**row, published="2031-03-09"), met("2031-03-05"))
        assert one(ledger).why_end == why


def test_a_contact_on_the_day_itself_stands_apart(fill: Fill, told: Told, met: Told) -> None:
    found = one(fill(told(deadline="2031-03-09"), met("2031-03-01")))
    assert len(found.same_day) == 1 and not found.before and not found.during
    assert "which came first is not told" in found.sentences[1]


def test_as_of_a_day_later_contacts_are_not_known(story: Ledger) -> None:
    told = episodes(story, by="Orsted", against="Tamm", states=True, as_of="2031-03-11")
    (found,) = told.episodes
    assert found.life.state == "open" and len(found.during) == 1
    assert all(beat.day <= date(2031, 3, 11) or beat.kind == "deadline" for beat in found.beats)
    assert len(told.contacts) == 2


def test_only_the_persons_named_without_states(story: Ledger) -> None:
    assert episodes(story, by="Umber,", against="Tamm").episodes == ()
    told = episodes(story, by="Orsted", against="Borea")
    assert len(told.episodes) == 1 and told.episodes[0].contacts


def test_agreements_of_both_sides_are_there(facts: Ledger) -> None:
    told = episodes(facts, by="Trump", against="Russia", period="2025-10", states=True)
    shown = {
        (beat.day.isoformat(), beat.ours) for found in told.episodes for beat in found.beats if beat.kind == "offer"
    }
    assert ("2025-10-16", None) in shown


def test_no_causal_words_on_real_episodes(facts: Ledger) -> None:
    told = episodes(facts, by="Trump", against="Russia", period="2025", states=True)
    assert len(told.episodes) >= 19
    for found in told.episodes:
        assert not CAUSAL.search(" ".join(found.sentences))
    assert not CAUSAL.search(" ".join((told.rule, *told.notes)))


SOURCES = [
    *Path(demarche.analysis.__path__[0]).glob("episodes/*.py"),
    *Path(demarche.analysis.__path__[0]).glob("following/*.py"),
    *Path(demarche.analysis.__path__[0]).glob("pressures/*.py"),
    Path(demarche.analysis.__path__[0]) / "holding.py",
    *(Path(demarche.cli.__path__[0]) / f"{n}.py" for n in ("deadlines", "episodes", "follows", "holds")),
    Path(demarche.cli.__path__[0]) / "pressure_commands.py",
]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_no_causal_words_in_what_the_program_says(path: Path) -> None:
    said = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    assert not CAUSAL.findall(" ".join(word for word in said if isinstance(word, str)))

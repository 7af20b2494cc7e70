"""Whom a name stands for: accents, case, spellings, surnames, states, short forms, titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.ledger import Ledger, Outcome
from demarche.ledger.names import key
from demarche.model import Document, Field, Report, Span

Make = Callable[..., tuple[Document, list[Report]]]
Add = Callable[..., Outcome]


@pytest.fixture
def named(ledger: Ledger, make: Make, add: Add) -> Ledger:
    add(make(("Vladimir Putin", "Donald Trump"), ("Volodymyr Zelenskyy", "Recep Tayyip Erdoğan")))
    add(make(("Xi Jinping", "Sergey Lavrov"), ("Marco Rubio", "Kremlin"), name="n2"))
    text = "Melania Trump wrote to Zelensky."
    fields = (
        Field("participants", "Melania Trump", (Span(0, 13),), side="United States", actor_kind="person"),
        Field("participants", "Zelensky", (Span(23, 31),), actor_kind="person"),
        Field("participants", "United States", reason="authority", side="United States", actor_kind="state"),
        Field("participants", "aides of Putin", reason="authority", side="Russia", actor_kind="group"),
    )
    add((Document("n3", text), [Report("n3", "contact", "message", "held", (Span(0, 31),), fields)]))
    return ledger


@pytest.mark.parametrize(
    ("asked", "rule", "names"),
    [
        ("Putin", "part of the name", {"Vladimir Putin"}),
        ("PUTIN", "part of the name", {"Vladimir Putin"}),
        ("Vladimir Putin", "name", {"Vladimir Putin"}),
        ("President Putin", "part of the name", {"Vladimir Putin"}),
        ("Mr. Trump", "part of the name", {"Donald Trump", "Melania Trump"}),
        ("Donald Trump", "name", {"Donald Trump"}),
        ("zelensky", "part of the name", {"Volodymyr Zelenskyy", "Zelensky"}),
        ("Volodymyr Zelenskiy", "name", {"Volodymyr Zelenskyy", "Zelensky"}),
        ("erdogan", "part of the name", {"Recep Tayyip Erdoğan"}),
        ("Xi", "part of the name", {"Xi Jinping"}),
        ("United States", "side", {"United States", "Donald Trump", "Melania Trump", "Marco Rubio"}),
        ("USA", "side", {"United States", "Donald Trump", "Melania Trump", "Marco Rubio"}),
        ("U.S.", "side", {"United States", "Donald Trump", "Melania Trump", "Marco Rubio"}),
        ("Russia", "side", {"Vladimir Putin", "Sergey Lavrov", "aides of Putin", "Kremlin"}),
        ("Путиным", "part of the name", {"Vladimir Putin"}),
        ("Владимира Путина", "name", {"Vladimir Putin"}),
        ("Зеленскому", "part of the name", {"Volodymyr Zelenskyy", "Zelensky"}),
        ("Эрдоганом", "part of the name", {"Recep Tayyip Erdoğan"}),
        ("the Turkish president", "office", {"Recep Tayyip Erdoğan"}),
        ("US secretary of state", "office", {"Marco Rubio"}),
        ("Kremlin spokesman", "nobody", set()),
        ("Merkel", "nobody", set()),
        ("", "nobody", set()),
        ("!?", "nobody", set()),
        ("% _", "nobody", set()),
    ],
)
def test_resolve(named: Ledger, asked: str, rule: str, names: set[str]) -> None:
    match = named.resolve(asked)
    assert (match.rule, {actor.name for actor in match.actors}) == (rule, names)


def test_an_office_is_whoever_held_it_then(named: Ledger) -> None:
    told = [(held.name, held.since, held.until) for held in named.resolve("US president", "2016-01-01").holders]
    assert told == [("Donald Trump", "2017-01-20", "2021-01-20"), ("Donald Trump", "2025-01-20", "")]
    assert named.resolve("US president", "2022-01-01", "2022-12-31").rule == "nobody"
    assert [held.name for held in named.resolve("Kremlin spokesman").holders] == ["Dmitry Peskov"]  # not met here
    assert [actor.name for actor in named.suggest("Turkish president")] == ["Recep Tayyip Erdoğan"]


def test_everybody(named: Ledger) -> None:
    found = named.actors()
    assert [actor.name for actor in found] == sorted({actor.name for actor in found}) and len(found) == 12
    assert {actor.side for actor in found if actor.kind == "state"} == {"United States"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Volodymyr Zelenskyy", "volodymyr zelensky"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("United States", "united states"),
        ("Côte d'Ivoire", "cote divoire"),
    ],
)
def test_the_folding_that_ledgers_hold(name: str, expected: str) -> None:
    """Keys are stored: when this fails, ledgers need a migration that writes them anew."""
    assert key(name) == expected

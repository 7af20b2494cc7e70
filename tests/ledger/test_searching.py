"""Free text: accents, spellings, endings and alphabets don't matter; what a person types is never an operator."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.ledger import Ledger, Outcome, library_search
from demarche.ledger.searching import folded, needles
from demarche.model import Document, Report

Made = tuple[Document, list[Report]]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Zelenskyy", "President Zelensky"),
        ("Erdogan", "Erdoğan"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("Эрдоган", "беседа с Эрдоганом"),
        ("Erdogan", "с Эрдоганом"),
        ("Zelensky", "встреча с Зеленским"),
        ("US", "the U.S. delegation"),
        ("trump", "Trump's envoy"),
        ("grain deal", "a deal on grain"),
        ("Эрдоганом", "Recep Tayyip Erdoğan"),
        ("Зеленского", "Volodymyr Zelenskyy"),
        ("Зеленским", "о Зеленском"),
        ("Лаврову", "Sergei Lavrov"),
        ("Путиным и Трампом".replace(" и", ""), "Putin and Trump"),
        ("Трампу", "звонок Трампа"),
        ("Уиткоффа", "Steve Witkoff"),
    ],
)
def test_what_is_asked_is_in_what_is_written(asked: str, written: str) -> None:
    assert all(needle in folded(written) for needle in needles(asked))


@given(st.text(max_size=60))
def test_folded_words_are_plain(text: str) -> None:
    assert all(character.isalnum() or character in " -’'" or not character.isascii() for character in folded(text))


def test_reports_and_documents_are_found(
    ledger: Ledger, make: Callable[..., Made], add: Callable[[Made], Outcome]
) -> None:
    add(make(("Volodymyr Zelenskyy", "Recep Tayyip Erdoğan")))
    add(make(("Vladimir Putin", "Donald Trump")))
    assert [r.names() for r in ledger.reports(text="erdogan zelensky")] == [
        ("Volodymyr Zelenskyy", "Recep Tayyip Erdoğan")
    ]
    assert ledger.count_events(text="Putin") == 1
    assert len(ledger.documents("Zelensky")) == 1
    assert len(ledger.documents()) == 2
    assert ledger.document(ledger.documents("Putin")[0].source.hash[:8]).told[0].event.names()[0] == "Vladimir Putin"


def test_pieces_of_a_long_word_are_not_the_word(
    ledger: Ledger, make: Callable[..., Made], add: Callable[[Made], Outcome]
) -> None:
    add(make(("Vladimir Putin", "Ann Zakhvatovich"), name="n1"))
    add(make(("Vladimir Putin", "Zakir Vatova Ovichev Tovic"), name="n2"))  # zak, hva, tov, ich: all but one of them
    add(make(("Vladimir Putin", "Zakhar Khvatov Ovich Ichor"), name="n3"))  # all of them, in other words
    assert [row.document.name for row in ledger.reports(text="Zakhvatovich")] == ["n1"]
    assert [row.row.document.name for row in ledger.events(text="Zakhvatovich Putin")] == ["n1"]
    assert ledger.count_events(text="Zakhvatovich") == 1


def test_an_office_finds_whoever_held_it_then(
    ledger: Ledger, make: Callable[..., Made], add: Callable[[Made], Outcome]
) -> None:
    add(make(("Vladimir Putin", "Recep Tayyip Erdoğan"), day="2025-03-18"))
    add(make(("Vladimir Putin", "Donald Trump"), day="2024-03-18", name="n2"))  # not in office
    add(make(("Vladimir Putin", "Donald Trump"), day="2025-04-18", name="n3"))
    dates = lambda **asked: [row.date for row in ledger.reports(**asked)]  # noqa: E731
    assert dates(text="the Turkish president") == ["2025-03-18"]
    assert dates(text="US president Putin") == ["2025-04-18"]
    assert dates(who="US president") == ["2025-04-18"]
    assert dates(who="Russian president", with_="the American president") == ["2025-04-18"]
    assert dates(who=("US president", "Erdogan")) == ["2025-03-18", "2025-04-18"]
    assert dates(who="US president", until="2024") == []
    assert dates(who="Trump") == ["2024-03-18", "2025-04-18"]


@pytest.mark.parametrize("busy", [20_000, 0])
def test_an_office_finds_the_documents_that_tell_of_its_holder(
    ledger: Ledger,
    make: Callable[..., Made],
    add: Callable[[Made], Outcome],
    monkeypatch: pytest.MonkeyPatch,
    busy: int,
) -> None:
    monkeypatch.setattr(library_search, "COMMON", busy)  # above it each document is asked
    add(make(("Vladimir Putin", "Donald Trump"), day="2024-03-18", name="n1"))  # not in office
    add(make(("Vladimir Putin", "Donald Trump"), day="2025-04-18", name="n2"))
    add(make(("Vladimir Putin", "Recep Tayyip Erdoğan"), day="2025-03-18", name="n3"))
    found = lambda text: [row.source.name for row in ledger.documents(text)]  # noqa: E731
    assert found("US president") == ["n2"]
    assert found("the American president Putin") == ["n2"]
    assert found("the American president Erdogan") == []
    assert found("the Turkish president") == ["n3"]


@pytest.mark.parametrize("text", ['" OR *', "NEAR(a b)", "-x", "'; DROP TABLE reports", "(", "%", "  ", "a", "''"])
def test_nothing_typed_is_an_operator(ledger: Ledger, text: str) -> None:
    assert ledger.reports(text=text) == []
    ledger.documents(text)

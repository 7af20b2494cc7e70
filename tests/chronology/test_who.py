from datetime import date

import pytest

from demarche.chronology.who import full_name, named_in, parted, place_of, with_sides


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ann Orsted; Bo Tamm", ["Ann Orsted", "Bo Tamm"]),
        ("Ann Orsted and Bo Tamm", ["Ann Orsted", "Bo Tamm"]),
        ("Ann Orsted, Bo Tamm & Cy Umber", ["Ann Orsted", "Bo Tamm", "Cy Umber"]),
        ("Orsted – Tamm", ["Orsted", "Tamm"]),
        ("Orsted / Tamm", ["Orsted", "Tamm"]),
        ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"]),
        ("Bosnia and Herzegovina; Bo Tamm", ["Bosnia and Herzegovina", "Bo Tamm"]),
        ("Bo Tamm (Estonia)", ["Bo Tamm (Estonia)"]),
        ("", []),
    ],
)
def test_names_in_a_cell(cell: str, names: list[str]) -> None:
    assert parted(cell) == names


@pytest.mark.parametrize(
    ("names", "sides", "found", "company"),
    [
        ("Ann Orsted; Bo Tamm", "Norway; Estonia", "Ann Orsted (Norway); Bo Tamm (Estonia)", []),
        ("Bo Tamm (Latvia); Ann Orsted", "", "Bo Tamm (Latvia); Ann Orsted ()", []),
        ("Ann Orsted; US; their aides", "Norway", "Ann Orsted (Norway); United States ()", ["their aides"]),
        ("Ann Orsted; heads of state", "Norway; Estonia", "Ann Orsted (Norway); heads of state ()", []),
        ("Putin; Trump", "Russia; United States", "Vladimir Putin (Russia); Donald Trump (United States)", []),
    ],
)
def test_sides(names: str, sides: str, found: str, company: list[str]) -> None:
    given, left = with_sides(parted(names), parted(sides), date(2025, 5, 1))
    assert ("; ".join(f"{name} ({side})" for name, side in given), left) == (found, company)


@pytest.mark.parametrize(("typed", "name"), [("US", "United States"), ("Kremlin", "Kremlin"), ("Bo Tamm", "Bo Tamm")])
def test_full_names(typed: str, name: str) -> None:
    assert full_name(typed, None) == name


@pytest.mark.parametrize(
    ("words", "name"), [("Tamm", "Bo Tamm"), ("Tamm (claim)", "Bo Tamm"), ("bo tamm", "Bo Tamm"), ("Umber", None)]
)
def test_who_of_those_present_is_meant(words: str, name: str | None) -> None:
    assert named_in(words, ["Ann Orsted", "Bo Tamm"]) == name


def test_places() -> None:
    assert place_of("USA") == "United States"
    assert place_of("Atlantis") == ""

"""Whom a deed is done to: not the partners in it, not the paper it rests on, not who brokered it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from demarche.reports.acts import build_acts
from demarche.reports.offers import build_offers
from demarche.reports.pressures import build_pressures

if TYPE_CHECKING:
    from demarche.mentions.reading import Reading
    from demarche.model import Report

#: sentence -> type, the sides: of an agreement the actors, otherwise the recipients
SIDES: list[tuple[str, str, tuple[str, ...]]] = [
    ("Canada imposed sanctions on Iran in coordination with Japan and Australia.", "sanction", ("Iran",)),
    ("Together with Norway, Britain expelled three Russian diplomats.", "sanction", ("Russia",)),
    ("Turkey bans arms exports to Libya in line with a UN Security Council resolution.", "sanction", ("Libya",)),
    ("Italy demands that Malta respond to the concerns raised by Libya.", "demand", ("Malta",)),
    ("Norway recalls a diplomat from Oman over the killing of Ali Reza.", "sanction", ("Oman",)),
    ("The World Bank suspends all programmes in Chad.", "sanction", ("Chad",)),
    ("Peru closes its embassy in Quito, while Chile recalls its ambassador.", "sanction", ("Ecuador",)),
    ("Armenia and Azerbaijan reached a truce brokered by Russia and Iran.", "agreement", ("Armenia", "Azerbaijan")),
    (
        "Cuba and North Korea sign a treaty after the North Korean leader received the Cuban president.",
        "agreement",
        ("Cuba", "North Korea"),
    ),
]


def deeds(reading: Reading) -> Iterator[Report]:
    """The pressures, offers and acts of one text."""
    return chain(build_pressures(reading), build_offers(reading), build_acts(reading))


@pytest.mark.parametrize(("text", "type_", "sides"), SIDES)
def test_the_other_side_of_a_deed(read: Callable[..., Reading], text: str, type_: str, sides: Iterable[str]) -> None:
    found = next(r for r in deeds(read(text)) if r.type == type_)
    assert found.names("actor" if type_ == "agreement" else "recipient") == tuple(sides)

"""What a timeline shows beside pressures and contacts: offers, uncertain days, silences, missing documents."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from demarche.charts import Contact, Frame, Offer, Pressure, Spec, svg, timeline
from demarche.charts.windows import silences

FRAME = Frame("Alba and Borea", "14 documents", date(2031, 12, 20))
YEAR = (date(2031, 1, 1), date(2031, 12, 31))


def day(month: int, at: int) -> date:
    return date(2031, month, at)


CONTACTS = (
    Contact(day(1, 20), day(1, 20), "call", 60, 75, link="/event/a"),
    Contact(day(2, 3), day(2, 6), "meeting", about=True),
    Contact(day(9, 1), day(9, 1), "call"),
)
OFFERS = (Offer(day(3, 1), "grain", "accepted", "/event/b"), Offer(date(2030, 3, 1), "last year's"))
PRESSURES = (Pressure(day(1, 10), "tariffs", day(2, 1), "carried_out", None, "/event/c"),)
GAPS = ((day(4, 1), day(5, 31)),)
SPEC = timeline(CONTACTS, PRESSURES, OFFERS, frame=FRAME, period=YEAR, gaps=GAPS)


def part(name: str, spec: Spec = SPEC) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in spec["vconcat"] if one["name"] == name)
    return found


def test_offers_of_the_period_have_a_part_of_their_own() -> None:
    assert [(row["label"], row["became"], row["link"]) for row in part("offers")["data"]["values"]] == [
        ("grain", "accepted", "/event/b")
    ]
    assert "1 offer" in SPEC["description"]
    assert [one["name"] for one in timeline(CONTACTS, (), frame=FRAME)["vconcat"]] == ["pressures", "contacts"]


def test_about_is_marked_and_an_uncertain_day_is_a_bar() -> None:
    rows = part("contacts")["data"]["values"]
    assert [row["about"] for row in rows] == [False, True, False]
    assert (rows[1]["first"][:10], rows[1]["last"][:10]) == ("2031-02-03", "2031-02-07")
    assert "≈: about that day" in SPEC["title"]["subtitle"][0]
    assert "≈" not in timeline(CONTACTS[:1], (), frame=FRAME)["title"]["subtitle"][0]


def test_missing_documents_are_grey_in_every_part_and_told() -> None:
    for one in SPEC["vconcat"]:
        rects = [layer for layer in one["layer"] if layer["mark"]["type"] == "rect"]
        assert [row["from"][:10] for layer in rects for row in layer["data"]["values"]] == ["2031-04-01"]
    assert "No documents: 1 Apr 2031 to 31 May 2031." in SPEC["description"]
    assert "Grey: no documents." in SPEC["title"]["subtitle"][0]


def test_a_gap_outside_the_window_is_not_drawn() -> None:
    spec = timeline(CONTACTS, (), frame=FRAME, period=(day(1, 1), day(2, 28)), gaps=GAPS)
    assert not [layer for one in spec["vconcat"] for layer in one["layer"] if layer["mark"]["type"] == "rect"]


def test_the_longest_silence_is_named() -> None:
    found = silences(CONTACTS, *YEAR, 760)
    assert [(row["days"], row["when"]) for row in found] == [(206, "7 Feb 2031 to 31 Aug 2031")]
    assert "206 days" in SPEC["description"]


def test_what_was_not_held_ends_no_silence() -> None:
    denied = Contact(day(5, 1), day(5, 1), "denied", held=False)
    assert silences((*CONTACTS, denied), *YEAR, 760) == silences(CONTACTS, *YEAR, 760)


@pytest.mark.parametrize("width", [200, 760, 1600])
def test_silences_lie_between_contacts_and_have_room_for_their_words(width: int) -> None:
    many = [Contact(at, at, "call") for at in (YEAR[0] + timedelta(days=n * n) for n in range(19))]
    for row in silences(many, *YEAR, width):
        first, last = (date.fromisoformat(row[name][:10]) for name in ("from", "to"))
        assert not [one for one in many if first <= one.first <= last]
        assert row["days"] * width / 365 > 44


def test_it_draws() -> None:
    pytest.importorskip("vl_convert", reason="needs the extra charts: pip install 'demarche[charts]'")
    drawn = svg(SPEC)
    assert "grain" in drawn and "no documents" in drawn and "206 days" in drawn

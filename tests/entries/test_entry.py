"""An event by hand is a document that renders it and a report that quotes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.entries import FIELDS, EntryError, checked, entry
from demarche.evidence import refusal
from demarche.model import Kind, Lasting

FULL: dict[Kind, dict[str, str]] = {
    "contact": {
        "type": "meeting",
        "status": "planned",
        "participants": "Bo Tamm (Estonia); Cy Umber",
        "initiator": "Cy Umber",
        "date": "2025-06",
        "duration": "about 2 h",
        "place": "Riga",
        "topics": "gas; grain",
    },
    "pressure": {
        "type": "ultimatum",
        "actor": "Bo Tamm",
        "recipient": "Freedonia",
        "measure": "a tariff",
        "deadline": "P12D",
        "status": "pending",
    },
    "offer": {"type": "pledge", "actor": "Bo Tamm", "content": "a port", "status": "open"},
    "act": {"plover": "aid", "actor": "Estonia", "content": "sent tents"},
    "statement": {"type": "direct", "actor": "Bo Tamm", "quote": "not a day longer", "stance": "reject"},
    "forecast": {"actor": "Bo Tamm", "content": "a truce", "horizon": "by the summer"},
    "claim": {
        "type": "ordinal",
        "subjects": "Bo Tamm | Cy Umber; Di Vall",
        "value": "8",
        "relation": "=",
        "unit": "contacts",
    },
}


@pytest.mark.parametrize("kind", FULL)
def test_every_kind_quotes_what_was_entered(kind: Kind) -> None:
    values, link = {"kind": kind, **FULL[kind]}, "https://example.org/1"
    document, report = entry(values, author="anna", source_urls=[link], note="so")
    assert refusal(report, document) is None
    assert report.kind == kind and all(item.spans for item in report.fields)
    for item in report.fields:
        words = item.spans[0].of(document.text)
        assert checked(kind, item.name, words)[0].value == item.value
    assert "source: https://example.org/1\nentered by: anna" in document.text
    assert entry(values, author="anna", source_urls=[link], note="so") == (document, report)


def test_values_are_those_of_the_codebook() -> None:
    _, report = entry(FULL["contact"], author="anna")
    assert report.names("participants") == ("Bo Tamm", "Cy Umber") and report.fields[0].side == "Estonia"
    duration = report.first("duration")
    assert duration and duration.value == Lasting(108, 132, "about 2 h", "about")
    assert (report.type, report.status, report.plover) == ("meeting", "planned", "CONSULT")
    _, claim = entry({"kind": "claim", **FULL["claim"]}, author="anna")
    assert [item.value for item in claim.all("subjects")] == [("Bo Tamm",), ("Cy Umber", "Di Vall")]


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"kind": "cal"}, ["kind"]),
        ({}, ["type", "participants"]),
        ({"type": "cal", "participants": "A"}, ["type"]),
        ({"type": "call", "participants": "A; A"}, ["participants"]),
        ({"type": "call", "participants": "A", "duratoin": "1 h"}, ["duratoin"]),
        ({"type": "call", "participants": "A", "date": "4/5/2025", "duration": "long"}, ["date", "duration"]),
        ({"kind": "statement", "actor": "A", "stance": "angry"}, ["stance"]),
        ({"kind": "forecast", "actor": "A", "content": "x", "type": "y"}, ["type"]),
        ({"kind": "act", "plover": "FIGHT", "actor": "A", "content": "x"}, ["plover"]),
    ],
)
def test_everything_wrong_is_said_at_once(values: dict[str, str], wrong: list[str]) -> None:
    with pytest.raises(EntryError, match="nothing was written") as refused:
        entry(values, author="anna")
    assert [field for field, _ in refused.value.problems] == wrong


@given(st.dictionaries(st.sampled_from(("place", "topics", "participants", "initiator")), st.text(max_size=20)))
def test_whatever_is_typed_quotes_or_is_refused(values: dict[str, str]) -> None:
    try:
        document, report = entry({"type": "call", "participants": "A; B", **values}, author="anna")
    except EntryError:
        return
    assert refusal(report, document) is None


def test_the_fields_of_every_kind_are_known() -> None:
    assert set(FIELDS) == set(FULL)

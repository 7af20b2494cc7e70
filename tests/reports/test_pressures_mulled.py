"""Pressures that are only weighed, foretold or held out in other words; and what only looks like them."""

from __future__ import annotations

import pytest

from demarche.reports import build_reports

PRESSING = [
    ("Ankara is weighing sanctions on four Greek companies.", "threat", "Turkey"),
    ("Turkey is considering a ban on Greek fish.", "threat", "Turkey"),
    ("Turkey hinted at a boycott of Greek goods.", "threat", "Turkey"),
    ("Norway is mulling new tariffs on Swedish timber.", "threat", "Norway"),
    ("If Greece goes on drilling, Ankara said, it will bear the consequences.", "threat", "Turkey"),
    ("Iran must never have a nuclear weapon, Emmanuel Macron told reporters.", "demand", "Emmanuel Macron"),
    ("Iran threatened to close the strait.", "threat", "Iran"),
    (
        "Moscow warned that the delivery of the missiles would make Germany a party to the war.",
        "warning",
        "Russia",
    ),
    ("Norway restored sanctions on Belarus.", "sanction", "Norway"),
    ("Colombia suspended intelligence sharing with Peru.", "sanction", "Colombia"),
    ("France responded by expelling twelve Algerian agents.", "sanction", "France"),
    ("Hungary has vetoed the opening of talks with Ukraine.", "sanction", "Hungary"),
    ("Greek diplomats have 72 hours to leave Turkey.", "ultimatum", "Turkey"),
]


@pytest.mark.parametrize(("text", "kind", "actor"), PRESSING)
def test_pressure_is_heard(read, text, kind, actor):
    pressures = [r for r in build_reports(read(text)) if r.kind == "pressure"]
    assert [r.type for r in pressures] == [kind]
    assert actor in pressures[0].names("actor")


@pytest.mark.parametrize(
    "text",
    [
        "The EU is considering lifting sanctions on Syria.",
        "Parliament is considering a ban on plastic bags.",
        "Analysts said Turkey was weighing sanctions on Greece.",
        "Turkey is not considering sanctions on Greece.",
        "Turkey is considering a visit to Greece.",
        "Turkey hinted that sanctions on Greece were over.",
        "The minister threatened to resign.",
        "Turkey restored full relations with Greece.",
        "Every driver must have a licence, Emmanuel Macron told reporters.",
        "Moscow warned that the winter would be long.",
        "The guests have 72 hours to see Turkey.",
        "Norway expelled the smell of fish from its markets.",
    ],
)
def test_what_only_looks_like_pressure(read, text):
    assert [r.type for r in build_reports(read(text)) if r.kind == "pressure"] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('China vowed "resolute countermeasures" against Japan.', ["pressure"]),
        ("Norway said it would restore sanctions on Belarus by August.", ["pressure"]),
        ("Norway vowed to lift the sanctions on Belarus.", ["offer"]),
    ],
)
def test_harm_is_no_pledge(read, text, kinds):
    found = [r.kind for r in build_reports(read(text)) if r.kind in ("pressure", "offer")]
    assert found == kinds


def test_being_told_to_leave_is_no_journey(read):
    text = "Greek diplomats have 72 hours to leave Turkey."
    assert [r for r in build_reports(read(text)) if r.kind == "contact"] == []

import pytest

from demarche.chronology.vocabulary import kind_of_sheet, outcome_status, status_in, type_in
from demarche.model import Kind


@pytest.mark.parametrize(
    ("kind", "words", "type_"),
    [
        ("contact", "Call", "call"),
        ("contact", "phone call", "call"),
        ("contact", "negotiations", "talks"),
        ("pressure", "tariff", "sanction"),
        ("offer", "invitation", "proposal"),
        ("offer", "talks", "proposal"),
        ("contact", "séance", None),
    ],
)
def test_types(kind: Kind, words: str, type_: str | None) -> None:
    assert type_in(kind, words) == type_


@pytest.mark.parametrize(
    ("kind", "words", "status"),
    [
        ("contact", "confirmed", "held"),
        ("contact", "confirmed by one side", "held"),
        ("contact", "announced only", "planned"),
        ("contact", "claimed, unconfirmed", "held|denied"),
        ("contact", "claimed, denied by the other side", "held|denied"),
        ("contact", "Cancelled", "cancelled"),
        ("contact", "postponed", "cancelled"),
        ("contact", "held|denied", "held|denied"),
        ("contact", "perhaps", None),
        ("pressure", "not imposed by then", "dropped"),
        ("pressure", "took effect", "imposed"),
        ("offer", "delivered", "done"),
    ],
)
def test_states(kind: Kind, words: str, status: str | None) -> None:
    assert status_in(kind, words) == status


@pytest.mark.parametrize(
    ("type_", "outcome", "status"),
    [("sanction", "", "imposed"), ("threat", "", "unknown"), ("threat", "deadline passed; no measure", "dropped")],
)
def test_outcomes(type_: str, outcome: str, status: str) -> None:
    assert outcome_status("pressure", type_, outcome) == status


@pytest.mark.parametrize(
    ("targets", "types", "kind"),
    [
        (["date", "participants", "type"], ["call"], "contact"),
        (["date", "actor", "recipient", "type"], ["threat", "tariff"], "pressure"),
        (["date", "actor", "recipient", "type"], ["invitation", "talks"], "offer"),
        (["date", "actor", "recipient", "type"], ["nonsense"], None),
        (["date", "participants", "kind"], [], "contact"),
    ],
)
def test_what_the_rows_of_a_sheet_are(targets: list[str], types: list[str], kind: Kind | None) -> None:
    assert kind_of_sheet(targets, types) == kind

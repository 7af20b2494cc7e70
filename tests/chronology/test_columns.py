import pytest

from demarche.chronology.columns import assigned, folded
from demarche.chronology.wishes import Wishes, parse_mapping
from demarche.errors import UsageError


def targets(*headings: str, **said: str) -> dict[str, str]:
    columns = assigned(headings, Wishes({h.replace("_", " "): t for h, t in said.items()}).field_of)
    return {c.heading: c.target if c.known else f"? {c.target}" for c in columns}


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Date", "date"),
        ("WHEN", "date"),
        ("kind", "type"),
        ("Type of contact", "type"),
        ("Participants", "participants"),
        ("Country A", "side_a"),
        ("side_b", "side_b"),
        ("Duration (min)", "duration"),
        ("length", "duration"),
        ("Hours", "hours"),
        ("Where", "place"),
        ("Source URL", "source"),
        ("Called by", "initiator"),
        ("Target", "recipient"),
        ("deadline_date", "deadline"),
        ("as_reported", "duration_text"),
        ("contact_id", "contact_id"),
        ("Remarks", "note"),
        ("Datum", "? note"),
    ],
)
def test_headings_say_what_a_column_is(heading: str, target: str) -> None:
    assert targets(heading) == {heading: target}


def test_least_and_greatest_length_beside_each_other() -> None:
    assert targets("duration_min", "duration_max") == {"duration_min": "duration_min", "duration_max": "duration_max"}


def test_kind_beside_type_is_the_kind() -> None:
    assert targets("kind", "type") == {"kind": "kind", "type": "type"}


def test_what_is_said_goes_before_what_a_heading_means() -> None:
    assert targets("Day", "Datum", Datum="date") == {"Day": "? note", "Datum": "date"}


def test_a_second_column_of_the_same_thing_is_kept_as_a_note() -> None:
    assert targets("Date", "When") == {"Date": "date", "When": "? note"}


def test_a_field_goes_to_the_column_of_its_own_name() -> None:
    assert targets("Who", "Participants") == {"Who": "? note", "Participants": "participants"}


def test_links_may_stand_in_several_columns() -> None:
    assert targets("Link", "Link (2)", "Source") == {"Link": "source", "Link (2)": "source", "Source": "source"}


def test_headings_are_folded() -> None:
    assert folded(" Duration_(MIN.) ") == "duration min"


def test_mappings_as_typed() -> None:
    assert parse_mapping(["Datum=date", "a = b=participants"]) == {"Datum": "date", "a = b": "participants"}


@pytest.mark.parametrize("pair", ["Datum", "=date", "Datum="])
def test_half_a_mapping_is_refused(pair: str) -> None:
    with pytest.raises(UsageError, match="write the column, = and the field"):
        parse_mapping([pair])


def test_a_field_that_does_not_exist_is_refused_with_the_one_meant() -> None:
    with pytest.raises(UsageError, match="did you mean participants"):
        Wishes({"Wer": "participant"})

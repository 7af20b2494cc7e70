import pytest

from demarche.chronology.when import day_in
from demarche.entries import EntryError


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2031-05-14", "2031-05-14"),
        ("2031-05", "2031-05"),
        ("2031-05-14/2031-05-16", "2031-05-14/2031-05-16"),
        ("2031-05-14~", "2031-05-14~"),
        ("14 May 2031", "2031-05-14"),
        ("May 14, 2031", "2031-05-14"),
        ("31.05.2031", "2031-05-31"),
        ("5/31/2031", "2031-05-31"),
        ("May 2031", "2031-05"),
        ("Sept. 2031", "2031-09"),
        ("05/2031", "2031-05"),
        ("about 2031-05", "2031-05~"),
        ("14 May 2031?", "2031-05-14~"),
        ("14 May 2031 - 16 May 2031", "2031-05-14/2031-05-16"),
        ("2031-05-14 10:30:00", "2031-05-14"),
    ],
)
def test_dates_of_spreadsheets(words: str, date: str) -> None:
    assert day_in(words) == date


@pytest.mark.parametrize(("order", "date"), [("day-first", "2031-04-03"), ("month-first", "2031-03-04")])
def test_the_order_that_was_said(order: str, date: str) -> None:
    assert day_in("3/4/2031", order) == date


@pytest.mark.parametrize(
    ("words", "says"), [("3/4/2031", "--dates day-first"), ("soon", "not a day"), ("30 February 2031", "not a day")]
)
def test_what_is_no_day_or_two_is_refused(words: str, says: str) -> None:
    with pytest.raises(EntryError, match=says):
        day_in(words)

"""The actors and dates of a stretch of text are those that a walk over all of them finds."""

from itertools import combinations

from tests.conftest import Read

from demarche.model import Span

TEXT = (
    "President Sauli Niinistö of Finland and French President Emmanuel Macron spoke by phone on 3 March 2022. They had "
    "met in Paris on 8 February.\n\nOn 10 March Niinistö will receive the foreign ministers of Norway and Sweden."
)


def test_actors_of_a_stretch(read: Read) -> None:
    reading = read(TEXT)
    assert len(reading.actors) > 3
    for start, end in combinations(range(len(reading.doc) + 1), 2):
        assert list(reading.actors_in(start, end)) == [m for m in reading.actors if start <= m.head < end]


def test_dates_of_a_stretch(read: Read) -> None:
    reading = read(TEXT)
    assert len(reading.dates) == 3
    for start, end in combinations(range(len(TEXT) + 1), 2):
        span = Span(start, end)
        assert reading.dates_in(span) == [d for d in reading.dates if d.span.within(span)]

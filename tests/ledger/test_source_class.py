"""What kind of source a publisher is, and for whom it speaks."""

from __future__ import annotations

import pytest

from demarche.ledger import Ledger
from demarche.ledger.source_class import classed, host_of
from demarche.model import Document

PUBLISHERS = [
    ("Kremlin", None, "official", "Russia"),
    ("President of Russia (en.kremlin.ru)", None, "official", "Russia"),
    ("", "http://en.kremlin.ru/events/president/news/1", "official", "Russia"),
    ("The White House", None, "official", "United States"),
    ("The White House (Biden)", "https://bidenwhitehouse.archives.gov/1", "official", "United States"),
    ("US Department of State", None, "official", "United States"),
    ("", "https://www.state.gov/readout", "official", "United States"),
    ("Ministry of Foreign Affairs of Chile", None, "official", "Chile"),
    ("Foreign Ministry of Japan", None, "official", "Japan"),
    ("Office of the President of Indonesia", None, "official", "Indonesia"),
    ("Office of the President", None, "official", ""),
    ("Presidential Press Service, Moscow", None, "official", "Russia"),
    ("Élysée", None, "official", "France"),
    ("European Council", None, "official", "European Union"),
    ("NATO", None, "official", "NATO"),
    ("Communiqués", "https://www.pm.gov.xx/1", "official", ""),
    ("Reuters", None, "agency", ""),
    ("", "https://apnews.com/article/1", "agency", ""),
    ("TASS", "https://tass.com/politics/1", "agency", ""),
    ("Interline News Agency", None, "agency", ""),
    ("Continental Wire", None, "agency", ""),
    ("Donald Trump", "https://truthsocial.com/@x/1", "social", "United States"),
    ("A reader", "https://x.com/a/1", "social", ""),
    ("Truth Social", None, "social", ""),
    ("Washington Post", None, "press", ""),
    ("The Moscow Times", None, "press", ""),
    ("EU Observer", None, "press", ""),
    ("Foreign Policy", None, "press", ""),
    ("Gazette", "https://example.org/1", "press", ""),
    ("", None, "", ""),
    ("", "not an address", "", ""),
]


@pytest.mark.parametrize(("publisher", "url", "name", "side"), PUBLISHERS)
def test_publishers(publisher: str, url: str | None, name: str, side: str) -> None:
    found = classed(publisher, host_of(url))
    assert (found.name, found.side) == (name, side)


def test_it_is_kept_with_the_document(ledger: Ledger) -> None:
    with ledger.run("one") as run:
        ledger.add(Document("a", "A text.", publisher="Kremlin"), [], run)
        ledger.add(Document("b", "Another.", publisher="anna", source="entry"), [], run)
    found = {row.source.name: (row.source.source_class, row.source.speaks_for) for row in ledger.documents()}
    assert found == {"a": ("official", "Russia"), "b": ("entry", None)}

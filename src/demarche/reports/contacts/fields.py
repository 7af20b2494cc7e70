"""The fields of a contact, one filler a file; each adds what the text tells and leaves out what it does not."""

from __future__ import annotations

from collections.abc import Callable

from demarche.mentions.reading import Reading
from demarche.reports.contacts import dates, initiators, lengths, places, status, topics
from demarche.reports.contacts.draft import Draft

FILLERS: tuple[Callable[[Reading, Draft], None], ...] = (
    status.f,
    dates.f,
    lengths.f,
    initiators.f,
    places.f,
    topics.f,
)
"""In order: the status first, for a date may hang on it."""

"""To come."""

from __future__ import annotations

from demarche.mentions.reading import Reading
from demarche.reports.contacts.draft import Draft


def f(reading: Reading, draft: Draft) -> None:
    """Nothing yet."""

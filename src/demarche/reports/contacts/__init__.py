"""Contacts: people or states in touch. cues -> sides -> drafts -> threads -> fields -> reports."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import Report

__all__ = ["build_contacts"]


def build_contacts(reading: Reading) -> Iterator[Report]:
    """Yield one report for each contact that the text tells of."""
    yield from ()

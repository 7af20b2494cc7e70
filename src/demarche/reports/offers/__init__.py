"""Offers: cue words -> rules -> deeds, one an offer -> answers told later -> reports."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import Report
from demarche.reports.common import Deed, Scene, as_report, deeds_told, scene_of
from demarche.reports.common.telling import asked_for
from demarche.reports.offers.joining import joined
from demarche.reports.offers.rules import table

__all__ = ["build_offers", "find_offers"]

_LEAST = 3  # characters after its word that a deed must have: a bare word shows nothing


def build_offers(reading: Reading) -> Iterator[Report]:
    """Yield the proposals, pledges, agreements, concessions and aid of one text."""
    scene = scene_of(reading)
    for deed in find_offers(scene):
        yield as_report(scene, deed)


def find_offers(scene: Scene) -> list[Deed]:
    """List the offers in the order of the text, each once."""
    found: list[Deed] = []
    for token, deed in deeds_told(scene, table()):
        if deed.evidence[0].end > token.idx + len(token) + _LEAST and not asked_for(token):
            found.append(deed)
    return joined(found)

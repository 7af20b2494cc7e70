"""Pressures: cue words -> rules -> deeds, one a measure -> outcomes told later -> reports."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import Report
from demarche.reports.common import Deed, Scene, as_report, deeds_told, scene_of
from demarche.reports.pressures.joining import joined
from demarche.reports.pressures.outcomes import with_outcomes
from demarche.reports.pressures.rules import table

__all__ = ["build_pressures", "find_pressures"]

_LAST_WORD = frozenset(
    {"consequences", "act-of-war", "declared-unwelcome", "unanswered"}
)  # the word may end its clause
_LEAST = 3  # characters after its word that a deed must have: a bare word shows nothing


def build_pressures(reading: Reading) -> Iterator[Report]:
    """Yield the threats, ultimatums, demands, warnings and sanctions of one text."""
    scene = scene_of(reading)
    for deed in with_outcomes(scene, find_pressures(scene)):
        yield as_report(scene, deed)


def find_pressures(scene: Scene) -> list[Deed]:
    """List the pressures in the order of the text, each measure once."""
    found: list[Deed] = []
    for token, deed in deeds_told(scene, table()):
        if deed.rule in _LAST_WORD or deed.evidence[0].end > token.idx + len(token) + _LEAST:
            found.append(deed)
    return joined(scene, found)

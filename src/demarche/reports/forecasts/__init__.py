"""Forecasts: cue words -> rules -> deeds, in the text and between quotation marks -> reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from demarche.mentions.reading import Reading
from demarche.model import Report
from demarche.reports.common import Deed, Scene, as_report, deeds_told, scene_of
from demarche.reports.forecasts.quoted import in_quotations
from demarche.reports.forecasts.rules import table

__all__ = ["build_forecasts", "find_forecasts"]


def build_forecasts(reading: Reading) -> Iterator[Report]:
    """Yield what people in one text say is likely to happen."""
    scene = scene_of(reading)
    for deed in find_forecasts(scene):
        yield as_report(scene, deed)


def find_forecasts(scene: Scene) -> list[Deed]:
    """List the forecasts in the order of the text, each once."""
    found: list[Deed] = []
    for _, deed in deeds_told(scene, table()):
        if _in_scope(scene, deed):
            _add(found, deed)
    for deed in (d for d in in_quotations(scene) if _in_scope(scene, d)):
        _add_quoted(found, deed)
    return sorted(found, key=lambda d: d.evidence[0])


def _in_scope(scene: Scene, deed: Deed) -> bool:
    """False where an official text foretells matters of its own country."""
    return scene.reading.publisher_side is None or scene.foreign(deed.actors, deed.evidence[0])


def _add(found: list[Deed], deed: Deed) -> None:
    if not any(h.evidence[0].overlaps(deed.evidence[0]) and h.names() & deed.names() for h in found):
        found.append(deed)


_NEAR = 220  # characters within which a quotation goes on with the forecast before it


def _add_quoted(found: list[Deed], deed: Deed) -> None:
    """Add a quoted forecast, to the one before it when the same person goes on."""
    start = deed.evidence[0].start
    for index, held in enumerate(found):
        if held.names() & deed.names() and 0 <= start - held.evidence[-1].end < _NEAR:
            found[index] = replace(held, evidence=(*held.evidence, *deed.evidence))
            return
    _add(found, deed)

"""A deed: one pressure, offer, act or forecast as it is found, before it becomes a report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from demarche.model import Field, Kind, Report, Span
from demarche.reports.common.scene import Scene
from demarche.reports.statements import details
from demarche.reports.statements.voices import Voice


@dataclass(frozen=True, slots=True)
class Deed:
    """What one stretch of text says that someone did to, held out to, or foretold of someone else."""

    kind: Kind
    type: str | None
    plover: str | None
    status: str | None
    rule: str
    actors: tuple[Voice, ...]
    evidence: tuple[Span, ...]
    recipients: tuple[Voice, ...] = ()
    fields: tuple[Field, ...] = ()

    def with_field(self, *more: Field | None) -> Deed:
        """The same deed with further fields; None adds nothing."""
        return replace(self, fields=(*self.fields, *(item for item in more if item is not None)))

    def has(self, name: str) -> bool:
        """True when a field of that name is there."""
        return any(item.name == name for item in self.fields)

    def names(self) -> frozenset[str]:
        """The names of its actors with the sides they stand for."""
        return frozenset(n for v in self.actors for n in (v.name, v.side) if n)


def as_report(scene: Scene, deed: Deed) -> Report:
    """The report of a deed, with the day of its sentence."""
    voices = [
        *(voice.as_field("actor") for voice in deed.actors),
        *(voice.as_field("recipient") for voice in deed.recipients),
    ]
    day = None if deed.has("date") else details.day(scene.reading, deed.evidence[0], signed=scene.signed)
    fields = (*voices, *deed.fields, *((day,) if day is not None else ()))
    return Report(
        scene.reading.document.id, deed.kind, deed.type, deed.status, deed.evidence, fields, plover=deed.plover
    )

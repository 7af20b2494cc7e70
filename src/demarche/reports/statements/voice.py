"""A voice: one who speaks, acts, or is spoken of, as a name with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.model import ActorKind, Field, Span


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks, or whom words are about: the name to print and where it stands."""

    name: str
    span: Span | None
    reason: str | None = None
    side: str | None = None
    kind: ActorKind | None = None
    known: bool = True  # False for a name or description taken from the text alone

    def as_field(self, field: str) -> Field:
        """The field of a report that names this voice."""
        spans = (self.span,) if self.span else ()
        return Field(field, self.name, spans, self.reason, side=self.side, actor_kind=self.kind)

"""A reading: one annotated text with every mention found in it, ready for the report builders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from demarche.model import ActorMention, DateMention, Document, DurationMention, PlaceMention, Quotation, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What the finders saw. Mentions are sorted by position; actor mentions don't overlap."""

    document: Document
    doc: Doc
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    durations: tuple[DurationMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    title_actors: tuple[ActorMention, ...] = ()  # offsets and tokens count in the title, not in the text
    sentences: tuple[SpacySpan, ...] = ()
    publisher_side: str | None = None  # the state that the publisher speaks for, as its plain name
    publisher_holder: str | None = None  # who held the publishing office that day: "I" in its unsigned texts
    _actor_of_token: dict[int, ActorMention] = field(default_factory=dict, repr=False)

    def actor_at(self, token: int) -> ActorMention | None:
        """The actor mention whose phrase holds this token."""
        return self._actor_of_token.get(token)

    def actors_in(self, start: int, end: int) -> Iterator[ActorMention]:
        """Actor mentions whose head token lies in [start, end)."""
        return (m for m in self.actors if start <= m.head < end)

    def sentence_of(self, offset: int) -> SpacySpan:
        """The sentence that holds this character offset."""
        starts = [s.start_char for s in self.sentences]
        return self.sentences[max(0, bisect_right(starts, offset) - 1)]

    def dates_in(self, span: Span) -> list[DateMention]:
        """Dates inside a stretch of text."""
        return [d for d in self.dates if d.span.within(span)]

    def durations_in(self, span: Span) -> list[DurationMention]:
        """Lengths of time inside a stretch of text."""
        return [d for d in self.durations if d.span.within(span)]

    def quoted(self, offset: int) -> bool:
        """True when this offset lies between quotation marks."""
        return any(p.start <= offset < p.end for q in self.quotations for p in q.parts)

    def span(self, start_token: int, end_token: int) -> Span:
        """The character stretch of tokens [start_token, end_token)."""
        piece = self.doc[start_token:end_token]
        return Span(piece.start_char, piece.end_char)

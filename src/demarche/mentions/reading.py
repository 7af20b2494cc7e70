"""A reading: one annotated text with every mention found in it, ready for the report builders."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from demarche.mentions.text_index import TextIndex, index_of
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
    memo: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)  # what several builders ask for
    _index: TextIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", index_of(self.doc, self.sentences, self.quotations))

    def actor_at(self, token: int) -> ActorMention | None:
        """The actor mention whose phrase holds this token."""
        return self._actor_of_token.get(token)

    def actors_in(self, start: int, end: int) -> Iterator[ActorMention]:
        """Actor mentions whose head token lies in [start, end)."""
        first = bisect_left(self.actors, start, key=_head)
        return iter(self.actors[first : bisect_left(self.actors, end, first, key=_head)])

    def sentence_of(self, offset: int) -> SpacySpan:
        """The sentence that holds this character offset."""
        return self.sentences[self._index.sentence_at(offset)]

    def sentence_number(self, token: int) -> int:
        """The number of the sentence that holds this token."""
        return self._index.sentence_of_token(token)

    def words_in(self, forms: Collection[str], lemmas: Collection[str] = ()) -> Iterator[Token]:
        """The words of the text with one of these forms (or lemmas) in small letters, in order."""
        return (self.doc[i] for i in self._index.having(forms, lemmas))

    def dates_in(self, span: Span) -> list[DateMention]:
        """Dates inside a stretch of text."""
        first = bisect_left(self.dates, span.start, key=_start)
        return [
            d for d in self.dates[first : bisect_left(self.dates, span.end, first, key=_start)] if d.span.within(span)
        ]

    def durations_in(self, span: Span) -> list[DurationMention]:
        """Lengths of time inside a stretch of text."""
        return [d for d in self.durations if d.span.within(span)]

    def quoted(self, offset: int) -> bool:
        """True when this offset lies between quotation marks."""
        return self._index.quoted(offset)

    def span(self, start_token: int, end_token: int) -> Span:
        """The character stretch of tokens [start_token, end_token)."""
        piece = self.doc[start_token:end_token]
        return Span(piece.start_char, piece.end_char)


def _head(mention: ActorMention) -> int:
    return mention.head


def _start(mention: DateMention) -> int:
    return mention.span.start

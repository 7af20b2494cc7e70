"""The nouns. Every stage speaks only these; all are frozen, offsets count code points of `Document.text`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

Kind = Literal["contact", "pressure", "offer", "act", "statement", "forecast", "claim"]
KINDS: tuple[Kind, ...] = ("contact", "pressure", "offer", "act", "statement", "forecast", "claim")

CONTACT_TYPES = ("call", "meeting", "summit", "visit", "talks", "message")
CONTACT_STATUSES = ("held", "planned", "proposed", "cancelled", "denied")

#: the types and statuses of the codebook, by kind; a kind that is not there has none (an act's type is PLOVER's mode)
TYPES: dict[Kind, tuple[str, ...]] = {
    "contact": CONTACT_TYPES,
    "pressure": ("threat", "ultimatum", "demand", "warning", "sanction"),
    "offer": ("proposal", "pledge", "agreement", "concession", "aid"),
    "statement": ("direct", "indirect"),
    "claim": ("ordinal", "count", "duration", "comparison", "recency"),
}
STATUSES: dict[Kind, tuple[str, ...]] = {
    "contact": CONTACT_STATUSES,
    "pressure": ("pending", "imposed", "dropped", "extended", "met", "unknown"),
    "offer": ("open", "accepted", "rejected", "done", "unknown"),
}
STANCES = (
    "praise",
    "thank",
    "congratulate",
    "condole",
    "support",
    "neutral",
    "doubt",
    "reject",
    "criticise",
    "accuse",
    "threaten",
    "request",
)

#: fields that hold a list in the codebook's JSON form, even with one value
LIST_FIELDS = frozenset({"participants", "actor", "recipient", "topics", "subjects", "reference", "contact_types"})


class Reason(StrEnum):
    """Why a field has no words of its own: how its value was derived, or why it has none."""

    PUBLICATION_DATE = "publication_date"  # the document gives no day: its own day, approximate
    DAY_PAGE = "day_page"  # an item of a chronicle: the page's day
    DATELINE = "dateline"
    AUTHORITY = "authority"  # the authority facts say who held the office that day
    CODEBOOK = "codebook"  # the codebook fixes the value for this kind
    TITLE = "title"  # the title names it, the text does not
    INITIATIVE_OF_CALLER = "caller"  # "X called Y": X placed the call
    SPEAKER = "speaker"  # a first-person text: "I" is the signer or speaker
    AMBIGUOUS = "ambiguous"  # several readings fit: left open
    NO_ANCHOR = "no_anchor"  # a relative date in a document without a date
    PERSON = "person"  # a person set it and said why: the decision is in the log


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text, `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """True when this stretch lies inside `other`."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """True when the two stretches share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Document:
    """One text as published. `text` is frozen: a changed page is a new document version.

    `date` is the publication day in the publisher's own zone, or None when nobody knows it.
    `undated` forms stay open then. `day_page` marks an item of a day-by-day chronicle.
    """

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str | None = None
    date: date | None = None
    source: str = ""
    date_rule: str = ""  # where the date came from: "given", "json", "meta:article:published_time", ...

    @property
    def content_hash(self) -> str:
        """SHA-256 of title and text: the same words are the same document."""
        return hashlib.sha256(f"{self.title}\0{self.text}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class When:
    """A calendar value: an EDTF string with the days it may cover, and how it was found.

    `edtf` is None when the form was refused or has no anchor; `reason` then says why.
    `anchor` is the day a relative form was counted from, `rule` the name of the grammar rule.
    """

    edtf: str | None
    earliest: date | None = None
    latest: date | None = None
    words: str = ""
    anchor: date | None = None
    rule: str = ""
    reason: str | None = None
    clock: str | None = None  # "15:30" when the text gives an hour


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length in minutes, both ends closed; `max` None is open ("more than two hours")."""

    min: int | None
    max: int | None
    words: str = ""
    rule: str = ""


ActorKind = Literal["person", "state", "institution", "group"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named in one document.

    `name` is the fullest form known, without titles ("Vladimir Putin", "United States", "Kremlin",
    "senior officials of Ukraine"). `side` is the state or body it stands for, as its plain name
    ("Russia", "NATO"), or None. `rule` tells how the name was resolved. `head` is the index of the head token in
    the annotated text; `start_token`/`end_token` bound the whole phrase (title and apposition included).
    `plural` marks "the two leaders", "they": `members` then lists the names it stands for.
    """

    span: Span
    name: str
    kind: ActorKind
    side: str | None
    rule: str
    head: int
    start_token: int
    end_token: int
    actor_id: str | None = None
    office: str | None = None
    members: tuple[str, ...] = ()
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in one document with its value."""

    span: Span
    when: When


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A length of time in one document with its value in minutes."""

    span: Span
    lasting: Lasting


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where something can happen: city, country, residence; `name` as the codebook writes it."""

    span: Span
    name: str
    state: str | None = None
    head: int = -1


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; `parts` are the stretches inside the marks, in order.

    A quotation that "he said" breaks, or that runs over several paragraphs, is one with several parts.
    """

    span: Span  # from the first opening mark to the last closing mark
    parts: tuple[Span, ...]


Value = str | int | Lasting | tuple[str, ...] | tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a report with the words that show it, or the reason why it has none.

    A field that names an actor (`participants`, `initiator`, `actor`, `recipient`) also says which state or body it
    stands for (`side`, a plain name) and what it is (`actor_kind`), so that a ledger can pool the people of a side.
    """

    name: str
    value: Value
    spans: tuple[Span, ...] = ()
    reason: str | None = None
    side: str | None = None
    actor_kind: ActorKind | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says about one thing. `fields` repeat a name for lists (two `participants` rows)."""

    document_id: str
    kind: Kind
    type: str | None
    status: str | None
    evidence: tuple[Span, ...]
    fields: tuple[Field, ...] = field(default=())
    plover: str | None = None

    def all(self, name: str) -> tuple[Field, ...]:
        """Every field of that name, in order."""
        return tuple(f for f in self.fields if f.name == name)

    def first(self, name: str) -> Field | None:
        """The first field of that name, or None."""
        return next((f for f in self.fields if f.name == name), None)

    def names(self, name: str) -> tuple[str, ...]:
        """The plain values of a list field such as `participants`."""
        return tuple(str(f.value) for f in self.fields if f.name == name)

    def spans(self) -> Iterator[Span]:
        """Every stretch the report rests on: evidence first, then its fields."""
        yield from self.evidence
        for item in self.fields:
            yield from item.spans

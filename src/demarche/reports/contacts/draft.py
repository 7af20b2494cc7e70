"""The draft: a contact while it is put together, before its fields are filled and the gate is met."""

from __future__ import annotations

from dataclasses import dataclass, field

from demarche.model import ActorMention, DateMention, Field, Span


@dataclass(slots=True)
class Party:
    """One participant of a draft: the name to print, the mentions that show it, or the reason why none does."""

    name: str
    side: str | None
    kind: str  # person, state, institution, group
    mentions: list[ActorMention] = field(default_factory=list)
    reason: str | None = None
    spans: tuple[Span, ...] = ()  # words that show the party when no mention does ("to Chisinau, Moldova")


@dataclass(slots=True)
class Cue:
    """A word that tells of a contact: "spoke", "call", "visited", "summit".

    `token` is its index, `type` the contact type it shows (None: "conversation", "contact" leave it open),
    `generic` marks anaphoric nouns ("the conversation", "the meeting") that usually continue an earlier draft.
    """

    token: int
    type: str | None
    sense: str  # the name of the row in senses.py: "speak", "visit-noun", ...
    generic: bool = False


@dataclass(slots=True)
class Draft:
    """One contact: where it stands in the text, who took part, and its fields as they are found."""

    type: str
    cues: list[Cue]
    parties: list[Party]
    evidence: list[Span]  # the clause that shows it, further spans that add a field
    sentences: list[int]  # indices into reading.sentences, in order
    status: str = "held"
    fields: list[Field] = field(default_factory=list)  # date, duration, initiator, place, topics, ...
    day: DateMention | None = None  # the day that a list gives beside the contact
    ordinal: int = 0  # 1, 2, ... when one cue tells of several contacts ("twice, on 14 April and again on Monday")
    known_day: tuple[object, DateMention | None] | None = field(default=None, compare=False, repr=False)

    def state(self) -> object:
        """What its day depends on: as long as it is the same, the day need not be sought again."""
        cues = tuple(cue.token for cue in self.cues)
        parties = tuple((p.name, len(p.mentions)) for p in self.parties)
        return cues, parties, tuple(self.sentences), self.type, self.status, self.ordinal

    def names(self) -> frozenset[str]:
        """The names of the parties."""
        return frozenset(p.name for p in self.parties)

    def sides(self) -> frozenset[str]:
        """The states and bodies for which the parties stand, where known."""
        return frozenset(p.side for p in self.parties if p.side)

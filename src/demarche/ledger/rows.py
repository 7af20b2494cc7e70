"""What the ledger takes and gives back: plain frozen rows, no SQL in sight."""

from __future__ import annotations

from dataclasses import dataclass, field
from dataclasses import field as dataclass_field
from datetime import date
from enum import StrEnum
from typing import Any, TypedDict

from demarche.model import Span, Value


class Outcome(StrEnum):
    """What became of a document that was added."""

    NEW = "new"  # not seen before
    UNCHANGED = "unchanged"  # the same words, already read by this extractor: nothing was added
    NEW_VERSION = "new_version"  # the page at this address changed: the old version is kept, no longer counted
    REREAD = "reread"  # the same words read by another extractor, or now dated: machine rows replaced, decisions kept


@dataclass(frozen=True, slots=True)
class Run:
    """One run of reading; `finished` is None while it goes on, and stays so when it was killed."""

    id: int
    extractor: str
    started: str
    finished: str | None = None
    new: int = 0
    unchanged: int = 0
    new_versions: int = 0
    reread: int = 0
    skipped: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Filters:
    """Which reports to list; an empty filter lists all.

    `who` and `with_` are names as people type them ("zelensky", "Lavrov", "United States"); several names are
    pooled. Both are whoever is named in a report: participants, actor, recipient, whom a statement is about, subjects
    of a claim. `actor` and `recipient` ask for a direction: who acts, speaks or asked for a contact, and to whom it is
    addressed or whom it is about. `kind`, `type`, `status`, `stance` take one value or several.

    `since` and `until` are EDTF ("2025", "2025-03", "2025-03-04"): a report is listed when its date may lie in
    between. Reports without a date are left out as soon as `since` or `until` is given, unless `undated` asks for them
    too. `order` is "date", "-date" or "added"; `limit` None lists everything.

    `text` are words to be found in a report (its sentence, names, places, topics): accents, spelling variants and
    endings don't matter. `source_class` is the kind of publisher. `standing` is that of the event ("machine",
    "confirmed", "person"; "open" when nobody has decided on it), `doubt` what is doubtful about it ("disputed",
    "perhaps", "undated").
    """

    who: str | tuple[str, ...] = ()
    with_: str | tuple[str, ...] = ()
    actor: str | tuple[str, ...] = ()
    recipient: str | tuple[str, ...] = ()
    kind: str | tuple[str, ...] = ()
    type: str | tuple[str, ...] = ()
    status: str | tuple[str, ...] = ()
    stance: str | tuple[str, ...] = ()
    since: str | date | None = None
    until: str | date | None = None
    undated: bool = False
    order: str = "date"
    limit: int | None = None
    offset: int = 0
    retired: bool = False  # also rows that a later reading or a later version of the page replaced
    text: str = ""
    source_class: str | tuple[str, ...] = ()
    standing: str | tuple[str, ...] = ()
    doubt: str | tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds asked for; all of them where there are none."""
        return (self.kind,) * bool(self.kind) if isinstance(self.kind, str) else self.kind


class Choices(TypedDict, total=False):
    """The same filters as keywords."""

    who: str | tuple[str, ...]
    with_: str | tuple[str, ...]
    actor: str | tuple[str, ...]
    recipient: str | tuple[str, ...]
    kind: str | tuple[str, ...]
    type: str | tuple[str, ...]
    status: str | tuple[str, ...]
    stance: str | tuple[str, ...]
    since: str | date | None
    until: str | date | None
    undated: bool
    order: str
    limit: int | None
    offset: int
    retired: bool
    text: str
    source_class: str | tuple[str, ...]
    standing: str | tuple[str, ...]
    doubt: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor of a report; `role` is the field that names it: participants, initiator, actor, recipient, about,
    subjects, reference."""

    role: str
    name: str
    side: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """The document behind a row. `name` is the id it was read under, `date` its publication day (ISO) or None."""

    hash: str
    name: str
    version: int
    publisher: str
    url: str | None
    title: str
    date: str | None
    source: str
    date_rule: str
    superseded_at: str | None = None
    source_class: str = ""  # official, agency, press, social, entry; '' when nobody knows
    speaks_for: str | None = None  # the side an official source speaks for: "Russia" for the Kremlin
    added_at: str = ""  # when it came into the ledger


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report as a row of a table. Dates are ISO; `date` is EDTF; minutes are closed, None is unknown or open."""

    id: str
    kind: str
    type: str | None
    status: str | None
    plover: str | None
    date: str | None
    earliest: str | None
    latest: str | None
    minutes_min: int | None
    minutes_max: int | None
    participants: tuple[Participant, ...]
    place: str | None
    quote: str  # the words of the first evidence
    document: Source
    extractor: str
    verdict: str | None = None  # what a person decided on it: accept, reject
    event_id: str | None = None  # the event it was linked into
    origin: str = "machine"  # who found it: machine, person
    retired_at: str | None = None
    edited: tuple[str, ...] = ()  # the fields that a person set; the machine's values are in the log
    fields: tuple[tuple[str, Value], ...] = ()  # every other field, in order: measure, deadline, stance, value, ...

    @property
    def standing(self) -> str:
        """Who stands for it: "machine" (found), "confirmed" (found, and a person agreed), "person" (entered)."""
        if self.origin == "person":
            return "person"
        return "confirmed" if self.verdict == "accept" else "machine"

    def all(self, name: str) -> tuple[Value, ...]:
        """The values of every field of that name, in order."""
        return tuple(value for field_name, value in self.fields if field_name == name)

    def first(self, name: str) -> Value | None:
        """The first value of that name, or None."""
        return next((value for field_name, value in self.fields if field_name == name), None)

    def names(self, role: str = "participants") -> tuple[str, ...]:
        """The names in one role, in order."""
        return tuple(p.name for p in self.participants if p.role == role)


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of the document with the text around it: `before + words + after` is a run of whole sentences."""

    span: Span
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a report with its words in context, or the reason why it has none."""

    name: str
    value: Value
    quotes: tuple[Quote, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person (or a named rule) decided, hung on evidence; `undone_at` is set when it was taken back.

    `verdict` is accept, reject, edit, same, different (these two hang on two pieces of evidence), enter (an event by
    hand), same_actor or alias (these two are about names: `document_hash` is empty). Decisions that were taken together
    share their `action`. `seen` is the row as it was then: id, type, names.
    """

    id: int
    author: str
    made_at: str
    document_hash: str
    span: Span
    kind: str
    verdict: str
    note: str
    undone_at: str | None = None
    action: int = 0
    field: str | None = None
    before: Any = dataclass_field(default=None, compare=False)
    value: Any = dataclass_field(default=None, compare=False)
    seen: Any = dataclass_field(default=None, compare=False)
    other_hash: str | None = None
    other_span: Span | None = None
    other_kind: str | None = None
    other_seen: Any = dataclass_field(default=None, compare=False)
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A decision as the log tells it: on which words, in which document, and what bears it now.

    `words` and `report_ids` have one item for each piece of evidence; a report id is None when nothing is found there
    any more. The decision is `orphaned` then: it waits, and counts again when the words are found again.
    """

    decision: Decision
    words: tuple[str, ...]
    report_ids: tuple[str | None, ...]
    event_id: str | None
    document: str
    publisher: str
    url: str | None
    before: str
    after: str
    orphaned: bool
    why_orphaned: str = ""  # in words: the page has changed, or nothing is found there any more
    publishers: tuple[str, ...] = ()  # of each piece of evidence


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything the ledger knows of one report."""

    event: ReportRow
    fields: tuple[FieldRow, ...]
    evidence: tuple[Quote, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """A stored document with everything found in it; `versions` are those of its page, the oldest first."""

    source: Source
    text: str
    told: tuple[Detail, ...]
    versions: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list: how many rows were found in it, and how its text begins."""

    source: Source
    reports: int
    beginning: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held the office that was asked for, from which day to which (ISO, empty where open)."""

    name: str
    since: str
    until: str
    ids: tuple[int, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Match:
    """How a name that somebody typed was understood: the actors it stands for and the rule that found them.

    Of an office the `holders` say who held it when: a report then counts while its date may lie in that term.
    """

    asked: str
    rule: str  # "office", "name", "side", "part of the name", "nobody"
    actors: tuple[Participant, ...] = ()
    ids: tuple[int, ...] = field(default=(), repr=False)
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a ledger: documents that count (the latest versions), reports by kind, first and last day."""

    documents: int
    superseded: int
    undated: int
    first: str | None
    last: str | None
    reports: dict[str, int]
    last_run: Run | None


@dataclass(frozen=True, slots=True)
class Cell:
    """How many current documents one source published in one month (`2025-03`; '' when nobody knows the day)."""

    publisher: str
    source_class: str
    month: str
    documents: int


@dataclass(frozen=True, slots=True)
class Link:
    """How two reports (`a` < `b`) were judged: the score, and each rule that spoke with its points and its reason."""

    a: str
    b: str
    score: float
    verdict: str  # same, perhaps, different
    why: tuple[tuple[str, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened (or is planned, threatened, said), with every report that tells of it.

    `date`, `earliest`–`latest` and the minutes are what its reports imply together: the most precise date, and the
    interval over all lengths told (`minutes_max` None with a `minutes_min` is open). `status` is the last state that a
    report tells. `disputed` when reports contradict each other; `perhaps` counts other events that it may be one
    with. `verdict` is "accept" when a person confirmed it; `origin` is "person" when only people entered it.
    """

    id: str
    kind: str
    type: str | None
    status: str | None
    date: str | None
    earliest: str | None
    latest: str | None
    minutes_min: int | None
    minutes_max: int | None
    disputed: bool
    perhaps: int
    verdict: str | None
    origin: str
    reports: tuple[ReportRow, ...]  # the most telling first

    @property
    def row(self) -> ReportRow:
        """Its most telling report."""
        return self.reports[0]

    @property
    def standing(self) -> str:
        """Who stands for it: "machine" (found), "confirmed" (found, and a person agreed or entered it too), "person"
        (entered only)."""
        if self.origin == "person":
            return "person"
        entered = any(row.origin == "person" for row in self.reports)
        return "confirmed" if entered or self.verdict == "accept" else "machine"


@dataclass(frozen=True, slots=True)
class EventPage:
    """Events of one page, and how many there are of all; more than `total` where `over`."""

    events: tuple[Event, ...]
    total: int
    over: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of one field of an event; `agrees` False where accounts contradict each other."""

    field: str
    value: Value | None
    said: str  # the value in words
    report_id: str
    publisher: str
    source_class: str
    speaks_for: str | None
    day: str | None  # when it was published
    quotes: tuple[Quote, ...] = ()
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """A state in the life of an event: told on `day` by these reports."""

    day: str | None
    status: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventDetail:
    """Everything the ledger knows of one event: accounts by field, its life, why its reports are one, decisions."""

    event: Event
    accounts: tuple[tuple[str, tuple[Account, ...]], ...]  # (field, accounts), the fields in the codebook's order
    life: tuple[State, ...]
    links: tuple[Link, ...]  # between its own reports
    maybe: tuple[tuple[Link, str], ...]  # to a report of another event, with that event's id
    decisions: tuple[Decision, ...]

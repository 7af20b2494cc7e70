"""A pressure and its life: announced, revised, and what became of it, each step with the sentence that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from demarche.analysis import telling
from demarche.analysis.pressures.states import ENDED, OPEN, WORDS, Stage, State
from demarche.ledger import Event, ReportRow
from demarche.ledger.edtf import Days, parse

__all__ = ["PressureLife", "Step", "last_day"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `state` is "announced", "revised" or a state; `day` is its own day, `told` that of the document.

    `reason` says which rule took the sentence for this. A revision keeps the old deadline and the new one (EDTF).
    """

    state: str
    day: date | None
    told: date | None
    report_id: str
    event_id: str
    publisher: str
    quote: str
    reason: str
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class PressureLife:
    """One pressure with its life.

    `deadlines` are all that were told, in EDTF, in order; the last is the one in force. `state` is what became of it,
    `ended` the day of that when it is known, `words` the outcome as told, `reason` the rule that read it, `heard` the
    last day that these words or their document name. `maybe` are later rows of the same side that may tell its end:
    nobody has said so. `next` is the pressure that took its place.
    """

    event: Event
    rows: tuple[ReportRow, ...]
    stage: Stage
    announced: Days | None
    deadlines: tuple[str, ...]
    steps: tuple[Step, ...]
    state: State
    ended: date | None = None
    words: str = ""
    reason: str = ""
    heard: date | None = None
    next: str | None = None
    maybe: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def type(self) -> str:
        """threat, ultimatum, demand, warning, sanction."""
        return self.event.type or "pressure"

    @property
    def by(self) -> tuple[str, ...]:
        """Who exerts it."""
        return tuple(dict.fromkeys(name for row in self.rows for name in telling.from_whom(row)))

    @property
    def against(self) -> tuple[str, ...]:
        """On whom."""
        return tuple(dict.fromkeys(name for row in self.rows for name in telling.to_whom(row)))

    @property
    def measure(self) -> str:
        """What is held out or adopted."""
        return self._first("measure")

    @property
    def condition(self) -> str:
        """What is demanded."""
        return self._first("condition")

    @property
    def what(self) -> str:
        """The measure, else the demand, else the sentence."""
        return self.measure or self.condition or telling.what(self.rows[0])

    @property
    def day(self) -> date | None:
        """The first day it may have been announced on."""
        return self.announced.earliest if self.announced else None

    @property
    def deadline(self) -> str | None:
        """The deadline in force (EDTF)."""
        return self.deadlines[-1] if self.deadlines else None

    @property
    def due(self) -> date | None:
        """The last day of the deadline in force; None without one, or when it hangs on an unknown day."""
        return last_day(self.deadline)

    @property
    def revisions(self) -> tuple[Step, ...]:
        """The changes of the deadline."""
        return tuple(step for step in self.steps if step.state == "revised")

    @property
    def extended(self) -> int:
        """How often more time was given."""
        pairs = [(last_day(step.old), last_day(step.new)) for step in self.revisions]
        return sum(old is None or (new is not None and new > old) for old, new in pairs)

    @property
    def outcome(self) -> Step | None:
        """The step that tells what became of it; None when that is computed."""
        found = [step for step in self.steps if step.state not in ("announced", "revised")]
        return found[-1] if found else None

    @property
    def open(self) -> bool:
        """True while nothing more is known than that it may still come."""
        return self.state in OPEN

    @property
    def settled(self) -> bool:
        """True when its outcome is told."""
        return self.state in ENDED

    @property
    def told_by(self) -> tuple[str, ...]:
        """Publishers."""
        return tuple(dict.fromkeys(row.document.publisher or row.document.name for row in self.rows))

    @property
    def certain(self) -> bool:
        """Announced on one certain day, contradicted by nobody, told once."""
        sure = self.announced is not None and self.announced.one_day and not self.announced.approximate
        return sure and not self.event.disputed and not self.event.perhaps

    def words_of_state(self) -> str:
        """`carried out`, `unknown: <words>`, `open (told: no follow-up found)`."""
        name = WORDS[self.state]
        if self.state == "unknown":
            return f"{name}: {self.words}"
        return f"{name} (told: {self.words})" if self.state == "open" and self.words else name

    def _first(self, name: str) -> str:
        found = (str(value) for row in self.rows if (value := row.first(name)))
        return " ".join(next(found, "").split())


def last_day(edtf: str | None) -> date | None:
    """The last day of a deadline; None when there is none or it is a length such as `P10D`."""
    days = parse(edtf)
    return days.latest if days else None

"""From an event of the ledger to the life of a pressure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from demarche.analysis.dyad import told_rows
from demarche.analysis.pressures.lives import PressureLife, Step, last_day
from demarche.analysis.pressures.outcomes import Told, published, told_outcome
from demarche.analysis.pressures.states import WORDS, Stage, State, stage_of
from demarche.ledger import Event, ReportRow
from demarche.ledger.edtf import Days, parse

__all__ = ["AsOf", "life_of"]


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day of asking. With `strict` what became known later is left out; else it only tells which days passed."""

    day: date
    strict: bool = False

    def knows(self, day: date | None) -> bool:
        """True when something of that day could be known."""
        return not self.strict or day is None or day <= self.day


def life_of(event: Event, as_of: AsOf) -> PressureLife:
    """The life of one pressure, from its own reports alone."""
    rows, stage = told_rows(event), stage_of(event.type)
    announced = parse(event.date) or _published(rows)
    begun = announced.earliest if announced else None
    revisions = _revisions(rows, as_of)
    deadlines = _deadlines(rows, revisions)
    told = [t for row in _ordered(rows) if (t := told_outcome(row, stage, begun)) and _known(t, deadlines, as_of)]
    state, ended = _ending(told, stage, begun, deadlines, as_of)
    last = told[-1] if told else None
    steps = (*_announced(rows, announced), *revisions, *(_step(t, stage, begun, deadlines) for t in told))
    return PressureLife(
        event,
        rows,
        stage,
        announced,
        deadlines,
        steps,
        state,
        ended,
        last.words if last else "",
        last.reason if last else _computed(state),
        heard=last.known if last else None,
        doubts=tuple(_doubts(event, rows, told)),
    )


def _computed(state: State) -> str:
    if state == "lapsed":
        return "computed: its day has passed and no text says what became of it"
    return "computed: no text says what became of it"


def _published(rows: Sequence[ReportRow]) -> Days | None:
    """Without a day of its own: no later than the first document that tells of it."""
    days = [day for row in rows if (day := published(row))]
    return Days(min(days), min(days), approximate=True) if days else None


def _ordered(rows: Iterable[ReportRow]) -> list[ReportRow]:
    """In the order of telling; what a person entered or set comes last and decides."""
    return sorted(rows, key=lambda row: (_set(row), row.origin == "person", row.document.date or "", row.id))


def _set(row: ReportRow) -> bool:
    return bool({"outcome", "status"} & set(row.edited))


def _revisions(rows: Sequence[ReportRow], as_of: AsOf) -> tuple[Step, ...]:
    found: dict[str, Step] = {}
    for row in _ordered(rows):
        for value in row.all("revised_deadline"):
            day = published(row)
            old = str(row.first("deadline") or "") or None
            if str(value) not in found and as_of.knows(day):
                step = _quoted(row, "revised", day, day, "the report tells of a new deadline", old, str(value))
                found[str(value)] = step
    return tuple(found.values())


def _deadlines(rows: Sequence[ReportRow], revisions: Sequence[Step]) -> tuple[str, ...]:
    """Those told at first, the most telling report's last of them, then the revised ones."""
    new = [step.new for step in revisions if step.new]
    first = dict.fromkeys(str(value) for row in rows for value in row.all("deadline"))
    return (*reversed([value for value in first if value not in new]), *new)


def _known(told: Told, deadlines: Sequence[str], as_of: AsOf) -> bool:
    if told.known is None and told.state == "not_carried_out" and deadlines:
        return as_of.knows(last_day(deadlines[-1]))
    return as_of.knows(told.known)


def _ending(
    told: Sequence[Told], stage: Stage, begun: date | None, deadlines: Sequence[str], as_of: AsOf
) -> tuple[State, date | None]:
    due = last_day(deadlines[-1]) if deadlines else None
    passed = due is not None and due < as_of.day
    if not told:
        return ("lapsed" if passed else "open"), None
    state: State = told[-1].state
    if state in ("open", "lapsed"):
        return ("lapsed" if passed or (state == "lapsed" and due is None) else "open"), None
    if state == "unknown" and told[-1].row.status == "pending" and not passed:
        return "open", None
    return state, _end(told[-1], stage, begun, due)


def _end(told: Told, stage: Stage, begun: date | None, due: date | None) -> date | None:
    """The day of the outcome: as its words say; of a measure its effect; of none its deadline; else as published."""
    if told.state in ("deferred", "unknown"):
        return None
    if told.state == "not_carried_out":
        return due
    if told.days:
        return told.days[-1]
    if stage == "imposed" and told.state == "carried_out":
        return due or begun
    return told.published


def _announced(rows: Sequence[ReportRow], days: Days | None) -> tuple[Step, ...]:
    row = rows[0]
    return (_quoted(row, "announced", days.earliest if days else None, published(row), "", None, None),)


def _step(told: Told, stage: Stage, begun: date | None, deadlines: Sequence[str]) -> Step:
    due = last_day(deadlines[-1]) if deadlines else None
    row = told.row
    step = _quoted(row, told.state, _end(told, stage, begun, due), told.published, told.reason, None, None)
    return replace(step, quote=told.words) if told.words else step


def _quoted(
    row: ReportRow,
    state: str,
    day: date | None,
    told: date | None,
    reason: str,
    old: str | None,
    new: str | None,
) -> Step:
    teller = row.document.publisher or row.document.name
    return Step(state, day, told, row.id, row.event_id or "", teller, row.quote, reason, old, new)


def _doubts(event: Event, rows: Sequence[ReportRow], told: Sequence[Told]) -> Iterable[str]:
    if event.perhaps:
        yield f"may be one with {event.perhaps} other{'s' * (event.perhaps > 1)}"
    first = list(dict.fromkeys(str(row.first("deadline")) for row in rows if row.first("deadline")))
    if len(first) > 1:
        yield f"reports give different deadlines: {', '.join(first)}"
    states = list(dict.fromkeys(WORDS[t.state] for t in told))
    if len(states) > 1:
        yield f"told one after the other: {', '.join(states)}"
    if not event.date:
        yield "its day is not told: no later than the first document"

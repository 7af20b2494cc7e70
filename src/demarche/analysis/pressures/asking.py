"""`deadlines`: the pressures of a ledger with their lives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from demarche.analysis.coverage import Coverage, coverage
from demarche.analysis.dyad import directed, standing
from demarche.analysis.pressures.lives import PressureLife
from demarche.analysis.pressures.living import AsOf, life_of
from demarche.analysis.pressures.states import STAGES, WORDS, Stage
from demarche.analysis.pressures.succession import hang_together
from demarche.analysis.sides import Names, asked_period, bounds
from demarche.analysis.wording import day as in_words
from demarche.analysis.wording import matched
from demarche.analysis.wording import names as listed
from demarche.analysis.wording import period as period_words
from demarche.errors import UsageError
from demarche.ledger import Event, Ledger
from demarche.ledger.edtf import Days, parse

__all__ = ["Deadlines", "as_of_day", "deadlines", "lives_of"]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Pressures with their lives: the open ones by due day, then the others by the day they were announced.

    `rule` says in words which pressures these are, `who` the sides as typed; `as_of` is the day of asking.
    """

    rule: str
    as_of: date
    lives: tuple[PressureLife, ...]
    coverage: Coverage
    notes: tuple[str, ...] = ()
    who: str = ""

    @property
    def open(self) -> tuple[PressureLife, ...]:
        """Those that may still come, by due day; without a day last."""
        return tuple(life for life in self.lives if life.open)

    @property
    def past(self) -> tuple[PressureLife, ...]:
        """The others, at threat stage and after imposition."""
        return tuple(life for life in self.lives if not life.open)

    @property
    def by_state(self) -> tuple[tuple[str, int], ...]:
        """How many are in each state, in the order of the states."""
        return self.states_at(*STAGES)

    def states_at(self, *stages: Stage) -> tuple[tuple[str, int], ...]:
        """The same of these stages: measures held out and measures adopted are not to be counted together."""
        counts: Counter[str] = Counter(life.state for life in self.lives if life.stage in stages)
        return tuple((state, counts[state]) for state in WORDS if counts[state])


def deadlines(
    ledger: Ledger,
    *,
    by: Names = (),
    against: Names = (),
    period: str | None = None,
    open: bool = False,
    as_of: str | date | None = None,
    of: Sequence[Event] | None = None,
) -> Deadlines:
    """Every pressure with its life, of one side or against one, announced in a period (EDTF).

    `as_of` is the day of asking; what became known later is then left out. Without it everything told counts, and a
    deadline has passed when it lies before the ledger's last document. `open` lists only those that may still come.
    `of` are the events of this question where they are at hand.
    """
    day = as_of_day(ledger, as_of)
    days = asked_period(period)
    events = directed(ledger, "pressure", by, against, days) if of is None else standing(of)
    lives = lives_of(ledger, events, day)
    shown = sorted((life for life in lives if life.open or not open), key=_order)
    rule, who = _rule(ledger, by, against, days), _typed(by, against)
    return Deadlines(rule, day.day, tuple(shown), coverage(ledger, days), _notes(shown), who)


def lives_of(ledger: Ledger, events: Sequence[Event], as_of: AsOf) -> tuple[PressureLife, ...]:
    """The lives of these events; those announced after the day of asking are left out."""
    lives = [life for event in events if as_of.knows((life := life_of(event, as_of)).day)]
    vague = [life.id for life in lives if life.event.perhaps]
    return hang_together(lives, ledger.twins(vague) if vague else {})


def as_of_day(ledger: Ledger, given: str | date | None) -> AsOf:
    """The day of asking: as given, else that of the ledger's last document, else of its last dated pressure."""
    if given is not None:
        found = parse(str(given))
        if found is None or found.latest is None:
            raise UsageError(f"cannot read the day {given!r}; write 2025-10-16")
        return AsOf(found.latest, strict=True)
    _, last = ledger.published()
    if last:
        return AsOf(date.fromisoformat(last[:10]))
    dated = [event.latest for event in directed(ledger, "pressure", (), ()) if event.latest]
    return AsOf(date.fromisoformat(max(dated)) if dated else date.min)


def _order(life: PressureLife) -> tuple[bool, date, date, str]:
    begun = life.day or date.max
    return (not life.open, (life.due or date.max) if life.open else begun, begun, life.id)


def _rule(ledger: Ledger, by: Names, against: Names, days: Days | None) -> str:
    sides = [
        f" {word} {' or '.join(matched(ledger.resolve(name, *bounds(days))) for name in _listed(side))}"
        for word, side in (("by", by), ("against", against))
        if side
    ]
    return f"pressures{''.join(sides)}, announced {period_words(days)}" if days else f"pressures{''.join(sides)}"


def _typed(by: Names, against: Names) -> str:
    sides = (("by", _listed(by)), ("against", _listed(against)))
    return " ".join(f"{word} {' or '.join(names)}" for word, names in sides if names)


def _listed(side: Names) -> tuple[str, ...]:
    return (side,) if isinstance(side, str) else side


def _notes(lives: Sequence[PressureLife]) -> tuple[str, ...]:
    vague = [life for life in lives if life.event.perhaps]
    found = []
    if vague:
        when = listed([in_words(life.day) if life.day else "no day" for life in vague])
        found.append(f"{len(vague)} may be one with another pressure, told twice: {when}")
    if lapsed := sum(life.state == "lapsed" for life in lives):
        found.append(f"{lapsed} whose day passed without a text that says what became of it: unknown, not a failure")
    if unread := sum(life.state == "unknown" for life in lives):
        found.append(f"{unread} whose outcome is told in words that no rule reads: unknown, the words are shown")
    return tuple(found)

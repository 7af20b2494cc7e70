"""Pressures with their lives, and the episodes around them."""

from __future__ import annotations

from pydantic import BaseModel

from demarche.web.api.shapes.contacts import CoverageOut

__all__ = ["DeadlinesOut", "EpisodesOut", "PressureOut"]


class StepOut(BaseModel):
    """One step of a life, with the report that tells it and its words."""

    state: str
    day: str | None
    told: str | None
    old_deadline: str | None
    new_deadline: str | None
    reason: str
    event: str
    report: str
    publisher: str
    quote: str


class PressureOut(BaseModel):
    """A pressure: by whom, against whom, by when, what became of it and by which rule that was judged."""

    id: str
    type: str
    stage: str
    announced: str | None
    by: list[str]
    against: list[str]
    measure: str
    condition: str
    deadline: str | None
    deadlines: list[str]
    due: str | None
    extended: int
    state: str
    ended: str | None
    words: str
    reason: str
    next: str | None
    maybe_told_by: list[str]
    doubts: list[str]
    told_by: list[str]
    standing: str
    life: list[StepOut]


class DeadlinesOut(BaseModel):
    """Pressures: the open ones by due day, then the others; `states` counts them by stage."""

    rule: str
    as_of: str
    states: dict[str, dict[str, int]]
    pressures: list[PressureOut]
    notes: list[str]
    coverage: CoverageOut


class WindowOut(BaseModel):
    """The days of an episode, and what its end hangs on."""

    first: str
    last: str
    hangs_on: str


class AroundOut(BaseModel):
    """Contacts of an episode that are not in doubt."""

    before: int
    same_day: int
    during: int
    after: int


class BeatOut(BaseModel):
    """One thing told in an episode, so many days after the announcement."""

    day: str
    days_after_announcement: int
    kind: str
    what: str
    who: str
    initiator: list[str]
    events: list[str]
    certain: bool
    doubt: str
    told_by: list[str]
    quote: str


class EpisodeOut(BaseModel):
    """One pressure with what was told of the two sides around it, in the order of the days."""

    pressure: PressureOut
    window: WindowOut
    contacts: AroundOut
    beats: list[BeatOut]
    sentences: list[str]


class EpisodesOut(BaseModel):
    """Every pressure of one side on the other as an episode; `undated` have no day of announcement."""

    rule: str
    as_of: str
    episodes: list[EpisodeOut]
    undated: list[str]
    notes: list[str]
    coverage: CoverageOut

"""Who talks to whom, by month or another unit."""

from __future__ import annotations

from pydantic import BaseModel

from demarche.web.api.shapes.contacts import CoverageOut, DoubtfulContactOut
from demarche.web.api.shapes.figures import FindingOut

__all__ = ["TrafficOut"]


class TrafficRowOut(BaseModel):
    """One pair in one month; `covered` of its `days` are days that documents cover."""

    period: str
    first: str
    second: str
    contacts: int
    doubtful: int
    covered: int
    days: int


class PartOut(FindingOut):
    """A share of all contacts."""

    hits: int
    unknown: int
    bounds: list[float] | None


class BalanceOut(FindingOut):
    """How many contacts each of two sides asked for."""

    sides: list[str]
    counts: list[int]
    unknown: int
    p: float


class MonthOut(BaseModel):
    """The contacts of one month: known lengths in minutes, unknown ones apart."""

    month: str
    known: int
    unknown: int
    least: int
    most: int | None


class LengthsOut(FindingOut):
    """Minutes a contact on average, and by month."""

    months: list[MonthOut]
    undated: int
    unknown: int


class CounterpartOut(BaseModel):
    """One counterpart: its contacts by id, its share, who asked, how long they were."""

    counterpart: str
    contacts: list[str]
    share: PartOut
    balance: BalanceOut
    lengths: LengthsOut


class TrafficOut(BaseModel):
    """Who somebody talks to, with zeros where there was nothing."""

    of: str
    rule: str
    by: str
    first: str
    last: str
    as_of: str
    rows: list[TrafficRowOut]
    pairs: list[CounterpartOut]
    balance: BalanceOut
    lengths: LengthsOut
    plans: PartOut
    undated_plans: int
    reciprocity: FindingOut
    doubtful: list[DoubtfulContactOut]
    coverage: CoverageOut
    warnings: list[str]

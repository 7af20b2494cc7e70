"""Figures with their intervals: whether contact follows pressure, whether deadlines hold."""

from __future__ import annotations

from pydantic import BaseModel

from demarche.web.api.shapes.contacts import CoverageOut

__all__ = ["FindingOut", "FollowsOut", "HoldsOut"]


class FindingOut(BaseModel):
    """A figure with its interval and its sentence; `method` is a section of docs/methods.md."""

    method: str
    estimate: float | None
    interval: list[float | None] | None
    level: float
    n: int
    sentence: str
    notes: list[str]


class ShareOut(FindingOut):
    """`hits` of `n`; `bounds` if none, and if all, of the `unknown` ones were hits."""

    hits: int
    unknown: int
    bounds: list[float]


class CurveStepOut(BaseModel):
    """So many days later: how many were at risk, ended, were watched no longer; the share without an outcome."""

    days: int
    at_risk: int
    ends: int
    censored: int
    open_share: float
    interval: list[float | None]


class TimesOut(FindingOut):
    """The time to an outcome."""

    ends: int
    censored: int
    curve: list[CurveStepOut]


class ComparedOut(FindingOut):
    """The same with and without a contact in the first `landmark` days."""

    landmark: int
    horizon: int
    p: float | None
    with_contact: list[CurveStepOut]
    without: list[CurveStepOut]


class HoldsOut(BaseModel):
    """Whether deadlines held; `pressures` and `imposed` are ids with their states."""

    rule: str
    as_of: str
    share: ShareOut
    share_without_doubtful: ShareOut
    times: TimesOut
    comparison: ComparedOut | None
    pressures: dict[str, str]
    imposed: dict[str, str]
    contacts: list[str]
    notes: list[str]
    coverage: CoverageOut


class TallyOut(BaseModel):
    """Contacts on covered days."""

    contacts: int
    days: int


class WindowOut(BaseModel):
    """Contacts inside a window around pressure against those outside, with the ratio of their rates."""

    side: str
    days: int
    n: int
    inside: TallyOut
    outside: TallyOut
    ratio: float | None
    interval: list[float | None]
    level: float
    p: float | None
    p_corrected: float | None
    sentence: str
    notes: list[str]


class RotatedOut(BaseModel):
    """The windows under the null of rotated weeks."""

    windows: list[WindowOut]
    null: str
    rotations: int
    every_rotation: bool
    seed: int


class FollowsOut(RotatedOut):
    """The test on all rows, and in `sensitivity` with other rows."""

    rule: str
    method: str
    first: str
    last: str
    gaps: list[list[str]]
    sensitivity: dict[str, RotatedOut]
    sentences: list[str]
    notes: list[str]
    contacts: list[str]
    pressures: list[str]
    coverage: CoverageOut

"""Verdicts on claims, and replies to questions."""

from __future__ import annotations

from pydantic import BaseModel

__all__ = ["ReplyOut", "VerdictOut"]


class BriefContactOut(BaseModel):
    """A contact with the ids of its reports; `minutes` from least to most."""

    id: str
    date: str | None
    type: str | None
    left: list[str]
    right: list[str]
    minutes: list[int | None] | None
    standing: str
    reports: list[str]


class DoubtfulOut(BriefContactOut):
    """A contact that may count, and why it does not."""

    reason: str


class JudgedOut(BaseModel):
    """The judgement under one reading and one rule."""

    reading: str
    rule: str
    number: str
    outcome: str
    why: str


class VerdictOut(BaseModel):
    """A claim checked: supported, contradicted or cannot tell, with the rows behind it."""

    words: str
    type: str
    day: str | None
    understood: str
    outcome: str
    sentence: str
    needs: str | None
    findings: list[JudgedOut]
    rows: list[BriefContactOut]
    reference_rows: list[BriefContactOut]
    doubtful: list[DoubtfulOut]
    notes: list[str]
    warnings: list[str]
    report: str | None


class NumberOut(BaseModel):
    """The number under one reading and one rule."""

    reading: str
    rule: str
    number: str


class ReplyOut(BaseModel):
    """An answer in words; `value` is what it comes down to, null where it cannot be told."""

    understood: str
    answer: str
    value: int | str | None
    numbers: list[NumberOut]
    breakdown: dict[str, int]
    rows: list[BriefContactOut]
    doubtful: list[DoubtfulOut]
    notes: list[str]
    warnings: list[str]
    verdict: VerdictOut | None

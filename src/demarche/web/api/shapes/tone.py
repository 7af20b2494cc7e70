"""Statements of two sides about each other."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

__all__ = ["ToneOut"]


class DoubtOut(BaseModel):
    """A statement that is not counted, and why."""

    id: str
    reason: str


class DirectionOut(BaseModel):
    """What one side says about the other: how many statements, under which rule."""

    speaker: str
    about: str
    value: int
    rule: str
    doubtful: list[DoubtOut]


class ToneCountOut(BaseModel):
    """How many statements of one stance in one month."""

    month: str
    speaker: str
    about: str
    stance: str
    count: int


class StatementOut(BaseModel):
    """One statement with its words: `said` as quoted or told, `sentence` the evidence."""

    id: str
    date: str | None
    month: str | None
    speaker: str
    about: str
    who: str
    stance: str
    leaning: Literal["friendly", "hostile", "neither"]
    said: str
    sentence: str
    publisher: str
    url: str | None


class ToneOut(BaseModel):
    """Both directions, the months, the statements; `undated` are in no month."""

    sides: list[str]
    directions: list[DirectionOut]
    counts: list[ToneCountOut]
    undated: int
    statements: list[StatementOut]
    warnings: list[str]

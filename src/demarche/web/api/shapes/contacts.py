"""Contacts with their reports, the documents behind an answer, hours and their comparison."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

__all__ = ["ComparisonOut", "ContactOut", "CoverageOut", "DoubtfulContactOut", "HoursOut", "TellingOut"]


class PersonOut(BaseModel):
    """Somebody in a role."""

    role: str
    name: str
    side: str | None
    kind: str | None


class OriginOut(BaseModel):
    """The document behind a report."""

    id: str
    publisher: str
    title: str
    date: str | None
    date_rule: str
    url: str | None
    hash: str
    version: int


class TellingOut(BaseModel):
    """What one document says; `fields` are its other fields by name, `quote` the words of its evidence."""

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
    place: str | None
    who: str
    what: str
    participants: list[str]
    actors: list[PersonOut]
    quote: str
    fields: dict[str, Any]
    document: OriginOut
    extractor: str
    origin: str
    verdict: str | None
    standing: str
    edited: list[str]


class ContactOut(BaseModel):
    """A contact with every report that tells of it; `minutes_max` null where its length is open or not known."""

    id: str
    date: str | None
    type: str | None
    left: list[str]
    right: list[str]
    others: list[str]
    minutes_min: int | None
    minutes_max: int | None
    standing: str
    disputed: bool
    perhaps_one_of: int
    notes: list[str]
    reports: list[TellingOut]


class DoubtfulContactOut(ContactOut):
    """A contact that is in no figure, and why."""

    reason: str


class CoverageOut(BaseModel):
    """The documents behind an answer: from when to when, months without any (`gaps`) and with few (`thin`)."""

    documents: int
    first: str | None
    last: str | None
    undated: int
    entries: int
    gaps: list[str]
    thin: list[str]


class RuleOut(BaseModel):
    """The rule of a count."""

    status: str
    types: list[str]
    sources: Literal["any", "official", "both"]
    confirmed: bool
    per_day: bool
    zone: str | None
    persons: bool
    bilateral: bool


class MinutesOut(BaseModel):
    """A sum of minutes; `max` null where it is open."""

    min: int
    max: int | None


class HoursOut(BaseModel):
    """A sum of hours; `told` is of the known lengths, `total` open wherever a length is not known."""

    who: str
    rule: str
    counting: RuleOut
    contacts: int
    with_length: int
    told: MinutesOut
    total: MinutesOut
    unknown: list[str]
    open_ended: list[str]
    rows: list[ContactOut]
    doubtful: list[DoubtfulContactOut]
    left_out: list[DoubtfulContactOut]
    coverage: CoverageOut
    warnings: list[str]


class RatioOut(BaseModel):
    """The first sum over the second."""

    min: float | None
    max: float | None


class NeedOut(BaseModel):
    """What the unknown lengths would have to be on average, in minutes, for a claim to hold."""

    claim: str
    side: str
    min: float | None
    max: float | None
    impossible: bool


class ComparisonOut(BaseModel):
    """Whether one pool has more, less or about as many hours as another."""

    verdict: str
    sentence: str
    factor: float
    about: float
    ratio: RatioOut
    possible: list[str]
    needs: list[NeedOut]
    shared: list[str]
    first: HoursOut
    second: HoursOut

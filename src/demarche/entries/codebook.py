"""Which fields each kind of report has, in the codebook's order: the one table that entries and edits share."""

from __future__ import annotations

from demarche.model import LIST_FIELDS, STATUSES, TYPES, Kind

__all__ = ["FIELDS", "HEADS", "PLOVER", "PLOVER_OF", "REQUIRED", "SEVERAL", "heads_of"]

#: the event types of PLOVER
PLOVER = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)

#: values of the report itself rather than of a field
HEADS = ("type", "status", "plover")

FIELDS: dict[Kind, tuple[str, ...]] = {
    "contact": ("participants", "initiator", "date", "duration", "place", "topics"),
    "pressure": (
        "actor",
        "recipient",
        "measure",
        "condition",
        "deadline",
        "revised_deadline",
        "outcome",
        "mode",
        "date",
    ),
    "offer": ("actor", "recipient", "content", "condition", "deadline", "outcome", "mode", "date"),
    "act": ("actor", "recipient", "content", "mode", "place", "date"),
    "statement": ("actor", "recipient", "quote", "about", "stance", "channel", "date"),
    "forecast": ("actor", "content", "horizon", "probability", "date"),
    "claim": (
        "subjects",
        "reference",
        "contact_types",
        "value",
        "unit",
        "relation",
        "period",
        "source",
        "actor",
        "date",
    ),
}

#: fields that may hold several values, each a row of its own
SEVERAL = LIST_FIELDS | {"about"}

#: without these there is nothing to enter
REQUIRED: dict[Kind, tuple[str, ...]] = {
    "contact": ("type", "participants"),
    "pressure": ("type", "actor"),
    "offer": ("type", "actor", "content"),
    "act": ("plover", "actor", "content"),
    "statement": ("actor",),
    "forecast": ("actor", "content"),
    "claim": ("type", "subjects"),
}

#: PLOVER's type where the codebook's own type fixes it
PLOVER_OF: dict[tuple[str, str], str] = {
    ("pressure", "threat"): "THREATEN",
    ("pressure", "ultimatum"): "THREATEN",
    ("pressure", "warning"): "THREATEN",
    ("pressure", "demand"): "REQUEST",
    ("pressure", "sanction"): "SANCTION",
    ("offer", "proposal"): "COOPERATE",
    ("offer", "pledge"): "SUPPORT",
    ("offer", "agreement"): "AGREE",
    ("offer", "concession"): "CONCEDE",
    ("offer", "aid"): "AID",
} | {("contact", name): "CONSULT" for name in TYPES["contact"]}


def heads_of(kind: Kind) -> tuple[str, ...]:
    """Which of type, status and plover a kind has."""
    found = [name for name, table in (("type", TYPES), ("status", STATUSES)) if kind in table]
    return (*found, "plover") if kind in ("contact", "pressure", "offer", "act") else tuple(found)

"""What became of a pressure: the states, and their words."""

from __future__ import annotations

from typing import Literal

__all__ = ["ENDED", "OPEN", "STAGES", "WORDS", "Stage", "State", "stage_of"]

State = Literal[
    "open",
    "carried_out",
    "partly_carried_out",
    "not_carried_out",
    "deferred",
    "withdrawn",
    "met",
    "overtaken",
    "lapsed",
    "unknown",
]

#: each state in words; only `open` and `lapsed` are computed, every other one is told by a sentence
WORDS: dict[str, str] = {
    "open": "open",
    "carried_out": "carried out",
    "partly_carried_out": "partly carried out",
    "not_carried_out": "not carried out",
    "deferred": "put off",
    "withdrawn": "withdrawn",
    "met": "met",
    "overtaken": "overtaken",
    "lapsed": "day passed, no text",
    "unknown": "unknown",
}

#: states after which nothing more is waited for
ENDED = frozenset({"carried_out", "partly_carried_out", "not_carried_out", "withdrawn", "met", "overtaken"})

#: states of which nobody knows more than that they may still change
OPEN = frozenset({"open", "deferred"})

Stage = Literal["threat", "imposed"]

#: the two stages that TIES keeps apart: a measure held out, and a measure adopted
STAGES: dict[Stage, str] = {"threat": "threat stage", "imposed": "after imposition"}


def stage_of(type_: str | None) -> Stage:
    """A sanction is a measure adopted; everything else holds one out."""
    return "imposed" if type_ == "sanction" else "threat"

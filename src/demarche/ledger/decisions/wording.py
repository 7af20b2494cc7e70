"""A decision in words: what it was before, what it is after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from demarche.ledger.rows import Decision

__all__ = ["in_words"]


def in_words(decision: Decision) -> tuple[str, str]:
    """Before and after: `90 min`, `70–75 min`; `not decided`, `accept`; empty where there is nothing to say."""
    if decision.verdict in ("accept", "reject"):
        return str(decision.before or "not decided"), decision.verdict
    before = "; ".join(_plain(value) for value in decision.before or ())
    return before, _after(decision.verdict, decision.value)


def _after(verdict: str, value: Any) -> str:
    if verdict == "edit":
        return _changed(value)
    if verdict in ("same_actor", "alias"):
        return f"{value['other']} is {value['name']}"
    if verdict == "enter":
        return ", ".join(f"{name} {_plain(given)}" for name, given in value["values"].items())
    return ""


def _changed(change: Mapping[str, Any]) -> str:
    if "set" in change:
        return "; ".join(_plain(item["value"]) for item in change["set"])
    signed = [f"+{_plain(item['value'])}" for item in change.get("add", ())]
    return "; ".join([*signed, *(f"−{_plain(value)}" for value in change.get("remove", ()))])


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return _length(value.get("min"), value.get("max"))
    return ", ".join(map(_plain, value)) if isinstance(value, list) else str(value)


def _length(low: int | None, high: int | None) -> str:
    if high is None:
        return "not known in minutes" if low is None else f"{low} min or more"
    if low is None:
        return f"up to {high} min"
    return f"{low} min" if low == high else f"{low}–{high} min"

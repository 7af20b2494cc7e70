"""Field values as JSON and back: tuples are lists, a length is an object with `min` and `max`."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from demarche.model import Lasting, Value

__all__ = ["DUMP", "from_json", "to_json"]

DUMP = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
"""How every JSON column is written, on a file and on a server alike."""


def to_json(value: Value) -> Any:
    """A value in JSON's own types; nothing is lost."""
    if isinstance(value, Lasting):
        return {"min": value.min, "max": value.max, "words": value.words, "rule": value.rule}
    if isinstance(value, tuple):
        return [list(item) if isinstance(item, tuple) else item for item in value]
    return value


def from_json(value: Any) -> Value:
    """The value that `to_json` wrote."""
    if isinstance(value, dict):
        return Lasting(value.get("min"), value.get("max"), value.get("words", ""), value.get("rule", ""))
    if isinstance(value, list):
        return tuple(tuple(item) if isinstance(item, list) else item for item in value)
    return value  # type: ignore[no-any-return]

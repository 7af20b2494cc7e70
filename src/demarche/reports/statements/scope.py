"""Scope is between states: what a leader says about his own country's governors or laws is not coded."""

from __future__ import annotations

from demarche.mentions.reading import Reading


def abroad(reading: Reading) -> bool:
    """True when a text names at least two sides, or none that is known."""
    sides = {m.side for m in (*reading.actors, *reading.title_actors) if m.side}
    return len(sides) != 1

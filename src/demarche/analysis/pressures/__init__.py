"""Pressures with their lives: announced, revised, carried out, put off, withdrawn, met, overtaken, lapsed.

    found = deadlines(ledger, by="Trump", against="Russia", period="2025")
    for life in found.lives:
        life.day, life.what, life.deadline, life.state, life.outcome      # the outcome's step with its sentence

Only `open` and `lapsed` are computed; every other state is told by a sentence or set by a person.
"""

from demarche.analysis.pressures.asking import Deadlines, as_of_day, deadlines, lives_of
from demarche.analysis.pressures.lives import PressureLife, Step
from demarche.analysis.pressures.living import AsOf, life_of
from demarche.analysis.pressures.states import ENDED, OPEN, STAGES, WORDS, Stage, State

__all__ = [
    "ENDED",
    "OPEN",
    "STAGES",
    "WORDS",
    "AsOf",
    "Deadlines",
    "PressureLife",
    "Stage",
    "State",
    "Step",
    "as_of_day",
    "deadlines",
    "life_of",
    "lives_of",
]

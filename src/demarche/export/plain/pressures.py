"""Pressures with their lives, and episodes, as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demarche.analysis.episodes import Beat, Episode, Episodes
from demarche.analysis.pressures import STAGES, Deadlines, PressureLife, Step
from demarche.export.plain.contacts import (
    coverage_dict,
)

if TYPE_CHECKING:
    pass

__all__ = ["deadlines_dict", "episode_dict", "episodes_dict", "life_dict", "step_dict"]


def deadlines_dict(found: Deadlines) -> dict[str, Any]:
    """The list for JSON."""
    return {
        "rule": found.rule,
        "as_of": found.as_of.isoformat(),
        "states": {title: dict(found.states_at(stage)) for stage, title in STAGES.items()},
        "pressures": [life_dict(life) for life in found.lives],
        "notes": list(found.notes),
        "coverage": coverage_dict(found.coverage),
    }


def life_dict(life: PressureLife) -> dict[str, Any]:
    """One pressure with its life, for JSON."""
    return {
        "id": life.id,
        "type": life.type,
        "stage": STAGES[life.stage],
        "announced": life.event.date,
        "by": list(life.by),
        "against": list(life.against),
        "measure": life.measure,
        "condition": life.condition,
        "deadline": life.deadline,
        "deadlines": list(life.deadlines),
        "due": life.due.isoformat() if life.due else None,
        "extended": life.extended,
        "state": life.state,
        "ended": life.ended.isoformat() if life.ended else None,
        "words": life.words,
        "reason": life.reason,
        "next": life.next,
        "maybe_told_by": list(life.maybe),
        "doubts": list(life.doubts),
        "told_by": list(life.told_by),
        "standing": life.event.standing,
        "life": [step_dict(step) for step in life.steps],
    }


def step_dict(step: Step) -> dict[str, Any]:
    """One step of a life, for JSON."""
    return {
        "state": step.state,
        "day": step.day.isoformat() if step.day else None,
        "told": step.told.isoformat() if step.told else None,
        "old_deadline": step.old,
        "new_deadline": step.new,
        "reason": step.reason,
        "event": step.event_id,
        "report": step.report_id,
        "publisher": step.publisher,
        "quote": step.quote,
    }


def episodes_dict(found: Episodes) -> dict[str, Any]:
    """All episodes for JSON."""
    return {
        "rule": found.rule,
        "as_of": found.as_of.isoformat(),
        "episodes": [episode_dict(one) for one in found.episodes],
        "undated": [life.id for life in found.undated],
        "notes": list(found.notes),
        "coverage": coverage_dict(found.coverage),
    }


def episode_dict(one: Episode) -> dict[str, Any]:
    """One episode for JSON."""
    return {
        "pressure": life_dict(one.life),
        "window": {"first": one.first.isoformat(), "last": one.last.isoformat(), "hangs_on": one.why_end},
        "contacts": {
            "before": len(one.before),
            "same_day": len(one.same_day),
            "during": len(one.during),
            "after": len(one.afterwards),
        },
        "beats": [_beat_dict(one, beat) for beat in one.beats],
        "sentences": list(one.sentences),
    }


def _beat_dict(one: Episode, beat: Beat) -> dict[str, Any]:
    return {
        "day": beat.day.isoformat(),
        "days_after_announcement": one.after(beat),
        "kind": beat.kind,
        "what": beat.what,
        "who": beat.who,
        "initiator": list(beat.initiator),
        "events": list(beat.ids),
        "certain": beat.certain,
        "doubt": beat.doubt,
        "told_by": list(beat.told_by),
        "quote": beat.quote,
    }

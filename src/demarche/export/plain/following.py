"""The test of contact around pressure, as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demarche.export.plain.contacts import coverage_dict

if TYPE_CHECKING:
    from demarche.analysis.following import FollowsAnswer
    from demarche.statistics import Follows, Window

__all__ = ["follows_dict"]


def follows_dict(answer: FollowsAnswer) -> dict[str, Any]:
    """The answer for JSON."""
    return {
        "rule": answer.rule,
        "method": answer.method,
        "first": answer.calendar.first.isoformat(),
        "last": answer.calendar.last.isoformat(),
        "gaps": [[first.isoformat(), last.isoformat()] for first, last in answer.calendar.gaps],
        **_test_dict(answer.full),
        "sensitivity": {name: _test_dict(one) for name, one in answer.found.reduced},
        "sentences": list(answer.found.sentences),
        "notes": [*answer.notes, *answer.full.notes],
        "contacts": [contact.id for contact in answer.contacts],
        "pressures": [life.id for life in answer.lives],
        "coverage": coverage_dict(answer.coverage),
    }


def _test_dict(one: Follows) -> dict[str, Any]:
    return {
        "windows": [_window_dict(window) for window in one.windows],
        "null": one.null,
        "rotations": one.rotations,
        "every_rotation": one.every,
        "seed": one.seed,
    }


def _window_dict(window: Window) -> dict[str, Any]:
    low, high = window.interval or (None, None)
    return {
        "side": window.side,
        "days": window.days,
        "n": window.n,
        "inside": {"contacts": window.inside.contacts, "days": window.inside.days},
        "outside": {"contacts": window.outside.contacts, "days": window.outside.days},
        "ratio": window.estimate,
        "interval": [low, high],
        "level": window.level,
        "p": window.p,
        "p_corrected": window.p_corrected,
        "sentence": window.sentence,
        "notes": list(window.notes),
    }

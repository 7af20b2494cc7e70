"""The figures of deadlines that held, as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demarche.export.plain.contacts import coverage_dict
from demarche.statistics import METHODS

if TYPE_CHECKING:
    from demarche.analysis.holding import HoldsAnswer
    from demarche.statistics import Comparison, Curve, Finding, Share

__all__ = ["holds_dict"]


def holds_dict(answer: HoldsAnswer) -> dict[str, Any]:
    """The answer for JSON."""
    return {
        "rule": answer.rule,
        "as_of": answer.as_of.isoformat(),
        "share": _share_dict(answer.share),
        "share_without_doubtful": _share_dict(answer.sure),
        "times": {
            **_finding_dict(answer.times),
            "ends": answer.times.ends,
            "censored": answer.times.censored,
            "curve": _curve_dict(answer.times.curve),
        },
        "comparison": _comparison_dict(answer.comparison) if answer.comparison else None,
        "pressures": {life.id: life.state for life in answer.lives},
        "imposed": {life.id: life.state for life in answer.imposed},
        "contacts": [contact.id for contact in answer.contacts],
        "notes": list(answer.notes),
        "coverage": coverage_dict(answer.coverage),
    }


def _finding_dict(finding: Finding) -> dict[str, Any]:
    return {
        "method": METHODS[finding.method],
        "estimate": finding.estimate,
        "interval": list(finding.interval) if finding.interval else None,
        "level": finding.level,
        "n": finding.n,
        "sentence": finding.sentence,
        "notes": list(finding.notes),
    }


def _share_dict(share: Share) -> dict[str, Any]:
    return {**_finding_dict(share), "hits": share.hits, "unknown": share.unknown, "bounds": list(share.bounds or ())}


def _comparison_dict(compared: Comparison) -> dict[str, Any]:
    return {
        **_finding_dict(compared),
        "landmark": compared.landmark,
        "horizon": compared.horizon,
        "p": compared.p,
        "with_contact": _curve_dict(compared.with_contact),
        "without": _curve_dict(compared.without),
    }


def _curve_dict(curve: Curve) -> list[dict[str, Any]]:
    return [
        {
            "days": step.days,
            "at_risk": step.at_risk,
            "ends": step.ends,
            "censored": step.censored,
            "open_share": step.open_share,
            "interval": [step.low, step.high],
        }
        for step in curve.steps
    ]

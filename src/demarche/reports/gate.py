"""The one gate: exact quotation or no row.

A report passes when it has evidence, every span lies inside its document, and every field carries its own words
or a reason code. Rules, models and people all go through here; the rule itself is `demarche.evidence`.
"""

from __future__ import annotations

from demarche.evidence import quotes, refusal
from demarche.model import Document, Report

__all__ = ["admit", "quotes", "refusal"]


def admit(report: Report, document: Document) -> bool:
    """True when the report may enter the ledger."""
    return refusal(report, document) is None

"""Ids of reports: short, made from content, so that reading the same words again gives the same id.

An id is a hash of the document's words, the kind and type of the report, the first stretch of its evidence, and a
number for the rare twins that share all of these. It never depends on the order in which documents came in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from demarche.model import Report

__all__ = ["ALPHABET", "LENGTH", "report_ids"]

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: nothing looks like something else
LENGTH = 12

_PLACES = range(0, 5 * LENGTH, 5)


def report_ids(document_hash: str, reports: Iterable[Report]) -> list[str]:
    """One id a report, in order."""
    seen: Counter[str] = Counter()
    ids = []
    for report in reports:
        span = report.evidence[0]
        key = f"{document_hash}|{report.kind}|{report.type or ''}|{span.start}-{span.end}"
        ids.append(_short(f"{key}|{seen[key]}"))
        seen[key] += 1
    return ids


def _short(key: str) -> str:
    number = int.from_bytes(sha256(key.encode()).digest()[:8], "big")
    return "".join([ALPHABET[(number >> place) & 31] for place in _PLACES])

"""Recency: last spoke on a day, no session since October. The docstring is what the user reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.reports.claims import patterns as p
from demarche.reports.claims.found import Found, clause_around, verb_types
from demarche.reports.claims.vocabulary import noun_types

_GROUPS = ("verb", "their", "no", "latest")


def recency(text: str) -> Iterator[Found]:
    """Last spoke on 20 February; their last one, in May; no session since October; the latest call of the year."""
    last = "last|previous|latest|most recent"
    pattern = (
        rf"(?<!at )\b(?P<verb>last (?:{p.VERB}))\b"
        rf"|\b(?P<their>(?:their|his|her) (?:{last}) (?:one|{p.ONE})),? (?:in|on|was)\b"
        rf"|\b(?P<no>no (?:{p.ONE})s? since)\b|\b(?P<latest>the latest (?:{p.ONE})) (?:of|between)\b"
    )
    for m in p.compiled(pattern).finditer(text):
        group = next(g for g in _GROUPS if m[g])
        types = verb_types(m[group]) if group == "verb" else noun_types(re.sub(r"\s+since$", "", m[group]))
        yield Found("recency", "recency", *clause_around(text, m), *m.span(group), 1, types)

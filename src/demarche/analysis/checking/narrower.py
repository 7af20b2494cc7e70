"""What a claim counts besides its noun: "the third meeting in Moscow", "twice at the request of Ankara".

A ledger's place and initiator are told too seldom to count by; such a claim is not decided on the wider number.
"""

from __future__ import annotations

import re

__all__ = ["narrower"]

_NOT_PLACES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Person|Spring|Summer|Autumn|Winter"
)
_CONTACT = (
    r"(?:calls?|conversations?|meetings?|encounters?|summits?|talks|rounds?|sessions?|visits?|trips?|times|time|met)"
)
_PATTERNS = (
    re.compile(rf"\b{_CONTACT} ((?:in|at) (?!(?:{_NOT_PLACES})\b)(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"),
    re.compile(
        r"\b(at (?:the |his |her |their |\w+[’']s )?(?:own )?(?:request|initiative|invitation)(?: of [A-Z]\w+)?)"
    ),
    re.compile(r"\b(on (?:our|its|their|his|her|this) (?:side|bank|soil|territory)(?: of the \w+)?)"),
    re.compile(r"\b(by an? \w+ (?:leader|president|premier|prime minister|minister|official|chancellor))\b"),
    re.compile(
        r"\b(behind closed doors|without (?:aides|interpreters|advisers)|one[ -](?:on|to)[ -]one|tête-à-tête)\b"
    ),
)


def narrower(words: str) -> str:
    """The words that narrow the claim; empty when none do."""
    return next((match[1] for pattern in _PATTERNS if (match := pattern.search(words))), "")

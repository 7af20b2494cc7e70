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
_NUMBER = (
    r"(?:\d+(?:st|nd|rd|th)|\d+(?= \w+s\b)|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|no|only)"
)
_PHRASES = (
    rf"(?:in|at) (?!(?:{_NOT_PLACES})\b)(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*",
    r"at (?:the |his |her |their |\w+[’']s )?(?:own )?(?:request|initiative|invitation)(?: of [A-Z]\w+)?",
    r"on (?:our|its|their|his|her|this) (?:side|bank|soil|territory)(?: of the \w+)?",
    r"by an? \w+ (?:leader|president|premier|prime minister|minister|official|chancellor)",
    r"behind closed doors|without (?:aides|interpreters|advisers)",
)
#: right after the number and its noun: "the call, the eighth this year, took place at the request of X" is not narrower
_NARROWER = re.compile(rf"\b(?i:{_NUMBER})(?: [\w-]+){{0,3}}? ({'|'.join(_PHRASES)})\b")
#: wherever it stands in the claim: at whose place, on whose wish, a part of a number
_ANYWHERE = re.compile(
    r"\b(?:(?:has|have|had) )?(?P<host>hosted|played host to)\b"
    r"|\b(?:were|have been|had been) "
    r"(?P<by>(?:initiated|requested|placed|proposed|asked for) by (?:the )?[A-Z][\w’'-]+)"
    rf"|\b(?i:{_NUMBER}) (?P<part>of (?:the|their|his|her|those) (?:{_NUMBER}|\d+))\b"
    rf"|\bnever \w+ (?P<place>in (?!(?:{_NOT_PLACES})\b)[A-Z][\w’'-]+)"
)


def narrower(words: str) -> str:
    """The words that narrow the claim; empty when none do."""
    match = _NARROWER.search(words)
    if match:
        return match[1]
    found = _ANYWHERE.search(words)
    return next((group for group in found.groups() if group), "") if found else ""

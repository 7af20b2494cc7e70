"""The stance of quoted words, from the words themselves and from the verb that introduces them."""

from __future__ import annotations

import re
from functools import cache

#: stance -> what shows it in quoted words; the first that is found counts
_TONE: tuple[tuple[str, str], ...] = (
    ("condole", r"condolences?|mourn|grie(?:f|ve)|sympath(?:y|ies)|saddened|hearts? (?:go|goes) out"),
    ("congratulate", r"congratulat\w+|happy birthday|felicitat\w+"),
    ("thank", r"thanks?\b(?! to)|thank you|thankful|grateful|gratitude|appreciate[sd]?\b|appreciation"),
    (
        "threaten",
        r"will (?:be )?(?:shut|close|pay|strike|retaliate|respond|bomb|destroy|hit)|(?:severe|serious|grave"
        r"|face|bear the) consequences|retaliat\w+"
        r"|legitimate targets?|not be (?:asked|bullied)|response against",
    ),
    (
        "accuse",
        r"\blie[sd]?\b|violat\w+|aggress(?:ion|or)\b.{0,40}\bagainst us|guilty|responsible for|blame\w*|betray\w*",
    ),
    (
        "reject",
        r"no such|never (?:accept|agree|allow|recogni[sz]e)|\bno \w+ .{0,80}\bcan be\b|not (?:negotiate"
        r"|accept|recognize|recognise|comment|true|correspond)"
        r"|null and void|unacceptable|out of the question|(?:can|will)not be|there(?: was| is| were| are"
        r"|['’]s) no|nothing to"
        r"|\bnot (?:stand|agree)|refus\w+|reject\w*",
    ),
    (
        "request",
        r"we need (?!to)|need(?:s|ed)? (?:your|to|concrete)|\bmust\b|\bshould\b|(?:he|she|they|it) (?:has"
        r"|have) to\b|let (?:him|her|them)"
        r"|(?:I|we) (?:ask|urge|call)|would like (?:you|these|to see)|please|(?:we|I) expect\b",
    ),
    (
        "criticise",
        r"ridiculous|shame\w*|disgrace\w*|dreadful|terribl[ey]|horribl[ey]|wrong|fail(?:ed|ure)|worse|farce|nonsense"
        r"|lacks?\b|reduces|scarcity|fairy tale|weak|broken|illegal|unfair|goes against|occupation"
        r"|escalation|tense|subsidi[sz]e",
    ),
    (
        "doubt",
        r"surprised (?:to|if)|doubt\w*|sceptic\w*|skeptic\w*|not sure|believe it when|maybe|lower expectations",
    ),
    (
        "praise",
        r"impress\w*|great\b|excellent|success\w*|important (?:and|step)|leader(?:ship)?|game changer"
        r"|friend(?:ly|s)?\b"
        r"|strong(?:ly)?\b|respectful|serious about|proud|historic|best|respect|partners?\b|robust|biggest"
        r"|remarkable",
    ),
    (
        "support",
        r"support\w*|shoulder to shoulder|stand (?:with|by)|solidarity|ready to|we back|optimistic|dialogue"
        r"|diplomatic efforts|ironclad",
    ),
)

#: the verb that introduces the words decides before they do
_BY_VERB: dict[str, str] = {
    "thank": "thank", "praise": "praise", "hail": "praise", "criticize": "criticise", "criticise": "criticise",
    "denounce": "criticise", "condemn": "criticise", "accuse": "accuse", "blame": "accuse", "reject": "reject",
    "dismiss": "reject", "deny": "reject", "threaten": "threaten", "urge": "request", "demand": "request",
    "brand": "criticise", "dub": "criticise", "congratulate": "congratulate", "welcome": "support",
}  # fmt: skip


def tone_of(words: str, verb: str = "") -> str:
    """The stance of quoted words: that of the verb, else the first that the words show, else neutral."""
    if verb in _BY_VERB:
        return _BY_VERB[verb]
    return next((stance for stance, pattern in _patterns() if pattern.search(words)), "neutral")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((stance, re.compile(pattern, re.IGNORECASE)) for stance, pattern in _TONE)

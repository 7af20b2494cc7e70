"""How claims are worded. Patterns are built once; each names its groups for the finders."""

from __future__ import annotations

import re
from functools import cache

from demarche.reports.claims.vocabulary import NOUNS, NUMBERS, ORDINALS, VERBS

_NUM = "|".join(sorted((n for n in NUMBERS if n not in ("no", "once", "twice", "thrice")), key=len, reverse=True))
NUM = rf"(?:\d{{1,3}}|{_NUM})"
TIMES = rf"(?:once|twice|thrice|{NUM} times|(?:just |only )?(?:one|a) single time)"
ORD = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
_HEADS = "|".join(NOUNS)
#: modifiers between number and noun: anything but the little words that begin another phrase
_LITTLE = "of|to|in|on|and|or|the|a|day|days|part|half|time|leg|stage|stop|phase|deputy|lady|that|for|at|with"
_VERBS = "has|have|had|is|was|were|are"
_MODIFIER = rf"(?!(?:{_LITTLE}|{_VERBS})\b)[\w’'.&-]+"
ONE = rf"(?:{_MODIFIER}\s+){{0,4}}?(?:{_HEADS})"
MANY = rf"(?:{_MODIFIER}\s+){{0,3}}?(?:{_HEADS})s"
#: any noun or verb of contact
CONTACT = rf"\b(?:(?:{_HEADS})s?|{'|'.join(pattern for pattern, _ in VERBS)})\b|\bspent\b|\bthe one of\b"
VERB = "|".join(pattern for pattern, _ in VERBS)
SPAN_OF_TIME = (
    r"(?:this|the|last) (?:year|month|week|spring|summer|autumn|fall|winter|decade)|since\b|so far|to date"
    r"|in (?:as many|(?:less than |more than |the (?:last|past) )?(?:\d+|\w+)) (?:days|weeks|months|years)|in \d{4}"
    r"|ever\b|yet\b|in total|all told|altogether|between \d{4} and \d{4}|(?:over|within|during) the (?:last|past|first)"
)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled once; case is ignored."""
    return re.compile(pattern, re.IGNORECASE)

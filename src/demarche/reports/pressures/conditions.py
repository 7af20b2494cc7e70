"""The condition that a pressure hangs on: unless, if, should, until, as long as, or else."""

from __future__ import annotations

import re
from functools import cache

from demarche.mentions.reading import Reading
from demarche.model import Span


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?i:unless|if|until|till|as long as|in case|in the case of|on condition that|failing(?= (?:a|an|that)\b)"
        r"|should(?= \w+(?: \w+){0,3} (?:not |be |fail|refuse|continue)))"
        r"|[Ss]hould(?= (?:the|any|an?|its?|they|he|she|his|her|their|[A-Z]\w+)\b))"
        r"\s+(?!\w+ (?:further )?notice\b)"
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(
        r",\s+(?:the|he|she|it|they|[A-Z])|;|\.\s|\.$|\n|, (?:said|says|told|warned)\b| or face\b| or else\b"
    )


@cache
def _date_only() -> re.Pattern[str]:
    return re.compile(r"(?:until|till)\s+(?:the\s+)?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug"
                      r"|sep|oct|nov|dec|end\b|next|tomorrow|today|midnight|now|further)", re.IGNORECASE)  # fmt: skip


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r",|;|\n")


def _opens(text: str, start: int, at: int) -> bool:
    """True when the condition comes before what hangs on it: "if …, …", "said that, should …, …"."""
    before = text[start:at].rstrip(" ,").lower()
    return not before or before.endswith((" that", ":")) or before.endswith(" said")


def condition_of(reading: Reading, evidence: Span) -> Span | None:
    """The words of the condition inside the evidence, its conjunction left out."""
    text = reading.document.text
    for match in _opening().finditer(text, evidence.start, evidence.end):
        if _date_only().match(text, match.start()):
            continue
        opens = _opens(text, evidence.start, match.start())
        closing = (_comma() if opens else _closing()).search(text, match.end(), evidence.end)
        end = closing.start() if closing else evidence.end
        words = text[match.end() : end].rstrip(" ,.;")
        if len(words) > 3:
            return Span(match.end(), match.end() + len(words))
    return None

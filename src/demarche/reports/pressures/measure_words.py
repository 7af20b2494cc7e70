"""The words of a measure and of a demand, as each rule finds them in the clause."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.mentions.reading import Reading
from demarche.model import Span

#: rules whose own verb belongs to the measure: "close the railway", "imposed a tariff"
_OWN_VERB = frozenset(
    words(
        """
        held-over intended imposed sanctioned cut-off added-to-list lets-none-through signed-order
        not-invited must harm-foretold sent-home put-on-list percent-on set-tariffs stopped-trading
        froze-money banned tore-up struck-back ordered-out will-suffer cost-dear act-of-war consequences
        came-into-force faces-duty unanswered has-to-answer stands-by will-follow turned-back stripped
        tightened-rules met-with had-threatened gave-more revised called-off
        """
    )
)
_LEADS: dict[str, str] = {
    "threatened": r"(?:to\s+|that\s+|.*?\bwith\s+)",
    "threat-noun": r"(?:to|of|that)\s+",
    "warned": r".*?\b(?:of|that|against|about)\s+",
    "warning-noun": r"(?:to|that|against)\s+",
    "gave-term": r".*?\bto\s+",
    "waits-until": r".*?\bto\s+",
    "had-term": r".*?\bto\s+",
    "set-deadline": r".*?\b(?:to|must|was to|is to|has to)\s+",
    "deadline-noun": r".*?\b(?:must|was to|is to|has to|should)\s+",
    "demanded": r"that\s+",
    "appealed": r".*?\b(?:to|for)\s+(?=\S)",
    "expects-of": r".*?\bto\s+",
    "told-to": r".*?\bto\s+",
    "urged-it": r".*?\bto\s+",
    "wanted": r"",
    "sanction-noun": r"of\s+",
}
#: rules whose words say what is demanded, the harm standing after "or"
DEMANDING_RULES = frozenset({"waits-until", "gave-term", "had-term", "set-deadline", "deadline-noun"})


@cache
def _lead(rule: str) -> re.Pattern[str]:
    return re.compile(_LEADS.get(rule, ""), re.DOTALL)


def told_words(reading: Reading, rule: str, cue: Token, evidence: Span) -> Span | None:
    """What is threatened, imposed or demanded, in the words of the clause."""
    text = reading.document.text
    start = cue.idx if rule in _OWN_VERB else cue.idx + len(cue)
    return _cut(text, rule, start, evidence.end) if start < evidence.end else None


def _cut(text: str, rule: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    match = _lead(rule).match(text, start, end)
    start = match.end() if match else start
    words = text[start:end].rstrip(" ,;:—–-\n\t")
    return Span(start, start + len(words)) if words.strip() else None


@cache
def _or() -> re.Pattern[str]:
    return re.compile(r",?\s+(?:or\s+(?:else\s+|face\s+|risk\s+)?|after which\s+|otherwise\s+)(?=\S)")


def split_at_or(text: str, span: Span) -> tuple[Span, Span | None]:
    """The demand and the harm that "or" holds out: "withdraw the soldiers or face a military response"."""
    match = _or().search(text, span.start, span.end)
    if match is None or match.end() >= span.end or match.start() <= span.start:
        return span, None
    return Span(span.start, match.start()), Span(match.end(), span.end)

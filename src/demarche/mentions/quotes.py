"""Quotations: the stretches between quotation marks, split ones as one.

Every pair of marks is a quotation here, scare quotes and titles of works too: what is a *statement* is for the
statements builder to decide. A quotation inside another one is listed on its own, after the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from demarche.mentions.quotes_pairs import Pair, find_pairs
from demarche.mentions.quotes_verbs import REPORTING_FORMS
from demarche.model import Document, Quotation, Span

_LONGEST_CLAUSE = 160


def find_quotations(document: Document, doc: Doc) -> Iterator[Quotation]:  # noqa: ARG001 (finders share one face)
    """Yield every quotation of the text in order, one that "he said" breaks as one with several parts."""
    yield from quotations(document.text)


def quotations(text: str) -> list[Quotation]:
    """List the quotations of a text; needs no annotation."""
    joined: list[Quotation] = []
    outer = -1  # index of the last quotation that stands in no other
    for pair in find_pairs(text):
        nested = outer >= 0 and pair.closing <= joined[outer].span.end
        if outer >= 0 and not nested and _breaks(text, joined[outer], pair):
            last = joined[outer]
            joined[outer] = Quotation(Span(last.span.start, pair.closing), (*last.parts, *pair.parts))
        elif nested and _breaks(text, joined[-1], pair):
            joined[-1] = Quotation(Span(joined[-1].span.start, pair.closing), (*joined[-1].parts, *pair.parts))
        else:
            joined.append(Quotation(Span(pair.opening, pair.closing), pair.parts))
            outer = outer if nested else len(joined) - 1
    return joined


def _breaks(text: str, last: Quotation, pair: Pair) -> bool:
    """True when only a reporting clause stands between two stretches: “…,” he said. “…”

    A clause that leads into the second one (He added: “…”; “….” I said, “…”) begins a new quotation, and so does
    a second stretch that has its own clause: “…,” he said. “…,” she replied.
    """
    gap = text[last.span.end : pair.opening]
    if len(gap) > _LONGEST_CLAUSE or "\n" in gap or text[last.span.start] != text[pair.opening]:
        return False
    if not _reporting_clause().fullmatch(gap) or _AFTERTHOUGHT.search(gap):
        return False
    ends, comma = text[last.parts[-1].end - 1], gap.startswith(",")
    if gap.rstrip().endswith(","):
        return comma or ends in ",—–-"
    return (comma or ends in ",?!—–-") and not _has_own_clause(text, pair)


def _has_own_clause(text: str, pair: Pair) -> bool:
    return text[pair.parts[-1].end - 1] in ",?!" and _clause_after().match(text, pair.closing) is not None


#: a second predicate makes the clause more than a reporting clause: "he said, thanking her for …"
_AFTERTHOUGHT = re.compile(r",\s+(?:\w+ing|and|but|while|after|before|as|when)\b")
_WORDS = r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|St|[A-Z])\.|[^.!?:\"“”„«»\n])*?"


@cache
def _reporting_clause() -> re.Pattern[str]:
    """One clause with a reporting verb, from the closing mark to the next opening mark."""
    return re.compile(rf",?\s+{_WORDS}\b(?:{'|'.join(REPORTING_FORMS)})\b{_WORDS}[,.;]\s+")


@cache
def _clause_after() -> re.Pattern[str]:
    verb = rf"(?:{'|'.join(REPORTING_FORMS)})\b"
    # "he said the call was": a clause with an object of its own attributes nothing
    behind = rf"(?:[^\s.!?:\"“”„«»]+\s+){{1,4}}?{verb}(?!\s+(?:that|the|an?|s?he|it|they|his|her|its|their|there)\b)"
    return re.compile(rf",?\s+(?:{verb}|{behind})")

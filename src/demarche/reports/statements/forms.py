"""Lemmas by form: the verbs this package looks for, whatever the tagger makes of them."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import REPORTING_VERBS, forms
from demarche.reports.statements.cues import CARRIERS, NEUTRAL_VERBS, RELATION_VERBS, STANCE_VERBS

_OTHERS = ("call", "appeal", "turn", "rule", "stand", "side", "wish", "recognize", "recognise", "honor", "honour",
           "acknowledge", "want", "exchange", "convey", "pay", "refuse", "allege")  # fmt: skip
_DOUBLING = {"regret": "regretted", "rebut": "rebutted", "slam": "slammed", "beg": "begged", "refer": "referred"}
_STRONG = {"stood": "stand", "paid": "pay", "pays": "pay", "sent": "send"}


def lemma(token: Token) -> str:
    """The lemma of a verb in our tables, else what the pipeline says."""
    return _lemmas().get(token.lower_) or token.lemma_.lower()


def known_forms() -> frozenset[str]:
    """Every form of every verb in our tables."""
    return frozenset(_lemmas())


@cache
def _lemmas() -> dict[str, str]:
    verbs = {*REPORTING_VERBS, *CARRIERS, *NEUTRAL_VERBS, *RELATION_VERBS, *STANCE_VERBS, *_OTHERS}
    table = {form: verb for verb in sorted(verbs) for form in forms(verb)}
    return table | {form: verb for verb, form in _DOUBLING.items()} | _STRONG


def past(token: Token) -> bool:
    """True for a form in -ed or a strong past of a verb in our tables: it can hardly be anything but a verb."""
    return token.lower_ in _lemmas() and (token.lower_.endswith("ed") or token.lower_ in _STRONG)


def third(token: Token) -> bool:
    """True for a form in -s of a verb in our tables: "regrets", "welcomes" may be nouns."""
    return token.lower_ in _lemmas() and token.lower_.endswith("s") and token.lower_ != _lemmas()[token.lower_]

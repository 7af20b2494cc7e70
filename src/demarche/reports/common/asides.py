"""Names that a sentence mentions beside the matter: nobody there is the other side of what is done."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from demarche.mentions.quotes_verbs import words

_WITH = frozenset(
    words("coordination consultation concert conjunction accordance conformity partnership together along jointly")
)
_BETWEEN = frozenset(words("mediated brokered facilitated sponsored hosted"))
_DEATHS = frozenset(words("killing murder assassination poisoning death abduction kidnapping"))
_PAPERS = frozenset(words("resolution resolutions charter decision mandate convention"))
_BACK = 9


def aside(doc: Doc, start: int, end: int) -> bool:
    """True for a name of tokens [start, end) with whom, or by whose paper, or over whose death, a thing is done.

    "Imposed sanctions on Iran in coordination with the EU", "in accordance with a UN Security Council resolution",
    "a truce mediated by Egypt and Qatar".
    """
    if any(t.lower_ in _PAPERS for t in doc[end : end + 2]):
        return True
    lead = list(doc[max(doc[start].sent.start, start - _BACK) : start])
    if len(lead) > 1 and lead[-1].lower_ == "of" and lead[-2].lower_ in _DEATHS:
        return True
    if [t.lower_ for t in lead[-2:] if t.lower_ != "the"][-1:] == ["alongside"]:
        return True
    return any(
        _opens(word.lower_, after.lower_) and all(_listed(t) for t in lead[place + 2 :])
        for place, (word, after) in enumerate(pairwise(lead))
    )


def _opens(word: str, after: str) -> bool:
    return (after == "with" and word in _WITH) or (after == "by" and word in _BETWEEN)


_LISTED = frozenset(words("the and , our its his her their allies partners of other european close as well"))


def _listed(token: Token) -> bool:
    """True for what may stand among the names of a list: no verb, no other preposition."""
    return token.lower_ in _LISTED or not token.text.islower()

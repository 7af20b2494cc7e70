"""Which rule looks at which word: form -> rules, tried in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from demarche.reports.common import Deed, Scene
from demarche.reports.common.forms import forms_of
from demarche.reports.offers import agreements, aid, gestures, pledges, proposals
from demarche.reports.offers.words import GIVING, PACTS, PROMISING, PROPOSING, REACHING

Rule = Callable[[Scene, Token], Deed | None]

_BY_LEMMA: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (proposals.proposed, tuple(sorted(PROPOSING))),
    (pledges.promised, tuple(sorted(PROMISING))),
    (agreements.agreed, ("agree",)),
    (gestures.agreed_pact, ("agree",)),
    (gestures.put_forward, ("put", "table", "dangle", "unveil", "present", "submit", "float")),
    (gestures.renewed_offer, ("renew", "repeat", "make", "reiterate", "express", "confirm", "voice")),
    (gestures.would_accept, ("accept", "live", "recognise", "recognize")),
    (agreements.signed, ("sign",)),
    (
        aid.given,
        (
            "deliver",
            "hand",
            "grant",
            "donate",
            "approve",
            "allocate",
            "provide",
            "send",
            "supply",
            "give",
            "release",
            "unlock",
            "unfreeze",
            "disburse",
            "earmark",
            "ship",
            "airlift",
            "extend",
            "fly",
            "set",
        ),
    ),
    (agreements.reached, tuple(sorted(REACHING | {"come"}))),
    (agreements.eased, ("lift", "remove", "send", "ease", "return")),
    (gestures.gave_up, ("drop", "scrap", "waive", "abandon", "free", "release", "hand", "repatriate")),
    (gestures.accepted, ("accept",)),
    (gestures.assured, ("assure", "guarantee")),
    (pledges.will_give, tuple(sorted(GIVING))),
    (pledges.announced, ("announce",)),
)
_BY_WORD: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (proposals.proposal_noun, ("proposal", "offer")),
    (pledges.promise_noun, ("promise", "pledge", "guarantee")),
    (gestures.ready_to, ("ready", "prepared", "willing", "happy")),
    (gestures.accepted, ("yes",)),
    (gestures.under_pact, tuple(sorted(PACTS - {"plan", "programme", "program", "package", "document", "documents"}))),
    (pledges.committed, ("committed", "commitment")),
    (pledges.announced, ("announcement",)),
    (agreements.pact_noun, ("ceasefire", "truce", "deal", "agreement", "treaty", "cease-fire")),
    (aid.aid_noun, ("package", "assistance", "aid")),
)


@cache
def table() -> dict[str, tuple[Rule, ...]]:
    """Every form that a rule looks at, with the rules for it."""
    found: dict[str, list[Rule]] = {}
    for rule, lemmas in _BY_LEMMA:
        for form in {f for lemma in lemmas for f in forms_of(lemma)}:
            found.setdefault(form, []).append(rule)
    for rule, words in _BY_WORD:
        for word in words:
            found.setdefault(word, []).append(rule)
    return {form: tuple(rules) for form, rules in found.items()}

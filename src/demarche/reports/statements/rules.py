"""What shows a stance outside quotation marks: one small rule each, tried in order on every token."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from demarche.reports.statements import accusing, idioms, nouns, verbs
from demarche.reports.statements.cue import Cue, Rule
from demarche.reports.statements.cues import ACCUSING, PREDICATES, REACTIONS, RELATION_NOUNS, STANCE_NOUNS
from demarche.reports.statements.forms import known_forms

RULES: tuple[Rule, ...] = (
    verbs.stance_verb,
    nouns.conveyed_noun,
    nouns.reaffirmed_relation,
    verbs.called_on,
    verbs.stood_with,
    nouns.predicate,
    nouns.ironclad,
    verbs.turned_down,
    idioms.phrase,
    nouns.exchanged_greetings,
    nouns.paid_tribute,
    verbs.wished_well,
    verbs.honoured_merit,
    verbs.wanted_of,
    nouns.drew_reaction,
    accusing.denied_contact,
    accusing.accused_plainly,
    accusing.accused_openly,
)


TRIGGERING_LEMMAS = ACCUSING | RELATION_NOUNS | frozenset(STANCE_NOUNS)


@cache
def triggers() -> frozenset[str]:
    """The forms that some rule cares about; the many other words are passed over."""
    return (
        known_forms()
        | frozenset(idioms.phrases())
        | frozenset((*STANCE_NOUNS, *PREDICATES, *REACTIONS, *nouns.STEADFAST, *nouns.WISHES))
    )


def cue_at(token: Token, led: bool) -> Cue | None:
    """The first rule that sees a stance in this token; `led`: an actor stands right before it."""
    return next((cue for rule in RULES if (cue := rule(token, led)) is not None), None)

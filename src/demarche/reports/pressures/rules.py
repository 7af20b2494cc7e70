"""Which rule looks at which word: form -> rules, tried in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from demarche.reports.common import Deed, Scene
from demarche.reports.common.forms import forms_of
from demarche.reports.pressures import (
    bids,
    declared,
    demands,
    duties,
    intended,
    mulled,
    new_terms,
    sanctions,
    steps,
    suffering,
    terms,
    threats,
    veiled,
)
from demarche.reports.pressures.words import (
    CUTTING_VERBS,
    DEED_NOUNS,
    DEEDS,
    HARM_FORETOLD,
    HARM_VERBS,
    IMPOSING,
    SANCTIONING,
    WORSE_IF,
)

Rule = Callable[[Scene, Token], Deed | None]

#: what is kept up or kept back until another side gives way
KEPT = ("keep", "let", "pay", "reopen", "open", "lift", "resume", "sign", "ratify", "release", "return", "remain",
        "stay", "allow", "make", "send", "leave", "give", "hand", "provide")  # fmt: skip

_BY_LEMMA: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (threats.threatened, ("threaten",)),
    (threats.warned, ("warn", "caution")),
    (terms.gave_term, ("give", "hand", "grant")),
    (new_terms.gave_more, ("give", "grant")),
    (new_terms.revised, ("shorten", "cut", "move", "bring", "pull")),
    (terms.waits_until, ("wait",)),
    (terms.set_deadline, ("set", "issue", "deliver", "present", "impose", "repeat", "send")),
    (intended.held_over, tuple(sorted(HARM_VERBS | CUTTING_VERBS | WORSE_IF))),
    (sanctions.imposed, tuple(sorted(IMPOSING))),
    (sanctions.sanctioned, tuple(sorted(SANCTIONING))),
    (sanctions.cut_off, tuple(sorted(DEEDS))),
    (declared.hit_with, ("hit", "slap", "punish")),
    (declared.declared_unwelcome, ("declare", "name")),
    (declared.listed_as, ("list", "label", "brand", "designate", "name")),
    (steps.sent_home, ("kick", "throw", "boot", "send", "call")),
    (steps.stripped, ("strip",)),
    (steps.put_on_list, ("put", "place", "add")),
    (steps.percent_on, ("slap", "put", "impose", "levy", "set", "clap")),
    (steps.set_tariffs, ("set",)),
    (steps.stopped_trading, ("stop", "halt", "cease", "suspend")),
    (steps.froze_money, ("freeze", "withhold")),
    (steps.banned, ("ban", "bar")),
    (steps.tore_up, ("tear", "rip", "annul", "scrap", "cancel")),
    (steps.struck_back, ("hit", "strike", "retaliate", "respond", "answer", "fire")),
    (steps.ordered_out, ("order", "tell", "ask")),
    (sanctions.signed_order, ("sign", "issue")),
    (sanctions.added_to_list, ("add",)),
    (sanctions.lets_none_through, ("let", "allow")),
    (sanctions.not_invited, ("invite", "cease")),
    (intended.intended, tuple(sorted(HARM_VERBS | CUTTING_VERBS | {"increase", "hold"}))),
    (mulled.mulled, ("weigh", "consider", "mull", "contemplate", "study", "hint", "float")),
    (veiled.stands_by, ("stand", "sit", "look")),
    (veiled.will_follow, ("follow", "come")),
    (veiled.wants_owed, ("want", "seek", "claim")),
    (veiled.expects_of, ("expect",)),
    (declared.vowed_harm, ("vow", "promise", "pledge", "swear")),
    (declared.kept_until, KEPT),
    (declared.preparing, ("prepare", "ready", "draw")),
    (declared.listed_demands, ("present", "hand", "send")),
    (suffering.will_suffer, ("face", "pay", "suffer", "bear", "feel", "regret", "rue")),
    (duties.faces_duty, ("face",)),
    (duties.came_into_force, ("take", "come", "kick", "rise", "go", "enter")),
    (suffering.cost_dear, ("cost",)),
    (steps.turned_back, ("turn",)),
    (steps.tightened_rules, ("tighten",)),
    (suffering.met_with, ("meet", "regard", "treat", "consider", "answer", "view", "see")),
    (bids.urged_it, ("urge", "press")),
    (bids.told_to, ("tell", "order", "instruct", "command", "warn")),
    (demands.demanded, ("demand", "insist")),
    (demands.appealed, ("urge", "call", "appeal", "press")),
    (demands.wanted, ("want",)),
    (threats.harm_foretold, tuple(sorted(HARM_FORETOLD))),
)  # fmt: skip
_BY_WORD: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (threats.had_threatened, ("threatened",)),
    (veiled.unanswered, ("unanswered", "unpunished")),
    (veiled.has_to_answer, ("right", "forced", "compelled", "obliged", "choice", "option")),
    (suffering.act_of_war, ("act", "declaration")),
    (suffering.consequences, ("consequences", "repercussions")),
    (threats.threat_noun, ("threat",)),
    (threats.warning_noun, ("warning", "warnings")),
    (terms.earlier_deadline, ("deadline", "ultimatum")),
    (terms.deadline_noun, ("date", "deadline")),
    (terms.had_term, ("had", "has", "have")),
    (sanctions.sanction_noun, tuple(DEED_NOUNS)),
    (demands.must, ("must", "should")),
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

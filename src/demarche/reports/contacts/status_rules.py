"""The status rules: each looks at one cue in its clause and at what governs it; the first that speaks decides."""

from __future__ import annotations

import re

from spacy.tokens import Token

from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts import status_words as words
from demarche.reports.contacts.status_refusals import OCCASIONS, called_off, denial, negation
from demarche.reports.contacts.status_setting import Rule, Setting, asserted_past, invited_to, modifiers
from demarche.reports.contacts.vocabulary import bag

PERFORMATIVE = bag("congratulate extend convey offer wish send express welcome greet")
MEALS = bag("breakfast lunch dinner supper tea coffee drink")
SETS = bag("confirm call announce agree schedule set convene fix arrange book")
TAKING_PLACE = bag("hold take occur happen begin start open")


def proposal(s: Setting) -> str | None:
    """Suggested, offered, invited to, hoped for, possible, conditional: proposed. An invitation accepted is a plan."""
    if s.token.lemma_.lower() in ("invite", "propose", "suggest"):
        return _accepted(s) or "proposed"
    if any(
        m.lemma_.lower() in words.READY or m.lower_ in ("proposed", "hypothetical", "suggested", "floated")
        for m in modifiers(s.token)
    ):
        return "proposed"
    if invited_to(s.token):
        return _accepted(s) or "proposed"
    for child, governor in ((s.token, s.token), *reach.governors(s.token)):
        if child is not governor and _proposes(child, governor):
            return _accepted(s) or "proposed"
        if _conditional(governor):
            return "proposed"
        if (
            clauses.is_predicate(governor)
            and reach.carried(child, governor)
            and clauses.tense(governor) in ("past", "future")
        ):
            break
    return None


def _proposes(child: Token, governor: Token) -> bool:
    lemma = governor.lemma_.lower()
    if lemma in ("chance", "opportunity") and clauses.tense(governor.head) == "past":
        return False  # "I've had a chance to spend some time with"
    if lemma in words.PROPOSAL_NOUNS and governor.pos_ == "NOUN":
        return child.dep_ in ("acl", "nmod", "ccomp", "advcl", "xcomp", "acl:relcl", "obl")
    if lemma in words.READY:
        return child.dep_ in ("xcomp", "advcl", "ccomp", "obl", "csubj", "nsubj")
    if lemma == "invite" and child.lemma_.lower() in OCCASIONS:
        return False  # the summit takes place whoever is invited
    if _who_asked(governor) and any(c.lower_ == "the" for c in child.children):
        return False  # "it was Ankara that asked for the call": only who asked is new
    if clauses.of_kind(governor, words.PROPOSE) and not _told(child):
        return child.dep_ in ("obj", "xcomp", "ccomp", "advcl", "nsubj:pass", "obl", "acl")
    if lemma != "call":
        return False
    called_on = any(c.lower_ == "on" for c in governor.children) and child.dep_ in ("xcomp", "advcl")
    return called_on or clauses.case_of(child) == "for"


def _who_asked(verb: Token) -> bool:
    """True for "it was Ankara that had asked"."""
    head = verb.head
    it = clauses.expletive(head) or any(c.lower_ == "it" and c.dep_.startswith("nsubj") for c in head.children)
    return verb.dep_ == "acl:relcl" and it and any(c.dep_ == "cop" for c in head.children)


def _told(child: Token) -> bool:
    """True when a clause tells of something past, which its governor only reports: "suggested that they had met"."""
    return child.dep_ in ("ccomp", "conj") and clauses.tense(child) == "past"


def _conditional(word: Token) -> bool:
    """True under might, could, may, should, must, if, whether; under "would" unless it is a plan told in the past."""
    helpers = {a.lower_ for a in clauses.auxiliaries(word)}
    if _inverted(word):
        return True
    if any(c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for c in word.children):
        return True
    if _if_clause(word) and clauses.tense(word) in ("future", "modal"):
        return True
    if helpers & {"might", "could", "may", "should", "must"}:
        return not _could_not_be_more(word)
    if helpers & {"would", "'d"}:
        return "like" in word.lower_ or not _under_past(word)
    return False


def _could_not_be_more(word: Token) -> bool:
    """True for "couldn't be more pleased that B is here"."""
    negative = any(c.lower_ in ("not", "n't", "n’t") for c in word.children)
    return negative and any(t.lower_ == "more" for t in word.doc[max(0, word.i - 3) : word.i])


def _inverted(word: Token) -> bool:
    """True for "Had he met her, the war might have ended"."""
    had = next((a for a in clauses.auxiliaries(word) if a.lower_ in ("had", "were", "should")), None)
    subject = clauses.subject(word)
    return had is not None and subject is not None and had.i < subject.i and word.sent[-1].text != "?"


def _if_clause(word: Token) -> bool:
    return any(c.dep_ == "advcl" and any(m.lower_ in ("if", "provided") for m in c.children) for c in word.children)


def _under_past(word: Token) -> bool:
    return any(clauses.tense(governor) == "past" for _, governor in clauses.path(word)) and not any(
        c.lower_ == "if" for c in word.sent
    )


def _accepted(s: Setting) -> str | None:
    return "planned" if words.ACCEPTED.search(s.token.sent.text) else None


def plan(s: Setting) -> str | None:
    """Agreed, announced, scheduled, due, about to happen: planned. A plan whose day has gone by stays a plan."""
    if s.token.lemma_.lower() in words.EXPECTED and clauses.is_predicate(s.token):
        return "planned"
    if not clauses.is_predicate(s.token) and _set_for_a_day(s):
        return "planned"
    if not clauses.is_predicate(s.token) and (_still_to_come(s.token) or _at_a_coming_event(s.token)):
        return "planned"
    for child, governor in ((s.token, s.token), *reach.governors(s.token)):
        if child is not governor and _plans(child, governor):
            return "planned"
        if clauses.is_predicate(governor):
            time = clauses.tense(governor)
            if time in ("future", "modal") and reach.carried(child, governor):
                return "planned"
            if time in ("past", "present") and reach.carried(child, governor):
                break
    if s.future():
        return "planned"
    return None


def _set_for_a_day(s: Setting) -> bool:
    """True for "confirmed a call for Monday", "has called a meeting for Friday": the day it is set for."""
    governor = s.token.head
    if s.token.dep_ not in ("obj", "nsubj:pass") or clauses.negated(governor):
        return False
    if not clauses.of_kind(governor, words.PLAN | SETS):
        return False
    days = (clauses.head_of(s.reading.doc, d.span) for d in s.reading.dates if d.span.start > s.token.idx)
    return any(
        day is not None and clauses.case_of(day) == "for" and day.head.i in (s.token.i, governor.i) for day in days
    )


def _at_a_coming_event(noun: Token) -> bool:
    """True for "will raise it at the summit", "look forward to engaging at the summit"."""
    if reach.marker(noun) not in ("at", "during") and noun.head.lemma_.lower() not in reach.MARGINS:
        return False
    chain = clauses.predicates(noun)
    return any(clauses.tense(p) == "future" or p.lemma_.lower() == "look" for p in chain[:2])


def _still_to_come(noun: Token) -> bool:
    """True for "a meeting to be held", "the meeting of the council which will take place"."""
    if any(_to_come(m) for m in modifiers(noun)):
        return True
    inner = [m for c in noun.children if c.dep_ == "nmod" for m in modifiers(c)]
    return any(_to_come(m) and clauses.of_kind(m, TAKING_PLACE) for m in inner)


def _to_come(modifier: Token) -> bool:
    """True for "a meeting to be held", "talks which will take place", "a meeting that is being prepared"."""
    if modifier.dep_ == "acl" and clauses.infinitive(modifier):
        return modifier.lemma_.lower() in clauses.CARRIERS and not _with_an_object(modifier)
    return modifier.dep_ == "acl:relcl" and (clauses.tense(modifier) == "future" or _in_preparation(modifier))


def _with_an_object(verb: Token) -> bool:
    """True for "talks to end the war": what they are for, not when they are."""
    return any(o.lower_ != "place" for o in clauses.objects(verb))


def _in_preparation(verb: Token) -> bool:
    """True for "is being prepared", "are being arranged"."""
    being = any(c.lower_ == "being" for c in verb.children) and clauses.tense(verb) != "past"
    return being and verb.lemma_.lower() in ("prepare", "plan", "arrange", "organise", "organize", "schedule")


def _plans(child: Token, governor: Token) -> bool:
    lemma = governor.lemma_.lower()
    if governor.pos_ == "NOUN" and lemma in words.PLAN_NOUNS:
        beside = clauses.case_of(child) in ("of", "during", "after", "following", "since")
        return child.dep_ in ("nmod", "acl", "obl", "advcl", "ccomp", "xcomp") and not beside
    if lemma == "announce" and clauses.negated(governor):
        return False
    if lemma == "accept":
        return any(o.lemma_.lower() in words.PROPOSAL_NOUNS for o in clauses.objects(governor)) and child.dep_ in (
            "advcl",
            "xcomp",
        )
    if lemma == "look":
        return any(c.lower_ == "forward" for c in governor.children) and child.dep_ in ("advcl", "obl", "xcomp")
    if lemma == "mean" and child.dep_ == "obj":
        return False  # "he meant the call of 14 June"
    beside = child.dep_ == "advcl" and child.tag_ == "VBG" and child.i < governor.i
    if not clauses.of_kind(governor, words.PLAN) or _told(child) or beside:
        return False  # "standing beside him, B agreed" tells of no plan
    return child.dep_ in ("xcomp", "ccomp", "obj", "nsubj:pass", "advcl", "obl") and not _by_means(child)


def _by_means(child: Token) -> bool:
    case, opens = clauses.case_of(child), child.doc[child.left_edge.i].lower_
    beside = case in ("by", "with") or opens in ("during", "after", "following")
    return beside or (case == "over" and child.lemma_.lower() in MEALS)  # "agreed over lunch"


def coming(s: Setting) -> str | None:
    """An upcoming, next or planned contact, or one that something is said to come before, unless its day is past."""
    if s.past() or asserted_past(s):
        return None
    if any(m.lower_ in words.COMING for m in modifiers(s.token) if m.i < s.token.i):
        return "planned"
    if s.token.dep_ == "obj" and s.token.head.lemma_.lower() == "precede":
        return "planned"
    if any(clauses.of_kind(m, words.PLAN) and m.dep_ == "acl" and not _planned_length(m) for m in modifiers(s.token)):
        return "planned"
    before = s.reading.doc[max(s.token.sent.start, s.token.i - 8) : s.token.i].text.lower()
    if re.search(
        r"\b(ahead of|in advance of|on the eve of|preparations? for|before (?:the|his|her|their|a)|prior to)\b"
        r"[^,;.]*$",
        before,
    ):
        return "planned"
    return None


def beside_a_plan(s: Setting) -> str | None:
    """For "Will travel there after his meetings in Brussels": what a journey to come follows is still to come."""
    if s.past() or s.token.pos_ != "NOUN":
        return None
    for child, governor in s.steps:
        if clauses.is_predicate(governor):
            there = governor.lemma_.lower() in ("travel", "go", "fly", "visit", "head", "meet", "attend")
            return "planned" if there and reach.aside(child) and clauses.tense(governor) == "future" else None
    return None


def _planned_length(modifier: Token) -> bool:
    """True for "scheduled to last three days", which tells of a length, not of a plan to meet."""
    return any(c.lemma_.lower() in ("last", "run", "take") for c in modifier.children)


def performed(s: Setting) -> str | None:
    """For "I would like to congratulate you": the words are the deed, so the greeting is held."""
    verb = s.token
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in PERFORMATIVE or clauses.negated(verb):
        return None
    would = verb.head
    wishes = would.lemma_.lower() in ("like", "want", "wish") and verb.dep_ == "xcomp"
    speaker = clauses.subject(would if wishes else verb)
    if verb.lemma_.lower() in ("welcome", "greet") and not (wishes and _you_here(verb)):
        return None
    return "held" if speaker is not None and speaker.lower_ in ("i", "we") else None


def _you_here(verb: Token) -> bool:
    """True for "I want to welcome you", said to a guest; not "to welcome you in Kyiv next year", "again soon"."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.sent.end]]
    return after[:1] == ["you"] and not {"next", "soon", "again", "one", "future"} & set(after[:12])


def over(s: Setting) -> str | None:
    """For "their meeting is over": what was to come has been."""
    head = s.token.head
    if not s.token.dep_.startswith("nsubj") or head.lower_ not in ("over", "finished") or clauses.negated(head):
        return None
    return "held" if any(c.dep_ == "cop" for c in head.children) and clauses.tense(head) != "future" else None


RULES: tuple[Rule, ...] = (performed, over, called_off, denial, negation, proposal, plan, coming, beside_a_plan)

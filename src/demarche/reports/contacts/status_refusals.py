"""Rules for what is off: contacts called off, denied, or said not to have happened."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts import status_words as words
from demarche.reports.contacts.status_setting import Setting, invited_to, modifiers
from demarche.reports.contacts.vocabulary import BARS, bag

OCCASIONS = bag("summit conference forum congress assembly")
STAYS_AWAY = bag("skip miss boycott shun snub")
FATED = bag("nsubj nsubj:pass obj nmod ccomp xcomp compound csubj csubj:pass nmod:poss")


def _fates(s: Setting) -> Iterator[Token]:
    """Words that say what became of the contact: its modifiers, and the verbs it is subject or object of."""
    yield from modifiers(s.token)
    for child, governor in reach.governors(s.token):
        leaving = _is_off(governor) and clauses.case_of(child) in ("of", "from")
        if child.dep_ in FATED or (child.dep_ == "obl" and (reach.takes_part(governor) or leaving)):
            yield governor
            if child.dep_ != "nmod":
                yield from (c for c in governor.children if c.dep_ in ("conj", "parataxis"))
        if clauses.is_predicate(governor):
            return


def called_off(s: Setting) -> str | None:
    """Called off, cancelled, scrapped: cancelled. Postponed: planned when a new day is named, else cancelled."""
    for word in _fates(s):
        if clauses.negated(word):
            continue
        after = word.doc[word.i : word.sent.end].text
        if clauses.of_kind(word, words.PUT_OFF) or _particle(word, "put", "off", "back"):
            return "planned" if words.NEW_DAY.search(after) else "cancelled"
        if clauses.of_kind(word, words.CANCEL) or _is_off(word):
            stands = words.NOT_TRUE_THAT.search(clauses.sentence_text(word)) or _only_threatened(word)
            return "planned" if stands else "cancelled"
    if any(g.lemma_.lower() in BARS and _kept_from(c) for c, g in ((s.token, s.token.head), *s.steps)):
        return "cancelled"
    return "cancelled" if _planned_in_vain(s) or _but_did_not(s) or _stayed_away(s) else None


def _kept_from(child: Token) -> bool:
    """True for "barred B from visiting C"."""
    return any(c.lower_ == "from" and c.dep_ in ("mark", "case") for c in child.children)


def _stayed_away(s: Setting) -> bool:
    """True for "did not show up for the meeting with B", "never turned up at the talks"."""
    return any(
        child.dep_ == "obl"
        and clauses.negated(verb)
        and (_particle(verb, "show", "up") or _particle(verb, "turn", "up"))
        for child, verb in s.steps[:2]
    )


def _but_did_not(s: Setting) -> bool:
    """True for "was supposed to call on Tuesday but did not"."""
    due = any(clauses.of_kind(g, words.PLAN | words.EXPECTED) for _, g in ((s.token, s.token), *s.steps))
    rest = s.token.doc[s.token.i : s.token.sent.end].text
    return due and words.BUT_DID_NOT.search(rest) is not None


def _planned_in_vain(s: Setting) -> bool:
    """True for "a meeting that was expected this week will not take place"."""
    told = [*modifiers(s.token), *(m for c in s.token.children if c.dep_ == "nmod" for m in modifiers(c))]
    if not any(clauses.of_kind(m, words.PLAN | words.EXPECTED) and not clauses.negated(m) for m in told):
        return False
    return any(
        clauses.negated(verb) and clauses.tense(verb) in ("future", "past") and child.dep_.startswith("nsubj")
        for child, verb in reach.governors(s.token)
        if not _apart(child, verb)
    )


def _particle(word: Token, verb: str, *particles: str) -> bool:
    if word.lemma_.lower() != verb:
        return False
    following = word.nbor().lower_ if word.i + 1 < word.sent.end else ""
    return following in particles or any(c.lower_ in particles for c in word.children)


def _is_off(word: Token) -> bool:
    """True for "called off", "pulled out of", "fell through", "is OFF" and "is off the table"."""
    if any(_particle(word, verb, particle) for verb, particle in words.OFF):
        return True
    if word.lower_ in ("table", "agenda", "cards"):
        return any(c.dep_ == "case" and c.lower_ == "off" for c in word.children)
    return word.lower_ == "off" and any(c.dep_ == "cop" for c in word.children)


def _only_threatened(word: Token) -> bool:
    """True for "threatened to cancel", "may call off": it still stands."""
    if clauses.infinitive(word) and clauses.of_kind(word.head, words.THREATEN):
        return True
    return clauses.tense(word) == "modal"


def denial(s: Setting) -> str | None:
    """Somebody denies or rejects the report of it, or the report is called false: denied."""
    for child, governor in s.steps:
        if (reach.aside(child) and clauses.case_of(child) != "in") or _own_statement(child) or _apart(child, governor):
            break
        if clauses.of_kind(governor, words.DENY):
            return None if clauses.negated(governor) else "denied"
        if clauses.of_kind(governor, words.RUMOURS) and words.UNTRUE.search(clauses.sentence_text(governor)):
            return "denied"
        if governor.lemma_.lower() == "confirm" and clauses.negated(governor):
            return "held|denied"
    if words.NOT_TRUE_THAT.search(s.token.sent.text):
        return "denied"
    around = words.RUMOUR_UNTRUE.search(s.token.sent.text)
    at = s.token.idx - s.token.sent.start_char
    return "denied" if around and around.start() < at < around.end() else None


def _own_statement(child: Token) -> bool:
    """True for a clause set beside another: "neither confirmed nor denied it; the first call took place in May"."""
    return child.dep_ in ("conj", "parataxis") and any(c.dep_.startswith("nsubj") for c in child.children)


def _apart(child: Token, governor: Token) -> bool:
    """True where a semicolon parts a word from what comes before it: whatever the parse says, two statements."""
    return any(token.text == ";" for token in child.doc[governor.i : child.i])


def negation(s: Setting) -> str | None:
    """Said not to have happened, or not to be planned: "did not speak", "no call took place", "has yet to meet"."""
    word = s.token
    if clauses.negated(word):
        return "denied"
    if invited_to(word):
        return None
    if clauses.infinitive(word) and any(c.lower_ == "yet" for c in word.children):
        return "denied"
    before = word.doc[max(word.sent.start, word.i - 2) : word.i].text.lower()
    if before in ("instead of", "rather than"):
        return "denied"
    if not clauses.is_predicate(word) and words.NOT_PLANNED.match(word.doc[word.i + 1 : word.sent.end].text):
        return "denied"
    for child, governor in reach.governors(word):
        if _apart(child, governor):
            break
        if clauses.negated(governor) and _reaches(child, governor):
            return "denied"
        if governor.lemma_.lower() in STAYS_AWAY and child.lemma_.lower() in OCCASIONS:
            return None  # the summit takes place without whoever skips it
        refused = clauses.of_kind(governor, words.REFUSE) or _particle(governor, "rule", "out")
        if refused and child.dep_ in ("xcomp", "obj", "advcl"):
            return "denied"
        if any(c.lower_ == "yet" for c in governor.children) and clauses.infinitive(child):
            return "denied"
        if clauses.is_predicate(governor) and clauses.tense(governor):
            break
    return None


def _reaches(child: Token, governor: Token) -> bool:
    """True when "not" on the governor denies the argument: "did not hold a call", unlike "did not mention it"."""
    if child.dep_ in ("xcomp", "aux"):
        return True
    if governor.lemma_.lower() == "announce":
        return child.dep_ == "obj"
    carrier = governor.lemma_.lower() in clauses.CARRIERS or clauses.of_kind(governor, words.PLAN)
    if governor.pos_ == "NOUN":
        return governor.lemma_.lower() in words.PROPOSAL_NOUNS | words.PLAN_NOUNS
    return carrier and child.dep_ in ("obj", "nsubj", "nsubj:pass", "obl", "advcl", "ccomp")

"""The status rules: each looks at one cue in its clause and at what governs it; the first that speaks decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import When
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts import status_words as words
from demarche.reports.contacts.vocabulary import bag


@dataclass(frozen=True, slots=True)
class Setting:
    """One cue where it stands: the word, its governors (child, governor) inner first, and the day found for it."""

    reading: Reading
    token: Token
    steps: tuple[tuple[Token, Token], ...]
    day: When | None

    @property
    def predicate(self) -> Token:
        """The predicate of the cue's own clause."""
        return clauses.predicate(self.token)

    def future(self) -> bool:
        """True when the day named lies wholly after publication."""
        published = self.reading.document.date
        return bool(published and self.day and self.day.earliest and self.day.earliest > published)

    def past(self) -> bool:
        """True when the day named lies wholly before publication."""
        published = self.reading.document.date
        return bool(published and self.day and self.day.latest and self.day.latest < published)


FATED = bag("nsubj nsubj:pass obj nmod ccomp xcomp compound csubj csubj:pass nmod:poss")
OCCASIONS = bag("summit conference forum congress assembly")
PERFORMATIVE = bag("congratulate extend convey offer wish send express")
TAKING_PLACE = bag("hold take occur happen begin start open")

Rule = Callable[[Setting], str | None]


def _modifiers(token: Token) -> list[Token]:
    """Adjectives and participles on a noun, with their conjuncts: "talks planned and then shelved"."""
    first = [c for c in token.children if c.dep_ in ("amod", "acl", "acl:relcl", "appos", "compound")]
    return [m for c in first for m in (c, *c.conjuncts)]


def _fates(s: Setting) -> Iterator[Token]:
    """Words that say what became of the contact: its modifiers, and the verbs it is subject or object of."""
    yield from _modifiers(s.token)
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
    return None


def _particle(word: Token, verb: str, *particles: str) -> bool:
    if word.lemma_.lower() != verb:
        return False
    following = word.nbor().lower_ if word.i + 1 < word.sent.end else ""
    return following in particles or any(c.lower_ in particles for c in word.children)


def _is_off(word: Token) -> bool:
    """True for "called off", "pulled out of", "fell through" and "is OFF"."""
    if any(_particle(word, verb, particle) for verb, particle in words.OFF):
        return True
    return word.lower_ == "off" and any(c.dep_ == "cop" for c in word.children)


def _only_threatened(word: Token) -> bool:
    """True for "threatened to cancel", "may call off": it still stands."""
    if clauses.infinitive(word) and clauses.of_kind(word.head, words.THREATEN):
        return True
    return clauses.tense(word) == "modal"


def denial(s: Setting) -> str | None:
    """Somebody denies or rejects the report of it, or the report is called false: denied."""
    for child, governor in s.steps:
        if (reach.aside(child) and clauses.case_of(child) != "in") or _own_statement(child):
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


def negation(s: Setting) -> str | None:
    """Said not to have happened, or not to be planned: "did not speak", "no call took place", "has yet to meet"."""
    word = s.token
    if clauses.negated(word):
        return "denied"
    if _invited(word):
        return None
    if clauses.infinitive(word) and any(c.lower_ == "yet" for c in word.children):
        return "denied"
    before = word.doc[max(word.sent.start, word.i - 2) : word.i].text.lower()
    if before in ("instead of", "rather than"):
        return "denied"
    if not clauses.is_predicate(word) and words.NOT_PLANNED.match(word.doc[word.i + 1 : word.sent.end].text):
        return "denied"
    for child, governor in reach.governors(word):
        if clauses.negated(governor) and _reaches(child, governor):
            return "denied"
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


def proposal(s: Setting) -> str | None:
    """Suggested, offered, invited to, hoped for, possible, conditional: proposed. An invitation accepted is a plan."""
    if s.token.lemma_.lower() in ("invite", "propose", "suggest"):
        return _accepted(s) or "proposed"
    if any(
        m.lemma_.lower() in words.READY or m.lower_ in ("proposed", "hypothetical", "suggested", "floated")
        for m in _modifiers(s.token)
    ):
        return "proposed"
    if _invited(s.token):
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


def _invited(token: Token) -> bool:
    """True for "a visit to which he was invited"."""
    return any(m.lemma_.lower() == "invite" for m in _modifiers(token))


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
    if clauses.of_kind(governor, words.PROPOSE) and not _told(child):
        return child.dep_ in ("obj", "xcomp", "ccomp", "advcl", "nsubj:pass", "obl", "acl")
    if lemma != "call":
        return False
    called_on = any(c.lower_ == "on" for c in governor.children) and child.dep_ in ("xcomp", "advcl")
    return called_on or clauses.case_of(child) == "for"


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


def _at_a_coming_event(noun: Token) -> bool:
    """True for "will raise it at the summit", "look forward to engaging at the summit"."""
    if reach.marker(noun) not in ("at", "during") and noun.head.lemma_.lower() not in reach.MARGINS:
        return False
    chain = clauses.predicates(noun)
    return any(clauses.tense(p) == "future" or p.lemma_.lower() == "look" for p in chain[:2])


def _still_to_come(noun: Token) -> bool:
    """True for "a meeting to be held", "the meeting of the council which will take place"."""
    if any(_to_come(m) for m in _modifiers(noun)):
        return True
    inner = [m for c in noun.children if c.dep_ == "nmod" for m in _modifiers(c)]
    return any(_to_come(m) and clauses.of_kind(m, TAKING_PLACE) for m in inner)


def _to_come(modifier: Token) -> bool:
    """True for "a meeting to be held", "talks which will take place"."""
    if modifier.dep_ == "acl" and clauses.infinitive(modifier):
        return modifier.lemma_.lower() in clauses.CARRIERS
    return modifier.dep_ == "acl:relcl" and clauses.tense(modifier) == "future"


def _plans(child: Token, governor: Token) -> bool:
    lemma = governor.lemma_.lower()
    if governor.pos_ == "NOUN" and lemma in words.PLAN_NOUNS:
        return child.dep_ in ("nmod", "acl", "obl", "advcl", "ccomp", "xcomp") and clauses.case_of(child) != "of"
    if lemma == "announce" and clauses.negated(governor):
        return False
    if lemma == "accept":
        return any(o.lemma_.lower() in words.PROPOSAL_NOUNS for o in clauses.objects(governor)) and child.dep_ in (
            "advcl",
            "xcomp",
        )
    if lemma == "look":
        return any(c.lower_ == "forward" for c in governor.children) and child.dep_ in ("advcl", "obl", "xcomp")
    if not clauses.of_kind(governor, words.PLAN) or _told(child):
        return False
    return child.dep_ in ("xcomp", "ccomp", "obj", "nsubj:pass", "advcl", "obl") and not _by_means(child)


def _by_means(child: Token) -> bool:
    return clauses.case_of(child) in ("by", "with")


def coming(s: Setting) -> str | None:
    """An upcoming, next or planned contact, or one that something is said to come before, unless its day is past."""
    if s.past() or asserted_past(s):
        return None
    if any(m.lower_ in words.COMING for m in _modifiers(s.token) if m.i < s.token.i):
        return "planned"
    if any(clauses.of_kind(m, words.PLAN) and m.dep_ == "acl" and not _planned_length(m) for m in _modifiers(s.token)):
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


def asserted_past(s: Setting) -> bool:
    """True when the clause says that the contact happened: "the next meeting took place in May"."""
    return reach.asserted(s.token) == "past" and not s.future()


def performed(s: Setting) -> str | None:
    """For "I would like to congratulate you": the words are the deed, so the greeting is held."""
    verb = s.token
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in PERFORMATIVE or clauses.negated(verb):
        return None
    would = verb.head
    wishes = would.lemma_.lower() in ("like", "want", "wish") and verb.dep_ == "xcomp"
    speaker = clauses.subject(would if wishes else verb)
    return "held" if speaker is not None and speaker.lower_ in ("i", "we") else None


RULES: tuple[Rule, ...] = (performed, called_off, denial, negation, proposal, plan, coming, beside_a_plan)

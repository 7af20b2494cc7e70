"""Status of a contact at the document's publication date: held, planned, proposed, cancelled, denied.

The rules stand in one table and are tried in order; the first that speaks decides. Each looks at one cue in its clause
and at what governs that clause. `f` then weighs the cues of one contact against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import When
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.vocabulary import bag

CANCEL = bag("cancel scrap scrub shelve abandon axe ditch scuttle scupper abort annul nix")
PUT_OFF = bag("postpone reschedule defer delay")
PROPOSE = bag(
    """propose suggest invite offer float urge ask request seek want wish hope consider weigh mull contemplate
    demand desire advocate ponder explore envision court aspire pitch moot try work"""
)
PROPOSAL_NOUNS = bag(
    """proposal offer invitation possibility prospect idea chance request suggestion readiness willingness desire
    wish hope need option likelihood interest appeal call speculation"""
)
READY = bag("ready willing prepared open eager keen able possible potential conceivable likely unlikely")
PLAN = bag(
    """plan schedule set due slate expect intend agree arrange promise pledge undertake prepare foresee pencil aim
    announce decide envisage look await commit vow anticipate authorize authorise prepare plan book tap instruct
    assign earmark"""
)
EXPECTED = bag("due plan schedule expect slate agree")
PLAN_NOUNS = bag("""preparation plan commitment decision agreement date arrangement promise pledge schedule""")
COMING = bag("upcoming next forthcoming future planned scheduled coming expected impending pending")
DENY = bag("deny refute dismiss reject disavow rebut debunk contradict")
RUMOURS = bag("rumour rumor report claim allegation story suggestion assertion speculation account")
REFUSE = bag("refuse decline fail avoid skip forgo")
ARGUMENTS = bag(
    """obj iobj nsubj nsubj:pass ccomp xcomp csubj csubj:pass advcl acl nmod obl conj dobj compound nmod:poss
    acl:relcl appos obl:agent"""
)

_UNTRUE = re.compile(
    r"\b(untrue|false|fake|moonshine|nonsense|baseless|unfounded|groundless|invent\w+|fabricat\w+|"
    r"not true|without foundation|fiction|denied|denies|rejected|dismissed|hoax|rubbish)\b",
    re.I,
)
_NOT_TRUE_THAT = re.compile(r"\b(not|n['’]t) (?:true|correct|the case|accurate) that\b", re.I)
_NEW_DAY = re.compile(
    r"\b(?:to|until|till|for) (?:early |late |mid-)?(?:the )?(?:\d|[A-Z][a-z]+day\b|Jan|Feb|Mar|Apr|May\b|Jun"
    r"|Jul|Aug|Sep|Oct|Nov|Dec|next (?:week|month|year|spring|summer|autumn|fall|winter)\b)"
)
_DENIED_AFTER = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed)) (?:this|it|(?:that|the "
    r"(?:report|claim|account|story)s?)(?=[.,;]))\b",
    re.I,
)
_NO_SUCH = re.compile(r"\b(?:no such (\w+?)s?|such an? (\w+) (?:was|has) n(?:either|ever|ot))\b", re.I)
_RETRACTED = re.compile(
    r"\b(?:withdr(?:aw|ew) (?:the|this|that) (?:statement|claim|report)|should not have been "
    r"(?:printed|published))\b",
    re.I,
)
_NEITHER = re.compile(
    r"\bneither confirm\w* nor den\w+|\b(?:would|could|did) (?:not|neither) confirm \w* ?(?:n?or) deny", re.I
)
_DROPPED_AFTER = re.compile(
    r"\b[Ii]t (?:has been|has since been|was|was later|is) (?:cancell?ed|called off|scrapped|shelved)\b"
)
_NEVER_DID = re.compile(
    r"(?:^|[.;] )(?:They|It|He|She|That|Neither|None)(?: ever)? (?:never|did not|didn['’]t)"
    r"(?: did| happened| took place| came(?: about)?)?[.;]"
)
_CORRECTED = re.compile(
    r"\b(?:corrected (?:him|her|it|them)sel(?:f|ves)|admitted|conceded|acknowledged|later confirmed|"
    r"then confirmed)\b",
    re.I,
)
_ACCEPTED = re.compile(
    r"\b(?:invitation|proposal|offer|invite)\b[^.]{0,40}\b(?:was|has been|were|been)? ?accepted\b|"
    r"\baccept(?:ed|s)\b[^.]{0,40}\b(?:invitation|invite|offer|proposal)\b|\b(?:gladly|gratefully) accepted\b",
    re.I,
)


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


NAMES = {
    "call": bag("call conversation contact talk exchange"),
    "meeting": bag("meeting encounter contact talk conversation session dinner lunch"),
    "visit": bag("visit trip journey"),
    "summit": bag("summit meeting"),
    "talks": bag("talk negotiation meeting contact"),
    "message": bag("letter message note"),
}

Rule = Callable[[Setting], str | None]


def _modifiers(token: Token) -> list[Token]:
    """Adjectives and participles on a noun, with their conjuncts: "a cancelled meeting", "talks planned and then shelved"."""
    first = [c for c in token.children if c.dep_ in ("amod", "acl", "acl:relcl", "appos", "compound")]
    return [m for c in first for m in (c, *c.conjuncts)]


def _fates(s: Setting) -> Iterator[Token]:
    """Words that say what became of the contact: its modifiers, and the verbs it is subject or object of."""
    yield from _modifiers(s.token)
    for child, governor in reach.governors(s.token):
        if child.dep_ in (
            "nsubj",
            "nsubj:pass",
            "obj",
            "nmod",
            "ccomp",
            "xcomp",
            "compound",
            "csubj",
            "csubj:pass",
            "nmod:poss",
        ):
            yield governor
            if child.dep_ != "nmod":
                yield from (c for c in governor.children if c.dep_ in ("conj", "parataxis"))
        if clauses.is_predicate(governor):
            return


def called_off(s: Setting) -> str | None:
    """Called off, cancelled, scrapped, shelved: cancelled. Postponed: planned when a new day is named, else cancelled."""
    for word in _fates(s):
        if clauses.negated(word):
            continue
        after = word.doc[word.i : word.sent.end].text
        if clauses.of_kind(word, PUT_OFF) or _particle(word, "put", "off", "back"):
            return "planned" if _NEW_DAY.search(after) else "cancelled"
        if clauses.of_kind(word, CANCEL) or _is_off(word):
            return "planned" if _NOT_TRUE_THAT.search(clauses.sentence_text(word)) else "cancelled"
    return None


def _particle(word: Token, verb: str, *particles: str) -> bool:
    return word.lemma_.lower() == verb and any(c.lower_ in particles for c in word.children)


def _is_off(word: Token) -> bool:
    """True for "called off", "pulled out of", and "is OFF"."""
    if _particle(word, "call", "off") or _particle(word, "pull", "out"):
        return True
    return word.lower_ == "off" and any(c.dep_ == "cop" for c in word.children)


def denial(s: Setting) -> str | None:
    """Somebody denies or rejects the report of it, or the report is called false: denied."""
    for child, governor in s.steps:
        lemma = governor.lemma_.lower()
        if reach.aside(child) and clauses.case_of(child) != "in":
            break
        if clauses.of_kind(governor, DENY):
            return None if clauses.negated(governor) else "denied"
        if clauses.of_kind(governor, RUMOURS) and _UNTRUE.search(clauses.sentence_text(governor)):
            return "denied"
    if _NOT_TRUE_THAT.search(s.token.sent.text):
        return "denied"
    return None


def negation(s: Setting) -> str | None:
    """Said not to have happened, or not to be planned: "did not speak", "no call took place", "has yet to meet"."""
    word = s.token
    if clauses.negated(word):
        return "denied"
    if _invited(word):
        return None
    for child, governor in reach.governors(s.token):
        if clauses.negated(governor) and _reaches(child, governor):
            return "denied"
        if clauses.of_kind(governor, REFUSE) and child.dep_ in ("xcomp", "obj", "advcl"):
            return "denied"
        if any(c.lower_ == "yet" for c in governor.children) and clauses.infinitive(child):
            return "denied"
        if clauses.is_predicate(governor) and clauses.tense(governor):
            break
    return None


def _reaches(child: Token, governor: Token) -> bool:
    """True when what is said of the governor is said of this argument: "did not hold a call", not "did not discuss it"."""
    if child.dep_ in ("xcomp", "aux"):
        return True
    if governor.lemma_.lower() == "announce":
        return False
    carrier = governor.lemma_.lower() in clauses.CARRIERS or clauses.of_kind(governor, PLAN)
    if governor.pos_ == "NOUN":
        return governor.lemma_.lower() in PROPOSAL_NOUNS | PLAN_NOUNS
    return carrier and child.dep_ in ("obj", "nsubj", "nsubj:pass", "obl", "advcl", "ccomp")


def proposal(s: Setting) -> str | None:
    """Suggested, offered, invited to, hoped for, possible, conditional: proposed. An invitation accepted is a plan."""
    if s.token.lemma_.lower() in ("invite", "propose", "suggest"):
        return _accepted(s) or "proposed"
    if any(
        m.lemma_.lower() in READY or m.lower_ in ("proposed", "hypothetical", "suggested", "floated")
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
    if lemma in PROPOSAL_NOUNS and governor.pos_ == "NOUN":
        return child.dep_ in ("acl", "nmod", "ccomp", "advcl", "xcomp", "acl:relcl", "obl")
    if lemma in READY:
        return child.dep_ in ("xcomp", "advcl", "ccomp", "obl", "csubj")
    if clauses.of_kind(governor, PROPOSE) and not _told(child):
        return child.dep_ in ("obj", "xcomp", "ccomp", "advcl", "nsubj:pass", "obl", "acl")
    return lemma == "call" and any(c.lower_ == "on" for c in governor.children) and child.dep_ in ("xcomp", "advcl")


def _told(child: Token) -> bool:
    """True when a clause tells of something past, so that what governs it only reports: "suggested that they had met"."""
    return child.dep_ in ("ccomp", "conj") and clauses.tense(child) == "past"


def _conditional(word: Token) -> bool:
    """True under might, could, may, should, must; under "would" unless it is a plan told in the past; under if, whether."""
    helpers = {a.lower_ for a in clauses.auxiliaries(word)}
    if any(c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for c in word.children):
        return True
    if _if_clause(word) and clauses.tense(word) in ("future", "modal"):
        return True
    if helpers & {"might", "could", "may", "should", "must"} and "have" not in helpers:
        return True
    if helpers & {"would", "'d"}:
        return "like" in word.lower_ or not _under_past(word)
    return False


def _if_clause(word: Token) -> bool:
    return any(c.dep_ == "advcl" and any(m.lower_ in ("if", "provided") for m in c.children) for c in word.children)


def _under_past(word: Token) -> bool:
    return any(clauses.tense(governor) == "past" for _, governor in clauses.path(word)) and not any(
        c.lower_ == "if" for c in word.sent
    )


def _accepted(s: Setting) -> str | None:
    return "planned" if _ACCEPTED.search(s.token.sent.text) else None


def plan(s: Setting) -> str | None:
    """Agreed, announced, scheduled, due, about to happen: planned. A plan whose day has gone by stays a plan."""
    if s.token.lemma_.lower() in EXPECTED and clauses.is_predicate(s.token):
        return "planned"
    inner = [c for c in s.token.children if c.dep_ == "nmod"]
    if any(_to_come(m) for m in _modifiers(s.token)) or any(_to_be_held(m) for c in inner for m in _modifiers(c)):
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


def _to_be_held(modifier: Token) -> bool:
    """A relative clause that the tree hung on a name inside the phrase: "the meeting of the council which will be held"."""
    return _to_come(modifier) and modifier.lemma_.lower() in (
        "hold",
        "take",
        "occur",
        "happen",
        "begin",
        "start",
        "open",
    )


def _to_come(modifier: Token) -> bool:
    """True for "a meeting to be held", "talks which will take place"."""
    if modifier.dep_ == "acl" and clauses.infinitive(modifier):
        return modifier.lemma_.lower() in clauses.CARRIERS
    return modifier.dep_ == "acl:relcl" and clauses.tense(modifier) == "future"


def _plans(child: Token, governor: Token) -> bool:
    lemma = governor.lemma_.lower()
    if governor.pos_ == "NOUN" and lemma in PLAN_NOUNS:
        return child.dep_ in ("nmod", "acl", "obl", "advcl", "ccomp", "xcomp") and clauses.case_of(child) != "of"
    if lemma == "announce" and clauses.negated(governor):
        return False
    if lemma == "accept":
        return any(o.lemma_.lower() in PROPOSAL_NOUNS for o in clauses.objects(governor)) and child.dep_ in (
            "advcl",
            "xcomp",
        )
    if lemma == "look":
        return any(c.lower_ == "forward" for c in governor.children) and child.dep_ in ("advcl", "obl", "xcomp")
    if not clauses.of_kind(governor, PLAN) or _told(child):
        return False
    return child.dep_ in ("xcomp", "ccomp", "obj", "nsubj:pass", "advcl", "obl") and not _by_means(child)


def _by_means(child: Token) -> bool:
    return clauses.case_of(child) in ("by", "with")


def coming(s: Setting) -> str | None:
    """An upcoming, next or planned contact, or one that something is said to come before, unless its day is past."""
    if s.past() or _asserted_past(s):
        return None
    if any(m.lower_ in COMING for m in _modifiers(s.token) if m.i < s.token.i):
        return "planned"
    if any(clauses.of_kind(m, PLAN) and m.dep_ == "acl" and not _planned_length(m) for m in _modifiers(s.token)):
        return "planned"
    before = s.reading.doc[max(s.token.sent.start, s.token.i - 8) : s.token.i].text.lower()
    if re.search(
        r"\b(ahead of|in advance of|on the eve of|preparations? for|before (?:the|his|her|their|a)|prior to)\b"
        r"[^,;.]*$",
        before,
    ):
        return "planned"
    return None


def _planned_length(modifier: Token) -> bool:
    """True for "scheduled to last three days", which tells of a length, not of a plan to meet."""
    return any(c.lemma_.lower() in ("last", "run", "take") for c in modifier.children)


def _asserted_past(s: Setting) -> bool:
    """True when the clause says that the contact happened: "the next meeting took place in May"."""
    return reach.asserted(s.token) == "past" and not s.future()


RULES: tuple[Rule, ...] = (called_off, denial, negation, proposal, plan, coming)


def _setting(reading: Reading, token: Token, day: When | None) -> Setting:
    return Setting(reading, token, tuple(clauses.path(token)), day)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one cue shows: a status, whether its clause asserts it, and the rule that spoke ("" when none did)."""

    status: str
    asserted: bool
    rule: str


def finding(reading: Reading, token: Token, day: When | None = None) -> Finding:
    """The status that one cue shows."""
    setting = _setting(reading, clauses.main_noun(token), day)
    for rule in RULES:
        found = rule(setting)
        if found:
            return Finding(found, True, rule.__name__)
    return Finding("held", _asserted_past(setting), "")


def status_of(reading: Reading, token: Token, day: When | None = None) -> tuple[str, bool]:
    """Status shown by one cue, and whether its clause asserts it (a bare "the call" asserts nothing)."""
    found = finding(reading, token, day)
    return found.status, found.asserted


def f(reading: Reading, draft: Draft) -> None:
    """Set the status of a contact from all its cues and from what the following sentence adds."""
    day = day_of(reading, draft)
    found = [finding(reading, reading.doc[cue.token], day.when if day else None) for cue in draft.cues]
    status = _weigh(found) if found else "held"
    draft.status = _afterwards(status, draft.type, _following(reading, draft))
    if draft.status == "denied" and _taken_back(reading, draft, found):
        draft.status = "held"


def _weigh(found: list[Finding]) -> str:
    """One status out of those of several cues: a denial or a cancellation outweighs, an assertion beats a mention."""
    first = found[0]
    if any(x.rule == "denial" for x in found) or first.status == "denied":
        return "denied"
    later = {x.status for x in found[1:]}
    if "denied" in later and first.status != "proposed":
        return _unfulfilled(first, found)
    if "cancelled" in later and first.status in ("planned", "proposed"):
        return "cancelled"
    if any(x.status == "held" and x.asserted for x in found):
        return "held"
    if not first.asserted:
        return next((x.status for x in found if x.asserted), first.status)
    return first.status


def _unfulfilled(first: Finding, found: list[Finding]) -> str:
    """A later "no meeting took place" cancels a plan and denies a claim; "no other is planned" says nothing of this one."""
    if first.status == "planned":
        return "cancelled"
    asserted = [x for x in found if x.status == "held" and x.asserted]
    return "held" if len(asserted) > 1 else "denied"


def _taken_back(reading: Reading, draft: Draft, found: list[Finding]) -> bool:
    """True when the denial is corrected further on: "he corrected himself: there was one"."""
    denied = [reading.doc[c.token].sent.start for c, x in zip(draft.cues, found, strict=True) if x.status == "denied"]
    last = max(denied, default=0)
    later = [s.text for i in draft.sentences if i < len(reading.sentences) and (s := reading.sentences[i]).start > last]
    after = next((s.text for s in reading.sentences if s.start > last), "")
    return any(_CORRECTED.search(text) for text in (*later, after))


def _following(reading: Reading, draft: Draft) -> str:
    """The contact's own sentences and the one after them."""
    last = max(draft.sentences, default=0)
    wanted = sorted({*draft.sentences, min(last + 1, len(reading.sentences) - 1)})
    return " ".join(reading.sentences[i].text for i in wanted if i < len(reading.sentences))


def _no_such(kind: str, text: str) -> bool:
    """True for "no such call was made" after a call."""
    words = {w.lower() for m in _NO_SUCH.finditer(text) for w in m.groups() if w}
    return bool(words & NAMES.get(kind, frozenset()))


def _afterwards(status: str, kind: str, text: str) -> str:
    """What the next sentence does to a status: denies it, withdraws it, accepts the invitation."""
    if status == "held" and _NEITHER.search(text):
        return "held|denied"
    if status == "held" and (_DENIED_AFTER.search(text) or _no_such(kind, text) or _RETRACTED.search(text)):
        return "denied"
    if status == "proposed" and _ACCEPTED.search(text):
        return "planned"
    if status == "planned" and (_DROPPED_AFTER.search(text) or _NEVER_DID.search(text)):
        return "cancelled"
    return status

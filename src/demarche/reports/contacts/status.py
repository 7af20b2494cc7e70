"""Status of a contact at the document's publication date: held, planned, proposed, cancelled, denied.

The rules of `status_rules` say what each cue shows; here the cues of one contact are weighed against each other, and
what the next sentence adds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from demarche.mentions.reading import Reading
from demarche.model import When
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts import status_words as words
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.status_rules import RULES
from demarche.reports.contacts.status_setting import Setting, asserted_past


@dataclass(frozen=True, slots=True)
class Finding:
    """What one cue shows: a status, whether its clause says it, the rule that spoke ("" when none did)."""

    status: str
    asserted: bool
    rule: str
    present: bool = False  # told in the present tense: a chronicle, or going on
    narrow: bool = False  # speaks of one sort of contact only: "no private negotiations"


def finding(reading: Reading, token: Token, day: When | None = None) -> Finding:
    """The status that one cue shows; asked again for every earlier contact that the cue may go on about."""
    known: dict[tuple[int, When | None], Finding] = reading.memo.setdefault("findings", {})
    key = (token.i, day)
    if key not in known:
        known[key] = _found(reading, token, day)
    return known[key]


def _found(reading: Reading, token: Token, day: When | None) -> Finding:
    word = clauses.main_noun(token)
    setting = Setting(reading, word, tuple(clauses.path(word)), day)
    for rule in RULES:
        found = rule(setting)
        if found:
            return Finding(found, True, rule.__name__, narrow=_narrow(word))
    return Finding("held", asserted_past(setting), "", reach.asserted(word) == "present")


def _narrow(word: Token) -> bool:
    """True for a negated noun with a description of its own, which does not deny the contact told before."""
    described = [c for c in word.children if c.dep_ == "amod" and c.lower_ not in ("such", "bilateral", "phone")]
    return word.pos_ == "NOUN" and bool(described)


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
    later = {x.status for x in found[1:] if not x.narrow}
    if "denied" in later and first.status != "proposed":
        return _unfulfilled(first, found)
    if "cancelled" in later and first.status in ("planned", "proposed"):
        return "cancelled"
    if first.status == "proposed" and any(x.status == "planned" and x.rule == "plan" for x in found[1:]):
        return "planned"
    if any(x.status == "held" and x.asserted for x in found):
        return "held"
    if not first.asserted and not first.present:
        return next((x.status for x in found if x.asserted), first.status)
    return first.status


def _unfulfilled(first: Finding, found: list[Finding]) -> str:
    """A later "no meeting took place" cancels a plan and denies a claim that nothing else bears out."""
    if first.status == "planned":
        return "cancelled"
    asserted = [x for x in found if x.status == "held" and x.asserted]
    return "held" if len(asserted) > 1 else "denied"


def _taken_back(reading: Reading, draft: Draft, found: list[Finding]) -> bool:
    """True when the denial is corrected further on: "he corrected himself: there was one"."""
    denied = [reading.doc[c.token].sent.start for c, x in zip(draft.cues, found, strict=True) if x.status == "denied"]
    own = [reading.sentences[i].start for i in draft.sentences if i < len(reading.sentences)]
    last = max(denied or own, default=0)
    later = [s for s in reading.sentences if s.start > last]
    own_later = [s for s in later if s.start in own]
    return any(words.CORRECTED.search(s.text) for s in (*own_later, *later[:2]))


def _following(reading: Reading, draft: Draft) -> str:
    """The contact's own sentences, but not what a semicolon parts from it before, and the one after them."""
    last = max(draft.sentences, default=0)
    wanted = sorted({*draft.sentences, min(last + 1, len(reading.sentences) - 1)})
    cues = sorted(cue.token for cue in draft.cues)
    return " ".join(_own_part(reading.sentences[i], cues) for i in wanted if i < len(reading.sentences))


def _own_part(sentence: Span, cues: Sequence[int]) -> str:
    """The sentence from the last semicolon before its first cue."""
    first = next((cue for cue in cues if sentence.start <= cue < sentence.end), sentence.start)
    parted = [token.i + 1 for token in sentence if token.i < first and token.text == ";"]
    return str(sentence.doc[parted[-1] if parted else sentence.start : sentence.end].text)


def _no_such(kind: str, text: str) -> bool:
    """True for "no such call was made" after a call."""
    nouns = {w.lower() for m in words.NO_SUCH.finditer(text) for w in m.groups() if w}
    return bool(nouns & words.NOUNS_OF.get(kind, frozenset()))


def _afterwards(status: str, kind: str, text: str) -> str:
    """What the next sentence does to a status: denies it, withdraws it, accepts the invitation."""
    if status == "held" and words.NEITHER.search(text):
        return "held|denied"
    if status == "held" and (words.DENIED_AFTER.search(text) or _no_such(kind, text) or words.RETRACTED.search(text)):
        return "denied"
    if status == "held" and words.PRINTED.search(text):
        return "denied"
    if status == "proposed" and words.ACCEPTED.search(text):
        return "planned"
    if status == "planned" and (words.DROPPED_AFTER.search(text) or words.NEVER_DID.search(text)):
        return "cancelled"
    return status

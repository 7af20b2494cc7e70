"""Acts: deeds of one state to another that are no contact, pressure or offer -> reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Report
from demarche.reports.acts.owners import owners
from demarche.reports.acts.unlisted import forms as unlisted_forms
from demarche.reports.acts.unlisted import main_verb, root_told
from demarche.reports.acts.words import DEEDS, DeedWord
from demarche.reports.common import Deed, Scene, as_report, scene_of
from demarche.reports.common.forms import by_form
from demarche.reports.common.spans import bounds, clause_span, field, near, trimmed
from demarche.reports.common.telling import alleged, part_of_name
from demarche.reports.statements.syntax import negated, relative, subject_of

__all__ = ["build_acts", "find_acts"]

_REACH = 8
_UNREAL = frozenset(
    [
        "will",
        "would",
        "could",
        "should",
        "might",
        "may",
        "if",
        "unless",
        "whether",
        "to",
        "not",
        "never",
        "n't",
        "threatened",
        "had",
        "can",
        "must",
        "'ll",
        "against",
        "after",
        "before",
        "since",
    ]
)


def build_acts(reading: Reading) -> Iterator[Report]:
    """Yield the deeds that one text tells as news, with their PLOVER root."""
    scene = scene_of(reading)
    for deed in find_acts(scene):
        yield as_report(scene, deed)


def find_acts(scene: Scene) -> list[Deed]:
    """List the acts in the order of the text."""
    found: list[Deed] = []
    for token in scene.reading.words_in(_looked_for()):
        listed = token.lower_ in _forms()
        announced = listed and _announced(token)
        told = announced or _told(scene, token)
        if not (listed or main_verb(token)) or scene.reading.quoted(token.idx) or not told:
            continue
        if alleged(token) or part_of_name(token):
            continue
        deed = _listed(scene, token) if listed else _unlisted(scene, token)
        if deed is not None and announced:
            deed = replace(deed, status="planned")
        if deed is not None and not any(h.evidence[0].overlaps(deed.evidence[0]) for h in found):
            found.append(deed)
    return found


@cache
def _forms() -> dict[str, str]:
    return by_form(DEEDS)


@cache
def _looked_for() -> frozenset[str]:
    return frozenset(_forms()) | unlisted_forms()


def _listed(scene: Scene, token: Token) -> Deed | None:
    """The deed that the table names for this verb and what stands by it."""
    word = next((w for w in DEEDS[_forms()[token.lower_]] if _fits(token, w)), None)
    return None if word is None else _act(scene, token, word)


def _unlisted(scene: Scene, token: Token) -> Deed | None:
    """A deed between two states that the model of roots is sure of, though no table lists its verb."""
    if any(t.lower_ in _WORDS for t in near(token, 0, 4)):
        return None
    deed = _act(scene, token, DeedWord("", None))
    if deed is None:
        return None
    root = root_told(scene.reading.sentence_of(token.idx), token)
    return None if root is None else replace(deed, plover=root)


def _asked(token: Token) -> bool:
    """True for a deed that the sentence only asks for: "calls on the authorities to … and release"."""
    asking = ("calls", "call", "called", "urge", "urges", "urged", "demand", "demands", "demanded")
    return any(t.lower_ in asking for t in token.doc[token.sent.start : token.i])


def _opens_object(token: Token) -> bool:
    """True where an object follows, as after a verb: "the forces attack two villages", not "the attacks on"."""
    after = near(token, 0, 1)[-1]
    return after.i > token.i and after.pos_ in ("DET", "NUM", "PROPN", "ADJ", "PRON")


def _announced(token: Token) -> bool:
    """True for a withdrawal that is announced: "the troops will withdraw", "will be withdrawing"."""
    before = [t.lower_ for t in near(token, 3, 0)[:-1]]
    ahead = token.lower_ in ("withdraw", "withdrawing") and "will" in before
    return ahead and not negated(token) and token.dep_ in ("ROOT", "conj", "ccomp") and not _asked(token)


def _told(scene: Scene, token: Token) -> bool:
    """True for a deed told as news: a main clause, neither embedded nor to come."""
    if token.tag_ in ("VBG", "VB") or negated(token) or _asked(token):
        return False
    if token.pos_ == "NOUN" and not _opens_object(token):
        return False
    embedded = token.dep_ in ("amod", "acl", "acl:relcl", "advcl", "xcomp")
    if (embedded or token.pos_ not in ("VERB", "AUX")) and (token.dep_ == "advcl" or not scene.led(token)):
        return False
    return not {t.lower_ for t in near(token, 4, 0)[:-1]} & _UNREAL


_MEANWHILE = ("while", "after", "before", "when", "whereas")
_WORDS = frozenset(
    [
        "report",
        "video",
        "footage",
        "documents",
        "film",
        "proclamation",
        "decision",
        "plan",
        "remarks",
        "policy",
        "idea",
        "speech",
        "statement",
        "critics",
    ]
)


def _fits(token: Token, word: DeedWord) -> bool:
    if any(t.lower_ in _WORDS for t in near(token, 0, 4)) or _as_words(token):  # attacked with words
        return False
    if word.subjects and not _done_by(token, word.subjects):
        return False
    if not word.objects:
        return True
    if any(t.lower_ in word.objects for t in near(token, 0, _REACH)[1:]):
        return True
    passive = any(c.dep_ in ("aux:pass", "nsubj:pass") for c in token.children)
    return passive and any(t.lower_ in word.objects for t in near(token, _REACH, 0))


def _done_by(token: Token, kinds: frozenset[str]) -> bool:
    """True when the subject of the clause is one of these: the troops that withdraw, the strike that kills."""
    subject = subject_of(token)
    return subject is not None and subject.i < token.i and subject.lower_ in kinds


def _as_words(token: Token) -> bool:
    """True for "attacked the incursions as provocative": what follows "as" is a judgement."""
    as_at = next((t for t in near(token, 0, 7)[1:] if t.lower_ == "as"), None)
    return token.lower_.startswith("attack") and as_at is not None and as_at.nbor(1).pos_ in ("ADJ", "DET")


def _act(scene: Scene, token: Token, word: DeedWord) -> Deed | None:
    actors = (owners(scene, token) if word.subjects else ()) or scene.doers(token, strict=True)
    if not actors or any(relative(c) for c in token.children) or (not word.plover and not any(v.side for v in actors)):
        return None
    _, end = bounds(token)
    end = next((t.i for t in token.doc[token.i : end] if t.lower_ in _MEANWHILE), end)
    recipients = scene.counterpart(token.i, end, actors, close=bool(word.subjects))
    if word.plover == "COERCE" and not any(v.side for v in scene.abroad(token.i, end, actors)):
        return None  # whom a state arrests at home is its own affair
    if not recipients and len({v.side for v in actors if v.side}) < 2:
        return None
    evidence = clause_span(scene.reading, token)
    content = field(scene.reading, "content", trimmed(scene.reading, token.i, end))
    return Deed("act", word.mode, word.plover, None, "deed", actors, (evidence,), recipients[:2]).with_field(content)

"""Outcomes told in the same document: a deadline extended or passed, a measure dropped or carried out, a demand met."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.model import Field, Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.forms import by_form
from demarche.reports.common.spans import clause_span, near
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.words import CUT_NOUNS, SANCTION_NOUNS

_EXTENDING = frozenset(words("pause extend prolong postpone defer delay reschedule"))
_DROPPING = frozenset(
    words("drop shelve lift withdraw scrap suspend cancel abandon revoke rescind remove retract waive")
)
_ENDING = frozenset(words("lapse expire pass elapse"))
_DOING = frozenset(words("enforce implement"))
_MEETING = frozenset(words("comply bow yield capitulate"))
_TERMS = frozenset(words("deadline term ultimatum date day time days weeks months deadlines period fortnight"))
_THREATS = frozenset(words("threat threats demand demands ultimatum measure measures plan"))
_NOTHING = frozenset(words("without no none nothing not never nobody neither"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a pressure: its status, the clause that tells it, and the word the pressure is known by."""

    status: str
    word: Token
    noun: str
    span: Span


def with_outcomes(scene: Scene, found: list[Deed]) -> list[Deed]:
    """The pressures with the status that the text gives them, in the same order."""
    told = list(found)
    for outcome in _outcomes(scene):
        place = _spoken_of(scene, told, outcome)
        if place is not None:
            told[place] = _with(told[place], outcome, scene)
        elif (called_off := _called_off(scene, told, outcome)) is not None:
            told.append(called_off)
    return sorted(told, key=lambda d: d.evidence[0])


_PUTTING_OFF = by_form(words("postpone defer delay shelve pause put drop scrap"))


def _called_off(scene: Scene, found: list[Deed], outcome: Outcome) -> Deed | None:
    """A duty that the text tells of only when it is put off or dropped: "paused the tariffs on Canada"."""
    token = outcome.word
    if token.lower_ not in _PUTTING_OFF or outcome.noun not in SANCTION_NOUNS or token.tag_ in ("VB", "VBG"):
        return None
    if any(d.evidence[0].overlaps(outcome.span) for d in found):
        return None
    own = any(c.dep_ == "obj" and c.lower_ in SANCTION_NOUNS for c in token.children)
    actors = tuple(v for v in scene.doers(token, strict=True) if v.side or v.kind == "state")
    recipients = scene.abroad(token.i, token.sent.end, actors) or scene.abroad(token.sent.start, token.i, actors)
    if not own or not actors or not recipients:
        return None
    status = "dropped" if outcome.status == "dropped" else "extended"
    return pressure(scene, "threat", "called-off", token, actors, recipients[:1], status=status)


def _with(deed: Deed, outcome: Outcome, scene: Scene) -> Deed:
    words_ = Field("outcome", " ".join(outcome.span.of(scene.reading.document.text).split()), (outcome.span,))
    evidence = tuple(outcome.span if span.within(outcome.span) else span for span in deed.evidence)
    if not any(span.overlaps(outcome.span) for span in evidence):
        evidence = (*evidence, outcome.span)
    revised = _revised(scene, outcome) if outcome.status == "extended" else None
    return replace(deed, status=outcome.status, evidence=evidence).with_field(words_, revised)


def _revised(scene: Scene, outcome: Outcome) -> Field | None:
    """The new day of a deadline that was moved: the last one that the clause names."""
    days = [d for d in scene.reading.dates_in(outcome.span) if d.when.latest is not None]
    if not days or days[-1].when.latest is None:
        return None
    return Field("revised_deadline", days[-1].when.latest.isoformat(), (days[-1].span,))


def _outcomes(scene: Scene) -> list[Outcome]:
    rules = _table()
    found: list[Outcome] = []
    for token in scene.reading.words_in(rules):
        if scene.reading.quoted(token.idx) or _only_possible(token):
            continue
        told = rules[token.lower_](token)
        if told is not None:
            found.append(Outcome(told[0], token, told[1], clause_span(scene.reading, token)))
    return found


def _only_possible(token: Token) -> bool:
    before = {t.lower_ for t in near(token, 4, 0)[:-1]}
    wish = {"could", "might", "may", "should", "would", "if", "unless", "can", "whether", "threatened", "must", "will"}
    return bool(before & wish) or bool({"not", "n't", "never"} & before)


def _noun(token: Token, table: frozenset[str], back: int = 7, ahead: int = 6) -> str | None:
    """The nearest word of the table around a verb, in its clause."""
    for word in (*reversed(near(token, back, 0)), *near(token, 0, ahead)):
        if word.lower_ in table:
            return word.lower_
    return None


def extended(token: Token) -> tuple[str, str] | None:
    """The deadline was extended, the tariffs were postponed, the date moves."""
    noun = _noun(token, _TERMS | SANCTION_NOUNS | _THREATS)
    return ("extended", noun) if noun else None


def moved(token: Token) -> tuple[str, str] | None:
    """The date moves from Friday to March 29; the deadline was put off, pushed back."""
    after = {t.lower_ for t in near(token, 0, 5)}
    before = {t.lower_ for t in near(token, 16, 0)}
    noun = next(
        (w for w in ("deadline", "date", "term", "ultimatum", "tariffs", "sanctions") if w in before | after), None
    )
    moving = "to" in after and "from" in after if token.lower_.startswith("mov") else after & {"back", "off"}
    return ("extended", noun) if noun and moving else None


def ended(token: Token) -> tuple[str, str] | None:
    """The deadline passed, the term lapsed without any measure."""
    noun = next((t.lower_ for t in near(token, 8, 0) if t.lower_ in _TERMS), None)
    if noun is None or (
        token.lower_.startswith("pass") and {"law", "bill", "resolution"} & {t.lower_ for t in near(token, 0, 5)}
    ):
        return None
    return _lapse(token), noun


def came_and_went(token: Token) -> tuple[str, str] | None:
    """The deadline came and went; the days ran out; time was up."""
    around = " ".join(t.lower_ for t in near(token, 2, 2))
    if not any(s in around for s in ("came and went", "ran out", "runs out", "run out", "was up", "is up")):
        return None
    noun = next((t.lower_ for t in near(token, 30, 0) if t.lower_ in _TERMS), "deadline")
    return _lapse(token), noun


def _lapse(token: Token) -> str:
    """Dropped when the text tells that nothing came of it, unknown when it only tells that the day passed."""
    doc = token.doc
    ahead = doc[token.i : min(len(doc), token.sent.end + 14)]
    return "dropped" if {t.lower_ for t in ahead} & (_NOTHING | {"stay", "stayed", "remain", "remained"}) else "unknown"


def dropped(token: Token) -> tuple[str, str] | None:
    """Dropped the ban, lifted the tariffs, shelved the measure, withdrew the threat."""
    noun = _noun(token, SANCTION_NOUNS | _THREATS | frozenset({"deadline"}), 5, 5)
    if token.tag_ == "VB":  # "to lift the ban", "withdraw the tanks": asked for, not done
        return None
    return ("dropped", noun) if noun else None


def none_followed(token: Token) -> tuple[str, str] | None:
    """None followed, no measure followed, nothing happened."""
    before = [t.lower_ for t in near(token, 6, 0)[:-1]]
    if not {"none", "no", "nothing"} & set(before[-5:]) or token.lower_ in ("following",):
        return None
    return "dropped", "none"


def backed_down(token: Token) -> tuple[str, str] | None:
    """Backed down, backed off, climbed down from a threat."""
    after = [t.lower_ for t in near(token, 0, 1)]
    return ("dropped", "threat") if after[-1] in ("down", "off") else None


def took_effect(token: Token) -> tuple[str, str] | None:
    """The tariffs took effect, came into force, went ahead; the threat was carried out, made good."""
    around = " ".join(t.lower_ for t in near(token, 0, 3))
    done = ("effect", "into force", "carried out", "carries out", "made good", "makes good", "went ahead", "goes ahead")
    if not any(s in around for s in done) or token.tag_ in ("VB", "VBG"):
        return None
    noun = _noun(token, SANCTION_NOUNS | _THREATS | CUT_NOUNS, 9, 6)
    return ("imposed", noun) if noun else None


def met(token: Token) -> tuple[str, str] | None:
    """Complied, bowed to the demand, met the demand, gave in."""
    after = [t.lower_ for t in near(token, 0, 3)]
    if token.lower_.startswith(("met", "meet", "accept")) and not {"demand", "demands", "ultimatum"} & set(after):
        return None
    if token.lower_.startswith(("g", "bow")) and not {"in", "to"} & set(after[1:2]):
        return None
    return ("met", "demand") if token.tag_ != "VB" else None


_RULES: tuple[tuple[Callable[[Token], tuple[str, str] | None], frozenset[str]], ...] = (
    (extended, _EXTENDING),
    (moved, frozenset({"move", "push", "put"})),
    (ended, _ENDING),
    (dropped, _DROPPING),
    (none_followed, frozenset({"follow", "happen"})),
    (backed_down, frozenset({"back", "climb"})),
    (took_effect, frozenset({"take", "come", "go", "carry", "make", "enter"})),
    (met, frozenset({"comply", "bow", "yield", "capitulate"})),
)


@cache
def _table() -> dict[str, Callable[[Token], tuple[str, str] | None]]:
    table = {form: rule for rule, lemmas in _RULES for form in by_form(lemmas)}
    table |= {"up": came_and_went, "went": _went, "out": came_and_went}
    return table


def _went(token: Token) -> tuple[str, str] | None:
    return came_and_went(token) or took_effect(token)


def _spoken_of(scene: Scene, found: list[Deed], outcome: Outcome) -> int | None:
    """Which pressure an outcome is about: the last before it that its noun fits, or one in its own sentence."""
    if any(d.rule == "earlier-deadline" and d.evidence[0].overlaps(outcome.span) for d in found):
        return None
    limit = outcome.word.sent.end_char
    for index in range(len(found) - 1, -1, -1):
        deed = found[index]
        if _already(scene, deed, outcome):
            return None
        if (
            deed.evidence[0].start >= limit
            or (deed.has("outcome") and deed.status != "unknown")
            or not _fits(scene, deed, outcome)
        ):
            continue
        if deed.evidence[0].overlaps(outcome.span) and outcome.status not in ("dropped", "extended", "unknown"):
            continue
        return index
    return None


def _already(scene: Scene, deed: Deed, outcome: Outcome) -> bool:
    """True when the same sentence has told what became of this pressure: "ran out a week ago; no measure followed"."""
    told = next((f for f in deed.fields if f.name == "outcome"), None)
    return told is not None and scene.reading.sentence_of(told.spans[0].start).start == outcome.word.sent.start


def _fits(scene: Scene, deed: Deed, outcome: Outcome) -> bool:
    if not _concerns(scene, deed, outcome):
        return False
    text = scene.reading.document.text
    said = {w.strip(".,;:").lower() for span in deed.evidence for w in span.of(text).split()}
    if outcome.noun in _TERMS and outcome.noun != "ultimatum":
        return deed.has("deadline") or deed.type == "ultimatum" or bool(said & _TERMS)
    if outcome.noun == "none":
        gap = outcome.word.sent.start_char - deed.evidence[-1].end
        return deed.type in ("threat", "ultimatum") and gap < 80
    if outcome.noun in ("threat", "threats", "ultimatum", "plan"):
        return deed.type in ("threat", "ultimatum")
    if outcome.noun in ("demand", "demands"):
        return (
            deed.type in ("demand", "ultimatum", "threat") and outcome.word.sent.start_char - deed.evidence[0].end < 600
        )
    if outcome.noun in ("measure", "measures"):
        return deed.type in ("threat", "ultimatum", "sanction")
    if deed.rule == "threatened" and deed.evidence[0].within(outcome.span):
        return True
    stem = outcome.noun.rstrip("s")
    return any(w.rstrip("s") == stem for w in said) and not _same_clause_cause(deed, outcome)


def _concerns(scene: Scene, deed: Deed, outcome: Outcome) -> bool:
    """False when the clause names sides, and none of them is one of the pressure's: other sanctions were lifted."""
    piece = scene.reading.doc.char_span(outcome.span.start, outcome.span.end, alignment_mode="expand")
    if piece is None:
        return True
    told = {v.side or v.name for v in scene.abroad(piece.start, piece.end, ())}
    own = {side for v in (*deed.actors, *deed.recipients) for side in (v.side, v.name) if side}
    return not told or not own or bool(told & own)


def _same_clause_cause(deed: Deed, outcome: Outcome) -> bool:
    """True when the "outcome" is the pressure's own verb: "suspended the licences" imposes, it does not drop."""
    return deed.rule == "cut-off" and deed.evidence[0].overlaps(outcome.span)

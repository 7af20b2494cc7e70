"""Statements: words given to a speaker. quotations and stance cues -> speakers -> stance -> fields -> reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Field, Report, Span
from demarche.reports.statements import details
from demarche.reports.statements.direct import evidence_of, find_direct
from demarche.reports.statements.indirect import Said, find_indirect
from demarche.reports.statements.quoted import Quoted
from demarche.reports.statements.scope import foreign, local
from demarche.reports.statements.signers import find_signers
from demarche.reports.statements.tone import tone_of

__all__ = ["build_statements"]


def build_statements(reading: Reading) -> Iterator[Report]:
    """Yield one report for each quotation and speaker, and for each stance that stands outside quotation marks."""
    direct = [
        quoted
        for quoted in find_direct(reading)
        if foreign(reading, quoted.attribution.voices, quoted.quotation.span)
        and not local(reading, quoted.attribution.span, quoted.parts)
    ]
    indirect = [
        said
        for said in _joined(find_indirect(reading, find_signers(reading)))
        if not _told_already(direct, said) and foreign(reading, said.voices, said.evidence[0], said.targets)
    ]
    led = {id(q): [s for s in indirect if leads(reading, s, q)] for q in direct}
    yield from (_direct_report(reading, quoted, led[id(quoted)]) for quoted in direct)
    absorbed = {id(said) for group in led.values() for said in group}
    yield from (_indirect_report(reading, said) for said in indirect if id(said) not in absorbed)


def leads(reading: Reading, said: Said, quoted: Quoted) -> bool:
    """True when a stance only introduces the quotation of the next sentence: denied the report. “…,” she said."""
    if {v.name for v in said.voices} != {v.name for v in quoted.attribution.voices} or quoted.nested:
        return False
    if said.word.dep_ not in ("ROOT", "conj") and said.rule == "stance-verb":
        return False
    sentence = reading.sentences[said.sentence]
    gap = reading.document.text[sentence.end_char : quoted.quotation.span.start]
    if gap.strip() or quoted.quotation.span.start < sentence.end_char:
        return False
    tone = tone_of(quoted.words(reading), "")
    return tone in (said.stance, "neutral") or {tone, said.stance} <= _WARM


_WARM = frozenset({"thank", "praise", "support"})


def _told_already(direct: list[Quoted], said: Said) -> bool:
    """True when the stance is that of a quotation's own attributing clause."""
    verbs = {q.attribution.verb.i for q in direct if q.attribution.verb is not None}
    return said.word.i in verbs or any(span.overlaps(said.evidence[0]) for q in direct for span in q.parts)


def _direct_report(reading: Reading, quoted: Quoted, led_by: list[Said]) -> Report:
    text = reading.document.text
    words = quoted.words(reading)
    verb = quoted.attribution.verb
    evidence = (*evidence_of(reading, quoted), *(span for said in led_by for span in said.evidence))
    inside = [m for m in reading.actors for p in quoted.parts if m.span.within(p) and not m.pronoun]
    fields = [
        *(voice.as_field("actor") for voice in quoted.attribution.voices),
        *_told(reading, quoted),
        Field("quote", words, quoted.parts),
        *details.about(inside[:2], None, text),
        _stance(words, verb.lemma_ if verb is not None else "", quoted, led_by),
    ]
    return _report(reading, "direct", evidence, fields, signed=False)


def _stance(words: str, verb: str, quoted: Quoted, led_by: list[Said]) -> Field:
    if led_by:
        word = led_by[0].word
        return Field("stance", led_by[0].stance, (Span(word.idx, word.idx + len(word)),))
    return Field("stance", tone_of(words, verb), quoted.parts)


def _told(reading: Reading, quoted: Quoted) -> Iterator[Field]:
    """The addressee: told NAME, replied to NAME."""
    verb = quoted.attribution.verb
    if verb is None:
        return
    for child in verb.children:
        to = any(g.lower_ == "to" for g in child.children if g.dep_ == "case")
        if child.dep_ in ("iobj", "obj") or (child.dep_ == "obl" and to):
            mention = reading.actor_at(child.i)
            if mention is not None and verb.lemma_ in (
                "tell",
                "reply",
                "answer",
                "say",
                "write",
                "urge",
                "ask",
                "warn",
            ):
                yield Field("recipient", mention.name, (mention.span,), side=mention.side, actor_kind=mention.kind)


def _indirect_report(reading: Reading, said: Said) -> Report:
    text = reading.document.text
    word = Span(said.word.idx, said.word.idx + len(said.word))
    fields = [
        *(voice.as_field("actor") for voice in said.voices),
        *(_recipient(m) for m in said.targets[:1] if said.stance in _ADDRESSED),
        *details.about(said.targets[:2], said.target, text),
        Field("stance", said.stance, (word,)),
    ]
    return _report(reading, "indirect", tuple(said.evidence), fields, signed=said.signed)


_TELLING = frozenset({"tell", "reply", "answer", "say", "write", "urge", "ask", "warn"})
_ADDRESSED = frozenset({"thank", "congratulate", "request", "condole"})


def _recipient(mention: ActorMention) -> Field:
    return Field("recipient", mention.name, (mention.span,), side=mention.side, actor_kind=mention.kind)


def _report(
    reading: Reading, kind: str, evidence: tuple[Span, ...], fields: Iterable[Field], *, signed: bool
) -> Report:
    extra = (details.channel(reading, evidence), details.day(reading, evidence[0], signed=signed))
    complete = (*fields, *(item for item in extra if item is not None))
    return Report(reading.document.id, "statement", kind, None, evidence, complete)


def _joined(found: Iterable[Said]) -> list[Said]:
    """One report a stance, speaker and target: further sentences of a signed text add evidence only."""
    kept: list[Said] = []
    for said in found:
        twin = next((k for k in kept if _same(k, said)), None)
        if twin is None:
            kept.append(said)
        elif not any(span.overlaps(said.evidence[0]) for span in twin.evidence):
            twin.evidence.append(said.evidence[0])
    return kept


def _same(one: Said, other: Said) -> bool:
    if one.stance != other.stance or {v.name for v in one.voices} != {v.name for v in other.voices}:
        return False
    if one.evidence[0].overlaps(other.evidence[0]):
        return True
    shared = {m.name for m in one.targets} & {m.name for m in other.targets} or not (one.targets or other.targets)
    return bool(shared) and (one.signed or one.sentence == other.sentence)

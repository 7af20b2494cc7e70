"""Ultimatums: a term given, a deadline set. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.model import DateMention, DurationMention, Field, Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.leading import sentence_before
from demarche.reports.common.spans import bounds, near, rest, trimmed
from demarche.reports.pressures.deadlines import day_of_statement, deadline_in, term_deadline
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.words import ANALYSTS
from demarche.reports.statements.syntax import negated
from demarche.reports.statements.voices import Voice, of_mention

_TERM_WORDS = ("ultimatum", "deadline", "notice")


def gave_term(scene: Scene, token: Token) -> Deed | None:
    """Gives someone so many days, until a day, or an ultimatum, to do something."""
    reading = scene.reading
    whom = _given_to(scene, token) or _was_given(scene, token)
    if whom is None:
        return None
    place, recipients = whom
    tail = reading.doc[place : min(token.sent.end, place + 16)]
    stretch = Span(tail.start_char, tail.end_char)
    term = next((d for d in reading.durations_in(stretch)), None)
    day = next((d for d in reading.dates_in(stretch) if _until(d, reading.document.text)), None)
    named = next((t for t in tail if t.lower_ in _TERM_WORDS), None)
    asked = next((t for t in tail if t.lower_ == "to" and t.i + 1 < len(reading.doc)), None)
    relative = _relative_term(scene, token) if term is None and day is None else None
    if not ((term or day or relative) and asked is not None) and named is None:
        return None
    actors = tuple(v for v in scene.doers(token) if v.name not in {r.name for r in recipients})
    if not actors or {v.side for v in actors if v.side} & {v.side for v in recipients if v.side}:
        return None
    also = [relative[1]] if relative else []
    made = pressure(
        scene, "ultimatum", "gave-term", token, actors, recipients, also=[*also, tail[-1]] if also else or_else(token)
    )
    if made.has("deadline"):
        return made
    length = term or (relative[0] if relative else None)
    return made.with_field(
        deadline_in(reading, stretch)
        or (term_deadline(length, day_of_statement(reading, made.evidence[0])) if length else None)
    )


def or_else(token: Token) -> list[Token]:
    """The end of the harm that "or" holds out after a term: "… to stop buying oil or face a levy of 100 per cent"."""
    for word in token.doc[token.i : token.sent.end - 1]:
        if word.lower_ == "or" and word.nbor().lower_ in _OTHERWISE:
            return [rest(word, 30)]
    return []


_OTHERWISE = frozenset(("face", "else", "risk", "see", "lose", "suffer", "be", "pay", "it", "they"))


def _was_given(scene: Scene, token: Token) -> tuple[int, tuple[Voice, ...]] | None:
    """ "Tokyo has been given until the autumn by Washington": the one given stands before a passive."""
    subject = next((c for c in token.children if c.dep_ == "nsubj:pass"), None)
    named = scene.named_by(subject) if subject is not None else ()
    return (token.i + 1, named) if named and any(t.lower_ == "by" for t in near(token, 0, 12)) else None


def had_term(scene: Scene, token: Token) -> Deed | None:
    """Someone says that another side has so many days, or until a day, to do something."""
    reading, doc = scene.reading, scene.reading.doc
    tail = doc[token.i + 1 : min(token.sent.end, token.i + 10)]
    asked = next((t for t in tail if t.lower_ == "to" and t.nbor(1).tag_ == "VB"), None)
    if asked is None or asked.i == token.i + 1 or negated(token):
        return None
    stretch = Span(tail.start_char, asked.idx)
    term = next((d for d in reading.durations_in(stretch) if d.span.start < tail.start_char + _CLOSE), None)
    day = next((d for d in reading.dates_in(stretch) if _until(d, reading.document.text)), None)
    if term is None and day is None:
        return None
    actors, verb = scene.speakers(token)
    recipients = _told_it(scene, token, verb, actors) or scene.doers(token, strict=True)
    if not actors and recipients:
        actors = _setter_before(scene, token, recipients) or _who_is_left(scene, asked, recipients)
    known = [v.side or v.name for v in recipients]
    if not actors or not known or {n for v in actors for n in (v.side, v.name)} & set(known):
        return None
    told_of = [
        v.span for v in recipients if v.span is not None
    ]  # "Greek diplomats have 72 hours": they are no observers
    guess = any(t.lower_ in ANALYSTS and not any(s.start <= t.idx < s.end for s in told_of) for t in token.sent)
    if guess or not any(v.side or v.kind in ("person", "state") for v in actors):
        return None
    made = pressure(
        scene,
        "ultimatum",
        "had-term",
        token,
        actors,
        recipients,
        also=[rest(token, 40), *_harm(token), *or_else(token)],
    )
    if made.has("deadline") or term is None:
        return made
    return made.with_field(term_deadline(term, day_of_statement(reading, made.evidence[0])))


def _told_it(scene: Scene, token: Token, verb: Token | None, actors: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """ "Told Asmara that it had a month": the one told is the one who has the term."""
    subject = next((c for c in token.children if c.dep_.startswith("nsubj")), None)
    if verb is None or subject is None or subject.lower_ not in ("it", "they", "he", "she") or verb.i > subject.i:
        return ()
    return scene.abroad(verb.i + 1, subject.i, actors)[:1]


def _who_is_left(scene: Scene, to: Token, recipients: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The state that those of another state have so many hours to leave."""
    verb = to.nbor(1)
    if verb.lemma_.lower() not in ("leave", "quit", "depart"):
        return ()
    taken = {n for v in recipients for n in (v.side, v.name)}
    near = (m for m in scene.reading.actors_in(verb.i + 1, verb.i + 4) if m.kind == "state" and m.side not in taken)
    return next((tuple(of_mention(scene.reading, m)) for m in near), ())


def _setter_before(scene: Scene, token: Token, recipients: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Who did something to them in the sentence before, when this one names nobody: "The five have 48 hours to"."""
    before = sentence_before(scene.reading, token.sent.start, 1)
    if before is None or before.root.pos_ != "VERB":
        return ()
    taken = {n for v in recipients for n in (v.side, v.name)}
    return tuple(v for v in scene.doers(before.root) if v.side and v.side not in taken and v.name not in taken)


_CLOSE = 12  # characters between "had" and its term: "had only about ten days"


def _harm(token: Token) -> list[Token]:
    """The end of the clause that tells what comes after the term: "after which", "otherwise", "or"."""
    words = token.doc[token.i : token.sent.end]
    return [rest(t, 40) for t in words if t.lower_ in ("which", "otherwise") and t.nbor(-1).lower_ in ("after", ",")]


def _until(mention: DateMention, text: str) -> bool:
    return mention.span.of(text).lower().startswith(("until", "till", "by")) or text[
        max(mention.span.start - 7, 0) : mention.span.start
    ].rstrip().lower().endswith(("until", "till", "by"))


def _given_to(scene: Scene, token: Token) -> tuple[int, tuple[Voice, ...]] | None:
    """Who gets the term: the actor, capital or name right after the verb; where the phrase ends."""
    reading, index = scene.reading, token.i + 1
    while index < token.sent.end and reading.doc[index].lower_ in ("the", "his", "her", "its"):
        index += 1
    if index >= token.sent.end:
        return None
    word = reading.doc[index]
    if word.lower_ in ("it", "them", "him", "her"):
        before = scene.abroad(token.sent.start, token.i, scene.doers(token))[-1:]
        return (index + 1, before) if before else None
    mention = reading.actor_at(index)
    if mention is not None:
        return mention.end_token, tuple(of_mention(reading, mention))
    placed = scene.abroad(index, index + 1, ()) or scene.bare_name(word)
    return (index + 1, placed) if placed else None


def _relative_term(scene: Scene, token: Token) -> tuple[DurationMention, Token] | None:
    """ "the ten days that he gave Russia": the term stands before the clause."""
    lead = near(token, 6, 0)
    stretch = Span(lead[0].idx, token.idx)
    found = scene.reading.durations_in(stretch)
    that = any(t.lower_ in ("that", "which") for t in lead)
    return (found[-1], lead[0]) if found and that else None


def _who(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """ "NAME, who first set a deadline": the one that the clause is about."""
    who = next((c for c in token.children if c.dep_ == "nsubj" and c.lower_ == "who"), None)
    return scene.named_by(who) if who is not None else ()


def set_deadline(scene: Scene, token: Token) -> Deed | None:
    """Sets a deadline or a day by which another side must act; issues, delivers or repeats an ultimatum."""
    window = near(token, 0, 12)[1:]
    noun = next((t for t in window[:8] if t.lower_ in ("deadline", "ultimatum")), None)
    as_date = [t.lower_ for t in window]
    by_which = "date" in as_date and "which" in as_date
    if noun is None and not by_which:
        return None
    actors = scene.doers(token) or _who(scene, token)
    _, end = bounds(token)
    recipients = scene.abroad(token.i, max(end, min(token.i + 20, token.sent.end)), actors)
    if not recipients and noun is not None and any(v.side for v in actors):
        recipients = scene.counterpart(token.i, end, actors)[:1]
    if not actors or not recipients:
        return None
    made = pressure(scene, "ultimatum", "set-deadline", token, actors, recipients[:2])
    return made if made.has("deadline") else made.with_field(_term_of(scene, made, token))


def _term_of(scene: Scene, made: Deed, token: Token) -> Field | None:
    """The day that "a deadline of 50 days" ends."""
    terms = scene.reading.durations_in(Span(token.idx, made.evidence[0].end))
    return term_deadline(terms[0], day_of_statement(scene.reading, made.evidence[0])) if terms else None


def deadline_noun(scene: Scene, token: Token) -> Deed | None:
    """The date or deadline by which another side must act, whoever set it."""
    after = near(token, 0, 10)[1:]
    words = [t.lower_ for t in after]
    if words[:2] != ["by", "which"] or not {"must", "was", "is", "has", "should", "were", "had"} & set(words[2:6]):
        return None
    recipients = scene.abroad(token.i, after[-1].i + 1, ())[:1]
    if not recipients or any(t.lower_ in ("set", "sets", "setting") for t in near(token, 8, 0)):
        return None
    setter = _last_setter(scene, token, recipients)
    if not setter:
        return None
    made = pressure(scene, "ultimatum", "deadline-noun", token, setter, recipients)
    line = trimmed(scene.reading, token.sent.start, token.sent.end)
    return made if made.has("deadline") else made.with_field(deadline_in(scene.reading, line))


def earlier_deadline(scene: Scene, token: Token) -> Deed | None:
    """His first deadline came and went: a deadline that another has replaced."""
    before = near(token, 3, 0)
    owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
    if owner is None or not any(t.lower_ in ("first", "previous", "earlier", "original", "last") for t in before):
        return None
    after = {t.lower_ for t in near(token, 0, 12)}
    if not after & {"came", "passed", "expired", "lapsed", "ran"}:
        return None
    actors = scene.named_by(owner)
    recipients = scene.counterpart(token.i, token.sent.end, actors) if actors else ()
    if not recipients:
        return None
    line = trimmed(scene.reading, token.sent.start, token.sent.end)
    days = [d for d in scene.reading.dates_in(line) if d.when.latest is not None]
    made = pressure(
        scene, "ultimatum", "earlier-deadline", token, actors, recipients[:1], also=[token.sent[-1]], status="dropped"
    )
    passed = Field("deadline", str(days[0].when.edtf), (days[0].span,)) if days else None
    return made.with_field(None if made.has("deadline") else passed, _outcome(scene, line))


def _outcome(scene: Scene, line: Span) -> Field:
    return Field("outcome", " ".join(line.of(scene.reading.document.text).split()), (line,))


def waits_until(scene: Scene, token: Token) -> Deed | None:
    """Will wait until a day for another side to act: a demand with a deadline."""
    tail = scene.reading.doc[token.i : min(token.sent.end, token.i + 16)]
    words = [t.lower_ for t in tail]
    if "until" not in words[:3] or "for" not in words or "to" not in words[words.index("for") :]:
        return None
    actors = scene.doers(token) or scene.speakers(token)[0]
    recipients = scene.abroad(token.i + words.index("for"), tail[-1].i + 1, actors)
    if not actors or not recipients:
        return None
    return pressure(scene, "ultimatum", "waits-until", token, actors, recipients[:1])


def _last_setter(scene: Scene, token: Token, recipients: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The one of another side whom the text tells of before or right after as threatening."""
    taken = {v.side or v.name for v in recipients}
    for threat in scene.reading.doc:
        if threat.lemma_.lower() == "threaten" and abs(threat.i - token.i) < 120:
            voices = tuple(v for v in scene.doers(threat) if (v.side or v.name) not in taken)
            if voices:
                return voices
    return ()

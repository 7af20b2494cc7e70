"""Threads: mentions of the same contact across a text become one draft."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import grammar, status, subjects
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Sides, lead_of
from demarche.reports.contacts.attendance import attend
from demarche.reports.contacts.backward import again, back_reference, faces, particular
from demarche.reports.contacts.chronicles import chronicled
from demarche.reports.contacts.companions import (
    accompany,
    delegates,
    delegations_of_both,
    each_at_home,
    enlarge,
    exchanged,
    hosted_by_other_side,
    returned,
    travellers,
    visitors_met,
)
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft, drafts_of, repeated
from demarche.reports.contacts.ellipsis import elliptic
from demarche.reports.contacts.evidence import clause, sentence_index
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.kinds import compatible
from demarche.reports.contacts.parties import add, state_of, union
from demarche.reports.contacts.readouts import titled_contact
from demarche.reports.contacts.sameness import absorb, days_clash, marked_other, same
from demarche.reports.contacts.scope import in_scope, one_contact
from demarche.reports.contacts.titles import title_pair, titled
from demarche.reports.contacts.transcripts import transcribed


def thread(reading: Reading, cues: list[Cue]) -> list[Draft]:
    """Every contact of a text once, in the order in which the text tells of them."""
    found: list[Draft] = []
    outside = -1
    for cue in cues:
        if not one_contact(reading, reading.doc[cue.token]):
            continue
        fresh, sides = drafts_of(reading, cue)
        fresh = fresh or [c for d in back_reference(reading, found, cue) for c in repeated(reading, d)]
        fresh = fresh or delegations_of_both(reading, found, cue, sides)
        fresh = fresh or delegates(reading, found, cue, sides) or exchanged(reading, found, cue, sides)
        fresh = fresh or visitors_met(reading, found, cue, sides)
        if not fresh and any(len(group) > 1 for group in sides.own):
            outside = sentence_index(reading, cue.token)
        if not fresh and cue.generic and not _of_another(reading, found, cue, outside):
            _continue(reading, found, cue, sides)
        if not fresh and cue.sense == "visit-noun":
            fresh = returned(reading, found, cue, sides) or hosted_by_other_side(reading, found, cue, sides)
        if not fresh and cue.sense == "discuss-with":
            _talk_during_visit(reading, found, cue, sides.near)
        if cue.sense == "delegation-of":
            enlarge(reading, found, cue)
        if cue.sense in ("accompanied", "attended", "at-the-table"):
            accompany(reading, found, cue)
        if cue.sense == "took-part":
            attend(reading, found, cue)
        for item in [part for whole in fresh for part in each_at_home(found, whole)]:
            item.parties = travellers(reading, faces(item, found), found, item)
            _place(reading, found, item)
    for more in (transcribed, chronicled, titled_contact, elliptic):
        for item in more(reading, found):
            _place(reading, found, item)
    return found


def _plural_subject(verb: Token) -> bool:
    """For "The presidents will discuss": those whom the title names."""
    subject = subjects.subject_word(verb)
    return subject is not None and subject.lower_ in ("presidents", "leaders", "ministers", "sides", "parties")


def _of_another(reading: Reading, found: list[Draft], cue: Cue, outside: int) -> bool:
    """True when "that meeting" goes on about a meeting that is no contact between states, told since the last one."""
    told = max((max(d.sentences) for d in found), default=-1)
    here = sentence_index(reading, cue.token)
    return outside > told and here - outside <= 2


def _place(reading: Reading, found: list[Draft], item: Draft) -> None:
    """Add a draft, or what it tells to the draft of the same contact."""
    status.f(reading, item)
    if _each_told(found, item):
        return
    known = next((d for d in reversed(found) if same(reading, d, item)), None)
    if known is None:
        found.append(item)
    else:
        absorb(known, item)


def _each_told(found: list[Draft], item: Draft) -> bool:
    """For "calls with B and C. In the calls, A discussed with B and C": told already, one by one."""
    if item.cues[0].type is not None:
        return False
    parts = [d for d in found if d.type in ("call", "meeting") and d.names() < item.names()]
    return len(parts) > 1 and frozenset().union(*(d.names() for d in parts)) == item.names()


def _talk_during_visit(reading: Reading, found: list[Draft], cue: Cue, near: list[Party]) -> None:
    """For "The leaders will discuss ...": a meeting, when a visit of one to the other is told and no meeting yet."""
    people = [p for p in near if p.kind == "person"]
    kept = in_scope(reading, cue, people)
    if not found and not kept and _plural_subject(reading.doc[cue.token]):
        pair = title_pair(reading)
        found += [draft(reading, Cue(cue.token, "meeting", cue.sense), pair)] if pair else []
    if len(kept) < 2:
        return
    names, sides = {p.name for p in kept}, {p.side for p in kept}
    visits = [d for d in found if d.type == "visit" and names & d.names() and sides <= d.sides()]
    told = any(d.type != "visit" and names <= d.names() for d in found)
    if visits and not told:
        item = draft(reading, Cue(cue.token, "meeting", cue.sense), kept)
        status.f(reading, item)
        found.append(item)


def _continue(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> None:
    """For "The conversation lasted", "during the meeting": more of an earlier contact, or a contact of its own."""
    here = sentence_index(reading, cue.token)
    if _joined_by(reading, found, cue, sides) or (cue.sense == "talks-noun" and _only_discussed(reading, cue)):
        return
    if _formal_round(reading, cue, sides):
        states = in_scope(reading, cue, union([state_of(p) for p in sides.near]))
        if states:
            _place(reading, found, draft(reading, cue, states))
        return
    new = marked_other(reading, cue) or _held_anew(reading, found, cue, sides) or _with_its_place(reading, cue)
    target = None if new else _antecedent(reading, found, cue, sides) or _just_told(found, cue, sides)
    if target is not None:
        target.cues.append(cue)
        if here not in target.sentences:
            target.sentences.append(here)
        return
    kept = in_scope(reading, cue, sides.near) if _opens(reading, cue) else []
    if kept:
        if _of_joint_body(reading, cue):
            kept = union([state_of(p) for p in kept])
        _place(reading, found, draft(reading, cue, kept))
        return
    if _talks_on_a_trip(reading, found, cue, sides):
        return
    parties = again(reading, found, cue, sides)
    if not parties and not _indefinite(reading, cue) and not any(sides.own) and not sides.near:
        plain = reading.doc[cue.token].text.islower() and cue.sense != "conference-noun"
        parties = titled(reading, cue) if plain else []
    if parties:
        item = draft(reading, cue, parties)
        if cue.sense == "one":
            item.type = next((d.type for d in reversed(found) if d.names() == item.names()), item.type)
        _place(reading, found, item)


def _only_discussed(reading: Reading, cue: Cue) -> bool:
    """For "They discussed the ongoing negotiations": a topic, other people's talks."""
    token = reading.doc[cue.token]
    topic = token.dep_ == "obj" and token.head.lemma_.lower() in ("discuss", "review", "address", "consider", "raise")
    return topic and any(t.lower_ in ("ongoing", "current", "continuing", "upcoming") for t in noun_words(token)[:-1])


def _just_told(found: list[Draft], cue: Cue, sides: Sides) -> Draft | None:
    """For "A called B. The leaders had an in-depth discussion": more of the call, not a meeting beside it."""
    names = frozenset(p.name for p in sides.near)
    known = [d for d in found if d.type in ("call", "meeting") and d.names() == names and d.status == "held"]
    return known[-1] if known and cue.sense in ("talks-noun", "conversation-noun") else None


def _held_anew(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> bool:
    """For "After the summit, A and B had a brief talk": an indefinite noun that its own clause says was held."""
    verb = grammar.carrier(reading.doc[cue.token])
    held = verb is not None and verb.lemma_.lower() in ("have", "hold", "conduct")
    if held and _just_told(found, cue, sides):
        return False
    return held and _indefinite(reading, cue) and len({p.side for p in sides.near}) > 1


def _with_its_place(reading: Reading, cue: Cue) -> bool:
    """For "the London gathering": a summit named after its place is not the meeting of two told before."""
    token = reading.doc[cue.token]
    start = noun_words(token)[0].idx
    named = any(start <= p.span.start < token.idx for p in reading.places)
    return cue.sense == "conference-noun" and named


def agreed_on(verb: Token | None) -> bool:
    """For "Agreed on a summit": the plan of those who agree."""
    return verb is not None and verb.lemma_.lower() == "agree"


def _formal_round(reading: Reading, cue: Cue, sides: Sides) -> bool:
    """For "agreed to hold the Annual Bilateral Consultations": talks with a name of their own."""
    token = reading.doc[cue.token]
    verb = grammar.carrier(token)
    named = cue.sense == "talks-noun" and all(t.text[:1].isupper() for t in noun_words(token)[-2:])
    held = verb is not None and grammar.is_one_of(verb, words.HOSTS | {"convene", "resume", "launch"})
    return named and held and len({p.side for p in sides.near}) > 1


def _of_joint_body(reading: Reading, cue: Cue) -> bool:
    """For "A regular meeting of the joint commission": the states meet, not those who agree on it."""
    token = reading.doc[cue.token]
    after = token.doc[token.i + 1 : token.i + 6]
    return bool(len(after)) and after[0].lower_ == "of" and any(t.lower_ in words.JOINT for t in after)


def _joined_by(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> bool:
    """For "C joined the talks as an observer": one more participant of the contact told."""
    verb = grammar.carrier(reading.doc[cue.token])
    if verb is None or not grammar.is_one_of(verb, words.JOINS) or _indefinite(reading, cue) or not sides.near:
        return False
    close = sentence_index(reading, cue.token) - 2
    names = {p.name for p in sides.near}
    known = [d for d in found if _type_fits(cue, d) and max(d.sentences) >= close and d.names() - names]
    if not known or any(sides.own):
        return False
    for party in sides.near:
        add(known[-1].parties, party)
    known[-1].evidence.append(clause(reading, cue, sides.near))
    return True


def _talks_on_a_trip(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> bool:
    """For "Flew to Moscow for talks": talks with the host of the trip told in the same sentence."""
    token = reading.doc[cue.token]
    lead = lead_of(token) if token.lemma_.lower() != "discussion" else ""
    here = sentence_index(reading, cue.token)
    trips = [d for d in found if d.type == "visit" and here - 1 <= max(d.sentences) <= here]
    if lead not in ("for", "with") or not trips or any(sides.own) or _named_topic(token):
        return False
    _place(reading, found, draft(reading, cue, union(trips[-1].parties)))
    return True


def _named_topic(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("of", "with", "between")


def _opens(reading: Reading, cue: Cue) -> bool:
    """True when a noun without sides can tell of a contact of the people around it: "during the call, A and B"."""
    token = reading.doc[cue.token]
    lead = lead_of(token)
    verb = grammar.carrier(token)
    if cue.sense == "meal-noun" and lead == "over" and _indefinite(reading, cue):
        return True
    if cue.sense in ("visit-noun", "message-noun", "session-noun"):
        return False
    if token.lower_ == "dialogue" and (verb is None or not grammar.is_one_of(verb, words.HOSTS | {"conduct"})):
        return False
    if lead in ("about", "regarding", "concerning", "on", "of", "over", "to", "for") and not agreed_on(verb):
        return False
    held = verb is not None and grammar.is_one_of(verb, words.TAKES_PART | {"agree"})
    return held or lead in ("during", "following", "after", "in", "at", "before")


def _antecedent(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> Draft | None:
    """The earlier contact that "the call" speaks of: the last one told whose type, names and day fit."""
    likely = [d for d in found if _type_fits(cue, d) and _names_fit(d, sides)]
    here = [sentence_index(reading, cue.token)]
    alone = {kind: Draft(kind, [cue], [], [], here) for kind in {d.type for d in likely}}
    fits = [d for d in likely if _status_and_day_fit(reading, d, alone[d.type], cue)]
    if not fits and not particular(reading, cue):
        fits = likely[-1:]
    if _indefinite(reading, cue):
        fits = [d for d in fits if here[0] in d.sentences]
    if cue.type is None:
        fits = [d for d in fits if d.type == "call"][-1:] or fits
    return max(fits, key=lambda d: (max(d.sentences), d.cues[0].token), default=None)


def _type_fits(cue: Cue, known: Draft) -> bool:
    kind = cue.type
    return kind is None or compatible(known.type, kind) or (kind == "talks" and known.type == "call")


def _names_fit(known: Draft, sides: Sides) -> bool:
    """What the cue's own phrase names must all take part; of the clause around it, somebody must."""
    own = {p.name for group in sides.own for p in group}
    near = {p.name for p in sides.near}
    if own:
        return own <= known.names()
    return not near or bool(near & known.names())


def _status_and_day_fit(reading: Reading, known: Draft, alone: Draft, cue: Cue) -> bool:
    if days_clash(reading, known, alone):
        return False
    day = day_of(reading, alone)
    told, sure = status.status_of(reading, reading.doc[cue.token], day.when if day else None)
    if not sure or told == known.status or "denied" in (told, known.status):
        return True
    return not status.status_of(reading, reading.doc[known.cues[0].token], None)[1] and known.status == "held"


def _indefinite(reading: Reading, cue: Cue) -> bool:
    """True for "a meeting", "talks": a new thing, unless it stands in the sentence that told of it."""
    lead = noun_words(reading.doc[cue.token])
    return not any(t.lower_ in ("the", "this", "that", "both") or t.tag_ in ("PRP$", "POS") for t in lead)

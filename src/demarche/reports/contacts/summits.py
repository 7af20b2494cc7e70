"""Sides of summits: the body, who attends, and the state where they meet."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from demarche.model import Span
from demarche.reports.contacts import grammar, subjects
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import ATTENDING, Around, Sides
from demarche.reports.contacts.destinations import destinations, place_before
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.forms import noun_words, sense_of
from demarche.reports.contacts.nouns import faces, noun, teller
from demarche.reports.contacts.parties import host, state_of, union
from demarche.reports.contacts.titles import title_bodies
from demarche.reports.contacts.verbs import mutual
from demarche.reports.contacts.vocabulary import is_body


def summit(around: Around) -> Sides:
    """For "The NATO summit in Vilnius", "A, at the G20 summit": the body and who attended, or the host."""
    right = [r for r in around.right() if r.preposition != "of" or around.sense.name == "summit-noun"]
    itself = [r for r in around.rows if r.start <= around.token.i < r.end]
    bodies = around.of([*around.owners(), *itself, *right])
    attending = _attending(around) if bodies or around.sense.name == "summit-noun" else []
    if around.cue.type == "call":
        return noun(around)
    if len({p.side for p in bodies}) > 1:
        return Sides([union(faces(around, bodies, around.clause_parties()), [])], near=attending)
    if around.lead() in ("including", "like", "as"):
        return Sides(near=attending)
    if len(bodies) == 1 and bodies[0].kind == "person" and not attending:
        attending = teller(around, around.token) if around.token.dep_.startswith("nsubj") else []
    people = [p for p in attending if p.name not in {n.name for n in bodies}]
    if bodies and people and not _hosting_city(around):
        return Sides([union(people, bodies)], near=attending)
    city = _hosting_city(around)
    people = [] if city else people
    hosts = (
        city
        or place_before(around.reading, around.token)
        or destinations(around.reading, around.token, frozenset({"in", "at"}), bare=False)
    )
    hosts = [p for p in hosts if not bodies or not is_body(p.name)]  # a body at its own seat hosts nobody else
    if not bodies and people:
        bodies = proper_name(around.token)
    if not bodies and hosts:
        bodies = title_bodies(around.reading)
    if around.sense.name == "conference-noun" and any(r.modifier for r in around.owners()):
        bodies = proper_name(around.token) or bodies
    if bodies or (hosts and people):
        return Sides([union(people, bodies, hosts)], near=attending)
    return Sides(near=attending)


def _hosting_city(around: Around) -> list[Party]:
    """The state of the city in "the city will host the summit"."""
    verb = grammar.carrier(around.token)
    if verb is None or not grammar.is_one_of(verb, words.HOSTS):
        return []
    subject = subjects.subject_word(verb)
    if subject is None or around.reading.actor_at(subject.i) is not None:
        return []
    return [host(p) for p in around.reading.places if p.span.start <= subject.idx < p.span.end and p.state]


def proper_name(token: Token) -> list[Party]:
    """A summit with a name of its own is the body it stands for: "the sixth Eastern Partnership Summit"."""
    lead = [t for t in noun_words(token) if t.text[:1].isupper() and t.pos_ in ("PROPN", "NOUN", "ADJ")]
    if not token.text[:1].isupper():
        return []
    piece = token.doc[lead[0].i : _name_end(token)]
    if len(piece) < 2:
        return []
    return [Party(piece.text, piece.text, "institution", [], None, (Span(piece.start_char, piece.end_char),))]


def _name_end(token: Token) -> int:
    """Past "of Leaders for Democracy", "for Peace"."""
    i = token.i + 1
    while i + 1 < len(token.doc) and token.doc[i].lower_ in ("of", "for", "on") and token.doc[i + 1].text[:1].isupper():
        i += 2
        while i < len(token.doc) and token.doc[i].text[:1].isupper() and token.doc[i].pos_ == "PROPN":
            i += 1
    return i


def _attending(around: Around) -> list[Party]:
    """Who goes there: by name when the verb says that they attend, else the states that prepare it."""
    before = {t.lower_ for t in around.token.doc[max(0, around.token.i - 7) : around.token.i]}
    if before & {"sidelines", "margins", "sideline", "margin"}:
        return []
    taking = around.taking_part() or _participation(around)
    if taking or around.token.text in words.GATHERINGS:
        return taking
    verb = grammar.carrier(around.token)
    if verb is not None and verb.lemma_.lower() == "agree":
        return around.subject(verb)
    lead = around.lead()
    if lead in ("at", "in", "during"):
        return around.clause_parties()
    before = {t.lower_ for t in around.token.doc[max(0, around.token.i - 9) : around.token.i]}
    if before & {"preparations", "ahead", "prepare", "preparing"} and lead not in ATTENDING - {"for"}:
        return [state_of(p) for p in _in_touch(around, verb) or around.clause_parties()]
    return []


def _in_touch(around: Around, verb: Token | None) -> list[Party]:
    """Both sides of "A spoke with B to review preparations for the summit"."""
    purpose = verb is not None and verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp", "acl")
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None) if verb is not None and purpose else None
    sense = sense_of(above) if above is not None else None
    if above is None or sense is None or sense.frame != "mutual":
        return []
    found = mutual(replace(around, token=above, sense=sense))
    return found.own[0] if found.own else []


def _participation(around: Around) -> list[Party]:
    """For "A's participation in the summit", "the summit, which A will attend"."""
    doc, token = around.reading.doc, around.token
    for row in around.rows:
        gap = doc[row.end : token.i]
        if row.genitive and row.end <= token.i and any(t.lower_ in words.PARTICIPATION for t in gap[:4]):
            return around.of([row])
    after = [r for r in around.rows if r.start > token.i]
    for row in after[:2]:
        gap = doc[max(token.i + 1, row.start - 5) : row.start]
        if row.preposition == "by" and any(t.lower_ in ("attended", "joined", "hosted", "chaired") for t in gap):
            return around.of([row])
    return []

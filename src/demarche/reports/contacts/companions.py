"""Who comes along: delegations and their members, companions, travellers, hosts of a coming visit."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Reason
from demarche.reports.contacts import clauses, grammar, reach, subjects
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Sides, lead_of
from demarche.reports.contacts.backward import PLURAL, last_parties, reasoned
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft, with_parties
from demarche.reports.contacts.evidence import clause, sentence_index
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.parties import named, state_of, union
from demarche.reports.contacts.scope import in_scope, untold
from demarche.reports.contacts.senses import by_name


def delegates(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "They met with C", "the delegation will meet C": those whose journey the text has told of."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].frame != "mutual" or not sides.own:
        return []
    subject = subjects.subject_word(token)
    if subject is None or subject.lower_ not in PLURAL | words.DELEGATION:
        return []
    trips = [d for d in found if d.type == "visit"]
    visitors = [p for p in trips[-1].parties if p.kind == "person"] if trips else []
    hosts = [p.side for p in trips[-1].parties if p.kind == "state"] if trips else []
    groups = [union(reasoned(visitors), [_local(reading, p, hosts) for p in group]) for group in sides.own]
    kept = [in_scope(reading, cue, group) for group in groups if visitors]
    return [draft(reading, cue, group) for group in kept if group]


def visitors_met(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "A is in B. There he met C of B": A, of a side that nobody tells, came from abroad."""
    if by_name()[cue.sense].frame not in ("mutual", "host", "noun"):
        return []
    guests = {(d.parties[0].name, p.side) for d in found if d.type == "visit" for p in d.parties if p.kind == "state"}
    groups = [g for g in sides.own if len(g) == 2 and len({p.side for p in g}) == 2 and None in {p.side for p in g}]
    met = [g for g in groups if _guest_and_host(g, guests)]
    return [draft(reading, cue, group) for group in met if all(p.kind == "person" for p in group)]


def _guest_and_host(pair: list[Party], guests: set[tuple[str, str | None]]) -> bool:
    return any(p.side is None and any((p.name, q.side) in guests for q in pair) for p in pair)


def _local(reading: Reading, party: Party, hosts: list[str | None]) -> Party:
    """Those whom travellers meet stand for the host state, unless the text says otherwise."""
    if len(hosts) == 1 and (party.side is None or (party.side == reading.publisher_side and untold(party))):
        party.side = hosts[0]
    return party


def enlarge(reading: Reading, found: list[Draft], cue: Cue) -> None:
    """For "The delegation includes C and D": C and D take part in the journeys and talks of their side told so far."""
    token = reading.doc[cue.token]
    rows = [r for r in grammar.rows_of(reading, token) if r.start > token.i]
    people = [p for row in rows for p in named(reading, row) if p.kind == "person"]
    before = {t.lower_ for t in token.doc[max(0, token.i - 7) : token.i]}
    if before & words.ATTENDERS:
        _add_attenders(reading, found, cue, people)
        return
    sides = {p.side for p in people if p.side}
    for item in found[-6:]:
        if len(sides) == 1 and _sends(item, sides):
            kept = [p for p in item.parties if p.side not in sides or p.kind == "person"]
            guests = [p for p in kept if p.side in sides]
            item.parties = union(guests, people, [p for p in kept if p.side not in sides])
            item.sentences.append(sentence_index(reading, cue.token))
            item.evidence.append(clause(reading, cue, people))


def _add_attenders(reading: Reading, found: list[Draft], cue: Cue, people: list[Party]) -> None:
    """For "Participants in the call included C and D": C and D take part in the contact told just before."""
    close = sentence_index(reading, cue.token) - 3
    known = [d for d in found if d.type in ("call", "meeting", "summit", "talks") and max(d.sentences) >= close]
    if known and people:
        _add_companions(reading, known[-1], cue, people)
        known[-1].parties = [p for p in known[-1].parties if p.kind != "group" or p.mentions]


def _sends(item: Draft, sides: set[str]) -> bool:
    """True for a journey of that side, and for talks in which the side itself or its delegation is named."""
    ours = [p for p in item.parties if p.side in sides]
    if item.type == "visit":
        return bool(ours) and item.parties[0] in ours
    return item.type in ("talks", "meeting") and any(p.kind != "person" for p in ours)


def accompany(reading: Reading, found: list[Draft], cue: Cue) -> None:
    """For "He will be accompanied by C", "the event will also be attended by C", "at the table sat also C"."""
    token = reading.doc[cue.token]
    rows = [r for r in grammar.rows_of(reading, token) if r.start > token.i]
    wanted = rows if cue.sense == "at-the-table" else [r for r in rows if r.preposition == "by"]
    people = [p for row in wanted for p in named(reading, row) if p.kind in ("person", "group")]
    types = ("visit",) if cue.sense == "accompanied" else ("summit", "meeting", "talks")
    here = sentence_index(reading, cue.token)
    known = [d for d in found if d.type in types]
    if cue.sense != "accompanied" and known and max(known[-1].sentences) < here - 2:
        return
    if not known or not people or (cue.sense == "attended" and _only_a_topic(reading, known[-1])):
        return
    target = known[-1]
    guests = {p.name for p in target.parties if p.kind != "state"}
    same_trip = [d for d in known if target.type == "visit" and guests <= d.names()] or [target]
    for item in same_trip:
        _add_companions(reading, item, cue, people)


def _only_a_topic(reading: Reading, item: Draft) -> bool:
    """True for talks that others only discuss: whoever attends is at the discussion."""
    first = clauses.main_noun(reading.doc[item.cues[0].token])
    return first.dep_ in ("obj", "conj", "nmod") and item.status == "held" and not reach.asserted(first)


def _add_companions(reading: Reading, target: Draft, cue: Cue, people: list[Party]) -> None:
    hosts = [p for p in target.parties if p.kind == "state"] if target.type == "visit" else []
    target.parties = union([p for p in target.parties if p not in hosts], people, hosts)
    if len(target.parties) > 3:
        target.parties = [p for p in target.parties if p.kind != "institution" or p.mentions]
    target.sentences.append(sentence_index(reading, cue.token))
    target.evidence.append(clause(reading, cue, people))


def travellers(reading: Reading, parties: list[Party], found: list[Draft], item: Draft) -> list[Party]:
    """Those who travel for the talks take part in them: "led a delegation of C and D to B for talks with E"."""
    trips = [d for d in found if d.type == "visit" and set(d.sentences) & set(item.sentences)]
    if not trips or item.type not in ("talks", "meeting") or lead_of(reading.doc[item.cues[0].token]) != "for":
        return parties
    visitors = [p for p in trips[-1].parties if p.kind == "person"]
    sides = {p.side for p in visitors}
    if not sides & {p.side for p in parties}:
        return parties
    return union(visitors, [p for p in parties if p.side not in sides or p.kind == "person"])


def each_at_home(found: list[Draft], item: Draft) -> list[Draft]:
    """For "A will meet the presidents of B, C and D" on a trip to the three: one meeting with each."""
    if item.type != "meeting" or not item.parties:
        return [item]
    guest = item.parties[0]
    hosts = [p for p in item.parties if p.side != guest.side]
    trips = [d for d in found if d.type == "visit" and guest.name in d.names()]
    visited = {p.side for d in trips for p in d.parties if p.kind == "state"}
    apart = len({p.side for p in hosts}) == len(hosts) > 1 and all(p.side in visited for p in hosts)
    if not apart:
        return [item]
    return [with_parties(item, [q for q in item.parties if q not in hosts or q is p]) for p in hosts]


def exchanged(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "Agreed to exchange visits": one visit each way."""
    token = reading.doc[cue.token]
    verb = token.head
    if cue.sense != "visit-noun" or token.tag_ != "NNS" or verb.lemma_.lower() != "exchange":
        return []
    pair = union([state_of(p) for p in sides.near]) or last_parties(reading, found, cue, 2)
    pair = union([state_of(p) for p in pair])
    if len(pair) != 2:
        return []
    return [draft(reading, cue, order) for order in (pair, [pair[1], pair[0]])]


def hosted_by_other_side(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "The upcoming state visit by B", told by A's and B's people: B comes to A."""
    if any(d.type == "visit" and {p.name for p in sides.near} & d.names() for d in found):
        return []
    guests = {p.side for p in sides.near if p.side}
    hosts = {s for d in found[-1:] for s in d.sides()} - guests
    if len(guests) != 1 or len(hosts) != 1 or not _formal(reading.doc[cue.token]):
        return []
    state = hosts.pop()
    return [draft(reading, cue, [*sides.near, Party(state, state, "state", [], Reason.CODEBOOK)])]


def returned(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "B is to pay a return visit", after A's visit to B: B comes to A."""
    lead = {t.lower_ for t in noun_words(reading.doc[cue.token])[:-1]}
    trips = [d for d in found if d.type == "visit" and d.parties[0].side]
    if not lead & {"return", "reciprocal"} or not trips or not sides.near:
        return []
    before, guests = trips[-1], [p for p in sides.near if p.side is not None]
    home = before.parties[0].side or ""
    if not guests or not {p.side for p in guests} <= {p.side for p in before.parties[1:]}:
        return []
    return [draft(reading, cue, [*guests, Party(home, home, "state", [], Reason.CODEBOOK)])]


def _formal(token: Token) -> bool:
    return any(t.lower_ in ("state", "official", "working", "upcoming", "forthcoming") for t in noun_words(token)[:-1])


def delegations_of_both(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "Delegations of the two countries hold talks, with C as host": the states of the pair told of."""
    verb = grammar.carrier(reading.doc[cue.token])
    if verb is None or by_name()[cue.sense].frame != "noun" or not grammar.is_one_of(verb, words.TAKES_PART):
        return []
    subject = subjects.subject_word(verb)
    if subject is None or subject.lemma_.lower() not in words.GROUPS or reading.actor_at(subject.i) is not None:
        return []
    if not any(t.lower_ in ("two", "both") for t in subject.subtree):
        return []
    pair = [state_of(p) for p in last_parties(reading, found, cue, 2)]
    parties = union(pair, *sides.own)
    return [draft(reading, cue, parties)] if len(pair) == 2 else []

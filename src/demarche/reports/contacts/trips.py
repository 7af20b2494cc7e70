"""Sides of journeys: who visits, flies, arrives, and the states they come to."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from demarche.model import Span
from demarche.reports.contacts import grammar, subjects
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Around, Sides
from demarche.reports.contacts.destinations import destinations, place_before
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.parties import host, state_of, union
from demarche.reports.contacts.phrases import Phrase
from demarche.reports.contacts.windows import begins, ends

_BY = frozenset({"of", "by", "from"})
_OCCASION = frozenset({"ahead", "before", "during", "after", "following"})
_FRONTED = frozenset({"during", "on", "in", "before", "after", "following", "at", "ahead"})


def place(around: Around) -> Sides:
    """For "A visited B": the visitor, then the host state."""
    found = trips(around, around.subject(), bare=True)
    if found.own or around.token.lemma_.lower() != "visit":
        return found
    inside = replace(around, sense=replace(around.sense, prepositions=frozenset({"in"})))
    return trips(inside, around.subject(), bare=False)  # "visited troops in B"


def journey(around: Around) -> Sides:
    """For "A flew to B": the visitor, then the state that the place belongs to."""
    return trips(around, around.subject(), bare=False)


def beside(around: Around) -> Sides:
    """For "A, in B for talks, said": A, then the host state."""
    before = [r for r in around.rows if r.end == around.token.i - 1]
    return trips(around, around.of(before), bare=True)


def sent_there(around: Around) -> Sides:
    """For "A sent B to C": B travels, then the host state."""
    sent = grammar.bare_right(around.token, around.rows)
    people = [p for p in around.of([sent] if sent else []) if p.kind == "person" or p.name.startswith(_TEAMS)]
    team = next((c for c in around.token.children if c.dep_ == "obj" and c.lower_ in ("delegation", "team")), None)
    plain = team is not None and team.nbor(1).lower_ in ("to", "back")  # not "a team of biologists to B"
    if not people and team is not None and plain and (senders := around.subject()) and senders[0].side:
        span = Span(team.idx, team.idx + len(team.text))
        people = [Party(f"{team.lower_} of {senders[0].side}", senders[0].side, "group", [], None, (span,))]
        return trips(replace(around, token=team), people, bare=False)
    if not people or sent is None:
        return Sides()
    return trips(replace(around, token=around.token.doc[sent.end - 1]), people, bare=False)


_TEAMS = ("delegation", "team", "negotiators", "envoys")


def delegation(around: Around) -> Sides:
    """For "A led a delegation to B": A, the members named beside it, then the host state."""
    if not any(t.lower_ in words.DELEGATION for t in around.token.doc[around.token.i : around.token.i + 8]):
        return Sides()
    inside = [r for r in around.rows if r.start > around.token.i and _members(around, r)]
    found = trips(around, union(around.subject(), around.of(inside)), bare=False)
    if found.own or not inside:
        return found
    beyond = replace(around, token=around.token.doc[inside[-1].end - 1])
    return trips(beyond, union(around.subject(), around.of(inside)), bare=False)


def _members(around: Around, row: object) -> bool:
    """For "A delegation that includes C and D"."""
    start = getattr(row, "start", 0)
    before = around.reading.doc[max(around.token.i, start - 3) : start]
    return any(t.lemma_.lower() in ("include", "comprise", "consist") for t in before)


def members(_: Around) -> Sides:
    """For "The delegation includes C and D": nobody meets yet; they travel with it."""
    return Sides()


def trip(around: Around) -> Sides:
    """For "The visit of A to B", "A's trip to B", "A is on a visit to B"."""
    verb = grammar.carrier(around.token)
    own = around.owners()
    fronted = _cataphoric(around, verb)
    if fronted:
        return trips(around, fronted, bare=False)
    by = grammar.right_rows(around.token, around.rows, _BY) or _by_later(around)
    counted = bool(own) and "first" in around.reading.doc[around.token.i : by[0].start].text if by else False
    visitors = around.of(own if counted else [*own, *by[:1]])  # "A's trip, the first by a foreign minister of C"
    visitors = _led_by(around, visitors)
    if not visitors:
        visitors = around.taking_part() or _beside_name(around)
    if not visitors and verb is not None and around.lead() in _FRONTED | {"for"}:
        visitors = around.subject(verb)
    found = trips(around, visitors, bare=False)
    if not found.own and verb is not None and _by(around) and not _invited(around):
        found.own = _at_home(visitors, around.subject(verb))
    if not found.own and verb is not None and own and own[0].mentions[0].pronoun and around.lead() in _FRONTED:
        found = trips(around, around.subject(verb), bare=False)  # "A asks B for help during his visit to B's country"
    if not found.own and around.lead() in _OCCASION:
        found.own = _where_told(around, visitors)
    return found


def _where_told(around: Around, visitors: list[Party]) -> list[list[Party]]:
    """For "Protests in B ahead of A's visit": A comes to the one state in which the sentence is set."""
    first, last = around.reading.doc[begins(around.token)], around.token
    home = {v.side for v in visitors}
    there = [p for p in around.reading.places if p.state not in (None, *home) and first.idx <= p.span.start < last.idx]
    hosts = union([host(p) for p in there if _in(around, p.span.start)])
    people = [v for v in visitors if v.kind == "person" and v.side]
    if len({h.side for h in hosts}) != 1 or not people or len({p.state for p in there}) != 1:
        return []
    return [union(people, hosts[:1])] if all(p.side != hosts[0].side for p in people) else []


def _by(around: Around) -> bool:
    """For "A visit by B", "a visit from B", "a visit on 9 April by B"."""
    after = around.token.i + 1 < len(around.token.doc) and around.token.nbor(1).lower_ in ("by", "from")
    return after or bool(_by_later(around))


def _invited(around: Around) -> bool:
    """For "An invitation for a state visit from B": B is the host."""
    before = around.reading.doc[max(0, around.token.i - 6) : around.token.i]
    return any(t.lemma_.lower() in ("invitation", "invite") for t in before)


def _by_later(around: Around) -> list[Phrase]:
    """B in "a visit to the city by B", "a visit for April 9 from B": the place or the day comes first."""
    for row in around.rows:
        gap = around.reading.doc[around.token.i + 1 : row.start]
        person = row.mentions[0].kind in ("person", "group") and row.preposition in ("by", "from")
        if person and 0 < len(gap) < 16 and gap[0].lower_ in ("to", "on", "in", "for"):
            return [] if any(t.pos_ in ("VERB", "AUX") or t.text in (",", ";", ":") for t in gap) else [row]
    return []


def _at_home(visitors: list[Party], subject: list[Party]) -> list[list[Party]]:
    """For "A's government acts before a visit by B": B comes to A."""
    hosts = union([state_of(p) for p in subject if p.kind in ("state", "person") and p.side])
    sides = {p.side for p in hosts}
    foreign = [v for v in visitors if v.side is not None and v.side not in sides and v.kind == "person"]
    return [union(visitors, hosts)] if len(sides) == 1 and foreign and foreign == visitors else []


def _beside_name(around: Around) -> list[Party]:
    """A in "A, on a visit to B, said"."""
    start = noun_words(around.token)[0].i
    before = [r for r in around.rows if r.end <= start and not r.genitive]
    gap = [t.lower_ for t in around.reading.doc[before[-1].end : start]] if before else []
    return around.of(before[-1:]) if gap in ([",", "in"], [",", "on"], [",", "during"]) else []


def _cataphoric(around: Around, verb: Token | None) -> list[Party]:
    """For "During his visit to B, A will": the pronoun looks ahead to the subject of its clause."""
    own = around.owners()
    if not own or not own[0].mentions[0].pronoun or around.lead() not in _FRONTED or verb is None:
        return []
    row = subjects.subject(verb, around.rows)
    return around.of([row]) if row is not None and row.start > around.token.i else []


def _led_by(around: Around, visitors: list[Party]) -> list[Party]:
    """The leader in place of the delegation: "the visit of a delegation led by A"."""
    if not any(p.kind == "group" for p in visitors):
        return visitors
    for row in around.rows:
        before = around.reading.doc[max(around.token.i, row.start - 8) : row.start]
        if row.preposition == "by" and any(t.lower_ in ("led", "headed") for t in before):
            return around.of([row])
    return visitors


def _stay(around: Around) -> list[Party]:
    """B in "A will be in B on a working visit"."""
    if around.sense.frame != "trip" or around.lead() != "on":
        return []
    on = noun_words(around.token)[0].i - 1
    before = around.token.doc[on - 1] if on > 0 else around.token
    here = [p for p in around.reading.places if p.span.start <= before.idx < p.span.end]
    return [host(p) for p in here if _in(around, p.span.start)]


def _named_for(around: Around) -> list[Party]:
    """B in "A's Berlin visit"."""
    return place_before(around.reading, around.token) if around.sense.frame == "trip" else []


def _taken_to(around: Around) -> list[Party]:
    """B and C in "a tour that takes him to B and C"."""
    token = around.token
    if around.sense.frame != "trip":
        return []
    after = token.doc[token.i + 1 : min(ends(token), token.i + 12)]
    takes = next((t for t in after if t.lemma_.lower() in ("take", "bring", "lead") and t.pos_ == "VERB"), None)
    whom = takes.nbor(1) if takes is not None and takes.i + 1 < ends(token) else None
    if takes is None or whom is None or whom.pos_ not in ("PRON", "PROPN"):
        return []
    return destinations(around.reading, whom, frozenset({"to"}), bare=False)


def _in(around: Around, offset: int) -> bool:
    return around.reading.document.text[:offset].rstrip().lower().endswith((" in", " in the"))


def trips(around: Around, visitors: list[Party], *, bare: bool) -> Sides:
    """One visit for each host state, visitors first; nobody visits their own state."""
    far = around.sense.frame == "journey"
    hosts = destinations(around.reading, around.token, around.sense.prepositions, bare=bare, unknown=far)
    hosts = hosts or _stay(around) or _taken_to(around) or _named_for(around)
    travellers = [v for v in visitors if v.kind in ("person", "group")]
    out = []
    for target in hosts:
        guests = [v for v in travellers if v.side is None or v.side != target.side]
        if guests:
            out.append(union(guests, [target]))
    return Sides(out, near=travellers)

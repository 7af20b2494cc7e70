"""Sides of contact nouns: call, conversation, talks, meeting, dinner, summit."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.contacts import grammar, subjects
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import BESIDE, CIRCUMSTANCE, Around, Sides
from demarche.reports.contacts.destinations import destinations
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.forms import noun_words, sense_of
from demarche.reports.contacts.parties import state_of, union
from demarche.reports.contacts.phrases import Phrase
from demarche.reports.contacts.reach import MARGINS
from demarche.reports.contacts.teams import of_advisers, their_teams
from demarche.reports.contacts.verbs import spread
from demarche.reports.contacts.vocabulary import is_body

#: "A floated a meeting with B": A would take part
_WANTS_TO_MEET = words.bag("propose suggest offer float seek want demand request")
_PEOPLE_MEET = frozenset({"call-noun", "conversation-noun", "meeting-noun", "meal-noun", "summit-noun"})


def noun(around: Around) -> Sides:
    """For "Talks between A and B", "A's call with B", "A held talks with B"."""
    if _goes_on(around):
        return Sides()
    own, right = around.owners() or _fronted(around), around.right() or _was_between(around)
    near = around.clause_parties()
    if right and not own:
        return Sides(_right_only(around, right, near), near=near)
    if right:
        first = faces(around, around.of(own), near)
        return Sides(spread(around, first, right, []), near=near)
    if own:
        first = around.of(own)
        they = own[-1].mentions[0].pronoun and {p.name for p in first} < {p.name for p in near}
        return _own_only(around, near if they and len(first) > 1 else first, near)
    teams = their_teams(around) or of_advisers(around)
    if len(teams) > 1:
        return Sides([teams], near=near)
    if around.token.lower_ == "dialogue" and len({p.side for p in around.called_upon()}) > 1:
        return Sides([around.called_upon()], near=near)
    taking = around.taking_part()
    had = _had_by(around)
    if len({p.side for p in had}) > 1:
        return Sides([had], near=near)
    if around.sense.name == "phone-noun":
        return Sides([taking] if len(taking) > 1 else [])
    if len(taking) == 1 and around.cue.type in ("meeting", "summit", "talks") and _body(taking[0]):
        return Sides([union(taking, destinations(around.reading, around.token, frozenset({"in", "at"}), bare=False))])
    return Sides(near=taking or near)


def _fronted(around: Around) -> list[Phrase]:
    """For "After their meeting, A and B spoke": the pronoun looks ahead to the subject of its clause."""
    lead = noun_words(around.token)[:-1]
    if not any(t.lower_ == "their" for t in lead) or around.lead() not in BESIDE | CIRCUMSTANCE:
        return []
    after = [r for r in around.rows if r.start > around.token.i]
    return after[:1] if after and not after[0].preposition and after[0].people() > 1 else []


def _body(party: Party) -> bool:
    return party.kind in ("institution", "group") and party.side is not None and is_body(party.side)


def _was_between(around: Around) -> list[Phrase]:
    """For "The conversation, it now said, was between A and B", "A's first call was to B"."""
    links = ("between", "with", "to") if around.owners() else ("between",)
    for row in around.rows:
        before = around.reading.doc[row.start - 2] if row.start > 1 else None
        was = any(t.lemma_ == "be" for t in around.reading.doc[max(0, row.start - 5) : row.start])
        if row.preposition in links and row.start > around.token.i and before is not None and was:
            return [row]
    return []


def _goes_on(around: Around) -> bool:
    """For "Agreed to continue their contacts", "maintain a dialogue": staying in touch is no contact."""
    verb = grammar.carrier(around.token)
    if around.token.tag_ == "NNS" and verb is not None and verb.lemma_.lower() in ("continue", "maintain"):
        return True
    named = around.token.text[:1].isupper() and bool(around.owners())  # "the A-B Strategic Dialogue"
    if around.token.lower_ == "dialogue" and not named and _open_ended(around, verb):
        return True
    if around.token.lemma_.lower() == "engagement" and _of_states(around):
        return True
    lasting = around.sense.name in ("contact-noun", "talks-noun") and around.token.lemma_.lower() != "talk"
    return lasting and verb is not None and grammar.is_one_of(verb, words.GOES_ON)


def _of_states(around: Around) -> bool:
    """For "The United States' engagement with B": how states stand to each other, unless it is held or dated."""
    told = around.of([*around.owners(), *around.right()])
    lead = {t.lower_ for t in noun_words(around.token)[:-1]}
    return bool(told) and all(p.kind in ("state", "institution") for p in told) and not lead & _ONCE


_ONCE = words.bag("recent last next previous yesterday today this first second third upcoming a an")


def _open_ended(around: Around, verb: Token | None) -> bool:
    """For "Openness to dialogue with B": no round of talks, unless they are held, begun or called for."""
    bare = not any(t.pos_ == "DET" or t.tag_ in ("PRP$", "POS") for t in noun_words(around.token)[:-1])
    if bare and verb is not None and verb.lemma_.lower() == "engage" and verb.head.lemma_.lower() in words.GOES_ON:
        return True  # "ready to continue engaging in dialogue"
    return bare and (verb is None or not grammar.is_one_of(verb, words.TAKES_PART))


def _had_by(around: Around) -> list[Party]:
    """A and B in "the only conversation that A and B have had", A in "the call that A held with B"."""
    for verb in around.token.children:
        if verb.dep_ == "acl:relcl" and verb.pos_ in ("VERB", "AUX") and grammar.is_one_of(verb, words.TAKES_PART):
            return [p for c in verb.children if c.dep_ == "nsubj" for p in _at(around, c)]
    return []


def _at(around: Around, word: Token) -> list[Party]:
    row = grammar.row_at(word.i, around.rows)
    return around.of([row]) if row is not None else []


def _right_only(around: Around, right: list[Phrase], near: list[Party]) -> list[list[Party]]:
    if _two_sided(around, right):
        return [union(around.of(right), _joining(around))]
    taking = _had_by(around) or _holding(around) or (near if _on_a_trip(around) else [])
    others = around.of(right)
    taking = [p for p in taking if p.name not in {q.name for q in others}]
    if not taking and not near and around.token.head.lemma_.lower() in MARGINS:
        return []  # "met B on the sidelines of a meeting of the C": those of the C met
    left = taking or near or _whose_words(around) or _state_of_speaker(around)
    if not taking and others and all(p.kind != "person" for p in others) and around.cue.type == "talks":
        left = [state_of(p) for p in left]
    return spread(around, left, right, [])


def _whose_words(around: Around) -> list[Party]:
    """A in "A's comments come after a meeting with B"."""
    verb = grammar.carrier(around.token)
    subject = subjects.subject_word(verb) if verb is not None and around.lead() in BESIDE | CIRCUMSTANCE else None
    if subject is None or subject.lemma_.lower() not in _SAID_OR_DONE:
        return []
    owners = [r for r in around.rows if r.genitive and 0 <= subject.i - r.end <= 2 and r.mentions[0].kind == "person"]
    return around.of(owners[-1:])


_SAID_OR_DONE = words.bag("comment remark statement announcement warning decision pledge appeal trip visit move")


def _joining(around: Around) -> list[Party]:
    """C in "C joined the meeting of A and B"."""
    verb = grammar.carrier(around.token)
    joins = verb is not None and verb.lemma_.lower() == "join" and around.token.dep_ == "obj"
    return around.subject(verb) if joins else []


def _holding(around: Around) -> list[Party]:
    """Who holds the talks; "spoke about efforts in the talks with B" holds none."""
    verb = grammar.carrier(around.token)
    speaks = verb is not None and verb.lemma_.lower() in ("speak", "talk", "meet", "plan")
    telling = speaks and around.cue.type == "talks"
    return [] if telling else around.taking_part()


def _on_a_trip(around: Around) -> bool:
    """For "Flew to Geneva for talks with B": the travellers talk."""
    verb = grammar.carrier(around.token)
    sense = sense_of(verb) if verb is not None else None
    return sense is not None and sense.frame in ("journey", "delegation", "place") and around.lead() == "for"


def _own_only(around: Around, first: list[Party], near: list[Party]) -> Sides:
    sides = {p.side for p in first}
    if len(first) > 1 and len(sides) > 1:
        people = {p.side: p for p in around.taking_part() if p.kind == "person"}
        return Sides([[people.get(p.side, p) if p.kind == "state" else p for p in first]], near=near)
    hosts = _talks_abroad(around, first)
    if hosts:
        return Sides([union(first, hosts)], near=near)
    whole = union(first, around.taking_part())
    return Sides([whole], near=near) if len(whole) > len(first) else Sides(near=union(first, near))


def _talks_abroad(around: Around, first: list[Party]) -> list[Party]:
    """B in "the results of A's talks in B": the talks of somebody from elsewhere are with the host."""
    if around.token.lower_ != "talks" or len(first) != 1 or first[0].kind != "person" or first[0].side is None:
        return []
    if around.token.i + 1 >= len(around.token.doc) or around.token.nbor(1).lower_ != "in":
        return []
    hosts = destinations(around.reading, around.token, frozenset({"in"}), bare=False)
    return [p for p in hosts[:1] if p.side and p.side != first[0].side]


def faces(around: Around, first: list[Party], near: list[Party]) -> list[Party]:
    """People in place of their seat: "the White House meeting with B" is the president's."""
    if around.sense.name not in _PEOPLE_MEET:
        return first
    people = {p.side: p for p in near if p.kind == "person"}
    return [people.get(p.side, p) if p.kind in ("institution", "state") else p for p in first]


def _state_of_speaker(around: Around) -> list[Party]:
    """For "A praised the talks with B": talks of A's state, unless they are A's own."""
    verb = grammar.carrier(around.token)
    if verb is None:
        return []
    others = {p.name for p in around.of(around.right())}
    acting = [p for p in around.subject(verb) if p.name not in others]
    if acting and around.sense.name in _PEOPLE_MEET and grammar.is_one_of(verb, _WANTS_TO_MEET):
        return acting
    if acting and around.sense.name in _PEOPLE_MEET and around.reading.quoted(around.token.idx):
        return acting  # ""Great call with B," A wrote"
    if acting or not (around.token.dep_.startswith("nsubj") or _nobody_acts(verb)):
        return [state_of(p) for p in acting]
    told = [p for p in teller(around, verb) if p.name not in others]
    leader = around.sense.name in _PEOPLE_MEET and any(p.kind == "person" for p in told[:1])
    return told if leader else [state_of(p) for p in told]


def _nobody_acts(verb: Token) -> bool:
    """True for "there was progress in the talks with B": who tells of it says whose talks they are."""
    return any(c.dep_ == "expl" for c in verb.children)


def teller(around: Around, verb: Token) -> list[Party]:
    """A in "A says that the summit with B may not take place"."""
    for _ in range(4):
        if verb.head.i == verb.i:
            return []
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX") and (found := around.subject(verb)):
            return found
    return []


def _two_sided(around: Around, right: list[Phrase]) -> bool:
    found = around.of(right)
    prepositions = {r.preposition for r in right}
    if len(found) < 2:
        return False
    if prepositions & {"between", "among", "involving"} or prepositions in ({"of"}, {"by"}):
        return True
    return len(prepositions - {""}) > 1

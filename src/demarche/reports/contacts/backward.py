"""Looking back: "they", "the two", "the next meeting" speak of the sides that the text has told of before."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Reason, Span
from demarche.reports.contacts import clauses, grammar, reach
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Sides, lead_of
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft
from demarche.reports.contacts.evidence import clause, sentence_index
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.kinds import compatible
from demarche.reports.contacts.parties import named, state_of, union
from demarche.reports.contacts.scope import in_scope, untold
from demarche.reports.contacts.senses import by_name
from demarche.reports.contacts.windows import ends

_PLURAL = words.bag("they both two pair three four five leaders sides men women presidents parties duo neither")
_NUMBERS = {"two": 2, "pair": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_LIGHT = words.bag("first only same whole such such-and-such latest final personal bilateral face in-person today")
_CONTACT_TITLE = re.compile(r"\b(?:call|conversation|meeting|talks|meets?|met|spoke|visit|telephone)\b", re.I)
_LEAST = 3
_EVENTS = ("call", "meeting", "summit", "talks")


def back_reference(reading: Reading, found: list[Draft], cue: Cue) -> list[Draft]:
    """For "They last spoke on 3 May", "the two met at X": a plural subject that no name explains."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].frame != "mutual" or by_name()[cue.sense].weak:
        return []
    subject = grammar.subject_word(token)
    if any(c.lower_ in ("if", "whether", "unless") and c.dep_ == "mark" for c in token.children):
        return []
    if subject is None or subject.lower_ not in _PLURAL or reading.actor_at(subject.i) is not None:
        return []
    parties = _last_parties(reading, found, cue, _NUMBERS.get(subject.lower_))
    return [draft(reading, cue, parties)] if parties else []


def _last_parties(reading: Reading, found: list[Draft], cue: Cue, number: int | None) -> list[Party]:
    """The parties of the contact told last, of so many as the word says; far from it, those the text tells most of."""
    events = [d for d in found if d.type in _EVENTS and len([p for p in d.parties if p.kind != "institution"]) > 1]
    if number is not None:
        events = [d for d in events if len(d.parties) == number] or events
    chosen = central(reading, events, cue)
    return _reasoned(chosen.parties) if chosen else []


def central(reading: Reading, events: list[Draft], cue: Cue) -> Draft | None:
    """The contact that a word looks back to: one of this sentence or the last, else the one told of most."""
    here = sentence_index(reading, cue.token)
    close = [d for d in events if max(d.sentences) >= here - 1]
    if close:
        return max(close, key=lambda d: max(c.token for c in d.cues))
    if not events:
        return None
    told = Counter(name for d in events for name in d.names() for _ in d.cues)
    return max(events, key=lambda d: (sum(told[n] for n in d.names()) / len(d.names()), -d.cues[0].token))


def _reasoned(parties: list[Party]) -> list[Party]:
    return [Party(p.name, p.side, p.kind, p.mentions[:1], p.reason, p.spans) for p in parties]


def delegates(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "They met with C", "the delegation will meet C": those whose journey the text has told of."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].frame != "mutual" or not sides.own:
        return []
    subject = grammar.subject_word(token)
    if subject is None or subject.lower_ not in _PLURAL | words.DELEGATION:
        return []
    trips = [d for d in found if d.type == "visit"]
    visitors = [p for p in trips[-1].parties if p.kind == "person"] if trips else []
    hosts = [p.side for p in trips[-1].parties if p.kind == "state"] if trips else []
    groups = [union(_reasoned(visitors), [_local(reading, p, hosts) for p in group]) for group in sides.own]
    kept = [in_scope(reading, cue, group) for group in groups if visitors]
    return [draft(reading, cue, group) for group in kept if group]


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
    sides = {p.side for p in people if p.side}
    for item in found[-6:]:
        if len(sides) == 1 and _sends(item, sides):
            kept = [p for p in item.parties if p.side not in sides or p.kind == "person"]
            guests = [p for p in kept if p.side in sides]
            item.parties = union(guests, people, [p for p in kept if p.side not in sides])
            item.sentences.append(sentence_index(reading, cue.token))
            item.evidence.append(clause(reading, cue, people))


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


def exchanged(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "Agreed to exchange visits": one visit each way."""
    token = reading.doc[cue.token]
    verb = token.head
    if cue.sense != "visit-noun" or token.tag_ != "NNS" or verb.lemma_.lower() != "exchange":
        return []
    pair = union([state_of(p) for p in sides.near]) or _last_parties(reading, found, cue, 2)
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


def _formal(token: Token) -> bool:
    return any(t.lower_ in ("state", "official", "working", "upcoming", "forthcoming") for t in noun_words(token)[:-1])


def faces(item: Draft, found: list[Draft]) -> list[Party]:
    """People in place of their states: "they have met" after "both countries" speaks of the leaders told of before."""
    counted = _counted(item, found)
    if counted:
        return counted
    plural = all(p.mentions and p.mentions[0].members for p in item.parties)
    if any(" of " in p.name for p in item.parties):
        return item.parties  # "the leaders of A and B" need not be those met before
    if item.type not in ("call", "meeting") or not plural or any(p.kind == "person" for p in item.parties):
        return item.parties
    for known in reversed(found):
        people = [p for p in known.parties if p.kind == "person"]
        if len(people) == len(item.parties) and {p.side for p in people} == {p.side for p in item.parties}:
            return _reasoned(people)
    return item.parties


def again(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Party]:
    """For "The next meeting", "the call of 4 June": another contact of the sides that met before."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].frame not in ("noun", "summit") or _predicate(token) or not particular(reading, cue):
        return []
    if not _plain(token):
        return []
    if any(t.lower_ in ("neither", "nobody", "if", "whether") for t in _clause_before(token)):
        return []
    if cue.sense == "meal-noun" or (token.tag_ == "NNS" and token.lemma_.lower() not in ("talk", "negotiation")):
        return []
    if _own_people(reading, token) or any(sides.own) or _heads_entry(reading, found, cue):
        return []
    kind = cue.type or "call"
    events = [d for d in found if d.type in _EVENTS and len(d.parties) > 1]
    strict = by_name()[cue.sense].frame == "summit"
    events = [d for d in events if compatible(d.type, kind)] or ([] if strict else events)
    names = {p.name for p in sides.near}
    events = [d for d in events if not names or names & d.names()]
    chosen = _of_series(events) if _late_ordinal(token) else central(reading, events, cue)
    return _reasoned(chosen.parties) if chosen else []


def _clause_before(token: Token) -> list[Token]:
    """The words of the sentence before a token, back to a semicolon."""
    start = token.sent.start
    marks = [t.i for t in token.doc[start : token.i] if t.text in (";", ":")]
    return list(token.doc[marks[-1] if marks else start : token.i])


def _heads_entry(reading: Reading, found: list[Draft], cue: Cue) -> bool:
    """True for the first contact word of a dated entry that names people of its own: it is theirs."""
    entry = next((e for e in dated_entries(reading) if e.start <= reading.doc[cue.token].idx < e.end), None)
    if entry is None or any(entry.start <= reading.doc[c.token].idx < entry.end for d in found for c in d.cues):
        return False
    people = {m.name for m in reading.actors if m.kind == "person" and m.span.within(entry) and not m.members}
    return len(people) > 1


def dated_entries(reading: Reading) -> list[Span]:
    """The paragraphs that begin with a date, when they make a list."""
    text = reading.document.text
    starts = [m.end() for m in re.finditer(r"\A|\n\s*\n|\n", text)]
    edges = zip(starts, [*starts[1:], len(text)], strict=True)
    opened = {d.span.start for d in reading.dates}
    found = [Span(a, b) for a, b in edges if b > a and a in opened]
    return found if len(found) >= _LEAST else []


def _late_ordinal(token: Token) -> bool:
    """For "The fourth meeting": one more of a series that the text has told of."""
    return any(t.lower_ in words.ORDINALS - {"first", "second"} for t in noun_words(token)[:-1])


def _of_series(events: list[Draft]) -> Draft | None:
    """A contact of those whose contacts the text tells of most."""
    counted = Counter(d.names() for d in events)
    return max(events, key=lambda d: counted[d.names()], default=None)


def _counted(item: Draft, found: list[Draft]) -> list[Party]:
    """For "The four": those of the last contact of four, whoever else the text has named since."""
    plural = {m.span: m for p in item.parties for m in p.mentions if len(m.members) > 2}
    if len(plural) != 1 or any(not p.mentions or not p.mentions[0].members for p in item.parties):
        return []
    number = len(item.parties)
    if not next(iter(plural.values())).name.startswith(("three", "four", "five", "six")):
        return []
    known = [d for d in found if len([p for p in d.parties if p.kind == "person"]) == number == len(d.parties)]
    return _reasoned(known[-1].parties) if known else []


def delegations_of_both(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Draft]:
    """For "Delegations of the two countries hold talks, with C as host": the states of the pair told of."""
    verb = grammar.carrier(reading.doc[cue.token])
    if verb is None or by_name()[cue.sense].frame != "noun" or not grammar.is_one_of(verb, words.TAKES_PART):
        return []
    subject = grammar.subject_word(verb)
    if subject is None or subject.lemma_.lower() not in words.GROUPS or reading.actor_at(subject.i) is not None:
        return []
    if not any(t.lower_ in ("two", "both") for t in subject.subtree):
        return []
    pair = [state_of(p) for p in _last_parties(reading, found, cue, 2)]
    parties = union(pair, *sides.own)
    return [draft(reading, cue, parties)] if len(pair) == 2 else []


def titled(reading: Reading, cue: Cue) -> list[Party]:
    """The pair that the title names, for "the summit" of a text that has told of no contact yet."""
    if by_name()[cue.sense].frame not in ("noun", "summit"):
        return []
    return title_pair(reading)


def title_pair(reading: Reading) -> list[Party]:
    """The people of a title such as "Telephone conversation with B": B and who publishes it, or A and B."""
    people = [m for m in reading.title_actors if m.kind == "person" and m.side and not m.pronoun]
    parties = union([Party(m.name, m.side, "person", [], Reason.TITLE) for m in people])
    home, holder = reading.publisher_side, reading.publisher_holder
    if holder and home and len(parties) == 1 and parties[0].side != home and _tells_of_contact(reading.document.title):
        parties = [Party(holder, home, "person", [], Reason.TITLE), *parties]
    return parties if len({p.side for p in parties}) > 1 else []


def _tells_of_contact(title: str) -> bool:
    return bool(_CONTACT_TITLE.search(title))


def _plain(token: Token) -> bool:
    """True when nothing but an ordinal, a day or the means qualifies the noun: no "ministerial", no "its"."""
    for word in noun_words(token)[:-1]:
        known = word.lower_ in words.OTHER or word.lower_ in words.PHONE or word.lower_ in _LIGHT
        told = word.pos_ in ("ADJ", "NOUN") and not known and not word.is_digit
        if word.lower_ in ("its", "that", "this", "such") or told:
            return False
    return True


def _predicate(token: Token) -> bool:
    """True for "it was their third meeting": a count of the contact told, not another one."""
    return any(c.dep_ == "cop" for c in token.children)


def particular(reading: Reading, cue: Cue) -> bool:
    """True for a word that tells of one more contact: an ordinal, "next", "previous", or a day of its own."""
    if marked_other(reading, cue):
        return True
    alone = Draft("meeting", [cue], [], [], [sentence_index(reading, cue.token)])
    return days(reading, alone) is not None


def days(reading: Reading, item: Draft) -> tuple[date, date] | None:
    """The first and last day that the text gives for a draft, None when it gives none."""
    found = day_of(reading, item)
    if found is None or found.when.earliest is None:
        return None
    if (found.when.edtf or "").endswith("/.."):
        return found.when.earliest, found.when.earliest
    return (found.when.earliest, found.when.latest) if found.when.latest else None


def _own_people(reading: Reading, token: Token) -> bool:
    """True when the noun names people of its own that are not known: "a meeting of advisers"."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 4)]
    if any(t.lower_ == "between" for t in token.doc[token.i + 1 : min(ends(token), token.i + 9)]):
        return True
    if not len(after) or after[0].lower_ not in ("of", "between", "with"):
        return False
    if any(d.span.start == t.idx for d in reading.dates for t in after[1:]):
        return False
    return not any(t.lower_ in _PLURAL for t in after)


def _followed_up(token: Token) -> bool:
    """True for "as a follow-up to the talks held in May": the talks are an earlier contact."""
    first = noun_words(token)[0].i
    before = token.doc[max(0, first - 5) : first].text.lower()
    return bool(_FOLLOWING_UP.search(before)) and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "held"


_FOLLOWING_UP = re.compile(r"follow(?:ing)?(?: ?- ?| )?up (?:to|on)$")


def marked_other(reading: Reading, cue: Cue) -> bool:
    """True for "a previous meeting", "another call", "the next round"."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].pos != "NOUN":
        return False
    if _followed_up(token):
        return True
    return any(t.lower_ in words.OTHER for t in noun_words(token)[:-1]) and not _predicate(token)

"""The sides of a contact: for each cue, who stands on either side of it, as its frame says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import grammar
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.cues import noun_words
from demarche.reports.contacts.destinations import destinations
from demarche.reports.contacts.draft import Cue, Party
from demarche.reports.contacts.parties import parties, state_of, union
from demarche.reports.contacts.phrases import Phrase, top
from demarche.reports.contacts.senses import Sense, by_name
from demarche.reports.contacts.windows import begins, ends


@dataclass(slots=True)
class Sides:
    """What stands around one cue.

    `own` holds one list of parties a contact ("met separately with A and B" gives two). `near` are the parties of the
    clause around a noun without sides ("during the conversation, A and B agreed"). `told` says that the cue itself
    names both sides.
    """

    own: list[list[Party]] = field(default_factory=list)
    near: list[Party] = field(default_factory=list)
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """One cue with its sentence at hand."""

    reading: Reading
    cue: Cue
    token: Token
    sense: Sense
    rows: list[Phrase]

    def right(self) -> list[Phrase]:
        """The phrases on the right that the sense takes; "of" and "by" only right after the noun."""
        found = grammar.right_rows(self.token, self.rows, self.sense.prepositions)
        return [r for r in found if r.preposition not in ("of", "by", "from") or self._attached(r, found)]

    def _attached(self, row: Phrase, found: list[Phrase]) -> bool:
        before = [r.end for r in found if r.end <= row.start]
        gap = self.reading.doc[max([self.token.i + 1, *before]) : row.start]
        return not any(t.pos_ in ("NOUN", "PROPN") for t in gap)

    def subject(self, verb: Token | None = None) -> list[Party]:
        """The parties of a verb's subject."""
        row = grammar.subject(verb or self.token, self.rows)
        return parties(self.reading, row.mentions) if row else []

    def of(self, rows: list[Phrase]) -> list[Party]:
        """The parties of several phrases."""
        return parties(self.reading, (m for row in rows for m in row.mentions))


def sides_of(reading: Reading, cue: Cue) -> Sides:
    """Who stands on the sides of a cue."""
    token = reading.doc[cue.token]
    around = Around(reading, cue, token, by_name()[cue.sense], grammar.rows_of(reading, token))
    return FRAME_RULES[around.sense.frame](around)


def mutual(around: Around) -> Sides:
    """ "A met with B", "A and B spoke": the subject on one side, the with-phrase or the object on the other."""
    left = around.subject()
    right = [r for r in around.right() if _near_enough(around, r)]
    if around.sense.weak:
        right = [r for r in right if _hangs_on(around, r)]
    if not right and around.sense.name == "meet":
        bare = grammar.bare_right(around.token, around.rows)
        right = [bare] if bare else []
    if not right:
        alone = len(left) > 1 and not _has_object(around.token) and not around.sense.weak
        return Sides([left]) if alone else Sides(near=left)
    return Sides(_spread(around, left, right), near=left)


def _hangs_on(around: Around, row: Phrase) -> bool:
    """True when the tree hangs the phrase on the cue, or it stands right behind it."""
    if row.start - around.token.i <= 3:
        return True
    return top(around.reading.doc, row.mentions[0]).head.i == around.token.i


def _near_enough(around: Around, row: Phrase) -> bool:
    """"Spoke to" takes its phrase at once; "with" may come after the means, the day and the place."""
    return row.preposition == "with" or row.start - around.token.i <= 8


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "obj" and c.lemma_.lower() not in words.TIMES for c in verb.children)


def direct(around: Around) -> Sides:
    """ "A telephoned B": subject and object."""
    if _is_passive(around.token):
        return passive(around)
    left = around.subject()
    bare = grammar.bare_right(around.token, around.rows)
    if bare is None:
        return Sides([left]) if around.sense.type == "call" and len(left) > 1 else Sides(near=left)
    others = parties(around.reading, bare.mentions)
    if around.sense.name == "see" and any(p.kind != "person" for p in (*left, *others)):
        return Sides()
    if around.sense.type == "call" and len(others) > 1:
        return Sides([union(left, [other]) for other in others])
    return Sides(_spread(around, left, [bare]))


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "aux:pass" for c in verb.children)


def passive(around: Around) -> Sides:
    """ "B was received by A"."""
    by = grammar.right_rows(around.token, around.rows, frozenset({"by"}))
    return Sides([union(around.of(by), around.subject())]) if by else Sides()


def receive(around: Around) -> Sides:
    """ "A received B": host and guest; a trip to A's country is told beside it when the text says so."""
    found = direct(around)
    found.own = [[p for p in group if p.kind in ("person", "group")] for group in found.own]
    return found


def place(around: Around) -> Sides:
    """ "A visited B": the visitor, then the host state."""
    return _trips(around, around.subject(), bare=True)


def journey(around: Around) -> Sides:
    """ "A flew to B": the visitor, then the state that the place belongs to."""
    return _trips(around, around.subject(), bare=False)


def located(around: Around) -> Sides:
    """ "A is in B": a visitor found abroad."""
    return _trips(around, around.subject(), bare=False)


def _trips(around: Around, visitors: list[Party], *, bare: bool) -> Sides:
    hosts = destinations(around.reading, around.token, around.sense.prepositions, bare=bare)
    travellers = [v for v in visitors if v.kind in ("person", "group") or v.side is None]
    out = []
    for target in hosts:
        guests = [v for v in travellers if v.side is None or v.side != target.side]
        if guests:
            out.append(union(guests, [target]))
    return Sides(out, near=travellers)


def trip(around: Around) -> Sides:
    """ "The visit of A to B", "A's trip to B", "A is on a visit to B"."""
    own = [r for r in around.rows if _possesses(around, r)]
    by = grammar.right_rows(around.token, around.rows, frozenset({"of", "by"}))
    visitors = around.of([*own, *by])
    if not visitors and any(c.dep_ == "cop" for c in around.token.children):
        visitors = around.subject(around.token)
    elif not visitors:
        verb = grammar.carrier(around.token)
        visitors = around.subject(verb) if verb is not None and _carries(around.token, verb) else []
    return _trips(around, visitors, bare=False)


def noun(around: Around) -> Sides:
    """ "Talks between A and B", "A's call with B", "A held talks with B"."""
    own, right = _owners(around), around.right()
    if around.sense.frame == "summit":
        right = [r for r in right if True]
    near = _clause_parties(around)
    if own and not right:
        first = around.of(own)
        if len(first) > 1:
            return Sides([first], near=near)
        return Sides(near=union(first, near)) if _is_pronoun(own) else _with_subject(around, first, near)
    if right and not own and _two_sided(around, right):
        return Sides([around.of(right)], near=near)
    if right and own:
        return Sides(_spread(around, around.of(own), right), near=near)
    if right:
        return Sides(_spread(around, _taking_part(around) or near or _state_of_speaker(around), right), near=near)
    return Sides([], near=_taking_part(around) or near)


def _state_of_speaker(around: Around) -> list[Party]:
    """"A praised the talks with B": talks of A's state, unless they are A's own."""
    verb = grammar.carrier(around.token)
    return [state_of(p) for p in around.subject(verb)] if verb is not None else []


def _is_pronoun(rows: list[Phrase]) -> bool:
    return all(m.pronoun for r in rows for m in r.mentions)


def _with_subject(around: Around, first: list[Party], near: list[Party]) -> Sides:
    whole = union(first, _taking_part(around))
    return Sides([whole], near=near) if len(whole) > 1 else Sides(near=near)


def _two_sided(around: Around, right: list[Phrase]) -> bool:
    found = around.of(right)
    prepositions = {r.preposition for r in right}
    return len(found) > 1 and bool(prepositions & {"between", "of", "by", "from", "among"})


def _owners(around: Around) -> list[Phrase]:
    """The phrases in front of the noun that belong to it: "Biden's", "their", "NATO", "Russian-Greek"."""
    return [r for r in around.rows if _possesses(around, r)]


def _possesses(around: Around, row: Phrase) -> bool:
    before = noun_words(around.token)
    start = before[0].i if before else around.token.i
    if row.end > around.token.i:
        return False
    if row.start >= start:
        return True
    between = around.reading.doc[row.end : start]
    return row.genitive and all(t.pos_ in ("PART", "PUNCT") for t in between)


def _carries(noun_token: Token, verb: Token) -> bool:
    """True when the verb's subject takes part in the noun: "paid a visit", "arrived for talks", "during a visit, A"."""
    return verb.lemma_.lower() in words.TAKES_PART or _circumstance(noun_token)


def _circumstance(noun_token: Token) -> bool:
    first = noun_words(noun_token)[0]
    before = first.nbor(-1).lower_ if first.i > begins(noun_token) else ""
    return before in (
        "during", "in", "at", "after", "before", "following", "through", "by", "on", "over", "from", "for", "ahead",
        "to", "of", "since", "upon", "within", "via",
    )  # fmt: skip


def _taking_part(around: Around) -> list[Party]:
    verb = grammar.carrier(around.token)
    if verb is None or verb.lemma_.lower() not in words.TAKES_PART:
        return []
    return around.subject(verb)


def _clause_parties(around: Around) -> list[Party]:
    verb = grammar.carrier(around.token)
    if verb is None or not _circumstance(around.token):
        return []
    return around.subject(verb)


def _spread(around: Around, left: list[Party], right: list[Phrase]) -> list[list[Party]]:
    """One contact for all, or one for each of the other side when the words say so."""
    others = around.of(right)
    if len(others) > 1 and left and _one_by_one(around, right):
        return [union(left, [other]) for other in others]
    groups = _separate(around, left, right)
    return groups if groups else [union(left, others)]


def _separate(around: Around, left: list[Party], right: list[Phrase]) -> list[list[Party]]:
    if len(right) > 1 and any(r.separate for r in right) and left:
        return [union(left, around.of([row])) for row in right]
    return []


def _one_by_one(around: Around, right: list[Phrase]) -> bool:
    token = around.token
    if token.tag_ == "NNS" and around.sense.name in ("call-noun", "conversation-noun", "meeting-noun", "meal-noun"):
        return True
    near = token.doc[max(begins(token), token.i - 3) : min(ends(token), token.i + 3)]
    if any(t.lower_ in ("separately", "individually") for t in near):
        return True
    return any(r.separate for r in right) and len(right) == 1 and len(right[0].mentions) == 2


def summit(around: Around) -> Sides:
    """ "The NATO summit in Vilnius", "A, at the G20 summit": the body and who attended, or the host."""
    named = around.of([*_owners(around), *around.right()])
    attending = _taking_part(around)
    if not attending and named and _circumstance(around.token):
        attending = _clause_parties(around)
    if len({p.side for p in named}) > 1:
        return Sides([union(named, [])], near=attending)
    people = [p for p in attending if p.name not in {n.name for n in named}]
    if named and people:
        return Sides([union(people if _attends(around) else [state_of(p) for p in people], named)], near=attending)
    hosts = destinations(around.reading, around.token, frozenset({"in", "at"}), bare=False)
    return Sides([union(named, hosts)] if named else [], near=attending)


def _attends(around: Around) -> bool:
    verb = grammar.carrier(around.token)
    return verb is not None and verb.lemma_.lower() in words.TAKES_PART


def sent(around: Around) -> Sides:
    """ "A sent a telegram to B", "A's letter to B", "A wrote to B"."""
    verb = grammar.carrier(around.token)
    if around.sense.pos == "VERB":
        senders = around.subject()
    else:
        senders = around.of(_owners(around)) or (around.subject(verb) if verb is not None else [])
    if around.sense.weak and (verb is None or verb.lemma_.lower() not in words.SENDS):
        return Sides()
    to = [r for r in around.right() if r.preposition == "to"]
    return Sides([union(senders, around.of(to))] if senders and to else [])


def greet(around: Around) -> Sides:
    """ "On behalf of A, I congratulate the people of B": a signed greeting to a nation."""
    before = [r for r in around.rows if r.end <= around.token.i and r.preposition == "of"]
    head = around.reading.doc[begins(around.token) : around.token.i].text.lower()
    if not before or not head.startswith("on behalf of"):
        return Sides()
    others = [r for r in around.rows if r.start > around.token.i and r.mentions[0].side]
    return Sides([union(around.of(before[:1]), around.of(others[:1]))] if others else [])


def invite(around: Around) -> Sides:
    """ "A invited B to visit C": B will be A's guest."""
    if _is_passive(around.token):
        return Sides()
    hosts = around.subject()
    bare = grammar.bare_right(around.token, around.rows)
    guests = parties(around.reading, bare.mentions) if bare else []
    return Sides([union(guests, hosts)] if hosts and guests else [])


FRAME_RULES: dict[str, Callable[[Around], Sides]] = {
    "mutual": mutual,
    "direct": direct,
    "host": receive,
    "place": place,
    "journey": journey,
    "at": located,
    "trip": trip,
    "noun": noun,
    "summit": summit,
    "sent": sent,
    "greet": greet,
    "invite": invite,
}

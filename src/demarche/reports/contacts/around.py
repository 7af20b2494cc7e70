"""One cue with its sentence at hand, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import grammar, subjects
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.draft import Cue, Party
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.parties import named, parties
from demarche.reports.contacts.parties import union as parties_union
from demarche.reports.contacts.phrases import Phrase
from demarche.reports.contacts.senses import Sense
from demarche.reports.contacts.windows import begins

#: prepositions that set a contact beside what the clause tells: "during the call, A said"
CIRCUMSTANCE = words.bag(
    "during in at after before following through by over for since upon within via amid alongside with including"
)
#: prepositions after which the clause's subject need not be there: "after the summit, A and B talked"
BESIDE = words.bag("after before following since ahead until despite of about on regarding besides")
ATTENDING = words.bag("at in during for to from after following on")


@dataclass(slots=True)
class Sides:
    """What stands around one cue.

    `own` holds one list of parties a contact ("met separately with A and B" gives two). `near` are the parties of the
    clause around a noun without sides ("during the conversation, A and B agreed").
    """

    own: list[list[Party]] = field(default_factory=list)
    near: list[Party] = field(default_factory=list)
    visits: list[list[Party]] = field(default_factory=list)  # host first, then guest: told as a visit only


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
        found = found or self._past_topic()
        kept: list[Phrase] = []
        for row in found:
            start = kept[-1].end if kept else self.token.i + 1
            if row.preposition not in ("of", "by", "from") or self._attached(start, row):
                kept.append(row)
        return kept

    def _past_topic(self) -> list[Phrase]:
        """B in "talks on arms control with B": the topic comes first."""
        if self.sense.name != "talks-noun" or self.token.i + 1 >= len(self.token.doc):
            return []
        on = self.token.nbor(1).lower_ in ("on", "about", "regarding")
        rows = [r for r in self.rows if r.preposition == "with" and 2 < r.start - self.token.i < 16]
        gap = self.reading.doc[self.token.i + 1 : rows[0].start] if on and rows else ()
        clean = not any(t.pos_ in ("VERB", "AUX") or t.text in (",", ";", ":") for t in gap)
        return [r for r in rows[:1] if clean and grammar.is_argument(r)] if on else []

    def _attached(self, start: int, row: Phrase) -> bool:
        between = [t for t in self.reading.doc[start : row.start] if t.lower_ != "visiting"]
        if between[:1] and between[0].lower_ in ("held", "conducted"):
            return row.preposition == "by" and len(between) < 8  # "the talks held via videoconference by B"
        return not any(t.pos_ in ("NOUN", "VERB") for t in between)

    def subject(self, verb: Token | None = None) -> list[Party]:
        """The parties of a verb's subject."""
        verb = verb or self.token
        row = subjects.subject(verb.head if verb.dep_ == "cop" else verb, self.rows)
        return self.of([row]) if row else []

    def of(self, rows: list[Phrase]) -> list[Party]:
        """The parties of several phrases, names before descriptions of the same people."""
        return [p for row in rows for p in named(self.reading, row)] if len(rows) < 2 else self._merged(rows)

    def _merged(self, rows: list[Phrase]) -> list[Party]:
        return parties(self.reading, (m for p in (named(self.reading, r) for r in rows) for q in p for m in q.mentions))

    def owners(self) -> list[Phrase]:
        """The phrases in front of the noun that belong to it: "Biden's", "their", "NATO", "Russian-Greek"."""
        return [r for r in self.rows if self._owns(r)]

    def _owns(self, row: Phrase) -> bool:
        start = noun_words(self.token)[0].i
        if row.end > self.token.i or (row.genitive and row.mentions[0].members and _any_leaders(row, self.reading)):
            return False
        if row.start >= start or self._in_its_name(row):
            return True
        return row.genitive and all(t.pos_ in ("PART", "PUNCT") for t in self.reading.doc[row.end : start])

    def _in_its_name(self, row: Phrase) -> bool:
        """For "The A-B Strategic and Defense Dialogue": the pair opens a name in capitals."""
        between = self.reading.doc[row.end : self.token.i]
        capitals = all(t.text[:1].isupper() or t.lower_ in ("and", "&", ",") for t in between)
        return self.token.text[:1].isupper() and len(row.mentions[0].members) == 2 and len(between) < 8 and capitals

    def lead(self) -> str:
        """The preposition in front of the noun's own words: "during" in "during a state visit"."""
        one_on_one = self.token.lower_ == "one" and self.token.i > 3
        return lead_of(self.token.nbor(-4) if one_on_one and self.token.nbor(-2).lower_ == "on" else self.token)

    def predicate(self) -> bool:
        """True for a noun that is itself the predicate: "who is on a visit", "are in talks"."""
        return any(c.dep_ in ("cop", "nsubj") for c in self.token.children)

    def taking_part(self) -> list[Party]:
        """Who takes part by the verb that carries the noun: "A held talks", "A will attend the summit"."""
        if self.predicate():
            return self.subject(self.token)
        verb = grammar.carrier(self.token)
        if verb is not None and self.sense.name == "phone-noun":
            topic = verb.lemma_.lower() in words.TREATS
            told = grammar.bare_right(verb, self.rows) if not topic else None
            return parties_union(self.subject(verb), self.of([told]) if told else [])
        if verb is not None and grammar.is_one_of(verb, words.ANNOUNCES) and self.token.head.lower_ in words.STARTS:
            both = self.subject(verb)
            return both if len({p.side for p in both}) > 1 else []
        if verb is not None and self.lead() == "for" and _is_there(verb):
            return self.subject(verb)
        if verb is None or not grammar.is_one_of(verb, words.TAKES_PART) or self.lead() in BESIDE:
            return []
        return self._called_upon(verb) or self.subject(verb)

    def called_upon(self) -> list[Party]:
        """A and B in "A called on B to engage in dialogue"."""
        verb = grammar.carrier(self.token)
        return self._called_upon(verb) if verb is not None else []

    def _called_upon(self, verb: Token) -> list[Party]:
        """A and B in "A called on B to engage in talks"; B and C in "A urged B and C to resume talks"."""
        asks = verb.head
        if verb.dep_ not in ("xcomp", "advcl", "acl", "ccomp") or not grammar.is_one_of(asks, words.ASKS):
            return []
        rows = [r for r in self.rows if asks.i < r.start < verb.i and r.preposition in ("", "on", "upon")]
        asked = self.of(rows[:1])
        if len({p.side for p in asked}) > 1:
            return asked
        return parties_union(self.subject(verb), self.subject(asks), asked)

    def clause_parties(self) -> list[Party]:
        """Who acts in the clause that the noun only accompanies: "in a call with B, A raised"."""
        verb = grammar.carrier(self.token)
        if verb is None or self.lead() not in CIRCUMSTANCE:
            return []
        return parties_union(self.subject(verb), self._told(verb))

    def _told(self, verb: Token) -> list[Party]:
        """Whom the clause's words reach: "told B", "extended greetings to B", in a call."""
        tells = grammar.is_one_of(verb, words.TELLS) and not (self.lead() == "at" and self.owners())
        told = grammar.bare_right(verb, self.rows) if tells else None
        if told is not None:
            return self.of([told])
        if not grammar.is_one_of(verb, words.CONVEYS):
            return []
        to = grammar.right_rows(verb, self.rows, frozenset({"to"})) or [r for r in self.rows if self._goes_to(verb, r)]
        return self.of(to[:1])

    def _goes_to(self, verb: Token, row: Phrase) -> bool:
        """For "Extended warm birthday greetings to B": the greetings are what is conveyed."""
        gap = self.reading.doc[verb.i + 1 : row.start]
        return row.preposition == "to" and 0 < len(gap) < 8 and not any(t.pos_ == "VERB" for t in gap)


def _is_there(place: Token) -> bool:
    """For "Will be in B for talks": the place is the predicate."""
    children = [(c.dep_, c.lower_) for c in place.children]
    return any(dep == "cop" for dep, _ in children) and any(
        pair in children for pair in (("case", "in"), ("case", "at"))
    )


def _any_leaders(row: Phrase, reading: Reading) -> bool:
    """True for "the virtual leaders' summit": a kind of summit, nobody spoken of before."""
    return row.end - row.start <= 2 and reading.doc[row.start].lower_ in ("leaders", "presidents", "ministers")


def lead_of(token: Token) -> str:
    """The preposition before a noun's own words; "a round of", "a series of" count as part of them."""
    first = noun_words(token)[0]
    before = first.nbor(-1) if first.i > begins(token) else None
    joined = token.dep_ == "conj" and token.head.pos_ == "NOUN" and token.head.i < token.i
    if before is not None and before.lower_ == "and" and joined:
        return lead_of(token.head)
    if before is not None and before.lower_ == "of" and before.i > 0 and before.nbor(-1).lemma_.lower() in words.SERIES:
        return lead_of(before.nbor(-1))
    if before is not None and before.lower_ == "of" and before.i > 0 and before.nbor(-1).lower_ == "ahead":
        return "ahead"
    return before.lower_ if before is not None else ""

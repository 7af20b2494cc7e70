"""The scene: one reading with the people who say "I", and who does what to whom in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from demarche.mentions.quotes_verbs import REPORTING_VERBS, words
from demarche.mentions.reading import Reading
from demarche.model import ActorMention, PlaceMention, Reason, Span
from demarche.reports.common.forms import by_form
from demarche.reports.statements.pronouns import people_meant
from demarche.reports.statements.scope import foreign
from demarche.reports.statements.signers import Signers, find_signers
from demarche.reports.statements.syntax import relative, subject_of
from demarche.reports.statements.voices import Voice, of_mention, unique, voices_at

#: what may stand between a doer and its verb
_BETWEEN = frozenset(
    words(
        """
        also again strongly jointly further then both once has have had firmly publicly repeatedly personally later
        in turn deeply clearly each today yesterday now will would shall may might can could is are was were be been
        being to 'll ’ll 's ’s not n't never still even just only already soon immediately always have therefore only
        """
    )
)
#: words before a name that open a clause rather than make it an object
_OPENERS = frozenset({"as", "like", "after", "before", "since", "while", "with"})
_SIDES_NOUNS = frozenset({"governments", "sides", "countries", "states", "parties", "capitals", "nations", "leaders",
                          "presidents", "ministers", "delegations", "interlocutors"})  # fmt: skip
_FAR = 250  # tokens before a sentence in which the other side of a running story is still known
_REALMS = frozenset({"kingdom", "republic", "government", "state", "presidency", "ministry", "parliament", "emirate"})
BODY_WORDS = frozenset({"department", "departments", "government", "administration", "ministry", "treasury"})
OFFICE_WORDS = BODY_WORDS | frozenset(
    {"president", "minister", "secretary", "premier", "leader", "chancellor", "king", "emir", "ambassador", "congress"}
)
_TELLERS = frozenset({*REPORTING_VERBS, "inform", "signal", "indicate", "believe", "expect", "reckon", "let"})
_TELLING_FORMS = by_form(_TELLERS - {"go", "put", "read", "let", "call", "offer", "agree", "hope"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading, and who "I" and "we" are in it."""

    reading: Reading
    signers: Signers

    @property
    def signed(self) -> bool:
        """True for a text that somebody signed: its day is exact."""
        return bool(self.signers.signed)

    def signed_by(self, voices: Iterable[Voice]) -> bool:
        """True when these are the signer of the text or the state that publishes it."""
        own = {n for v in (*self.signers.signed, *self.signers.state) for n in (v.name, v.side) if n}
        return bool(own & {n for v in voices for n in (v.name, v.side)})

    def doers(self, verb: Token, *, strict: bool = False, state: bool = False) -> tuple[Voice, ...]:
        """Who does what this verb says: the actor right before it, else the subject by the parse.

        `strict` takes no one farther off; `state` reads "is committed" as an adjective.
        """
        leading = self._inverted(verb) or self._leaders(verb)
        if leading and (state or not _passive(verb)):
            return leading
        found = self.named_by(subject_of(verb, state=state))
        return found if found or strict else self._nearest(verb, state=state)

    def _inverted(self, verb: Token) -> tuple[Voice, ...]:
        """ "…, says NAME": the speaker right after a verb of saying that a comma or a dash opens."""
        before = verb.doc[verb.i - 1].text if verb.i else ""
        if before not in (",", "-", "–", "—", "”", '"', "’", "'") or not told(verb) or verb.i + 2 > len(verb.doc):
            return ()
        index = verb.i + 1
        if self.reading.doc[index].lower_ in ("the", "his", "her", "a", "an"):
            index += 1
        mention = self.reading.actor_at(index)
        return tuple(of_mention(self.reading, mention)) if mention is not None else ()

    def _nearest(self, verb: Token, *, state: bool) -> tuple[Voice, ...]:
        """Where the parse names no doer: the last subject before the verb, else the actor that opens the sentence."""
        if (_passive(verb) and not state) or verb.dep_ in ("acl:relcl", "amod"):
            return () if verb.tag_ != "VBG" else self._opening(verb)
        return self._opening(verb)

    def _opening(self, verb: Token) -> tuple[Voice, ...]:
        before = [m for m in self.reading.actors_in(verb.sent.start, verb.i) if not m.span.overlaps(_word(verb))]
        subjects = [m for m in before if self.reading.doc[m.head].dep_.startswith("nsubj") and _free(self.reading, m)]
        first = [m for m in before if _free(self.reading, m)][:1]
        if not before and verb.i - verb.sent.start < 4:
            first = self._broken_off(verb)
        return tuple(of_mention(self.reading, (subjects[-1:] or first)[0])) if subjects or first else ()

    def named_by(self, subject: Token | None) -> tuple[Voice, ...]:
        """The voices of a subject: a name, a pronoun, "who" after a name, "we" of a signed text."""
        if subject is None:
            return ()
        if subject.lower_ in ("i", "we", "my", "our"):
            return self.signers.at(subject.idx)
        if relative(subject):
            clause = subject.head
            subject = clause.head if clause.dep_.startswith("acl") else subject
            if relative(subject):
                return ()
        if subject.lower_ in ("you", "there", "this", "that"):
            return ()
        voices = tuple(v for v in voices_at(self.reading, subject) if v.known)
        return (
            voices or self._meant(subject) or self._placed(subject) or self._office(subject) or self.bare_name(subject)
        )

    def bare_name(self, head: Token) -> tuple[Voice, ...]:
        """A proper name that no mention covers, as it stands."""
        if head.pos_ != "PROPN" or head.lower_ in OFFICE_WORDS:
            return ()
        return tuple(v for v in voices_at(self.reading, head) if v.span is not None)

    def _meant(self, token: Token) -> tuple[Voice, ...]:
        """Whom a pronoun stands for; "it" and "they" by the doers of the clauses before."""
        if token.lower_ == "they":
            return self._pair_before(token) or people_meant(self.reading, token)
        found = people_meant(self.reading, token)
        if token.lower_ in ("he", "she") and found and self._says(token, found[0]):
            found = tuple(of_mention(self.reading, before[-1])) if (before := self._others(token, found)) else ()
        if found or token.lower_ != "it":
            return found
        for before in reversed(token.doc[token.sent.start : token.i]):
            if before.pos_ in ("VERB", "AUX") and (voices := self._leaders(before)):
                return voices
        return ()

    def _says(self, token: Token, voice: Voice) -> bool:
        """True when the same sentence gives the words to this person by name: "he" is then another."""
        return any(m.name == voice.name and not m.pronoun for m in self.reading.actors_in(token.i + 1, token.sent.end))

    def _others(self, token: Token, taken: tuple[Voice, ...]) -> list[ActorMention]:
        names = {v.name for v in taken}
        return [
            m
            for m in self.reading.actors_in(0, token.i)
            if m.kind == "person" and not m.members and m.name not in names and _free(self.reading, m)
        ]

    def _both(self, head: Token) -> tuple[Voice, ...]:
        """ "The two governments", "both sides", "the parties": the two sides that the text is about."""
        left = {t.lower_ for t in head.doc[max(head.left_edge.i, head.i - 3) : head.i]}
        if head.lower_ not in _SIDES_NOUNS or not left & {"the", "both", "two"}:
            return ()
        return self.pair()

    def pair(self) -> tuple[Voice, ...]:
        """The two sides that a text is about: those of its title, else the first two that it names."""
        own = self.reading.publisher_side
        found: dict[str, Voice] = {}
        for mention in (*self.reading.title_actors, *self.reading.actors):
            if mention.side and mention.side not in found:
                titled = mention in self.reading.title_actors
                reason = Reason.TITLE if titled else None
                found[mention.side] = Voice(
                    mention.side, None if titled else mention.span, reason, mention.side, "state"
                )
        if own and own not in found:
            return ()
        return tuple(found.values())[:2] if len(found) >= 2 else ()

    def _pair_before(self, token: Token) -> tuple[Voice, ...]:
        """The two or more who were the subject of one of the last sentences."""
        for sentence in reversed([s for s in self.reading.sentences if s.start < token.i][-3:]):
            for subject in sentence[: token.i - sentence.start]:
                if subject.dep_ == "nsubj" and subject.i < token.i:
                    voices = tuple(v for v in voices_at(self.reading, subject) if v.known)
                    if len(voices) > 1 and not self._named_after(token, voices):
                        return voices
        return ()

    def _named_after(self, token: Token, voices: tuple[Voice, ...]) -> bool:
        """True when the sentence names one of these again: "they" is then someone else."""
        names = {v.name for v in voices}
        return any(m.name in names for m in self.reading.actors_in(token.i + 1, token.sent.end))

    @property
    def official(self) -> tuple[Voice, ...]:
        """Whose words a readout without a speaker gives: the holder of the publishing office, or its state."""
        side, holder = self.reading.publisher_side, self.reading.publisher_holder
        if side is None:
            return ()
        if holder is not None:
            return (Voice(holder, None, Reason.AUTHORITY, side, "person"),)
        return (Voice(side, None, Reason.AUTHORITY, side, "state"),)

    def _office(self, head: Token) -> tuple[Voice, ...]:
        """The one who holds an office that the text names alone: the holder of the publishing office, else the last."""
        word = head.lower_
        if word not in OFFICE_WORDS:
            return ()
        if word in BODY_WORDS:
            side = self.reading.publisher_side
            return (Voice(side, _word(head), None, side, "state"),) if side else ()
        named = [m for m in self.reading.actors if m.kind == "person" and m.start_token < head.i and not m.members]
        fitting = [m for m in named if word in (m.office or "").lower()]
        fitting = [m for m in fitting if m.name == self.reading.publisher_holder] or fitting
        return tuple(of_mention(self.reading, fitting[-1])) if fitting else ()

    def speakers(self, verb: Token) -> tuple[tuple[Voice, ...], Token | None]:
        """Who is said to have said this clause, with the verb of saying: above it, or in brackets beside it."""
        above = verb
        for _ in range(6):
            if above.head == above:
                break
            above = above.head
            if told(above) and (voices := self.doers(above)):
                return voices, above
        for child in above.children:
            if child.dep_ in ("parataxis", "ccomp") and told(child) and child != verb and (v := self.doers(child)):
                return v, child
        return self._according(verb)

    def _according(self, verb: Token) -> tuple[tuple[Voice, ...], Token | None]:
        for token in verb.sent:
            if token.lower_ == "according" and token.i + 2 < len(token.doc):
                for near in token.doc[token.i + 2 : token.i + 8]:
                    mention = self.reading.actor_at(near.i)
                    if mention is not None:
                        return tuple(of_mention(self.reading, mention)), token
        return (), None

    def abroad(self, start: int, end: int, own: Iterable[Voice]) -> tuple[Voice, ...]:
        """The voices in tokens [start, end) that stand for another side than these, in order."""
        sides = {v.side for v in own if v.side}
        names = {v.name for v in own}
        found = [
            voice
            for mention in self._mentions(start, end)
            for voice in self._voices_of(mention)
            if voice.name not in names and (voice.side or voice.name) not in sides
        ]
        return unique(found)

    def _broken_off(self, verb: Token) -> list[ActorMention]:
        """The actor that ends the line before, when the sentence was cut in two: "… Control (OFAC) / has imposed"."""
        before = self._sentence_before(verb.sent.start, 1)
        if before is None or before[-1].text in (".", "!", "?", "”", '"') or "\n" in before[-1].text_with_ws:
            return []
        return list(self.reading.actors_in(before.start, before.end))[-1:]

    def counterpart(self, start: int, end: int, own: tuple[Voice, ...]) -> tuple[Voice, ...]:
        """The other side: in these tokens, in the sentence, in the two sentences before, in the title."""
        doc = self.reading.doc
        sentence = doc[min(start, len(doc) - 1)].sent
        found = self.abroad(start, end, own) or self.abroad(sentence.start, sentence.end, own)
        if found:
            return found
        if self.reading.publisher_side is not None and (found := self.titled(own)):
            return found
        for number in (1, 2):
            earlier = self._sentence_before(sentence.start, number)
            if earlier is not None and (found := self.abroad(earlier.start, earlier.end, own)):
                return found[-1:]
        if self.reading.publisher_side is not None:
            return self.titled(own)
        return self.titled(own) or self.abroad(max(0, sentence.start - _FAR), sentence.start, own)[-1:]

    def _sentence_before(self, start: int, number: int) -> SpacySpan | None:
        before = [s for s in self.reading.sentences if s.end <= start]
        return before[-number] if len(before) >= number else None

    def titled(self, own: tuple[Voice, ...]) -> tuple[Voice, ...]:
        """The first other side that the title names."""
        sides = {v.side for v in own if v.side} | {v.name for v in own}
        for mention in self.reading.title_actors:
            if mention.side and mention.side not in sides:
                return (Voice(mention.side, None, Reason.TITLE, mention.side, "state"),)
        return ()

    def foreign(self, voices: Iterable[Voice], near: Span) -> bool:
        """True when the deed is between states, not within one."""
        return foreign(self.reading, voices, near)

    def _mentions(self, start: int, end: int) -> list[ActorMention | PlaceMention]:
        inside: list[ActorMention | PlaceMention] = list(self.reading.actors_in(start, end))
        taken = [m.span for m in inside]
        inside += [
            p
            for p in self.reading.places
            if p.state and start <= p.head < end and not any(p.span.overlaps(s) for s in taken)
        ]
        return sorted(inside, key=lambda m: m.span)

    def _voices_of(self, mention: ActorMention | PlaceMention) -> Iterator[Voice]:
        if isinstance(mention, ActorMention):
            yield from of_mention(self.reading, mention)
        elif mention.state:
            yield Voice(mention.state, mention.span, None, mention.state, "state")

    def _placed(self, token: Token) -> tuple[Voice, ...]:
        """A capital that stands for its state: "Oslo will close …"."""
        place = next((p for p in self.reading.places if p.head == token.i and p.state), None)
        return tuple(self._voices_of(place)) if place is not None else ()

    def _leaders(self, verb: Token) -> tuple[Voice, ...]:
        index = verb.i - 1
        while index > verb.sent.start and self.reading.doc[index].lower_ in _BETWEEN:
            index -= 1
        mention = self.reading.actor_at(index)
        if mention is None:
            return self._placed(self.reading.doc[index])
        if mention.end_token != index + 1:
            return ()
        chain = list(_chain(self.reading, mention))
        before = self.reading.doc[chain[0].start_token - 1] if chain[0].start_token > verb.sent.start else None
        titled = chain[0].start_token > 1 and self.reading.doc[chain[0].start_token - 2].lower_ in _REALMS
        if before is not None and before.pos_ == "ADP" and before.lower_ not in _OPENERS and not titled:
            return ()
        return unique(v for m in chain for v in of_mention(self.reading, m))


def _chain(reading: Reading, last: ActorMention) -> list[ActorMention]:
    """The mention with those that "and" or commas join to it on the left: "France, Germany and Poland"."""
    chain = [last]
    joined = False
    while chain[0].start_token > 1:
        index = chain[0].start_token - 1
        word = reading.doc[index].lower_
        if word not in ("and", ",", "the") or (word == "," and not joined):
            break
        joined = joined or word == "and"
        while index > 0 and reading.doc[index].lower_ in ("and", ",", "the"):
            index -= 1
        before = reading.actor_at(index)
        if not joined or before is None or before.end_token != index + 1:
            break
        chain.insert(0, before)
    return chain


def _free(reading: Reading, mention: ActorMention) -> bool:
    """False for a possessor, the object of a preposition, or a name inside another's title."""
    before = reading.doc[mention.start_token - 1] if mention.start_token else None
    if before is not None and before.lower_ in ("the", "its", "their") and mention.start_token > 1:
        before = reading.doc[mention.start_token - 2]
    after = reading.doc[mention.end_token] if mention.end_token < len(reading.doc) else None
    led = before is not None and before.pos_ == "ADP" and before.lower_ not in _OPENERS
    return not led and (after is None or after.lower_ not in ("'s", "’s", "'", "’"))


def _word(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def told(token: Token) -> bool:
    """True for a form of a verb of saying or thinking that stands as a verb."""
    return token.lower_ in _TELLING_FORMS and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN") and token.dep_ != "amod"


def _passive(verb: Token) -> bool:
    """True when what stands before suffers the deed: "was sanctioned", "threatened by"."""
    if any(c.dep_ == "aux:pass" for c in verb.children):
        return True
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return after is not None and after.lower_ == "by"


def scene_of(reading: Reading) -> Scene:
    """The scene of one reading."""
    return Scene(reading, find_signers(reading))

"""The scene: one reading with the people who say "I", and who does what to whom in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.mentions.reading import Reading
from demarche.model import Reason, Span
from demarche.reports.common import naming, others
from demarche.reports.common.leading import by_agent, inverted, leaders, nearest, passive, told
from demarche.reports.statements.scope import foreign
from demarche.reports.statements.signers import Signers, find_signers
from demarche.reports.statements.syntax import relative, subject_of
from demarche.reports.statements.voices import SPEAKERS, Voice, of_mention

__all__ = ["Scene", "scene_of", "told"]

_CLIMB = 6  # clauses above a verb in which someone may be said to have said it


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading, and who "I" and "we" are in it."""

    reading: Reading
    signers: Signers

    @property
    def signed(self) -> bool:
        """True for a text that somebody signed: its day is exact."""
        return bool(self.signers.signed)

    @property
    def official(self) -> tuple[Voice, ...]:
        """Whose words a readout without a speaker gives: the holder of the publishing office, or its state."""
        side, holder = self.reading.publisher_side, self.reading.publisher_holder
        if side is None:
            return ()
        return (Voice(holder or side, None, Reason.AUTHORITY, side, "person" if holder else "state"),)

    def signed_by(self, voices: Iterable[Voice]) -> bool:
        """True when these are the signer of the text or the state that publishes it."""
        own = {n for v in (*self.signers.signed, *self.signers.state) for n in (v.name, v.side) if n}
        return bool(own & {n for v in voices for n in (v.name, v.side)})

    def doers(self, verb: Token, *, strict: bool = False, state: bool = False) -> tuple[Voice, ...]:
        """Who does what this verb says: the actor right before it, else the subject by the parse.

        `strict` takes no one farther off; `state` reads "is committed" as an adjective.
        """
        leading = inverted(self.reading, verb) or leaders(self.reading, verb)
        if leading and (state or not passive(verb)):
            return leading
        subject = subject_of(verb, state=state)
        found = self.named_by(subject) or self._misread(verb) or by_agent(self.reading, verb)
        if not found and verb.i and relative(verb.doc[verb.i - 1]):
            return ()
        if found or strict or _unknown(subject):
            return found
        return nearest(self.reading, verb, state=state)

    def led(self, verb: Token) -> bool:
        """True when an actor stands right before a form that can only be its verb: "the EU imposed sanctions"."""
        return bool(leaders(self.reading, verb)) and not passive(verb)

    def named_by(self, subject: Token | None) -> tuple[Voice, ...]:
        """The voices of a subject: a name, a pronoun, "who" after a name, "we" of a signed text."""
        if subject is None or subject.lower_ in ("you", "there", "this"):
            return ()
        if subject.lower_ in ("i", "we", "my", "our"):
            return self.signers.at(subject.idx)
        if relative(subject):
            clause = subject.head
            if not clause.dep_.startswith("acl") or relative(clause.head):
                return ()
            subject = clause.head
        return naming.named(self.reading, subject) or self._owner(subject)

    def bare_name(self, head: Token) -> tuple[Voice, ...]:
        """A proper name that no mention covers, as it stands."""
        return naming.bare_name(self.reading, head)

    def speakers(self, verb: Token) -> tuple[tuple[Voice, ...], Token | None]:
        """Who is said to have said this clause, with the verb of saying: above it, or in brackets beside it."""
        above = verb
        for _ in range(_CLIMB):
            if above.head == above:
                break
            above = above.head
            if told(above) and (voices := self.doers(above)):
                return voices, above
        for child in above.children:
            if child.dep_ in ("parataxis", "ccomp") and told(child) and child != verb and (v := self.doers(child)):
                return v, child
        return self._according(verb)

    def abroad(self, start: int, end: int, own: Iterable[Voice]) -> tuple[Voice, ...]:
        """The voices in tokens [start, end) that stand for another side than these, in order."""
        return others.abroad(self.reading, start, end, own)

    def counterpart(self, start: int, end: int, own: tuple[Voice, ...], *, close: bool = False) -> tuple[Voice, ...]:
        """The other side: in these tokens, in the sentence, in the title; if not `close`, in what stands before too."""
        return others.counterpart(self.reading, start, end, own, close=close)

    def pair(self) -> tuple[Voice, ...]:
        """The two sides that a text is about."""
        return others.pair(self.reading)

    def foreign(self, voices: Iterable[Voice], near: Span) -> bool:
        """True when the deed is between states, not within one."""
        return foreign(self.reading, voices, near)

    def _misread(self, verb: Token) -> tuple[Voice, ...]:
        """The subject of a main verb that the parse took for a participle: "the ministers called on …"."""
        head = verb.head
        if verb.dep_ != "acl" or head.dep_ != "ROOT" or head.i != verb.i - 1 or verb.lower_.endswith("ing"):
            return ()
        return self.named_by(head)

    def _owner(self, token: Token) -> tuple[Voice, ...]:
        """Whose: "its", "his", "their" before a noun that the doer of the clause owns."""
        if token.lower_ not in ("its", "his", "her", "their"):
            return ()
        above = token.head
        while above.head != above and above.pos_ not in ("VERB", "AUX"):
            above = above.head
        return self.doers(above) if above.pos_ in ("VERB", "AUX") and above.i < token.i else ()

    def _according(self, verb: Token) -> tuple[tuple[Voice, ...], Token | None]:
        for token in verb.sent:
            if token.lower_ == "according" and token.i + 2 < len(token.doc):
                for near in token.doc[token.i + 2 : token.i + 8]:
                    mention = self.reading.actor_at(near.i)
                    if mention is not None:
                        return tuple(of_mention(self.reading, mention)), token
        return (), None


#: people for whom no state speaks: a demand of theirs is nobody's diplomacy
_PRIVATE = frozenset(
    words(
        """
        people protesters demonstrators residents inmates activists workers students villagers men women man woman
        gunmen gunman families family victims crowd crowds protests rally marchers relatives tribesmen kidnappers
        """
    )
)


def _unknown(subject: Token | None) -> bool:
    """True for a speaker without a name whom nothing identifies: "a spokesman said", "the minister said"."""
    if subject is not None and subject.lower_ in _PRIVATE and subject.pos_ == "NOUN":
        return True
    if subject is None or subject.lower_ not in SPEAKERS or subject.pos_ != "NOUN":
        return False
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "one", "the") for c in subject.children)


def scene_of(reading: Reading) -> Scene:
    """The scene of one reading."""
    return Scene(reading, find_signers(reading))

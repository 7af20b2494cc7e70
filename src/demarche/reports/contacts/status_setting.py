"""One cue where it stands, as the status rules see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import When
from demarche.reports.contacts import clauses, reach


@dataclass(frozen=True, slots=True)
class Setting:
    """One cue where it stands: the word, its governors (child, governor) inner first, and the day found for it."""

    reading: Reading
    token: Token
    steps: tuple[tuple[Token, Token], ...]
    day: When | None

    @property
    def predicate(self) -> Token:
        """The predicate of the cue's own clause."""
        return clauses.predicate(self.token)

    def future(self) -> bool:
        """True when the day named lies wholly after publication."""
        published = self.reading.document.date
        return bool(published and self.day and self.day.earliest and self.day.earliest > published)

    def past(self) -> bool:
        """True when the day named lies wholly before publication."""
        published = self.reading.document.date
        return bool(published and self.day and self.day.latest and self.day.latest < published)


Rule = Callable[[Setting], str | None]


def modifiers(token: Token) -> list[Token]:
    """Adjectives and participles on a noun, with their conjuncts: "talks planned and then shelved"."""
    first = [c for c in token.children if c.dep_ in ("amod", "acl", "acl:relcl", "appos", "compound")]
    return [m for c in first for m in (c, *c.conjuncts)]


def invited_to(token: Token) -> bool:
    """True for "a visit to which he was invited"."""
    return any(m.lemma_.lower() == "invite" for m in modifiers(token))


def asserted_past(s: Setting) -> bool:
    """True when the clause says that the contact happened: "the next meeting took place in May"."""
    return reach.asserted(s.token) == "past" and not s.future()

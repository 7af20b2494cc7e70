"""The scene: what the resolution of one text needs, and the mentions it has made so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from demarche.actors import Authority, Person
from demarche.mentions.actors.atoms import Scan
from demarche.mentions.actors.people import People
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.publisher import Publisher
from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.tokens import Tokens
from demarche.model import ActorKind, ActorMention, Span

_ARTICLED = (
    "United ", "European ", "African ", "Netherlands", "Philippines", "Soviet ", "Democratic ", "Arab League",
    "Republic of",
    "Holy See", "Bahamas", "Gambia", "Maldives", "Taliban", "Kremlin", "White House", "Collective ", "Organization",
    "Organisation", "Association", "League", "Commonwealth", "International ", "World ", "Gulf ", "Eurasian ",
    "Central African", "Council", "G7", "G20", "G8",
)  # fmt: skip
_RECENT = 60
_ARGUMENTS = ("nsubj", "obj", "obl", "iobj", "nmod", "conj", "appos", "root", "ROOT", "csubj", "vocative", "parataxis")


@dataclass(slots=True)
class Scene:
    """Everything the resolution of one text needs, and the mentions made so far."""

    found: Scan
    people: People
    authority: Authority
    day: date | None
    publisher: Publisher
    mentions: list[ActorMention] = field(default_factory=list)
    speaker: Known | None = None  # whom "I" means here
    placed: set[int] = field(default_factory=set)  # first tokens of phrases whose words name a state
    in_turn: bool = False  # the speaker was named by a turn of a transcript
    historical: bool = False  # the text tells of years long before its day
    unlike_facts: bool = False  # the text names heads whom the facts do not know

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text."""
        return self.found.tokens

    def mention(
        self, start: int, end: int, name: str, kind: ActorKind, side: str | None, rule: str,
        *, words: tuple[int, int] | None = None, actor_id: str | None = None, office: str | None = None,
        members: tuple[str, ...] = (), pronoun: bool = False,
    ) -> ActorMention:  # fmt: skip
        """A mention of tokens [start, end); `words` is the narrower stretch that names it."""
        first, last = words or (start, end)
        span = Span(self.tokens.start[first], self.tokens.end(last - 1))
        head = head_of(self.tokens, start, end, first, last)
        return ActorMention(span, name, kind, side, rule, head, start, end, actor_id, office, members, pronoun)

    def side_ids(self, phrase: Phrase) -> list[str]:
        """The ids of the states and bodies that the words of a phrase name."""
        return list(dict.fromkeys(self.authority.side_id(a.value) for a in phrase.places))

    def known_as(self, person: Person, side: str | None, offices: Sequence[str], at: int) -> Known:
        """The entry of a person whom the authority facts name; entered now if the text had not named it."""
        known = self.people.of_person(person.id)
        if known is None:
            held = {*offices} | self.authority.offices_on(person.id, self.day)
            known = Known(person.name, (), person, person.gender, side, held, at)
            self.people.enter(known)
        return known

    def entry(self, name: str) -> Known | None:
        """The person of this name in the registry of the text."""
        return self.people.entry(name)

    @property
    def recent(self) -> list[ActorMention]:
        """The last mentions: far enough back for any pronoun, not so far that long texts become slow."""
        return self.mentions[-_RECENT:]

    @property
    def horizon(self) -> list[ActorMention]:
        """The first and the last mentions: where the people are whom "the two leaders" can mean."""
        if len(self.mentions) <= 3 * _RECENT:
            return self.mentions
        return [*self.mentions[:_RECENT], *self.mentions[-_RECENT:]]

    def sentence(self, mention: ActorMention) -> int:
        """The number of the sentence that holds a mention."""
        return self.tokens.sent[mention.head]


def head_of(tokens: Tokens, start: int, end: int, first: int, last: int) -> int:
    """The token of the phrase that the rest of the sentence hangs on."""
    if not tokens.annotated:
        return first
    outside = [i for i in range(start, end) if not start <= tokens.head[i] < end or tokens.head[i] == i]
    strong = sorted((i for i in outside if tokens.dep[i].startswith(_ARGUMENTS)), key=lambda i: _rank(tokens.dep[i]))
    for choice in (strong, [i for i in outside if tokens.dep[i] not in {"punct", "case", "cc", "det", "mark"}]):
        inside = [i for i in choice if first <= i < last]
        if inside or choice:
            return (inside or choice)[0]
    return last - 1


def _rank(dep: str) -> int:
    """Arguments of verbs before everything else."""
    return 0 if dep.startswith(("nsubj", "obj", "obl", "iobj")) else 1


def of(name: str) -> str:
    """``of Ukraine``, ``of the United States``."""
    return f"of the {name}" if name.startswith(_ARTICLED) else f"of {name}"

"""Signers: who says "I" and "we" outside quotation marks, in signed texts and in transcripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Reason
from demarche.reports.statements.voices import Voice, of_mention, unique

_SIGNED_TITLE = (
    r"\b(?:statement|remarks?|message|letter|speech|address|comments?|greetings?|article|op-ed|testimony|toast|proclamation)"
    r"\b.{0,40}?\b(?:by|from|of)\b"
)


@dataclass(frozen=True, slots=True)
class Signers:
    """The speakers of a first-person text: turns of a transcript, else the one who signed."""

    turns: tuple[tuple[int, tuple[Voice, ...]], ...]
    signed: tuple[Voice, ...]

    def at(self, offset: int) -> tuple[Voice, ...]:
        """Who says "I" at this place."""
        speaking = [voices for start, voices in self.turns if start <= offset]
        return speaking[-1] if speaking else self.signed


def find_signers(reading: Reading) -> Signers:
    """Find the turns and the signer of one text."""
    return Signers(_turns(reading), _signer(reading))


def _turns(reading: Reading) -> tuple[tuple[int, tuple[Voice, ...]], ...]:
    """Labels such as "President of X NAME:" before a stretch that is not in quotation marks."""
    found: list[tuple[int, tuple[Voice, ...]]] = []
    for match in _label().finditer(reading.document.text):
        named = [m for m in reading.actors if match.start() <= m.span.start < match.end() and m.kind == "person"]
        if named:
            found.append((match.end(), tuple(of_mention(reading, named[-1]))))
    return tuple(found)


@cache
def _label() -> re.Pattern[str]:
    word = r"(?:[A-Z][\w’'.-]*|of|the|and|for|de|la|al|bin|-)"
    return re.compile(rf"(?:(?<=[.!?>*)\n])\s*|\A)(?:{word}[ ]){{0,16}}{word}(?:\s*\([^)\n]*\))?:\s+(?=[A-Z<])")


def _signer(reading: Reading) -> tuple[Voice, ...]:
    """The one whom "I" stands for by a mention, by the title ("Statement by …"), or by the signature."""
    spoken = [
        m for m in reading.actors if m.pronoun and m.span.of(reading.document.text).lower() in ("i", "we", "our", "my")
    ]
    if spoken:
        return unique(of_mention(reading, spoken[0]))
    title = re.search(_SIGNED_TITLE, reading.document.title, re.IGNORECASE)
    if title:
        named = [m for m in reading.title_actors if m.span.start >= title.end()]
        if named:
            return (_from_title(named[0]),)
    return _signature(reading)


def _from_title(mention: ActorMention) -> Voice:
    return Voice(mention.name, None, Reason.TITLE, mention.side, mention.kind)


def _signature(reading: Reading) -> tuple[Voice, ...]:
    """A person named alone at the very end: "Sincerely, NAME"."""
    end = len(reading.document.text.rstrip())
    last = [m for m in reading.actors if m.kind == "person" and end - m.span.end < 3 and not m.pronoun]
    return unique(of_mention(reading, last[-1])) if last else ()

"""Signers: who says "I" and "we" outside quotation marks, in signed texts and in transcripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Reason
from demarche.reports.statements.voices import Voice, of_mention, unique

_HEADS = re.compile(r"\b(?:President|Prime Minister|Chancellor|King|Queen|Emir|Premier)\b")


@dataclass(frozen=True, slots=True)
class Signers:
    """The speakers of a first-person text: turns of a transcript, else the one who signed."""

    turns: tuple[tuple[int, tuple[Voice, ...]], ...]
    signed: tuple[Voice, ...]
    head: bool  # a head of state or government signed
    state: tuple[Voice, ...]  # an unsigned statement of a state or body: "we" is that state

    def at(self, offset: int) -> tuple[Voice, ...]:
        """Who says "I" at this place."""
        speaking = [voices for start, voices in self.turns if start <= offset]
        return speaking[-1] if speaking else self.signed or self.state

    def instead_of(self, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        """The head of a state who signed, where the text speaks in the name of that state."""
        if self.head and len(voices) == 1 and voices[0].kind == "state" and voices[0].side == self.signed[0].side:
            return self.signed
        return voices


def find_signers(reading: Reading) -> Signers:
    """Find the turns and the signer of one text."""
    signed = _signer(reading)
    head = bool(signed and _HEADS.search(reading.document.title))
    return Signers(_turns(reading), signed, head, _state(reading))


def _turns(reading: Reading) -> tuple[tuple[int, tuple[Voice, ...]], ...]:
    """Labels such as "President of X NAME:" before a stretch that is not in quotation marks."""
    found: list[tuple[int, tuple[Voice, ...]]] = []
    for mention in reading.actors:
        if mention.kind != "person" or mention.members:
            continue
        match = _colon().match(reading.document.text, reading.span(mention.start_token, mention.end_token).end)
        if match:
            found.append((match.end(), tuple(of_mention(reading, mention))))
    return tuple(found)


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(r"\s*(?:\([^)\n]{1,30}\)\s*)?:\s+(?=[A-Z<])")


def _signer(reading: Reading) -> tuple[Voice, ...]:
    """The one whom "I" stands for by a mention, by the title ("Statement by …"), or by the signature."""
    text = reading.document.text
    spoken = [m for m in reading.actors if m.pronoun and m.span.of(text).lower() in ("i", "my")]
    if spoken:
        return unique(of_mention(reading, spoken[0]))
    title = _signed_title().search(reading.document.title)
    if title:
        named = [m for m in reading.title_actors if m.span.start >= title.end() - 1 and m.kind == "person"]
        if named:
            return (_from_title(named[0]),)
    return _signature(reading) or _holder(reading)


@cache
def _signed_title() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:statements?|remarks?|message|letter|speech|address|comments?|greetings?|article|op-ed|testimony|toast"
        r"|proclamation)\b.{0,40}?\b(?:by|from|of)\b",
        re.IGNORECASE,
    )


def _from_title(mention: ActorMention) -> Voice:
    return Voice(mention.name, None, Reason.TITLE, mention.side, mention.kind)


def _signature(reading: Reading) -> tuple[Voice, ...]:
    """A person named alone at the very end: "Sincerely, NAME"."""
    end = len(reading.document.text.rstrip())
    last = [m for m in reading.actors if m.kind == "person" and end - m.span.end < 3 and not m.pronoun]
    alone = last and "\n" in reading.document.text[max(last[-1].span.start - 30, 0) : last[-1].span.start]
    return unique(of_mention(reading, last[-1])) if alone else ()


def _holder(reading: Reading) -> tuple[Voice, ...]:
    """Whoever held the publishing office, in a text of that office that says "I"."""
    if reading.publisher_holder is None:
        return ()
    if not any(t.text == "I" and not reading.quoted(t.idx) for t in reading.words_in(("i",))):
        return ()
    return (Voice(reading.publisher_holder, None, Reason.SPEAKER, reading.publisher_side, "person"),)


def _state(reading: Reading) -> tuple[Voice, ...]:
    """The state or body that is the doer of an unsigned statement's sentences: "The United States condemns …"."""
    doers = [
        m
        for m in reading.actors
        if m.kind in ("state", "institution")
        and reading.doc[m.head].dep_.startswith("nsubj")
        and not reading.quoted(m.span.start)
    ]
    own = [m for m in doers if m.side == reading.publisher_side] if reading.publisher_side else doers
    if own:
        return tuple(of_mention(reading, own[0]))
    if reading.publisher_side is None:
        return ()
    return (Voice(reading.publisher_side, None, Reason.SPEAKER, reading.publisher_side, "state"),)

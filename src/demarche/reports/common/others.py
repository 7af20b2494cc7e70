"""The other side: whoever in a stretch of text, before it or in the title stands for another state or body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, PlaceMention, Reason
from demarche.reports.common.asides import aside
from demarche.reports.common.leading import sentence_before
from demarche.reports.statements.demonyms import demonyms_in
from demarche.reports.statements.voices import Voice, of_mention, unique

_HALVES = {"North": "North Korea", "South": "South Korea"}
_FAR = 250  # tokens before a sentence in which the other side of a running story is still known


def abroad(reading: Reading, start: int, end: int, own: Iterable[Voice]) -> tuple[Voice, ...]:
    """The voices in tokens [start, end) that stand for another side than these, in order."""
    own = tuple(own)
    sides, names = {v.side for v in own if v.side}, {v.name for v in own}
    there = [m for m in _mentions(reading, start, end) if not aside(reading.doc, _first(m), _after(m))]
    voices = [voice for mention in there for voice in _voices_of(reading, mention)]
    found = [v for v in voices if v.name not in names and (v.side or v.name) not in sides]
    if reading.publisher_side is not None:  # official texts name foreigners with their states
        found = [v for v in found if v.side]
    if not found:
        adjectives = [*demonyms_in(reading.doc, start, end), *_country(reading, start, end)]
        found = [v for v in (*adjectives, *_half(reading, start, end)) if v.side not in sides and v.name not in names]
    return unique(found)


def _country(reading: Reading, start: int, end: int) -> Iterator[Voice]:
    """The state that "the country's government" means: the one named last before it."""
    for token in reading.doc[max(start, 1) : end]:
        after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        if token.lower_ != "country" or token.doc[token.i - 1].lower_ != "the" or after not in ("'s", "’s"):
            continue
        named = [p for p in reading.places if p.state and p.head < token.i]
        if named and named[-1].state:
            yield Voice(named[-1].state, reading.span(token.i, token.i + 1), None, named[-1].state, "state")
        return


def _half(reading: Reading, start: int, end: int) -> Iterator[Voice]:
    """ "The North", "the South" of a text that names the two Koreas."""
    for token in reading.doc[start:end]:
        state = _HALVES.get(token.text)
        after = reading.doc[token.i + 1] if token.i + 1 < len(reading.doc) else token
        if state is None or not token.i or reading.doc[token.i - 1].lower_ != "the" or after.text[:1].isupper():
            continue
        if any(m.side == state for m in (*reading.actors, *reading.title_actors)):
            yield Voice(state, reading.span(token.i, token.i + 1), None, state, "state")


def counterpart(
    reading: Reading, start: int, end: int, own: tuple[Voice, ...], *, close: bool = False
) -> tuple[Voice, ...]:
    """The other side: in these tokens, in the sentence, in the title; if not `close`, in what stands before too."""
    sentence = reading.doc[min(start, len(reading.doc) - 1)].sent
    meanwhile = next((t.i for t in reading.doc[start : sentence.end] if t.lower_ in ("while", "whereas")), sentence.end)
    found = abroad(reading, start, end, own) or abroad(reading, sentence.start, max(meanwhile, start), own)
    if found:
        return found
    if (close or reading.publisher_side is not None) and (found := titled(reading, own)):
        return found
    if close:
        return ()
    for number in (1, 2):
        earlier = sentence_before(reading, sentence.start, number)
        if earlier is not None and (found := abroad(reading, earlier.start, earlier.end, own)):
            return found[-1:]
    if reading.publisher_side is not None:
        return ()
    return titled(reading, own) or abroad(reading, max(0, sentence.start - _FAR), sentence.start, own)[-1:]


def titled(reading: Reading, own: Iterable[Voice]) -> tuple[Voice, ...]:
    """The first other side that the title names."""
    taken = {n for v in own for n in (v.side, v.name)}
    for mention in reading.title_actors:
        if mention.side and mention.side not in taken:
            return (Voice(mention.side, None, Reason.TITLE, mention.side, "state"),)
    return ()


def pair(reading: Reading) -> tuple[Voice, ...]:
    """The two sides that a text is about: those of its title, else the first two that it names."""
    found: dict[str, Voice] = {}
    for mention in reading.title_actors:
        if mention.side:
            found.setdefault(mention.side, Voice(mention.side, None, Reason.TITLE, mention.side, "state"))
    for mention in reading.actors:
        if mention.side:
            found.setdefault(mention.side, Voice(mention.side, mention.span, None, mention.side, "state"))
    own = reading.publisher_side
    if (own and own not in found) or len(found) < 2:
        return ()
    return tuple(found.values())[:2]


def _first(mention: ActorMention | PlaceMention) -> int:
    return mention.start_token if isinstance(mention, ActorMention) else mention.head


def _after(mention: ActorMention | PlaceMention) -> int:
    return mention.end_token if isinstance(mention, ActorMention) else mention.head + 1


def _mentions(reading: Reading, start: int, end: int) -> list[ActorMention | PlaceMention]:
    actors = list(reading.actors_in(start, end))
    places = [
        p
        for p in reading.places
        if p.state
        and start <= p.head < end
        and not _renamed(reading.document.text, p.span.start)
        and not any(p.span.overlaps(m.span) and m.side in (p.state, None) for m in actors)
    ]
    return sorted([*actors, *places], key=lambda m: m.span)


def _renamed(text: str, start: int) -> bool:
    """True for a name that is part of a longer one: "New South Wales", "New Mexico"."""
    return text[max(start - 10, 0) : start].rstrip().endswith(("New", "New South"))


def _voices_of(reading: Reading, mention: ActorMention | PlaceMention) -> Iterator[Voice]:
    """The voices of a mention; the state itself for people without a name ("the Libyan ambassador")."""
    if isinstance(mention, ActorMention):
        if mention.side is not None and mention.name[:1].islower():
            yield Voice(mention.side, mention.span, None, mention.side, "state")
        else:
            yield from of_mention(reading, mention)
    elif mention.state:
        yield Voice(mention.state, mention.span, None, mention.state, "state")

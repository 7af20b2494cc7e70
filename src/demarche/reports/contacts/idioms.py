"""Turns of phrase that tell of a contact: "shook hands with", "had B on the line", "is expected in Hanoi"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts.draft import Cue
from demarche.reports.contacts.windows import ends

_REACH = 16


@dataclass(frozen=True, slots=True)
class Idiom:
    """The forms of a word, what must follow it, and the contact that the two tell of together.

    `placed` idioms count only when a place follows the words at once: "heads to Jakarta", not "heads to victory".
    """

    forms: frozenset[str]
    after: re.Pattern[str]
    type: str
    sense: str
    placed: bool = False


def _row(forms: str, after: str, kind: str, sense: str, *, placed: bool = False) -> Idiom:
    return Idiom(frozenset(forms.split()), re.compile(after), kind, sense, placed)


_OBJECT = r"(?:[^.;:]{2,90}?) "

IDIOMS: tuple[Idiom, ...] = (
    _row("shake shakes shook", r"(?:\w+ )?hands\b", "meeting", "met-as-said"),
    _row("put puts", r"their heads together\b", "meeting", "met-as-said"),
    _row("come comes came sit sits sat stand stands stood", r"face[ -]to[ -]face\b", "meeting", "met-as-said"),
    _row("cross crosses crossed", r"paths with\b", "meeting", "met-as-said"),
    _row("see sees saw seen seeing", r"(?:each other|one another)\b", "meeting", "met-as-said"),
    _row("exchange exchanges exchanged", r"(?:\w+ ){0,2}(?:words|pleasantries|greetings in person)\b", "meeting", "met-as-said"),
    _row(
        "have has had share shares shared take takes took drink drinks drank",
        r"(?:a |an |\w+ cups? of |their )?(?:\w+ )?(?:coffee|tea|drink|drinks|beer|dinner|lunch|breakfast|supper|meal)\b(?! party)",
        "meeting",
        "met-as-said",
    ),
    _row("sit sits sat", r"(?:down )?(?:across (?:the table )?|opposite )", "meeting", "sat-across"),
    _row(
        "cross crosses crossed drive drives drove driven slip slips slipped hurry hurries hurried rush rushes rushed sail "
        "sails sailed dash dashes dashed",
        r"(?:over |back |across |on )?(?:to|into) ",
        "visit",
        "travel-on",
        placed=True,
    ),
    _row("is are was were", r"(?:now |already )?on (?:his|her|its|their) way to ", "visit", "travel-on", placed=True),
    _row("run runs ran bump bumps bumped", r"into (?!(?:trouble|difficult|problem|resist|oppos))", "meeting", "met-as-said"),
    _row("have has had get gets got", _OBJECT + r"on the (?:line|phone|telephone|blower)\b", "call", "had-on-line"),
    _row("reach reaches reached raise raises raised", _OBJECT + r"(?:by|on the|over the) (?:tele)?phone\b", "call", "had-on-line"),
    _row("return returns returned returning", r"(?:on \w+ )?(?:home )?(?:on \w+ )?from ", "visit", "travel-on", placed=True),
    _row("grant grants granted give gives gave", _OBJECT + r"an audience\b", "meeting", "gave-audience"),
    _row("head heads headed heading", r"(?:on |straight |home )?(?:to|for) ", "visit", "travel-on", placed=True),
    _row("stop stops stopped stopping", r"(?:over |off |briefly )?(?:in|at) ", "visit", "travel-on", placed=True),
    _row("touch touches touched", r"down (?:in|at) ", "visit", "travel-on", placed=True),
    _row("expected awaited", r"(?:back )?(?:in|at) ", "visit", "travel-on", placed=True),
    _row("make makes made making", r"(?:his|her|its|their) way to ", "visit", "travel-on", placed=True),
    _row("set sets setting", r"(?:off|out) (?:for|to) ", "visit", "travel-on", placed=True),
    _row("leave leaves left leaving depart departs departed", r"(?:\w+ )?(?:on \w+ )?for ", "visit", "travel-on", placed=True),
)  # fmt: skip


def idiom_forms() -> frozenset[str]:
    """The words that a turn of phrase can start with."""
    return frozenset().union(*(idiom.forms for idiom in IDIOMS))


def idiom_at(reading: Reading, token: Token) -> Cue | None:
    """The cue of a turn of phrase that starts at a word; None for other words."""
    found = next((i for i in IDIOMS if token.lower_ in i.forms and _follows(reading, token, i)), None)
    return Cue(token.i, found.type, found.sense) if found is not None else None


def _follows(reading: Reading, token: Token, idiom: Idiom) -> bool:
    after = token.doc[token.i + 1 : min(ends(token), token.i + _REACH)]
    found = idiom.after.match(after.text_with_ws) if len(after) else None
    if found is None or token.pos_ in ("PROPN", "ADJ", "DET"):
        return False
    return not idiom.placed or _a_place_at(reading, after.start_char + found.end())


def _a_place_at(reading: Reading, offset: int) -> bool:
    """True when a city, or a state, starts here: "the Omani capital" too."""
    near = range(offset, offset + 5)
    states = (m for m in reading.actors if m.kind == "state")
    return any(p.span.start in near for p in reading.places) or any(m.span.start in near for m in states)

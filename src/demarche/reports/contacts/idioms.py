"""Turns of phrase that tell of a contact: "shook hands with", "had B on the line", "is expected in Hanoi"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts.draft import Cue
from demarche.reports.contacts.vocabulary import bag
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


def _met(forms: str, after: str, sense: str = "met-as-said") -> Idiom:
    return Idiom(frozenset(forms.split()), re.compile(after), "meeting", sense)


def _phoned(forms: str, after: str) -> Idiom:
    return Idiom(frozenset(forms.split()), re.compile(after), "call", "had-on-line")


def _went(forms: str, after: str, sense: str = "travel-on") -> Idiom:
    return Idiom(frozenset(forms.split()), re.compile(after), "visit", sense, placed=True)


_OBJECT = r"(?:[^.;:]{2,90}?) "
_CAPITAL = re.compile(r"(?:the )?[A-Z]\w+(?: [A-Z]\w+)? capital\b")
_FOR_LONG = r"for (?:[\w-]+ ){1,4}(?:hours?|minutes?)\b"
_SHARED = r"(?:coffee|tea|drinks?|beer|dinner|lunch|breakfast|supper|meal)\b"

IDIOMS: tuple[Idiom, ...] = (
    _met("shake shakes shook shaking", r"(?:\w+ )?hands\b"),
    _met("come comes came coming", r"together (?:in|at|on|for) "),
    _met("get gets got getting", r"together (?:with|in|at|on|for)\b"),
    _met("face faces faced facing", r"(?:each other|one another) across\b"),
    _met("sit sits sat", r"(?:down )?(?:round|around) (?:a|one|the) (?:\w+ )?table\b"),
    _met("go goes went gone take takes took", r"(?:for )?a (?:\w+ )?(?:walk|stroll) with\b"),
    _met("play plays played playing", r"(?:a round of )?(?:golf|chess|tennis|hockey) with\b"),
    _met("pose poses posed posing", r"for (?:\w+ )?(?:photographs|photos|pictures|the cameras)\b"),
    _met("stand stands stood standing", r"(?:side by side|shoulder to shoulder) (?:in|at|on) "),
    _met("seen", r"together (?:in|at|on)\b"),
    _met("share shares shared", r"an? (?:\w+ )?(?:table|stage|car)\b"),
    _met("have has had got", r"(?:only |just |barely )?(?:an|half an|\w+|\w+-\w+) (?:minutes|hours?) with\b"),
    _met("stand standing sat sitting seated", r"(?:next to|beside|alongside) ", "stood-by"),
    _met("speaking spoke appearing appeared", r"(?:next to|beside|alongside) ", "stood-by"),
    _met("find finds found make makes made", r"time for\b", "made-time"),
    Idiom(
        bag("send sends sent sending dispatch dispatches dispatched"),
        re.compile(r"(?!(?:a|the|his|her|their) (?:letter|message|note|telegram))" + _OBJECT + r"to (?=[A-Z])"),
        "visit",
        "sent-there",
        placed=True,
    ),
    _met("join joins joined joining", _OBJECT + r"(?:for|over) (?:a |an )?(?:\w+ )?" + _SHARED, "gave-audience"),
    _met("take takes took", r"(?:\w+ ){1,4}aside\b", "gave-audience"),
    _met(
        "greet greets greeted embrace embraces embraced hug hugs hugged",
        _OBJECT + r"(?:at|on) (?:the|his|her) (?:\w+ )?(?:airport|steps|door|tarmac|station|palace|gates?)\b",
        "gave-audience",
    ),
    _met("show shows showed", _OBJECT + r"(?:round|around) (?:the|his|her) ", "gave-audience"),
    _met(
        "give gives gave",
        _OBJECT + r"(?:an hour|half an hour|\w+ (?:minutes|hours))(?= (?:on|in|at)\b|[.,;])",
        "gave-audience",
    ),
    _met("huddle huddles huddled huddling", r"(?:\w+ )?with\b"),
    _met("spend spends spent", r"(?:\w+ ){1,5}(?:in the same room|around (?:a|the|one) table|under one roof)\b"),
    _met("put puts", r"their heads together\b"),
    _met("come comes came sit sits sat stand stands stood", r"face[ -]to[ -]face\b"),
    _met("cross crosses crossed", r"paths with\b"),
    _met("see sees saw seen seeing", r"(?:each other|one another)\b"),
    _met("exchange exchanges exchanged", r"(?:\w+ ){0,2}(?:words|pleasantries|views with)\b"),
    _met("is are was were been", r"(?:\w+ )?in (?:one|the same) room with\b"),
    _met("been", r"to see ", "gave-audience"),
    _met("pop pops popped drop drops dropped", r"in on\b", "dropped-in"),
    _went("pop pops popped drop drops dropped", r"in(?: at)? "),
    Idiom(
        frozenset({"slam", "slams", "slammed"}),
        re.compile(r"(?:down the phone|the phone down) on\b"),
        "call",
        "hang-up",
    ),
    _met(
        "having have has had share shares shared take takes took drink drinks drank",
        r"(?:an? |their )?(?:\w+ )?" + _SHARED,
    ),
    _met("run runs ran bump bumps bumped", r"into (?!(?:trouble|difficult|problem|resist|oppos))"),
    _met("sit sits sat", r"(?:down )?across (?:the table )?", "sat-across"),
    _met("was were been", r"(?:closeted |alone |together )?with " + _OBJECT + _FOR_LONG),
    _met("grant grants granted give gives gave", _OBJECT + r"an audience\b", "gave-audience"),
    _met("have has had", _OBJECT + r"(?:to|for|over for) (?:lunch|dinner|breakfast|tea|supper)\b", "gave-audience"),
    _met("have has had", _OBJECT + r"(?:over|round)(?= to | for |[,.])", "gave-audience"),
    _phoned("have has had get gets got", _OBJECT + r"on the (?:line|phone|telephone|blower)\b"),
    _phoned("reach reaches reached raise raises raised", _OBJECT + r"(?:by|on the|over the) (?:tele)?phone\b"),
    Idiom(
        frozenset({"got", "get", "gets", "getting", "hopped", "hop", "jumped", "jump"}),
        re.compile(r"(?:back )?on (?:the (?:tele)?phone|the line|a (?:phone )?call|a video call) (?:with|to)\b"),
        "call",
        "on-phone",
    ),
    _went("set sets", r"foot (?:in|on) "),
    _went("take takes took taking", r"off (?:again )?(?:\w+ )?(?:for|to) "),
    _went("guest", r"(?:at|in) "),
    _went("shuttle shuttles shuttled shuttling", r"between "),
    _went("back", r"(?:home )?from ", "travel-on"),
    _went(
        "take takes took board boards boarded", r"(?:the|an?) (?:\w+ )?(?:train|plane|flight|boat|ferry) (?:back )?to "
    ),
    _went("return returns returned returning", r"(?:on \w+ )?(?:home )?(?:on \w+ )?from "),
    _went("head heads headed heading", r"(?:on |straight |home )?(?:to|for) "),
    _went("stop stops stopped stopping", r"(?:over |off |briefly )?(?:in|at) "),
    _went("touch touches touched", r"down (?:in|at) "),
    _went("expected awaited", r"(?:back )?(?:in|at) "),
    _went("make makes made making", r"(?:his|her|its|their) way to "),
    _went("way", r"to ", "way"),
    _went("set sets setting", r"(?:off|out) (?:for|to) "),
    _went("leave leaves left leaving depart departs departed", r"(?:\w+ )?(?:on \w+ )?for "),
    _went(
        "cross crosses crossed drive drives drove driven slip slips slipped", r"(?:over |back |across |on )?(?:in)?to "
    ),
    _went(
        "hurry hurries hurried rush rushes rushed sail sails sailed dash dashes dashed", r"(?:over |back )?(?:in)?to "
    ),
)


def idiom_forms() -> frozenset[str]:
    """The words that a turn of phrase can start with."""
    return frozenset().union(*(idiom.forms for idiom in IDIOMS))


def idiom_at(reading: Reading, token: Token) -> Cue | None:
    """The cue of a turn of phrase that starts at a word; None for other words."""
    idioms = _by_form().get(token.lower_)
    after = token.doc[token.i + 1 : min(ends(token), token.i + _REACH)] if idioms else None
    if not idioms or not after or token.pos_ in ("PROPN", "ADJ", "DET"):
        return None
    text = after.text_with_ws
    found = next((i for i in idioms if _follows(reading, after.start_char, text, i)), None)
    return Cue(token.i, found.type, found.sense) if found is not None else None


@cache
def _by_form() -> dict[str, list[Idiom]]:
    """The turns of phrase by the words that they can start with, each list in the order of the table."""
    table: dict[str, list[Idiom]] = {}
    for idiom in IDIOMS:
        for form in idiom.forms:
            table.setdefault(form, []).append(idiom)
    return table


def _follows(reading: Reading, start: int, text: str, idiom: Idiom) -> bool:
    found = idiom.after.match(text)
    return found is not None and (not idiom.placed or _a_place_at(reading, start + found.end()))


def _a_place_at(reading: Reading, offset: int) -> bool:
    """True when a city, or a state, starts here: "the Omani capital" too."""
    if _CAPITAL.match(reading.document.text, offset):
        return True
    near = range(offset, offset + 5)
    states = (m for m in reading.actors if m.kind == "state")
    return any(p.span.start in near for p in reading.places) or any(m.span.start in near for m in states)

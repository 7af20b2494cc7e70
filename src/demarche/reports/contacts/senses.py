"""The words that tell of a contact: one row a sense, each with the frame in which its two sides stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

#: how the two sides stand around a cue
#: mutual: "A met with B", "A and B met"; direct: "A telephoned B"; host: "A received B";
#: journey: "A flew to B"; place: "A visited B"; noun: "talks between A and B"; trip: "A's visit to B";
#: sent: "A sent a telegram to B"; invite: "A invited B to C"; summit: "the NATO summit in Vilnius";
#: at: "A is in Kyiv"
FRAMES = (
    "mutual",
    "direct",
    "host",
    "journey",
    "place",
    "noun",
    "trip",
    "sent",
    "greet",
    "invite",
    "summit",
    "at",
    "beside",
    "sent-there",
    "delegation",
    "call-on",
    "bring",
)


@dataclass(frozen=True, slots=True)
class Sense:
    """A sense of a word: its contact type (None leaves it open) and the frame of its sides.

    `generic` words continue an earlier contact when they come with an article and without sides of their own.
    `weak` words count only when both sides stand beside them.
    """

    name: str
    lemmas: frozenset[str]
    pos: str
    type: str | None
    frame: str
    prepositions: frozenset[str] = frozenset()
    generic: bool = False
    weak: bool = False


def _row(
    name: str,
    words: str,
    pos: str,
    kind: str | None,
    frame: str,
    prepositions: str = "",
    *,
    generic: bool = False,
    weak: bool = False,
) -> Sense:
    lemmas, preps = frozenset(words.split()), frozenset(prepositions.split())
    return Sense(name, lemmas, pos, kind, frame, preps, generic, weak)


SENSES: tuple[Sense, ...] = (
    # verbs
    _row("meet", "meet", "VERB", "meeting", "mutual", "with"),
    _row("gather", "gather convene assemble", "VERB", "meeting", "mutual", "with"),
    _row("speak", "speak talk chat natter converse gab", "VERB", "call", "mutual", "with to"),
    _row("telephone", "call phone telephone ring dial videocall", "VERB", "call", "direct"),
    _row("confer", "confer negotiate consult parley", "VERB", "talks", "mutual", "with"),
    _row("sit-down", "sit dine lunch breakfast", "VERB", "meeting", "mutual", "with opposite", weak=True),
    _row("stay-beside", "be-beside", "VERB", "visit", "beside", "in"),
    _row("stay", "spend-days", "VERB", "visit", "journey", "in at"),
    _row("spend-time", "spend closet", "VERB", "meeting", "mutual", "with", weak=True),
    _row("discuss-with", "discuss raise review", "VERB", None, "mutual", "with", weak=True),
    _row("engage", "engage interact", "VERB", "talks", "mutual", "with", weak=True),
    _row("hang-up", "hang", "VERB", "call", "mutual", "on"),
    _row("bring-together", "bring", "VERB", "meeting", "bring", "with"),
    _row("receive", "receive host welcome entertain", "VERB", "meeting", "host"),
    _row("see", "see", "VERB", "meeting", "direct", weak=True),
    _row("visit", "visit tour", "VERB", "visit", "place"),
    _row(
        "travel",
        "travel fly go journey jet hop come return arrive land depart",
        "VERB",
        "visit",
        "journey",
        "to in at into",
    ),
    _row("lead-delegation", "lead head", "VERB", "visit", "delegation", "to in"),
    _row("delegation-of", "include comprise consist", "VERB", None, "members", "of"),
    _row("accompanied", "accompany", "VERB", None, "members", "by"),
    _row("attended", "attend", "VERB", None, "members", "by"),
    _row("took-part", "take participate", "VERB", None, "members", "in"),
    _row("at-the-table", "table", "NOUN", None, "members", ""),
    _row("leave", "leave", "VERB", "visit", "place", "", weak=True),
    _row("call-on", "pay-call", "VERB", "meeting", "call-on", "on"),
    _row("met-as-said", "shake-hands", "VERB", "meeting", "mutual", "with into"),
    _row("way", "way-to", "NOUN", "visit", "trip", "to"),
    _row("sat-across", "sit-across", "VERB", "meeting", "mutual", "from opposite"),
    _row("had-on-line", "have-on-line", "VERB", "call", "direct"),
    _row("dropped-in", "drop-in-on", "VERB", "meeting", "mutual", "on"),
    _row("stood-by", "stand-by", "VERB", "meeting", "mutual", "to beside alongside"),
    _row("made-time", "make-time", "VERB", "meeting", "mutual", "for"),
    _row("on-phone", "be-on-phone", "VERB", "call", "mutual", "with to"),
    _row("gave-audience", "give-audience", "VERB", "meeting", "direct"),
    _row("travel-on", "head-to", "VERB", "visit", "journey", "to in at for from into between"),
    _row("be-in", "be", "AUX", "visit", "at", "in at on"),
    _row("write", "write cable wire", "VERB", "message", "sent", "to"),
    _row("text", "text", "VERB", "message", "direct"),
    _row("sent-there", "send-there", "VERB", "visit", "sent-there", "to"),
    _row("invite", "invite", "VERB", "visit", "invite", "to"),
    # nouns
    _row(
        "call-noun",
        "call telephone-call phonecall videoconference teleconference videocall phone-in",
        "NOUN",
        "call",
        "noun",
        "with between among from to by of",
        generic=True,
    ),
    _row(
        "conversation-noun",
        "conversation chat natter chinwag exchange",
        "NOUN",
        None,
        "noun",
        "with between among of by",
        generic=True,
    ),
    _row(
        "talks-noun",
        "talk negotiation consultation dialogue discussion deliberation",
        "NOUN",
        "talks",
        "noun",
        "with between of by among involving",
        generic=True,
    ),
    _row(
        "meeting-noun",
        "meeting encounter tete-a-tete audience sit-down get-together rendezvous meet",
        "NOUN",
        "meeting",
        "noun",
        "with between of by among",
        generic=True,
    ),
    _row("phone-noun", "blower phone telephone link", "NOUN", "call", "noun", "with to", weak=True),
    _row("one", "one", "NOUN", None, "noun", "", generic=True),
    _row("meal-noun", "dinner lunch breakfast banquet", "NOUN", "meeting", "noun", "with between for", generic=True),
    _row("session-noun", "session round", "NOUN", "talks", "noun", "with between of", generic=True, weak=True),
    _row("contact-noun", "contact engagement", "NOUN", "talks", "noun", "with between of by", weak=True),
    _row("summit-noun", "summit cop", "NOUN", "summit", "summit", "with between of", generic=True),
    _row(
        "conference-noun",
        "conference gathering",
        "NOUN",
        "summit",
        "summit",
        "with between of",
        generic=True,
        weak=True,
    ),
    _row("visit-noun", "visit trip travel journey tour stopover jaunt", "NOUN", "visit", "trip", "to in", generic=True),
    _row("arrival-noun", "arrival", "NOUN", "visit", "trip", "to in at", weak=True),
    _row("message-noun", "letter telegram message note", "NOUN", "message", "sent", "to from", generic=True),
    _row("greetings-noun", "greeting condolence congratulation wish", "NOUN", "message", "sent", "to", weak=True),
    _row("congratulate", "congratulate extend convey offer greet wish", "VERB", "message", "greet", "to on"),
)


@cache
def by_lemma() -> dict[tuple[str, str], Sense]:
    """Senses by lemma and part of speech."""
    return {(lemma, sense.pos): sense for sense in SENSES for lemma in sense.lemmas}


@cache
def by_name() -> dict[str, Sense]:
    """Senses by name."""
    return {sense.name: sense for sense in SENSES}

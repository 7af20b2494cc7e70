"""Who "I" is in a signed text or a transcript."""

from __future__ import annotations

import re

from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.scene import Scene
from demarche.model import ActorMention, Document

#: titles of texts that somebody signs or speaks
_SIGNED = re.compile(
    r"\b(statements?|remarks|address|speech|message|interview|letter|greetings|op-ed|toast|transcript|doorstop)\b", re.I
)
_READOUT = re.compile(r"^\s*(joint|readout|fact sheet)\b|\bjoint (press )?statement\b", re.I)


def speaker_of(scene: Scene, document: Document) -> Known | None:
    """The signer or speaker: the first person of the title, else the holder of the publisher's office."""
    title = document.title
    if _READOUT.search(title):
        return None
    named = next((k for k in scene.people.known if k.first < 0 and _SIGNED.search(title)), None)
    if named is not None:
        if named.side is None and named.person is not None:
            named.side = scene.authority.side_of(named.person.id, scene.day)
        return named
    holder = scene.publisher.holder
    if holder is None:
        return None
    known = scene.people.of_person(holder.id)
    side = scene.authority.label(scene.publisher.place or "")
    return known or Known(holder.name, (), holder, holder.gender, side, {scene.publisher.office or ""}, -1)


def turn_of(scene: Scene, mention: ActorMention) -> Known | None:
    """``Jane Doe: Thank you.``: the person whose turn in a transcript begins here."""
    tokens, start, end = scene.tokens, mention.start_token, mention.end_token
    if mention.kind != "person" or mention.pronoun or end >= len(tokens) or tokens.text[end] != ":":
        return None
    opens = start == 0 or tokens.sent[start] != tokens.sent[start - 1] or tokens.text[start - 1].isspace()
    return scene.entry(mention.name) if opens else None

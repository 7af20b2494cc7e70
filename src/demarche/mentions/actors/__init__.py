"""Actors: people, states, institutions and groups, by name, office, side or pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from demarche.actors import Authority
from demarche.actors.names import pieces
from demarche.mentions.actors.atoms import Atom
from demarche.mentions.actors.people import People, another_in_text
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.phrases import leftover_places, phrases
from demarche.mentions.actors.pronouns import in_quotation, pronoun_tokens, resolve_pronoun
from demarche.mentions.actors.publisher import publisher_of
from demarche.mentions.actors.resolve import resolve_phrase
from demarche.mentions.actors.scan import scan
from demarche.mentions.actors.scene import Scene
from demarche.mentions.actors.speakers import speaker_of, turn_of
from demarche.mentions.actors.standalone import resolve_place
from demarche.mentions.actors.tokens import Tokens, from_doc, from_title, lower_words, tells_of_the_past
from demarche.mentions.actors.worlds import contradicts_facts
from demarche.model import ActorMention, Document, Quotation

__all__ = ["find_actors", "find_title_actors"]


def find_title_actors(document: Document, authority: Authority, doc: Doc) -> Iterator[ActorMention]:
    """Yield the actors that the title names; offsets and tokens count in the title."""
    mentions = _found(document, from_title(document.title, lower_words(doc)), authority, ())
    yield from (m for m in mentions if m.kind != "person" or not another_in_text(m, document))


def find_actors(
    document: Document,
    doc: Doc,
    authority: Authority,
    quotations: Sequence[Quotation],
    title_actors: Sequence[ActorMention],
) -> Iterator[ActorMention]:
    """Yield the actors of a text in order, without overlaps."""
    yield from _found(document, from_doc(doc), authority, title_actors, quotations)


def _found(
    document: Document,
    tokens: Tokens,
    authority: Authority,
    title_actors: Sequence[ActorMention],
    quotations: Sequence[Quotation] = (),
) -> Iterator[ActorMention]:
    found = scan(tokens, authority)
    named = phrases(found)
    people = People(authority, document.date)
    for mention in title_actors:
        if mention.kind == "person" and " " in mention.name and not mention.rule.startswith("office of"):
            people.add(mention.name, pieces(mention.name), mention.side)
    people.introduce(found, named)
    publisher = publisher_of(document.publisher, document.date, authority)
    scene = Scene(found, people, authority, document.date, publisher)
    scene.speaker = speaker_of(scene, document)
    scene.unlike_facts = contradicts_facts(scene)
    scene.historical = tells_of_the_past(tokens, document.date)
    items: list[Phrase | Atom | int] = [
        *named,
        *leftover_places(found, named),
        *(i for i in pronoun_tokens(tokens) if i not in found.atom_of),
    ]
    items.sort(key=_position)
    for item in items:
        if isinstance(item, int) and scene.mentions and scene.mentions[-1].end_token > item:
            continue
        found_one = _resolved(scene, item, quotations)
        if found_one is not None and (not scene.mentions or scene.mentions[-1].end_token <= found_one.start_token):
            scene.mentions.append(found_one)
            if (turn := turn_of(scene, found_one)) is not None:
                scene.speaker, scene.in_turn = turn, True
    yield from scene.mentions


def _position(item: Phrase | Atom | int) -> int:
    return item if isinstance(item, int) else item.start


def _resolved(scene: Scene, item: Phrase | Atom | int, quotations: Sequence[Quotation]) -> ActorMention | None:
    if isinstance(item, int):
        return resolve_pronoun(scene, item, in_quotation(scene.tokens.start[item], quotations))
    if isinstance(item, Atom):
        return resolve_place(scene, item)
    return resolve_phrase(scene, item)

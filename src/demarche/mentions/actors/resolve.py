"""From phrases to actors: each phrase, in reading order, gets the one name it can mean, with the rule that says so."""

from __future__ import annotations

from collections.abc import Callable

from demarche.mentions.actors.active import collective
from demarche.mentions.actors.groups import governments, resolve_bureau, resolve_group, resolve_side
from demarche.mentions.actors.named import resolve_person
from demarche.mentions.actors.offices import resolve_office
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.scene import Scene
from demarche.model import ActorMention

Resolver = Callable[[Scene, Phrase], ActorMention | None]


def _collective(scene: Scene, phrase: Phrase) -> ActorMention | None:
    return governments(scene, phrase) or collective(scene, phrase, phrase.nouns[-1].value)


#: which rule reads a phrase without a name, by the kind of its head noun
RESOLVERS: dict[str, Resolver] = {
    "bureau": resolve_bureau,
    "group": resolve_group,
    "sideword": resolve_side,
    "collective": _collective,
    "office": resolve_office,
    "title": resolve_office,
}


def resolve_phrase(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """The mention of one phrase, or None when it names no actor."""
    if phrase.run is not None:
        return resolve_person(scene, phrase)
    resolver = RESOLVERS.get(phrase.nouns[-1].kind)
    return resolver(scene, phrase) if resolver else None

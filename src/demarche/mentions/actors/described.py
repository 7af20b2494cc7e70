"""Descriptions in the codebook's form: "senior officials of Ukraine", "chief of the defense staff of Canada"."""

from __future__ import annotations

from demarche.actors.names import word_set
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.scene import Scene, of
from demarche.mentions.actors.vocabulary import MODIFIERS
from demarche.model import ActorMention

_KEPT_ADJECTIVES = word_set(
    """
    senior top government high-ranking high-level military security economic political interagency
    congressional national parliamentary diplomatic trade foreign nuclear business negotiating opposition
    finance state deputy permanent defence defense federal presidential chief special local interior
    """
)


_KEPT_BUREAUS = frozenset({"government", "parliament", "embassy"})


def described(phrase: Phrase, noun: str) -> str:
    """``senior government officials`` without the state."""
    kept = (m for m in phrase.modifiers if m in _KEPT_ADJECTIVES or m not in MODIFIERS)
    words = [m for m in kept if m not in noun.split()]
    words += [a.value for a in phrase.nouns[:-1] if a.kind == "bureau" and a.value in _KEPT_BUREAUS]
    return " ".join([*words, noun]).lower()


def description(scene: Scene, phrase: Phrase, office: str, side: str) -> str:
    """``chief of the defense staff of Canada``: the title's own words in small letters, the side as its plain name."""
    noun = phrase.nouns[-1]
    complement = list(scene.tokens.low[noun.end : phrase.end])
    names_side = [a for a in phrase.places if a.start >= noun.end]
    if not complement or phrase.run is not None or (noun.kind != "title" and not phrase.inner) or len(names_side) != 1:
        return f"{described(phrase, office)} {of(side)}"
    atom = names_side[0]
    inner = " ".join(scene.tokens.low[noun.end : atom.start]).removesuffix("the").strip().removesuffix("of").strip()
    return f"{described(phrase, office)} {inner} {of(side)}".replace("  ", " ")


def made(scene: Scene, phrase: Phrase, known: Known, rule: str) -> ActorMention:
    """The mention of a person by an office alone."""
    known.last = phrase.start
    office = phrase.nouns[-1].value if phrase.nouns else None
    return scene.mention(phrase.start, phrase.end, known.name, "person", known.side, rule,
                         actor_id=known.person.id if known.person else None, office=office)  # fmt: skip

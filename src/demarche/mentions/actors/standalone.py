"""States, bodies and capitals that stand alone."""

from __future__ import annotations

from demarche.mentions.actors.atoms import Atom
from demarche.mentions.actors.pronouns import HYPHENATED
from demarche.mentions.actors.scene import Scene
from demarche.mentions.actors.tokens import Tokens
from demarche.model import ActorMention


def resolve_place(scene: Scene, atom: Atom) -> ActorMention | None:
    """A state, body or capital that stands alone."""
    authority, tokens = scene.authority, scene.tokens
    start = atom.start
    if atom.kind == "conference":
        return scene.mention(start, atom.end, atom.value, "institution", atom.value, "named")
    if atom.kind == "pair":
        sides = tuple(authority.label(authority.side_id(v)) for v in atom.value.split("|"))
        return scene.mention(start, atom.end, " and ".join(sides), "group", None, HYPHENATED, members=sides)
    place = authority.side_id(atom.value)
    if atom.kind == "state":
        return scene.mention(
            start, atom.end, authority.label(place), "state", authority.label(place), "named", actor_id=place
        )
    if atom.kind == "institution" and atom.value == "USA-CONGRESS" and tokens.low[atom.end : atom.end + 1] == ["of"]:
        return None  # a congress of somebody
    if atom.kind == "institution":
        if atom.value.startswith(("USA-", "RUS-KREMLIN")) and _located(tokens, atom):
            return None
        name = authority.label(atom.value)
        return scene.mention(start, atom.end, name, "institution", authority.label(place), "named", actor_id=atom.value)
    if atom.kind == "seat" and _acts(tokens, atom):
        place = (
            "EU" if tokens.low[start] == "brussels" else place
        )  # the Union speaks from there more often than Belgium
        name = authority.label(place)
        return scene.mention(start, atom.end, name, "state", name, "the capital stands for its state", actor_id=place)
    if atom.kind == "demonym" and _people(tokens, atom):
        name = authority.label(place)
        return scene.mention(start, atom.end, name, "state", name, "the people stand for their state", actor_id=place)
    if atom.kind == "demonym" and _one_of(tokens, atom):
        return _compatriot(scene, atom, authority.label(place))
    return None


def _one_of(tokens: Tokens, atom: Atom) -> bool:
    """``according to the American``: an adjective of a state that stands for a person."""
    i = atom.end - 1
    if not tokens.annotated or atom.start == 0 or tokens.low[atom.start - 1] != "the" or not tokens.text[i].istitle():
        return False
    return tokens.pos[i] in {"NOUN", "PROPN", "ADJ"} and not tokens.dep[i].startswith(("amod", "compound", "nmod:desc"))


def _compatriot(scene: Scene, atom: Atom, side: str) -> ActorMention | None:
    """The one person of that side in the last sentences."""
    now = scene.tokens.sent[atom.start]
    near = [m for m in scene.recent if m.kind == "person" and m.side == side and now - scene.sentence(m) <= 2]
    if len({m.name for m in near}) != 1:
        return None
    last = near[-1]
    return scene.mention(atom.start - 1, atom.end, last.name, "person", side, "the one person of this state nearby",
                         actor_id=last.actor_id, office=last.office)  # fmt: skip


_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "into", "around", "across"})


def _located(tokens: Tokens, atom: Atom) -> bool:
    i = atom.start - 1
    if i >= 0 and tokens.low[i] == "the":
        i -= 1
    if i > 0 and tokens.low[i] == "to" and tokens.low[i - 1] == "according":
        return False
    return i >= 0 and tokens.low[i] in _LOCATIVE | {"to", "from"}


def _acts(tokens: Tokens, atom: Atom) -> bool:
    """A capital acts when it is the subject of a verb, an owner, or one of two that are in touch."""
    if not tokens.annotated:
        return False
    i = next((t for t in range(atom.start, atom.end) if not atom.start <= tokens.head[t] < atom.end), atom.start)
    dep = tokens.dep[i]
    if dep == "conj":
        i, dep = tokens.head[i], tokens.dep[tokens.head[i]]
    before = tokens.low[atom.start - 1] if atom.start else ""
    if tokens.text[i].isupper() and tokens.text[atom.end : atom.end + 1] in ([","], ["("], ["-"], ["–"], ["—"]):
        return False  # the dateline
    if before in _LOCATIVE:
        return False
    if before == "to" and tokens.low[atom.start - 2] == "according":
        return True
    if dep.startswith("nsubj") or dep in {"nmod:poss", "obl:agent"}:
        return True
    return (before in {"between", "with", "against", "by", "from"} and dep in {"obl", "nmod"}) or (
        before == "and" and dep in {"obl", "nmod"}
    )


def _people(tokens: Tokens, atom: Atom) -> bool:
    text = tokens.text[atom.end - 1]
    if not tokens.annotated:
        return False
    return (
        text.endswith("s")
        and tokens.pos[atom.end - 1] in {"NOUN", "PROPN"}
        and tokens.dep[atom.end - 1] not in {"compound", "amod"}
    )

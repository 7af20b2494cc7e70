"""Groups, sides and ministries: "senior Ukrainian officials", "the Japanese side", "the foreign ministry of X"."""

from __future__ import annotations

from demarche.actors import words as facts
from demarche.mentions.actors.active import NUMERALS, collective
from demarche.mentions.actors.described import described
from demarche.mentions.actors.lists import give_sides, named_after
from demarche.mentions.actors.owners import antecedent_office, of_both, owner_place
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.scene import Scene, of
from demarche.model import ActorKind, ActorMention

_REGIONS = {"european": "European", "arab": "Arab", "world": "world", "african": "African", "western": "Western",
            "asian": "Asian", "allied": "allied", "nordic": "Nordic", "baltic": "Baltic"}  # fmt: skip


def resolve_bureau(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """A ministry or an office of a state; "the government of X" stands for X."""
    places = scene.side_ids(phrase)
    if not places:
        return None
    side, title = scene.authority.label(places[0]), facts.BUREAUS[phrase.nouns[-1].value]
    if not title:
        return scene.mention(
            phrase.start, phrase.end, side, "state", side, "the government stands for its state", actor_id=places[0]
        )
    return scene.mention(
        phrase.start, phrase.end, f"{title} {of(side)}", "institution", side, "institution of a state named in the text"
    )


def governments(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """``the governments of X and Y``, ``the Danish and Swedish governments``: each stands for its state."""
    places = scene.side_ids(phrase)
    sides = tuple(scene.authority.label(p) for p in places)
    if phrase.nouns[-1].value != "governments" or not sides:
        return None
    rule, name = "the governments stand for their states", "governments of " + " and ".join(sides)
    if len(sides) == 1:  # "the X and Y governments", where X is named on its own
        return scene.mention(phrase.start, phrase.end, sides[0], "state", sides[0], rule, actor_id=places[0])
    return scene.mention(phrase.start, phrase.end, name, "group", None, rule, members=sides)


def resolve_side(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """``the Japanese side``, ``the Trump administration``: stands for the state."""
    places, noun = scene.side_ids(phrase), phrase.nouns[-1].value
    if places:
        side = scene.authority.label(places[0])
        is_state = places[0] in scene.authority.states or places[0][0] == "~"
        kind: ActorKind = "state" if is_state else "institution"
        return scene.mention(
            phrase.start, phrase.end, side, kind, side, f"the {noun} stands for its state", actor_id=places[0]
        )
    if phrase.owner == "our" and scene.publisher.place:
        side = scene.authority.label(scene.publisher.place)
        return scene.mention(phrase.start, phrase.end, side, "state", side, "the publisher's own side")
    return None


def resolve_group(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """``senior Ukrainian officials``: described in the codebook's form, side set."""
    noun = phrase.nouns[-1].value
    sides = [scene.authority.label(p) for p in scene.side_ids(phrase)] or _further_sides(scene, phrase)
    label = described(phrase, noun)
    listed = named_after(scene, phrase)
    if listed:
        give_sides(listed, sides)
        if noun in {"counterparts", "colleagues"} and (office := antecedent_office(scene)):
            for known in listed:
                known.offices.add(facts.PLAIN_OFFICES.get(office, office))
        members = tuple(k.name for k in listed)
        return scene.mention(
            phrase.start, phrase.end, label, "group", None, "the text names them next", members=members
        )
    if len(sides) > 1:
        members = tuple(f"{label} {of(s)}" for s in sides)
        name = f"{label} of " + " and ".join(sides)
        return scene.mention(
            phrase.start, phrase.end, name, "group", None, "unnamed groups of the sides named", members=members
        )
    if sides:
        name = f"{label} {of(sides[0])}"
        return scene.mention(
            phrase.start, phrase.end, name, "group", sides[0], "unnamed group of a side named in the text"
        )
    if several := _of_several(scene, phrase):
        end, words = several
        return scene.mention(phrase.start, end, f"{label} {words}", "group", None, "unnamed group of several states")
    region = next((_REGIONS[m] for m in phrase.modifiers if m in _REGIONS), None)
    if region is not None and {*phrase.modifiers} & {*NUMERALS}:
        phrase.modifiers = [m for m in phrase.modifiers if m not in _REGIONS]
        return collective(scene, phrase, noun)
    if region is not None:
        return scene.mention(phrase.start, phrase.end, f"{region} {noun}", "group", None, "unnamed group")
    return collective(scene, phrase, noun) if noun in facts.COLLECTIVES else None


def _further_sides(scene: Scene, phrase: Phrase) -> list[str]:
    """The side of "his negotiators", "delegations of both countries", "flew to Tajikistan to meet senior officials"."""
    if phrase.owner and (owned := owner_place(scene, phrase)):
        return [scene.authority.label(owned[0])]
    if both := of_both(scene, phrase):
        return list(both)
    if phrase.owner or phrase.determiner in {"the", "both"} or phrase.nouns[-1].value not in _HOSTS:
        return []
    host = _host(scene, phrase)
    return [host] if host else []


_HOSTS = frozenset({"officials", "leaders", "ministers", "representatives", "authorities", "lawmakers"})


_PLAIN = frozenset(
    {"senior", "top", "government", "high-ranking", "high-level", "local", "key", "other", "state", "federal"}
)


def _host(scene: Scene, phrase: Phrase) -> str | None:
    """The one state that somebody is in, or goes to, earlier in the same sentence."""
    tokens, i = scene.tokens, phrase.start
    if not {*phrase.modifiers} <= _PLAIN or tokens.pos[phrase.start - 1] in {"NOUN", "ADJ"}:
        return None
    sides = set()
    while i > 0 and tokens.sent[i - 1] == tokens.sent[phrase.start]:
        i -= 1
        atom = scene.found.atom_of.get(i)
        if atom is None or atom.start != i or atom.kind not in {"state", "seat"}:
            continue
        before = tokens.low[i - 2] if i > 1 and tokens.low[i - 1] == "the" else tokens.low[i - 1] if i else ""
        if before in {"in", "to", "visit", "visited", "visits", "visiting"}:
            sides.add(scene.authority.label(scene.authority.side_id(atom.value)))
    return sides.pop() if len(sides) == 1 else None


def _of_several(scene: Scene, phrase: Phrase) -> tuple[int, str] | None:
    """``leaders of several states``: where the words end, and the words."""
    low, i = scene.tokens.low, phrase.end
    for size in (3, 4):
        words = low[i : i + size]
        if len(words) == size and words[0] == "of" and words[1] in _SEVERAL and words[-1] in _STATES:
            return i + size, " ".join(words)
    return None


_SEVERAL = frozenset(
    {"several", "many", "some", "other", "various", "neighbouring", "neighboring", "european", "arab", "western"}
)
_STATES = frozenset({"states", "countries", "nations"})

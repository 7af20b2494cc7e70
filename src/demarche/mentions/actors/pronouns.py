"""Pronouns: who "he", "they", "we" and "I" are, where only one candidate remains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from demarche.mentions.actors.resolve import Scene, active_pair
from demarche.mentions.actors.tokens import Tokens
from demarche.model import ActorMention, Quotation

_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_OURS = frozenset({"we", "us", "our", "ours"})
_MINE = frozenset({"i", "me", "my"})
PRONOUNS = frozenset({*_SINGULAR, *_PLURAL, *_OURS, *_MINE, "it", "its"})
_REACH = 3  # sentences looked back


def pronoun_tokens(tokens: Tokens) -> Iterator[int]:
    """The tokens that are pronouns of the third person, or of the first."""
    return (i for i, low in enumerate(tokens.low) if low in PRONOUNS and tokens.pos[i] == "PRON")


def resolve_pronoun(scene: Scene, i: int, quoted: bool) -> ActorMention | None:
    """The mention of one pronoun, or None when more than one candidate remains."""
    low = scene.tokens.low[i]
    if low in _MINE or low in _OURS:
        return None if quoted else _first_person(scene, i)
    if quoted:
        return None
    if low in _SINGULAR:
        return _one_person(scene, i, _SINGULAR[low])
    if low in _PLURAL:
        return _they(scene, i)
    return _it(scene, i)


def _first_person(scene: Scene, i: int) -> ActorMention | None:
    """"I" is the signer or speaker, "we" the publisher's state."""
    if scene.tokens.low[i] in _MINE:
        if scene.speaker is None:
            return None
        return scene.mention(i, i + 1, scene.speaker.name, "person", scene.speaker.side, "first person: the signer or speaker",
                             actor_id=scene.speaker.person.id if scene.speaker.person else None, pronoun=True)  # fmt: skip
    side = scene.speaker.side if scene.speaker is not None else None
    if side is None and scene.publisher.place is not None:
        side = scene.authority.label(scene.publisher.place)
    if side is None:
        return None
    return scene.mention(i, i + 1, side, "state", side, "first person plural: the publisher's or speaker's side", pronoun=True)


def _one_person(scene: Scene, i: int, gender: str) -> ActorMention | None:
    near = [m for m in _near(scene, i, _REACH) if m.kind == "person" and not m.members and _fits(scene, m, gender)]
    if not near:
        return _only_one(scene, i, gender)
    sentence = scene.tokens.sent[i]
    for reach in (1, _REACH):
        window = [m for m in near if sentence - scene.tokens.sent[m.head] <= reach]
        names = {m.name for m in window}
        if len(names) == 1:
            return _same(scene, i, window[-1], "the one person it can mean")
        if names:
            break
    known = {m.name for m in near if _gender(scene, m) == gender}
    if len(known) == 1:
        return _same(scene, i, next(m for m in near if m.name in known), "the one person of this gender nearby")
    subjects = [m for m in near if _subject(scene.tokens, m, i)]
    if subjects:
        return _same(scene, i, subjects[-1], "the last subject")
    return None


def _only_one(scene: Scene, i: int, gender: str) -> ActorMention | None:
    people = [m for m in scene.mentions if m.kind == "person" and not m.members and _fits(scene, m, gender)]
    if len({m.name for m in people}) == 1:
        return _same(scene, i, people[-1], "the only such person of the text")
    return None


def _same(scene: Scene, i: int, before: ActorMention, rule: str) -> ActorMention:
    return scene.mention(i, i + 1, before.name, before.kind, before.side, f"pronoun: {rule}",
                         actor_id=before.actor_id, office=before.office, members=before.members, pronoun=True)  # fmt: skip


def _near(scene: Scene, i: int, reach: int) -> list[ActorMention]:
    sentence, found = scene.tokens.sent[i], []
    for mention in reversed(scene.mentions):
        if sentence - scene.tokens.sent[mention.head] > reach:
            break
        found.append(mention)
    return found[::-1]


def _gender(scene: Scene, mention: ActorMention) -> str:
    return next((k.gender for k in scene.people.known if k.name == mention.name), "")


def _fits(scene: Scene, mention: ActorMention, gender: str) -> bool:
    return _gender(scene, mention) in {gender, ""} and mention.name[:1].isupper()


def _subject(tokens: Tokens, mention: ActorMention, i: int) -> bool:
    """The mention is the subject of a clause before the pronoun; in the pronoun's own sentence, of another verb."""
    head = mention.head
    if not tokens.dep[head].startswith("nsubj"):
        return False
    same_verb = tokens.sent[head] == tokens.sent[i] and tokens.head[head] == tokens.head[i] and tokens.low[i] in {"him", "her"}
    return not same_verb


def _they(scene: Scene, i: int) -> ActorMention | None:
    sentence = scene.tokens.sent[i]
    for back in (0, 1, 2):
        here = [m for m in scene.mentions if scene.tokens.sent[m.head] == sentence - back and m.start_token < i]
        plural = [m for m in here if m.members]
        if plural:
            return _same(scene, i, plural[-1], "the two just named")
        people = list(dict.fromkeys(m.name for m in here if m.kind == "person"))
        if len(people) == 2:
            return _pair(scene, i, tuple(people))
        groups = [m for m in here if m.kind == "group" and _subject(scene.tokens, m, i)]
        if groups and not people:
            return _same(scene, i, groups[-1], "the group just named")
        if len(people) > 2:
            break
    pair = active_pair(scene, people_only=True)
    return _pair(scene, i, pair) if pair else None


def _pair(scene: Scene, i: int, names: tuple[str, ...]) -> ActorMention:
    return scene.mention(i, i + 1, " and ".join(names), "group", None, "pronoun: the two just named", members=names, pronoun=True)


def _it(scene: Scene, i: int) -> ActorMention | None:
    if not scene.tokens.dep[i].startswith("nsubj") or scene.tokens.low[i] != "it":
        return None
    near = [m for m in _near(scene, i, 1) if m.kind in {"state", "institution"}]
    subjects = [m for m in near if scene.tokens.dep[m.head].startswith("nsubj")]
    if len({m.name for m in near}) == 1 and subjects:
        return _same(scene, i, subjects[-1], "the one state or body it can mean")
    return None


def in_quotation(offset: int, quotations: Sequence[Quotation]) -> bool:
    """True when this offset lies between quotation marks."""
    return any(part.start <= offset < part.end for q in quotations for part in q.parts)

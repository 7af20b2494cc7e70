"""Pronouns: who "he", "they", "we" and "I" are, where only one candidate remains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from demarche.actors.names import word_set
from demarche.mentions.actors.active import active_people, coordinated, names
from demarche.mentions.actors.scene import Scene
from demarche.mentions.actors.tokens import Tokens
from demarche.model import ActorMention, Quotation

SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_OURS = frozenset({"we", "us", "our", "ours"})
_MINE = frozenset({"i", "me", "my"})
PRONOUNS = frozenset({*SINGULAR, *_PLURAL, *_OURS, *_MINE, "it", "you"})
HYPHENATED = "two sides joined by a hyphen"  # "the U.S.-Irish relations": the relation is spoken of, not the two
_REACH = 3  # sentences looked back


def pronoun_tokens(tokens: Tokens) -> Iterator[int]:
    """The tokens that are personal pronouns."""
    return (i for i, low in enumerate(tokens.low) if low in PRONOUNS and tokens.pos[i] == "PRON")


def resolve_pronoun(scene: Scene, i: int, quoted: bool) -> ActorMention | None:
    """The mention of one pronoun, or None when more than one candidate remains."""
    low = scene.tokens.low[i]
    if quoted:
        return None
    if low in _MINE or low in _OURS:
        return _first_person(scene, i)
    if low == "you":
        return _addressee(scene, i)
    if low in _REFLEXIVE and (subject := _own_subject(scene, i)) is not None:
        return _same(scene, i, subject, "the subject itself")
    if low in SINGULAR:
        found = person_meant(scene, i, SINGULAR[low])
        return _same(scene, i, *found) if found else None
    if low in _PLURAL:
        return _they(scene, i)
    return _it(scene, i)


def _first_person(scene: Scene, i: int) -> ActorMention | None:
    """``I`` is the signer or speaker, ``we`` the publisher's state."""
    speaker = scene.speaker
    if scene.tokens.low[i] in _MINE:
        if speaker is None:
            return None
        return scene.mention(i, i + 1, speaker.name, "person", speaker.side,
                             "first person: the signer or speaker",
                             actor_id=speaker.person.id if speaker.person else None, pronoun=True)  # fmt: skip
    side = speaker.side if speaker is not None else None
    if side is None and scene.publisher.place is not None:
        side = scene.authority.label(scene.publisher.place)
    if side is None:
        return None
    return scene.mention(
        i, i + 1, side, "state", side, "first person plural: the publisher's or speaker's side", pronoun=True
    )


_REFLEXIVE = frozenset({"himself", "herself", "themselves"})


def _own_subject(scene: Scene, i: int) -> ActorMention | None:
    """``Mr. Kim set the date himself``: the subject of the pronoun's own verb."""
    verb, dep = scene.tokens.head[i], scene.tokens.dep
    subjects = [m for m in scene.recent if scene.tokens.head[m.head] == verb and dep[m.head].startswith("nsubj")]
    return subjects[-1] if subjects else None


def _addressee(scene: Scene, i: int) -> ActorMention | None:
    """``you`` in a transcript of two: the one who is not speaking."""
    pair = active_people(scene)
    if not scene.in_turn or scene.speaker is None or len(pair) != 2 or scene.speaker.name not in pair:
        return None
    other = scene.entry(next(name for name in pair if name != scene.speaker.name))
    if other is None:
        return None
    return scene.mention(i, i + 1, other.name, "person", other.side, "second person: the other of the two who talk",
                         actor_id=other.person.id if other.person else None, pronoun=True)  # fmt: skip


def person_meant(scene: Scene, i: int, gender: str) -> tuple[ActorMention, str] | None:
    """The person a singular pronoun at token `i` stands for, with the reason."""
    people = [m for m in scene.recent if m.kind == "person" and not m.members and _fits(scene, m, gender)]
    barred = _fellow_arguments(scene, i)
    people = [m for m in people if m.name not in barred]
    if len(names(people)) == 1:
        if scene.tokens.low[i] in {"he", "she"}:
            _learn(scene, people[-1], gender)
        return people[-1], "the only such person of the text so far"
    sentence = scene.tokens.sent[i]
    near = [m for m in people if sentence - scene.sentence(m) <= _REACH]
    close = [m for m in near if sentence - scene.sentence(m) <= 1] or near
    if len(names(close)) == 1:
        return close[-1], "the one person it can mean"
    if (praised := _praised(scene, i, close)) is not None:
        return praised, "the one who is thanked or praised"
    if (owner := _owner_above(scene, i, close)) is not None:
        return owner, "the owner of what the clause is about"
    here = [m for m in close if scene.sentence(m) == sentence and scene.tokens.dep[m.head].startswith("nsubj")]
    if len(names(here)) == 1:
        return here[-1], "the subject of the sentence"
    sure = [m for m in close if _gender(scene, m) == gender]
    if len(names(sure)) == 1:
        return sure[-1], "the one person of this gender nearby"
    subjects = [m for m in close if scene.tokens.dep[m.head].startswith("nsubj")]
    return (subjects[-1], "the last subject") if subjects else None


def _learn(scene: Scene, mention: ActorMention, gender: str) -> None:
    """Who was "he" once is not "she" later."""
    known = scene.entry(mention.name)
    if known is not None and not known.gender:
        known.gender = gender


_PRAISE = word_set(
    "thanked congratulated applauded commended praised lauded credited condemned criticized criticised thanks"
)


def _praised(scene: Scene, i: int, close: list[ActorMention]) -> ActorMention | None:
    """``applauded the President for his support``: the owner is the one applauded."""
    tokens = scene.tokens
    verb = tokens.head[tokens.head[i]]
    if tokens.dep[i] != "nmod:poss" or tokens.low[verb] not in _PRAISE:
        return None
    return next((m for m in close if tokens.head[m.head] == verb and tokens.dep[m.head] == "obj"), None)


def _owner_above(scene: Scene, i: int, close: list[ActorMention]) -> ActorMention | None:
    """``the Premier's decision to send his envoy``: the premier's envoy."""
    tokens, at = scene.tokens, i
    owners = {tokens.head[m.head]: m for m in close if tokens.dep[m.head] == "nmod:poss"}
    for _ in range(_CLIMB):
        below, at = at, tokens.head[at]
        if at in owners and at < i and tokens.dep[below] == "acl":
            return owners[at]
        if tokens.dep[below] == "xcomp":  # the tree may hang "to send" on "welcomed the decision"
            objects = (n for n in owners if n < below and tokens.dep[n] == "obj" and tokens.head[n] == at)
            return next((owners[n] for n in objects), None)
    return None


_CLIMB = 4


def _fellow_arguments(scene: Scene, i: int) -> set[str]:
    """``He told him``: the subject of the pronoun's own verb cannot be its object."""
    tokens = scene.tokens
    if not tokens.dep[i].startswith(("obj", "iobj", "obl")):
        return set()
    verb = tokens.head[i]
    verbs = {verb}
    while tokens.dep[verb] == "conj" and tokens.head[verb] != verb:
        verb = tokens.head[verb]  # "lauded X and congratulated him": one subject for both
        verbs.add(verb)
    verb = tokens.head[i]
    described = tokens.head[verb] if tokens.dep[verb] == "acl:relcl" else -1  # "Putin, who has seen him"
    return {
        name
        for m in scene.recent
        for name in (m.members or (m.name,))
        if (tokens.head[m.head] in verbs and tokens.dep[m.head].startswith("nsubj")) or m.head == described
    }


def _same(scene: Scene, i: int, before: ActorMention, rule: str) -> ActorMention:
    return scene.mention(i, i + 1, before.name, before.kind, before.side, f"pronoun: {rule}",
                         actor_id=before.actor_id, office=before.office,
                         members=before.members, pronoun=True)  # fmt: skip


def _gender(scene: Scene, mention: ActorMention) -> str:
    known = scene.entry(mention.name)
    return known.gender if known is not None else ""


def _fits(scene: Scene, mention: ActorMention, gender: str) -> bool:
    return _gender(scene, mention) in {gender, ""} and mention.name[:1].isupper()


def _they(scene: Scene, i: int) -> ActorMention | None:
    sentence = scene.tokens.sent[i]
    for back in (0, 1, 2):
        here = [m for m in scene.recent if scene.sentence(m) == sentence - back and m.start_token < i]
        here = [m for m in here if scene.tokens.dep[m.head] != "nmod:poss" or m.pronoun]
        if joined := coordinated(scene, sentence - back, i):
            return _several(scene, i, joined)
        people = names(m for m in here if m.kind == "person" and not m.members)
        plural = [m for m in here if m.members and m.rule != HYPHENATED]
        if plural and (len(people) != 2 or not _states_only(scene, plural[-1])):
            return _same(scene, i, plural[-1], "those just named")
        if len(people) == 2:
            return _several(scene, i, people)
        groups = [m for m in here if m.kind == "group" and scene.tokens.dep[m.head].startswith("nsubj")]
        if groups and not people:
            return _same(scene, i, groups[-1], "the group just named")
        if len(people) > 2:
            break
    recent = names(m for m in scene.recent if sentence - scene.sentence(m) <= _REACH + 1)
    pair = tuple(name for name in active_people(scene) if name in recent)
    return _several(scene, i, pair) if len(pair) > 1 else None


def _states_only(scene: Scene, mention: ActorMention) -> bool:
    return all(scene.entry(name) is None for name in mention.members)


def _several(scene: Scene, i: int, members: tuple[str, ...]) -> ActorMention:
    return scene.mention(
        i, i + 1, " and ".join(members), "group", None, "pronoun: those just named", members=members, pronoun=True
    )


def _it(scene: Scene, i: int) -> ActorMention | None:
    """``it`` as a subject, when one state or body is the only subject nearby."""
    tokens = scene.tokens
    verb = tokens.head[i]
    if not tokens.dep[i].startswith("nsubj") or tokens.pos[verb] != "VERB" or tokens.low[verb] in _EXPLETIVE:
        return None
    sentence = tokens.sent[i]
    near = [m for m in scene.recent if sentence - scene.sentence(m) <= 1 and m.kind in {"state", "institution"}]
    subjects = [m for m in near if tokens.dep[m.head].startswith("nsubj")]
    if len(names(near)) == 1 and subjects:
        return _same(scene, i, subjects[-1], "the one state or body it can mean")
    return None


_EXPLETIVE = word_set("took takes take seems seemed appears appeared remains remained follows turns")


def in_quotation(offset: int, quotations: Sequence[Quotation]) -> bool:
    """True when this offset lies between quotation marks."""
    return any(part.start <= offset < part.end for q in quotations for part in q.parts)

"""Who is active in a text: whom "the two leaders", "both sides", "the four" and "they" can stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from demarche.actors import words as facts
from demarche.mentions.actors.meant import holders
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.scene import Scene
from demarche.model import ActorMention

NUMERALS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_STATES_THEMSELVES = frozenset({"countries", "nations", "states", "governments", "capitals", "peoples"})
_HEADS = frozenset((*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT, "leader", *facts.BODY_HEADS))
_LEADING = frozenset({"leaders", "heads", "presidents", "premiers", "chancellors", "prime ministers", "kings"})
_PAIR = 2
_LARGEST = 6  # more than this many people are never "they"


def collective(scene: Scene, phrase: Phrase, noun: str) -> ActorMention | None:
    """``the two leaders``, ``the sides``, ``both countries``: the parties that are active in the text."""
    counted = next((NUMERALS[m] for m in (*phrase.modifiers, phrase.determiner, noun) if m in NUMERALS), None)
    definite = phrase.determiner in {"the", "both", "these", "all"} or phrase.owner in {"our", "their"} or counted
    told = {*phrase.modifiers} - {*NUMERALS, "respective", "other", "all", "same"}
    if (
        not definite
        or phrase.places
        or phrase.targets
        or told
        or (phrase.owner and phrase.owner not in {"our", "their"})
        or _of_own_people(scene, phrase.end)
    ):
        return None
    if phrase.owner == "their" and noun not in _STATES_THEMSELVES:
        return None  # "their presidents" are others
    if noun in _DELEGATIONS and (groups := _delegations(scene)):
        rule = "the two groups just named"
        return scene.mention(phrase.start, phrase.end, noun, "group", None, rule, members=groups)
    if noun in _STATES_THEMSELVES:
        members, rule = active_states(scene, counted or 2), "the states that the text speaks of"
    else:
        members, rule = active_people(scene, noun, counted), "those the text speaks of"
        members = holders(scene, noun, members)
    if not members:
        return None
    return scene.mention(phrase.start, phrase.end, noun, "group", None, rule, members=members)


_DELEGATIONS = frozenset({"delegations", "teams", "negotiators"})


def _delegations(scene: Scene) -> tuple[str, ...]:
    """The last two delegations named, if they are two."""
    told = [
        m for m in scene.recent if m.kind == "group" and m.name.startswith(("delegation ", "team ", "negotiators "))
    ]
    found = names(told)
    return found if len(found) == _PAIR else ()


def _of_own_people(scene: Scene, end: int) -> bool:
    """``the leaders of the opposition``, ``the members of the committee``: the words after "of" say whose they are."""
    low = scene.tokens.low
    after = list(low[end : end + 4])
    return after[:1] == ["of"] and not {*after[1:]} & _EACH


_EACH = frozenset({"both", "two", "three", "these", "those", "all", "their", "our", "countries", "states"})


def names(mentions: Iterable[ActorMention]) -> tuple[str, ...]:
    """The distinct names, in order."""
    return tuple(dict.fromkeys(m.name for m in mentions))


def active_people(scene: Scene, noun: str = "", count: int | None = None) -> tuple[str, ...]:
    """The people a plural can mean: of the fitting office first, then all; `count` of them, if a number says so."""
    people = [m for m in scene.horizon if m.kind == "person" and not m.members and m.name[:1].isupper()]
    people = [m for m in people if not _speaks_for_others(scene, m)] or people
    if noun in _LEADING:
        leading = [m for m in people if not _below(scene, m)]
        people = leading if len(names(leading)) >= _PAIR else people
    if count in {None, _PAIR} and (same := _still_the_two(scene)):
        return same
    fitting = [m for m in people if _suits(scene, m, noun)]
    for chosen in (fitting, people) if fitting and len(fitting) < len(people) else (people,):
        found = _settled(scene, chosen, count, first=noun in _PRINCIPALS)
        if found and not (noun in _OPPOSITE and _one_side(scene, found)):
            return found
    return _joined(scene, count) if count is not None and count > _PAIR else ()


_OPPOSITE = frozenset({"sides", "parties", "delegations", "leaders", "presidents", "interlocutors", "prime ministers"})


def _one_side(scene: Scene, people: tuple[str, ...]) -> bool:
    sides = [k.side for k in map(scene.entry, people) if k is not None and k.side]
    return len(sides) > 1 and len(set(sides)) == 1


def _joined(scene: Scene, count: int) -> tuple[str, ...]:
    """So many people joined by "and" in one sentence, the last one first."""
    for sentence in sorted({scene.sentence(m) for m in scene.recent}, reverse=True):
        group = coordinated(scene, sentence, len(scene.tokens))
        if len(group) == count:
            return group
    return ()


def _settled(scene: Scene, chosen: list[ActorMention], count: int | None, *, first: bool = False) -> tuple[str, ...]:
    """All of them if the number fits, else those of the last sentence that names so many, else of the first one."""
    wanted = count or 2
    everyone = names(chosen)
    if len(everyone) == wanted:
        return everyone
    by_sentence: dict[int, list[ActorMention]] = defaultdict(list)
    for mention in chosen:
        by_sentence[scene.sentence(mention)].append(mention)
    order = sorted(by_sentence, reverse=True)
    near = order if (count or 2) > _PAIR else [*order[:2], *order[-1:]]
    near = [*order[-1:], *near] if first else near
    for sentence in sorted(near, key=lambda n: not _tells(scene, by_sentence[n])):
        here = names(by_sentence[sentence])
        if len(here) == wanted:
            return here
    opening = names(by_sentence[order[-1]]) if order else ()
    return opening if count is None and 2 < len(opening) <= _LARGEST else ()


def _tells(scene: Scene, mentions: list[ActorMention]) -> bool:
    """One of them is the subject: the sentence tells of them, not just in passing."""
    return any(scene.tokens.dep[m.head].startswith("nsubj") for m in mentions)


_PRINCIPALS = frozenset({"sides", "parties", "delegations", "interlocutors", "heads", "principals"})
_MOUTHPIECES = frozenset({"spokesman", "press secretary", "presidential spokesman", "nsc spokesperson"})


def _speaks_for_others(scene: Scene, mention: ActorMention) -> bool:
    known = scene.entry(mention.name)
    return mention.office in _MOUTHPIECES or (known is not None and bool(known.offices & _MOUTHPIECES))


def _still_the_two(scene: Scene) -> tuple[str, ...]:
    """The two of the last "the two leaders", if nobody else has been the subject since."""
    dep = scene.tokens.dep
    for mention in reversed(scene.recent):
        if not dep[mention.head].startswith("nsubj"):
            continue
        if len(mention.members) == _PAIR and all(scene.entry(name) is not None for name in mention.members):
            return mention.members
        return ()
    return ()


def _below(scene: Scene, mention: ActorMention) -> bool:
    """The text gives this person an office, and it is not that of a leader."""
    known = scene.entry(mention.name)
    offices = (known.offices if known is not None else set[str]()) - {"counterpart", "secretary", "secretary of state"}
    return bool(offices) and not offices & _HEADS and not any("foreign minister" in o for o in offices)


def _suits(scene: Scene, mention: ActorMention, noun: str) -> bool:
    if noun not in _LEADING and not noun.endswith("ministers"):
        return False
    known = scene.entry(mention.name)
    held = {mention.office, *(known.offices if known else ())}
    if known is not None and known.person is not None and (term := scene.authority.term_on(known.person.id, scene.day)):
        held.add(term.office)
    if noun in _LEADING:
        return bool(held & _HEADS)
    wanted = {*facts.SAME_OFFICE.get(noun.removesuffix("s"), ()), noun.removesuffix("s")}
    return bool(held & wanted) or (noun == "ministers" and any(o and o.endswith("minister") for o in held))


def active_states(scene: Scene, count: int = 2) -> tuple[str, ...]:
    """The sides of the people who are active, or the states of the text, if there are so many."""
    entries = [scene.entry(n) for n in active_people(scene, "", count)]
    sides = tuple(dict.fromkeys(k.side for k in entries if k is not None and k.side))
    if len(sides) == count:
        return sides
    return _settled(scene, [m for m in scene.horizon if m.kind == "state" and not m.members], count)


def coordinated(scene: Scene, sentence: int, before: int) -> tuple[str, ...]:
    """People or states joined by "and" in one sentence, before a token: the subject if there is one, else the last."""
    here = [m for m in scene.recent if scene.sentence(m) == sentence and m.start_token < before and not m.members]
    here = [m for m in here if scene.tokens.dep[m.head] != "nmod:poss" and m.kind in {"person", "state"}]
    groups = _chains(scene, here) or _branches(scene, here)
    people = names(m for m in here if m.kind == "person")
    subjects = [g for g in groups if _tells(scene, g)]
    if not groups or (not subjects and len(people) > _PAIR):
        return people if groups and len(people) <= _LARGEST else ()  # "A brought B and C to D": they are all four
    if not subjects:
        return _few(names(groups[-1]))
    verbs = {scene.tokens.head[m.head] for m in subjects[-1]}
    beside = [m for m in here if m.kind == "person" and _tells(scene, [m]) and scene.tokens.head[m.head] in verbs]
    return _few(names([*(m for m in beside if m not in subjects[-1]), *subjects[-1]]))


def _few(people: tuple[str, ...]) -> tuple[str, ...]:
    return people if 1 < len(people) <= _LARGEST else ()


def _chains(scene: Scene, here: list[ActorMention]) -> list[list[ActorMention]]:
    """``A, B and C``: mentions with nothing but commas and "and" between them, whatever the tree says."""
    chains: list[list[ActorMention]] = []
    joined: set[int] = set()
    for one, other in pairwise(here):
        gap = set(scene.tokens.low[one.end_token : other.start_token])
        if one.kind != other.kind or not gap or not gap <= {",", "and", "&"}:
            continue
        if not chains or chains[-1][-1] is not one:
            chains.append([one])
        chains[-1].append(other)
        if gap & {"and", "&"}:
            joined.add(len(chains) - 1)
    return [chain for k, chain in enumerate(chains) if k in joined]


def _branches(scene: Scene, here: list[ActorMention]) -> list[list[ActorMention]]:
    """``A of X and B of Y``: mentions that the tree joins."""
    tokens, heads = scene.tokens, {m.head: m for m in here}
    groups: dict[int, list[ActorMention]] = defaultdict(list)
    for head, mention in heads.items():
        first = heads.get(tokens.head[head]) if tokens.dep[head] == "conj" else None
        if first is not None and first.kind == mention.kind:
            groups[first.head] = groups[first.head] or [first]
            groups[first.head].append(mention)
    return [group for _, group in sorted(groups.items())]

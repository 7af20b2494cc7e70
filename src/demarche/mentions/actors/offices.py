"""Offices without a name: "the American president", "his Ukrainian counterpart", "the Secretary"."""

from __future__ import annotations

from demarche.actors import Person
from demarche.actors import words as facts
from demarche.actors.names import word_set
from demarche.mentions.actors.active import NUMERALS, active_states, collective
from demarche.mentions.actors.atoms import Atom
from demarche.mentions.actors.lists import give_sides, named_after
from demarche.mentions.actors.people import run_keys
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.pronouns import SINGULAR, person_meant
from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.scene import Scene, of
from demarche.mentions.actors.vocabulary import MODIFIERS
from demarche.mentions.actors.worlds import other_holder
from demarche.model import ActorMention

_HEADS = (*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT)
#: words that make a leader or minister one beside the state's own
_BESIDE = word_set(
    """
    opposition party rebel separatist religious community business military union faction
    """
)
_KEPT_ADJECTIVES = word_set(
    """
    senior top government high-ranking high-level military security economic political interagency
    congressional national parliamentary diplomatic trade foreign nuclear business negotiating opposition
    finance state deputy permanent defence defense federal presidential chief special local interior
    """
)
_KEPT_BUREAUS = frozenset({"government", "parliament", "embassy"})
#: nouns that may be told of without a name: "an adviser to the German chancellor"
_UNNAMED = word_set(
    """
    adviser advisor aide official envoy diplomat negotiator spokesman ambassador representative minister
    mediator emissary delegate lawmaker senator officer commander general
    """
) | {"special envoy", "deputy foreign minister", "foreign minister", "deputy minister", "defence minister"}


def resolve_office(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """The holder of an office, or a lower-case description when nobody knows the holder."""
    noun = phrase.nouns[-1]
    if noun.kind == "honorific" or phrase.former or _predicate(scene, phrase):
        return None
    if {*phrase.modifiers, *(a.value for a in phrase.nouns[:-1])} & _UNDER and not {*noun.value.split()} & _UNDER:
        return _unnamed(scene, phrase, scene.side_ids(phrase))
    places = scene.side_ids(phrase) or owner_place(scene, phrase)
    if noun.value == "opposition":
        return _opposition(scene, phrase, places)
    if scene.tokens.low[noun.end - 1].endswith("s") and noun.kind == "office":
        return _plural(scene, phrase, noun, places)
    office = noun.value
    if office == "counterpart":
        office = _antecedent_office(scene) or ""
        office = facts.PLAIN_OFFICES.get(office, office)
        if not office:
            return None
    if places and phrase.inner:
        side = scene.authority.label(places[0])
        return scene.mention(phrase.start, phrase.end, _description(scene, phrase, office, side), "person", side,
                             "office of a body inside the state", office=office)  # fmt: skip
    if places:
        return _of_place(scene, phrase, office, places[0])
    return _bare(scene, phrase, office)


#: words that put somebody below the office: a deputy chief of staff is not the chief of staff
_UNDER = frozenset({"deputy", "vice", "assistant", "under", "associate", "co"})


def _unnamed(scene: Scene, phrase: Phrase, places: list[str]) -> ActorMention | None:
    """A lower office that no fact holds: described, if its state is named."""
    noun = phrase.nouns[-1]
    if not places or noun.value not in facts.OFFICES.values() or phrase.determiner in {"a", "an"}:
        return None
    side, under = scene.authority.label(places[0]), scene.tokens.low[noun.start - 1]
    return scene.mention(phrase.start, phrase.end, f"{under} {noun.value} {of(side)}", "person", side,
                         "office named, holder not known", office=noun.value)  # fmt: skip


def _predicate(scene: Scene, phrase: Phrase) -> bool:
    """``as president``, ``president-elect``: no reference to the holder."""
    tokens = scene.tokens
    before = tokens.low[phrase.start - 1] if phrase.start else ""
    after = list(tokens.low[phrase.end : phrase.end + 2])
    apposed = before == "as" and tokens.low[max(0, phrase.start - 2)] != "well"
    apposed = apposed or (before == "for" and not phrase.determiner)
    if apposed or before in {"become", "became"} or after == ["-", "elect"] or after[:1] == ["-elect"]:
        return True
    noun = phrase.nouns[-1].end - 1
    return any(tokens.dep[i] == "cop" and tokens.head[i] == noun for i in range(max(0, phrase.start - 4), phrase.start))


def owner_place(scene: Scene, phrase: Phrase) -> list[str]:
    """The side of "his" or "Trump's", for "his spokesman" and "Trump's envoy"."""
    if phrase.owner == "its":
        bodies = [m for m in scene.recent if m.kind in {"state", "institution"} and m.side]
        same = [m for m in bodies if scene.sentence(m) == scene.tokens.sent[phrase.start]]
        sides = {m.side for m in same}
        found = scene.authority.id_of(sides.pop() or "") if len(sides) == 1 else None
        return [found] if found else []
    owner = owner_of(scene, phrase)
    place = scene.authority.id_of(owner.side) if owner is not None and owner.side else None
    return [place] if place else []


def _opposition(scene: Scene, phrase: Phrase, places: list[str]) -> ActorMention | None:
    """``the Syrian opposition``: a party of its own."""
    if not places:
        return None
    start = phrase.start + (phrase.determiner != "")
    name = " ".join(scene.tokens.text[start : phrase.end])
    return scene.mention(phrase.start, phrase.end, name, "group", name, "the opposition of a state named in the text")


def owner_of(scene: Scene, phrase: Phrase) -> Known | None:
    """The person in the genitive before an office, or whom "his" means."""
    if phrase.owner_run is not None:
        return scene.people.short(run_keys(scene.found, phrase.owner_run), phrase.start)
    if phrase.owner in SINGULAR and (found := person_meant(scene, phrase.start, SINGULAR[phrase.owner])):
        return scene.entry(found[0].name)
    return None


def _of_place(scene: Scene, phrase: Phrase, office: str, place: str) -> ActorMention | None:
    side = scene.authority.label(place)
    words = {*phrase.modifiers, *(a.value for a in phrase.nouns)}
    indefinite = phrase.determiner in {"a", "an"}
    if not indefinite:
        family = _HEADS if office == "leader" else facts.SAME_OFFICE.get(office, (office,))
        told = scene.people.by_office(family, side, phrase.start)
        if len({k.name for k in told}) == 1:
            return _made(scene, phrase, told[0], "the text names who holds this office")
        if words & _BESIDE:
            return None
        if scene.unlike_facts and (other := other_holder(scene, family, side, owner_of(scene, phrase))):
            return _made(scene, phrase, other, "the text names one other holder of this office")
        dated = not (scene.historical or scene.unlike_facts)
        person = _holder(scene, phrase, office, place) if dated else None
        if person is not None:
            known = scene.known_as(person, side, (office,), phrase.start)
            return _made(scene, phrase, known, f"office of {side} on {scene.day}")
    if words & _BESIDE or not _worth_telling(phrase, office, indefinite):
        return None
    return scene.mention(phrase.start, phrase.end, _description(scene, phrase, office, side), "person", side,
                         "office named, holder not known", office=office)  # fmt: skip


#: offices that several people hold at a time, whatever the facts list
_MANY = frozenset(
    {"special envoy", "ambassador", "minister", "secretary", "adviser", "spokesman"}
    | {"deputy foreign minister", "deputy minister"}
)


def _worth_telling(phrase: Phrase, office: str, indefinite: bool) -> bool:
    """An unnamed envoy or minister is an actor; an unnamed mayor is not, unless the text says of what."""
    if office in _UNNAMED:
        return True
    if indefinite or phrase.owner:
        return False
    noun = phrase.nouns[-1]
    return office in facts.OFFICES.values() or (noun.kind == "title" and phrase.end > noun.end and bool(phrase.places))


def _holder(scene: Scene, phrase: Phrase, office: str, place: str) -> Person | None:
    if office == "leader":
        return scene.authority.leader(place, scene.day)
    if phrase.nouns[-1].value == "counterpart" and office in _HEADS:
        return scene.authority.holder(office, place, scene.day) or scene.authority.leader(place, scene.day)
    for target in phrase.targets:  # "UN special envoy for Syria"
        name = f"{office} for {scene.authority.label(target.value).lower()}"
        if found := scene.authority.holder(name, place, scene.day):
            return found
    if phrase.targets or office in _MANY:
        return None
    return scene.authority.holder(office, place, scene.day)


def _description(scene: Scene, phrase: Phrase, office: str, side: str) -> str:
    """``chief of the defense staff of Canada``: the title's own words in small letters, the side as its plain name."""
    noun = phrase.nouns[-1]
    complement = list(scene.tokens.low[noun.end : phrase.end])
    names_side = [a for a in phrase.places if a.start >= noun.end]
    if not complement or phrase.run is not None or (noun.kind != "title" and not phrase.inner) or len(names_side) != 1:
        return f"{described(phrase, office)} {of(side)}"
    atom = names_side[0]
    inner = " ".join(scene.tokens.low[noun.end : atom.start]).removesuffix("the").strip().removesuffix("of").strip()
    return f"{described(phrase, office)} {inner} {of(side)}".replace("  ", " ")


def described(phrase: Phrase, noun: str) -> str:
    """``senior government officials`` without the state."""
    words = [m for m in phrase.modifiers if m in _KEPT_ADJECTIVES or m not in MODIFIERS]
    words += [a.value for a in phrase.nouns[:-1] if a.kind == "bureau" and a.value in _KEPT_BUREAUS]
    return " ".join([*words, noun]).lower()


def _made(scene: Scene, phrase: Phrase, known: Known, rule: str) -> ActorMention:
    known.last = phrase.start
    office = phrase.nouns[-1].value if phrase.nouns else None
    return scene.mention(phrase.start, phrase.end, known.name, "person", known.side, rule,
                         actor_id=known.person.id if known.person else None, office=office)  # fmt: skip


def _bare(scene: Scene, phrase: Phrase, office: str) -> ActorMention | None:
    """``the President``, ``the Secretary``: the publisher's own, or the text's."""
    capital = scene.tokens.text[phrase.nouns[-1].start][:1].isupper()
    if phrase.owner or {*phrase.modifiers, *(a.value for a in phrase.nouns)} & _BESIDE:
        return None
    if phrase.determiner != "the" and not (capital and not phrase.determiner):
        return None
    if {*phrase.modifiers} & {"new", "next", "future", "incoming"}:
        return None
    told = scene.people.by_office((office,), None, phrase.start)
    if not told and office in _LOOSE:
        told = scene.people.by_office(tuple(_family(office)), None, phrase.start)
    told = _own_first(scene, told, office)
    holder = scene.publisher.holder
    if holder is not None and office in _own_offices(scene):
        named = any(
            k.person is not None and k.person.id == holder.id and k.first <= phrase.start for k in scene.people.known
        )
        if named or not told:
            side = scene.authority.label(scene.publisher.place or "")
            known = scene.known_as(holder, side, (office,), phrase.start)
            return _made(scene, phrase, known, f"the publisher's {office} on {scene.day}")
    if not told:
        return _own_minister(scene, phrase, office)
    told.sort(key=lambda k: (office,) not in k.shorts)  # "the envoy" stays whom it was before
    told[0].shorts.add((office,))
    rule = "the one person" if len({k.name for k in told}) == 1 else "the last person"
    return _made(scene, phrase, told[0], f"{rule} of this office in the text")


#: offices that a bare noun may mean in several forms; "the foreign minister" is never the Secretary of State
_LOOSE = frozenset(
    {"secretary", "deputy secretary", "under secretary", "minister", "leader", "head of state", "president", "king",
     "spokesman", "special envoy", "head of government", "deputy prime minister", "deputy foreign minister"}
)  # fmt: skip


def _own_first(scene: Scene, told: list[Known], office: str) -> list[Known]:
    """In a publisher's text "the President" is its own; those of another state are called "the President of X"."""
    if scene.publisher.place is None or office not in _own_offices(scene):
        return told
    own = scene.authority.label(scene.publisher.place)
    ours = [k for k in told if k.side in {None, own}]
    for known in ours:
        known.side = own
    return ours or told


def _own_offices(scene: Scene) -> set[str]:
    office = scene.publisher.office or ""
    return {office, office.split(" of ")[0], "head of state" if office == "president" else office}


def _own_minister(scene: Scene, phrase: Phrase, office: str) -> ActorMention | None:
    """``the Secretary of Commerce`` in a text of the White House."""
    place = scene.publisher.place
    if (
        place is None
        or office not in facts.OFFICES.values()
        or office in {"minister", "secretary", "leader", "ambassador"}
    ):
        return None
    person = scene.authority.holder(office, place, scene.day)
    if person is None:
        return None
    known = scene.known_as(person, scene.authority.label(place), (office,), phrase.start)
    return _made(scene, phrase, known, f"office of the publisher's state on {scene.day}")


def _family(office: str) -> set[str]:
    family = {*facts.SAME_OFFICE.get(office, (office,)), office}
    if office in {"secretary", "deputy secretary"}:
        family |= {o for o in facts.OFFICES.values() if o.startswith(office)}
    if office == "minister":
        family |= {o for o in facts.OFFICES.values() if o.endswith("minister") and "prime" not in o}
    if office in {"leader", "head of state"}:
        family |= {*_HEADS}
    return family


def _antecedent_office(scene: Scene) -> str | None:
    """The office that "counterpart" repeats: that of the last person named."""
    for mention in reversed(scene.recent):
        if mention.kind != "person" or mention.pronoun or mention.members:
            continue
        known = scene.entry(mention.name)
        offices: list[str | None] = [mention.office, *(sorted(known.offices) if known else ())]
        for office in offices:
            if office in facts.OFFICES.values() and office not in {"counterpart", "leader"}:
                return office
        term = scene.authority.term_on(known.person.id, scene.day) if known and known.person else None
        return term.office if term else None
    return None


def _plural(scene: Scene, phrase: Phrase, noun: Atom, places: list[str]) -> ActorMention | None:
    """``the presidents of Russia and Turkey``, ``the foreign ministers of both countries``, ``both presidents``."""
    label = " ".join(scene.tokens.low[noun.start : noun.end])
    if listed := named_after(scene, phrase):
        give_sides(listed, [scene.authority.label(p) for p in places])
        for known in listed:
            known.offices.add(noun.value)
        names = tuple(k.name for k in listed)
        return scene.mention(phrase.start, phrase.end, label, "group", None, "the text names them next", members=names)
    if len(places) > 1:
        members = tuple(_holder_name(scene, noun.value, p) for p in places)
        return scene.mention(phrase.start, phrase.end, label, "group", None, f"offices on {scene.day}", members=members)
    if not places and (both := of_both(scene, phrase)):
        members = tuple(f"{noun.value} {of(s)}" for s in both)
        return scene.mention(phrase.start, phrase.end, label, "group", None, "offices of both states", members=members)
    if places:
        side = scene.authority.label(places[0])
        name = f"{described(phrase, label)} {of(side)}"
        return scene.mention(phrase.start, phrase.end, name, "group", side, "unnamed group of a side named in the text")
    return collective(scene, phrase, label)


def _holder_name(scene: Scene, office: str, place: str) -> str:
    told = scene.people.by_office(facts.SAME_OFFICE.get(office, (office,)), scene.authority.label(place), 10**9)
    if len({k.name for k in told}) == 1:
        return told[0].name
    holder = (
        scene.authority.leader(place, scene.day)
        if office == "leader"
        else scene.authority.holder(office, place, scene.day)
    )
    return holder.name if holder else f"{office} {of(scene.authority.label(place))}"


def of_both(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """``delegations of the two countries``."""
    tokens, i = scene.tokens, phrase.end
    low = list(tokens.low[i : i + 4])
    if low[:1] != ["of"] or not ({"countries", "sides", "states", "nations", "governments"} & {*low}):
        return ()
    return active_states(scene) if {*low} & {*NUMERALS} else ()

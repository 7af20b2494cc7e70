"""From phrases to actors: each phrase, in reading order, gets the one name it can mean, with the rule that says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from demarche.actors import Authority, Person
from demarche.actors import words as facts
from demarche.mentions.actors.people import Known, People, phrase_side, run_keys, run_text
from demarche.mentions.actors.phrases import Phrase
from demarche.mentions.actors.publisher import Publisher
from demarche.mentions.actors.scan import Atom, Scan
from demarche.mentions.actors.tokens import PERSON_LABELS, Tokens
from demarche.model import ActorKind, ActorMention, Span

_ARTICLED = ("United ", "European ", "African ", "Netherlands", "Philippines", "Soviet ", "Democratic ", "Arab League",
             "Republic of", "Holy See", "Bahamas", "Gambia", "Maldives", "Taliban", "Kremlin", "White House", "Collective",
             "Organization", "Organisation", "Association", "League", "Commonwealth", "International", "World ", "Gulf ",
             "Eurasian ", "Central African")  # fmt: skip
_KEPT_ADJECTIVES = frozenset(
    "senior top government high-ranking high-level military security economic political interagency congressional "
    "national parliamentary diplomatic trade foreign nuclear business negotiating opposition finance state deputy "
    "permanent defence defense federal presidential chief special local interior unnamed".split()
)
_ARGUMENTS = ("nsubj", "obj", "obl", "iobj", "nmod", "conj", "appos", "root", "ROOT", "csubj", "vocative", "parataxis")
_SINGULAR = {"representatives": "representative"}


@dataclass(slots=True)
class Scene:
    """Everything the resolution of one text needs, and the mentions made so far."""

    found: Scan
    people: People
    authority: Authority
    day: date | None
    publisher: Publisher
    mentions: list[ActorMention] = field(default_factory=list)
    speaker: Known | None = None  # whom "I" means here

    @property
    def tokens(self) -> Tokens:
        return self.found.tokens

    def mention(
        self, start: int, end: int, name: str, kind: ActorKind, side: str | None, rule: str,
        *, words: tuple[int, int] | None = None, actor_id: str | None = None, office: str | None = None,
        members: tuple[str, ...] = (), pronoun: bool = False,
    ) -> ActorMention:  # fmt: skip
        """A mention of tokens [start, end); `words` is the narrower stretch that names it."""
        first, last = words or (start, end)
        span = Span(self.tokens.start[first], self.tokens.end(last - 1))
        head = head_of(self.tokens, start, end, first, last)
        return ActorMention(span, name, kind, side, rule, head, start, end, actor_id, office, members, pronoun)


def head_of(tokens: Tokens, start: int, end: int, first: int, last: int) -> int:
    """The token of the phrase that the rest of the sentence hangs on."""
    if not tokens.annotated:
        return first
    outside = [i for i in range(start, end) if not start <= tokens.head[i] < end or tokens.head[i] == i]
    strong = [i for i in outside if tokens.dep[i].startswith(_ARGUMENTS)]
    for choice in (strong, [i for i in outside if tokens.dep[i] not in {"punct", "case", "cc", "det", "mark"}]):
        inside = [i for i in choice if first <= i < last]
        if inside or choice:
            return (inside or choice)[0]
    return last - 1


def of(name: str) -> str:
    """``of Ukraine``, ``of the United States``."""
    return f"of the {name}" if name.startswith(_ARTICLED) else f"of {name}"


def resolve_phrase(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """The mention of one phrase, or None when it names no actor."""
    if phrase.run is not None:
        return _person(scene, phrase)
    noun = phrase.nouns[-1]
    if noun.kind == "bureau":
        return _bureau(scene, phrase, noun)
    if noun.kind == "group":
        return _group(scene, phrase, noun)
    if noun.kind == "sideword":
        return _side(scene, phrase, noun)
    if noun.kind == "collective":
        return None
    return _office(scene, phrase, noun)


def _person(scene: Scene, phrase: Phrase) -> ActorMention | None:
    run = phrase.run
    assert run is not None
    keys = run_keys(scene.found, run)
    offices = [a.value for a in phrase.nouns if a.kind in {"office", "title"}]
    known, rule = _identified(scene, phrase, keys, offices)
    if known is None:
        return None
    known.last = run.start
    if phrase.nouns:
        scene.people.note(phrase, known)
    side = phrase_side(phrase, scene.authority) or known.side or _owner_side(scene, phrase)
    if known.side is None:
        known.side = side
    office = offices[-1] if offices else None
    person_id = known.person.id if known.person else None
    return scene.mention(phrase.start, phrase.end, known.name, "person", side, rule,
                         words=(run.start, run.end), actor_id=person_id, office=office)  # fmt: skip


def _identified(scene: Scene, phrase: Phrase, keys: tuple[str, ...], offices: list[str]) -> tuple[Known | None, str]:
    run, people = phrase.run, scene.people
    assert run is not None
    exact = next((k for k in people.known if k.keys == keys or (k.person and run.person == k.person.id)), None)
    if exact is not None:
        return exact, "named in full" if exact.person is None else "named in the authority facts"
    known = people.short(keys, run.start, offices)
    if known is not None:
        return known, "introduced in full in the text"
    person = _surnamed(scene, phrase, keys, offices)
    if person is not None:
        known = Known(person.name, keys, person, person.gender, scene.authority.side_of(person.id, scene.day),
                      set(offices), run.start)  # fmt: skip
        people.known.append(known)
        return known, f"surname in office on {scene.day}" if scene.day else "surname of an office holder"
    if phrase.nouns or _lone_name(scene.tokens, run.start, run.end):
        known = Known(run_text(scene.found, run), keys, None, scene.authority.given_names.get(keys[0], ""), None,
                      set(offices), run.start)  # fmt: skip
        people.known.append(known)
        people.note(phrase, known)
        return known, "as the text names it"
    return None, ""


def _surnamed(scene: Scene, phrase: Phrase, keys: tuple[str, ...], offices: list[str]) -> Person | None:
    authority = scene.authority
    if not phrase.nouns:
        run = phrase.run
        assert run is not None
        if scene.tokens.annotated and scene.tokens.ent[run.start] not in {*PERSON_LABELS, ""}:
            return None
        return authority.surnamed(keys, scene.day, first_tier=True)
    place = next((authority.side_id(a.value) for a in phrase.places), None)
    office = next((o for o in offices if o in facts.OFFICES.values()), None)
    if office or place:
        found = authority.surnamed(keys, scene.day, office=office, place=place)
        if found or not place:
            return found
    return authority.surnamed(keys, scene.day, place=place, first_tier=place is None)


def _lone_name(tokens: Tokens, start: int, end: int) -> bool:
    """A single unknown name: the pipeline must see a person in every word of it."""
    return tokens.annotated and all(
        tokens.ent[i] in PERSON_LABELS and tokens.pos[i] == "PROPN" for i in range(start, end) if tokens.text[i] != "-"
    )


def _owner_side(scene: Scene, phrase: Phrase) -> str | None:
    if phrase.owner_run is not None:
        owner = scene.people.short(run_keys(scene.found, phrase.owner_run), phrase.start)
        return owner.side if owner else None
    return None


def _office(scene: Scene, phrase: Phrase, noun: Atom) -> ActorMention | None:
    """``the American president``, ``his Ukrainian counterpart``, ``the Secretary``."""
    office = noun.value
    plural = scene.tokens.low[noun.end - 1].endswith("s") and noun.kind == "office" and office not in {"head of states"}
    place = scene.authority.side_id(phrase.places[0].value) if phrase.places else None
    if plural and scene.tokens.low[noun.end - 1] not in {"affairs"}:
        return _plural_office(scene, phrase, noun, place)
    if office == "counterpart":
        office = _antecedent_office(scene) or ""
        if not office or place is None:
            return None
    if phrase.former or noun.kind == "honorific":
        return None
    side = scene.authority.label(place) if place else None
    if place is not None:
        return _office_of(scene, phrase, office, place, side or "")
    return _bare_office(scene, phrase, office)


def _office_of(scene: Scene, phrase: Phrase, office: str, place: str, side: str) -> ActorMention | None:
    family = facts.SAME_OFFICE.get(office, (office,))
    heads = (*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT)
    told = scene.people.by_office(heads if office == "leader" else family, side, phrase.start)
    if len({k.name for k in told}) == 1:
        return _made(scene, phrase, told[0], "the text names who holds this office")
    if _BESIDE & {*phrase.modifiers, *(a.value for a in phrase.nouns)}:
        return None
    person = _holder(scene, phrase, office, place)
    if person is not None:
        known = next((k for k in scene.people.known if k.person and k.person.id == person.id), None)
        known = known or Known(person.name, (), person, person.gender, side, {office}, phrase.start)
        if known not in scene.people.known:
            scene.people.known.append(known)
        return _made(scene, phrase, known, f"office of {side} on {scene.day}")
    if phrase.nouns[-1].kind == "title" and phrase.nouns[-1].value in {"visitor", "host", "opposition", "judge"}:
        return None
    kind: ActorKind = "person"
    return scene.mention(phrase.start, phrase.end, f"{_described(scene, phrase, office)} {of(side)}", kind, side,
                         "office named, holder not known", office=office)  # fmt: skip


def _holder(scene: Scene, phrase: Phrase, office: str, place: str) -> Person | None:
    if office == "leader":
        return scene.authority.leader(place, scene.day)
    for target in phrase.targets:  # "UN special envoy for Syria"
        name = f"{office} for {scene.authority.label(target.value).lower()}"
        if found := scene.authority.holder(name, place, scene.day):
            return found
    return scene.authority.holder(office, place, scene.day) if not phrase.targets else None


def _described(scene: Scene, phrase: Phrase, noun: str) -> str:
    words = [m for m in phrase.modifiers if m in _KEPT_ADJECTIVES]
    words += [a.value for a in phrase.nouns[:-1] if a.kind == "bureau" and a.value in {"government", "parliament", "embassy"}]
    return " ".join([*words, noun]).lower()


def _made(scene: Scene, phrase: Phrase, known: Known, rule: str) -> ActorMention:
    known.last = phrase.start
    office = phrase.nouns[-1].value if phrase.nouns else None
    return scene.mention(phrase.start, phrase.end, known.name, "person", known.side, rule,
                         actor_id=known.person.id if known.person else None, office=office)  # fmt: skip


def _bare_office(scene: Scene, phrase: Phrase, office: str) -> ActorMention | None:
    """``the President``, ``the Secretary``: the text's own, or the publisher's."""
    family = {*facts.SAME_OFFICE.get(office, (office,))}
    if office in {"secretary", "minister", "deputy secretary"}:
        family |= {
            o
            for o in facts.OFFICES.values()
            if o.startswith(office) or (office == "minister" and o.endswith("minister"))
        }
    if _BESIDE & {*phrase.modifiers, *(a.value for a in phrase.nouns)}:
        return None
    if office in {"leader", "head of state"}:
        family |= {*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT}
    told = scene.people.by_office(tuple(family), None, phrase.start)
    names = {k.name for k in told}
    if len(names) == 1 and phrase.owner == "":
        return _made(scene, phrase, told[0], "the one person of this office in the text")
    publisher = scene.publisher
    own = publisher.office is not None and office in {publisher.office, publisher.office.split(" of ")[0]}
    if own and publisher.holder is not None and phrase.owner == "":
        known = next((k for k in scene.people.known if k.person and k.person.id == publisher.holder.id), None)
        known = known or Known(publisher.holder.name, (), publisher.holder, publisher.holder.gender,
                               scene.authority.label(publisher.place or ""), {office}, phrase.start)  # fmt: skip
        if known not in scene.people.known:
            scene.people.known.append(known)
        return _made(scene, phrase, known, f"the publisher's {office} on {scene.day}")
    if told and phrase.owner == "" and (phrase.determiner == "the" or scene.tokens.text[phrase.start][:1].isupper()):
        return _made(scene, phrase, told[0], "the last person of this office in the text")
    return None


_BESIDE = frozenset({"opposition", "party", "rebel", "separatist", "religious", "community", "business", "military", "union"})


def _antecedent_office(scene: Scene) -> str | None:
    for mention in reversed(scene.mentions):
        if mention.kind == "person" and not mention.pronoun:
            known = next((k for k in scene.people.known if k.name == mention.name), None)
            for office in (mention.office, *(sorted(known.offices) if known else ())):
                if office in facts.OFFICES.values() and office not in {"counterpart", "leader"}:
                    return office
            if known and known.person:
                term = scene.authority.term_on(known.person.id, scene.day)
                return term.office if term else None
            return None
    return None


def _plural_office(scene: Scene, phrase: Phrase, noun: Atom, place: str | None) -> ActorMention | None:
    places = list(dict.fromkeys(scene.authority.side_id(a.value) for a in phrase.places))
    word = scene.tokens.low[noun.end - 1]
    label = " ".join(scene.tokens.low[noun.start : noun.end])
    if len(places) > 1:
        holders = [
            scene.authority.leader(p, scene.day)
            if noun.value == "leader"
            else scene.authority.holder(noun.value, p, scene.day)
            for p in places
        ]
        names = tuple(
            h.name if h else f"{noun.value} {of(scene.authority.label(p))}"
            for h, p in zip(holders, places, strict=True)
        )
        return scene.mention(phrase.start, phrase.end, label, "group", None, f"offices on {scene.day}", members=names)
    if len(places) == 1 and place is not None:
        side = scene.authority.label(place)
        return scene.mention(
            phrase.start,
            phrase.end,
            f"{_described(scene, phrase, label)} {of(side)}",
            "group",
            side,
            "group of one side",
        )
    return collective(scene, phrase, word)


def _bureau(scene: Scene, phrase: Phrase, noun: Atom) -> ActorMention | None:
    place = scene.authority.side_id(phrase.places[0].value) if phrase.places else None
    if place is None:
        return None
    side, title = scene.authority.label(place), facts.BUREAUS[noun.value]
    if not title:
        return scene.mention(
            phrase.start, phrase.end, side, "state", side, "the government stands for its state", actor_id=place
        )
    return scene.mention(
        phrase.start, phrase.end, f"{title} {of(side)}", "institution", side, "institution of a state named in the text"
    )


def _side(scene: Scene, phrase: Phrase, noun: Atom) -> ActorMention | None:
    """``the Japanese side``: stands for the state."""
    if phrase.places:
        place = scene.authority.side_id(phrase.places[0].value)
        side = scene.authority.label(place)
        kind: ActorKind = "state" if place in scene.authority.states or place[0] == "~" else "institution"
        return scene.mention(
            phrase.start, phrase.end, side, kind, side, f"the {noun.value} stands for its state", actor_id=place
        )
    if phrase.owner == "our" and scene.publisher.place:
        side = scene.authority.label(scene.publisher.place)
        return scene.mention(phrase.start, phrase.end, side, "state", side, "the publisher's own side")
    return None


def _group(scene: Scene, phrase: Phrase, noun: Atom) -> ActorMention | None:
    """``senior Ukrainian officials``: described in the codebook's form, side set."""
    if phrase.places:
        sides = list(dict.fromkeys(scene.authority.label(scene.authority.side_id(a.value)) for a in phrase.places))
        label = _described(scene, phrase, noun.value)
        members = tuple(f"{label} {of(s)}" for s in sides) if len(sides) > 1 else ()
        name = f"{label} {of(sides[0])}" if len(sides) == 1 else f"{label} of " + " and ".join(sides)
        return scene.mention(phrase.start, phrase.end, name, "group", sides[0] if len(sides) == 1 else None,
                             "unnamed group of a side named in the text", members=members)  # fmt: skip
    region = next(
        (m for m in phrase.modifiers if m in {"european", "arab", "world", "allied", "african", "western"}), None
    )
    if region is not None:
        return scene.mention(
            phrase.start,
            phrase.end,
            f"{region.capitalize() if region != 'world' else region} {noun.value}",
            "group",
            None,
            "unnamed group",
        )
    if noun.value in facts.COLLECTIVES:
        return collective(scene, phrase, noun.value)
    return None


def collective(scene: Scene, phrase: Phrase, noun: str) -> ActorMention | None:
    """``the two leaders``, ``the sides``: members are the two parties that are active in the text."""
    if phrase.determiner not in {"the", "both"} and phrase.owner not in {"our", "their"} and "two" not in phrase.modifiers:
        return None
    if phrase.places or phrase.targets or {*phrase.modifiers} - {"two", "both", "respective", "other"}:
        return None
    if noun in _STATES_THEMSELVES:
        return _both_states(scene, phrase, noun)
    pair = active_pair(
        scene,
        people_only=noun not in {"sides", "parties", "countries", "nations", "states", "governments", "delegations"},
    )
    if not pair:
        return None
    return scene.mention(phrase.start, phrase.end, noun, "group", None, "the two that the text speaks of", members=pair)


_STATES_THEMSELVES = frozenset({"countries", "nations", "states", "governments", "capitals", "peoples"})


def _both_states(scene: Scene, phrase: Phrase, noun: str) -> ActorMention | None:
    sides = state_pair(scene)
    if not sides:
        return None
    return scene.mention(phrase.start, phrase.end, noun, "group", None, "the two states that the text speaks of", members=sides)


def state_pair(scene: Scene) -> tuple[str, ...]:
    """The sides of the two people of the text, or its two states."""
    sides = [k.side for n in active_pair(scene, people_only=True) for k in scene.people.known if k.name == n and k.side]
    if len(set(sides)) == 2:
        return tuple(dict.fromkeys(sides))
    states = list(dict.fromkeys(m.name for m in scene.mentions if m.kind == "state"))
    return tuple(states) if len(states) == 2 else ()


def active_pair(scene: Scene, *, people_only: bool) -> tuple[str, ...]:
    """The two people (or sides) of the text so far, if they are exactly two or the last sentence names exactly two."""
    kinds = {"person"} if people_only else {"person", "state"}
    chosen = [m for m in scene.mentions if m.kind in kinds and not m.members]
    names = list(dict.fromkeys(m.name for m in chosen))
    if len(names) == 2:
        return tuple(names)
    if not people_only:
        return active_pair(scene, people_only=True)
    if scene.mentions:
        for sentence in (
            scene.tokens.sent[chosen[-1].head] if chosen else 0,
            scene.tokens.sent[0] if len(scene.tokens) else 0,
        ):
            near = list(dict.fromkeys(m.name for m in chosen if scene.tokens.sent[m.head] == sentence))
            if len(near) == 2:
                return tuple(near)
    return ()


def resolve_place(scene: Scene, atom: Atom) -> ActorMention | None:
    """A state, body or capital that stands alone."""
    authority, tokens = scene.authority, scene.tokens
    start = atom.start
    if atom.kind == "conference":
        return scene.mention(start, atom.end, atom.value, "institution", atom.value, "named")
    place = authority.side_id(atom.value)
    if atom.kind == "state":
        return scene.mention(
            start, atom.end, authority.label(place), "state", authority.label(place), "named", actor_id=place
        )
    if atom.kind == "institution":
        if atom.value.startswith("USA-") or atom.value.startswith("RUS-KREMLIN"):
            if _located(tokens, atom):
                return None
        name = authority.label(atom.value)
        return scene.mention(start, atom.end, name, "institution", authority.label(place), "named", actor_id=atom.value)
    if atom.kind == "seat" and _acts(tokens, atom):
        name = authority.label(place)
        return scene.mention(start, atom.end, name, "state", name, "the capital stands for its state", actor_id=place)
    if atom.kind == "demonym" and _people(tokens, atom):
        name = authority.label(place)
        return scene.mention(start, atom.end, name, "state", name, "the people stand for their state", actor_id=place)
    return None


_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "into", "around", "across"})


def _located(tokens: Tokens, atom: Atom) -> bool:
    i = atom.start - 1
    if i >= 0 and tokens.low[i] == "the":
        i -= 1
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
    if before in _LOCATIVE:
        return False
    if dep.startswith("nsubj") or dep in {"nmod:poss", "obl:agent"}:
        return True
    return (
        before in {"between", "with", "against", "by", "from"}
        and dep in {"obl", "nmod"}
        or before == "and"
        and dep in {"obl", "nmod"}
    )


def _people(tokens: Tokens, atom: Atom) -> bool:
    text = tokens.text[atom.end - 1]
    if not tokens.annotated:
        return False
    return (
        text.endswith("s")
        and tokens.pos[atom.end - 1] in {"NOUN", "PROPN"}
        and not tokens.dep[atom.end - 1] in {"compound", "amod"}
    )


def places_between(atoms: Iterator[Atom]) -> Iterator[Atom]:
    """Only to keep the order of a mixed stream explicit."""
    return atoms

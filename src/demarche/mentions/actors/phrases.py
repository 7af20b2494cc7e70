"""Phrases around nouns of office: "Canadian Foreign Minister Mélanie Joly", "the U.S. side", "senior officials of X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from demarche.mentions.actors.scan import Atom, Run, Scan
from demarche.mentions.actors.vocabulary import (
    DETERMINERS,
    DOMAIN_WORDS,
    FORMER,
    MODIFIERS,
    NOT_NAMES,
    POSSESSIVES,
)

PLACE_KINDS = frozenset({"state", "institution", "demonym", "seat"})
HEAD_KINDS = frozenset({"office", "title", "honorific", "group", "sideword", "collective", "bureau"})
_OF = frozenset({"of", "for", "to", "from"})
_GENITIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(slots=True)
class Phrase:
    """A stretch of tokens that names an actor, before anybody has been identified.

    `nouns` are the head atoms ("Deputy Prime Minister", "Foreign Minister"); `places` the ids of the states and bodies
    in it; `owner` is "his", "their", or the run that stands in the genitive.
    """

    start: int
    end: int
    nouns: list[Atom] = field(default_factory=list)
    places: list[Atom] = field(default_factory=list)
    targets: list[Atom] = field(default_factory=list)
    owner: str = ""
    owner_run: Run | None = None
    determiner: str = ""
    modifiers: list[str] = field(default_factory=list)
    run: Run | None = None
    apposed: bool = False  # the name and the office stand beside each other, parted by a comma
    former: bool = False


def phrases(found: Scan) -> list[Phrase]:
    """Every phrase of the text that holds a noun of office, a group or a name, in order, without overlaps."""
    out: list[Phrase] = []
    used = 0
    for item in sorted([*(a for a in found.atoms if a.kind in HEAD_KINDS), *found.runs], key=lambda x: x[0]):
        if item[0] < used or (isinstance(item, Atom) and _modifies(found, item)):
            continue
        phrase = _bare(found, item, used) if isinstance(item, Run) else _office(found, item, used)
        if phrase is None:
            continue
        _join_apposition(found, out, phrase)
        if phrase.end:
            out.append(phrase)
        used = max(used, phrase.end or used)
        if out:
            used = max(used, out[-1].end)
    _share_plural_titles(found, out)
    return out


def _share_plural_titles(found: Scan, out: list[Phrase]) -> None:
    """``Foreign Ministers A of X and B of Y``: B holds the office too."""
    for first, second in zip(out, out[1:], strict=False):
        if first.run is None or second.run is None or second.nouns or not first.nouns:
            continue
        noun = first.nouns[-1]
        gap = set(found.tokens.low[first.end : second.start])
        if found.tokens.low[noun.end - 1].endswith("s") and gap <= {"and", ",", "of", "the"} and gap:
            second.nouns = [n for n in first.nouns if n.end <= first.run.start]
            _trailing_state(found, second)


def _modifies(found: Scan, atom: Atom) -> bool:
    """``chief`` in "chief cabinet secretary", ``military`` in "military instructors": part of a later noun's phrase."""
    tokens, last = found.tokens, atom.end - 1
    if atom.kind not in {"title", "sideword", "group"} or tokens.dep[last] not in {"amod", "compound", "nmod:desc"}:
        return False
    head = tokens.head[last]
    if not atom.end <= head <= last + 4 or head in found.run_of:
        return False
    return tokens.text[last].islower()


def _bare(found: Scan, run: Run, floor: int) -> Phrase:
    """A name, with the state or body just before it: ``Ukraine's Zelenskiy``, ``the UN refugee chief (UNHCR) Grandi``."""
    phrase, tokens = Phrase(run.start, run.end, run=run), found.tokens
    i = run.start - 1
    if i - 2 >= floor and tokens.text[i] == ")" and tokens.text[i - 2] == "(":
        i -= 3
    if i >= floor and tokens.text[i] in _GENITIVE:
        i -= 1
    atom = found.atom_of.get(i)
    if atom is None or atom.start < floor or atom.kind not in {"state", "institution", "demonym"}:
        return phrase
    if i == run.start - 1 and atom.kind == "state":
        return phrase
    phrase.places.append(atom)
    phrase.start = atom.start
    return phrase


def _office(found: Scan, head: Atom, floor: int) -> Phrase | None:
    phrase = Phrase(head.start, head.end, nouns=[head])
    _extend_left(found, phrase, floor)
    _extend_right(found, phrase)
    if head.kind == "honorific" and phrase.run is None:
        return None
    return phrase


def _extend_left(found: Scan, phrase: Phrase, floor: int) -> None:
    tokens = found.tokens
    i = phrase.start - 1
    loose = 0
    while i >= floor:
        atom, low = found.atom_of.get(i), tokens.low[i]
        if tokens.sent[i] != tokens.sent[i + 1] and tokens.text[i].endswith("."):
            break
        if atom is not None and atom.kind in PLACE_KINDS:
            phrase.places.insert(0, atom)
            i = atom.start - 1
        elif (
            atom is not None
            and atom.kind in {"office", "title"}
            and atom.start >= floor
            and not _parted(found, atom, phrase)
        ):
            phrase.nouns.insert(0, atom)
            i = atom.start - 1
        elif atom is not None and atom.kind in {"sideword", "group"} and tokens.dep[i] in {"compound", "amod"} and tokens.text[i].islower():
            phrase.modifiers.insert(0, low)
            i -= 1
        elif (step := _listed(found, phrase, i, floor)) or (step := _bracket(found, i, floor)):
            i -= step
        elif low in POSSESSIVES:
            phrase.owner, i = low, i - 1
            phrase.start = i + 1
            break
        elif low in DETERMINERS:
            phrase.determiner, i = low, i - 1
            phrase.start = i + 1
            break
        elif tokens.text[i] in _GENITIVE and i - 1 >= floor and _owner(found, phrase, i - 1):
            break
        elif low in MODIFIERS or (tokens.text[i][:1].isupper() and low in DOMAIN_WORDS):
            phrase.modifiers.insert(0, low)
            phrase.former = phrase.former or low in FORMER
            i -= 1
        elif (
            tokens.text[i] in "-/"
            and i - 1 >= floor
            and tokens.text[i - 1].isalnum()
            and tokens.start[i] == tokens.end(i - 1)
        ):
            i -= 1
        elif (
            loose < 2
            and tokens.pos[i] in {"ADJ", "NOUN"}
            and tokens.dep[i] in {"amod", "compound"}
            and i + 1 <= tokens.head[i] < phrase.end
        ):
            phrase.modifiers.insert(0, low)
            loose, i = loose + 1, i - 1
        else:
            break
        phrase.start = i + 1


def _listed(found: Scan, phrase: Phrase, i: int, floor: int) -> int:
    """``U.S., Qatari, and Egyptian mediators``: how many joining tokens stand before the first adjective."""
    tokens = found.tokens
    if not (phrase.places and phrase.places[0].start == phrase.start) or phrase.nouns[-1].kind not in {"group", "office", "bureau"}:
        return 0
    step = 1 if tokens.low[i] in {"and", ",", "&"} else 0
    if tokens.low[i] == "and" and i - 1 >= floor and tokens.text[i - 1] == ",":
        step = 2
    before = found.atom_of.get(i - step)
    fits = before is not None and before.start >= floor and before.kind in _ADJECTIVAL
    return step if fits and phrase.places[0].kind in _ADJECTIVAL and _plural_head(found, phrase) else 0


_ADJECTIVAL = frozenset({"demonym", "state", "institution"})


def _plural_head(found: Scan, phrase: Phrase) -> bool:
    last = phrase.nouns[-1]
    return last.kind == "group" or found.tokens.low[last.end - 1].endswith("s")


def _bracket(found: Scan, i: int, floor: int) -> int:
    """``Republic of Korea (ROK) Minister``: the size of an acronym in brackets."""
    tokens = found.tokens
    inside = i - 2 >= floor and tokens.text[i] == ")" and tokens.text[i - 2] == "(" and tokens.text[i - 1].isupper()
    return 3 if inside else 0


def _parted(found: Scan, atom: Atom, phrase: Phrase) -> bool:
    """Two nouns of office side by side are one title unless the first is plural or a group."""
    return atom.end != phrase.start


def _owner(found: Scan, phrase: Phrase, last: int) -> bool:
    """The genitive before the phrase: a state, a body, a seat or a name."""
    atom, run = found.atom_of.get(last), found.run_of.get(last)
    if run is not None:
        phrase.owner_run, phrase.owner = run, "run"
        return True
    if atom is not None and atom.kind in PLACE_KINDS:
        phrase.places.insert(0, atom)
        phrase.start = atom.start
        if atom.start and found.tokens.low[atom.start - 1] == "the":
            phrase.start -= 1
        return True
    return False


def _extend_right(found: Scan, phrase: Phrase) -> None:
    _more_nouns(found, phrase)
    _complement(found, phrase)
    _name(found, phrase)


def _more_nouns(found: Scan, phrase: Phrase) -> None:
    """``Deputy Prime Minister/Foreign Minister``, ``Prime Minister and Foreign Minister``, ``Secretary of State Dr.``."""
    tokens = found.tokens
    while phrase.end < len(tokens):
        i = phrase.end
        atom = found.atom_of.get(i)
        if (
            atom is not None
            and atom.kind in _NEXT_KINDS[phrase.nouns[-1].kind == "bureau"]
            and phrase.nouns[-1].kind not in {"group", "sideword", "collective"}
        ):
            phrase.nouns.append(atom)
            phrase.end = atom.end
        elif (
            phrase.nouns[-1].kind == "bureau"
            and tokens.text[i] in _GENITIVE
            and (after := found.atom_of.get(i + 1)) is not None
            and after.kind in {"office", "title", "group"}
        ):
            phrase.nouns.append(after)
            phrase.end = after.end
        elif (
            tokens.text[i] == "/"
            and (after := found.atom_of.get(i + 1)) is not None
            and after.kind in {"office", "title"}
        ):
            phrase.nouns.append(after)
            phrase.end = after.end
        elif (
            tokens.low[i] == "and" and phrase.places and phrase.determiner != "the" and (joint := _joint(found, i + 1))
        ):
            phrase.nouns.extend(joint)
            phrase.end = joint[-1].end
        else:
            break


def _joint(found: Scan, i: int) -> list[Atom]:
    """A second office of the same person after "and": it is followed by the name at once."""
    atom = found.atom_of.get(i)
    if atom is None or atom.kind not in {"office", "title"} or atom.end not in found.run_of:
        return []
    return [atom]


def _complement(found: Scan, phrase: Phrase) -> None:
    """``of the European Commission``, ``for Western Hemisphere Affairs``, ``to the President of Ukraine``."""
    tokens = found.tokens
    rounds = 0
    while phrase.end < len(tokens) and tokens.low[phrase.end] in _OF and rounds < 3:
        if tokens.low[phrase.end] in {"to", "from"} and phrase.nouns[-1].value not in _TO_NOUNS:
            return
        known = len(phrase.places)
        end = _complement_end(found, phrase, phrase.end + 1)
        if end is None:
            del phrase.places[known:]
            return
        if tokens.low[phrase.end] != "of":  # "envoy for Ukraine" and "ambassador to Ukraine" don't speak for Ukraine
            phrase.targets += phrase.places[known:]
            del phrase.places[known:]
        phrase.end, rounds = end, rounds + 1
    _posted(found, phrase)


def _posted(found: Scan, phrase: Phrase) -> None:
    """``Head of the EU Delegation to Ukraine X``, ``UNHCR Representative in Ukraine X``: where, then the name."""
    tokens, i = found.tokens, phrase.end
    if i + 1 >= len(tokens) or tokens.low[i] not in {"to", "in", "on", "at"}:
        return
    start = i + 2 if tokens.low[i + 1] == "the" else i + 1
    atom = found.atom_of.get(start)
    end = atom.end if atom is not None and atom.kind in {"state", "institution", "seat"} else start
    while end < len(tokens) and end - start < 5 and tokens.low[end] in DOMAIN_WORDS and tokens.text[end][:1].isupper():
        end += 1
    if end > start and end in found.run_of:
        phrase.end = end


_NEXT_KINDS = (frozenset({"office", "title", "honorific"}), frozenset({"office", "title", "honorific", "group"}))
_TO_NOUNS = frozenset(
    {"ambassador", "special envoy", "adviser", "advisor", "aide", "assistant", "representative", "delegate"}
)


def _complement_end(found: Scan, phrase: Phrase, i: int) -> int | None:
    tokens, size = found.tokens, len(found.tokens)
    if i < size and tokens.low[i] in {"the", "its", "their", "his"}:
        i += 1
    first = i
    while i < size:
        atom, run, low = found.atom_of.get(i), found.run_of.get(i), tokens.low[i]
        if run is not None:
            break
        if atom is not None and atom.kind in PLACE_KINDS:
            phrase.places.append(atom)
            i = atom.end
        elif atom is not None and atom.kind in {"office", "title"} and (tokens.text[i][:1].isupper() or i == first):
            if atom.kind == "office" and i != first and tokens.low[i - 1] not in DOMAIN_WORDS | {"of", "the"}:
                break
            i = atom.end
        elif (
            tokens.text[i][:1].isupper()
            and low not in NOT_NAMES
            and (low in DOMAIN_WORDS or tokens.pos[i] in {"PROPN", "NOUN", "ADJ"})
        ):
            i += 1
        elif low in {"and", "&", "-", "of", "the"} and i > first and _goes_on(found, i + 1, low):
            i += 1
        elif i > first and _plural_head(found, phrase) and (step := _next_state(found, i)):
            i += step
        elif low in {",", "and"} and i > first and (end := _listed_until_name(found, i)):
            i = end
        else:
            break
    return i if i > first else None


def _next_state(found: Scan, i: int) -> int:
    """In "ministers of X, Y and the Z": how many tokens join the next state."""
    tokens, step = found.tokens, 0
    while step < 3 and i + step < len(tokens) and tokens.low[i + step] in {",", "and", "the", "of"}:
        step += 1
    atom = found.atom_of.get(i + step)
    joined = step > 0 and tokens.low[i] in {",", "and"}
    return step if joined and atom is not None and atom.kind in {"state", "institution"} else 0


def _listed_until_name(found: Scan, i: int) -> int:
    """``for Afghanistan, Pakistan, and Central Asia X``: where a list of places ends at a name, else 0."""
    tokens, start = found.tokens, i
    while i < len(tokens) and i - start < 14:
        if i in found.run_of:
            return i if i > start + 1 and tokens.text[i - 1] not in {",", "and"} else 0
        atom, low = found.atom_of.get(i), tokens.low[i]
        if atom is not None and atom.kind in {"state", "institution", "region"}:
            i = atom.end
        elif low in {",", "and", "the", "for"} or (low in DOMAIN_WORDS and tokens.text[i][:1].isupper()):
            i += 1
        else:
            return 0
    return 0


def _goes_on(found: Scan, i: int, low: str) -> bool:
    """After "and" the title goes on only with another capitalised word of the domain."""
    tokens = found.tokens
    if i >= len(tokens) or i in found.run_of:
        return False
    atom = found.atom_of.get(i)
    if low in {"of", "the", "-"}:
        return tokens.text[i][:1].isupper() or tokens.low[i] == "the"
    return tokens.text[i][:1].isupper() and atom is None and tokens.low[i] in DOMAIN_WORDS


def _name(found: Scan, phrase: Phrase) -> None:
    tokens, i = found.tokens, phrase.end
    run = found.run_of.get(i)
    if phrase.nouns[-1].kind == "group" and run is not None and run.start == i and tokens.text[i - 1].islower():
        phrase.run, phrase.end = run, run.end  # "ministers Bartos and Lungu"
        return
    if phrase.nouns[-1].kind in {"group", "sideword", "collective"}:
        return
    if phrase.nouns[-1].kind == "bureau":
        return
    while (
        (atom := found.atom_of.get(i)) is not None
        and atom.kind in {"honorific", "title", "office"}
        and phrase.end == i
        and tokens.text[i][:1].isupper()
    ):
        phrase.nouns.append(atom)
        i = phrase.end = atom.end
    run = found.run_of.get(i)
    if run is not None and run.start == i:
        phrase.run, phrase.end = run, run.end
        _trailing_state(found, phrase)
        return
    if (
        i + 1 < len(tokens)
        and tokens.text[i] == ","
        and (run := found.run_of.get(i + 1))
        and _apposed_name(found, phrase, run)
    ):
        phrase.run, phrase.apposed = run, True
        phrase.end = run.end


def _trailing_state(found: Scan, phrase: Phrase) -> None:
    """``Prime Minister Giorgia Meloni of Italy``, ``Presidents X of Y``."""
    tokens, i = found.tokens, phrase.end
    if i + 1 >= len(tokens) or tokens.low[i] != "of" or phrase.nouns[-1].kind not in {"office", "title", "honorific"}:
        return
    start = i + 2 if tokens.low[i + 1] == "the" else i + 1
    atom = found.atom_of.get(start)
    if atom is not None and atom.kind in {"state", "institution"}:
        phrase.places.append(atom)
        phrase.end = atom.end


def _apposed_name(found: Scan, phrase: Phrase, run: Run) -> bool:
    """``the foreign ministry's spokesman, Igor Lapotko,``: definite before, and nothing of a list after."""
    tokens = found.tokens
    definite = phrase.owner or phrase.places or phrase.determiner == "the"
    if not definite or run.end - run.start < 2:
        return False
    after = tokens.low[run.end] if run.end < len(tokens) else "."
    return not (after == "," and run.end + 1 < len(tokens) and run.end + 1 in found.run_of) and after != "and"


def _join_apposition(found: Scan, out: list[Phrase], phrase: Phrase) -> None:
    """``Gunnar Hallsteinsson, the prime minister of Iceland,``: the office belongs to the name before the comma."""
    if not out or phrase.run is not None or not phrase.nouns or phrase.nouns[-1].kind not in {"office", "title"}:
        return
    before, tokens = out[-1], found.tokens
    if before.run is None or before.apposed or phrase.owner_run is before.run:
        return
    gap = list(tokens.text[before.end : phrase.start])
    if gap != [","] and not (len(gap) == 3 and gap[0] == gap[2] == "," and gap[1].isdigit()):
        return
    if not (phrase.determiner or phrase.places or phrase.owner or tokens.dep[phrase.nouns[-1].end - 1] == "appos"):
        return
    after = tokens.low[phrase.end] if phrase.end < len(tokens) else "."
    if after == "and" and not tokens.dep[phrase.nouns[-1].end - 1] == "appos":
        return
    before.nouns.extend(phrase.nouns)
    before.places.extend(phrase.places)
    before.owner = before.owner or phrase.owner
    before.former = before.former or phrase.former
    before.end, before.apposed = phrase.end, True
    phrase.end = 0


def leftover_places(found: Scan, taken: list[Phrase]) -> Iterator[Atom]:
    """The states, bodies and seats outside of every phrase, in order."""
    covered = {i for phrase in taken for i in range(phrase.start, phrase.end)}
    return (a for a in found.atoms if a.kind in PLACE_KINDS | {"conference"} and a.start not in covered)

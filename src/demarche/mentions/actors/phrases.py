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
        if item[0] < used:
            continue
        phrase = _bare(item) if isinstance(item, Run) else _office(found, item, used)
        if phrase is None:
            continue
        _join_apposition(found, out, phrase)
        if phrase.end:
            out.append(phrase)
        used = max(used, phrase.end or used)
        if out:
            used = max(used, out[-1].end)
    return out


def _bare(run: Run) -> Phrase:
    return Phrase(run.start, run.end, run=run)


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
        if atom is not None and atom.kind in PLACE_KINDS:
            phrase.places.insert(0, atom)
            i = atom.start - 1
        elif atom is not None and atom.kind in {"office", "title"} and atom.start >= floor and not _parted(found, atom, phrase):
            phrase.nouns.insert(0, atom)
            i = atom.start - 1
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
        elif tokens.text[i] in "-/" and i - 1 >= floor and tokens.start[i] == tokens.end(i - 1):
            i -= 1
        elif loose < 2 and tokens.pos[i] in {"ADJ", "NOUN"} and tokens.dep[i] in {"amod", "compound"} and i + 1 <= tokens.head[i] < phrase.end:
            phrase.modifiers.insert(0, low)
            loose, i = loose + 1, i - 1
        else:
            break
        phrase.start = i + 1


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
        if atom is not None and atom.kind in _NEXT_KINDS[phrase.nouns[-1].kind == "bureau"] and phrase.nouns[-1].kind not in {"group", "sideword", "collective"}:
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
        elif tokens.text[i] == "/" and (after := found.atom_of.get(i + 1)) is not None and after.kind in {"office", "title"}:
            phrase.nouns.append(after)
            phrase.end = after.end
        elif tokens.low[i] == "and" and phrase.places and phrase.determiner != "the" and (joint := _joint(found, i + 1)):
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


_NEXT_KINDS = (frozenset({"office", "title", "honorific"}), frozenset({"office", "title", "honorific", "group"}))
_TO_NOUNS = frozenset({"ambassador", "special envoy", "adviser", "advisor", "aide", "assistant", "representative", "delegate"})


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
        elif tokens.text[i][:1].isupper() and low not in NOT_NAMES and (low in DOMAIN_WORDS or tokens.pos[i] in {"PROPN", "NOUN", "ADJ"}):
            i += 1
        elif low in {"and", "&", "-", "of", "the"} and i > first and _goes_on(found, i + 1, low):
            i += 1
        else:
            break
    return i if i > first else None


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
    if phrase.nouns[-1].kind in {"group", "sideword", "collective"}:
        return
    if phrase.nouns[-1].kind == "bureau":
        return
    while (atom := found.atom_of.get(i)) is not None and atom.kind in {"honorific", "title", "office"} and phrase.end == i and tokens.text[i][:1].isupper():
        phrase.nouns.append(atom)
        i = phrase.end = atom.end
    run = found.run_of.get(i)
    if run is not None and run.start == i:
        phrase.run, phrase.end = run, run.end
        _trailing_state(found, phrase)
        return
    if i + 1 < len(tokens) and tokens.text[i] == "," and (run := found.run_of.get(i + 1)) and _apposed_name(found, phrase, run):
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
    return (a for a in found.atoms if a.kind in PLACE_KINDS and a.start not in covered)

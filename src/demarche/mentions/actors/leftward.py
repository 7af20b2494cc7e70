"""Leftward from a noun of office: states, adjectives, genitives, determiners."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from demarche.actors.names import word_set
from demarche.mentions.actors.atoms import Atom, Scan
from demarche.mentions.actors.phrase import GENITIVE, PLACE_KINDS, Phrase
from demarche.mentions.actors.vocabulary import (
    DETERMINERS,
    DOMAIN_WORDS,
    FORMER,
    MODIFIERS,
    POSSESSIVES,
)


class Step(NamedTuple):
    """Where to look next, and whether the phrase begins here."""

    next: int
    last: bool = False


def extend_left(found: Scan, phrase: Phrase, floor: int) -> None:
    """Take in what stands before the noun of office, not beyond token `floor`."""
    i = phrase.start - 1
    while i >= floor and not _new_sentence(found, i):
        step = next((s for take in STEPS if (s := take(found, phrase, i, floor)) is not None), None)
        if step is None:
            return
        i = step.next
        phrase.start = min(phrase.start, i + 1)
        if step.last:
            return


def _new_sentence(found: Scan, i: int) -> bool:
    tokens = found.tokens
    return tokens.sent[i] != tokens.sent[i + 1] and tokens.text[i].endswith(".")


def _place(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """A state or body: ``Canadian``, ``NATO``; not a place that only says where."""
    atom = found.atom_of.get(i)
    if atom is None or atom.kind not in PLACE_KINDS:
        return None
    if _whereabouts(found, phrase, atom) or atom.start < floor:
        return Step(phrase.start - 1, last=True)
    phrase.places.insert(0, atom)
    return Step(atom.start - 1)


def _title(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """Another noun of office right before: ``Deputy``, ``Chief``."""
    atom = found.atom_of.get(i)
    if atom is None or atom.kind not in {"office", "title"} or atom.start < floor or atom.end != phrase.start:
        return None
    phrase.nouns.insert(0, atom)
    return Step(atom.start - 1)


def _collective(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``cabinet`` in "cabinet secretary"."""
    del floor
    atom, dep = found.atom_of.get(i), found.tokens.dep[i]
    if atom is None or atom.kind not in {"sideword", "group"}:
        return None
    if atom.kind == "group" and dep not in {"compound", "amod", "nmod:desc"}:
        return None
    phrase.modifiers.insert(0, found.tokens.low[i])
    return Step(i - 1)


def _joining(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``and`` or a comma between two states, a bracketed acronym."""
    step = _listed(found, phrase, i, floor) or _bracket(found, i, floor)
    return Step(i - step) if step else None


def _owner_pronoun(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``his``, ``their``."""
    del floor
    if found.tokens.low[i] not in POSSESSIVES:
        return None
    phrase.owner = found.tokens.low[i]
    return Step(i - 1, last=True)


def _determiner(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``the``, ``a``, ``both``."""
    del floor
    if found.tokens.low[i] not in DETERMINERS:
        return None
    phrase.determiner = found.tokens.low[i]
    return Step(i - 1, last=True)


def _genitive(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``Japan's``, ``Putin's``."""
    if found.tokens.text[i] not in GENITIVE or not _owner(found, phrase, i - 1, floor):
        return None
    while plural_head(found, phrase) and _owner_beside(found, phrase, floor):
        pass
    return Step(phrase.start - 1, last=True)


def _owner_beside(found: Scan, phrase: Phrase, floor: int) -> bool:
    """``Japan's`` in "Japan's and South Korea's foreign ministers"."""
    tokens, i = found.tokens, phrase.start - 1
    joined = i - 2 >= floor and tokens.low[i] in {"and", ","} and tokens.text[i - 1] in GENITIVE and phrase.places
    before = found.atom_of.get(i - 2) if joined else None
    return before is not None and before.kind in PLACE_KINDS and _owner(found, phrase, i - 2, floor)


def _modifier(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``former``, ``senior``, ``National``."""
    del floor
    low = found.tokens.low[i]
    if low not in MODIFIERS and not (found.tokens.text[i][:1].isupper() and low in DOMAIN_WORDS):
        return None
    phrase.modifiers.insert(0, low)
    phrase.former = phrase.former or low in FORMER
    return Step(i - 1)


def _hyphen(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``Deputy Prime Minister/Foreign Minister``: what glues two words."""
    del phrase
    tokens = found.tokens
    glued = tokens.text[i] in "-/" and i - 1 >= floor and tokens.text[i - 1].isalnum()
    return Step(i - 1) if glued and tokens.start[i] == tokens.end(i - 1) else None


def _loose(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``foreign policy`` in "foreign policy adviser": up to two words that the tree hangs on the noun."""
    del floor
    tokens = found.tokens
    told = sum(m not in MODIFIERS and m not in DOMAIN_WORDS for m in phrase.modifiers)
    hangs = tokens.dep[i] in {"amod", "compound"} and i + 1 <= tokens.head[i] < phrase.end
    if (
        told >= _MOST_LOOSE
        or not hangs
        or tokens.pos[i] not in {"ADJ", "NOUN"}
        or not tokens.text[phrase.start].islower()
    ):
        return None
    phrase.modifiers.insert(0, tokens.low[i])
    return Step(i - 1)


_MOST_LOOSE = 2


def _body(found: Scan, phrase: Phrase, i: int, floor: int) -> Step | None:
    """``German Ministry for Economic Affairs``: a body between the state and the title."""
    body = _body_before(found, i, floor)
    if body is None:
        return None
    phrase.places.insert(0, body)
    return Step(body.start - 1)


#: what may stand before a noun of office, in the order in which it is tried
STEPS: tuple[Callable[[Scan, Phrase, int, int], Step | None], ...] = (
    _place,
    _title,
    _collective,
    _joining,
    _owner_pronoun,
    _determiner,
    _genitive,
    _modifier,
    _hyphen,
    _loose,
    _body,
)


def _whereabouts(found: Scan, phrase: Phrase, atom: Atom) -> bool:
    """``in the Kremlin President of ...``, ``in Riyadh US Secretary of State``: where it happens, not whose office."""
    tokens = found.tokens
    if atom.kind not in {"seat", "institution"}:
        return False
    at = atom.start - 1
    if at >= 0 and tokens.low[at] == "the":
        at -= 1
    located = at >= 0 and tokens.low[at] in {"in", "at", "to", "from", "near", "outside"}
    return located or (atom.kind == "seat" and (bool(phrase.places) or tokens.text[atom.end - 1].endswith(".")))


_BODY_WORDS = word_set(
    "ministry department office agency council commission bureau institute service directorate committee"
)


def _body_before(found: Scan, i: int, floor: int) -> Atom | None:
    """``German Ministry for Economic Affairs and Climate Action State Secretary``: the state of the body in between."""
    tokens, k, seen = found.tokens, i, False
    while k >= floor and i - k < 14:
        atom, low = found.atom_of.get(k), tokens.low[k]
        if atom is not None and atom.kind in PLACE_KINDS:
            return atom if seen else None
        seen = seen or low in _BODY_WORDS or (atom is not None and atom.kind == "bureau")
        if atom is not None and atom.kind == "bureau":
            k = atom.start - 1
        elif k not in found.run_of and (tokens.text[k][:1].isupper() or low in {"for", "of", "and", "the", "&"}):
            k -= 1
        else:
            return None
    return None


def _listed(found: Scan, phrase: Phrase, i: int, floor: int) -> int:
    """``U.S., Qatari, and Egyptian mediators``: how many joining tokens stand before the first adjective."""
    tokens = found.tokens
    if not (phrase.places and phrase.places[0].start == phrase.start) or phrase.nouns[-1].kind not in {
        "group",
        "office",
        "bureau",
    }:
        return 0
    step = 1 if tokens.low[i] in {"and", ",", "&"} else 0
    if tokens.low[i] == "and" and i - 1 >= floor and tokens.text[i - 1] == ",":
        step = 2
    before = found.atom_of.get(i - step)
    fits = before is not None and before.start >= floor and before.kind in _ADJECTIVAL
    return step if fits and phrase.places[0].kind in _ADJECTIVAL and plural_head(found, phrase) else 0


_ADJECTIVAL = frozenset({"demonym", "state", "institution"})


def plural_head(found: Scan, phrase: Phrase) -> bool:
    """True when the head noun is a group or a plural office."""
    last = phrase.nouns[-1]
    return last.kind == "group" or found.tokens.low[last.end - 1].endswith("s")


def _bracket(found: Scan, i: int, floor: int) -> int:
    """``Republic of Korea (ROK) Minister``: the size of an acronym in brackets."""
    tokens = found.tokens
    inside = i - 2 >= floor and tokens.text[i] == ")" and tokens.text[i - 2] == "(" and tokens.text[i - 1].isupper()
    return 3 if inside else 0


def _owner(found: Scan, phrase: Phrase, last: int, floor: int) -> bool:
    """The genitive before the phrase: a state, a body, a seat or a name."""
    atom, run = found.atom_of.get(last), found.run_of.get(last)
    if run is not None:
        phrase.owner_run, phrase.owner = run, "run"
        return True
    if atom is not None and atom.kind in PLACE_KINDS and atom.start >= floor:
        phrase.places.insert(0, atom)
        phrase.start = atom.start
        if atom.start and found.tokens.low[atom.start - 1] == "the":
            phrase.start -= 1
        return True
    return False

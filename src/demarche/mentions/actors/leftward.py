"""Leftward from a noun of office: states, adjectives, genitives, determiners."""

from __future__ import annotations

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


def extend_left(found: Scan, phrase: Phrase, floor: int) -> None:
    """Take in what stands before the noun of office, not beyond token `floor`."""
    tokens = found.tokens
    i = phrase.start - 1
    loose = 0
    while i >= floor:
        atom, low = found.atom_of.get(i), tokens.low[i]
        if tokens.sent[i] != tokens.sent[i + 1] and tokens.text[i].endswith("."):
            break
        if atom is not None and atom.kind in PLACE_KINDS:
            if _whereabouts(found, phrase, atom):
                break  # "in Washington, D.C. Secretary Smith ..."
            phrase.places.insert(0, atom)
            i = atom.start - 1
        elif atom is not None and atom.kind in {"office", "title"} and atom.start >= floor and atom.end == phrase.start:
            phrase.nouns.insert(0, atom)
            i = atom.start - 1
        elif (
            atom is not None
            and atom.kind in {"sideword", "group"}
            and (tokens.dep[i] in {"compound", "amod", "nmod:desc"} or atom.kind == "sideword")
        ):
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
        elif tokens.text[i] in GENITIVE and _owner(found, phrase, i - 1, floor):
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
            and tokens.text[phrase.start].islower()
            and tokens.pos[i] in {"ADJ", "NOUN"}
            and tokens.dep[i] in {"amod", "compound"}
            and i + 1 <= tokens.head[i] < phrase.end
        ):
            phrase.modifiers.insert(0, low)
            loose, i = loose + 1, i - 1
        elif (body := _body_before(found, i, floor)) is not None:
            phrase.places.insert(0, body)
            i = body.start - 1
        else:
            break
        phrase.start = i + 1


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

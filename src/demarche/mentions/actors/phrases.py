"""Phrases around nouns of office: "Canadian Foreign Minister Mélanie Joly", "the U.S. side", "officials of X"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, zip_longest

from demarche.mentions.actors.atoms import Atom, Run, Scan
from demarche.mentions.actors.leftward import extend_left
from demarche.mentions.actors.phrase import GENITIVE, HEAD_KINDS, PLACE_KINDS, Phrase
from demarche.mentions.actors.rightward import extend_right, trailing_state
from demarche.mentions.actors.tokens import PERSON_LABELS


def phrases(found: Scan) -> list[Phrase]:
    """Every phrase of the text that holds a noun of office, a group or a name, in order, without overlaps."""
    out: list[Phrase] = []
    used = 0
    items: list[Atom | Run] = [*(a for a in found.atoms if a.kind in HEAD_KINDS), *found.runs]
    for item in sorted(items, key=lambda x: x.start):
        if item.start < used or (isinstance(item, Atom) and _modifies(found, item)):
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
    for first, second in pairwise(out):
        if first.run is None or second.run is None or second.nouns or not first.nouns:
            continue
        noun = first.nouns[-1]
        gap = set(found.tokens.low[first.end : second.start])
        if found.tokens.low[noun.end - 1].endswith("s") and gap <= {"and", ",", "of", "the"} and gap:
            second.nouns = [n for n in first.nouns if n.end <= first.run.start]
            trailing_state(found, second)


def _modifies(found: Scan, atom: Atom) -> bool:
    """``chief`` in "chief cabinet secretary", ``military`` in "military instructors": part of a later noun's phrase."""
    tokens, last = found.tokens, atom.end - 1
    after = found.atom_of.get(atom.end)
    if atom.kind == "sideword" and after is not None and after.kind in {"office", "title"}:
        return True  # "Cabinet Secretary"
    if (
        atom.value == "side"
        or atom.kind not in {"title", "sideword", "group"}
        or tokens.dep[last] not in {"amod", "compound", "nmod:desc"}
    ):
        return False
    head = tokens.head[last]
    if not atom.end <= head <= last + 4 or head in found.run_of:
        return False
    return tokens.text[last].islower()


def _bare(found: Scan, run: Run, floor: int) -> Phrase:
    """A name, with the state or body just before it: ``Ukraine's Zelenskiy``, ``the UN agency (UNHCR) Grandi``."""
    phrase, tokens = Phrase(run.start, run.end, run=run), found.tokens
    i = run.start - 1
    if i - 2 >= floor and tokens.text[i] == ")" and tokens.text[i - 2] == "(":
        i -= 3
    if i >= floor and tokens.text[i] in GENITIVE:
        i -= 1
    atom = found.atom_of.get(i)
    if atom is None or atom.start < floor or atom.kind not in {"state", "institution", "demonym"}:
        return phrase
    if i == run.start - 1 and atom.kind == "state":
        return phrase
    if atom.kind == "demonym" and tokens.ent[run.start] not in PERSON_LABELS:
        return phrase
    phrase.places.append(atom)
    phrase.start = atom.start
    return phrase


def _office(found: Scan, head: Atom, floor: int) -> Phrase | None:
    phrase = Phrase(head.start, head.end, nouns=[head])
    extend_left(found, phrase, floor)
    extend_right(found, phrase)
    if head.kind == "honorific" and phrase.run is None:
        return None
    return phrase


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
    if _tells_of(found, before.run, phrase):
        return
    after = tokens.low[phrase.end] if phrase.end < len(tokens) else "."
    if after == "and" and tokens.dep[phrase.nouns[-1].end - 1] != "appos":
        return
    before.nouns.extend(phrase.nouns)
    before.places.extend(phrase.places)
    before.owner = before.owner or phrase.owner
    before.former = before.former or phrase.former
    before.end, before.apposed = phrase.end, True
    phrase.end = 0


def _tells_of(found: Scan, run: Run, phrase: Phrase) -> bool:
    """``met with B, a French official said``: who tells of it is somebody else than B."""
    tokens, noun = found.tokens, phrase.nouns[-1].end - 1
    verb = tokens.pos[phrase.end] if phrase.end < len(tokens) else ""
    return verb in {"VERB", "AUX"} and tokens.dep[noun].startswith("nsubj") and not _acts(found, run)


def _acts(found: Scan, run: Run) -> bool:
    return any(found.tokens.dep[i].startswith("nsubj") for i in range(run.start, run.end))


def leftover_places(found: Scan, taken: list[Phrase]) -> Iterator[Atom]:
    """The states, bodies and seats outside of every phrase, in order; two joined by a hyphen are one pair."""
    covered = {i for phrase in taken for i in range(phrase.start, phrase.end)}
    left = [a for a in found.atoms if a.kind in _STANDALONE and a.start not in covered]
    skip = -1
    for here, after in zip_longest(left, left[1:]):
        if here.start == skip:
            continue
        if after is not None and {here.kind, after.kind} <= _JOINED and _hyphenated(found, here, after):
            skip = after.start
            yield Atom(here.start, after.end, "pair", f"{here.value}|{after.value}")
        else:
            yield here


_JOINED = frozenset({"state", "demonym", "institution"})
_STANDALONE = PLACE_KINDS | {"conference", "pair"}


def _hyphenated(found: Scan, here: Atom, after: Atom) -> bool:
    tokens = found.tokens
    if after.start != here.end + 1 or tokens.text[here.end] not in {"-", "–"}:
        return False
    return tokens.end(here.end - 1) == tokens.start[here.end] and tokens.end(here.end) == tokens.start[after.start]

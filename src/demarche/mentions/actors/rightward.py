"""Rightward from a noun of office: further offices, what it is *of*, the name."""

from __future__ import annotations

from demarche.mentions.actors.atoms import Atom, Run, Scan
from demarche.mentions.actors.complement import take_complement
from demarche.mentions.actors.phrase import GENITIVE, Phrase


def extend_right(found: Scan, phrase: Phrase) -> None:
    """Take in what follows the noun of office."""
    _more_nouns(found, phrase)
    take_complement(found, phrase)
    _name(found, phrase)


def _more_nouns(found: Scan, phrase: Phrase) -> None:
    """``Deputy Prime Minister/Foreign Minister``, ``Prime Minister and Foreign Minister``, ``Advisor Dr.``."""
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
            and tokens.text[i] in GENITIVE
            and (after := found.atom_of.get(i + 1)) is not None
            and after.kind in {"office", "title", "group"}
        ) or (
            tokens.text[i] == "/"
            and (after := found.atom_of.get(i + 1)) is not None
            and after.kind in {"office", "title"}
        ):
            phrase.nouns.append(after)
            phrase.end = after.end
        elif tokens.low[i] == "and" and _of_one_person(found, phrase) and (joint := _joint(found, i + 1)):
            phrase.nouns.extend(joint)
            phrase.end = joint[-1].end
        elif phrase.nouns[-1].kind == "bureau" and (later := _title_after_capitals(found, i)):
            phrase.nouns.append(later)
            phrase.end = later.end
        else:
            break


def _title_after_capitals(found: Scan, i: int) -> Atom | None:
    """``Ministry of Foreign Affairs Political Director``: the title, one or two capitals on."""
    for k in (i, i + 1):
        text = found.tokens.text[k] if k < len(found.tokens) else ""
        if not text[:1].isupper() or k in found.run_of:
            return None
        atom = found.atom_of.get(k + 1)
        if atom is not None and atom.kind in {"office", "title"} and found.tokens.text[k + 1][:1].isupper():
            return atom
    return None


def _of_one_person(found: Scan, phrase: Phrase) -> bool:
    """An office in capitals without an article before "and" goes on to its holder's second office."""
    capital = found.tokens.text[phrase.nouns[-1].start][:1].isupper()
    return phrase.determiner != "the" and (bool(phrase.places) or (capital and not phrase.determiner))


def _joint(found: Scan, i: int) -> list[Atom]:
    """A second office of the same person after "and": it is followed by the name at once."""
    first = i
    while found.tokens.text[i : i + 1] and found.tokens.text[i] in _RANKED:
        i += 1  # "and Alternate Prime Minister X"
    atom = found.atom_of.get(i)
    if atom is None or atom.kind not in {"office", "title"} or atom.end not in found.run_of:
        return []
    return [] if atom.value in _COUPLES or i > first + 1 else [atom]


_RANKED = frozenset({"First", "Deputy", "Alternate", "Acting"})
_COUPLES = frozenset({"first lady", "queen", "princess"})


def _name(found: Scan, phrase: Phrase) -> None:
    tokens, i = found.tokens, phrase.end
    run = found.run_of.get(i)
    if phrase.nouns[-1].kind == "group" and run is not None and run.start == i:
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
        trailing_state(found, phrase)
        return
    start = _after_bracket(found, i)
    run = found.run_of.get(start)
    if run is not None and start > i and run.start == start:
        phrase.run, phrase.end = run, run.end
        return
    start = _after_comma(found, i)
    run = found.run_of.get(start)
    if run is not None and start > i and run.start == start and _apposed_name(found, phrase, run):
        phrase.run, phrase.apposed = run, True
        phrase.end = run.end


def _after_bracket(found: Scan, i: int) -> int:
    """Where a name would begin after an acronym in brackets: ``head of the Investment Fund (RDIF) Jane Doe``."""
    text = found.tokens.text
    bracketed = text[i : i + 1] == ["("] and text[i + 2 : i + 3] == [")"] and text[i + 1].isupper()
    return i + 3 if bracketed else i


def _after_comma(found: Scan, i: int) -> int:
    """Where a name after a comma would begin: ``the General Secretary, HE Jane Doe``; `i` if there is no comma."""
    text = found.tokens.text
    if text[i : i + 1] != [","]:
        return i
    if text[i + 1 : i + 2] and text[i + 1] in {"HE", "HRH", "HM", "H.E."}:
        return i + 2
    atom = found.atom_of.get(i + 1)
    return atom.end if atom is not None and atom.kind == "honorific" else i + 1  # "her adviser, Dr. Jane Doe"


def trailing_state(found: Scan, phrase: Phrase) -> None:
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


_NEXT_KINDS = (frozenset({"office", "title", "honorific"}), frozenset({"office", "title", "honorific", "group"}))

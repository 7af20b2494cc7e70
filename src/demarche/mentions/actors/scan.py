"""First look at a text: known words (atoms) and runs of capitals that may be names of people."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.actors import Authority
from demarche.actors import words as facts
from demarche.actors.lexicon import Lexicon
from demarche.actors.names import fold, word_set
from demarche.mentions.actors.atoms import Atom, Scan
from demarche.mentions.actors.invented import with_text_states
from demarche.mentions.actors.runs import find_runs
from demarche.mentions.actors.tokens import Tokens

_HYPHENS = frozenset("-‑–")


def scan(tokens: Tokens, authority: Authority) -> Scan:
    """Find the atoms and the runs of a text."""
    atoms = list(_atoms(tokens, authority))
    atoms = with_text_states(tokens, atoms, authority)
    found = Scan(tokens, atoms, given=frozenset(authority.given_names))
    found.atom_of = {i: atom for atom in atoms for i in range(atom.start, atom.end)}
    found.runs = list(find_runs(found, authority))
    for run in found.runs:
        for i in range(run.start, run.end):
            found.run_of[i] = run
            found.atom_of.pop(i, None)
    found.atoms = [a for a in atoms if a.start in found.atom_of]
    return found


def _atoms(tokens: Tokens, authority: Authority) -> Iterator[Atom]:
    lexicon, nouns = authority.lexicon, _noun_kinds()
    joined = _without_hyphens(tokens)
    keys = [tokens.key[i] for i in joined]
    place = 0
    while place < len(joined):
        i = joined[place]
        if "-" in tokens.text[i] and (pair := _pair(tokens.text[i], lexicon)):
            yield Atom(i, i + 1, "pair", pair)
            place += 1
            continue
        if keys[place] in lexicon:
            for size, entry in lexicon.match(keys, place):
                if _written(tokens, i, joined[place + size - 1], entry.case):
                    yield Atom(
                        i, joined[place + size - 1] + 1, entry.kind, entry.value, tokens.low[joined[place + size - 1]]
                    )
                    place += size
                    break
            else:
                place += 1
                if tokens.low[i] in nouns:
                    yield Atom(i, i + 1, nouns[tokens.low[i]], tokens.low[i], tokens.low[i])
            continue
        if tokens.low[i] in nouns and (tokens.low[i] not in _RANKS or tokens.text[i][:1].isupper()):
            yield Atom(i, i + 1, nouns[tokens.low[i]], tokens.low[i], tokens.low[i])
        elif tokens.low[i] in _COUNTS and _stands_alone(tokens, i):
            yield Atom(i, i + 1, "collective", tokens.low[i])
        place += 1


def _pair(text: str, lexicon: Lexicon) -> str:
    """``U.S.-ASEAN`` in one token: the ids of the two, joined by a bar."""
    values = []
    for part in text.split("-"):
        found = next((e for n, e in lexicon.match([fold(part)], 0) if n == 1), None)
        if found is None or found.kind not in {"state", "institution", "demonym"}:
            return ""
        values.append(found.value)
    return "|".join(values) if len(values) == 2 else ""


_RANKS = word_set("major general private marshal captain justice colonel deputy chair judge guest metropolitan")
_COUNTS = frozenset({"two", "three", "four", "five", "six"})


def _stands_alone(tokens: Tokens, i: int) -> bool:
    """``the two have met``, ``all four``: the number counts no noun."""
    if i == 0 or tokens.low[i - 1] not in {"the", "these", "those", "all", "other", "same"} or not tokens.annotated:
        return False
    if tokens.text[i + 1 : i + 2] == ["-"]:
        return False
    if tokens.low[i + 1 : i + 2] and tokens.low[i + 1] in _VERB_FOLLOWS:
        return True
    return not tokens.dep[i].startswith(("nummod", "compound", "amod")) or _misread_verb(tokens, i + 1)


#: what follows "the two" when nothing is counted: "the two last met", "the two have spoken"
_VERB_FOLLOWS = word_set("last have had has met meet spoke talked agreed discussed also then will first")


def _misread_verb(tokens: Tokens, i: int) -> bool:
    """``the four agree by telephone``: no plural follows the number, so what follows is no noun."""
    if i + 1 >= len(tokens) or tokens.pos[i] != "NOUN" or tokens.pos[i + 1] in {"NOUN", "PROPN", "ADJ"}:
        return False
    return not tokens.low[i].endswith("s") and tokens.low[i] not in _IRREGULAR


_IRREGULAR = word_set("men women people children staff police hour day week month year minute per million billion")


def _noun_kinds() -> dict[str, str]:
    return _NOUNS


_NOUNS = {
    **dict.fromkeys(facts.COLLECTIVES, "collective"),
    **dict.fromkeys(facts.GROUP_NOUNS, "group"),
    **dict.fromkeys(facts.STATE_NOUNS, "sideword"),
    **dict.fromkeys(facts.TITLE_NOUNS, "title"),
}


def _without_hyphens(tokens: Tokens) -> list[int]:
    last = len(tokens) - 1
    return [
        i
        for i, text in enumerate(tokens.text)
        if not (text in _HYPHENS and 0 < i < last and tokens.end(i - 1) == tokens.start[i])
    ]


def _amir(tokens: Tokens, i: int) -> bool:
    """``the Amir of Kuwait``, ``Amir Sheikh Tamim``: an office; elsewhere a given name."""
    before, after = tokens.low[i - 1] if i else "", tokens.low[i + 1] if i + 1 < len(tokens) else ""
    return before in {"the", "highness"} or after in {"of", "sheikh"}


def _written(tokens: Tokens, first: int, last: int, case: str) -> bool:
    text = tokens.text[first]
    if tokens.low[first] == "amir" and not _amir(tokens, first):
        return False
    if case == "any":
        return tokens.pos[first] != "VERB"
    if case == "caps":
        return text.replace(".", "").isupper() or first != last
    if case == "capitals":  # "PM Modi", not "5 PM"
        return text.isupper() and not (first and tokens.text[first - 1][:1].isdigit())
    if case == "dotted":
        return text[:1].isupper() and text.endswith(".")
    return text[:1].isupper()

"""What an office is *of*: "of the European Commission", "for Western Hemisphere Affairs", "to the President of X"."""

from __future__ import annotations

from demarche.actors.names import word_set
from demarche.mentions.actors.atoms import Atom, Run, Scan
from demarche.mentions.actors.leftward import plural_head
from demarche.mentions.actors.phrase import GENITIVE, PLACE_KINDS, Phrase
from demarche.mentions.actors.vocabulary import DOMAIN_WORDS, MODIFIERS, NOT_NAMES, THING_WORDS

_OF = frozenset({"of", "for", "to", "from"})


def take_complement(found: Scan, phrase: Phrase) -> None:
    """``of the European Commission``, ``for Western Hemisphere Affairs``, ``to the President of Ukraine``."""
    tokens = found.tokens
    rounds = 0
    while phrase.end < len(tokens) and tokens.low[phrase.end] in _OF and rounds < 3:
        if tokens.low[phrase.end] in {"to", "from"} and phrase.nouns[-1].value not in _TO_NOUNS:
            return
        known = len(phrase.places)
        end = _complement_end(found, phrase, phrase.end + 1)
        if end is not None and tokens.low[end : end + 2] in (["member", "states"], ["member", "countries"]):
            end += 2
        if end is None or _spills(found, phrase, end):
            del phrase.places[known:]
            return
        if tokens.low[phrase.end] != "of":  # "envoy for Ukraine" and "ambassador to Ukraine" don't speak for Ukraine
            phrase.targets += phrase.places[known:]
            del phrase.places[known:]
        phrase.end, rounds = end, rounds + 1
    _posted(found, phrase)


def _spills(found: Scan, phrase: Phrase, end: int) -> bool:
    """``thanked the Minister for Ukraine's support``: the state belongs to what follows, not to the title."""
    tokens = found.tokens
    if end >= len(tokens) or tokens.text[end] not in GENITIVE:
        return False
    last = end - 1
    return tokens.low[phrase.end] != "of" or (tokens.dep[last] == "nmod:poss" and tokens.head[last] > end)


def _posted(found: Scan, phrase: Phrase) -> None:
    """``Head of the EU Delegation to Ukraine X``, ``UNHCR Representative in Ukraine X``: where, then the name."""
    tokens, i = found.tokens, phrase.end
    if i + 1 >= len(tokens) or tokens.low[i] not in {"to", "in", "on", "at", "and"}:
        return
    start = i + 2 if tokens.low[i + 1] == "the" else i + 1
    end = _domain_end(found, start) if tokens.low[i] != "and" or tokens.low[i - 1] in DOMAIN_WORDS else start
    apposed = phrase.places and tokens.low[i] in {"to", "in"} and tokens.low[end : end + 1] == [","]
    if end > start and (_holder_follows(found, end) or (apposed and end + 1 in found.run_of)):
        phrase.end = end  # "the Australian ambassador in Hanoi, X,"


def _domain_end(found: Scan, start: int) -> int:
    """``Korean Peninsula Affairs``, ``International Cooperation``: where the words of a field of office end."""
    tokens, end = found.tokens, start
    while end < len(tokens) and end - start < 6 and end not in found.run_of:
        atom, low = found.atom_of.get(end), tokens.low[end]
        if atom is not None and atom.kind in PLACE_KINDS | {"region"}:
            end = atom.end
            continue
        of_field = tokens.text[end][:1].isupper() and low in DOMAIN_WORDS | THING_WORDS
        if not of_field and (low not in {"and", "of"} or end == start):
            break
        end += 1
    return end


def _holder_follows(found: Scan, end: int) -> bool:
    """A name, or an honorific and a name, comes next; nothing joins it to what stands before."""
    atom = found.atom_of.get(end)
    name = atom.end if atom is not None and atom.kind == "honorific" else end
    return name in found.run_of and found.tokens.low[end - 1] not in {"and", "of", ","}


_TO_NOUNS = frozenset(
    {"ambassador", "special envoy", "adviser", "advisor", "aide", "assistant", "representative", "delegate"}
    | {"chief of staff"}
)


def _complement_end(found: Scan, phrase: Phrase, i: int) -> int | None:
    tokens, size = found.tokens, len(found.tokens)
    if i < size and tokens.low[i] in {"the", "its", "their", "his"}:
        i += 1
    if tokens.low[i : i + 2] == ["foreign", "affairs"] and tokens.text[i].islower():
        return i + 2  # "vice minister for foreign affairs"
    adjectives = i
    while i < size and tokens.text[i] in MODIFIERS and i < adjectives + 2:
        i += 1  # "of the new American administration"
    first = i
    while i < size:
        atom, run, low = found.atom_of.get(i), found.run_of.get(i), tokens.low[i]
        if run is not None and _title_word(found, run):
            i = run.end
            continue
        if run is not None:
            i = _given_inside(found, run, i)
            break
        if atom is not None and atom.kind in PLACE_KINDS:
            if atom.kind == "demonym" and not _names_body(found, atom.end):
                return None  # "leaders of the Russian print media"
            phrase.places.append(atom)
            phrase.inner = phrase.inner or _inside_body(found, first, atom)
            i = atom.end
            body = found.atom_of.get(i)
            if atom.kind == "demonym" and body is not None and body.kind in {"sideword", "bureau"}:
                i = body.end
        elif atom is not None and atom.kind == "region":
            i = atom.end
        elif atom is not None and atom.kind in {"office", "title"} and (tokens.text[i][:1].isupper() or i == first):
            if atom.kind == "office" and i != first and tokens.low[i - 1] not in DOMAIN_WORDS | {"of", "the"}:
                break
            i = atom.end
        elif (
            tokens.text[i][:1].isupper()
            and low not in NOT_NAMES
            and (low in DOMAIN_WORDS or tokens.pos[i] in {"PROPN", "NOUN", "ADJ", ""})
        ) or (low in {"and", "&", "-", "of", "the"} and i > first and _goes_on(found, i + 1, low)):
            i += 1
        elif i > first and tokens.text[i] in GENITIVE and _goes_on(found, i + 1, "and"):
            i += 1  # "the Supreme People's Assembly"
        elif i > first and plural_head(found, phrase) and (step := _next_state(found, i)):
            i += step
        elif low in {",", "and"} and i > first and (end := _listed_until_name(found, i)):
            i = end
        else:
            break
    return i if i > first else None


_STYLES = word_set(
    "the of republic kingdom state states federation federal federative confederation swiss islamic democratic people "
    "'s ’s socialist united arab plurinational bolivarian hashemite principality sultanate union government and"
)


def _inside_body(found: Scan, first: int, atom: Atom) -> bool:
    """``President of the Senate of the Philippines``: the office belongs to a body inside the state."""
    return any(word not in _STYLES for word in found.tokens.low[first : atom.start])


def _next_state(found: Scan, i: int) -> int:
    """In "ministers of X, Y and the Z": how many tokens join the next state."""
    tokens, step = found.tokens, 0
    while step < 3 and i + step < len(tokens) and tokens.low[i + step] in {",", "and", "the", "of", "plus"}:
        step += 1
    atom = found.atom_of.get(i + step)
    joined = step > 0 and tokens.low[i] in {",", "and", "plus"}
    return step if joined and atom is not None and atom.kind in {"state", "institution"} else 0


def _names_body(found: Scan, i: int) -> bool:
    """After an adjective of a state stands a body or an office: "of the Ukrainian parliament"."""
    atom = found.atom_of.get(i)
    if i >= len(found.tokens):
        return False
    return atom is not None or (found.tokens.text[i][:1].isupper() and found.tokens.low[i] in DOMAIN_WORDS)


def _title_word(found: Scan, run: Run) -> bool:
    """``Minister of Natural Resources``: a capital that no name follows."""
    if run.person is not None or run.given >= 0 or run.end - run.start > 1 or run.end >= len(found.tokens):
        return False
    return found.tokens.text[run.end][:1].isupper() and found.tokens.low[run.end] in DOMAIN_WORDS


def _given_inside(found: Scan, run: Run, i: int) -> int:
    """``for Employment Jason Clare``: the run begins with the title's last word; the name starts at the given name."""
    if (
        run.start != i
        or run.given <= i
        or not (found.tokens.low[i - 1] in {"of", "for", "and", "&"} or found.tokens.low[i - 1] in DOMAIN_WORDS)
    ):
        return i
    shorter = run._replace(start=run.given)
    for k in range(run.start, run.end):
        found.run_of[k] = shorter
    return run.given


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

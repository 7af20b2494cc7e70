"""Runs of capitals that may name a person: particles, hyphens and initials in, words of office and of things out."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.actors import Authority
from demarche.actors.names import PARTICLES, word_set
from demarche.mentions.actors.atoms import PLACE_KINDS, Run, Scan
from demarche.mentions.actors.tokens import PERSON_LABELS, Tokens
from demarche.mentions.actors.trim import HYPHENS, cut, trimmed
from demarche.mentions.actors.vocabulary import (
    ACRONYMS,
    DOMAIN_WORDS,
    HEADLINE_VERBS,
    NAME_FIRST,
    NOT_NAMES,
    THING_WORDS,
)


def _capital(tokens: Tokens, i: int) -> bool:
    text = tokens.text[i]
    return text[:1].isupper() and not text[-1].isdigit() and (len(text) > 1 or text.isalpha())


def _name_token(found: Scan, i: int) -> bool:
    tokens = found.tokens
    text, low = tokens.text[i], tokens.low[i]
    if (
        not _capital(tokens, i)
        or i in found.atom_of
        or text in ACRONYMS
        or (low in NOT_NAMES and not _hyphened(tokens, i))
    ):
        return False
    if low == "may" and _month(tokens, i):
        return False
    if low in DOMAIN_WORDS or low in THING_WORDS:
        return _surname_like(found, i) or (low in THING_WORDS and _begins_name(tokens, i))
    if tokens.ent[i] in PERSON_LABELS:
        return True
    if low in DOMAIN_WORDS or (low in THING_WORDS and not _begins_name(tokens, i)) or low.endswith(_ABSTRACT):
        return False
    if not tokens.annotated and low in HEADLINE_VERBS:
        return False
    if not tokens.annotated:
        return (low not in tokens.lower_words and text.isalpha()) or "-" in text or _initial(text)
    starts = i == 0 or tokens.sent[i] != tokens.sent[i - 1] or tokens.text[i - 1] in "\"“‘'("
    if starts and low in tokens.lower_words:
        return False
    if tokens.pos[i] == "PROPN" or (not starts and tokens.pos[i] in {"NOUN", "ADJ", "X"}):
        return True
    return not starts and tokens.ent[i - 1] in PERSON_LABELS and tokens.text[i].isalpha()  # a tagger's slip in a name


_ABSTRACT = ("tion", "tions", "ship", "ics", "ity", "logy", "ments")


_BEFORE_MONTH = word_set("in on of since until till by from last next this late early mid and to before after")


def _month(tokens: Tokens, i: int) -> bool:
    """``in May``, ``May 5``, ``5 May``."""
    before, after = tokens.low[i - 1] if i else "", tokens.low[i + 1] if i + 1 < len(tokens) else ""
    return before in _BEFORE_MONTH or before[:1].isdigit() or after[:1].isdigit()


def _surname_like(found: Scan, i: int) -> bool:
    """``Jane West``: an ordinary word that ends what the pipeline sees as a person's name."""
    tokens = found.tokens
    marked = tokens.ent[i] in PERSON_LABELS and tokens.ent[i - 1] in PERSON_LABELS
    if i == 0 or not (marked or (tokens.low[i] in _COMPASS and tokens.key[i - 1] in found.given)):
        return False
    before, after = tokens.low[i - 1], tokens.text[i + 1 : i + 2]
    return before not in DOMAIN_WORDS and not (after and after[0][:1].isupper())


_COMPASS = frozenset({"west", "north", "south", "east"})


def _begins_name(tokens: Tokens, i: int) -> bool:
    """``Park Geun-hye``, ``Bill Clinton``: a thing's word that is a name when another capital follows."""
    return tokens.low[i] in NAME_FIRST and i + 1 < len(tokens) and tokens.text[i + 1][:1].isupper()


def _hyphened(tokens: Tokens, i: int) -> bool:
    """``Do-hyeok``: glued by a hyphen to what follows."""
    return i > 0 and i + 1 < len(tokens) and tokens.text[i + 1] in HYPHENS and _glued(tokens, i + 1)


def _initial(text: str) -> bool:
    return len(text) <= 2 and text[0].isupper() and text[1:] in {"", "."}


def find_runs(found: Scan, authority: Authority) -> Iterator[Run]:
    """Yield every run of capitals that may name a person, in order."""
    tokens, i, size = found.tokens, 0, len(found.tokens)
    while i < size:
        starts = (
            _name_token(found, i)
            or _article(tokens, i)
            or _atom_in_name(found, i, authority)
            or _pronoun_in_name(found, i)
        )
        if not starts:
            i += 1
            continue
        end = _run_end(found, i)
        run = trimmed(found, i, end)
        if run is not None:
            yield from cut(tokens, run[0], run[1], authority)
        i = max(end, i + 1)


def _article(tokens: Tokens, i: int) -> bool:
    """``al-Sisi``, ``von der Leyen``, ``bin Salman``: the name starts with a particle."""
    if tokens.low[i] not in PARTICLES or i + 1 >= len(tokens):
        return False
    follows = i + 2 if tokens.text[i + 1] in HYPHENS else i + 1
    while follows + 1 < len(tokens) and tokens.low[follows] in PARTICLES:
        follows += 1  # "von der Leyen"
    if follows >= len(tokens):
        return False
    if tokens.text[i + 1] in HYPHENS or tokens.ent[i] in PERSON_LABELS:
        return _capital(tokens, follows)
    return tokens.low[i] in {"von", "bin", "de"} and _capital(tokens, follows) and tokens.pos[i] == "PROPN"


def _atom_in_name(found: Scan, i: int, authority: Authority) -> bool:
    """``Israel Katz``, ``Jordan Bardella``: a state's word that begins a person's name."""
    atom, tokens = found.atom_of.get(i), found.tokens
    if atom is None or atom.kind not in {"state", "seat", "demonym"} or atom.end != i + 1 or i + 1 >= len(tokens):
        return False
    if not _name_token(found, i + 1):
        return False
    if tokens.key[i] in found.given and tokens.dep[i + 1] == "flat" and tokens.head[i + 1] == i:
        return atom.kind == "seat"  # "Sofia Lindberg"
    return authority.named((tokens.key[i], tokens.key[i + 1])) is not None


def _pronoun_in_name(found: Scan, i: int) -> bool:
    """``He Lifeng``: a family name that looks like a pronoun; no sentence has a name right after "he"."""
    tokens = found.tokens
    if tokens.text[i] != "He" or i + 1 >= len(tokens) or tokens.pos[i + 1] != "PROPN":
        return False
    return _name_token(found, i + 1) and tokens.sent[i] == tokens.sent[i + 1]


def _run_end(found: Scan, i: int) -> int:
    tokens, size = found.tokens, len(found.tokens)
    end = i + 1
    while end < size:
        text, low = tokens.text[end], tokens.low[end]
        if _breaks(tokens, end):
            break
        if (
            _office_word_in_name(found, end)
            or _atom_amid_name(found, end)
            or _state_as_surname(found, end)
            or (_name_token(found, end) and not (tokens.text[end - 1].endswith("'s")))
        ):
            end += 1
        elif text in HYPHENS and _glued(tokens, end) and not tokens.text[end + 1][0].isdigit():
            end += 2
        elif (low in PARTICLES and end + 1 < size and _continues(found, end)) or low in {
            "jr.",
            "jr",
            "sr.",
            "sr",
            "ii",
            "iii",
            "iv",
            "vi",
        }:
            end += 1
        elif text == "," and end + 1 < size and tokens.low[end + 1] in {"jr.", "jr", "sr.", "sr"}:
            end += 2
        else:
            break
    return end


def _atom_amid_name(found: Scan, i: int) -> bool:
    """``Abdul Fatah al-Sisi``: a known word in the middle of what the pipeline sees as one person's name."""
    tokens, atom = found.tokens, found.atom_of.get(i)
    if atom is None or atom.end != i + 1 or atom.kind not in PLACE_KINDS or i + 1 >= len(tokens):
        return False
    return all(tokens.ent[k] in PERSON_LABELS for k in (i - 1, i, i + 1)) and (
        _capital(tokens, i + 1) or tokens.low[i + 1] in PARTICLES
    )


def _state_as_surname(found: Scan, i: int) -> bool:
    """``Luis Montenegro``, ``Michael Jordan``: a state's word right after a given name that the parser ties to it."""
    tokens, atom = found.tokens, found.atom_of.get(i)
    if atom is None or atom.kind != "state" or atom.end != i + 1 or tokens.dep[i] != "flat":
        return False
    named = tokens.ent[i - 1] in PERSON_LABELS or tokens.key[i - 1] in found.given
    return named and tokens.head[i] < i and tokens.text[i + 1 : i + 2] not in (["'s"], ["’s"])


def _office_word_in_name(found: Scan, i: int) -> bool:
    """``Stephen King``, ``Hossein Amir-Abdollahian``: a word of office that belongs to the name."""
    tokens, atom = found.tokens, found.atom_of.get(i)
    if (
        atom is None
        or atom.kind not in {"office", "title", "honorific"}
        or atom.end != i + 1
        or not _capital(tokens, i)
    ):
        return False
    if _glued(tokens, i + 1) and tokens.text[i + 1] in HYPHENS and tokens.text[i + 2][:1].isupper():
        return True
    named = tokens.ent[i] in PERSON_LABELS and tokens.ent[i - 1] in PERSON_LABELS
    after = tokens.text[i + 1 : i + 2]
    amid = bool(after) and tokens.ent[i + 1] in PERSON_LABELS and tokens.low[i] in {"sheikh", "shaikh"}
    return named and (amid or not (after and after[0][:1].isupper()))


def _breaks(tokens: Tokens, i: int) -> bool:
    """A new sentence after a full stop that is no initial's; other breaks inside capitals are the parser's slips."""
    before = tokens.text[i - 1]
    return tokens.sent[i] != tokens.sent[i - 1] and before.endswith(".") and not _initial(before)


def _glued(tokens: Tokens, i: int) -> bool:
    if i + 1 >= len(tokens):
        return False
    return tokens.end(i - 1) == tokens.start[i] and tokens.end(i) == tokens.start[i + 1]


def _continues(found: Scan, i: int) -> bool:
    tokens = found.tokens
    after = i + 1
    while after < len(tokens) and (tokens.low[after] in PARTICLES or tokens.text[after] in HYPHENS):
        after += 1
    return after < len(tokens) and (
        _name_token(found, after) or (after > i and _capital(tokens, after) and after not in found.atom_of)
    )

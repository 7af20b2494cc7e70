"""States that only the text knows: what a president, a government or an adjective of office is *of*."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.actors import Authority
from demarche.actors.names import fold, person_key
from demarche.mentions.actors.atoms import Atom
from demarche.mentions.actors.tokens import PERSON_LABELS, Tokens
from demarche.mentions.actors.vocabulary import DOMAIN_WORDS, NOT_NAMES, THING_WORDS

_HEADS = frozenset(
    {"president", "prime minister", "foreign minister", "chancellor", "king", "deputy foreign minister", "government",
     "foreign ministry", "embassy", "presidential office", "defence minister", "office of the president"}
)  # fmt: skip
_SIDES = frozenset(
    {"side", "delegation", "counterpart", "leadership", "envoy", "negotiators", "officials", "ambassador"}
)
_ENDINGS = ("ian", "ean", "an", "ese", "ish", "ic", "i", "n")


def with_text_states(tokens: Tokens, atoms: list[Atom], authority: Authority) -> list[Atom]:
    """The atoms with every mention of a state that the text itself introduces, by name or by adjective."""
    if not tokens.annotated:
        return atoms
    taken = {i for a in atoms for i in range(a.start, a.end)}
    heads = [a for a in atoms if (a.kind in {"office", "bureau"} and a.value in _HEADS) or a.value in _SIDES]
    hints = {*_realms(tokens), *(i for head in heads for i in _hints(tokens, head))}
    hints = {i for i in hints if i not in taken and _fits(tokens, i, authority)}
    realms = list(_island_realms(tokens, heads))
    if realms:
        atoms = sorted([*atoms, *(a for a in realms if a.start not in taken)])
        taken |= {i for a in realms for i in range(a.start, a.end)}
    if not hints:
        return atoms
    capitals = {tokens.text[i] for i in range(len(tokens)) if i not in taken and _fits(tokens, i, authority)}
    states = {tokens.text[i]: _noun_of(tokens.text[i], capitals) for i in hints}
    words = states | {state: state for state in states.values()}
    adjectives = {w: s for w in capitals for s in set(words.values()) if w != s and _adjective_of(w, s)}
    extra = []
    for i in range(len(tokens)):
        word = tokens.text[i]
        if i in taken or (word not in words and word not in adjectives):
            continue
        state = adjectives.get(word) or words[word]
        kind = "state" if word == state else "demonym"
        extra.append(Atom(i, i + 1, kind, f"~{state}"))
    return sorted([*atoms, *extra])


def _hints(tokens: Tokens, head: Atom) -> Iterator[int]:
    before, after = head.start - 1, head.end
    if (before >= 0 and tokens.text[before] in {"'s", "\u2019s"}) or (
        before >= 0
        and tokens.low[before]
        in {
            "deputy",
            "presidential",
            "foreign",
            "new",
            "former",
            "chief",
            "government",
        }
    ):
        before -= 1
    if before >= 0 and (tokens.text[before][:1].isupper()):
        yield before
    skipped = 0
    while after < len(tokens) and skipped < 4 and tokens.text[after][:1].isupper():
        after, skipped = after + 1, skipped + 1  # "President Jane Doe of Ruritania"
    if after + 1 < len(tokens) and tokens.low[after] == "of" and head.kind in {"office", "bureau"}:
        at = after + 2 if tokens.low[after + 1] == "the" else after + 1
        if at < len(tokens) and not (at + 1 < len(tokens) and tokens.text[at + 1][:1].isupper()):
            yield at


def _realms(tokens: Tokens) -> Iterator[int]:
    """``the Republic of X``, ``the Kingdom of X``."""
    return (
        i + 2
        for i, low in enumerate(tokens.low[:-2])
        if low in {"republic", "kingdom", "federation", "principality"} and tokens.low[i + 1] == "of"
    )


_GEOGRAPHIC = frozenset({"Isles", "Islands", "Republic", "Federation", "Emirates", "Confederation"})


def _island_realms(tokens: Tokens, heads: list[Atom]) -> Iterator[Atom]:
    """``Prime Minister X of the Sund Isles``, then ``the Isles``: a state of two words, and its short form."""
    named = set[tuple[str, str]]()
    for head in heads:
        for i in range(head.end, min(head.end + 6, len(tokens) - 3)):
            if tokens.low[i : i + 2] == ["of", "the"] and tokens.text[i + 3] in _GEOGRAPHIC and _proper(tokens, i + 2):
                named.add((tokens.text[i + 2], tokens.text[i + 3]))
    for first, second in sorted(named):
        for i in range(1, len(tokens)):
            if tokens.text[i] == second and tokens.text[i - 1] == first:
                yield Atom(i - 1, i + 1, "state", f"~{first} {second}")
            elif tokens.text[i] == second and tokens.low[i - 1] == "the":
                yield Atom(i, i + 1, "state", f"~{first} {second}")


def _proper(tokens: Tokens, i: int) -> bool:
    return tokens.text[i][:1].isupper() and tokens.low[i] not in DOMAIN_WORDS and tokens.low[i] not in NOT_NAMES


def _fits(tokens: Tokens, i: int, authority: Authority) -> bool:
    """A single capitalised word that names neither a person nor anything ordinary."""
    text, low = tokens.text[i], tokens.low[i]
    if not text[:1].isupper() or len(text) < 4 or not text.isalpha() or low in NOT_NAMES:
        return False
    if low in DOMAIN_WORDS or low in THING_WORDS or low in tokens.lower_words or text.isupper():
        return False
    if tokens.pos[i] not in {"PROPN", "ADJ", "NOUN"} or (fold(text),) in authority.by_surname:
        return False
    if i and tokens.ent[i - 1] in PERSON_LABELS and tokens.ent[i] in PERSON_LABELS:
        return False
    return person_key((fold(text),)) not in authority.by_surname and fold(text) not in authority.given_names


def _adjective_of(word: str, state: str) -> bool:
    if len(word) < 5 or not word.endswith(_ENDINGS) or not word[0].isupper():
        return False
    stem = state.rstrip("aeiouy")
    return len(stem) >= 4 and word.startswith(stem) and len(word) - len(stem) <= 4


def _noun_of(word: str, capitals: set[str]) -> str:
    """The state whose adjective this is, if the text names it; else the word itself."""
    return next((c for c in sorted(capitals) if c != word and _adjective_of(word, c)), word)

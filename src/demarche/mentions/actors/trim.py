"""Runs of capitals cut to the name: titles, letters after a name and captions off, two people apart."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.actors import Authority
from demarche.actors.names import PARTICLES, person_key, word_set
from demarche.mentions.actors.atoms import Run, Scan
from demarche.mentions.actors.tokens import Tokens
from demarche.mentions.actors.vocabulary import DOMAIN_WORDS, NAME_FIRST, THING_WORDS

HYPHENS = frozenset("-‑–")


def trimmed(found: Scan, start: int, end: int) -> tuple[int, int] | None:
    """The run without words of office at its start; None when a thing's word is in it."""
    tokens = found.tokens
    end = _without_tail(tokens, start, end)
    if tokens.annotated and _names_thing(found, start, end):
        return None
    words = tokens.low[start:end]
    if end == start or any(w in THING_WORDS for w in words[words[0] in NAME_FIRST :]):
        return None
    while start < end and (
        tokens.low[start] in DOMAIN_WORDS or tokens.text[start] in _PRENOMINALS or _shouted(found, start, end)
    ):
        start += 1
    return (start, end) if start < end else None


def _names_thing(found: Scan, start: int, end: int) -> bool:
    """``the Thomas Jefferson Room``: a thing is named after somebody."""
    tokens = found.tokens
    if end >= len(tokens) or not tokens.text[end][:1].isupper() or tokens.low[end] not in THING_WORDS:
        return False
    return not _titled(found, start) and tokens.sent[end] == tokens.sent[end - 1]


def _titled(found: Scan, start: int) -> bool:
    """``Mr. SURNAME Given``: capitals after a title are the family name, as Japan's ministry writes it."""
    before = found.atom_of.get(start - 1)
    if before is not None and before.kind in {"honorific", "office", "title"}:
        return True
    return start > 0 and found.tokens.low[start - 1] in DOMAIN_WORDS


def _without_tail(tokens: Tokens, start: int, end: int) -> int:
    """The end without particles, hyphens, letters after a name (MP, KC) and participles (X-backed)."""
    for i in range(start + 1, end - 1):
        if tokens.text[i] in HYPHENS and tokens.low[i + 1] in _PARTICIPLES:
            end = i
            break
    while end > start and (
        tokens.text[end - 1] in HYPHENS
        or tokens.low[end - 1] in PARTICLES - {"al", "el"}
        or (end - start > 1 and tokens.text[end - 1] in _POSTNOMINALS)
    ):
        end -= 1
    return end


_PARTICIPLES = word_set(
    "owned affiliated backed linked led based controlled born style brokered sponsored occupied held era"
)


_PRENOMINALS = word_set("MP MEP TD MSP CEO VP HE HRH HM PM FM")


_POSTNOMINALS = word_set("MP MEP AC AO AM OAM APM QC KC SC MBE OBE CBE KBE DBE PhD MD CBE CMG AK GCMG MSP TD")


def _shouted(found: Scan, start: int, end: int) -> bool:
    """A word in capitals before a name in normal letters: ``IRON Jane Doe``; not after a title."""
    text = found.tokens.text
    shouted = len(text[start]) > 2 and text[start].isupper()
    return shouted and any(t.isalpha() and not t.isupper() for t in text[start + 1 : end]) and not _titled(found, start)


def cut(tokens: Tokens, start: int, end: int, authority: Authority) -> Iterator[Run]:
    """The run, or the known name it begins or ends with when ordinary capitals follow or precede it."""
    person = _known(tokens, start, end, authority)
    if person is None and (parts := _two_surnames(tokens, start, end, authority)):
        yield from parts
        return
    if person is None and (twice := _named_twice(tokens, start, end, authority)):
        yield twice
        return
    if person is None and (cut := _patronymic(tokens, start, end, authority)):
        yield Run(start, end, cut)
        return
    if person is None and end - start > 2 and not tokens.annotated:
        for first, last in [
            *((start, e) for e in range(end - 1, start + 1, -1)),
            *((s, end) for s in range(start + 1, end - 1)),
        ]:
            shorter = _known(tokens, first, last, authority)
            if shorter is not None:
                yield Run(first, last, shorter)
                return
    given = next(
        (i for i in range(start, end) if tokens.key[i] in authority.given_names and tokens.key[i] not in PARTICLES), -1
    )
    if any((tokens.key[i],) in authority.by_surname for i in range(start, given)):
        given = -1  # "Abe Shinzo": the family name stands first
    yield Run(start, end, person, given)


def _two_surnames(tokens: Tokens, start: int, end: int, authority: Authority) -> list[Run]:
    """``Biden-Putin``: two people joined by a hyphen."""
    if end - start != 3 or tokens.text[start + 1] not in HYPHENS:
        return []
    both = all((person_key((tokens.key[i],)) in authority.by_surname) for i in (start, end - 1))
    return [Run(start, start + 1, None), Run(end - 1, end, None)] if both else []


def _named_twice(tokens: Tokens, start: int, end: int, authority: Authority) -> Run | None:
    """``Jane Doe Doe Jane``: a page's hidden caption runs into the text; the first naming counts."""
    for i in range(start + 2, end - 1):
        if tokens.key[i] not in PARTICLES and len(tokens.key[i]) > _SHORT and tokens.key[i] in tokens.key[start:i]:
            return Run(start, i, _known(tokens, start, i, authority))
    return None


_SHORT = 2  # initials and particles come twice in one name


def _patronymic(tokens: Tokens, start: int, end: int, authority: Authority) -> str | None:
    """``Mohammed bin Salman bin Abdulaziz``: the known name and a further forefather."""
    for i in range(end - 1, start + 2, -1):
        if tokens.low[i] in {"bin", "ibn", "bint"} and (person := _known(tokens, start, i, authority)):
            return person
    return None


def _known(tokens: Tokens, start: int, end: int, authority: Authority) -> str | None:
    if end - start < 2:
        return None
    keys = tuple(tokens.key[i] for i in range(start, end) if tokens.text[i] not in HYPHENS and tokens.text[i] != ",")
    person = authority.named(keys)
    return person.id if person else None

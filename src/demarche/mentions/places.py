"""Places where things happen: countries, cities, residences and venues."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from demarche.actors import Authority
from demarche.actors.names import word_set
from demarche.mentions.actors.tokens import PERSON_LABELS, Tokens, from_doc
from demarche.mentions.actors.vocabulary import NOT_NAMES
from demarche.model import Document, PlaceMention, Span

_LOCATIVE = word_set(
    """
    in at to near outside from via for on into around inside of across through toward towards
    """
)
_CITYLIKE = word_set(
    """
    in at to near outside into via from
    """
)
_HYPHENS = frozenset("-‑–")
#: nouns that make a run of capitals a venue
_VENUE_NOUNS = word_set(
    """
    palace house hotel residence castle office airport base hall library centre center ranch villa manor
    building headquarters embassy consulate museum university academy resort dacha estate chancellery club
    cathedral church port island islands province region oblast city town county
    """
)


def find_places(document: Document, doc: Doc, authority: Authority) -> Iterator[PlaceMention]:
    """Yield the places of a text in order: known ones anywhere, unknown ones after a preposition of place."""
    del document
    tokens = from_doc(doc)
    i, size = 0, len(tokens)
    while i < size:
        if not tokens.text[i][:1].isupper() and not tokens.text[i][:1].isdigit():
            i += 1
            continue
        known = _known(tokens, i, authority)
        if known is not None:
            end, kind, state = known
        else:
            end, kind, state = _unknown(tokens, i), "unknown", ""
        if end <= i:
            i += 1
            continue
        if kind != "region":
            last, country, country_id = _extent(tokens, end, kind, state, authority)
            yield _place(tokens, i, end, last, kind, state or country_id, country, authority)
            end = last
        i = end


def _known(tokens: Tokens, i: int, authority: Authority) -> tuple[int, str, str] | None:
    gazetteer = authority.gazetteer
    if tokens.key[i] not in gazetteer:
        return None
    window = [k for k in range(i, min(i + 14, len(tokens))) if k == i or tokens.text[k] not in _HYPHENS]
    for count, entry in gazetteer.match([tokens.key[k] for k in window], 0):
        last = window[count - 1]
        acronym = entry.case == "caps" and count == 1
        written = tokens.text[i].replace(".", "").isupper() if acronym else tokens.text[i][:1].isupper()
        if entry.kind == "venue" and count == 1 and tokens.pos[i] != "PROPN":
            return None
        if written and not (tokens.ent[i] in PERSON_LABELS and _in_name(tokens, i, last)):
            return last + 1, entry.kind, entry.value
    return None


def _in_name(tokens: Tokens, first: int, last: int) -> bool:
    """A place's word that stands beside a person's other names: ``Paris Hilton``, ``Jack London``."""
    beside = [k for k in (first - 1, last + 1) if 0 <= k < len(tokens)]
    return any(tokens.ent[k] in PERSON_LABELS and tokens.text[k][:1].isupper() for k in beside)


def _unknown(tokens: Tokens, i: int) -> int:
    """The end of an unknown place that a preposition of place leads to, or `i`."""
    before = i - 1
    if before >= 0 and tokens.low[before] == "the":
        before -= 1
    if (
        before < 0
        or tokens.low[before] not in _CITYLIKE
        or tokens.low[i] in NOT_NAMES
        or tokens.ent[i] in PERSON_LABELS
    ):
        return i
    end = i
    while (
        end < len(tokens)
        and tokens.text[end][:1].isupper()
        and tokens.low[end] not in NOT_NAMES
        and (tokens.pos[end] == "PROPN" or tokens.low[end] in _VENUE_NOUNS)
    ):
        end += 1
        if end + 1 < len(tokens) and tokens.text[end] in _HYPHENS and tokens.end(end - 1) == tokens.start[end]:
            end += 1
    if end < len(tokens) and end > i and tokens.low[end] in _VENUE_NOUNS:
        return end + 1
    is_place = end > i and (tokens.ent[i] in {"LOC", "GPE", "FAC"} or tokens.low[end - 1] in _VENUE_NOUNS)
    follows_name = end < len(tokens) and tokens.text[end] in {"'s", "’s"}
    return end if is_place and not follows_name else i


def _with_country(tokens: Tokens, end: int, authority: Authority) -> tuple[int, str, str]:
    """The end of ``, Angola`` after a city, how it is written, and the id of the country."""
    if end + 1 >= len(tokens) or tokens.text[end] != ",":
        return end, "", ""
    known = _known(tokens, end + 1, authority)
    if known is None or known[1] not in {"state", "venue", "seat"} or tokens.sent[end] != tokens.sent[end + 1]:
        return end, "", ""
    words = _words(tokens, end + 1, known[0])
    return known[0], words, known[2]


def _words(tokens: Tokens, start: int, end: int) -> str:
    parts = []
    for k in range(start, end):
        gap = " " if k > start and tokens.end(k - 1) < tokens.start[k] else ""
        parts.append(gap + tokens.text[k])
    return "".join(parts)


def _extent(tokens: Tokens, end: int, kind: str, state: str, authority: Authority) -> tuple[int, str, str]:
    """Where a city's own country ends, how it is written, and its id; "in Paris, London and Rome" has none."""
    if kind == "state":
        return end, "", ""
    last, country, country_id = _with_country(tokens, end, authority)
    if kind in {"seat", "venue"} and country_id != state and state in authority.states:
        return end, "", ""
    return last, country, country_id


def _place(
    tokens: Tokens, start: int, end: int, last: int, kind: str, state: str, country: str, authority: Authority
) -> PlaceMention:
    name = authority.label(state) if kind == "state" else _words(tokens, start, end)
    if name.isupper() and len(name) > 4:
        name = name.title()
    label = authority.label(authority.side_id(state)) if state else None
    span = Span(tokens.start[start], tokens.end(last - 1))
    return PlaceMention(span, f"{name}, {country}" if country else name, label, _head(tokens, start, end))


def _head(tokens: Tokens, start: int, end: int) -> int:
    return next((k for k in range(start, end) if not start <= tokens.head[k] < end), start)

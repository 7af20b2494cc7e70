"""Where a trip leads: the states that the places after a cue belong to."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, PlaceMention, Span
from demarche.reports.contacts import grammar
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.parties import add, by_adjective, host
from demarche.reports.contacts.prepositions import preposition_before
from demarche.reports.contacts.vocabulary import bag
from demarche.reports.contacts.windows import ends

_GENITIVE = bag("'s ’s ' ’")
_LINKS = bag(", ; and then on to also as well or & the both")


def destinations(
    reading: Reading, token: Token, prepositions: frozenset[str], *, bare: bool, unknown: bool = False
) -> list[Party]:
    """The host states after a cue, one a state: "to Chisinau, Moldova and Warsaw, Poland" gives two.

    A place of an `unknown` state counts for itself, where the caller allows it.
    """
    found: list[Party] = []
    i, open_list = token.i + 1, bare
    while i < ends(token):
        here = _target_at(reading, i, unknown=unknown)
        if found and _somebody_else(reading, i):
            break
        if here is not None and found and reading.doc[min(here[1], len(reading.doc) - 1)].text in _GENITIVE:
            break
        if here is not None:
            party, end = here
            preposition = preposition_before(reading.doc, i, token.i + 1)
            if preposition in prepositions or (open_list and not preposition):
                for target in party:
                    add(found, target)
                open_list = True
            elif found:
                break
            i = end
            continue
        word = reading.doc[i]
        if found and word.lower_ not in _LINKS and word.lower_ not in prepositions:
            break
        if not found and grammar.stops(word, token):
            break
        open_list = open_list and (_lists(word) or (not found and (bare or word.pos_ == "PROPN")))
        i += 1
    return found


def _somebody_else(reading: Reading, i: int) -> bool:
    """True for B in "A was in Riga, B in Oslo": Oslo is where B was."""
    mention = reading.actor_at(i)
    return mention is not None and mention.kind == "person" and mention.start_token == i and not mention.pronoun


def _lists(word: Token) -> bool:
    """True for the words between the places of a list."""
    return word.lower_ in _LINKS or word.pos_ in ("DET", "ADJ", "NUM")


def place_before(reading: Reading, token: Token) -> list[Party]:
    """The host that a place in front of the noun names: "the 2025 Johannesburg summit"."""
    lead = noun_words(token)
    start = lead[0].idx
    return [host(p) for p in reading.places if start <= p.span.start and p.span.end <= token.idx]


def _target_at(reading: Reading, token: int, *, unknown: bool) -> tuple[list[Party], int] | None:
    """The place or state that starts at a token, as a host, and where it ends."""
    word = reading.doc[token]
    person = reading.actor_at(token)
    inside = person is not None and person.kind == "person"
    capital = _capital(reading, token) if not inside else None
    if capital is not None:
        return capital
    for place in reading.places:
        if place.span.start == word.idx and not inside:
            there = host(place, reading.document.text if not place.state else "")
            known = unknown or there.side or any(m.side == place.name for m in reading.actors)
            return [there] if known else [], _end_token(reading, place)
    if word.lower_ in _PLAIN_PLACES and word.i > 1 and word.nbor(-1).lower_ == "the":
        return _named_before(reading, token), token + 1
    if word.lower_ in ("capitals", "countries") and word.i > 1 and word.nbor(-1).lower_ in ("both", "two"):
        return _two_before(reading, token), token + 1
    mention = reading.actor_at(token)
    if mention is not None and mention.start_token == token:
        people = {m.name for m in reading.actors if m.kind == "person" and not m.members}
        return None if people & set(mention.members) else (_host_mention(mention), mention.end_token)
    return None


def _capital(reading: Reading, token: int) -> tuple[list[Party], int] | None:
    """For "The Hungarian capital": the state that the adjective names."""
    after = [t.lower_ for t in reading.doc[token + 1 : token + 3]]
    if "capital" not in after or not reading.doc[token].text[:1].isupper():
        return None
    end = token + 2 + after.index("capital")
    span = Span(reading.doc[token].idx, reading.doc[end - 1].idx + len(reading.doc[end - 1].text))
    name = by_adjective().get(reading.doc[token : end - 1].text.lower())
    return ([Party(name, name, "state", [], None, (span,))], end) if name else None


_PLAIN_PLACES = frozenset({"city", "country", "capital", "kingdom", "emirate", "republic"})


def _named_before(reading: Reading, token: int) -> list[Party]:
    """For "The city", "the country": the place that this sentence, or the one before it, named last."""
    word = reading.doc[token]
    after = reading.doc[token + 1].lower_ if token + 1 < len(reading.doc) else ""
    if after in ("of", "'s", "’s", "where", "that", "which") or word.nbor(-2).lemma_.lower() == "leave":
        return []
    first = max(0, reading.sentence_number(token) - 1)
    floor = reading.sentences[first].start_char if reading.sentences else 0
    town = word.lower_ in ("city", "capital")
    before = [p for p in reading.places if floor <= p.span.start < word.idx and p.state and (p.name != p.state) >= town]
    return [host(before[-1])] if before else []


def target_at(reading: Reading, token: int) -> tuple[list[Party], int] | None:
    """The known place or state that starts at a token, as a host, and where it ends."""
    return _target_at(reading, token, unknown=False)


def _two_before(reading: Reading, token: int) -> list[Party]:
    """For "Both capitals": the states of the two people named last."""
    people = [m for m in reading.actors if m.end_token <= token and m.kind == "person" and m.side and not m.pronoun]
    sides = list(dict.fromkeys(m.side for m in reversed(people) if m.side))[:2]
    return [Party(s, s, "state", [m for m in people if m.side == s][-1:]) for s in reversed(sides)]


def _host_mention(mention: ActorMention) -> list[Party]:
    if mention.members:
        return [Party(name, name, "state", [mention]) for name in mention.members] if mention.kind == "group" else []
    if mention.kind in ("state", "institution") and mention.side:
        return [Party(mention.side, mention.side, "state", [mention])]
    return []


def _end_token(reading: Reading, place: PlaceMention) -> int:
    piece = reading.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    return int(piece.end) if piece is not None else place.head + 1

"""Whom an office means in a question to the ledger; the facts are loaded only for a phrase that may name one."""

from __future__ import annotations

from functools import cache, lru_cache

from demarche.actors import Authority
from demarche.actors.offices import Held, holders, office_in

__all__ = ["facts", "held", "phrases"]

_LONGEST = 9


@cache
def facts() -> Authority:
    """The authority facts, loaded once."""
    return Authority.load()


@lru_cache(maxsize=4096)
def held(typed: str, since: str = "", until: str = "") -> tuple[Held, ...]:
    """Those who held the office that this phrase names within the ISO days asked; empty where it names none."""
    office = office_in(facts(), typed)
    return holders(facts(), office, since, until) if office else ()


def phrases(text: str) -> tuple[str, str]:
    """The longest stretch of a free text that names an office with holders, and the words that are left."""
    words = text.split()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size])
            if held(phrase):
                return phrase, " ".join((*words[:at], *words[at + size :]))
    return "", text

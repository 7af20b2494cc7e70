"""What kind of source a publisher is, and for whom it speaks: from its name, its address and the authority facts.

The first that fits: **social** (a platform), **agency** (a known agency, or a name that says so), **official** (an
office of a state or body), else **press**; '' when nobody knows who published it. Entries by people are **entry**.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from demarche.actors import Authority
from demarche.actors.names import pieces
from demarche.ledger.names import key

__all__ = ["CLASSES", "ENTRY", "SourceClass", "classed", "host_of"]

ENTRY = "entry"
CLASSES = ("official", "agency", "press", "social", ENTRY)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_PLATFORMS = _listed(
    "x.com twitter.com truthsocial.com t.me telegram.me facebook.com instagram.com threads.net bsky.app linkedin.com"
    " vk.com weibo.com youtube.com tiktok.com mastodon.social"
)
_PLATFORM_NAMES = ("truth social", "telegram", "twitter", "facebook", "instagram", "weibo", "on x")
_AGENCY_HOSTS = _listed(
    "reuters.com apnews.com afp.com bloomberg.com tass.com tass.ru ria.ru interfax.com interfax.ru xinhuanet.com"
    " news.cn kyodonews.net english.kyodonews.net yna.co.kr en.yna.co.kr dpa.com efe.com ansa.it aa.com.tr"
    " ukrinform.net ukrinform.ua interfax.com.ua belta.by kazinform.kz inform.kz azertag.az apa.az armenpress.am"
    " agenda.ge irna.ir wam.ae spa.gov.sa petra.gov.jo mena.org.eg ptinews.com aninews.in antaranews.com bernama.com"
    " vietnamplus.vn pap.pl ctk.cz mti.hu bta.bg agerpres.ro belga.be anp.nl ntb.no ritzau.dk tt.se apa.at lusa.pt"
    " kcna.kp sana.sy"
)
_AGENCY_NAMES = (
    "reuters",
    "associated press",
    "agence france presse",
    "afp",
    "bloomberg news",
    "tass",
    "ria novosti",
    "interfax",
    "xinhua",
    "kyodo",
    "yonhap",
    "anadolu",
    "ukrinform",
    "dpa",
    "ansa",
    "press trust of india",
    "news agency",
    "press agency",
    "newswire",
    "news service",
    "telegraph agency",
    "wire",
)
_OFFICE = frozenset(
    _listed(
        "president presidency presidential premier chancellor chancellery ministry minister ministers government"
        " cabinet embassy mission consulate department parliament senate congress spokesperson spokesman crown palace"
        " court king emir sultan secretariat commission council office administration"
    )
)
_OFFICIAL_HOSTS = {
    "kremlin.ru": "Russia",
    "mid.ru": "Russia",
    "elysee.fr": "France",
    "bundesregierung.de": "Germany",
    "bundeskanzler.de": "Germany",
    "auswaertiges-amt.de": "Germany",
    "europa.eu": "European Union",
    "nato.int": "NATO",
    "un.org": "United Nations",
    "osce.org": "OSCE",
    "iaea.org": "International Atomic Energy Agency",
}
_GOVERNMENT = re.compile(r"(?:^|\.)(?:gov|gob|gouv|govt|go|gc|mil|mfa)(?:\.[a-z]{2})?$")
_OFFICES_OF_STATE = frozenset({"ministry", "presidency", "parliament", "agency"})


@dataclass(frozen=True, slots=True)
class SourceClass:
    """The class, and the plain name of the side that an official source (or an official's own post) speaks for."""

    name: str
    side: str = ""


_PLAIN_HOST = re.compile(r"https?://([A-Za-z0-9.-]+)(?:/|$)")


@lru_cache(maxsize=4096)
def classed(publisher: str, host: str) -> SourceClass:
    """The class of a publisher with this name, and the host of its pages ('' when not known)."""
    folded = key(publisher)
    if not folded and not host:
        return SourceClass("")
    if _ends(host, _PLATFORMS) or _names(folded, _PLATFORM_NAMES):
        return SourceClass("social", _side(publisher))
    if _ends(host, _AGENCY_HOSTS) or _names(folded, _AGENCY_NAMES):
        return SourceClass("agency")
    side = _side_of_host(host) or _side(publisher)
    if side or _is_government(host) or _is_office(folded):
        return SourceClass("official", side)
    return SourceClass("press")


def host_of(url: str | None) -> str:
    """The host of an address, without `www.`."""
    plain = _PLAIN_HOST.match(url or "")
    if plain:  # nearly all; taking an address to pieces takes ten times as long
        return plain[1].lower().removeprefix("www.")
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # an address that is none
        return ""


def _ends(host: str, known: Iterable[str]) -> bool:
    return any(host == name or host.endswith("." + name) for name in known)


def _names(folded: str, known: tuple[str, ...]) -> bool:
    return any(f" {name} " in f" {folded} " for name in _folded(known))


@cache
def _folded(known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key(name) for name in known)


def _side_of_host(host: str) -> str:
    for name, side in _OFFICIAL_HOSTS.items():
        if _ends(host, [name]):
            return side
    return "United States" if host.endswith((".gov", ".mil")) else ""


def _is_government(host: str) -> bool:
    return bool(host) and bool(_GOVERNMENT.search(host))


def _is_office(folded: str) -> bool:
    """ "Office of the President", "Ministry of Foreign Affairs": an office, of whatever state."""
    return bool(re.match(r"(?:the )?(?:office of the|ministry of|ministry for|embassy of|government of)\b", folded))


def _side(publisher: str) -> str:
    """For whom an office or a person of this name speaks: a state named beside an office, a body, a known person."""
    folded = key(publisher)
    words = folded.split()
    if _OFFICE & set(words):
        for phrase in _phrases(words):
            if side := _states().get(phrase):
                return side
    for phrase in _phrases(words):
        side, whole = _bodies().get(phrase, ("", False))
        if side and (not whole or phrase == folded.removeprefix("the ")):
            return side
    return _side_of_person(publisher)


def _side_of_person(publisher: str) -> str:
    person = _authority().named(pieces(publisher), None)
    return _authority().side_of(person.id, None) or "" if person else ""


def _phrases(words: list[str]) -> Iterator[str]:
    """Every run of its words, the longest first."""
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


@cache
def _authority() -> Authority:
    return Authority.load()


@cache
def _states() -> dict[str, str]:
    """Names, demonyms, capitals and seats of states, folded -> the plain name."""
    facts = _authority()
    found: dict[str, str] = {}
    for state in facts.states.values():
        for name in (facts.label(state.id), state.name, *state.aliases, *state.demonyms, state.capital, *state.seats):
            found.setdefault(key(name), facts.label(state.id))
    return found


@cache
def _bodies() -> dict[str, tuple[str, bool]]:
    """Names of offices and bodies, folded -> the side, and whether it must be the whole name of the publisher."""
    facts = _authority()
    found: dict[str, tuple[str, bool]] = {}
    for body in facts.institutions.values():
        side = facts.label(facts.side_id(body.id))
        for name in (facts.label(body.id), body.name, *body.aliases):
            if not _generic(key(name)):
                whole = not body.state or body.kind not in _OFFICES_OF_STATE or len(name) < 5
                found.setdefault(key(name), (side, whole))
    return found


def _generic(folded: str) -> bool:
    """ "Office of the President": any state has one."""
    return set(folded.split()) <= _OFFICE | {
        "of",
        "the",
        "office",
        "foreign",
        "affairs",
        "defence",
        "state",
        "national",
    }

"""`demarche add`: links -> documents. Links stand on the command line or in files of links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from demarche.documents import Arrival, Given, UnclearDateError, read_day
from demarche.documents.links import Link, read_links
from demarche.documents.served import Served, served_documents
from demarche.documents.sites import site_of
from demarche.errors import DocumentError, UsageError
from demarche.sources.addresses import host_name, plain_link
from demarche.sources.client import Answer
from demarche.sources.fetcher import Fetcher
from demarche.sources.store import Store

SHOWN = 100

__all__ = ["add_links", "hosts_of", "links_of"]


def links_of(words: Iterable[str]) -> list[Link]:
    """Every link once, in order; a word that is no link is a file of links."""
    found: dict[str, Link] = {}
    for word in words:
        if "://" in word:
            found.setdefault(plain_link(word), Link(plain_link(word)))
        elif Path(word).is_file():
            for link in read_links(Path(word)):
                url = plain_link(link.url)
                found.setdefault(url, replace(link, url=url))
        else:
            raise UsageError(
                f"{word}: is neither a link (they begin with https://) nor a file of links; nothing was fetched"
            )
    return list(found.values())


def hosts_of(links: Iterable[str]) -> dict[str, int]:
    """How many links lead to each host, in order."""
    return dict(Counter(host_name(link) or link for link in links))


def add_links(links: Iterable[Link], fetcher: Fetcher, store: Store, given: Given) -> Iterator[Arrival]:
    """The documents of these links, each fetched only when its turn comes, and the reason for each that gives none."""
    for link in links:
        try:
            yield from list(fetch_documents(link.url, fetcher, store, _given(link, given)))
        except DocumentError as error:
            yield Arrival(link.url, skipped=str(error))


def _given(link: Link, given: Given) -> Given:
    """What the user says, else what the file of links says."""
    try:
        day = read_day(link.day) if link.day else None
    except UnclearDateError:
        day = None
    return Given(given.date or day, given.publisher or link.publisher)


def fetch_documents(link: str, fetcher: Fetcher, store: Store, given: Given) -> Iterator[Arrival]:
    """Fetch a link, keep what was sent, read it; of a page that changed, say what did."""
    site = site_of(link)
    address = site.address(link) if site else link
    answer = fetcher.get(address, store.conditions(address))
    before, when = store.before(address, answer), store.fetched(address)
    kept = store.keep(address, answer)
    old = _text(documents_of(link, before, given)) if before else ""
    for arrival in documents_of(link, kept, given):
        placed = _with_place(arrival, store.told(address))
        yield _with_difference(placed, old, when) if old else placed


def _with_place(arrival: Arrival, told: str) -> Arrival:
    """The document says when it was fetched and where the page is kept."""
    if arrival.document is None or not told:
        return arrival
    return replace(arrival, document=replace(arrival.document, source=f"{arrival.document.source}, {told}"))


def documents_of(link: str, answer: Answer, given: Given) -> Iterator[Arrival]:
    """The documents of an answer; `link` is what the user asked for."""
    return served_documents(Served(link, answer.url, answer.header("content-type"), answer.body), given)


def _text(arrivals: Iterable[Arrival]) -> str:
    return "\n\n".join(a.document.text for a in arrivals if a.document)


def _with_difference(arrival: Arrival, old: str, when: str) -> Arrival:
    if arrival.document is None or arrival.document.text == old:
        return arrival
    return replace(
        arrival, notes=(*arrival.notes, f"changed since {when[:10]}: {difference(old, arrival.document.text)}")
    )


def difference(old: str, new: str) -> str:
    """What changed between two texts, in words: which paragraphs are new, which are gone."""
    before, after = old.split("\n\n"), new.split("\n\n")
    gone = [words for words in before if words not in after]
    fresh = [words for words in after if words not in before]
    told = [f"{name} {_quoted(found)}" for name, found in (("gone", gone), ("new", fresh)) if found]
    return "; ".join(told) or "the order of its paragraphs"


def _quoted(paragraphs: list[str]) -> str:
    short = [words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "..." for words in paragraphs[:3]]
    more = f" and {len(paragraphs) - 3} more" if len(paragraphs) > 3 else ""
    return ", ".join(f"»{words}«" for words in short) + more

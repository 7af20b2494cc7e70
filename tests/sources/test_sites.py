"""The adapters, on pages of our own making in each site's structure, served by a real server under the site's name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.documents import Given
from demarche.documents.links import Link
from demarche.documents.pages import open_page
from demarche.documents.sites import SITES, Site, read_web_page, site_named, site_of
from demarche.documents.sites.site import Page, in_zone
from demarche.errors import DocumentError
from demarche.ledger.source_class import classed, host_of
from demarche.sources import Fetcher, FetchError, Followed, Listed, Store, add_links, listed_of, new_items, read_new

from .server import Web, answer
from .site_pages import FIRST, LISTS, MADE, SECOND, List, Made


@pytest.mark.parametrize("made", MADE, ids=[made.site for made in MADE])
def test_a_page_of_the_site(web: Web, fetcher: Fetcher, made: Made) -> None:
    host, _, path = made.url.partition("/")
    web.routes[made.served_at or f"/{path}"] = answer(made.html.encode(), kind=made.kind)
    link = web.url(f"/{path}", host)
    (arrival,) = add_links([Link(link)], fetcher, Store(None), Given())
    document = arrival.document
    assert document is not None, arrival.skipped
    assert not arrival.notes
    assert document.title == made.title
    assert document.text.split("\n\n") == [*([made.place] if made.place else []), FIRST, SECOND]
    assert document.date == date.fromisoformat(made.day)
    assert document.date_rule == made.rule
    assert document.publisher == made.publisher
    assert document.url == link


@pytest.mark.parametrize("made", MADE, ids=[made.site for made in MADE])
def test_the_source_class_of_the_site_is_the_ledgers(made: Made) -> None:
    site = site_of(f"https://{made.url}")
    assert site is not None
    assert site.name == made.site
    assert classed(site.publisher, host_of(f"https://{made.url}")).name == site.source_class


@pytest.mark.parametrize("site", SITES, ids=[site.name for site in SITES])
def test_every_site_answers_the_same_questions(site: Site) -> None:
    assert site_named(site.name) is site
    assert site.listing(1).startswith("http")
    assert site.listing(1) != site.listing(2)


@pytest.mark.parametrize("listed", LISTS, ids=[listed.site for listed in LISTS])
def test_the_list_since_a_day(web: Web, fetcher: Fetcher, tmp_path: Path, listed: List) -> None:
    """Three pages of four; from 6 March on are two pages: the third is not asked for beyond need."""
    site = site_named(listed.site)
    assert site is not None
    host = site.hosts[0] if listed.site.startswith(("kremlin", "europa")) else f"www.{site.hosts[0]}"
    here = replace(site, listing=lambda number: web.url(f"/list{number}", host))
    numbers = list(range(12, 0, -1))
    for number in range(3):
        web.routes[f"/list{number + 1}"] = answer(listed.page(numbers[number * 4 : number * 4 + 4]))
    fresh = new_items(Listed(site.name, here), fetcher, Store(None), Followed(None), date(2025, 3, 6))
    assert [new.item.day for new in fresh] == [date(2025, 3, n) for n in range(6, 13)]
    assert fresh[0].item.title.startswith("Call 06")
    assert site.owns(fresh[0].item.link) or listed.site == "mfa-cn"
    assert "/list4" not in web.paths
    without = new_items(Listed(site.name, here), fetcher, Store(None), Followed(None), None)
    assert len(without) == 4


def test_the_list_of_the_press_corner() -> None:
    site = site_named("europa")
    assert site is not None
    rows = [{"refCode": "STATEMENT/25/7", "title": "A <b> call", "eventDate": "2025-03-07"}, {"title": "none"}, 3]
    body = json.dumps({"docuLanguageListResources": rows}).encode()
    (entry,) = site.entries(Page(site.listing(1), open_page(site.prepare(body)).tree))
    assert entry.url == "https://ec.europa.eu/commission/presscorner/detail/en/statement_25_7"
    assert (entry.title, entry.stamp) == ("A <b> call", "2025-03-07")
    assert site.address(entry.url).endswith("/api/documents?reference=STATEMENT/25/7&language=en")


@pytest.mark.parametrize("site", SITES, ids=[site.name for site in SITES])
def test_a_page_built_otherwise_is_read_as_any_page_and_told(site: Site) -> None:
    body = f"<h2>A call</h2><section><p>{FIRST}</p><p>{SECOND}</p></section>"
    html = f"<html><head><title>A call</title></head><body>{body}</body></html>"
    found = read_web_page(html.encode(), "https://www.example.org/x", site)
    assert FIRST in found.text
    assert "is not built as the pages of" in found.notes[0]


ZONES = [
    ("2025-06-12T21:50:00Z", "Europe/Moscow", "2025-06-13T00:50+03:00"),
    ("2025-06-12T02:00:00+02:00", "America/New_York", "2025-06-11T20:00-04:00"),
    ("2025-06-12 02:00:00 +0200", "Asia/Shanghai", "2025-06-12T08:00+08:00"),
    ("2025-06-12T21:50:00", "Europe/Moscow", "2025-06-12T21:50:00"),
    ("12 June 2025", "Europe/Moscow", "12 June 2025"),
    ("2025-13-45T21:50:00Z", "Europe/Moscow", "2025-13-45T21:50:00Z"),
]


@pytest.mark.parametrize(("stamp", "zone", "local"), ZONES)
def test_a_stamp_in_the_publishers_own_zone(stamp: str, zone: str, local: str) -> None:
    assert in_zone(stamp, zone) == local


@pytest.mark.parametrize(
    "body", [b'{"docuLanguageResource": 3}', b'{"a": ', b"{}", b'{"docuLanguageResource": {"title": null}}']
)
def test_a_press_corner_answer_without_words_is_refused(web: Web, fetcher: Fetcher, body: bytes) -> None:
    path = "/commission/presscorner/api/documents?reference=IP/25/1&language=en"
    web.routes[path] = answer(body, kind="application/json")
    link = web.url("/commission/presscorner/detail/en/ip_25_1", "ec.europa.eu")
    (arrival,) = add_links([Link(link)], fetcher, Store(None), Given())
    assert arrival.document is None
    assert "nothing was added" in arrival.skipped or "has no text" in arrival.skipped


def test_from_the_list_to_the_documents(web: Web, fetcher: Fetcher) -> None:
    """A site asked from its list on: two pages since the day, oldest first, each read by the adapter."""
    (made,), (listed,) = MADE[:1], LISTS[:1]
    site = replace(SITES[0], listing=lambda _number: web.url("/list", "en.kremlin.ru"))
    web.routes["/list"] = answer(listed.page([9, 8, 3]))
    for n in (8, 9):
        html = made.html.replace("two hours", f"{n} hours").replace("2025-03-04", f"2025-03-{n:02}")
        web.routes[f"/events/president/news/{n:02}"] = answer(html.encode())
    fresh = new_items(Listed("kremlin", site), fetcher, Store(None), Followed(None), date(2025, 3, 5))
    documents = [arrival.document for _, arrival in read_new(fresh, fetcher, Store(None), Given())]
    assert [(d.publisher, d.date) for d in documents if d] == [
        ("President of Russia", date(2025, 3, n)) for n in (8, 9)
    ]
    assert documents[1] and documents[1].text.endswith("The call lasted about 9 hours.")


def test_a_list_without_news_is_told_never_taken_for_nothing_new(web: Web, fetcher: Fetcher) -> None:
    web.routes["/list"] = answer(b"<html><body><p>Welcome to our new site</p></body></html>")
    here = replace(SITES[0], listing=lambda _number: web.url("/list", "en.kremlin.ru"))
    with pytest.raises(FetchError, match="lists no news that demarche can find"):
        new_items(Listed("kremlin", here), fetcher, Store(None), Followed(None), None)


EXCUSES = ["Technical Difficulties", "Access Denied", "Just a moment...", "404 - Page not found"]


@pytest.mark.parametrize("title", EXCUSES)
def test_an_excuse_in_place_of_the_text_is_no_document(web: Web, fetcher: Fetcher, title: str) -> None:
    html = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>We are sorry. Try later.</p></body></html>"
    )
    web.routes["/releases/1/"] = answer(html.encode())
    (arrival,) = add_links([Link(web.url("/releases/1/", "www.state.gov"))], fetcher, Store(None), Given())
    assert arrival.document is None
    assert "in place of the text; save the page in a browser" in arrival.skipped


def test_a_page_that_goes_on_elsewhere_is_told(web: Web, fetcher: Fetcher) -> None:
    html = MADE[0].html.replace(SECOND, f'{SECOND}</p><p><a href="/events/president/transcripts/1/page/2">2</a>')
    web.routes["/events/president/transcripts/1"] = answer(html.encode())
    link = web.url("/events/president/transcripts/1", "en.kremlin.ru")
    (arrival,) = add_links([Link(link)], fetcher, Store(None), Given())
    assert "goes on on further pages, which were not read" in arrival.notes


def test_a_site_with_a_feed_is_followed_by_it() -> None:
    (listed,) = listed_of(["elysee"])
    assert listed.start == "https://www.elysee.fr/en/feed"


PIECES = st.sampled_from(
    [
        "<h1>",
        "</h1>",
        "<p>",
        "</p>",
        "<time datetime='x'>",
        "<div class='e-content'>",
        "<ul><li>",
        "<table>",
        "</div>",
        "<main>",
        "<meta name='PubDate' content='2025-99-99'>",
        "words and words",
        "&#0;",
        "<!--",
        "{",
        '"a": [',
        "\u2028",
    ]
)


@settings(max_examples=60, deadline=None)
@given(site=st.sampled_from(SITES), pieces=st.lists(PIECES, max_size=20), extra=st.text(max_size=30))
def test_no_page_stops_an_adapter(site: Site, pieces: list[str], extra: str) -> None:
    data = ("".join(pieces) + extra).encode("utf-8", "replace")
    try:
        found = read_web_page(data, f"https://{site.hosts[0]}{site.paths[0]}x", site)
    except DocumentError:
        return
    assert isinstance(found.text, str)
    list(site.entries(Page("https://a.example/", open_page(b"<p>x</p>" + data).tree)))

"""`demarche follow`: only what is new, oldest first, and on from where it stopped."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from demarche.documents import Given
from demarche.errors import UsageError
from demarche.sources import Fetcher, FetchError, Followed, Store, listed_of, new_items, read_new
from demarche.sources.client import Answer
from demarche.sources.feeds import feed_items

from .running import Ran
from .server import STORY, Web, answer, page, tagged

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title>{}</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>One</title><link href="/1"/><updated>2025-03-04T10:00:00Z</updated></entry>
<entry><title>No link</title></entry>
<entry><title>Script</title><link href="javascript:alert(1)"/></entry>
<entry><title>One again</title><link href="/1#top"/></entry></feed>"""


def rss(*items: tuple[str, str]) -> bytes:
    rows = "".join(f"<item><title>{n}</title><link>{n}</link><pubDate>{day}</pubDate></item>" for n, day in items)
    return RSS.format(rows).encode()


def test_items_of_rss_and_atom() -> None:
    (item,) = feed_items(
        Answer("https://a.example/feed", 200, {}, rss(("https://a.example/1", "Tue, 04 Mar 2025 10:00:00 GMT")))
    )
    assert (item.link, item.day) == ("https://a.example/1", date(2025, 3, 4))
    (item,) = feed_items(Answer("https://a.example/feed", 200, {}, ATOM.encode()))
    assert (item.link, item.title, item.day) == ("https://a.example/1", "One", date(2025, 3, 4))


def test_a_feed_a_little_broken_is_read() -> None:
    broken = rss(("https://a.example/1", "yesterday")).replace(b"</channel></rss>", b"<item><title>A & B")
    assert feed_items(Answer("https://a.example/feed", 200, {}, broken))[0].link == "https://a.example/1"


def test_a_feed_that_grows_in_the_reading_is_harmless() -> None:
    laughs = '<!DOCTYPE r [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    body = RSS.format("<item><title>&i;</title><link>https://a.example/1</link></item>").replace(
        "<rss", laughs + "]><rss"
    )
    try:
        items = feed_items(Answer("https://a.example/feed", 200, {}, body.encode()))
    except FetchError:
        return
    assert all(len(item.title) < 10_000 for item in items)


def test_a_page_in_place_of_a_feed_is_told_its_feeds() -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/news.rss">'
    with pytest.raises(FetchError, match=r"is no RSS or Atom feed; the page names https://a\.example/news\.rss"):
        feed_items(Answer("https://a.example/", 200, {}, page(head=head)))


def test_what_can_be_followed() -> None:
    named = listed_of(["kremlin", "https://a.example/feed", "http://en.kremlin.ru/events/president/news/"])
    assert [one.name for one in named] == ["kremlin", "https://a.example/feed"]
    with pytest.raises(UsageError, match=r"nor a known site .kremlin, whitehouse, state"):
        listed_of(["nowhere"])


def fill(web: Web, count: int) -> None:
    items = [(web.url(f"/{n}"), f"{n:02} Mar 2025 10:00:00 GMT") for n in range(count, 0, -1)]
    web.routes["/feed"] = tagged(rss(*items), f'"{count}"')
    for n in range(1, count + 1):
        web.routes[f"/{n}"] = answer(page(STORY.replace("two hours", f"{n} hours"), title=f"Call {n}"))


def test_only_what_is_new_oldest_first(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    fill(web, 3)
    (feed,) = listed_of([web.url("/feed")])

    def step(since: date | None = None) -> list[str]:
        followed = Followed(tmp_path)
        fresh = new_items(feed, fetcher, Store(tmp_path), followed, since)
        for new, arrival in read_new(fresh, fetcher, Store(tmp_path), Given()):
            assert arrival.document is not None
            followed.note(new.item.link, new.feed)
        return [new.item.title.rpartition("/")[2] for new in fresh]

    assert step(date(2025, 3, 2)) == ["2", "3"]
    assert step() == ["1"]
    assert step() == []  # the feed answered 304
    fill(web, 4)
    assert step() == ["4"]
    assert web.paths.count("/2") == 1


def test_the_command(web: Web, run: Ran, tmp_path: Path) -> None:
    fill(web, 2)
    feed = web.url("/feed")
    code, said = run("follow", feed, "--dry-run")
    assert code == 0
    assert f"2025-03-01  {web.url('/1')}" in said
    assert "2 new pages. Nothing was fetched or written: this was a dry run." in said
    assert not list(tmp_path.iterdir())
    assert set(web.paths) == {"/feed"}

    web.routes["/2"] = answer(b"", 500)
    code, said = run("follow", feed, "--limit", "1")
    assert "2 new pages on 127.0.0.1; the first 1 are fetched, run it again for the others." in said
    assert "Read 1 document: 1 new." in said
    assert code == 0

    fill(web, 2)
    code, said = run("follow", feed)
    assert "1 new page on 127.0.0.1." in said
    assert "Read 1 document: 1 new." in said

    code, said = run("follow", feed)
    assert (code, "Nothing is new: all of it was read before. Nothing was added." in said) == (0, True)
    noted = (tmp_path / "demarche.pages" / ".followed.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["link"] for line in noted] == [web.url("/1"), web.url("/2")]

    code, said = run("follow", web.url("/none"))
    assert code == 2
    assert "is not there (answer 404)" in said

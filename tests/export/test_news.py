"""The note and the feed: read back by a feed reader and held against hostile words."""

from __future__ import annotations

from datetime import date
from uuid import uuid4
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.analysis.news import Item, News, Window, Words
from demarche.export.markdown import link
from demarche.export.news import atom_feed, entries_of, markdown_note, newest

WINDOW = Window("2025-06-09T09:00:00Z", "2025-06-10T09:00:00Z", date(2025, 6, 10))
FEED = "72744cbf-8d81-4198-8dfc-c16b538a2fda"
HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) ]]> & \x1b[2J \x00 \u202e # `"


def item(key: str = "new:a", text: str = "They met.", url: str | None = "https://c.example/a?b=1&c=2") -> Item:
    words = (Words(text, "The Courier", url, "2025-06-09"),)
    return Item("new", key, f"meeting: {text}", text, "abcdefghijkl", words=words)


def news(*items: Item) -> News:
    return News(WINDOW, items, (("statement", 2),))


def feed(*items: Item) -> bytes:
    return atom_feed(entries_of(news(*items), FEED), FEED, "demarche: a.ledger", WINDOW.until)


def test_a_feed_reader_reads_it() -> None:
    parsed = feedparser.parse(feed(item(), item("new:b", "They spoke.", None)))
    assert not parsed.bozo and parsed.version == "atom10"
    assert (parsed.feed.id, parsed.feed.title) == (f"urn:uuid:{FEED}", "demarche: a.ledger")
    one, two = parsed.entries
    assert (one.title, one.link) == ("New: meeting: They met.", "https://c.example/a?b=1&c=2")
    assert one.updated == parsed.feed.updated == WINDOW.until
    assert '<a href="https://c.example/a?b=1&amp;c=2">The Courier</a>' in one.content[0].value
    assert one.id != two.id and one.id.startswith("urn:uuid:")
    assert not two.get("links")
    assert [tag.term for tag in one.tags] == ["new"]


def test_ids_last_and_are_of_this_feed() -> None:
    ids = [entry["id"] for entry in entries_of(news(item(), item("new:b")), FEED)]
    assert ids == [entry["id"] for entry in entries_of(news(item(text="Other words."), item("new:b")), FEED)]
    assert not set(ids) & {entry["id"] for entry in entries_of(news(item(), item("new:b")), str(uuid4()))}


def test_the_newest_are_kept_each_once() -> None:
    kept: list[dict[str, object]] = []
    for number in range(130):
        window = Window(WINDOW.since, f"2025-06-10T10:{number // 60:02}:{number % 60:02}Z", WINDOW.today)
        told = News(window, (item(f"new:{number}"), item("new:again", f"for the {number}th time")))
        kept = newest(entries_of(told, FEED), kept)
    assert len(kept) == 100
    assert [e["content"] for e in kept if "th time" in str(e["content"])] == [entries_of(told, FEED)[1]["content"]]
    assert kept == sorted(kept, key=lambda entry: str(entry["updated"]), reverse=True)
    assert kept[-1]["updated"] > "2025-06-10T10:00"


@given(st.text(), st.text())
def test_any_words_make_a_feed(text: str, address: str) -> None:
    root = ET.fromstring(feed(item(text=text, url=address), item("new:b", text, f"https://c.example/{address}")))
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 2


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example/", "", None])
def test_only_addresses_of_the_web_are_links(url: str | None) -> None:
    assert b"href" not in feed(item(url=url))
    assert "](" not in markdown_note(news(item(url=url)))


def test_hostile_words_are_words() -> None:
    entry = feedparser.parse(feed(item(text=HOSTILE, url=f"https://c.example/{HOSTILE}"))).entries[0]
    assert "<script" not in entry.content[0].value
    written = feed(item(text=HOSTILE)).decode()
    assert "\x1b" not in written and "\u202e" not in written and "<script" not in written
    note = markdown_note(news(item(text=HOSTILE, url=f"https://c.example/){HOSTILE}")))
    assert "<script" not in note and "\x1b" not in note and "\\[x\\](javascript" in note


def test_a_link_cannot_be_left() -> None:
    assert link("a]b", "https://c.example/> <b>") == "[a\\]b](<https://c.example/%3E%20%3Cb%3E>)"


def test_a_note_is_not_endless() -> None:
    note = markdown_note(news(*(item(f"new:{number}") for number in range(1234))))
    assert note.count("- **") == 200
    assert "- ... and 1,034 more: `demarche events`" in note


def test_the_note() -> None:
    entered = Item("state", "state:a:held", "call, held: A, B", "was planned", "abcdefghijkl",
                   words=(Words("call, held: A; B", "Gazette", "https://g.example/", None, entered=True),))  # fmt: skip
    added = (Words("More.", "new", None, None),)
    page = Item("pages", "page:x", "The Courier: A call", "1 new", "", "https://c.example/p", added)
    assert markdown_note(news(item(), entered, page), ("https://f.example/feed: answered 500",)) == NOTE


NOTE = """# What is new, 2025-06-10

From 2025-06-09 09:00 to 2025-06-10 09:00 (UTC).

## Held, denied, called off

- **call, held: A, B**: was planned (`demarche show abcdef`)
  > entered by a person: call, held: A; B ([Gazette](<https://g.example/>))

## New

- **meeting: They met.**: They met. (`demarche show abcdef`)
  > “They met.” ([The Courier](<https://c.example/a?b=1&c=2>), 2025-06-09)

## Pages that changed

- **[The Courier: A call](<https://c.example/p>)**: 1 new
  > new: More.

Also read: 2 statements.

## Sources

- https://f.example/feed: answered 500
"""

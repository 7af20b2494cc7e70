"""Web pages: the article, what the page says of itself, and its day only from where it is stated on purpose."""

from __future__ import annotations

import json

import pytest

from demarche.documents import Given, Source, read_source
from demarche.documents.pages import without_heading
from demarche.model import Document

PARAGRAPH = (
    "<p>President Orsted spoke by phone today with Prime Minister Tamm. The call lasted about an hour and was held at"
    " the request of the Tallinn side, the office said.</p><p>The leaders agreed to meet in the autumn.</p>"
)


def page(html: str) -> tuple[Document, tuple[str, ...]]:
    (arrival,) = read_source(Source.of("a.html", html.encode()), Given())
    assert arrival.document is not None, arrival.skipped
    return arrival.document, arrival.notes


def dated(head: str = "", body: str = "") -> Document:
    return page(f"<html><head>{head}</head><body><article><h1>A call</h1>{body}{PARAGRAPH}</article></body></html>")[0]


def ld(**item: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


DAYS = [
    (ld(**{"@type": "NewsArticle", "datePublished": "2025-06-12T23:30:00-04:00"}), "", "json-ld:datePublished"),
    (ld(**{"@graph": [{"@type": ["Article"], "datePublished": "2025-06-12"}]}), "", "json-ld:datePublished"),
    ('<meta property="article:published_time" content="2025-06-12T08:00:00Z">', "", "meta"),
    ('<meta name="DC.date" content="2025-06-12">', "", "meta"),
    ("", '<time datetime="2025-06-12T08:00">today</time>', "time"),
    ("", '<time datetime="2025-06-13" class="updated">x</time><time datetime="2025-06-12">y</time>', "time"),
    ("", '<time datetime="2025-06-13">x</time><time pubdate datetime="2025-06-12">y</time>', "time"),
    ("", '<div class="article-date">Published on June 12, 2025</div>', "dated element"),
    ("", '<span class="date">12 June 2025</span>', "dated element"),
    ('<link rel="canonical" href="https://example.org/2025/06/12/a-call">', "", "url"),
]


@pytest.mark.parametrize(("head", "body", "rule"), DAYS)
def test_where_a_page_states_its_day(head: str, body: str, rule: str | None) -> None:
    document = dated(head, body)
    assert document.date_rule == (rule or "")
    assert str(document.date) == ("2025-06-12" if rule else "None")


NO_DAYS = [
    ("", "<footer><time datetime='2025-06-12'>x</time></footer>"),
    ("", "<div class='site-footer'><span class='date'>12 June 2025</span></div>"),
    ("", "<p id='copyright'>Copyright <time datetime='2025-06-12'>2025</time></p>"),
    ("", "<aside><time datetime='2025-06-12'>x</time></aside>"),
    ("", "<ul class='related-stories'><li><time datetime='2025-06-12'>x</time></li></ul>"),
    ("", "<time datetime='2025-06-12'>x</time><time datetime='2025-06-11'>y</time>"),
    ("", "<p>It was last changed on 12 June 2025.</p>"),
    (ld(**{"@type": "VideoObject", "datePublished": "2025-06-12"}), ""),
    (ld(**{"@type": "NewsArticle", "dateModified": "2025-06-12"}), ""),
    ("<script type='application/ld+json'>{broken</script>", ""),
]


@pytest.mark.parametrize(("head", "body"), NO_DAYS)
def test_where_a_page_states_no_day(head: str, body: str) -> None:
    assert dated(head, body).date is None


def test_an_ambiguous_day_is_asked() -> None:
    html = f"<html><body><article><span class='date'>04/05/2025</span>{PARAGRAPH}</article></body></html>"
    document, notes = page(html)
    assert document.date is None
    assert "4 May 2025 or 5 April 2025" in " ".join(notes)


def test_title_publisher_and_link() -> None:
    head = ld(**{"@type": "NewsArticle", "headline": "Leaders speak", "publisher": {"name": "The Desk"}})
    document = dated(head + '<link rel="canonical" href="https://example.org/x"><title>Leaders | Desk</title>')
    assert (document.title, document.publisher, document.url) == ("Leaders speak", "The Desk", "https://example.org/x")


def test_paragraphs_stand_apart_and_menus_stay_out() -> None:
    html = f"<html><body><nav>Home | News</nav><article><h1>A call</h1>{PARAGRAPH}</article><footer>x</footer></body>"
    text = page(html)[0].text
    assert "the office said.\n\nThe leaders agreed" in text
    assert "Home" not in text


BROKEN = [
    "<p>President Orsted met Prime Minister Tamm.",
    "<html><body><div><p>President Orsted met Prime Minister Tamm.</div></b></html></p>",
    "<<<>>><p>President Orsted met Prime Minister Tamm.</p><",
    "<?xml version='1.0' encoding='utf-8'?><html><p>President Orsted met Prime Minister Tamm.</p></html>",
    "<div>" * 2000 + "<p>President Orsted met Prime Minister Tamm.</p>",
]


@pytest.mark.parametrize("html", BROKEN)
def test_broken_pages_are_read(html: str) -> None:
    assert "President Orsted met Prime Minister Tamm." in page(html)[0].text


def test_the_declared_encoding_is_honoured() -> None:
    html = "<html><head><meta charset='windows-1251'></head><body><p>Переговоры прошли вчера.</p></body></html>"
    (arrival,) = read_source(Source.of("a.html", html.encode("cp1251")), Given())
    assert arrival.document is not None
    assert arrival.document.text == "Переговоры прошли вчера."


HEADINGS = [
    ("Ministers speak", "Ministers speak\n\nThey spoke.", "They spoke."),
    ("Ministers speak | Sample Ministry", "Ministers speak\n\nThey spoke.", "They spoke."),
    ("Ministers speak again", "Ministers speak\n\nThey spoke.", "Ministers speak\n\nThey spoke."),
    ("Ministers speak", "Ministers speak", "Ministers speak"),
    ("Ministers speak", "They spoke.", "They spoke."),
    ("", "They spoke.\n\nTwice.", "They spoke.\n\nTwice."),
]


@pytest.mark.parametrize(("title", "text", "rest"), HEADINGS)
def test_a_heading_that_repeats_the_title_is_no_text(title: str, text: str, rest: str) -> None:
    assert without_heading(text, title) == rest

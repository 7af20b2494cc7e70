"""Pages of our own making, in the structure that each site's pages have: an article and a page of its list of news."""

from __future__ import annotations

import json
from dataclasses import dataclass

FIRST = "President Anna Orsted of Ruritania spoke by phone with the host on Monday."
SECOND = "The call lasted about two hours."
MENU = "<nav><ul><li><p>Home</p></li><li>Subscribe to our newsletter</li></ul></nav>"
FOOT = "<footer><p>Published 1 January 2001. All rights reserved.</p></footer>"


@dataclass(frozen=True)
class Made:
    """A site's page, and what has to be found on it."""

    site: str
    url: str  # the host and path; the port is the test server's
    html: str
    day: str
    rule: str
    publisher: str
    place: str = ""
    title: str = "A telephone conversation"
    served_at: str = ""  # the path that is asked for, where it is another one
    kind: str = "text/html; charset=utf-8"


def _whole(head: str, body: str) -> str:
    head = f'<head><meta charset="utf-8">{head}</head>'
    return f'<!doctype html><html lang="en">{head}<body>{MENU}{body}{FOOT}</body></html>'


KREMLIN = _whole(
    "<title>A telephone conversation • President of Russia</title>",
    f"""<div class="read__wrap"><article class="hentry h-entry read"><div class="read__top">
<h1 class="entry-title p-name">A telephone conversation</h1>
<div class="read__lead entry-summary p-summary">{FIRST}</div>
<div class="read__meta"><time class="read__published" datetime="2025-03-04">March 4, 2025</time>
<div class="read__time">00:50</div><div class="read__place p-location"><i></i>The Kremlin, Moscow</div></div></div>
<div class="entry-content e-content read__internal_content"><p>{SECOND}</p><div class="read__bottommeta masha-ignore">
<p>Publication date: March 4, 2025</p></div></div></article>
<div class="read__tags"><p>Topics</p></div></div>""",
)
WHITE_HOUSE = _whole(
    "<title>A telephone conversation – The White House</title>",
    f"""<main><div class="entry-content wp-block-post-content"><div class="wp-block-whitehouse-topper"><p>Statements</p>
<h1 class="wp-block-whitehouse-topper__headline">A telephone
conversation</h1>
<div class="wp-block-post-date"><time datetime="2025-03-04T23:30:00-05:00">March 4, 2025</time></div></div>
<p>{FIRST}</p><ul><li>{SECOND}</li></ul></div></main>""",
)
STATE = _whole(
    "<title>A telephone conversation - United States Department of State</title>",
    f"""<main><article><h1 class="featured-content__headline stars-above">A telephone conversation</h1>
<div class="article-meta doctype-meta">Readout</div>
<p class="article-meta__author-bureau">Office of the Spokesperson</p>
<p class="article-meta__publish-date">March 4, 2025</p><div class="entry-content"><p>{FIRST}</p><p>{SECOND}</p></div>
</article></main>""",
)
PRESIDENT_UA = _whole(
    "<title>A telephone conversation — Official website of the President of Ukraine</title>",
    f"""<div class="article"><div class="article_header"><h1>A telephone conversation</h1>
<p class="date">4 March 2025 - 22:14</p></div><div class="article_content"><p>{FIRST}</p><p>{SECOND}</p></div></div>""",
)
GOV_UK = _whole(
    "<title>A telephone conversation - GOV.UK</title>"
    '<meta name="govuk:first-published-at" content="2025-07-04T23:30:00+00:00">'
    '<meta name="govuk:updated-at" content="2025-08-01T10:00:00+00:00">'
    '<meta name="govuk:primary-publishing-organisation" content="Prime Minister\'s Office, 10 Downing Street">',
    f"""<main><h1 class="gem-c-heading__text">A telephone conversation</h1>
<dl><dt>Published</dt><dd>5 July 2025</dd><dt>Location:</dt><dd>Chequers</dd></dl>
<div class="gem-c-govspeak govspeak"><p>{FIRST}</p><p>{SECOND}</p></div></main>""",
)
MFA_CN = _whole(
    "<title>A telephone conversation_Ministry of Foreign Affairs</title>"
    '<meta name="PubDate" content="2025-03-04 21:45:13">',
    f"""<div class="news-details"><div class="news-title"><h1>A telephone conversation</h1>
<p class="time"><span>Updated: March 4, 2025 21:45</span></p></div><div class="news-main" id="News_Body_Txt_A">
<p>{FIRST}</p><p>{SECOND}</p></div></div>""",
)
ELYSEE = _whole(
    "<title>A telephone conversation | Élysée</title>",
    f"""<main><h1>A telephone conversation</h1><div class="article__content"><p>{FIRST}</p><p>{SECOND}</p></div>
<aside><p>On the same subject</p></aside></main>""",
)
EUROPA = json.dumps(
    {
        "eventDate": "2025-03-04",
        "docuLanguageResource": {
            "title": "A telephone conversation",
            "subtitle": "",
            "placeText": "Brussels",
            "htmlContent": f"<p>{FIRST}</p><p>{SECOND}</p>",
        },
    }
)

MADE = (
    Made("kremlin", "en.kremlin.ru/events/president/news/99999", KREMLIN, "2025-03-04",
         "kremlin:time.read__published (Europe/Moscow)", "President of Russia", "The Kremlin, Moscow"),
    Made("whitehouse", "www.whitehouse.gov/briefings-statements/2025/03/a-call/", WHITE_HOUSE, "2025-03-04",
         "whitehouse:time.wp-block-post-date 2025-03-04T23:30-05:00", "The White House"),
    Made("state", "www.state.gov/releases/2025/03/a-call/", STATE, "2025-03-04",
         "state:article-meta__publish-date (America/New_York)", "United States Department of State"),
    Made("president-ua", "www.president.gov.ua/en/news/a-call-99999", PRESIDENT_UA, "2025-03-04",
         "president-ua:p.date (Europe/Kyiv)", "Office of the President of Ukraine"),
    Made("gov-uk", "www.gov.uk/government/news/a-call", GOV_UK, "2025-07-05",
         "gov-uk:meta:govuk:first-published-at 2025-07-05T00:30+01:00", "Prime Minister's Office, 10 Downing Street",
         "Chequers"),
    Made("mfa-cn", "www.mfa.gov.cn/eng/xw/zyxw/202503/t20250304_11111111.html", MFA_CN, "2025-03-04",
         "mfa-cn:meta:PubDate (Asia/Shanghai)", "Ministry of Foreign Affairs of China"),
    Made("elysee", "www.elysee.fr/en/emmanuel-macron/2025/03/04/a-call", ELYSEE, "2025-03-04",
         "elysee:url (Europe/Paris)", "Élysée, Presidency of France"),
    Made("europa", "ec.europa.eu/commission/presscorner/detail/en/statement_25_1234", EUROPA, "2025-03-04",
         "europa:json:eventDate (Europe/Brussels)", "European Commission", "Brussels",
         served_at="/commission/presscorner/api/documents?reference=STATEMENT/25/1234&language=en",
         kind="application/json"),
)  # fmt: skip


@dataclass(frozen=True)
class List:
    """A page of a site's list of news: the n-th item is of the n-th of March, newest first."""

    site: str
    item: str  # one item, with {n} for its number and {link} for its path
    link: str
    around: str = "<ul>{}</ul>"

    def page(self, numbers: list[int]) -> bytes:
        items = "".join(self.item.replace("{link}", self.link).replace("{n}", f"{n:02}") for n in numbers)
        return _whole("<title>News</title>", self.around.replace("{}", items)).encode()


LISTS = (
    List("kremlin", '<div class="hentry h-entry hentry_event"><h3 class="hentry__title"><a href="{link}"><span>Call {n}'
         '</span></a></h3><time class="published" datetime="2025-03-{n}">x</time></div>', "/events/president/news/{n}"),
    List("whitehouse", '<li class="wp-block-post"><h2 class="wp-block-post-title"><a href="{link}">Call {n}</a></h2>'
         '<div class="wp-block-post-date"><time datetime="2025-03-{n}T12:00:00-05:00">x</time></div></li>',
         "/briefings-statements/2025/03/{n}/"),
    List("state", '<li class="collection-result"><a class="collection-result__link" href="{link}">Call {n}</a>'
         '<div class="collection-result-meta"><span>Readout</span><span>March {n}, 2025</span></div></li>',
         "/releases/{n}/"),
    List("president-ua", '<div class="item_stat cat_stat"><div class="item_stat_headline">'
         '<h3><a href="{link}">Call {n}</a></h3>'
         '<p class="date">{n} March 2025 - 10:00</p></div></div>', "/en/news/call-{n}", "<div>{}</div>"),
    List("gov-uk", '<li class="gem-c-document-list__item"><a href="{link}">Call {n}</a>'
         '<time datetime="2025-03-{n}">x</time></li>', "/government/news/call-{n}"),
    List("mfa-cn", '<li><a href="{link}">Call {n} (2025-03-{n})</a></li>', "./202503/t202503{n}_1.html"),
    List("elysee", '<article><a href="{link}">Call {n}</a></article>', "/en/emmanuel-macron/2025/03/{n}/call"),
)  # fmt: skip

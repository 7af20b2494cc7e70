"""Pages saved by a browser."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from demarche.documents import Arrival, Given, Source, read_source

FIRST = "President Anna Orsted spoke by phone with Prime Minister Bo Tamm on Monday."
BODY = f"<body><article><h1>A call</h1><p>{FIRST}</p><p>The call lasted about two hours.</p></article></body>"
KREMLIN = (
    '<div class="read"><h1 class="p-name">A call</h1><time class="read__published" datetime="2025-03-04">x</time>'
    f'<div class="e-content"><p>{FIRST}</p><p>The call lasted about two hours.</p></div></div><p>Menu of the page</p>'
)


def one(name: str, data: bytes) -> Arrival:
    (arrival,) = read_source(Source.of(name, data), Given())
    return arrival


NOTED = [
    "<!-- saved from url=(0031)https://news.example/a-call/12 -->",
    "<!--\n Page saved with SingleFile \n url: https://news.example/a-call/12 \n saved date: Tue Mar 04 2025 \n-->",
]


@pytest.mark.parametrize("comment", NOTED)
def test_the_address_that_the_browser_noted(comment: str) -> None:
    arrival = one(
        "a.html", f"<!DOCTYPE html>\n{comment}\n<html><head><title>A call</title></head>{BODY}</html>".encode()
    )
    assert arrival.document is not None
    assert arrival.document.url == "https://news.example/a-call/12"


def test_a_saved_page_of_a_known_site_is_read_by_its_adapter() -> None:
    comment = "<!-- saved from url=(0052)http://en.kremlin.ru/events/president/news/99999 -->"
    arrival = one("a.html", f"<!DOCTYPE html>\n{comment}\n<html><body>{KREMLIN}</body></html>".encode())
    assert arrival.document is not None
    assert arrival.document.publisher == "President of Russia"
    assert arrival.document.date_rule == "kremlin:time.read__published (Europe/Moscow)"
    assert "Menu" not in arrival.document.text


def mhtml(charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://news.example/a-call/12"
    message["Subject"] = "A call"
    message.set_content(f"<html><head><title>A call</title></head>{BODY}<p>Café.</p></html>", "html", charset=charset)
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "download"])
def test_a_single_file(name: str, charset: str) -> None:
    arrival = one(name, mhtml(charset))
    assert arrival.document is not None
    assert arrival.document.text.startswith(FIRST)
    assert arrival.document.url == "https://news.example/a-call/12"


BAD = [(b"", "is empty"), (b"Subject: x\n\nwords", "without the page"), (b"\x00\xff" * 50, "without the page")]


@pytest.mark.parametrize(("data", "message"), BAD)
def test_bad_single_files(data: bytes, message: str) -> None:
    assert message in one("a.mhtml", data).skipped

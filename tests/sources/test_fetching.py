"""Polite fetching against a real server with every fault a server can have."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.documents import Given
from demarche.documents.links import Link
from demarche.sources import Fetcher, FetchError, Manners, Store, add_links
from demarche.sources.client import Bounds
from demarche.sources.fetcher import retry_after

from .conftest import Waits
from .server import (
    Answer,
    Web,
    answer,
    bomb,
    endless,
    free_port,
    page,
    redirect,
    serving,
    slow_head,
    trickling,
    truncated,
    zipped,
)


def test_a_page_is_fetched_with_a_name_and_its_host(web: Web, fetcher: Fetcher) -> None:
    web.routes["/a"] = answer(page())
    assert fetcher.get(web.url("/a#top", "news.example")).body == page()
    headers = web.asked[-1][1]
    assert headers["user-agent"].startswith("demarche/")
    assert headers["host"] == f"news.example:{web.port}"
    assert [path for path, _ in web.asked] == ["/robots.txt", "/a"]


def test_no_cookie_is_sent(web: Web, fetcher: Fetcher) -> None:
    web.routes |= {"/a": answer(page(), Set_Cookie="who=you; Path=/"), "/b": answer(page())}
    for path in ("/a", "/b"):
        fetcher.get(web.url(path))
    assert all("cookie" not in headers for _, headers in web.asked)


def test_packed_pages_are_unpacked(web: Web, fetcher: Fetcher) -> None:
    web.routes["/a"] = zipped(page())
    assert fetcher.get(web.url("/a")).body == page()


FAULTS: list[tuple[Answer, str]] = [
    (answer(b"", 404), "is not there \\(answer 404\\)"),
    (answer(b"", 410), "is gone"),
    (answer(b"", 403), "refuses"),
    (answer(b"", 401), "asks for a password"),
    (answer(b"", 418), "gives no page \\(answer 418\\)"),
    (answer(b"", 500), "answered 500 3 times; nothing was added; run the same command later"),
    (answer(b"", 429), "answered 429 3 times"),
    (answer(b"", 503, Retry_After="7200"), "asks to come back in 120 minutes"),
    (answer(b"x", Content_Encoding="br"), "packed as 'br'"),
    (answer(b"not gzip", Content_Encoding="gzip"), "is broken"),
    (zipped(page(), 60), "cut short"),
    (truncated(page()), "cut short on its way; nothing was added; try again"),
    (bomb(), "larger than 10 MB"),
    (endless(), "larger than 10 MB"),
    (redirect("/a"), "is sent on and on"),
    (redirect("ftp://example.org/"), "has to begin with https://"),
    (redirect("http://[::1"), "is no link"),
    (redirect("http://user:pw@example.org/"), "password"),
]


@pytest.mark.parametrize(("fault", "message"), FAULTS, ids=[message[:30] for _, message in FAULTS])
def test_faults_end_in_one_line(web: Web, fetcher: Fetcher, fault: Answer, message: str) -> None:
    web.routes["/a"] = fault
    with pytest.raises(FetchError, match=message):
        fetcher.get(web.url("/a"))


@pytest.mark.parametrize("fault", [trickling(15), slow_head(15)], ids=["body", "head"])
def test_a_page_that_trickles_is_left(web: Web, manners: Manners, fault: Answer) -> None:
    web.routes["/a"] = fault
    hasty = replace(manners, bounds=Bounds(seconds=0.4))
    with Fetcher(hasty) as fetcher, pytest.raises(FetchError, match=r"took longer than 0\.4 seconds"):
        fetcher.get(web.url("/a"))


def test_nobody_listens(manners: Manners) -> None:
    with Fetcher(manners) as fetcher, pytest.raises(FetchError, match=r"robots\.txt of 127\.0\.0\.1 cannot be reached"):
        fetcher.get(f"http://127.0.0.1:{free_port()}/a")


def test_a_site_that_asks_for_much_patience_is_not_asked_again(web: Web, fetcher: Fetcher) -> None:
    web.routes |= {"/a": answer(b"", 429, Retry_After="3600"), "/b": answer(page())}
    for path in ("/a", "/b"):
        with pytest.raises(FetchError, match="asks to come back in 60 minutes"):
            fetcher.get(web.url(path))
    assert web.paths == ["/a"]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for news.example, signed by itself."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl: apt-get install openssl")
    folder = tmp_path_factory.mktemp("certificate")
    key, proof = folder / "key.pem", folder / "proof.pem"
    line = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    line += ["-keyout", str(key), "-out", str(proof), "-days", "30", "-subj", "/CN=news.example"]
    subprocess.run([*line, "-addext", "subjectAltName=DNS:news.example"], check=True, capture_output=True)
    return key, proof


def test_the_certificate_has_to_be_of_the_name_not_the_address(
    manners: Manners, certificate: tuple[Path, Path]
) -> None:
    key, proof = certificate
    trusting = replace(manners, trust=ssl.create_default_context(cafile=proof))
    with serving(key, proof) as web:
        web.routes["/a"] = answer(page())
        with Fetcher(trusting) as fetcher:
            assert fetcher.get(web.url("/a", "news.example").replace("http:", "https:")).body == page()
        for wary, host in ((trusting, "other.example"), (manners, "news.example")):
            with Fetcher(wary) as fetcher, pytest.raises(FetchError, match="certificate is not valid"):
                fetcher.get(web.url("/a", host).replace("http:", "https:"))
        assert web.paths == ["/a"]


def test_another_address_of_the_host_is_tried(web: Web, manners: Manners) -> None:
    web.routes["/a"] = answer(page())
    two = replace(manners, resolve=lambda _h, _p: ["127.0.0.2", "127.0.0.1"])  # nobody listens on the first
    with Fetcher(two) as fetcher:
        assert fetcher.get(web.url("/a", "news.example")).body == page()


def test_a_busy_site_is_asked_again_when_it_says(web: Web, fetcher: Fetcher, waits: Waits) -> None:
    answers = iter([answer(b"", 429, Retry_After="7"), answer(b"", 503), answer(page())])
    web.routes["/a"] = lambda handler: next(answers)(handler)
    assert fetcher.get(web.url("/a")).body == page()
    assert 7.0 in waits.seconds
    assert 15.0 in waits.seconds


def test_a_pause_between_two_pages_of_a_site(web: Web, fetcher: Fetcher, waits: Waits) -> None:
    web.routes |= {"/a": answer(page()), "/b": answer(page())}
    fetcher.get(web.url("/a"))
    assert not waits.seconds
    fetcher.get(web.url("/b"))
    assert len(waits.seconds) == 1
    assert 1.0 < waits.seconds[0] <= 2.0


def test_a_site_may_ask_for_a_longer_pause(web: Web, fetcher: Fetcher, waits: Waits) -> None:
    web.routes |= {"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 9\n", kind="text/plain")}
    web.routes |= {"/a": answer(page()), "/b": answer(page())}
    fetcher.get(web.url("/a"))
    fetcher.get(web.url("/b"))
    assert 8.0 < waits.seconds[0] <= 9.0


ROBOTS = [
    (answer(b"User-agent: *\nDisallow: /private/\nAllow: /private/open\n"), "/private/a", False),
    (answer(b"User-agent: *\nDisallow: /private/\nAllow: /private/open\n"), "/private/open", True),
    (answer(b"User-agent: demarche\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), "/a", False),
    (answer(b"User-agent: *\nDisallow: /*?print=\n"), "/a?print=1", False),
    (answer(b"User-agent: *\nDisallow: /*?print=\n"), "/a", True),
    (answer(b"", 404), "/a", True),
    (answer(b"", 403), "/a", True),
    (answer(b"", 500), "/a", False),
    (redirect("/rules.txt"), "/a", True),
    (redirect("/robots.txt"), "/a", True),
    (answer(b"\xff\xfe\x00nonsense"), "/a", True),
]


@pytest.mark.parametrize(("rules", "path", "allowed"), ROBOTS)
def test_robots(web: Web, fetcher: Fetcher, rules: Answer, path: str, allowed: bool) -> None:
    web.routes |= {"/robots.txt": rules, path: answer(page())}
    if allowed:
        assert fetcher.get(web.url(path)).status == 200
    else:
        with pytest.raises(FetchError, match=r"was not asked for: the robots\.txt"):
            fetcher.get(web.url(path))
        assert path not in web.paths


def test_redirects_are_followed_and_named(web: Web, fetcher: Fetcher) -> None:
    web.routes |= {"/a": redirect("/b", 301), "/b": redirect(web.url("/c", "other.example"), 308), "/c": answer(page())}
    assert fetcher.get(web.url("/a")).url == web.url("/c", "other.example")


@pytest.mark.parametrize(
    "private", ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[fd00::1]/"]
)
def test_a_redirect_into_a_private_network_is_refused(web: Web, manners: Manners, private: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host == "news.example" else [host]  # an address stands for itself

    web.routes["/a"] = redirect(private)
    strict = replace(manners, resolve=resolve)
    with Fetcher(strict) as fetcher, pytest.raises(FetchError, match="private network"):
        fetcher.get(web.url("/a", "news.example"))


def test_loopback_is_refused_unless_the_tests_allow_it(web: Web) -> None:
    web.routes["/a"] = answer(page())
    with Fetcher(Manners()) as fetcher, pytest.raises(FetchError, match=r"127\.0\.0\.1, an address inside a private"):
        fetcher.get(web.url("/a"))
    assert not web.asked


def test_retry_after_is_seconds_or_a_date() -> None:
    now = datetime(2025, 3, 4, 12, tzinfo=UTC)
    assert retry_after("30", now) == 30
    assert retry_after(format_datetime(now + timedelta(minutes=1)), now) == 60
    assert retry_after(format_datetime(now - timedelta(minutes=1)), now) == 0
    assert retry_after("soon", now) is None


def raw(data: bytes) -> Answer:
    """Bytes that are no proper answer."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return send


GARBAGE = [
    b"",
    b"\x00\xff" * 100,
    b"SSH-2.0-OpenSSH\r\n",
    b"HTTP/1.1 abc OK\r\n\r\n",
    b"HTTP/1.1 999 What\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nxxxxx",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nbroken",
    b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000 + b"\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\xfd\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: //[\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://exa mple.org:x/\r\n\r\n",
    b"HTTP/1.1 302 Found\r\n\r\n",
    b"HTTP/1.1 503 Busy\r\nRetry-After: \xb2\r\n\r\n",
    b"HTTP/1.1 304 Not Modified\r\n\r\n",
    b"HTTP/1.1 204 No Content\r\n\r\n",
]


@pytest.mark.parametrize("data", GARBAGE, ids=range(len(GARBAGE)))
def test_answers_that_are_none(web: Web, fetcher: Fetcher, data: bytes) -> None:
    web.routes["/a"] = raw(data)
    (arrival,) = add_links([Link(web.url("/a"))], fetcher, Store(None), Given())
    assert arrival.document is None
    assert arrival.skipped
    assert "fault of demarche" not in arrival.skipped


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), status=st.sampled_from([200, 301, 404, 429]))
def test_no_answer_stops_a_run(web: Web, fetcher: Fetcher, data: bytes, status: int) -> None:
    web.routes["/a"] = raw(f"HTTP/1.1 {status} X\r\n".encode() + data)
    (arrival,) = add_links([Link(web.url("/a"))], fetcher, Store(None), Given())
    assert arrival.document or arrival.skipped

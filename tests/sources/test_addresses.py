"""Links into private networks are refused, however they are written and whatever their name resolves to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.sources import FetchError
from demarche.sources.addresses import checked_target, plain_link, system_resolve

PRIVATE = [
    "127.0.0.1",
    "127.8.9.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "2001:db8::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused(address: str) -> None:
    with pytest.raises(FetchError, match="inside a private network; nothing was asked of it"):
        checked_target("https://news.example/1", lambda _h, _p: [address])


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(FetchError, match="private"):
        checked_target("https://news.example/1", lambda _h, _p: ["93.184.215.14", "10.0.0.1"])


SPELLINGS = [
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.0.0.1/",
    "http://[::1]/",
    "http://0/",
    "http://[::ffff:7f00:1]/",
]


@pytest.mark.parametrize("url", SPELLINGS)
def test_other_spellings_of_loopback_are_refused(url: str) -> None:
    with pytest.raises(FetchError, match=r"private|cannot be reached"):
        checked_target(url, system_resolve)


def test_the_connection_goes_to_the_checked_address() -> None:
    answers = iter([["93.184.215.14", "2606:2800::1"], ["127.0.0.1"]])  # a name that changes its mind
    target = checked_target("https://news.example:8443/a?b=1#c", lambda _h, _p: next(answers))
    assert target.direct == ("https://93.184.215.14:8443/a?b=1", "https://[2606:2800::1]:8443/a?b=1")
    assert target.netloc == "news.example:8443"


def test_loopback_allowed_for_tests_allows_nothing_else() -> None:
    assert checked_target("http://a.example/", lambda _h, _p: ["127.0.0.1"], loopback=True).addresses == ("127.0.0.1",)
    with pytest.raises(FetchError):
        checked_target("http://a.example/", lambda _h, _p: ["10.0.0.1"], loopback=True)


BAD = [
    ("ftp://example.org/a", "has to begin with https://"),
    ("file:///etc/passwd", "has to begin with https://"),
    ("https://", "has to begin with"),
    ("https://user:secret@example.org/", "user name or password"),
    ("http://example.org:99999/", "is not a link"),
    ("http://[::1/", "is not a link"),
    ("https://" + "a" * 300 + "é.example/", "host name"),
]


@pytest.mark.parametrize(("url", "message"), BAD)
def test_what_is_no_link(url: str, message: str) -> None:
    with pytest.raises(FetchError, match=message):
        checked_target(url, lambda _h, _p: ["93.184.215.14"])


def test_an_unknown_host_is_told() -> None:
    with pytest.raises(FetchError, match=r"no address is known for nowhere\.example"):
        checked_target("https://nowhere.example/", lambda _h, _p: [])


@given(st.ip_addresses())
def test_no_address_of_a_private_network_passes(address: object) -> None:
    try:
        checked_target("https://news.example/", lambda _h, _p: [str(address)])
    except FetchError:
        return
    assert getattr(address, "is_global", False)
    assert not getattr(address, "is_private", True)


def test_one_spelling_of_one_page() -> None:
    assert plain_link(" HTTPS://News.Example/A#top ") == "https://news.example/A"
    assert plain_link("https://news.example") == "https://news.example/"

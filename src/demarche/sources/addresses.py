"""Where a link may lead: public addresses only, checked after the name is resolved and before anything is sent.

A name is resolved once and the connection goes to the very address that was checked, so a name that answers
differently a moment later (DNS rebinding) leads nowhere else. Each step of a redirect is checked the same way.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from demarche.sources.errors import FetchError

Resolve = Callable[[str, int], Sequence[str]]
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
ADDRESSES = 3  # the most of one host that are tried
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A link with the addresses that its host was resolved to and that were all found to be public."""

    url: str
    host: str
    port: int
    addresses: tuple[str, ...]

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt is for."""
        return origin_of(self.url)

    @property
    def netloc(self) -> str:
        """Host and port as the `Host` header gives them."""
        parts = urlsplit(self.url)
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[parts.scheme] else f"{name}:{self.port}"

    @property
    def direct(self) -> tuple[str, ...]:
        """The link with a checked address in place of the name, once for each address."""
        parts = urlsplit(self.url)
        named = [f"[{address}]" if ":" in address else address for address in self.addresses]
        return tuple(urlunsplit((parts.scheme, f"{a}:{self.port}", parts.path or "/", parts.query, "")) for a in named)


def system_resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host by this machine's own resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_target(url: str, resolve: Resolve = system_resolve, *, loopback: bool = False) -> Target:
    """The target of a link, or `FetchError` when it leads into a private network or cannot be a web page."""
    parts = web_link(url)
    host = _host(parts)
    port = parts.port or _PORTS[parts.scheme]
    addresses = _resolved(host, port, resolve)
    for address in addresses:
        if not _allowed(ipaddress.ip_address(address.partition("%")[0]), loopback=loopback):
            raise FetchError(
                f"leads to {address}, an address inside a private network; nothing was asked of it; "
                "save the page as a file and read that with `demarche read`"
            )
    return Target(url, host, port, tuple(addresses[:ADDRESSES]))


def web_link(url: str) -> SplitResult:
    """The parts of a link that begins with http:// or https:// and holds no password."""
    try:
        parts = urlsplit(url.strip())
        usable = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        raise FetchError("is not a link; a link looks like https://example.org/news/12") from None
    if parts.scheme not in _PORTS or not usable:
        raise FetchError("is not a link to a web page; it has to begin with https:// or http://")
    if parts.username or parts.password:
        raise FetchError("holds a user name or password; nothing was sent; give the link without it")
    return parts


def plain_link(url: str) -> str:
    """A link without its fragment, host in lower case: one spelling of one page."""
    parts = urlsplit(url.strip())
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))


def next_link(url: str, location: str) -> str:
    """Where a redirect leads."""
    try:
        return plain_link(urljoin(url, location.strip()))
    except ValueError:
        raise FetchError(f"is sent on to {location[:80]!r}, which is no link; nothing was added") from None


def origin_of(url: str) -> str:
    """Scheme, host and port of a link."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def host_name(url: str) -> str:
    """The host of a link, '' when it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _host(parts: SplitResult) -> str:
    name = (parts.hostname or "").rstrip(".")
    try:
        return name.encode("ascii").decode() if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        raise FetchError("has a host name that cannot be one; check its spelling") from None


def _resolved(host: str, port: int, resolve: Resolve) -> Sequence[str]:
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError):
        addresses = ()
    if not addresses:
        raise FetchError(f"cannot be reached: no address is known for {host}; check its spelling and the connection")
    return addresses


def _allowed(address: Address, *, loopback: bool) -> bool:
    inner = _inner(address)
    if inner.is_loopback:
        return loopback
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 one carries inside, else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    carried = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
    if carried is None and address in _NAT64:
        carried = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return carried or address

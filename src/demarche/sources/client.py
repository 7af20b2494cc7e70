"""One request and its answer, within bounds: bytes sent, bytes unpacked, time. No redirect is followed here.

The request goes to the address that was checked. Proxies and passwords of the environment are not used. Only gzip
and deflate are accepted, and unpacked here piece by piece, so that a small answer cannot fill the memory.
"""

from __future__ import annotations

import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from demarche.documents.limits import FILE_BYTES, megabytes
from demarche.sources.errors import FetchError

if TYPE_CHECKING:
    import httpx2

    from demarche.sources.addresses import Target


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that one answer may take."""

    size: int = FILE_BYTES
    seconds: float = 60.0
    silence: float = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (names in lower case) and unpacked body of one request."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def header(self, name: str) -> str:
        """A header, '' when it was not sent."""
        return self.headers.get(name, "")


class Client:
    """Sends single requests. To be closed."""

    def __init__(self, agent: str, bounds: Bounds | None = None, trust: ssl.SSLContext | None = None) -> None:
        import httpx2

        self._bounds = bounds or Bounds()
        self._client = httpx2.Client(
            headers={
                "User-Agent": agent,
                "Accept-Encoding": "gzip, deflate",
                "Accept-Language": "en",
                "Connection": "close",
            },
            timeout=httpx2.Timeout(self._bounds.silence),
            limits=httpx2.Limits(max_keepalive_connections=0),
            follow_redirects=False,
            trust_env=False,
            verify=True if trust is None else trust,
        )

    def close(self) -> None:
        """Let go of what is open."""
        self._client.close()

    def get(self, target: Target, headers: Mapping[str, str], size: int | None = None) -> Answer:
        """The answer of a target, or `FetchError`: too slow, too large, cut short, not to be reached.

        Where a host has several addresses the next one is tried when one cannot be reached.
        """
        import httpx2

        guard = _Guard(self._bounds.seconds)
        for left, direct in reversed(list(enumerate(reversed(target.direct)))):
            try:
                return self._ask(target, direct, headers, size, guard)
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                if not left or guard.over or _distrusts(error):
                    raise _failure(error, guard, self._bounds) from error
            except (httpx2.HTTPError, httpx2.StreamError, OSError) as error:
                raise _failure(error, guard, self._bounds) from error
        raise AssertionError("unreachable")  # the last address returns or raises

    def _ask(self, target: Target, direct: str, headers: Mapping[str, str], size: int | None, guard: _Guard) -> Answer:
        import httpx2

        self._client.cookies.clear()  # none is sent: it would go to every site at this address
        try:
            request = self._client.build_request(
                "GET",
                direct,
                headers={"Host": target.netloc, **headers},
                extensions={"sni_hostname": target.host, "trace": guard.trace},
            )
        except (httpx2.InvalidURL, UnicodeError) as error:
            raise FetchError("is not a link that can be asked for; check its spelling") from error
        with guard.running(), self._sent(request) as response:
            body = _body(response, size or self._bounds.size, guard)
            fields = {name.lower(): value for name, value in response.headers.items()}
            return Answer(target.url, response.status_code, fields, body)

    @contextmanager
    def _sent(self, request: httpx2.Request) -> Iterator[httpx2.Response]:
        response = self._client.send(request, stream=True)
        try:
            yield response
        finally:
            response.close()


class _Guard:
    """Shuts the connection when the whole answer takes too long, however busily it trickles."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._socket: Any = None
        self._shutting = False
        self._end = time.monotonic() + seconds

    @property
    def over(self) -> bool:
        """True when the time is spent."""
        return self._shutting or time.monotonic() >= self._end

    def trace(self, name: str, info: dict[str, Any]) -> None:
        """Called by the client at each step: remembers the socket once there is one."""
        if name in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")

    @contextmanager
    def running(self) -> Iterator[None]:
        """The clock runs."""
        timer = threading.Timer(self._seconds, self._shut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _shut(self) -> None:
        self._shutting = True
        if self._socket is not None:
            with suppress(OSError, ValueError):
                self._socket.shutdown(2)


def _body(response: httpx2.Response, size: int, guard: _Guard) -> bytes:
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > size:
        raise _too_large(size)
    unpack = _unpacker(response.headers.get("content-encoding", ""), size)
    parts: list[bytes] = []
    received = total = 0
    for chunk in response.iter_raw():
        received += len(chunk)
        parts.append(unpack(chunk))
        total += len(parts[-1])
        if received > size or total > size:
            raise _too_large(size)
        if guard.over:
            raise TimeoutError
    if guard.over:  # a shut connection looks like the end of an answer that never said its length
        raise TimeoutError
    parts.append(unpack(b""))
    return b"".join(parts)


def _unpacker(encoding: str, size: int) -> Any:
    """Bytes as sent -> bytes as meant; an empty call at the end says whether they were complete."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return lambda chunk: chunk
    if name not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"was sent packed as {encoding[:20]!r}, which was not asked for; nothing was added")
    unpacking = zlib.decompressobj(47 if "gzip" in name else zlib.MAX_WBITS)

    def unpack(chunk: bytes) -> bytes:
        if not chunk:
            if not unpacking.eof:
                raise FetchError("was cut short on its way; nothing was added; try again", again=True)
            return b""
        try:
            return unpacking.decompress(chunk, size + 1) if not unpacking.eof else b""
        except zlib.error:
            raise FetchError("was sent packed and is broken; nothing was added; try again", again=True) from None

    return unpack


def _too_large(size: int) -> FetchError:
    return FetchError(f"is larger than {megabytes(size)}; nothing was added; save it and read the part you need")


def _distrusts(error: Exception) -> bool:
    return "CERTIFICATE" in str(error).upper()


def _failure(error: Exception, guard: _Guard, bounds: Bounds) -> FetchError:
    import httpx2

    if guard.over:
        return FetchError(f"took longer than {bounds.seconds:g} seconds; nothing was added; try again later")
    if isinstance(error, httpx2.TimeoutException):
        return FetchError(f"was silent for {bounds.silence:g} seconds; nothing was added; try again", again=True)
    if _distrusts(error):
        return FetchError(
            "was not asked for: the site does not prove that it is the one it says (its certificate is not valid); "
            "nothing was added; open it in a browser"
        )
    if isinstance(error, httpx2.ConnectError | OSError):
        return FetchError(f"cannot be reached ({error}); nothing was added; try again", again=True)
    if isinstance(error, httpx2.RemoteProtocolError):
        return FetchError("was cut short on its way; nothing was added; try again", again=True)
    return FetchError(f"could not be fetched ({error}); nothing was added; try again", again=True)

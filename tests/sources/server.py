"""A real HTTP server on loopback whose pages can be changed and whose faults can be chosen."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STORY = (
    "<p>President Anna Orsted spoke by phone with Prime Minister Bo Tamm of Ruritania on Monday.</p>"
    "<p>The call lasted about two hours. They agreed to meet in Riga in the autumn.</p>"
)


def page(body: str = STORY, title: str = "A call", head: str = "") -> bytes:
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>'
        '<meta property="article:published_time" content="2025-03-04T10:00:00+02:00">'
        f'<meta property="og:site_name" content="The Courier">{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(body: bytes = b"", status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def tagged(body: bytes, etag: str) -> Answer:
    """A page with an ETag: 304 for who has it."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.end_headers()
        else:
            answer(body, ETag=etag)(handler)

    return send


def redirect(location: str, status: int = 302) -> Answer:
    return answer(status=status, Location=location)


def truncated(body: bytes) -> Answer:
    """Promises the whole page and sends a half."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])

    return send


def trickling(seconds: float) -> Answer:
    """A byte now and then, never silent for long, never done."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        end = time.monotonic() + seconds
        try:
            while time.monotonic() < end:
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    return send


def slow_head(seconds: float) -> Answer:
    """Trickles the head of its answer."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        end = time.monotonic() + seconds
        try:
            handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
            while time.monotonic() < end:
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    return send


def endless() -> Answer:
    """Sends without end, without saying how much."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        try:
            for _ in range(2000):
                handler.wfile.write(b"<p>word</p>" * 10_000)
        except OSError:
            return

    return send


def bomb() -> Answer:
    """A few kilobytes that unpack to 100 MB."""
    packer_out = gzip.compress(b"\0" * 100_000_000, 6)
    return answer(packer_out, Content_Encoding="gzip")


def zipped(body: bytes, keep: int | None = None) -> Answer:
    return answer(gzip.compress(body)[:keep], Content_Encoding="gzip")


@dataclass
class Web:
    """The server: its routes, and what it was asked, with headers."""

    port: int = 0
    routes: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""


@contextmanager
def serving(key: Path | None = None, proof: Path | None = None) -> Iterator[Web]:
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            web.routes.get(self.path, answer(b"nothing here", 404))(self)

        def log_message(self, format: str, *args: object) -> None:
            """Silence."""

    server = _Server(("127.0.0.1", 0), Handler)
    if key and proof:
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trust.load_cert_chain(proof, key)
        server.socket = trust.wrap_socket(server.socket, server_side=True)
    web.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

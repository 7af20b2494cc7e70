"""`demarche serve`: the web app of a ledger on this machine."""

from __future__ import annotations

import errno
import gc
import socket
import threading
import webbrowser
from dataclasses import dataclass
from ipaddress import ip_network
from typing import TYPE_CHECKING

from demarche.address import shown
from demarche.cli.account import no_admin
from demarche.cli.author import author_name
from demarche.cli.console import talk
from demarche.errors import UsageError

if TYPE_CHECKING:
    from demarche.web import Settings

FIRST_PORT, TRIED = 8000, 20


@dataclass(frozen=True, slots=True)
class Where:
    """Where to listen; no port takes the first free one from 8000 on. `names` are further host names to answer to."""

    host: str = "127.0.0.1"
    port: int | None = None
    names: tuple[str, ...] = ()
    author: str = ""
    show: bool = True
    accounts: bool = False
    proxy: str = ""


def serve_command(ledger: str, where: Where) -> None:
    """Serve until Ctrl-C; the first link is printed, and opened unless told not to."""
    import uvicorn

    from demarche.web import Settings, create_app

    listening = _listen(where)
    port = int(listening.getsockname()[1])
    settings = Settings(
        str(ledger), where.host, port, where.names, author_name(where.author), where.accounts, _proxy(where)
    )
    app = create_app(settings)
    if settings.team and not app.state.ledger.accounts.has_admin():
        app.state.ledger.close()
        raise UsageError(no_admin(ledger))
    _tell(settings)
    if where.show:
        threading.Timer(0.5, webbrowser.open, [settings.first_link]).start()
    _settle()
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxy),
        forwarded_allow_ips=settings.proxy or None,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=3,
        limit_concurrency=500,
    )
    uvicorn.Server(config).run(sockets=[listening])


def _settle() -> None:
    """For a process that answers many: what was loaded stays, and is not looked through for rubbish again."""
    gc.collect()
    gc.freeze()


def _tell(settings: Settings) -> None:
    talk().print(f"{shown(settings.ledger)} is open at {settings.first_link}", soft_wrap=True)
    if settings.token:
        talk().print("Whoever has this link may read and decide. Nobody else can come in.")
    if settings.team:
        talk().print("It asks for an account: demarche account list")
    if not (settings.local or settings.proxy):
        talk().print("The connection is not encrypted: use it on a network that you trust, or through an SSH tunnel.")
    talk().print("Stop it with Ctrl-C.")


def _proxy(where: Where) -> str:
    """The address whose word is taken on who asks; UsageError when it is none."""
    try:
        return str(ip_network(where.proxy, strict=False)) if where.proxy else ""
    except ValueError:
        raise UsageError(f"{where.proxy} is no address of a proxy; give one such as 127.0.0.1 or 10.0.0.0/8") from None


def _listen(where: Where) -> socket.socket:
    """A listening socket; UsageError when the address is taken or not ours."""
    ports = [where.port] if where.port is not None else [*range(FIRST_PORT, FIRST_PORT + TRIED), 0]
    for port in ports:
        try:
            return _bound(where.host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise UsageError(f"cannot listen on {where.host} port {port}: {error.strerror or error}") from error
    raise UsageError(f"port {where.port} is taken by another program; leave --port out to take a free one")


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made

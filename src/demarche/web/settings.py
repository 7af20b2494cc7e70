"""How the app is run: which ledger, on which address, and who may come in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address

from demarche.address import on_server

__all__ = ["LOCAL_NAMES", "Settings"]

LOCAL_NAMES = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of `demarche serve`.

    On a loopback address everybody on this machine may come in, and no page of another site can reach it. On any
    other address only who opens the first link, which holds `token`; `names` are the host names it may be asked by.
    A ledger on a server is a team's: whoever comes signs in with an account, from wherever. `accounts` asks for the
    same on a ledger that is a file; `proxy` is the address of a program in front whose word is taken on who asks.
    """

    ledger: str
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    author: str = ""
    accounts: bool = False
    proxy: str = ""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    door_key: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def local(self) -> bool:
        """True when it listens on this machine only."""
        if self.host in LOCAL_NAMES:
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def team(self) -> bool:
        """True when accounts decide who comes in and who may do what."""
        return self.accounts or on_server(self.ledger)

    @property
    def token(self) -> str | None:
        """What the first link must hold; None on a loopback address, and where people sign in."""
        return None if self.local or self.team else self.door_key

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names in a Host header that are answered."""
        anywhere = self.host in ("0.0.0.0", "::")
        return frozenset(name.lower() for name in (*LOCAL_NAMES, *self.names, *(() if anywhere else (self.host,))))

    @property
    def first_link(self) -> str:
        """The link to open."""
        shown = self.names[0] if self.names else "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host
        host = f"[{shown}]" if ":" in shown else shown
        if self.proxy and self.names:
            return f"https://{host}/"
        return f"http://{host}:{self.port}/" + (f"?token={self.token}" if self.token else "")

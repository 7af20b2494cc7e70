"""What a site allows: its robots.txt, read by RFC 9309.

No file means that all is allowed, a server that cannot answer that nothing is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from demarche.sources.client import Answer

ROBOTS_BYTES = 512_000


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site for demarche."""

    parsed: Any = None
    closed: str = ""

    def allows(self, url: str, agent: str) -> bool:
        """True when this page may be fetched."""
        return not self.closed and (self.parsed is None or bool(self.parsed.can_fetch(url, agent)))

    def delay(self, agent: str) -> float:
        """The seconds between two requests that the site asks for, 0 when it asks for none."""
        asked = self.parsed.crawl_delay(agent) if self.parsed is not None else None
        return float(asked or 0)


def rules_of(answer: Answer) -> Rules:
    """The rules in an answer to a request for robots.txt."""
    if answer.status >= 500 or answer.status == 429:
        return Rules(closed=f"answered {answer.status}")
    if answer.status != 200:
        return Rules()
    from protego import Protego

    return Rules(Protego.parse(answer.body[:ROBOTS_BYTES].decode("utf-8", "replace")))

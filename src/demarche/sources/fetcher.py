"""Fetching politely: robots.txt, a pause between requests to a site, patience when told to come back later."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType

from demarche.sources.addresses import Resolve, Target, checked_target, next_link, plain_link, system_resolve
from demarche.sources.client import Answer, Bounds, Client
from demarche.sources.errors import FetchError
from demarche.sources.robots import ROBOTS_BYTES, Rules, rules_of

AGENT = "demarche"
REDIRECTS = 5
TRIES = 3
LONGEST_WAIT = 120.0
LONGEST_PAUSE = 60.0
_REDIRECT = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})
_WORDS = {401: "asks for a password", 403: "refuses", 404: "is not there", 410: "is gone", 451: "is barred by law"}


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave: the pause between requests to a site, who is asking, the bounds of an answer."""

    pause: float = 2.0
    contact: str = ""
    bounds: Bounds = field(default_factory=Bounds)
    resolve: Resolve = system_resolve
    loopback: bool = False  # for tests: allows this machine's own loopback addresses, and nothing else
    trust: ssl.SSLContext | None = None  # for tests: whose certificates count; the system's own when None
    sleep: Callable[[float], None] = time.sleep

    @property
    def agent(self) -> str:
        """The user agent that is sent."""
        from importlib.metadata import version

        who = f"; {self.contact}" if self.contact else ""
        return f"{AGENT}/{version('demarche')} (reads official news for a research ledger{who})"


class Fetcher:
    """Fetches pages one after the other. To be used in a `with`."""

    def __init__(self, manners: Manners | None = None) -> None:
        self._manners = manners or Manners()
        self._client = Client(self._manners.agent, self._manners.bounds, self._manners.trust)
        self._rules: dict[str, Rules] = {}
        self._last: dict[str, float] = {}
        self._resting: dict[str, str] = {}

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, url: str, known: Mapping[str, str] | None = None) -> Answer:
        """The page of a link (200, or 304 when `known` still holds), or `FetchError` with the reason."""
        link, seen = plain_link(url), list[str]()
        while True:
            if link in seen or len(seen) > REDIRECTS:
                raise FetchError(f"is sent on and on ({len(seen)} times); nothing was added; open it in a browser")
            seen.append(link)
            answer = self._patiently(link, known or {})
            if answer.status not in _REDIRECT:
                return _usable(answer)
            link = next_link(link, answer.header("location"))

    def _patiently(self, link: str, known: Mapping[str, str]) -> Answer:
        """Tries a few times, waiting as long as the site asks for."""
        target = self._target(link)
        if told := self._resting.get(target.origin):
            raise FetchError(told)
        self._check_rules(target)
        for attempt in range(1, TRIES + 1):
            try:
                answer = self._once(target, known)
            except FetchError as error:
                if not error.again or attempt == TRIES:
                    raise
                self._manners.sleep(_backoff(attempt))
            else:
                if answer.status not in _BUSY or attempt == TRIES:
                    return answer
                self._manners.sleep(self._wait(target, answer, attempt))
        raise AssertionError("unreachable")  # the last attempt returns or raises

    def _wait(self, target: Target, answer: Answer, attempt: int) -> float:
        """How long the site asks to wait, or our own growing pause. A site that asks for much is not asked again."""
        asked = retry_after(answer.header("retry-after"), datetime.now(UTC))
        if asked is None:
            return _backoff(attempt)
        if asked > LONGEST_WAIT:
            told = (
                f"was not had: {target.host} answered {answer.status} and asks to come back in "
                f"{asked / 60:.0f} minutes; nothing was added; run the same command then"
            )
            self._resting[target.origin] = told
            raise FetchError(told)
        return asked

    def _once(self, target: Target, known: Mapping[str, str], size: int | None = None) -> Answer:
        self._pause(target)
        try:
            return self._client.get(target, known, size)
        finally:
            self._last[target.origin] = time.monotonic()

    def _pause(self, target: Target) -> None:
        last = self._last.get(target.origin)
        if last is None:
            return
        rules = self._rules.get(target.origin, Rules())
        pause = max(self._manners.pause, min(rules.delay(AGENT), LONGEST_PAUSE))
        left = last + pause - time.monotonic()
        if left > 0:
            self._manners.sleep(left)

    def _target(self, link: str) -> Target:
        return checked_target(link, self._manners.resolve, loopback=self._manners.loopback)

    def _check_rules(self, target: Target) -> None:
        rules = self._rules.get(target.origin)
        if rules is None:
            rules = self._rules[target.origin] = self._fetch_rules(target.origin)
        if rules.closed:
            raise FetchError(
                f"was not asked for: the robots.txt of {target.host} {rules.closed}; nothing was added; "
                "try again later",
                again=True,
            )
        if not rules.allows(target.url, AGENT):
            raise FetchError(
                f"was not asked for: the robots.txt of {target.host} does not allow it; nothing was added; "
                "save the page in a browser and read the file with `demarche read`"
            )

    def _fetch_rules(self, origin: str) -> Rules:
        link = f"{origin}/robots.txt"
        for _ in range(REDIRECTS + 1):
            try:
                answer = self._client.get(self._target(link), {}, ROBOTS_BYTES)
            except FetchError as error:
                return Rules(closed=str(error).partition(";")[0]) if error.again else Rules()
            if answer.status not in _REDIRECT:
                return rules_of(answer)
            link = next_link(link, answer.header("location"))
        return Rules()


def _usable(answer: Answer) -> Answer:
    if answer.status in (200, 203, 304):
        return answer
    if answer.status in _BUSY:
        raise FetchError(
            f"answered {answer.status} {TRIES} times; nothing was added; run the same command later", again=True
        )
    words = _WORDS.get(answer.status, "gives no page")
    todo = "save the page in a browser and read the file" if answer.status in (401, 403) else "check it in a browser"
    raise FetchError(f"{words} (answer {answer.status}); nothing was added; {todo}")


def _backoff(attempt: int) -> float:
    return (5.0, 15.0, 45.0)[min(attempt, 3) - 1]


def retry_after(words: str, now: datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for: a number or a date."""
    if words.strip().isascii() and words.strip().isdecimal():
        return float(words.strip())
    try:
        moment = parsedate_to_datetime(words)
    except (TypeError, ValueError):
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())

"""The web app on a large ledger: server time of every page, and 50 readers with one writer.

    python -m benchmarks.web --events 1000000 --ledger /tmp/large.ledger     # makes the ledger when it is not there
    python -m benchmarks.web --ledger /tmp/large.ledger --readers 50 --rate 100 --seconds 20
    python -m benchmarks.web --ledger /tmp/large.ledger --paint      # first paint of every page in Chromium

Each round asks about other people, another word and another year, so that hardly anything is remembered from the one
before; the first is not counted, as with it the app loads what it needs. The ledger is that of `benchmarks.generate`
with its tables of free text. The app runs in a process of its own; processor time is that of it and of the server's
sessions, where the server is on this machine.
"""

from __future__ import annotations

import argparse
import random
import secrets
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

import httpx2
from benchmarks.generate import documents, write
from benchmarks.processor import sessions, used

from demarche.address import found, on_server
from demarche.ledger import Ledger
from demarche.ledger.team import Role

COOKIE = "demarche_account"
PAGES = {
    "ledger": "/",
    "one person": "/?who=Person0017",
    "a pair": "/?who=Person0017&with=State+003",
    "a year of calls": "/?kind=contact&type=call&since=2020&until=2020",
    "words": "/?q=gas+supplies+Person0017",
    "a common word": "/?q=grain",
    "page 5": "/?page=5",
    "not confirmed": "/?standing=machine&kind=pressure",
    "timeline of a pair": "/timeline?between=Person0017&and=State+003",
    "timeline of a person": "/timeline?between=Person0017",
    "hours of a year": "/hours?between=Person0017&in=2020",
    "hours compared": "/hours?between=Person0017&and=Person0003&against=Person0007&in=2020",
    "deadlines": "/deadlines?by=Person0017",
    "deadlines of a year": "/deadlines?by=State+003&in=2020",
    "traffic": "/traffic",
    "traffic of a person": "/traffic?of=Person0017&in=2020",
    "traffic of a state": "/traffic?of=State+003&in=2020",
    "episodes": "/episodes?by=Person0017&against=State+003&in=2020",
    "episodes of states": "/episodes?by=State+017&against=State+003&in=2020",
    "tone": "/tone?between=Person0017&and=State+003",
    "holds": "/holds?by=Person0017&in=2020",
    "holds of a state": "/holds?by=State+003&in=2020",
    "follows": "/follows?by=Person0017&against=State+003&in=2020",
    "review": "/review",
    "pairs": "/review/pairs",
    "check": "/check",
    "documents": "/documents",
    "documents with a word": "/documents?q=Person0017",
    "people": "/people",
    "coverage": "/coverage",
    "log": "/log",
    "add": "/add",
    "about the API": "/api",
    "event": "/event/EVENT",
    "document": "/document/DOCUMENT",
    "suggestions": "/people/names?who=Pers",
    "API": "/api/events?limit=50",
}

#: each is in two to six of a hundred reports
WORDS = (
    *("grain", "needy", "loan", "roads", "pact", "trade", "prisoner", "exchange", "visa", "travel"),
    *("tariffs", "steel", "sanctions", "banks", "halt", "supplies", "arms", "embargo", "useful", "nobody"),
)


def varied(page: str, number: int) -> str:
    """The page with other people, of other states, and another year: as busy, and not remembered from before."""
    state = 15 + number % 5
    person = state + 200 * (number // 5 % 5)
    year = 2012 + number % 13
    changes = {"Person0017": f"Person{person:04d}", "State+003": f"State+{3 + number % 4:03d}", "2020": str(year)}
    changes |= {"Person0003": f"Person{(person + 1) % 1000:04d}", "Person0007": f"Person{(person + 2) % 1000:04d}"}
    changes["grain"] = WORDS[number % len(WORDS)]
    for word, other in changes.items():
        page = page.replace(word, other)
    return page


def serve(path: str) -> tuple[subprocess.Popen[bytes], str]:
    """`demarche serve` in a process of its own."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "demarche.cli", "serve", "--no-open", "--port", str(port), "--ledger", path]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            httpx2.get(f"{address}/add")
            break
        except httpx2.TransportError:
            time.sleep(0.1)
    return process, address


def signed_in(path: str) -> dict[str, str]:
    """The cookie of somebody who may come in, where the ledger is on a server; an account of its own is made there."""
    if not on_server(path):
        return {}
    account, password = f"benchmark-{time.time_ns()}", secrets.token_hex(16)
    with Ledger.open(path) as ledger:
        ledger.accounts.add(account, Role.ADMIN, password)
        return {COOKIE: ledger.accounts.sign_in(account, password) or ""}


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay under."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def time_pages(asked: Asked, named: dict[str, str], rounds: int, cookies: dict[str, str]) -> None:
    """Each page asked for in turn, each time about others."""
    with httpx2.Client(base_url=asked.address, timeout=60, cookies=cookies, follow_redirects=True) as client:
        client.get("/add")
        for name, page in PAGES.items():
            times, worked = [], []
            processes = [asked.process, *sessions(asked.ledger)]
            for number in range(-1, rounds):
                path, before = _named(varied(page, number % 100), named), used(processes)
                start = time.perf_counter()
                answer = client.get(path)
                if number >= 0:
                    times.append((time.perf_counter() - start) * 1000)
                    worked.append(used(processes) - before)
                assert answer.status_code == 200, (path, answer.status_code)
            wall = f"p50 {statistics.median(times):8.1f} ms   p95 {p95(times):8.1f} ms"
            print(f"{name:24} {wall}   processor p50 {statistics.median(worked):8.1f} ms   p95 {p95(worked):8.1f} ms")


@dataclass(frozen=True, slots=True)
class Asked:
    """The app that is asked: where, its process, its ledger."""

    address: str
    process: int
    ledger: str


def crowd(
    address: str, path: str, readers: int, rate: float, seconds: float, cookies: dict[str, str], about: int
) -> None:
    """So many readers at so many requests a second about so many different people, while one adds documents."""
    stop, times, errors, added = threading.Event(), [], [], [0]
    pages = [page for name, page in PAGES.items() if name in ("ledger", "one person", "a pair", "documents", "words")]

    def reader(number: int) -> None:
        chance = random.Random(number)
        with httpx2.Client(base_url=address, timeout=30, cookies=cookies) as client:
            elapsed = 0.0  # who waited long for an answer asks again the sooner
            while not stop.wait(max(0.0, chance.uniform(0.5, 1.5) * readers / rate - elapsed)):
                start = time.perf_counter()
                try:
                    if client.get(varied(chance.choice(pages), chance.randrange(about))).status_code != 200:
                        errors.append("status")
                except httpx2.HTTPError as error:
                    errors.append(type(error).__name__)
                elapsed = time.perf_counter() - start
                times.append(elapsed * 1000)

    def writer() -> None:
        with Ledger.open(path) as ledger, ledger.run("crowd") as run:
            for document, reports in documents(100_000, seed=time.time_ns()):
                if stop.wait(0.05):
                    return
                ledger.add(document, reports, run)
                added[0] += 1

    threads = [threading.Thread(target=reader, args=(n,)) for n in range(readers)] + [threading.Thread(target=writer)]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    stop.set()
    for thread in threads:
        thread.join()
    print(f"{readers} readers, {len(times) / seconds:.0f} requests/s, {added[0]} documents added meanwhile:")
    print(
        f"    p50 {statistics.median(times):.1f} ms, p95 {p95(times):.1f} ms, {len(errors)} errors {set(errors) or ''}"
    )


def paint(address: str, named: dict[str, str], rounds: int) -> None:
    """Each page opened in Chromium: from asking for it until something stands on it, nothing kept from before."""
    from playwright.sync_api import sync_playwright

    first = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, page in PAGES.items():
            if name in ("suggestions", "API"):
                continue
            times = []
            for number in range(rounds):
                shown = browser.new_page()
                shown.goto(address + _named(varied(page, number), named))
                while not (painted := shown.evaluate(first)):  # the page's own policy forbids to wait in it
                    shown.wait_for_timeout(20)
                times.append(float(painted))
                shown.close()
            print(f"{name:24} first paint p50 {statistics.median(times):8.1f} ms   p95 {p95(times):8.1f} ms")
        browser.close()


def _named(page: str, named: dict[str, str]) -> str:
    for word, value in named.items():
        page = page.replace(word, value)
    return page


def main() -> None:
    """Make the ledger if need be, then ask."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=100_000)
    options.add_argument("--ledger", default="/tmp/demarche-web.ledger")
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--readers", type=int, default=0)
    options.add_argument("--rate", type=float, default=100)
    options.add_argument("--about", type=int, default=1000, help="how many people the readers ask about")
    options.add_argument("--seconds", type=float, default=15)
    options.add_argument("--paint", action="store_true", help="first paint of every page in Chromium")
    given = options.parse_args()
    if not found(given.ledger):
        write(given.ledger, given.events, search=True)
    with Ledger.open(given.ledger, read_only=True) as ledger:
        event = ledger.events(limit=1)[0]
    cookies = signed_in(given.ledger)
    process, address = serve(given.ledger)
    try:
        named = {"EVENT": event.id, "DOCUMENT": event.row.document.hash}
        if given.paint:
            paint(address, named, min(given.rounds, 7))
        elif given.readers:
            crowd(address, given.ledger, given.readers, given.rate, given.seconds, cookies, given.about)
        else:
            time_pages(Asked(address, process.pid, given.ledger), named, given.rounds, cookies)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()

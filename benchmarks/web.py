"""The web app on a large ledger: server time of every page, and 50 readers with one writer.

    python benchmarks/web.py --events 1000000 --ledger /tmp/large.ledger     # makes the ledger when it is not there
    python benchmarks/web.py --events 1000000 --ledger /tmp/large.ledger --readers 50 --rate 100 --seconds 20

The ledger is made of invented sentences, three rows a document, written straight into the tables and indexes.
"""

from __future__ import annotations

import argparse
import json
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import httpx2

from demarche.ledger import Ledger
from demarche.ledger.ids import ALPHABET
from demarche.ledger.names import key
from demarche.ledger.searching import folded
from demarche.model import Document

PEOPLE, SIDES = 2000, 190
FIRST = date(2000, 1, 1)
TOPICS = ("grain", "prisoners", "gas transit", "border crossings", "visas", "fisheries", "sanctions", "a railway")
PAGES = {
    "ledger": "/",
    "one person": "/?who=Person17",
    "a pair": "/?who=Person17&with=Land3",
    "a year of calls": "/?kind=contact&type=call&since=2020&until=2020",
    "words": "/?q=gas+transit+Person17",
    "a common word": "/?q=grain",
    "page 5": "/?page=5",
    "not confirmed": "/?standing=machine&kind=pressure",
    "documents": "/documents",
    "documents with a word": "/documents?q=Person17",
    "people": "/people",
    "coverage": "/coverage",
    "log": "/log",
    "add": "/add",
    "event": "/event/EVENT",
    "document": "/document/DOCUMENT",
    "suggestions": "/people/names?who=Pers",
    "API": "/api/events?limit=50",
}
Row = tuple[Any, ...]


def report_id(number: int) -> str:
    """Twelve letters that look like those of a hash."""
    value = int.from_bytes(sha256(str(number).encode()).digest()[:8], "big")
    return "".join(ALPHABET[(value >> (5 * place)) & 31] for place in range(12))


def make(path: Path, events: int) -> None:
    """A ledger of that many events."""
    with Ledger.open(path, create=True) as ledger:
        run = ledger.start("benchmark")
        ledger.finish(run)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    actors = [(n + 1, f"Given{n} Person{n}", f"Land{n % SIDES}", "person") for n in range(PEOPLE)]
    rows = [(i, name, side, kind, key(name), key(side)) for i, name, side, kind in actors]
    connection.executemany(
        "INSERT INTO actors (id, name, side, kind, name_key, side_key) VALUES (?, ?, ?, ?, ?, ?)", rows
    )
    words = [(word, i) for i, name, *_ in actors for word in key(name).split()]
    connection.executemany("INSERT INTO actor_words (word, actor_id) VALUES (?, ?)", words)
    numbers = iter(range(events // 3))
    while batch := list(islice(numbers, 5000)):
        _documents(connection, batch)
        connection.commit()
        print(f"\r{3 * batch[-1]:,}", end="", file=sys.stderr)
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()


def _documents(connection: sqlite3.Connection, numbers: list[int]) -> None:
    tables: dict[str, list[Row]] = {}
    for number in numbers:
        for table, row in _rows(number):
            tables.setdefault(table, []).append(row)
    for table, rows in tables.items():
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


_DOCUMENTS = (
    "documents (id, hash, name, version, publisher, url, title, date, source, date_rule, added_at, read_by, read_at,"
    " run_id, source_class, speaks_for, text)"
)
_REPORTS = (
    "reports (id, document_id, position, kind, type, status, date, earliest, latest, minutes_min, minutes_max,"
    " extractor, run_id, added_at, origin, event_id)"
)
_EVENTS = (
    "events (id, kind, type, status, date, earliest, latest, minutes_min, minutes_max, reports, documents, officials,"
    " disputed, perhaps, origin)"
)


def _rows(number: int) -> Iterator[tuple[str, Row]]:
    chance = random.Random(number)
    day = (FIRST + timedelta(days=chance.randrange(9400))).isoformat()
    sentences, told = [], []
    for position in range(3):
        ours, theirs = chance.sample(range(PEOPLE), 2)
        topic, minutes = chance.choice(TOPICS), chance.randrange(10, 200)
        kind = chance.choice(("contact", "contact", "pressure"))
        type_ = chance.choice(("call", "meeting")) if kind == "contact" else "threat"
        sentence = (
            f"Given{ours} Person{ours} and Given{theirs} Person{theirs} spoke for {minutes} minutes about {topic}."
        )
        sentences.append(sentence)
        told.append((report_id(3 * number + position), position, kind, type_, ours, theirs, minutes, topic))
    text = "\n".join(sentences)
    title = f"Readout {number}"
    digest = sha256(f"{title}\0{text}".encode()).hexdigest()
    stamp = "2026-01-01T00:00:00Z"
    publisher = f"Publisher {number % 60}"
    class_ = ("official", "agency", "press")[number % 3]
    document = (number + 1, digest, f"d{number}", 1, publisher, None, title, day, "", "given", stamp)
    yield _DOCUMENTS, (*document, "benchmark", stamp, 1, class_, "", text)
    yield "search_documents (rowid, words)", (number + 1, folded(f"{title} {text}"))
    for (name, position, kind, type_, ours, theirs, minutes, topic), sentence in zip(told, sentences, strict=True):
        status = "held" if kind == "contact" else "pending"
        dated = (day, day, day, minutes, minutes)
        yield (
            _REPORTS,
            (name, number + 1, position, kind, type_, status, *dated, "benchmark", 1, stamp, "machine", name),
        )
        yield _EVENTS, (name, kind, type_, status, *dated, 1, 1, 0, 0, 0, "machine")
        start = text.index(sentence)
        yield "report_spans", (name, 0, start, start + len(sentence))
        roles = ("participants", "participants") if kind == "contact" else ("actor", "recipient")
        places = (0, 1) if kind == "contact" else (0, 0)
        for role, place, actor in zip(roles, places, (ours, theirs), strict=True):
            yield "participants", (name, role, place, actor + 1)
        yield "fields (report_id, position, name, value)", (name, 0, "topics", json.dumps(topic))
        n = 3 * number + position + 1
        yield "search_reports (rowid, words, report_id)", (n, folded(f"{sentence} {topic}"), name)
        yield "search_rows (report_id, n)", (name, n)


# -- asking ---------------------------------------------------------------------------------------------------------


def serve(path: Path) -> tuple[subprocess.Popen[bytes], str]:
    """`demarche serve` in a process of its own."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "demarche.cli", "serve", "--no-open", "--port", str(port), "--ledger", str(path)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            httpx2.get(f"{address}/add")
            break
        except httpx2.TransportError:
            time.sleep(0.1)
    return process, address


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay under."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def time_pages(address: str, named: dict[str, str], rounds: int) -> None:
    """Each page asked for in turn."""
    with httpx2.Client(base_url=address, timeout=60) as client:
        client.get("/add")
        for name, page in PAGES.items():
            asked = page
            for word, value in named.items():
                asked = asked.replace(word, value)
            times = []
            for _ in range(rounds):
                start = time.perf_counter()
                answer = client.get(asked)
                times.append((time.perf_counter() - start) * 1000)
                assert answer.status_code == 200, (asked, answer.status_code)
            print(f"{name:24} p50 {statistics.median(times):8.1f} ms   p95 {p95(times):8.1f} ms")


def crowd(address: str, path: Path, readers: int, rate: float, seconds: float) -> None:
    """So many readers at so many requests a second, while one adds documents."""
    stop, times, errors, added = threading.Event(), [], [], [0]
    pages = [page for name, page in PAGES.items() if name in ("ledger", "one person", "a pair", "documents", "words")]

    def reader(number: int) -> None:
        chance = random.Random(number)
        with httpx2.Client(base_url=address, timeout=30) as client:
            while not stop.wait(chance.uniform(0.5, 1.5) * readers / rate):
                start = time.perf_counter()
                try:
                    if client.get(chance.choice(pages)).status_code != 200:
                        errors.append("status")
                except httpx2.HTTPError as error:
                    errors.append(type(error).__name__)
                times.append((time.perf_counter() - start) * 1000)

    def writer() -> None:
        with Ledger.open(path) as ledger, ledger.run("crowd") as run:
            while not stop.wait(0.05):
                ledger.add(Document(f"c{added[0]}", f"A document {time.time_ns()} of the writer."), [], run)
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


def main() -> None:
    """Make the ledger if need be, then ask."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=100_000)
    options.add_argument("--ledger", type=Path, default=Path("/tmp/demarche-web.ledger"))
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--readers", type=int, default=0)
    options.add_argument("--rate", type=float, default=100)
    options.add_argument("--seconds", type=float, default=15)
    given = options.parse_args()
    if not given.ledger.exists():
        make(given.ledger, given.events)
    with Ledger.open(given.ledger, read_only=True) as ledger:
        event = ledger.events(limit=1)[0]
    process, address = serve(given.ledger)
    try:
        if given.readers:
            crowd(address, given.ledger, given.readers, given.rate, given.seconds)
        else:
            time_pages(address, {"EVENT": event.id, "DOCUMENT": event.row.document.hash}, given.rounds)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()

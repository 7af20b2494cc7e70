"""Speed of the ledger on generated documents: adding, asking, counting, and how long an import takes.

    python -m benchmarks.ledger [DOCUMENTS]          (10,000 by default, three reports each)

Nothing is read here: the reports are made up, so that only the ledger is measured.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from demarche.analysis import count
from demarche.ledger import Filters, Ledger
from demarche.model import Document, Field, Lasting, Report, Span

STATES = tuple(f"State {n:02d}" for n in range(40))
PEOPLE = {f"Given{n % 30} Person{n:03d}": STATES[n % 40] for n in range(400)}
TYPES = (("call", 5), ("meeting", 4), ("visit", 2), ("talks", 1), ("message", 2), ("summit", 1))
FIRST_DAY = date(2020, 1, 1)


def main() -> None:
    """Print one line a measurement."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        seconds = _add(path, documents)
        size = path.stat().st_size / 1e6
        print(f"add {documents:,} documents, 3 reports each   {seconds:6.1f} s", end="   ")
        print(f"({documents / seconds:,.0f}/s, {time.process_time():.1f} s of the processor, {size:.0f} MB)")
        print(f"add them again: nothing is added            {_add(path, documents):6.1f} s")
        _ask(path)
    for code in ("demarche.ledger", "demarche.analysis", "demarche.export"):
        print(f"import {code:20}                 {_import(code):6.0f} ms")


def _add(path: Path, documents: int) -> float:
    began = time.perf_counter()
    with Ledger.open(path, create=True) as ledger, ledger.run("bench 1") as run:
        for document, reports in generated(documents):
            ledger.add(document, reports, run)
    return time.perf_counter() - began


def _ask(path: Path) -> None:
    who, with_ = "Given1 Person001", "State 07"
    questions: dict[str, Callable[[Ledger], object]] = {
        "events, first 50": lambda db: db.reports(Filters(limit=50)),
        "events --who PERSON": lambda db: db.reports(Filters(who=who, limit=50)),
        "events --who STATE --with STATE --type call": lambda db: db.reports(
            Filters(who="State 03", with_=with_, type="call", limit=50)
        ),
        "events --since 2021-03 --until 2021-03": lambda db: db.reports(
            Filters(since="2021-03", until="2021-03", limit=50)
        ),
        "how many events --who STATE": lambda db: db.count_reports(Filters(who=with_)),
        "count PERSON and STATE": lambda db: count(db, between=who, and_=with_),
        "count STATE and STATE in 2021 by month": lambda db: count(
            db, between="State 03", and_=with_, period="2021", by="month"
        ),
        "count of PERSON by counterpart": lambda db: count(db, between=who, by="counterpart"),
    }
    with Ledger.open(path, read_only=True) as ledger:
        for name, ask in questions.items():
            print(f"{name:44}{_median(lambda ask=ask: ask(ledger)):6.1f} ms")  # type: ignore[misc]


def _median(call: Callable[[], object], times: int = 7) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken) * 1000


def _import(module: str) -> float:
    command = [sys.executable, "-c", f"import {module}, sys; assert 'spacy' not in sys.modules"]
    return _median(lambda: subprocess.run(command, check=True), 3)


def generated(documents: int, seed: int = 1) -> Iterator[tuple[Document, list[Report]]]:
    """Documents of about 2,000 characters with three reports each, the same for one seed."""
    rng = random.Random(seed)
    for number in range(documents):
        day = FIRST_DAY + timedelta(days=rng.randrange(2000))
        pairs = [rng.sample(list(PEOPLE), 2) for _ in range(3)]
        sentences = [
            f"{a} and {b} were in touch on {day.isoformat()} for {20 + number % 90} minutes." for a, b in pairs
        ]
        text = "\n".join([*sentences, f"Note {number}. " + "Nothing else was said that day. " * 55])
        document = Document(f"gen-{number}", text, f"Note {number}", "Generator", f"https://example.org/{number}", day)
        yield (
            document,
            [_report(rng, document, sentence, *pair) for sentence, pair in zip(sentences, pairs, strict=True)],
        )


def _report(rng: random.Random, document: Document, sentence: str, a: str, b: str) -> Report:
    at = document.text.index(sentence)

    def words(of: str) -> tuple[Span, ...]:
        start = at + sentence.index(of)
        return (Span(start, start + len(of)),)

    minutes = int(sentence.rsplit(" ", 2)[1])
    day = document.date.isoformat() if document.date else ""
    fields = (
        Field("participants", a, words(a), side=PEOPLE[a], actor_kind="person"),
        Field("participants", b, words(b), side=PEOPLE[b], actor_kind="person"),
        Field("date", day, words(day)),
        Field("duration", Lasting(minutes, minutes), words(f"{minutes} minutes")),
    )
    kind = rng.choices([t for t, _ in TYPES], [w for _, w in TYPES])[0]
    return Report(document.id, "contact", kind, "held", (Span(at, at + len(sentence)),), fields, "CONSULT")


if __name__ == "__main__":
    main()

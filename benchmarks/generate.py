"""A ledger of generated events, for measuring: `python -m benchmarks.generate FILE [EVENTS] [--search]`.

Invented people of some 200 invented states (a few take part in much, most in little), fifteen years, all kinds of
events; every tenth is told twice. Rows are written straight into the tables of an empty ledger, many times faster than
`Ledger.add`; a test checks on a small one that linking would have made the same events. `--search` fills the tables of
free text too.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from demarche.ledger import Ledger
from demarche.ledger.ids import ALPHABET, LENGTH
from demarche.ledger.links.judging import judge
from demarche.ledger.links.keys import stored_keys
from demarche.ledger.links.summary import summarised
from demarche.ledger.links.telling import told_of_row
from demarche.ledger.names import key, words
from demarche.ledger.rows import Participant, ReportRow, Source
from demarche.ledger.searching import folded
from demarche.model import ActorKind, Document, Field, Kind, Lasting, Report, Span

__all__ = ["PEOPLE", "STATES", "documents", "write"]

FIRST_DAY, DAYS = date(2011, 1, 1), 15 * 365
STATES = tuple(f"State {n:03d}" for n in range(200))
PEOPLE = tuple((f"Given{n % 37} Person{n:04d}", STATES[n % len(STATES)]) for n in range(1000))
PUBLISHERS = ("Wire", "Gazette", "Courier", "Herald", "Observer")
_STATE_WEIGHTS = tuple(accumulate(1 / (n + 4) for n in range(len(STATES))))
_KINDS: tuple[Kind, ...] = ("contact", "statement", "pressure", "offer", "act", "forecast", "claim")
_KIND_WEIGHTS = tuple(accumulate((50, 25, 10, 8, 5, 1, 1)))
_TYPES = (("call", 5), ("meeting", 4), ("visit", 2), ("talks", 1), ("message", 2), ("summit", 1))
_STATUSES = ("held", "held", "held", "held", "planned", "proposed", "cancelled", "denied")
_MEASURES = ("tariffs on steel", "sanctions on banks", "a travel ban", "a halt to gas supplies", "an arms embargo")
_CONTENTS = ("a loan for roads", "a pact on trade", "grain for the needy", "a prisoner exchange", "visa-free travel")
_SENTENCES = ("We will not give way", "The talks were useful", "Nobody wants this war", "Our door stays open")
_STANCES = ("praise", "thank", "support", "criticise", "reject", "accuse")
_CHUNK = 20_000
_DUMP = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))  # as the ledger writes it
_RUN, _READ_BY, _TIME = 1, "generated", "2026-01-01T00:00:00Z"


@dataclass(slots=True)
class _Told:
    """One report in the making: its text, and fields as (name, value, words or None, side, kind)."""

    kind: Kind
    day: date
    type: str | None = None
    status: str | None = None
    plover: str | None = None
    sentence: str = ""
    minutes: int | None = None
    fields: list[tuple[str, Any, str]] = field(default_factory=list)
    people: list[tuple[str, str, str, str]] = field(default_factory=list)  # role, name, side, kind


def write(path: Path | str, events: int, *, seed: int = 1, search: bool = False) -> None:
    """Make a ledger of so many events; the file must not be there."""
    with Ledger.open(path, create=True):
        pass
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.execute("BEGIN")
    actors = _write_actors(connection)
    run = (_RUN, _READ_BY, _TIME, _TIME, events, 0, 0, 0, 0, events)
    connection.execute("INSERT INTO runs VALUES (?,?,?,?,?,?,?,?,?,?)", run)
    stream = _rows(random.Random(seed), events, actors)
    while batch := list(islice(stream, _CHUNK)):
        _insert(connection, batch, search=search)
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def documents(count: int, *, seed: int = 2) -> Iterator[tuple[Document, list[Report]]]:
    """Documents like those of a generated ledger with their reports, for `Ledger.add`."""
    rng = random.Random(seed)
    for number in range(count):
        told = _happens(rng)
        name = f"more-{seed}-{number}"
        document = Document(name, f"{told.sentence} Note {name}.", publisher=PUBLISHERS[number % len(PUBLISHERS)])
        yield document, [_as_report(told, document)]


def _as_report(told: _Told, document: Document) -> Report:
    def field(name: str, value: Any, words_of: str, side: str | None = None, kind: ActorKind | None = None) -> Field:
        start = document.text.index(words_of)
        return Field(name, value, (Span(start, start + len(words_of)),), None, side, kind)

    fields = [field(role, n, n, s, k) for role, n, s, k in told.people if role != "subjects"]  # type: ignore[arg-type]
    for name, value, words_of in told.fields:
        if name != "about":
            plain = Lasting(value["min"], value["max"]) if isinstance(value, dict) else value
            fields.append(field(name, tuple(plain) if isinstance(plain, list) else plain, words_of))
    fields.append(field("date", str(told.day), str(told.day)))
    evidence = (Span(0, len(told.sentence)),)
    return Report(document.id, told.kind, told.type, told.status, evidence, tuple(fields), told.plover)


# -- what happens -----------------------------------------------------------------------------------------------------


def _happens(rng: random.Random) -> _Told:
    kind = rng.choices(_KINDS, cum_weights=_KIND_WEIGHTS)[0]
    told = _Told(kind, FIRST_DAY + timedelta(days=rng.randrange(DAYS)))
    one, other = _two(rng)
    {"contact": _contact, "pressure": _pressure, "statement": _statement, "claim": _claim}.get(kind, _content)(
        rng, told, one, other
    )
    return told


def _two(rng: random.Random) -> tuple[tuple[str, str], tuple[str, str]]:
    """Two people of different states."""
    a, b = rng.choices(range(len(STATES)), cum_weights=_STATE_WEIGHTS, k=2)
    b = b if a != b else (b + 1) % len(STATES)
    of_state = len(PEOPLE) // len(STATES)
    return PEOPLE[a + len(STATES) * rng.randrange(of_state)], PEOPLE[b + len(STATES) * rng.randrange(of_state)]


def _contact(rng: random.Random, told: _Told, one: tuple[str, str], other: tuple[str, str]) -> None:
    told.type = rng.choices([t for t, _ in _TYPES], [w for _, w in _TYPES])[0]
    told.status, told.plover = rng.choice(_STATUSES), "CONSULT"
    told.minutes = rng.randrange(10, 180) if told.status == "held" and rng.random() < 0.4 else None
    length = f" It took {told.minutes} minutes." if told.minutes else ""
    told.sentence = f"{one[0]} and {other[0]} ({told.type}, {told.status}), {told.day}.{length}"
    told.people = [("participants", *one, "person"), ("participants", *other, "person")]
    if told.minutes:
        value = {"min": told.minutes, "max": told.minutes, "words": "", "rule": ""}
        told.fields.append(("duration", value, f"{told.minutes} minutes"))


def _pressure(rng: random.Random, told: _Told, one: tuple[str, str], other: tuple[str, str]) -> None:
    told.type, told.plover = rng.choice((("threat", "THREATEN"), ("sanction", "SANCTION"), ("demand", "REQUEST")))
    told.status = rng.choice(("pending", "imposed", "dropped", "met"))
    measure = f"{rng.choice(_MEASURES)} of {rng.randrange(5, 95)} percent"
    told.sentence = f"{one[0]} met {other[1]} with {measure} on {told.day}."
    told.people = [("actor", *one, "person"), ("recipient", other[1], other[1], "state")]
    told.fields.append(("measure", measure, measure))


def _statement(rng: random.Random, told: _Told, one: tuple[str, str], other: tuple[str, str]) -> None:
    stance = rng.choice(_STANCES)
    told.type = rng.choice(("direct", "indirect"))
    said = f"{rng.choice(_SENTENCES)}, {rng.randrange(10_000)} of us know it"
    told.sentence = f"{one[0]} on {other[1]}, {told.day}: {said} ({stance})."
    told.people = [("actor", *one, "person"), ("about", other[1], other[1], "state")]
    told.fields += [("stance", stance, stance), ("about", other[1], other[1])]
    if told.type == "direct":
        told.fields.append(("quote", said, said))


def _content(rng: random.Random, told: _Told, one: tuple[str, str], other: tuple[str, str]) -> None:
    """Offers, acts and forecasts."""
    if told.kind == "offer":
        told.type, told.status, told.plover = rng.choice(("pledge", "agreement", "aid")), "open", "COOPERATE"
    elif told.kind == "act":
        told.plover = rng.choice(("ACCUSE", "AID", "MOBILIZE", "RETREAT"))
    content = f"{rng.choice(_CONTENTS)} number {rng.randrange(1000)}"
    told.sentence = f"{one[0]} and {content} for {other[1]}, {told.day}."
    told.people = [("actor", *one, "person"), ("recipient", other[1], other[1], "state")]
    told.fields.append(("content", content, content))


def _claim(rng: random.Random, told: _Told, one: tuple[str, str], other: tuple[str, str]) -> None:
    number = rng.randrange(2, 20)
    told.type = "ordinal"
    told.sentence = f"Call number {number} of {one[0]} and {other[0]}, {told.day}."
    told.people = [("subjects", *one, "person"), ("subjects", *other, "person")]
    told.fields += [("subjects", [one[0]], one[0]), ("subjects", [other[0]], other[0]), ("value", number, str(number))]
    told.fields += [("relation", "=", str(number)), ("contact_types", ["call"], "Call")]


# -- rows -------------------------------------------------------------------------------------------------------------


def _rows(rng: random.Random, events: int, actors: dict[tuple[str, str, str], int]) -> Iterator[dict[str, list[Any]]]:
    """The rows of each event, by table."""
    ids = _ids(rng, events + events // 10 + 1)
    document = 0
    for number in range(events):
        happened = _happens(rng)
        copies = 2 if number % 10 == 0 else 1
        reports = [next(ids) for _ in range(copies)]
        found: dict[str, list[Any]] = {}
        rows, tellings = [], []
        for report in reports:
            document += 1
            row = _report(found, happened, report, document, actors, reports[0])
            rows.append(row)
            tellings.append(told_of_row(row, happened.sentence))
        for told in tellings:
            found.setdefault("tellings", []).append((told.id, _DUMP(told.plain())))
            for number_of in stored_keys(told):
                found.setdefault("link_keys", []).append((number_of, str(told.earliest), told.id, str(told.latest)))
        found["events"] = [_event(rows)]
        if copies == 2:
            judged = judge(*tellings)
            found["links"] = [(reports[0], reports[1], judged.score, "same", _DUMP(judged.why))]
        yield found


def _ids(rng: random.Random, count: int) -> Iterator[str]:
    """Ids in order: they are then appended to the tables, which is quick."""
    numbers = {rng.getrandbits(60) for _ in range(count + 10)}
    for number in sorted(numbers):
        yield "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(LENGTH)))


def _report(
    found: dict[str, list[Any]],
    told: _Told,
    report: str,
    document: int,
    actors: dict[tuple[str, str, str], int],
    event: str,
) -> ReportRow:
    """Add the rows of one report and its document; the report as the ledger would give it."""
    day, publisher = str(told.day), PUBLISHERS[document % len(PUBLISHERS)]
    text = f"{told.sentence} Note {document}."
    hash_, name, url = sha256(f"\0{text}".encode()).hexdigest(), f"gen-{document}", f"https://example.org/{document}"
    found.setdefault("documents", []).append(
        (
            document,
            hash_,
            name,
            1,
            publisher,
            url,
            "",
            day,
            "",
            "given",
            _TIME,
            None,
            _READ_BY,
            _TIME,
            _RUN,
            "press",
            "",
            text,
        )
    )
    heads = (told.kind, told.type, told.status, told.plover, day, day, day, told.minutes, told.minutes)
    found.setdefault("reports", []).append(
        (report, document, 0, *heads, _READ_BY, _RUN, _TIME, None, None, "machine", event)
    )
    found.setdefault("report_spans", []).append((report, 0, 0, len(told.sentence)))
    fields = [(role, person, person) for role, person, _, _ in told.people if role not in ("about", "subjects")]
    _add_fields(found, report, [*fields, *told.fields, ("date", day, day)], text)
    for position, (role, person, side, kind) in enumerate(told.people):
        at = position if told.kind in ("contact", "claim") else 0
        found.setdefault("participants", []).append((report, role, at, actors[person, side, kind]))
    source = Source(hash_, name, 1, publisher, url, "", day, "", "given", None, "press", None, _TIME)
    return ReportRow(
        report,
        *heads,
        participants=tuple(Participant(*p) for p in sorted(told.people, key=lambda p: p[0])),
        place=None,
        quote=told.sentence,
        document=source,
        extractor=_READ_BY,
        event_id=event,
        fields=tuple((name, value) for name, value, _ in told.fields if name != "duration"),
    )


def _add_fields(found: dict[str, list[Any]], report: str, fields: Sequence[tuple[str, Any, str]], text: str) -> None:
    for position, (name, value, words_of) in enumerate(fields):
        start = text.index(words_of)
        found.setdefault("fields", []).append((report, position, name, _DUMP(value), None))
        found.setdefault("field_spans", []).append((report, position, 0, start, start + len(words_of)))


def _event(rows: list[ReportRow]) -> tuple[Any, ...]:
    if len(rows) > 1:
        return (*summarised(rows).values(), 0)
    row = rows[0]
    heads = (
        row.id,
        row.kind,
        row.type,
        row.status,
        row.date,
        row.earliest,
        row.latest,
        row.minutes_min,
        row.minutes_max,
    )
    return (*heads, 1, 1, 0, 0, None, "machine", 0)


def _write_actors(connection: sqlite3.Connection) -> dict[tuple[str, str, str], int]:
    wanted = [*((name, side, "person") for name, side in PEOPLE), *((name, name, "state") for name in STATES)]
    rows = [(n, *actor, key(actor[0]), key(actor[1])) for n, actor in enumerate(wanted, 1)]
    connection.executemany("INSERT INTO actors (id, name, side, kind, name_key, side_key) VALUES (?,?,?,?,?,?)", rows)
    pairs = [(word, n) for n, actor in enumerate(wanted, 1) for word in sorted(set(words(actor[0])))]
    connection.executemany("INSERT INTO actor_words VALUES (?,?)", pairs)
    return {actor: n for n, actor in enumerate(wanted, 1)}


_COLUMNS = {
    "documents": "id, hash, name, version, publisher, url, title, date, source, date_rule, added_at, superseded_at,"
    " read_by, read_at, run_id, source_class, speaks_for, text",
    "reports": "id, document_id, position, kind, type, status, plover, date, earliest, latest, minutes_min,"
    " minutes_max, extractor, run_id, added_at, verdict, retired_at, origin, event_id",
    "report_spans": "report_id, position, start_char, end_char",
    "fields": "report_id, position, name, value, reason",
    "field_spans": "report_id, field_position, position, start_char, end_char",
    "participants": "report_id, role, position, actor_id",
    "tellings": "report_id, told",
    "link_keys": "key, earliest, report_id, latest",
    "links": "a, b, score, verdict, why",
    "events": "id, kind, type, status, date, earliest, latest, minutes_min, minutes_max, reports, documents, officials,"
    " disputed, verdict, origin, perhaps",
}


def _insert(connection: sqlite3.Connection, batch: Iterable[dict[str, list[Any]]], *, search: bool) -> None:
    found = list(batch)
    for table, columns in _COLUMNS.items():
        rows = [row for event in found for row in event.get(table, ())]
        marks = ",".join("?" * (columns.count(",") + 1))
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
    if search:
        _index(connection, found)


def _index(connection: sqlite3.Connection, found: list[dict[str, list[Any]]]) -> None:
    for event in found:
        for report, document in zip(event["reports"], event["documents"], strict=True):
            text = folded(document[-1])
            connection.execute("INSERT INTO search_documents (rowid, words) VALUES (?,?)", (document[0], text))
            made = connection.execute("INSERT INTO search_reports (words, report_id) VALUES (?,?)", (text, report[0]))
            connection.execute("INSERT INTO search_rows VALUES (?,?)", (report[0], made.lastrowid))


def main() -> None:
    """Write a ledger and say how long it took."""
    parser = argparse.ArgumentParser(description="Write a ledger of generated events.")
    parser.add_argument("file", type=Path)
    parser.add_argument("events", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--search", action="store_true")
    options = parser.parse_args()
    began = time.perf_counter()
    write(options.file, options.events, search=options.search)
    size = options.file.stat().st_size / 1e6
    print(f"{options.events:,} events in {time.perf_counter() - began:.0f} s, {size:,.0f} MB")


if __name__ == "__main__":
    main()

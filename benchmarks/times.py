"""How right our dates and lengths are, beside dateparser's on the same items.

    python -m benchmarks.times [--misses hard|wikiwars|recognizers] [--no-peer]

Three sets:

* the hard set, `tests/data/times.csv`, written by this project: every date or length of a sentence must be right, and
  nothing else found; once as plain text, once with the tense from the shipped pipeline's parse;
* WikiWars 1.0.4 (Mazur and Dale 2010), `../shared/data/time/wikiwars`: the dates and lengths of 22 narratives that a
  calendar can write down (day, month, season, year, decade, century, week, length); references such as "now", dates
  before Christ, sets and values with unknown parts are left out;
* the specifications of Recognizers-Text, `../shared/data/time/recognizers_text`: every item of `DateTimeModel.json`
  of the types `date`, `daterange` and `duration`; clock times, sets and time zones are left out, because they are
  not what the ledger keeps, and so are the items without a value. They are chat English: a news grammar is not at
  home there.

dateparser is given the words of each gold span, so that it need not find them; ours reads the whole text and must
find them. Both get the same reference day. A period such as "June" counts for dateparser when it says "month".
Conventions are levelled: a range of named years may end where the last one begins, and a day counted in weeks,
months or years ("two months ago") is right when ours is the week, month or year that holds it.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.errors import DemarcheError
from demarche.language import load
from demarche.mentions.dates import resolve_dates
from demarche.mentions.dates.calendar import (
    Stretch,
    century_of,
    day_of,
    decade_of,
    month_of,
    months_of,
    week_of,
    year_of,
)
from demarche.mentions.dates.tense import tense_from_doc
from demarche.mentions.durations import resolve_durations, resolve_lengths
from demarche.mentions.durations_rules import MINUTES
from demarche.model import DateMention, DurationMention, Span

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).resolve().parent.parent
SHARED = HERE.parent / "shared" / "data" / "time"
HARD = HERE / "tests" / "data" / "times.csv"

MONTH_ROUNDING = 0.02
"""A month is 30 days to some and 30.4 to others."""

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Item:
    """One gold expression: its words, where they stand, the reference day and the values that are right."""

    words: str
    text: str
    span: Span
    anchor: date
    days: tuple[Days, ...] = ()  # first and last day, any of them right
    minutes: float | None = None  # a length
    inside: bool = False  # a part of the value is right too ("early 1942" is tagged as 1942)


# --- the hard set ----------------------------------------------------------------------------------------------


def hard_rows() -> list[dict[str, str]]:
    """The rows of our own set: kind, anchor, text, expected."""
    with HARD.open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle, delimiter="|"))


def date_code(mention: DateMention) -> str:
    """A date as the set writes it: its EDTF, "!reason" when refused, "name:2015" in a name."""
    when = mention.when
    if when.reason:
        return f"!{when.reason}"
    return f"name:{when.edtf}" if when.rule.endswith(":name") else str(when.edtf)


def length_code(mention: DurationMention) -> str:
    """A length as the set writes it: "60-70" minutes, or what it is instead ("offset", "days")."""
    lasting = mention.lasting
    if lasting.rule in ("offset", "frequency", "days", "term", "age"):
        return lasting.rule
    return f"{'' if lasting.min is None else lasting.min}-{'' if lasting.max is None else lasting.max}"


def read_row(row: dict[str, str], nlp: Language | None = None) -> tuple[list[str], list[str]]:
    """(expected, found) codes of one row; with a pipeline the parse gives the tense."""
    expected = [code.strip() for code in (row["expected"] or "").split(";") if code.strip()]
    if row["kind"] == "duration":
        return expected, [length_code(m) for m in resolve_durations(row["text"])]
    anchor = date.fromisoformat(row["anchor"]) if row["anchor"] else None
    tense = tense_from_doc(nlp(row["text"])) if nlp is not None else None
    return expected, [date_code(m) for m in resolve_dates(row["text"], anchor, tense=tense)]


# --- WikiWars --------------------------------------------------------------------------------------------------

_TAG = re.compile(r"<(/?)TIMEX2([^>]*)>")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")


def wikiwars() -> Iterator[Item]:
    """Every dated expression of the narratives with a value that a calendar can write down."""
    for path in sorted((SHARED / "wikiwars" / "keyinline").glob("*.xml")):
        raw = path.read_text(encoding="utf-8", errors="replace")
        stamp = re.search(r"<DATETIME>.*?(\d{4}-\d{2}-\d{2})", raw, re.S)
        body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.S)
        if stamp is not None and body is not None:
            yield from _tagged(unescape(body.group(1)), date.fromisoformat(stamp.group(1)))


def _tagged(body: str, anchor: date) -> Iterator[Item]:
    pieces: list[str] = []
    size, at, still_open, closed = 0, 0, list[tuple[int, str]](), list[tuple[int, int, str]]()
    for tag in _TAG.finditer(body):
        pieces.append(body[at : tag.start()])
        size += tag.start() - at
        at = tag.end()
        if tag.group(1):
            start, attributes = still_open.pop()
            closed.append((start, size, attributes))
        else:
            still_open.append((size, tag.group(2)))
    text = "".join([*pieces, body[at:]])
    for start, end, attributes in closed:
        item = _timex(text, Span(start, end), attributes, anchor)
        if item is not None:
            yield item


def _timex(text: str, span: Span, attributes: str, anchor: date) -> Item | None:
    named = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
    value = named.get("val", "").split("T")[0] if not named.get("val", "").startswith("P") else named["val"]
    if "set" in named or not value:
        return None
    length = _LENGTH.fullmatch(value)
    if length:
        return Item(span.of(text), text, span, anchor, minutes=_iso_minutes(*length.groups()))
    stretch = timex_days(value)
    if stretch is None:
        return None
    return Item(span.of(text), text, span, anchor, ((stretch.first, stretch.last),), inside="mod" in named)


def _iso_minutes(clock: str, count: str, unit: str) -> float:
    name = {"Y": "year", "M": "minute" if clock else "month", "W": "week", "D": "day", "H": "hour", "S": "second"}[unit]
    return float(count) * MINUTES[name]


def timex_days(value: str) -> Stretch | None:
    """The days of a TIMEX2 value: "1939-09-01", "1939-09", "1939", "193", "19", "1939-SU", "1939-W36"."""
    readers: list[tuple[str, Callable[[re.Match[str]], Stretch | None]]] = [
        (r"(\d{4})-(\d\d)-(\d\d)", lambda m: day_of(int(m[1]), int(m[2]), int(m[3]))),
        (r"(\d{4})-(\d\d)", lambda m: month_of(int(m[1]), int(m[2]))),
        (r"(\d{4})", lambda m: year_of(int(m[1]))),
        (r"(\d{3})", lambda m: decade_of(int(m[1]) * 10)),
        (r"(\d\d)", lambda m: century_of(int(m[1]) + 1)),
        (r"(\d{4})-(SP|SU|FA|WI)", lambda m: months_of(int(m[1]), _SEASONS[m[2]], 3, "season")),
        (r"(\d{4})-W(\d\d)", lambda m: week_of(date.fromisocalendar(int(m[1]), int(m[2]), 1))),
    ]
    for pattern, make in readers:
        match = re.fullmatch(pattern, value)
        if match:
            return make(match)
    return None


# --- Recognizers-Text ------------------------------------------------------------------------------------------

RECOGNIZERS_TYPES = ("date", "daterange", "duration")


def recognizers() -> Iterator[Item]:
    """Every expected result of the types that the ledger keeps."""
    path = SHARED / "recognizers_text" / "Specs" / "DateTime" / "English" / "DateTimeModel.json"
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        anchor = datetime.fromisoformat(case["Context"]["ReferenceDateTime"]).date() if "Context" in case else None
        for result in case["Results"] if anchor else ():
            kind = result.get("TypeName", "").removeprefix("datetimeV2.")
            if kind in RECOGNIZERS_TYPES and anchor is not None:
                item = _expected(case["Input"], result, kind, anchor)
                if item.minutes or any(days != (None, None) for days in item.days):
                    yield item


def _expected(text: str, result: dict[str, object], kind: str, anchor: date) -> Item:
    span = Span(int(str(result["Start"])), int(str(result["End"])) + 1)
    resolution = result.get("Resolution")
    values = resolution.get("values", []) if isinstance(resolution, dict) else []
    if kind == "duration":
        seconds = [float(v["value"]) for v in values if str(v.get("value", "")).replace(".", "").isdigit()]
        return Item(span.of(text), text, span, anchor, minutes=seconds[0] / 60 if seconds else None)
    days: list[Days] = []
    for value in values:
        days.extend(_listed_days(value))
    return Item(span.of(text), text, span, anchor, tuple(days))


def _listed_days(value: dict[str, str]) -> Iterator[Days]:
    """Their ranges end before `end`, save the ones of two named days, whose last day they give as `end`."""
    if "value" in value:
        one = _iso(value["value"])
        yield one, one
        return
    first, end = _iso(value.get("start", "")), _iso(value.get("end", ""))
    yield first, end
    if end is not None:
        yield first, end - timedelta(days=1)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


# --- ours and theirs -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Read:
    """What ours found in one text."""

    dates: tuple[DateMention, ...]
    lengths: tuple[tuple[Span, float | None], ...]


@cache
def read(text: str, anchor: date) -> Read:
    """Read a text once."""
    return Read(tuple(resolve_dates(text, anchor)), tuple(resolve_lengths(text)))


def ours(item: Item) -> bool:
    """True when a mention that overlaps the gold words has a right value."""
    found = read(item.text, item.anchor)
    if item.minutes is not None:
        return any(
            span.overlaps(item.span) and low is not None and abs(low - item.minutes) <= MONTH_ROUNDING * item.minutes
            for span, low in found.lengths
        )
    mentions = [m for m in found.dates if m.span.overlaps(item.span) and m.when.edtf]
    return any(_same(days, item) for m in mentions for days in _readings(m, item))


def _readings(mention: DateMention, item: Item) -> Iterator[Days]:
    """A mention's days; where the gold leaves "by", "since" or the other end outside its words, the inner date's."""
    when = mention.when
    yield when.earliest, when.latest
    yield from _to_start_of_end(when.edtf or "")
    if _counted(when.rule) and when.earliest and when.latest:
        yield from ((d0, d1) for d0, d1 in item.days if d0 and d0 == d1 and when.earliest <= d0 <= when.latest)
    if item.span.within(mention.span) and item.span != mention.span:
        inner = resolve_dates(item.words, when.anchor or item.anchor)
        yield from ((m.when.earliest, m.when.latest) for m in inner if m.when.edtf)
        for part in re.split("[/~]", when.edtf or ""):
            stretch = timex_days(part)
            if stretch is not None:
                yield stretch.first, stretch.last


def _to_start_of_end(edtf: str) -> Iterator[Days]:
    """ "2014/2018" as the specifications end it: where the last named month or year begins."""
    ends = [timex_days(part) for part in edtf.split("/")]
    if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
        yield ends[0].first, ends[1].first


def _counted(rule: str) -> bool:
    """A day counted in weeks, months or years: ours is the week, month or year that holds it."""
    return rule.split("+")[0] in ("ago", "in", "from-now", "text-distance")


def _same(days: Days, item: Item) -> bool:
    if days in item.days:
        return True
    first, last = days
    return item.inside and any(
        g0 is not None and g1 is not None and first is not None and last is not None and g0 <= first and last <= g1
        for g0, g1 in item.days
    )


def theirs(item: Item) -> bool:
    """True when dateparser's reading of the gold words is right."""
    data = _dateparser()(item.words, item.anchor)
    if data is None:
        return False
    moment, period = data
    if item.minutes is not None:
        apart = abs((datetime.combine(item.anchor, datetime.min.time()) - moment).total_seconds()) / 60
        return abs(apart - item.minutes) <= MONTH_ROUNDING * item.minutes
    day = moment.date()
    whole = {"month": month_of(day.year, day.month), "year": year_of(day.year), "week": week_of(day)}.get(period)
    readings: list[Days] = [(day, day), *([(whole.first, whole.last)] if whole else [])]
    return any(_same(days, item) for days in readings)


@cache
def _dateparser() -> Callable[[str, date], tuple[datetime, str] | None]:
    from dateparser.date import DateDataParser

    def parse(words: str, anchor: date) -> tuple[datetime, str] | None:
        base = datetime.combine(anchor, datetime.min.time())
        settings = {"RELATIVE_BASE": base, "RETURN_TIME_AS_PERIOD": False, "PREFER_DAY_OF_MONTH": "first"}
        data = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
        found = data.date_obj
        return None if found is None else (found.replace(tzinfo=None), str(data.period))

    return parse


# --- printing --------------------------------------------------------------------------------------------------


def print_hard(name: str, nlp: Language | None, *, misses: bool) -> None:
    """The share of rows of the hard set that are read right."""
    counts: dict[str, list[int]] = {}
    for row in hard_rows():
        expected, found = read_row(row, nlp)
        right = expected == found
        tally = counts.setdefault(row["kind"], [0, 0])
        tally[0] += right
        tally[1] += 1
        if misses and not right:
            print(f"  {row['anchor']} {row['text']!r}: expected {expected}, found {found}")
    total = [sum(tally[i] for tally in counts.values()) for i in (0, 1)]
    parts = ", ".join(f"{kind} {right}/{of}" for kind, (right, of) in counts.items())
    print(f"{name:20} {total[0]}/{total[1]} rows right ({100 * total[0] / total[1]:.1f} %): {parts}")


def print_set(name: str, items: list[Item], *, misses: bool, peer: bool) -> None:
    """Value accuracy on one set, ours beside dateparser's."""
    mine = [ours(item) for item in items]
    right = sum(mine)
    line = f"{name:20} {len(items)} items   demarche {100 * right / len(items):.1f} %"
    if peer:
        line += f"   dateparser {100 * sum(theirs(item) for item in items) / len(items):.1f} %"
    print(line)
    for item, good in zip(items, mine, strict=True):
        if misses and not good:
            near = [
                (m.when.words, m.when.edtf or m.when.reason)
                for m in read(item.text, item.anchor).dates
                if m.span.overlaps(item.span)
            ]
            print(f"  {item.anchor} {item.words!r} {item.days or item.minutes} found {near}")


def has_dateparser() -> bool:
    """Whether the peer is installed (`pip install demarche[bench]`)."""
    try:
        _dateparser()
    except ImportError:
        return False
    return True


def main() -> None:
    """Print every figure; a set that is not there is named with the reason."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--misses", choices=("hard", "wikiwars", "recognizers"))
    options.add_argument("--no-peer", action="store_true")
    chosen = options.parse_args()
    peer = not chosen.no_peer and has_dateparser()
    if not peer and not chosen.no_peer:
        print("dateparser is not installed (pip install demarche[bench]): our figures alone")
    print_hard("hard set", None, misses=chosen.misses == "hard")
    try:
        print_hard("hard set, parsed", load(), misses=chosen.misses == "hard")
    except (OSError, DemarcheError) as error:
        print(f"{'hard set, parsed':20} skipped: {str(error).splitlines()[0]}")
    for name, source in (("wikiwars", wikiwars), ("recognizers", recognizers)):
        if not SHARED.is_dir():
            print(f"{name:20} skipped: {SHARED} is not there")
            continue
        print_set(name, list(source()), misses=chosen.misses == name, peer=peer)


if __name__ == "__main__":
    main()

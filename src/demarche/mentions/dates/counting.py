"""What the relative rules share: directions, counts and the distance from a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from demarche.mentions.dates.calendar import Stretch, around, day, moved, shift
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.grammar import Hit

NO_ANCHOR = "no_anchor"


BACK = ("last", "past", "previous", "preceding")


ONWARD = ("next", "coming", "following")


def from_anchor(value: Stretch) -> Stretch:
    """Mark a value as counted from the publication day."""
    return replace(value, relative="anchor")


def from_text(value: Stretch) -> Stretch:
    """Mark a value as counted from a date in the text."""
    return replace(value, relative="text")


def count_of(hit: Hit) -> int:
    """How many units: "three", "a", "a couple of"."""
    if "n" in hit:
        return int(hit.number("n"))
    return {"couple": 2, "few": 3, "several": 3}.get(hit.word("q"), 1)


def away(origin: date, sign: int, hit: Hit) -> Stretch | None:
    """So many units away; months and years are told to the month and year, vague counts approximately."""
    unit, count = hit.unit("u"), count_of(hit)
    if unit in ("hour", "minute", "second"):
        return None
    there = moved(origin, sign * count, unit)
    if "v" in hit:
        return day(moved(there, sign * hit.whole("m"), hit.unit("v")))
    vague = "q" in hit or "about" in hit
    if unit in ("day", "night"):
        return day(there, approximate=vague)
    if unit in ("week", "fortnight"):
        return Stretch(shift(there, -3), shift(there, 3), "day", True, there.isoformat())
    if unit in ("month", "quarter"):
        return replace(around(there, "month"), approximate=vague)
    return replace(around(there, "year"), approximate=vague or unit in ("decade", "century"))


OPTIONAL_COUNT = "(a|an|the)? (q:QUANT (of)?|n:NUM)?"


COUNT = "(a|an|(a)? q:QUANT (of)?|n:NUM)"


def said_year(hit: Hit, context: Context) -> int | None:
    """The year as said: in figures, or "last year", "this year"."""
    if "y" in hit:
        return hit.whole("y")
    pair = hit.value("pair")
    if isinstance(pair, tuple):
        return pair[0]  # "the winter of 2022-23"
    step = {"last": -1, "next": 1, "this": 0, "same": None, "current": 0, "that": None}.get(hit.word("rel"), 0)
    if "rel" in hit and context.anchor is not None and step is not None:
        return context.anchor.year + step
    return None

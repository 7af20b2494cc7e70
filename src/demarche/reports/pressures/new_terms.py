"""New terms for old: more time given, a deadline shortened or moved. A rule's docstring is what the user reads."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Field, Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.leading import sentence_before
from demarche.reports.common.spans import bounds, near
from demarche.reports.pressures.deadlines import term_deadline
from demarche.reports.pressures.make import pressure
from demarche.reports.statements.syntax import negated

_MORE = frozenset(("more", "another", "further", "extra", "additional"))
_UNITS = frozenset(("hours", "days", "day", "weeks", "week", "months", "month", "fortnight", "time"))


def gave_more(scene: Scene, token: Token) -> Deed | None:
    """Gives another side more time: two more weeks, another month, "two more" after a term told before."""
    after = near(token, 0, 8)[1:]
    found = [t.lower_ for t in after]
    more = next((i for i, w in enumerate(found[:6]) if w in _MORE), None)
    if more is None or negated(token) or token.dep_ == "amod":
        return None
    unit = bool(_UNITS & set(found[more : more + 3]))
    ellipsis = more and (after[more - 1].like_num) and (more + 1 >= len(found) or not found[more + 1].isalpha())
    if not unit and not (ellipsis and _term_before(scene, token)):
        return None
    actors = scene.doers(token)
    recipients = (
        scene.abroad(token.i + 1, token.i + more + 1, actors) or scene.abroad(token.sent.start, token.i, actors)[:1]
    )
    recipients = recipients or scene.counterpart(token.i, token.i + more + 1, actors)
    if not actors or not recipients:
        return None
    return pressure(scene, "ultimatum", "gave-more", token, actors, recipients[:1], also=[after[more]])


def _term_before(scene: Scene, token: Token) -> bool:
    """True when the sentence or the one before told a length of time."""
    first = sentence_before(scene.reading, token.sent.start, 1)
    start = first.start_char if first is not None else token.sent.start_char
    return any(start <= d.span.start < token.idx for d in scene.reading.durations)


_LIMITS = frozenset(("deadline", "date", "term", "ultimatum", "it", "limit"))


def revised(scene: Scene, token: Token) -> Deed | None:
    """Shortens a deadline, cuts it to ten days, moves it up to Friday: the new ultimatum that takes its place."""
    reading = scene.reading
    tail = near(token, 0, 14)[1:]
    found = [t.lower_ for t in tail]
    if not _LIMITS & set(found[:4]) or "to" not in found or negated(token) or token.dep_ == "amod":
        return None
    stretch = Span(token.idx, tail[-1].idx + len(tail[-1]))
    terms, days = reading.durations_in(stretch), reading.dates_in(stretch)
    bare = any(t.like_num for t in tail[found.index("to") + 1 : found.index("to") + 2]) and _term_before(scene, token)
    if not (terms or days or bare) or not (_limit_told(scene, token) or {"deadline", "ultimatum"} & set(found[:4])):
        return None
    actors = scene.doers(token)
    recipients = scene.counterpart(token.i, bounds(token)[1], actors)[:1] if actors else ()
    if not recipients:
        return None
    made = pressure(
        scene, "ultimatum", "revised", token, actors, recipients, also=tail[: _last(reading, stretch, tail)]
    )
    if made.has("deadline") or not (terms or days):
        return made
    if terms:
        return made.with_field(term_deadline(terms[-1], _start(reading, stretch)))
    value = days[-1].when.latest
    return made.with_field(Field("deadline", value.isoformat(), (days[-1].span,))) if value is not None else made


def _start(reading: Reading, stretch: Span) -> date | None:
    """The day from which a new term runs: named after the verb; unknown for "last week"; else the day of the text."""
    told = [d for d in reading.dates_in(stretch) if d.when.earliest is not None]
    if not told:
        return reading.document.date
    return told[0].when.earliest if told[0].when.earliest == told[0].when.latest else None


def _last(reading: Reading, stretch: Span, tail: list[Token]) -> int:
    """How many of these words it takes to hold the new day or term."""
    ends = [d.span.end for d in reading.dates_in(stretch)] + [d.span.end for d in reading.durations_in(stretch)]
    return sum(1 for t in tail if t.idx < max(ends, default=0))


def _limit_told(scene: Scene, token: Token) -> bool:
    """True when the sentence or the one before speaks of a deadline or has given a term."""
    first = sentence_before(scene.reading, token.sent.start, 1)
    start = first.start if first is not None else token.sent.start
    told = {t.lower_ for t in token.doc[start : token.i]}
    given = told & {"gave", "given", "set", "had"} and told & {
        "until",
        "by",
        "days",
        "weeks",
        "hours",
        "months",
        "month",
    }
    return bool(told & {"deadline", "ultimatum"} or given)

"""Episodes as a page tells them: a heading, sentences, a line a day; their marks in the chart; their rows in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from demarche.analysis.episodes import Beat, Episode, Episodes
from demarche.analysis.pressures import WORDS
from demarche.charts import Beat as BeatMark
from demarche.charts import Episode as EpisodeMark
from demarche.export.plain_tables import Cell
from demarche.web.views.dates import Shown, when
from demarche.web.views.words import shortened

__all__ = ["COLUMNS", "BeatLine", "Told", "episode_marks", "rows", "told"]

COLUMNS = (
    *("episode", "announced", "state", "days_after", "days_after_last", "kind", "what", "who", "asked_for_by"),
    *("in_doubt", "told_by", "quote", "event"),
)
_ICONS = {"concession": "offer", "praise": "statement", "deadline": "pressure", "outcome": "pressure"}
_WORDS = {"praise": "friendly words"}
_LABEL = 60
_DAY = re.compile(r"(?<![\d-])\d{4}-\d\d(?:-\d\d)?~?(?:/\d{4}-\d\d(?:-\d\d)?~?)?(?![\d-])")
_JOINT = "; "


@dataclass(frozen=True, slots=True)
class BeatLine:
    """One line: how many days after the announcement, when, what, who, who asked for it, who tells of it."""

    id: str
    after: str
    when: Shown
    icon: str
    kind: str
    what: str
    who: str
    asked: str
    doubt: str
    sources: tuple[str, ...]
    own: bool  # of the pressure itself: its announcement, its deadlines, its outcome


@dataclass(frozen=True, slots=True)
class Told:
    """An episode: the pressure in a line, what became of it, the sentences, the lines in the order of the days."""

    id: str
    announced: Shown
    type: str
    what: str
    due: Shown | None
    state: str
    state_words: str
    sentences: tuple[str, ...]
    beats: tuple[BeatLine, ...]


def told(one: Episode) -> Told:
    """The episode for a page."""
    life = one.life
    return Told(
        id=life.id,
        announced=when(one.announced.isoformat()),
        type=life.type,
        what=life.what,
        due=when(life.deadline) if life.deadline else None,
        state=life.state,
        state_words=WORDS[life.state],
        sentences=one.sentences,
        beats=tuple(_line(one, beat) for beat in one.beats),
    )


def _line(one: Episode, beat: Beat) -> BeatLine:
    return BeatLine(
        id=beat.ids[-1],
        after=_after(one, beat),
        when=_when(beat),
        icon=_ICONS.get(beat.kind, beat.kind),
        kind=beat.what if beat.kind == "contact" else _WORDS.get(beat.kind, beat.kind),
        what="" if beat.kind == "contact" else _days_in_words(beat.what),
        who=beat.who,
        asked=", ".join(beat.initiator) or ("not told" if beat.kind == "contact" else ""),
        doubt=beat.doubt.replace("|", " or "),
        sources=beat.told_by,
        own=one.life.id in beat.ids,
    )


def _days_in_words(said: str) -> str:
    """`new deadline: 2025-08 → 2025-09-02` with its days as people read them."""
    return _DAY.sub(lambda found: when(found[0]).words, said)


def _when(beat: Beat) -> Shown:
    last = beat.days.latest
    day = beat.day.isoformat()
    if last == beat.day:
        return when(f"{day}~" if beat.days.approximate else day)
    return when(f"{day}/{last.isoformat() if last else '..'}")


def _after(one: Episode, beat: Beat) -> str:
    """`0`, `+12`, `−34 … −7` for days that are not certain."""
    first, last = one.after(beat), beat.days.latest
    if last is None or last == beat.day:
        return _signed(first)
    return f"{_signed(first)} … {_signed((last - one.announced).days)}"


def _signed(days: int) -> str:
    return f"+{days}" if days > 0 else f"−{-days}" if days < 0 else "0"


def episode_marks(found: Iterable[Episode]) -> list[EpisodeMark]:
    """The episodes as the chart takes them: days from the announcement instead of dates."""
    return [_mark(one) for one in found]


def _mark(one: Episode) -> EpisodeMark:
    life, begun = one.life, one.announced
    due = (life.due - begun).days if life.due else None
    ended = life.ended or (life.heard if life.state == "not_carried_out" else None)
    return EpisodeMark(
        announced=begun,
        label=shortened(life.what, _LABEL),
        first=(one.first - begun).days,
        last=max((one.last - begun).days, due or 0),
        state=life.state,
        due=due if due is not None and due >= 0 else None,
        ended=max(0, (ended - begun).days) if ended else None,
        beats=tuple(_beat_mark(one, beat) for beat in one.beats if life.id not in beat.ids),
        link=f"/event/{life.id}",
    )


def _beat_mark(one: Episode, beat: Beat) -> BeatMark:
    begun, last = one.announced, beat.days.latest or beat.day
    first, until = max(beat.day, one.first), max(min(last, one.last), min(beat.day, one.last))
    label = f"{beat.who}: {shortened(beat.what, _LABEL)}" if beat.who else shortened(beat.what, _LABEL)
    at = ((first - begun).days, max((until - begun).days, (first - begun).days))
    return BeatMark(*at, beat.kind, label, not beat.doubt, f"/event/{beat.ids[-1]}")


def rows(found: Episodes) -> Iterator[tuple[Cell, ...]]:
    """A line a beat, each with its episode."""
    for one in found.episodes:
        for beat in one.beats:
            last = beat.days.latest
            which = (one.life.id, one.announced.isoformat(), WORDS[one.life.state])
            days = (one.after(beat), (last - one.announced).days if last else None)
            what = (beat.kind, beat.what, beat.who, _JOINT.join(beat.initiator), beat.doubt)
            yield (*which, *days, *what, _JOINT.join(beat.told_by), beat.quote, beat.ids[-1])

"""`demarche episodes`: each pressure as a table of days, and in sentences: what came first, what followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.analysis.episodes import Beat, Episode, Episodes, episodes
from demarche.analysis.pressures import WORDS
from demarche.cli.console import data, ledger_option, print_json, talk
from demarche.cli.count import coverage_lines
from demarche.cli.forms import day, short_id, shortened
from demarche.cli.tables import Column, fitted
from demarche.export.plain.pressures import episodes_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.cli.pressure_question import PressureQuestion

__all__ = ["episodes_command"]

_MOST = 110
_COLUMNS = (
    Column("Days"),
    Column("Date", least=10, yields=5),
    Column("What", least=24, yields=1, folds=True),
    Column("Who", least=20, yields=2, folds=True),
    Column("Asked for by", least=10, yields=3, folds=True),
    Column("Row", style="dim"),
    Column("Told by", least=10, yields=4, from_width=130, folds=True),
)


def episodes_command(path: str, question: PressureQuestion, before: int, after: int, *, as_json: bool) -> None:
    """Print every episode."""
    with Ledger.open(path, read_only=True) as ledger:
        asked = question.checked(ledger)
        found = episodes(
            ledger,
            by=asked.by,
            against=asked.against,
            period=asked.period,
            before=before,
            after=after,
            states=asked.states,
            as_of=asked.as_of,
        )
    if as_json:
        print_json(episodes_dict(found))
        return
    print_episodes(data(), found)
    if found.episodes:
        first = short_id(found.episodes[0].life.id)
        talk().print(f"The sentences behind a row: demarche show {first}{ledger_option(path)}")


def print_episodes(console: Console, found: Episodes) -> None:
    """How many and which, then one after the other, then what to take care of."""
    console.print(visible(f"{len(found.episodes)} episodes: {found.rule}; as of {found.as_of}."))
    for one in found.episodes:
        _print_one(console, one)
    for line in (*(f"{note}." for note in found.notes), *coverage_lines(found.coverage)):
        console.print(visible(line))


def _print_one(console: Console, one: Episode) -> None:
    life = one.life
    due = f", by {life.deadline}" if life.deadline else ""
    console.print()
    console.print(
        visible(f"{one.announced}  {life.type}: {shortened(life.what, _MOST)}{due}  [{WORDS[life.state]}]"),
        style="bold",
    )
    console.print(fitted(_COLUMNS, [_cells(one, beat) for beat in one.beats], console.width))
    console.print(visible(" ".join(one.sentences)))


def _cells(one: Episode, beat: Beat) -> list[str]:
    what = shortened(beat.what, _MOST)
    return [
        _after(one, beat),
        _date(beat),
        f"{what} ? {beat.doubt}" if beat.doubt else what,
        beat.who,
        ", ".join(beat.initiator) or ("not told" if beat.kind == "contact" else ""),
        short_id(beat.ids[-1]),
        ", ".join(beat.told_by[:2]) + (f" +{len(beat.told_by) - 2}" if len(beat.told_by) > 2 else ""),
    ]


def _after(one: Episode, beat: Beat) -> str:
    """`0`, `+12`, `-34..-7` for days that are not certain."""
    first, last = one.after(beat), beat.days.latest
    if last is None or last == beat.day:
        return f"{first:+d}" if first else "0"
    return f"{first:+d}..{(last - one.announced).days:+d}"


def _date(beat: Beat) -> str:
    about = "~" if beat.days.approximate else ""
    last = beat.days.latest
    return f"{beat.day}{about}" if last == beat.day else day(f"{beat.day}/{last or '..'}")

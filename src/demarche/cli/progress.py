"""A progress bar on stderr, only where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from demarche.documents.walk import expected


@contextmanager
def progress(paths: Sequence[str]) -> Iterator[Callable[[], None]]:
    """A bar over the documents of these paths; calling what it gives moves it on by one."""
    if not sys.stderr.isatty():  # counting the documents costs a pass over the files
        yield lambda: None
        return
    with bar("Reading", expected(paths), "documents") as step:
        yield step


@contextmanager
def bar(label: str, total: int | None, noun: str) -> Iterator[Callable[[], None]]:
    """A bar over so many things."""
    with amounts(label, total, noun) as advance:
        yield lambda: advance(1)


@contextmanager
def amounts(label: str, total: int | None, noun: str = "") -> Iterator[Callable[[int], None]]:
    """A bar that moves on by as much as it is told."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    from demarche.cli.console import talk

    done = (MofNCompleteColumn(), TextColumn(noun)) if noun else (TaskProgressColumn(),)
    with Progress(
        TextColumn(label), BarColumn(), *done, TimeRemainingColumn(), console=talk(), transient=True
    ) as shown:
        task = shown.add_task("", total=total)
        yield lambda number: shown.advance(task, number)

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
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from demarche.cli.console import talk

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TextColumn(noun), TimeRemainingColumn())
    with Progress(*columns, console=talk(), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda: shown.advance(task)

"""A progress bar on stderr, only where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from demarche.documents.walk import expected


@contextmanager
def progress(paths: Sequence[str]) -> Iterator[Callable[[], None]]:
    """A bar over the documents of these paths; calling what it gives moves it on by one."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from demarche.cli.console import talk

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("documents"), TimeRemainingColumn())
    with Progress(*columns, console=talk(), transient=True) as bar:
        task = bar.add_task("", total=expected(paths))
        yield lambda: bar.advance(task)

"""Work spread over processes that begin afresh, a few pieces at a time, answers in the order of the pieces."""

from __future__ import annotations

import gc
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

from demarche.errors import FatalError

__all__ = ["alone", "spread", "uncollected"]

T = TypeVar("T")
R = TypeVar("R")

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_AHEAD = 2  # pieces a process may be ahead of whoever takes the answers


def alone() -> None:
    """Called first in a process of a pool: no threads inside, and no life after the process that began it."""
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles meanwhile: among a million rows that are all needed it costs a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def spread(work: Callable[[T], R], pieces: Iterable[T], workers: int) -> Iterator[R]:
    """The answers, in order; with one worker in this process. FatalError when a process was killed."""
    if workers <= 1:
        yield from map(work, pieces)
        return
    others = set(active_children())
    pool = ProcessPoolExecutor(workers, get_context("spawn"), alone)
    waiting: deque[Future[R]] = deque()
    try:
        for piece in pieces:
            waiting.append(pool.submit(work, piece))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise FatalError(
            "a process was killed, for want of memory as a rule; what was done is kept; "
            "run the same command again with fewer --workers"
        ) from error
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)

"""The engine of one machine: processes, each of which loads the model once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import active_children, get_context
from typing import TYPE_CHECKING

from demarche.batch.plan import Shard
from demarche.batch.shards import Job, Receipt, read_shard
from demarche.errors import FatalError
from demarche.processes import alone

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

__all__ = ["read_locally"]

_LOOK = 0.5  # seconds between two looks at how many documents were read

Told = Callable[[int], None]


def read_locally(job: Job, shards: Iterable[Shard], workers: int, told: Told) -> Iterator[Receipt]:
    """Read shards in so many processes; receipts as they are done. `told` hears how many documents were read so far.

    FatalError when a process was killed: what was done is kept.
    """
    context = get_context("spawn")  # forking a process that has threads is not safe
    counter: Synchronized[int] = context.Value("q", 0)
    others = set(active_children())
    pool = ProcessPoolExecutor(workers, context, _begin, (job, counter))
    try:
        yield from _read(pool, iter(shards), workers, lambda: told(counter.value))
    except BrokenProcessPool as error:
        raise FatalError(
            "a process that read was killed, for want of memory as a rule; what was read is kept; "
            "run the same command again with fewer --workers"
        ) from error
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _read(
    pool: ProcessPoolExecutor, shards: Iterator[Shard], workers: int, look: Callable[[], None]
) -> Iterator[Receipt]:
    """One shard a process under way, and one more that waits: the plan is never held whole."""
    under_way: set[Future[Receipt]] = set()
    while True:
        under_way |= {pool.submit(_work, shard) for shard in islice(shards, workers + 1 - len(under_way))}
        if not under_way:
            return
        done, under_way = wait(under_way, timeout=_LOOK, return_when=FIRST_COMPLETED)
        look()
        for future in done:
            yield future.result()


# -- in the other process ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Worker:
    """What a process is told when it begins."""

    job: Job
    counter: Synchronized[int]


_HERE: list[_Worker] = []  # of this process; one item, put there before the first shard


def _begin(job: Job, counter: Synchronized[int]) -> None:
    alone()
    _HERE[:] = [_Worker(job, counter)]


def _work(shard: Shard) -> Receipt:
    (here,) = _HERE
    return read_shard(here.job, shard, partial(_tick, here.counter))


def _tick(counter: Synchronized[int]) -> None:
    with counter.get_lock():
        counter.value += 1

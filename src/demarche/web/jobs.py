"""Reading in the background: one thread, one language engine, jobs in the order in which they came."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from demarche.errors import DemarcheError, UsageError

if TYPE_CHECKING:
    from demarche.documents import Given, Source
    from demarche.ledger import Ledger
    from demarche.pipeline import Landing

__all__ = ["Job", "Jobs", "Landed"]

T = TypeVar("T")

KEPT = 100
"""Jobs that are remembered."""


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of one document: its outcome, or why it was skipped."""

    where: str
    title: str
    hash: str
    outcome: str  # new, unchanged, new_version, reread, skipped
    rows: int
    why: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One thing that was added, and how far its reading is. `state` is waiting, reading, done or failed."""

    id: str
    files: int
    state: str = "waiting"
    landed: tuple[Landed, ...] = ()
    trouble: str = ""

    @property
    def going_on(self) -> bool:
        """True while more may come."""
        return self.state in ("waiting", "reading")

    @property
    def rows(self) -> int:
        """Rows found so far."""
        return sum(item.rows for item in self.landed)


class Jobs:
    """The reading jobs of this app; every method may be called from any thread."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._lock = Lock()
        self._stop = Event()
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    def add(self, sources: list[Source], given: Given) -> Job:
        """Line up some sources to be read; the job, which `get` tells the state of."""
        job = Job(secrets.token_hex(6), len(sources))
        self._keep(job)
        self._pool.submit(self._work, job, sources, given)
        return job

    def line_up(self, work: Callable[[], T]) -> Future[T]:
        """Have something else done where the reading is done: there is one language engine, used by one at a time."""
        return self._pool.submit(work)

    def get(self, job_id: str) -> Job:
        """How far a job is; UsageError when there is none of that name."""
        with self._lock:
            if job_id not in self._jobs:
                raise UsageError(f"no reading {job_id} in this run of demarche; what it read is in the ledger")
            return self._jobs[job_id]

    def all(self) -> list[Job]:
        """Every job, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def close(self) -> None:
        """Stop after the documents that are being read; what landed stays."""
        self._stop.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _keep(self, job: Job) -> Job:
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
        return job

    def _work(self, job: Job, sources: list[Source], given: Given) -> None:
        job = self._keep(replace(job, state="reading"))
        try:
            for landing in self._read(sources, given):
                job = self._keep(replace(job, landed=(*job.landed, _landed(landing))))
        except DemarcheError as error:
            self._keep(replace(job, state="failed", trouble=str(error)))
        except Exception as error:  # a fault of ours: told on the page, the app goes on
            self._keep(replace(job, state="failed", trouble=f"a fault of demarche: {type(error).__name__}: {error}"))
            raise
        else:
            self._keep(replace(job, state="done"))

    def _read(self, sources: list[Source], given: Given) -> Iterator[Landing]:
        from demarche.documents import read_source
        from demarche.pipeline import extractor, read_into

        arriving = (arrival for source in sources for arrival in read_source(source, given))
        run, skipped = self._ledger.start(extractor()), 0
        for landing in read_into(self._ledger, arriving, run):
            skipped += bool(landing.skipped)
            yield landing
            if self._stop.is_set():
                raise UsageError("demarche was stopped; what was read so far is in the ledger")
        self._ledger.finish(run, skipped=skipped)


def _landed(landing: Landing) -> Landed:
    arrival, document = landing.arrival, landing.arrival.document
    if document is None or landing.skipped:
        return Landed(arrival.where, arrival.where, "", "skipped", 0, landing.skipped or arrival.skipped)
    title = document.title or " ".join(document.text[:80].split())
    outcome = str(landing.outcome or "")
    return Landed(
        arrival.where, title, document.content_hash, outcome, len(landing.reports), notes=tuple(arrival.notes)
    )

"""A batch from the beginning, or from where it stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from demarche.batch.files import put, sweep
from demarche.batch.inputs import find_inputs, hashed, same_inputs
from demarche.batch.manifest import Manifest, Turn, load_plan, receipts, save_plan, totals
from demarche.batch.plan import SHARD_DOCUMENTS, Shard, plan
from demarche.batch.rejects import REJECTS, rejects_in_words
from demarche.batch.shards import Job, Receipt
from demarche.documents import Given
from demarche.errors import FatalError, UsageError
from demarche.pipeline import extractor

__all__ = ["Progress", "Request", "Summary", "read_batch"]

ENGINES = ("local", "ray")


@dataclass(frozen=True, slots=True)
class Request:
    """What to read, where to put it, and who does it. `workers` 0 is one a processor (of the cluster, with Ray)."""

    paths: tuple[str, ...]
    folder: Path
    engine: str = "local"
    workers: int = 0
    address: str | None = None  # of a Ray cluster; None begins one on this machine
    given: Given = field(default_factory=Given)
    shard_documents: int = 0  # 0 is what the batch was begun with, or the default
    pipeline: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: documents read in this run and before, of how many (about)."""

    read: int
    before: int
    total: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in the folder now, and what this run did of it."""

    folder: Path
    shards: int
    documents: int
    reports: int
    rejects: int
    digest: str
    read_shards: int
    read_documents: int
    seconds: float


def read_batch(request: Request, told: Callable[[Progress], None] = lambda _: None) -> Summary:
    """Read what is not read yet.

    UsageError: inputs that cannot be read; a folder that holds something else; another batch in the folder.
    FatalError: processes or machines that are gone; what was done is kept, the same call goes on.
    """
    if request.engine not in ENGINES:
        raise UsageError(f'no engine "{request.engine}"; there are {" and ".join(ENGINES)}')
    manifest, job = _begun(request)
    done = {receipt.shard: receipt for receipt in receipts(request.folder)}
    if len(done) == manifest.shards:
        return _summary(request.folder, list(done.values()), [], 0.0)
    return _read(request, manifest, job, done, told)


def _read(
    request: Request, manifest: Manifest, job: Job, done: dict[int, Receipt], told: Callable[[Progress], None]
) -> Summary:
    sweep(request.folder)
    workers = request.workers or os.cpu_count() or 1
    turn, began = Turn(_now(), request.engine, request.workers or workers), time.perf_counter()
    manifest.turned(turn).save(request.folder, done.values())
    before = sum(receipt.documents + receipt.rejects for receipt in done.values())
    missing = (shard for shard in load_plan(request.folder) if shard.number not in done)
    fresh = list(_engine(request, job, missing, lambda n: told(Progress(n, before, manifest.documents))))
    seconds = round(time.perf_counter() - began, 1)
    found = list(receipts(request.folder))
    if len(found) < manifest.shards:
        raise FatalError(
            f"{manifest.shards - len(found):,} shards were read and are not in {request.folder}: "
            "it must be a folder that every machine of the run sees under one path"
        )
    documents = sum(receipt.documents for receipt in fresh)
    ended = replace(turn, finished=_now(), shards=len(fresh), documents=documents, seconds=seconds)
    put(request.folder / REJECTS, rejects_in_words(request.folder).encode())
    manifest.turned(ended).save(request.folder, found)
    return _summary(request.folder, found, fresh, seconds)


def _engine(request: Request, job: Job, shards: Iterator[Shard], told: Callable[[int], None]) -> Iterator[Receipt]:
    if request.engine == "ray":
        from demarche.batch.on_ray import read_on_ray

        return read_on_ray(job, shards, request.workers, request.address, told)
    from demarche.batch.local import read_locally

    return read_locally(job, shards, request.workers or os.cpu_count() or 1, told)


# -- beginning, or going on -------------------------------------------------------------------------------------------


def _begun(request: Request) -> tuple[Manifest, Job]:
    inputs = find_inputs(request.paths)
    folder = request.folder
    manifest = Manifest.load(folder)
    if manifest is None:
        _check_free(folder)
        hashes = tuple(hashed(item) for item in inputs)
        most = request.shard_documents or SHARD_DOCUMENTS
        facts = save_plan(folder, plan(hashes, most))
        manifest = Manifest(extractor(request.pipeline), hashes, request.given, most, *facts)
        manifest.save(folder)
    _check_same(request, manifest)
    now = same_inputs(inputs, list(manifest.inputs))
    if now is None:
        raise UsageError(f"{folder} holds a batch of other inputs; it stays as it is; name another folder: --out DIR")
    where = str(folder.resolve())
    pipeline = request.pipeline or os.environ.get("DEMARCHE_PIPELINE")
    return manifest, Job(where, tuple(now), manifest.given, pipeline)


def _check_free(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder: --out DIR")
    if folder.is_dir():
        sweep(folder)
    if folder.is_dir() and any(path.name != "plan.jsonl" for path in folder.iterdir()):
        raise UsageError(f"{folder} is not empty and holds no batch; it stays as it is; name another folder: --out DIR")


def _check_same(request: Request, manifest: Manifest) -> None:
    wanted = {
        "extractor": (extractor(request.pipeline), manifest.extractor),
        "--date": (request.given.date, manifest.given.date),
        "--publisher": (request.given.publisher, manifest.given.publisher),
        "--shard": (request.shard_documents or manifest.shard_documents, manifest.shard_documents),
    }
    for name, (now, before) in wanted.items():
        if now != before:
            raise UsageError(
                f"{request.folder} holds a batch with another {name} ({before or 'none'}, not {now or 'none'}); "
                "it stays as it is; name another folder: --out DIR"
            )


def _summary(folder: Path, found: list[Receipt], fresh: list[Receipt], seconds: float) -> Summary:
    sums = totals(found)
    return Summary(
        folder,
        sums["shards"],
        sums["documents"],
        sums["reports"],
        sums["rejects"],
        sums["digest"],
        len(fresh),
        sum(receipt.documents for receipt in fresh),
        seconds,
    )


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

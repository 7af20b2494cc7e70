"""The engine of a cluster: Ray Data with a pool of actors, each of which loads the model once.

Shards go to whoever is free. When a machine dies, Ray gives its shards to others; a shard whose receipt is there is not
read again. Inputs and the folder of the batch must lie where every machine sees them under one path.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from demarche.batch.plan import Shard
from demarche.batch.shards import DONE, Job, Receipt, read_shard
from demarche.errors import DemarcheError, FatalError, UsageError
from demarche.pipeline import extractor

__all__ = ["read_on_ray"]

_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DATA_DISABLE_PROGRESS_BARS": "1"}
_ALONE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_WAIT = 10.0  # seconds for a cluster to answer
_BLOCKS = 10_000  # Ray keeps account of each; larger batches have several shards in one


def read_on_ray(
    job: Job, shards: Iterable[Shard], workers: int, address: str | None, told: Callable[[int], None]
) -> Iterator[Receipt]:
    """Read shards with so many actors (0: one a processor of the cluster); receipts as they are done.

    `address` None begins a cluster on this machine and ends it. UsageError when Ray is not installed or no cluster
    answers; FatalError when the cluster is gone.
    """
    ray = _ray()
    waiting = [{"shard": json.dumps(shard.plain())} for shard in shards]
    if not waiting:
        return
    with _cluster(ray, address, workers, job.pipeline):
        there = max(1, int(ray.cluster_resources().get("CPU", 1)))
        actors = min(workers or there, there, len(waiting))
        documents = 0
        for row in _rows(ray, job, waiting, actors):
            receipt = Receipt(**json.loads(row["receipt"]))
            documents += receipt.documents + receipt.rejects
            told(documents)
            yield receipt


def _rows(ray: Any, job: Job, waiting: list[dict[str, str]], actors: int) -> Iterator[Mapping[str, str]]:
    pool = ray.data.ActorPoolStrategy(min_size=1, max_size=actors, initial_size=actors, max_tasks_in_flight_per_actor=2)
    dataset = ray.data.from_items(waiting, override_num_blocks=min(len(waiting), _BLOCKS)).map_batches(
        _Reader,
        fn_constructor_kwargs={"job": job, "named": extractor(job.pipeline)},
        batch_size=1,
        batch_format="numpy",
        compute=pool,
        num_cpus=1,
    )
    try:
        yield from dataset.iter_rows()
    except Exception as error:
        raise _meant(error) from error


class _Reader:
    """One actor: it holds the model, and reads shards one after the other."""

    def __init__(self, job: Job, named: str) -> None:
        if extractor(job.pipeline) != named:
            raise UsageError(f"{socket.gethostname()} has another demarche ({extractor(job.pipeline)}, not {named})")
        self._job = job

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[str]]:
        return {"receipt": [json.dumps(self._read(str(plain)).plain()) for plain in batch["shard"]]}

    def _read(self, plain: str) -> Receipt:
        shard = Shard.read(json.loads(plain))
        path = Path(self._job.folder, DONE, f"{shard.name}.json")
        if path.exists():  # read by somebody whose answer was lost with his machine
            return Receipt(**json.loads(path.read_bytes()))
        return read_shard(self._job, shard)


# -- the cluster ------------------------------------------------------------------------------------------------------


def _ray() -> Any:
    for name, value in _QUIET.items():  # before Ray is loaded: it reads them then
        os.environ.setdefault(name, value)
    try:
        import ray
        import ray.data
    except ImportError:
        raise UsageError(
            'Ray is not installed: pip install "demarche[batch]"; or read with --engine local, which needs none'
        ) from None
    return ray


@contextmanager
def _cluster(ray: Any, address: str | None, workers: int, pipeline: str | None) -> Iterator[None]:
    """A cluster that was there, or one of this machine for as long as the run lasts."""
    if address is not None:
        _check_answers(address)
    variables = {**_QUIET, **_ALONE, **({"DEMARCHE_PIPELINE": pipeline} if pipeline else {})}
    own = {"num_cpus": workers or os.cpu_count(), "include_dashboard": False} if address is None else {}
    try:
        ray.init(
            address=address or "local",
            runtime_env={"env_vars": variables},
            log_to_driver=False,
            logging_level="ERROR",
            **own,
        )
    except (ConnectionError, RuntimeError, TimeoutError, ValueError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise _nobody(address or "local", why) from error
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    try:
        yield
    finally:
        ray.shutdown()


def _check_answers(address: str) -> None:
    """Ray waits long for nobody."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), _WAIT).close()
    except OSError as error:
        raise _nobody(address, (error.strerror or str(error)).lower()) from error


def _nobody(address: str, why: str) -> UsageError:
    return UsageError(
        f"no Ray cluster at {address} ({why}); nothing was read; begin one with `ray start --head`, "
        "or leave --address out"
    )


def _meant(error: BaseException) -> BaseException:
    """What a worker said, out of what Ray wraps it in."""
    looked: list[BaseException | None] = [error]
    for one in looked:
        if isinstance(one, DemarcheError):
            return one
        if isinstance(one, OSError) and one.errno:
            return OSError(one.errno, one.strerror, one.filename)
        for other in (getattr(one, "cause", None), one.__cause__ if one else None, one.__context__ if one else None):
            if isinstance(other, BaseException) and other not in looked:
                looked.append(other)
    first = str(error).strip().splitlines()
    return FatalError(
        f"Ray stopped: {first[-1] if first else type(error).__name__}; what was read is kept; "
        "run the same command again when the cluster is up"
    )

"""Reading on a real Ray cluster of two machines (as Ray sees it), one of which is killed half-way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from demarche.batch import Progress, Request, read_batch
from demarche.errors import UsageError

from .conftest import SHARD, Read

pytest.importorskip("ray.data", reason='needs Ray: pip install "demarche[batch]"')

Rows = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A head and another node, a processor each; nothing of it asks anybody outside, nothing stays behind."""
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    made.add_node(num_cpus=1)
    made.wait_for_nodes()
    yield made
    made.shutdown()


def test_a_node_that_is_killed_costs_nothing(cluster: Any, batch: Read, rows: Rows, tmp_path: Path) -> None:
    heard: list[int] = []

    def kill(progress: Progress) -> None:
        if not heard:
            (other,) = [node for node in cluster.list_all_nodes() if node is not cluster.head_node]
            cluster.remove_node(other, allow_graceful=False)
        heard.append(progress.read)

    folder = tmp_path / "out"
    request = Request(batch.paths, folder, "ray", address=cluster.address, shard_documents=SHARD)
    summary = read_batch(request, kill)
    assert len(heard) == batch.summary.shards  # every shard was answered for, once
    assert heard[-1] == batch.summary.documents + batch.summary.rejects
    assert (summary.digest, summary.documents) == (batch.summary.digest, batch.summary.documents)
    assert rows(folder) == rows(batch.folder)


def test_no_cluster_at_the_address_is_said_at_once(batch: Read, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no Ray cluster at 127\.0\.0\.1:1 \(connection refused\); nothing was read"):
        read_batch(Request(batch.paths, tmp_path / "out", "ray", address="127.0.0.1:1"))

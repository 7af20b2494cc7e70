"""Where inputs are cut: every line and row in one shard, in order, packed or not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.batch.inputs import find_inputs
from demarche.batch.plan import SHARD_BYTES, Shard, plan
from demarche.batch.shards import Job, _arrivals
from demarche.documents import Given, arrivals

LINES = st.lists(st.sampled_from(['{"text": "One."}', '{"text": "Two.", "id": "2"}', "", "{", "x" * 50]), max_size=30)


@given(lines=LINES, most=st.integers(1, 7), packed=st.booleans(), end=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_shards_hold_what_the_file_holds(lines: list[str], most: int, packed: bool, end: bool, tmp_path: Path) -> None:
    data = ("\n".join(lines) + ("\n" if end else "")).encode()
    path = tmp_path / ("a.jsonl.gz" if packed else "a.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    inputs = find_inputs([str(path)])
    shards = list(plan(inputs, most))
    assert all(shard.documents <= most for shard in shards)
    assert [Shard.read(json.loads(json.dumps(shard.plain()))) for shard in shards] == shards
    job = Job(str(tmp_path), tuple(inputs), Given())
    read = [arrival for shard in shards for arrival in _arrivals(job, shard)]
    whole = list(arrivals([str(path)], Given()))
    if not any(line.strip() for line in lines):
        whole = [arrival for arrival in whole if not data]  # blank lines alone are no document and no reason
    assert read == whole


def test_long_documents_make_small_shards(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": "x" * (SHARD_BYTES // 3)}) for _ in range(7)))
    assert [shard.documents for shard in plan(find_inputs([str(path)]))] == [2, 2, 2, 1]


def test_a_packed_file_that_breaks_off_is_read_up_to_there(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress(b"".join(b'{"text": "Note %d."}\n' % n for n in range(20_000)))
    path.write_bytes(whole[: len(whole) // 2])
    *some, last = [piece for shard in plan(find_inputs([str(path)])) for piece in shard.pieces]
    assert sum(piece.count or 0 for piece in some) > 1000
    assert last.problem.startswith("cannot be read from line ")


@pytest.mark.parametrize(
    ("data", "problem"), [(b"", "is empty"), (b"PAR1 nonsense", "is a broken Parquet file: write it anew")]
)
def test_a_parquet_file_that_is_none_is_rejected(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    (shard,) = plan(find_inputs([str(path)]))
    (piece,) = shard.pieces
    assert problem in piece.problem or problem == "is empty"

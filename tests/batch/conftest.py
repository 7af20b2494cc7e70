"""A small batch, read once by two processes: every kind of input, and some that cannot be read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from demarche.batch import Request, Summary, read_batch

pytest.importorskip("pyarrow", reason='needs pyarrow: pip install "demarche[batch]"')

CALL = "President Anna Orsted spoke by phone with Prime Minister Bo Tamm on Monday. The call lasted about two hours."
PLAN = "Anna Orsted and Bo Tamm will meet in Riga on 20 May."
SHARD = 4


@dataclass(frozen=True)
class Read:
    """Inputs, the folder they were read into, and what came of it."""

    paths: tuple[str, ...]
    folder: Path
    summary: Summary


def line(number: int) -> str:
    text = f"{(CALL, PLAN)[number % 2]} Note {number}."
    return json.dumps({"id": f"n{number}", "text": text, "date": "2025-03-04", "publisher": "The Courier"})


def write_inputs(folder: Path) -> tuple[str, ...]:
    """JSON Lines, plain and packed, Parquet, a folder of texts: 21 documents and 3 that are none."""
    import pyarrow
    from pyarrow import parquet

    folder.mkdir()
    plain, packed, rows, texts = folder / "a.jsonl", folder / "b.jsonl.gz", folder / "c.parquet", folder / "texts"
    plain.write_text("\n".join([*map(line, range(7)), "{broken", '{"id": "x9"}', "", line(7)]), "utf-8")
    packed.write_bytes(gzip.compress("\n".join(map(line, range(8, 14))).encode()))
    table = pyarrow.Table.from_pylist([*(json.loads(line(n)) for n in range(14, 19)), {"id": "x10", "text": "  "}])
    parquet.write_table(table, rows, row_group_size=2)
    texts.mkdir()
    (texts / "one.txt").write_text(f"Date: 2025-03-04\n\n{CALL} Note 19.", "utf-8")
    (texts / "two.md").write_text(f"Date: 2025-03-04\n\n{PLAN} Note 20.", "utf-8")
    return str(plain), str(packed), str(rows), str(texts)


@pytest.fixture(scope="session")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The batch, read by two processes."""
    base = tmp_path_factory.mktemp("batch")
    paths = write_inputs(base / "in")
    folder = base / "out"
    return Read(paths, folder, read_batch(Request(paths, folder, workers=2, shard_documents=SHARD)))


@pytest.fixture(scope="session")
def rows() -> Callable[[Path], dict[str, bytes]]:
    """rows(folder) -> the bytes of all its Parquet files and receipts, by name."""

    def of(folder: Path) -> dict[str, bytes]:
        chosen = [*folder.rglob("*.parquet"), *folder.glob("done/*"), folder / "plan.jsonl", folder / "rejects.txt"]
        return {str(path.relative_to(folder)): path.read_bytes() for path in chosen}

    return of

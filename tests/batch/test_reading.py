"""Reading a batch by processes: the same to the byte however it is done, and nothing lost or doubled by a kill."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

from demarche.batch import Manifest, Request, read_batch
from demarche.batch.files import TEMPORARY
from demarche.batch.loaded import documents_in
from demarche.errors import FatalError, UsageError

from .conftest import SHARD, Read

Rows = Callable[[Path], dict[str, bytes]]


def command(paths: tuple[str, ...], folder: Path, workers: int) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", "demarche.cli", "batch", "read", *paths, "--out", str(folder)]
    return subprocess.Popen([*line, "--workers", str(workers), "--shard", str(SHARD)], stderr=subprocess.PIPE)


def test_every_document_is_read_or_rejected(batch: Read) -> None:
    assert (batch.summary.documents, batch.summary.rejects) == (21, 3)
    assert batch.summary.reports >= 10
    text = (batch.folder / "rejects.txt").read_text("utf-8")
    plain, _, rows, _ = batch.paths
    assert text.startswith("3 not read:")
    for expected in (f"{plain} line 8: is not JSON", f'{plain} line 9: has no "text"', f"{rows} line 6"):
        assert expected in text


def test_the_folder_says_what_it_holds(batch: Read) -> None:
    plain = json.loads((batch.folder / "manifest.json").read_text("utf-8"))
    assert plain["extractor"] == "demarche-1"
    assert [Path(item["name"]).name for item in plain["inputs"]] == [
        "a.jsonl",
        "b.jsonl.gz",
        "c.parquet",
        "one.txt",
        "two.md",
    ]
    assert all(len(item["sha256"]) == 64 and item["bytes"] for item in plain["inputs"])
    assert plain["done"]["digest"] == batch.summary.digest
    assert [r["shard"] for r in plain["receipts"]] == list(range(plain["shards"]))
    (run,) = plain["runs"]
    assert (run["engine"], run["workers"], run["documents"]) == ("local", 2, 21)
    assert run["finished"] and run["seconds"] > 0


def test_a_second_run_does_nothing(batch: Read, rows: Rows) -> None:
    before = rows(batch.folder)
    again = read_batch(Request(batch.paths, batch.folder))
    assert (again.read_shards, again.digest) == (0, batch.summary.digest)
    assert rows(batch.folder) == before


def test_a_killed_run_goes_on_to_the_same_bytes(batch: Read, rows: Rows, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    running = command(batch.paths, folder, 1)
    while running.poll() is None and not list(folder.glob("done/*.json")):
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    done = len(list(folder.glob("done/*.json")))
    assert 0 < done < batch.summary.shards
    (folder / "documents" / f"{TEMPORARY}left").write_bytes(b"half")
    again = command(batch.paths, folder, 2)
    _, said = again.communicate()
    assert again.returncode == 1  # some were rejected
    assert f"Digest of all rows: {batch.summary.digest}" in said.decode()
    assert rows(folder) == rows(batch.folder)
    assert not list(folder.rglob(f"{TEMPORARY}*"))


def test_other_inputs_options_and_extractors_are_refused(
    batch: Read, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    before = rows(batch.folder)
    refused = {
        "other inputs": Request(batch.paths[:2], batch.folder),
        "another --shard (4, not 5)": Request(batch.paths, batch.folder, shard_documents=5),
        "another extractor (demarche-1, not demarche-1+mine)": Request(batch.paths, batch.folder, pipeline="mine"),
    }
    for why, request in refused.items():
        with pytest.raises(UsageError) as error:
            read_batch(request)
        assert why in str(error.value)
        assert "it stays as it is; name another folder: --out DIR" in str(error.value)
    assert rows(batch.folder) == before


def test_inputs_may_have_moved_but_not_changed(batch: Read, tmp_path: Path) -> None:
    moved = []
    for path in map(Path, batch.paths[:3]):
        (tmp_path / path.name).write_bytes(path.read_bytes())
        moved.append(str(tmp_path / path.name))
    paths = (*moved, batch.paths[3])
    assert read_batch(Request(paths, batch.folder)).read_shards == 0
    changed = tmp_path / "a.jsonl"
    changed.write_bytes(changed.read_bytes().replace(b"Note 3", b"Note 4"))
    with pytest.raises(UsageError, match="other inputs"):
        read_batch(Request(paths, batch.folder))


@pytest.mark.parametrize(
    ("paths", "out", "why"),
    [
        (("nowhere.jsonl",), "new", "nowhere.jsonl does not exist; nothing was read"),
        (("-",), "new", "standard input cannot be read again"),
        (("a.jsonl",), "full", "is not empty and holds no batch; it stays as it is"),
        (("a.jsonl",), "a.jsonl", "is a file; name a folder"),
    ],
    ids=["missing", "stdin", "full", "file"],
)
def test_what_cannot_be_done_is_said(
    paths: tuple[str, ...], out: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text('{"text": "A word."}')
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError) as error:
        read_batch(Request(paths, Path(out)))
    assert why in str(error.value)
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"


def test_an_unknown_engine_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='no engine "spark"; there are local and ray'):
        read_batch(Request(("a",), tmp_path, engine="spark"))


def test_a_folder_of_a_newer_form_is_refused(batch: Read, tmp_path: Path) -> None:
    plain = json.loads((batch.folder / "manifest.json").read_text("utf-8"))
    for changed, why in ((plain | {"form": 99}, "another demarche"), ({"form": 1}, "is damaged")):
        (tmp_path / "manifest.json").write_text(json.dumps(changed))
        with pytest.raises(UsageError, match=why):
            Manifest.load(tmp_path)


def test_a_full_disk_stops_the_run_and_keeps_what_was_read(batch: Read, tmp_path: Path) -> None:
    """The most bytes that a file may have stand for the most that the disk holds."""
    folder = tmp_path / "out"
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from pathlib import Path\n"
        "from demarche.batch.plan import Shard; from demarche.batch.shards import write_shard\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        f"write_shard(Path({str(folder)!r}), Shard(0, ()), {{'documents': [], 'reports': [], 'rejects': []}})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "OSError: [Errno 27]" in done.stderr
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_killed_process_is_told(batch: Read, tmp_path: Path) -> None:
    """The one process that reads is killed; the run stops with a line, and goes on when it is asked to."""
    folder, others = tmp_path / "out", set(active_children())

    def kill(_: object) -> None:
        if list(folder.glob("done/*.json")):
            for child in set(active_children()) - others:
                child.kill()  # unlike os.kill, says nothing of one that is dead already

    request = Request(batch.paths, folder, workers=1, shard_documents=SHARD)
    with pytest.raises(FatalError, match="a process that read was killed"):
        read_batch(request, kill)
    assert list(folder.glob("done/*.json"))


def test_documents_are_read_back_as_they_were(batch: Read) -> None:
    read = [one for n in range(batch.summary.shards) for one in documents_in(batch.folder, f"{n:06d}")]
    assert [document.id for document, _ in read][:7] == [f"n{n}" for n in range(7)]
    for document, reports in read:
        for report in reports:
            assert report.document_id == document.id
            assert all(span.of(document.text).strip() for span in report.spans())

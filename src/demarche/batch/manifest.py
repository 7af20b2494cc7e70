"""What a folder of a batch says of itself: `manifest.json`, the plan beside it, and the receipts of its shards."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from demarche.batch.files import put
from demarche.batch.inputs import Input
from demarche.batch.plan import Shard
from demarche.batch.shards import DONE, Receipt
from demarche.documents import Given
from demarche.errors import UsageError

__all__ = ["Manifest", "Turn", "receipts", "totals"]

MANIFEST, PLAN = "manifest.json", "plan.jsonl"
FORM = 1
"""The form of the folder; another number is from another demarche."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One run that read shards of this batch; `finished` stays None when it was killed. Seconds are of the clock."""

    started: str
    engine: str
    workers: int
    finished: str | None = None
    shards: int = 0
    documents: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Manifest:
    """Inputs, extractor and settings: together they decide every row. `turns` are the runs, in order.

    `plan` is the SHA-256 of the plan, `shards` how many there are, `documents` how many they hold, about.
    """

    extractor: str
    inputs: tuple[Input, ...]
    given: Given
    shard_documents: int
    shards: int
    documents: int
    plan: str
    turns: tuple[Turn, ...] = field(default=())

    def save(self, folder: Path, done: Iterable[Receipt] = ()) -> None:
        """Write it, with the receipts of what is done."""
        found = list(done)
        plain: dict[str, Any] = {
            "form": FORM,
            "extractor": self.extractor,
            "date": self.given.date.isoformat() if self.given.date else None,
            "publisher": self.given.publisher,
            "shard_documents": self.shard_documents,
            "shards": self.shards,
            "planned_documents": self.documents,
            "plan": self.plan,
            "inputs": [item.plain() for item in self.inputs],
            "runs": [asdict(turn) for turn in self.turns],
            "done": totals(found),
            "receipts": [receipt.plain() for receipt in found],
        }
        put(folder / MANIFEST, (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode())

    @classmethod
    def load(cls, folder: Path) -> Manifest | None:
        """The manifest of this folder; None where there is none. UsageError when it cannot be understood."""
        path = folder / MANIFEST
        if not path.exists():
            return None
        try:
            plain = json.loads(path.read_bytes())
            if plain["form"] != FORM:
                raise UsageError(f"{path} was written by another demarche (form {plain['form']}); name another folder")
            return cls(
                plain["extractor"],
                tuple(Input.read(item) for item in plain["inputs"]),
                Given(date.fromisoformat(plain["date"]) if plain["date"] else None, plain["publisher"]),
                plain["shard_documents"],
                plain["shards"],
                plain["planned_documents"],
                plain["plan"],
                tuple(Turn(**turn) for turn in plain["runs"]),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path} is damaged; name another folder, or remove this one: {folder}") from error

    def turned(self, turn: Turn) -> Manifest:
        """With this run as the last one; it replaces itself."""
        others = tuple(t for t in self.turns if t.started != turn.started)
        return replace(self, turns=(*others, turn))


def save_plan(folder: Path, shards: Iterable[Shard]) -> tuple[int, int, str]:
    """Write the plan; how many shards, how many documents, its hash."""
    lines, documents = [], 0
    for shard in shards:
        lines.append(json.dumps(shard.plain()))
        documents += shard.documents
    data = "".join(f"{line}\n" for line in lines).encode()
    put(folder / PLAN, data)
    return len(lines), documents, sha256(data).hexdigest()


def load_plan(folder: Path) -> Iterator[Shard]:
    """The shards, in order."""
    try:
        with (folder / PLAN).open(encoding="utf-8") as stream:
            yield from (Shard.read(json.loads(line)) for line in stream)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{folder / PLAN} is missing or damaged; name another folder") from error


def receipts(folder: Path) -> Iterator[Receipt]:
    """What is done, by shard."""
    for path in sorted((folder / DONE).glob("[0-9]*.json")):
        try:
            yield Receipt(**json.loads(path.read_bytes()))
        except (ValueError, TypeError) as error:
            raise UsageError(f"{path} is damaged; remove it, and its shard is read again") from error


def totals(done: Iterable[Receipt]) -> dict[str, Any]:
    """Shards, documents, reports, rejects, bytes, and one digest of all rows in the order of the inputs."""
    found = sorted(done, key=lambda receipt: receipt.shard)
    sums = {name: sum(getattr(r, name) for r in found) for name in ("documents", "reports", "rejects", "bytes")}
    digest = sha256("\n".join(receipt.digest for receipt in found).encode()).hexdigest()
    return {"shards": len(found), **sums, "digest": digest}

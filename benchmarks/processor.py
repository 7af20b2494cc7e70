"""Processor time of processes on this machine: it says more than the clock on the wall where others work too."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from demarche.address import on_server
from demarche.ledger import Ledger

__all__ = ["sessions", "used"]

_SESSIONS = "SELECT pid FROM pg_stat_activity WHERE application_name = 'demarche' AND pid <> pg_backend_pid()"


def used(processes: Iterable[int]) -> float:
    """Milliseconds of processor time that these have had; Linux tells it, nothing elsewhere."""
    tasks = (task for pid in processes for task in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6


def sessions(ledger: str) -> list[int]:
    """The processes of a PostgreSQL server that work for demarche now; none for a file."""
    if not on_server(ledger):
        return []
    with Ledger.open(ledger, read_only=True) as opened, opened._db.reading() as connection:
        return [int(row[0]) for row in connection.exec_driver_sql(_SESSIONS)]

"""A PostgreSQL server of the tests' own: made in a folder of its own, stopped and deleted when they end.

A test asks for `postgresql` (one `Server` a process, started by the first test that needs it) or, to run on both
databases, for `fresh` of tests/conftest.py. Nothing has to be set up: `initdb` and `postgres` are looked for where
Debian puts them. The server listens on a socket in its folder only, trusts whoever reaches it, and writes nothing
through to the disk. It ends when its standard input does, so also when the tests are killed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from demarche.ledger import Ledger

HOW_TO_GET_IT = "needs PostgreSQL: apt-get install -y postgresql (or a folder with initdb and postgres in PATH)"
USER, GUARDED, PASSWORD = "demarche", "guarded", "s3cret/word"

_SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "shared_buffers=64MB")
_HBA = f"local all {GUARDED} scram-sha-256\nlocal all all trust\n"
_RUN = 'exec 3<&0; "$@" </dev/null 3<&- & cat <&3 >/dev/null; kill -INT $!; wait $!; rm -rf "$FOLDER"'


@dataclass(slots=True)
class Server:
    """A running server. `ledger()` is the address of a new ledger that holds nothing yet, `database()` of no ledger."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def address(self, database: str, user: str = USER) -> str:
        """The address of a database, as `--ledger` takes it."""
        return f"postgresql+psycopg://{quote(user, safe=':')}@/{database}?host={self.folder}"

    def run(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """The rows that a statement gives; it runs outside of a transaction."""
        with psycopg.connect(host=str(self.folder), user=USER, dbname=database, autocommit=True) as connection:
            done = connection.execute(statement)  # type: ignore[arg-type]
            return done.fetchall() if done.description else []

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"empty_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy")
        return self.address(name)

    def ledger(self) -> str:
        """The address of a new ledger: a copy of one that was made when the server started."""
        name = f"ledger_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE made STRATEGY file_copy")
        return self.address(name)

    def drop(self, address: str) -> None:
        """Forget a database, whoever still uses it."""
        name = address.partition("?")[0].rpartition("/")[2]
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextmanager
def serving() -> Iterator[Server]:
    """A server from start to end. The test is skipped where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        pytest.skip(HOW_TO_GET_IT)
    owner = _owner()
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="demarche-pg-", dir=memory if os.access(memory, os.W_OK) else None))
    if owner is not None:
        os.chown(folder, *owner)
    running = _start(programs, folder, owner)
    try:
        server = Server(folder)
        _wait(server, running)
        server.run(f"CREATE ROLE {GUARDED} LOGIN PASSWORD '{PASSWORD}'")
        server.run("CREATE DATABASE made TEMPLATE template0")
        Ledger.open(server.address("made"), create=True).close()
        yield server
    finally:
        assert running.stdin is not None
        running.stdin.close()
        running.wait(60)


def _programs() -> Path | None:
    """The folder of `initdb` and `postgres`, of the newest version that Debian has here, or from PATH."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    found = shutil.which("initdb", path=str(versions[-1].parent) if versions else None)
    return Path(found).parent if found and (Path(found).parent / "postgres").exists() else None


def _owner() -> tuple[int, int] | None:
    """PostgreSQL refuses to run as root: whose it shall be then."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    pytest.skip("PostgreSQL does not run as root, and there is no user postgres or nobody here")


def _start(programs: Path, folder: Path, owner: tuple[int, int] | None) -> subprocess.Popen[bytes]:
    data = folder / "data"
    ids = {"user": owner[0], "group": owner[1], "extra_groups": []} if owner else {}
    make = [str(programs / "initdb"), "-D", str(data), "-U", USER, "-E", "UTF8", "--no-locale", "--no-sync"]
    made = subprocess.run(make, capture_output=True, text=True, check=False, cwd=folder, **ids)
    if made.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL cannot be set up here: {made.stderr.strip().splitlines()[-1:]}")
    (data / "pg_hba.conf").write_text(_HBA)
    settings = [word for setting in (*_SETTINGS, f"unix_socket_directories={folder}") for word in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            ["/bin/sh", "-c", _RUN, "sh", str(programs / "postgres"), "-D", str(data), *settings],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd="/",
            env={**os.environ, "FOLDER": str(folder)},
            start_new_session=True,  # Ctrl-C is for the tests
            **ids,
        )


def _wait(server: Server, running: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        try:
            server.run("SELECT 1")
        except psycopg.OperationalError:
            if running.poll() is not None:
                break
            time.sleep(0.05)
        else:
            return
    log = (server.folder / "log").read_text(errors="replace") if server.folder.exists() else ""
    raise AssertionError(f"PostgreSQL does not start: {log[-500:]}")

"""`demarche serve`: a link that works, and what it says when it cannot listen."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

COMMAND = [sys.executable, "-m", "demarche.cli", "serve", "--no-open"]


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_the_printed_link_opens_the_ledger(tmp_path: Path) -> None:
    command = [*COMMAND, "--port", "0", "--ledger", str(tmp_path / "new.ledger")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "200"}) as process:
        assert process.stderr is not None
        link = re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
        assert link
        assert "This ledger is empty" in urlopen(link[0], timeout=20).read().decode()
        process.send_signal(signal.SIGINT)
        process.wait(20)
        assert "Traceback" not in process.stderr.read()


@pytest.mark.parametrize(
    ("options", "words"),
    [(["--port", "TAKEN"], "is taken by another program"), (["--host", "203.0.113.9"], "cannot listen on 203.0.113.9")],
)
def test_it_says_why_it_cannot_listen(tmp_path: Path, taken: int, options: list[str], words: str) -> None:
    given = [option.replace("TAKEN", str(taken)) for option in options]
    command = [*COMMAND, *given, "--ledger", str(tmp_path / "new.ledger")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr

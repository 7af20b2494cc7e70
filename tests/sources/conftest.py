"""A web of one server, and a fetcher that may reach it and does not really wait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from demarche.sources import Fetcher, Manners
from demarche.sources.client import Bounds

from .running import Ran
from .server import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as running:
        yield running


@dataclass
class Waits:
    """The pauses that were made."""

    seconds: list[float] = field(default_factory=list)


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
def manners(waits: Waits) -> Manners:
    """Names of every host lead to the test server; waiting is written down instead of done."""
    return Manners(
        bounds=Bounds(seconds=20, silence=10),
        resolve=lambda _host, _port: ["127.0.0.1"],
        loopback=True,
        sleep=waits.seconds.append,
    )


@pytest.fixture
def fetcher(manners: Manners) -> Iterator[Fetcher]:
    with Fetcher(manners) as made:
        yield made


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ran:
    """run("add", link) in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEMARCHE_LEDGER", raising=False)
    monkeypatch.setenv("DEMARCHE_TEST_LOOPBACK", "1")
    monkeypatch.setenv("COLUMNS", "200")
    return Ran(capsys)

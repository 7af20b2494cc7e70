"""Fixtures: the language pipeline and the authority facts, loaded once, and only by the tests that ask for them;
and places for ledgers, so that the same test runs on a file and on a PostgreSQL server (tests/postgresql.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from demarche.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

    from demarche.actors import Authority
    from demarche.mentions.reading import Reading

    from .postgresql import Server

Read = Callable[..., "Reading"]
Fresh = Callable[..., Path | str]

# the same examples on every machine; `pytest --hypothesis-profile explore` looks for new ones
settings.register_profile("steady", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile("steady")


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Bytes are named by their argument: a zip holds the time it was made, and every worker makes its own."""
    return argname if isinstance(val, bytes) else None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A module of tests of the commands or the web app that says `ON_BOTH = True` runs on both databases."""
    if getattr(metafunc.module, "ON_BOTH", False) and "backend" in metafunc.fixturenames:
        metafunc.parametrize("backend", ["sqlite", "postgresql"])


@pytest.fixture(scope="session")
def nlp() -> Language:
    from demarche.language import load

    return load()


@pytest.fixture(scope="session")
def authority() -> Authority:
    from demarche.actors import Authority

    return Authority.load()


@pytest.fixture(scope="session")
def read(nlp: Language, authority: Authority) -> Read:
    """read(text, day="2025-06-12", title="", publisher="") -> Reading with every mention found."""
    from demarche.language.annotate import annotate
    from demarche.mentions import find_mentions

    def reading(text: str, day: str | None = "2025-06-12", title: str = "", publisher: str = "") -> Reading:
        document = Document("t1", text, title=title, publisher=publisher, date=date.fromisoformat(day) if day else None)
        _, doc = next(iter(annotate([document], nlp)))
        return find_mentions(document, doc, authority)

    return reading


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server, started once a process; skips where there is none. See tests/postgresql.py."""
    pytest.importorskip("psycopg", reason="needs psycopg: pip install 'demarche[postgresql]'")
    from .postgresql import serving

    with serving() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """The database of a test that asks for `fresh`. A module that is about files alone overrides it: `"sqlite"`."""
    return str(request.param)


@pytest.fixture
def fresh(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fresh]:
    """fresh("a.db") -> where a ledger can be made: a file of that name that is not there yet, or a new database."""
    if backend == "sqlite":
        yield lambda name="ledger.db": tmp_path / name
        return
    server: Server = request.getfixturevalue("postgresql")
    made: list[str] = []

    def new(name: str = "") -> str:
        made.append(server.ledger())
        return made[-1]

    yield new
    for address in made:
        server.drop(address)

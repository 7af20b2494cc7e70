"""The app of a team: an account for each role, on a file and on a PostgreSQL server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import BASE, the_documents

from demarche.ledger import Ledger
from demarche.ledger.team import Role, passwords, sessions, table
from demarche.web import Settings, create_app

PASSWORD = "four quiet herons"
COOKIE = "demarche_account"
Fresh = Callable[..., Path | str]
As = Callable[[str], TestClient]


@cache
def kept() -> str:
    """The hash of the password of everybody, with little work in it."""
    return passwords.hashed(PASSWORD, log_n=4)


def enlist(ledger: Ledger) -> None:
    """An account for each role, by its name: the-reader, the-reviewer, the-editor, the-admin."""
    with ledger._db.writing() as connection:
        for role in Role:
            row = {"name": f"the-{role}", "display": "", "role": role.value, "password": kept(), "must_change": 0}
            table.add(connection, row)


def fill(ledger: Ledger) -> None:
    """The documents of the other tests of the web app."""
    with ledger.run("test") as run:
        for document, reports in the_documents():
            ledger.add(document, reports, run)


def session_of(ledger: Ledger, name: str) -> str:
    """The secret of a session of this account, without the work of a password."""
    with ledger._db.noting() as connection:
        made = sessions.begin(connection, name, kept())
    assert made
    return made


def token(client: TestClient, address: str = "/") -> str:
    """What a write of this client must show."""
    found = re.search(r'name="csrf-token" content="(\w+)"', client.get(address).text)
    assert found, address
    return found[1]


@pytest.fixture
def team(path: Path) -> Iterator[Ledger]:
    """A copy of the ledger of the other tests, with accounts."""
    with Ledger.open(path) as ledger:
        enlist(ledger)
        yield ledger


@pytest.fixture
def app(team: Ledger) -> Iterator[TestClient]:
    """Somebody who has not signed in; redirects are shown, not followed."""
    settings = Settings(team.path, accounts=True)
    with TestClient(create_app(settings), base_url=BASE, follow_redirects=False) as client:
        yield client


@pytest.fixture
def signed_in(app: TestClient, team: Ledger) -> As:
    """signed_in("the-editor") -> a browser of its own in which that account has signed in."""

    def made(name: str) -> TestClient:
        client = TestClient(app.app, base_url=BASE, follow_redirects=False)
        client.cookies.set(COOKIE, session_of(team, name))
        return client

    return made

"""`demarche account` and the start of `demarche serve` for a team: on a file and on a server, in real processes."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from tests.cli.conftest import Run

from demarche.ledger import Ledger
from demarche.ledger.team import Role

WORDS = b"four quiet herons\n"
PASSWORD = WORDS.decode().strip()
SERVE = [sys.executable, "-m", "demarche.cli", "serve", "--no-open", "--port", "0"]


@pytest.fixture
def address(fresh: Callable[..., Path | str]) -> str:
    """Where the ledger of a team is: a file that is there, or an empty database on a server."""
    where = fresh("team.ledger")
    Ledger.open(where, create=True).close()
    return str(where)


@pytest.fixture
def account(run: Run, address: str) -> Run:
    """account("role", "anna", "editor") on that ledger."""
    return lambda *words, **more: run("account", *words, "--ledger", address, **more)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_make_look_after_and_list(account: Run, address: str) -> None:
    made = account("add", "Boss", "--role", "admin", "--password-stdin", stdin=WORDS)
    assert (made.code, made.err, made.out) == (0, "boss is admin now.\n", "")
    account("add", "anna", "--display", "Anna\u202e Orsted", "--password-stdin", stdin=WORDS)
    account("add", "anna", "--display", "Anna Orsted", "--password-stdin", stdin=WORDS)
    assert account("role", "anna", "reviewer").err == "anna is reviewer now.\n"
    token = account("token", "anna")
    assert re.fullmatch(r"[\w-]{43}\n", token.out) and "shown this once" in token.err
    with Ledger.open(address) as ledger:
        found = ledger.accounts.of_token(token.out.strip())
        assert found is not None and found.name == "anna"
    listed = account("list", COLUMNS="100").out
    assert "Anna Orsted" in listed and "reviewer" in listed and "open, with a token" in listed
    assert account("token", "anna", "--revoke").code == 0
    assert account("disable", "anna").err == "anna may not come in any more.\n"
    rows = json.loads(account("list", "--json").out)
    assert [(row["name"], row["role"], bool(row["disabled_at"])) for row in rows] == [
        ("boss", "admin", False),
        ("anna", "reviewer", True),
    ]
    assert not any("password" in key for row in rows for key in row)
    assert account("enable", "anna").code == 0
    assert account("password", "anna", "--password-stdin", stdin=b"seven loud herons").code == 0
    with Ledger.open(address) as ledger:
        assert ledger.accounts.sign_in("anna", "seven loud herons")


REFUSED = {
    "nobody to ask": (("add", "anna"), b"", "--password-stdin"),
    "no password": (("add", "anna", "--password-stdin"), b"", "10 to 200"),
    "no role": (("add", "anna", "--role", "owner", "--password-stdin"), WORDS, "reader, reviewer, editor, admin"),
    "no name": (("add", "Anna Orsted", "--password-stdin"), WORDS, "cannot be the name"),
    "hidden letters": (("add", "anna", "--display", "a\u202eb", "--password-stdin"), WORDS, "printable"),
    "nobody": (("role", "ana", "editor"), b"", "no account ana"),
    "nobody's password": (("password", "ana", "--password-stdin"), WORDS, "no account ana"),
    "nobody's token": (("token", "ana"), b"", "no account ana"),
}


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("backend", ["sqlite"])
def test_what_is_refused(what: str, account: Run, address: str) -> None:
    words, stdin, told = REFUSED[what]
    done = account(*words, stdin=stdin)
    assert done.code == 2 and told in done.err and "nothing was changed" in done.err
    assert done.err.count("\n") == 1
    with Ledger.open(address) as ledger:
        assert ledger.accounts.all() == []


@pytest.mark.parametrize(("again", "code"), [(PASSWORD, 0), ("another one", 2)])
@pytest.mark.parametrize("backend", ["sqlite"])
def test_the_password_is_asked_for_twice_and_not_shown(again: str, code: int, address: str) -> None:
    command = [sys.executable, "-m", "demarche.cli", "account", "add", "anna", "--role", "admin", "--ledger", address]
    process, terminal = pty.fork()
    if not process:  # the command, on a terminal of its own
        os.execv(sys.executable, command)
    shown = b""
    for prompt, answer in ((b"Password of anna: ", PASSWORD), (b"The same again: ", again)):
        while prompt not in shown:
            shown += os.read(terminal, 1000)
        os.write(terminal, answer.encode() + b"\n")
    while more := _read(terminal):
        shown += more
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == code
    assert PASSWORD.encode() not in shown and again.encode() not in shown
    with Ledger.open(address) as ledger:
        assert [member.role for member in ledger.accounts.all()] == ([Role.ADMIN] if code == 0 else [])


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # the command has ended
        return b""


def options(address: str) -> list[str]:
    return ["--ledger", address, *([] if "://" in address else ["--accounts"])]


@pytest.mark.parametrize(("backend", "only"), [("sqlite", Role.EDITOR), ("postgresql", None)])
def test_it_does_not_open_before_there_is_an_admin(only: Role | None, address: str) -> None:
    if only:
        with Ledger.open(address) as ledger:
            ledger.accounts.add("anna", only, PASSWORD)
    done = subprocess.run([*SERVE, *options(address)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert "demarche account add NAME --role admin" in done.stderr


@pytest.fixture
def link(address: str, account: Run) -> Iterator[str]:
    """`demarche serve` on a ledger with an admin, behind a proxy on this machine."""
    assert account("add", "boss", "--role", "admin", "--password-stdin", stdin=WORDS).code == 0
    command = [*SERVE, *options(address), "--behind-proxy", "127.0.0.1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "400"}) as process:
        assert process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+", process.stderr.readline())
        assert found
        assert "asks for an account" in process.stderr.readline()
        yield found[0]
        process.send_signal(signal.SIGINT)
        process.wait(20)
        assert "Traceback" not in process.stderr.read()


def test_sign_in_over_the_wire(link: str) -> None:
    """Real processes, real sockets; what the proxy says of https is believed, and hardens the cookie."""
    https = {"x-forwarded-proto": "https", "x-forwarded-for": "192.0.2.7"}
    for headers, name, secure in (({}, "demarche_account", False), (https, "__Host-demarche_account", True)):
        with httpx2.Client(base_url=link, headers=headers, follow_redirects=False, timeout=30) as client:
            assert client.get("/").headers["location"] == "/sign-in?next=%2F"
            door = client.get("/sign-in")
            cookie = door.headers["set-cookie"]
            assert cookie.startswith(f"{name}=") and ("; Secure" in cookie) is secure
            shown = {"cookie": cookie.partition(";")[0]}
            csrf = re.search(r'csrf-token" content="(\w+)"', door.text)
            assert csrf
            data = {"csrf": csrf[1], "name": "boss", "password": PASSWORD}
            inside = client.post("/sign-in", data=data, headers=shown)
            assert (inside.status_code, inside.headers["location"]) == (303, "/")
            shown = {"cookie": inside.headers["set-cookie"].partition(";")[0]}
            assert "Sign out" in client.get("/", headers=shown).text


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_proxy_is_an_address(address: str, run: Run) -> None:
    done = run("serve", "--no-open", "--accounts", "--behind-proxy", "the desk", "--ledger", address)
    assert done.code == 2 and "no address of a proxy" in done.err

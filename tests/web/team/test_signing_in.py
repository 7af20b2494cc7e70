"""Signing in and out: on a file and on a server, from one process to another, and what strangers get."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.postgresql import Server
from tests.web.conftest import BASE
from tests.web.team.conftest import COOKIE, PASSWORD, As, Fresh, enlist, fill, session_of, token

from demarche.ledger import Ledger
from demarche.ledger.team import Accounts, Role
from demarche.web import Settings, create_app
from demarche.web.security.throttle import FREE

PROXIED = "https://desk.example"


def sign_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> object:
    data = {"csrf": token(client, "/sign-in"), "name": name, "password": password, **more}
    return client.post("/sign-in", data=data)


@pytest.fixture
def shared(fresh: Fresh) -> Iterator[Ledger]:
    """A team's ledger, on a file and on a server."""
    with Ledger.open(fresh("team.ledger"), create=True) as ledger:
        enlist(ledger)
        fill(ledger)
        yield ledger


@pytest.fixture
def process(shared: Ledger, fresh: Fresh) -> Iterator[Callable[[], TestClient]]:
    """process() -> a browser before an app of its own on this ledger, as several processes serve it."""
    opened: list[TestClient] = []

    def serving() -> TestClient:
        app = create_app(Settings(shared._db.path, accounts=True))
        opened.append(TestClient(app, base_url=BASE, follow_redirects=False))
        return opened[-1].__enter__()

    yield serving
    for client in opened:
        client.__exit__(None, None, None)


def test_from_the_door_to_a_decision_and_out(process: Callable[[], TestClient], shared: Ledger) -> None:
    client, other = process(), process()
    answer = client.get("/log?page=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Flog%3Fpage%3D1")
    door = client.get(answer.headers["location"])
    stranger = client.cookies[COOKIE]
    assert 'name="next" value="/log?page=1"' in door.text and "Anna" not in door.text
    assert sign_in(client, "the-editor", PASSWORD + "x").status_code == 401  # type: ignore[attr-defined]
    answer = sign_in(client, "the-editor", next="/log?page=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/log?page=1")  # type: ignore[attr-defined]
    session = client.cookies[COOKIE]
    assert session != stranger and shared.accounts.of_session(stranger) is None
    page = client.get("/").text
    assert "the-editor" in page and "Sign out" in page and "You decide as" not in client.get("/log").text

    # another process of the same ledger knows the session, and takes its token
    other.cookies.set(COOKIE, session)
    (event,) = shared.events(kind="contact", type="meeting")
    written = other.post(f"/event/{event.id}/accept", data={"csrf": token(client), "reason": "read it"})
    assert written.status_code == 303
    assert [(d.author, d.verdict) for d in shared.decisions()] == [("the-editor", "accept")]
    assert "the-editor" in client.get("/log").text

    gone = client.post("/sign-out", data={"csrf": token(client)})
    assert gone.headers["location"] == "/sign-in?out=1" and "Max-Age=0" in gone.headers["set-cookie"]
    assert other.get("/").status_code == 303
    assert "You are signed out" in client.get("/sign-in?out=1").text


CHANGES: dict[str, Callable[[Accounts], object]] = {
    "disabled": lambda team: team.disable("the-editor"),
    "another role": lambda team: team.set_role("the-editor", Role.READER),
    "another password": lambda team: team.set_password("the-editor", "seven loud herons"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_open_page_ends_with_the_account(change: str, signed_in: As, team: Ledger) -> None:
    client, other = signed_in("the-editor"), signed_in("the-reader")
    shown = token(client)
    CHANGES[change](team.accounts)
    assert client.get("/").status_code == 303
    answer = client.post("/people/alias", data={"csrf": shown, "name": "Jan Novak", "also": "Novák"})
    assert answer.headers["location"] == "/sign-in?next=%2F"
    assert team.decisions() == [] and other.get("/").status_code == 200


@pytest.mark.parametrize("name", ["the-editor", "nobody", "", "an\0na", "x" * 500])
def test_nobody_is_told_which_of_both_is_wrong(name: str, app: TestClient) -> None:
    answer = sign_in(app, name, "some other words")
    assert answer.status_code in (401, 422)  # type: ignore[attr-defined]
    assert "do not belong together" in answer.text  # type: ignore[attr-defined]
    assert COOKIE not in answer.headers.get("set-cookie", "")  # type: ignore[attr-defined]


NEXT = {
    "/hours?in=2025": "/hours?in=2025",
    "": "/",
    "//evil.example": "/",
    "/\\evil.example": "/",
    "/\t/evil.example": "/",
    "/\n/evil.example": "/",
    "https://evil.example/": "/",
    "javascript:alert(1)": "/",
    "evil.example": "/",
    "/ok\\..\\evil": "/",
    "/" + "x" * 3000: "/",
}


@pytest.mark.parametrize("asked", NEXT, ids=range(len(NEXT)))
def test_after_signing_in_nobody_is_sent_elsewhere(asked: str, app: TestClient, signed_in: As) -> None:
    answer = sign_in(app, "the-reader", next=asked)
    assert answer.headers["location"] == NEXT[asked]  # type: ignore[attr-defined]
    again = signed_in("the-reader").get("/sign-in", params={"next": asked})
    assert again.headers["location"] == NEXT[asked]


def test_the_door_takes_only_its_own_form(app: TestClient) -> None:
    app.get("/sign-in")
    data = {"name": "the-reader", "password": PASSWORD}
    assert app.post("/sign-in", data=data).status_code == 403
    assert app.post("/sign-in", data={**data, "csrf": "0" * 64}).status_code == 403


@pytest.mark.parametrize(
    "more", [{"content-length": "20000"}, {"transfer-encoding": "chunked"}, {"content-length": "x"}]
)
def test_a_stranger_sends_no_more_than_a_name_and_a_password(more: dict[str, str], app: TestClient) -> None:
    headers = {"x-csrf-token": token(app, "/sign-in"), "content-type": "application/x-www-form-urlencoded", **more}
    assert app.post("/sign-in", content=b"name=x", headers=headers).status_code == 413
    assert app.post("/add", content=b"x" * 20_000).status_code == 303


@pytest.mark.parametrize(
    ("address", "headers", "status", "where"),
    [
        ("/", {}, 303, "/sign-in?next=%2F"),
        ("/nothing", {}, 303, "/sign-in?next=%2Fnothing"),
        ("//evil.example/x", {}, 303, "/sign-in?next=%2F"),
        ("/?q=a", {"hx-request": "true", "hx-current-url": f"{BASE}/?who=Kask"}, 401, "/sign-in?next=%2F%3Fwho%3DKask"),
        ("/?q=a", {"hx-request": "true", "hx-current-url": "http://evil.example//x"}, 401, "/sign-in?next=%2F"),
        ("/?q=a", {"hx-request": "true", "hx-current-url": "http://[evil"}, 401, "/sign-in?next=%2F"),
    ],
)
def test_where_a_stranger_is_sent(
    address: str, headers: dict[str, str], status: int, where: str, app: TestClient
) -> None:
    answer = app.get(f"{BASE}{address}", headers=headers)
    assert answer.status_code == status
    assert answer.headers["location" if status == 303 else "hx-redirect"] == where


def test_only_the_style_is_there_for_strangers(app: TestClient) -> None:
    assert app.get("/static/app.js").status_code == 200
    for path in ("/static/../accounts", "/static/%2e%2e/accounts", "/static"):
        assert app.get(path).status_code in (303, 404), path
    door = app.get("/sign-in")
    assert "default-src 'self'" in door.headers["content-security-policy"]
    links = set(re.findall(r'(?:href|action)="(/[^"?]*)', door.text))
    assert {link for link in links if not link.startswith("/static/")} == {"/", "/sign-in"}


def test_the_cookie_of_a_session(app: TestClient, team: Ledger) -> None:
    answer = sign_in(app, "the-reader")
    cookie = answer.headers["set-cookie"]  # type: ignore[attr-defined]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; ")) and "Secure" not in cookie
    settings = Settings(team.path, names=("desk.example",), accounts=True, proxy="127.0.0.1")
    assert settings.first_link == "https://desk.example/"
    with TestClient(create_app(settings), base_url=PROXIED, follow_redirects=False) as behind:
        door = behind.get("/sign-in").headers["set-cookie"]
        inside = sign_in(behind, "the-reader").headers["set-cookie"]  # type: ignore[attr-defined]
        for cookie in (door, inside):
            assert cookie.startswith(f"__Host-{COOKIE}=") and "; Secure" in cookie
        assert behind.get("/").status_code == 200


def test_many_failed_tries_are_slowed_down_and_the_others_go_on(app: TestClient, signed_in: As) -> None:
    answers = [sign_in(app, "the-editor", "some other words") for _ in range(FREE["both"] + 1)]
    assert [a.status_code for a in answers] == [401] * FREE["both"] + [429]  # type: ignore[attr-defined]
    assert int(answers[-1].headers["retry-after"]) >= 1  # type: ignore[attr-defined]
    assert "Try again in" in answers[-1].text  # type: ignore[attr-defined]
    right = sign_in(app, "the-editor")
    assert right.status_code in (303, 429)  # type: ignore[attr-defined]
    assert sign_in(app, "the-reader").status_code == 303  # type: ignore[attr-defined]


class TestPrograms:
    @pytest.fixture
    def bearer(self, team: Ledger) -> dict[str, str]:
        return {"authorization": f"Bearer {team.accounts.make_token('the-admin')}"}

    def test_a_token_reads_the_api(self, app: TestClient, bearer: dict[str, str]) -> None:
        assert app.get("/api/summary", headers=bearer).json()["documents"] == 3
        assert app.get("/api/openapi.json", headers=bearer).status_code == 200
        empty = [app.post("/api/check", headers=shown, json={}).status_code for shown in (bearer, {})]
        assert empty == [422, 401]  # a question that changes nothing: with a token it is told what it lacks

    @pytest.mark.parametrize("shown", ["", "Bearer ", "Bearer x", "Basic dGhlLWFkbWluOng=", "Bearer \u00e9"])
    def test_without_it_the_api_says_so(self, shown: str, app: TestClient) -> None:
        answer = app.get("/api/summary", headers={"authorization": shown.encode("latin-1")})  # type: ignore[dict-item]
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer" and answer.json()["error"]

    def test_it_opens_nothing_else(self, app: TestClient, bearer: dict[str, str], team: Ledger) -> None:
        assert app.get("/accounts", headers=bearer).status_code == 303
        assert app.post("/theme", headers=bearer, data={"theme": "dark"}).status_code == 303
        assert app.post("/api/events", headers=bearer).status_code in (403, 405)
        session = {COOKIE: bearer["authorization"].removeprefix("Bearer ")}
        assert TestClient(app.app, base_url=BASE, cookies=session, follow_redirects=False).get("/").status_code == 303

    def test_it_ends_when_it_is_taken_back(self, app: TestClient, bearer: dict[str, str], team: Ledger) -> None:
        team.accounts.end_token("the-admin")
        assert app.get("/api/summary", headers=bearer).status_code == 401


def test_a_ledger_on_this_machine_needs_no_account(path: Path) -> None:
    """Accounts that stand in a file ask nobody for anything there, unless the app is told so."""
    with Ledger.open(path) as ledger:
        enlist(ledger)
        session_of(ledger, "the-reader")
    with TestClient(create_app(Settings(str(path))), base_url=BASE) as client:
        page = client.get("/log").text
        assert "You decide as" in page and "Sign out" not in page
        assert client.get("/accounts").status_code == 404
        assert client.get("/sign-in").status_code == 404


def test_a_server_always_asks() -> None:
    assert Settings("postgresql+psycopg://desk@host/ledger").team
    assert Settings("postgresql+psycopg://desk@host/ledger", host="0.0.0.0").token is None
    assert not Settings("demarche.ledger").team


def test_a_server_in_trouble_is_told_in_a_line(postgresql: Server) -> None:
    address = postgresql.ledger()
    with Ledger.open(address, create=True) as ledger:
        enlist(ledger)
        session = session_of(ledger, "the-reader")
    with TestClient(create_app(Settings(address)), base_url=BASE) as client:
        client.cookies.set(COOKIE, session)
        assert client.get("/").status_code == 200
        with Ledger.open(address) as ledger, ledger._db.writing() as connection:
            connection.exec_driver_sql("ALTER TABLE account_sessions RENAME TO gone")
        answer = client.get("/")
        assert answer.status_code == 503 and "Traceback" not in answer.text

"""What protects the app: hosts, sessions, writes, headers, bounds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from demarche.web import Settings, create_app
from demarche.web.security.bodies import BODY_BYTES
from demarche.web.security.hosts import bare
from demarche.web.security.sessions import COOKIE

PAGES = ["/", "/documents", "/people", "/log", "/add", "/api", "/nothing", "/static/app.js", "/api/summary"]


def csrf(client: TestClient) -> str:
    found = re.search(r'name="csrf-token" content="(\w+)"', client.get("/").text)
    assert found
    return found[1]


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_has_the_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("address", PAGES[:6])
def test_nothing_is_inline(client: TestClient, address: str) -> None:
    text = client.get(address).text
    assert not re.findall(r"<script(?![^>]*\bsrc=)", text)
    assert not re.findall(r"<style|<\w[^<>]*\s(?:style|on\w+|hx-on\S*)=|=.javascript:", text)
    assert not re.findall(r"<(?:script|link|img|iframe|form)\b[^>]*(?:src|href|action)=.(?!/)", text)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8000"])
def test_other_hosts_are_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    ("host", "name"),
    [("127.0.0.1:8000", "127.0.0.1"), ("[::1]:8000", "::1"), ("LOCALHOST", "localhost"), ("::1", "::1"), ("", "")],
)
def test_a_host_without_its_port(host: str, name: str) -> None:
    assert bare(host) == name


def test_the_cookie_stays_here(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"]
    assert "SameSite=Strict" in cookie
    assert "HttpOnly" in cookie


@pytest.mark.parametrize("token", ["", "0" * 64])
def test_a_write_without_the_token_is_refused(client: TestClient, token: str) -> None:
    client.get("/")
    assert client.post("/theme", data={"theme": "dark", "csrf": token}).status_code == 403
    assert client.post("/add", headers={"x-csrf-token": token}, data={"text": "x"}).status_code == 403


def test_the_token_of_another_session_is_refused(client: TestClient) -> None:
    token = csrf(client)
    client.cookies.clear()
    client.get("/")
    assert client.post("/theme", data={"theme": "dark", "csrf": token}).status_code == 403


def test_a_write_with_the_token_is_taken(client: TestClient) -> None:
    token = csrf(client)
    answer = client.post("/theme", data={"theme": "dark", "csrf": token, "back": "/log"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/log")
    assert 'data-theme="dark"' in client.get("/").text
    assert client.post("/theme", headers={"x-csrf-token": token}, data={}, follow_redirects=False).status_code == 303


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x"])
def test_nobody_is_sent_elsewhere(client: TestClient, back: str) -> None:
    answer = client.post("/theme", data={"csrf": csrf(client), "back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_forged_cookie_is_no_session(client: TestClient) -> None:
    client.cookies.set(COOKIE, "abc." + "0" * 64)
    assert "set-cookie" in client.get("/").headers


def test_too_much_is_refused(client: TestClient) -> None:
    token = csrf(client)
    answer = client.post("/add", headers={"x-csrf-token": token, "content-length": str(BODY_BYTES + 1)}, content=b"x")
    assert answer.status_code == 413

    def endless() -> object:
        for _ in range(BODY_BYTES // 1_000_000 + 2):
            yield b"x" * 1_000_000

    assert client.post("/add", headers={"x-csrf-token": token}, content=endless()).status_code == 413  # type: ignore[arg-type]


class TestOnTheNetwork:
    @pytest.fixture
    def settings(self, path: Path) -> Settings:
        return Settings(str(path), host="0.0.0.0", names=("desk.example",))

    @pytest.fixture
    def outside(self, settings: Settings) -> TestClient:
        return TestClient(create_app(settings), base_url="http://desk.example:8000")

    @pytest.mark.parametrize("address", ["/", "/api/summary", "/add", "/static/app.js", "/?token=wrong"])
    def test_only_who_has_the_link_comes_in(self, outside: TestClient, address: str) -> None:
        assert outside.get(address).status_code == 403

    def test_no_body_is_taken_from_others(self, outside: TestClient) -> None:
        assert outside.post("/add", content=b"x", headers={"content-length": str(BODY_BYTES + 1)}).status_code == 403

    def test_the_first_link_opens_the_door_and_leaves_the_address_bar(
        self, outside: TestClient, settings: Settings
    ) -> None:
        assert settings.first_link.startswith("http://desk.example:8000/?token=")
        answer = outside.get(f"/?who=Kask&token={settings.token}", follow_redirects=False)
        assert answer.headers["location"] == "/?who=Kask"
        assert outside.get("/").status_code == 200

    def test_a_program_shows_the_token(self, outside: TestClient, settings: Settings) -> None:
        bearer = {"authorization": f"Bearer {settings.token}"}
        assert outside.get("/api/summary", headers=bearer).status_code == 200
        assert outside.post("/theme", headers=bearer, data={"theme": "dark"}).status_code == 403
        assert outside.get("/api/summary", headers={"authorization": "Bearer "}).status_code == 403

    def test_every_start_has_another_token(self, path: Path) -> None:
        assert Settings(str(path), host="0.0.0.0").token != Settings(str(path), host="0.0.0.0").token

    @pytest.mark.parametrize(
        ("host", "local"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("10.0.0.1", False)]
    )
    def test_which_addresses_are_local(self, path: Path, host: str, local: bool) -> None:
        assert (Settings(str(path), host=host).token is None) == local

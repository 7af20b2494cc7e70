"""Who may do what: every write route is named with the least role, and no role reaches further, nor is offered more."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from tests.web.team.conftest import As, token

from demarche.ledger import Ledger
from demarche.ledger.team import Role
from demarche.web.permissions import LEAST, OPEN

PLACES = {"event_id": "zzzz", "verdict": "accept", "number": "999", "name": "nobody"}
"""What stands for the parts of an address: things that are not there, so that nothing comes of it."""

WRITES = sorted(name for name in {*LEAST, *OPEN} if not name.startswith("GET "))
PAGES = ["/", "/documents", "/people", "/coverage", "/log", "/add", "/api", "/timeline", "/hours", "/deadlines"]
PAGES += ["/check", "/review?by=doubt", "/review/pairs", "/password", "/accounts", "/event/CALL"]


def routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Every (verb, path) that the app answers."""
    import fastapi.routing

    walk = getattr(fastapi.routing, "iter_route_contexts", None)  # newer versions keep included routers whole
    for found in walk(app.routes) if walk else app.routes:
        for verb in getattr(found, "methods", None) or ():
            yield verb, found.path


def written(name: str) -> str:
    """An address of this route."""
    return name.partition(" ")[2].format(**PLACES)


def test_no_write_is_forgotten(app: TestClient) -> None:
    found = {f"{verb} {path}" for verb, path in routes(app.app) if verb not in ("GET", "HEAD", "OPTIONS")}  # type: ignore[arg-type]
    assert "POST /review/decide" in found
    assert found - OPEN == {name for name in LEAST if not name.startswith("GET ")}
    there = {f"{verb} {path}" for verb, path in routes(app.app)}  # type: ignore[arg-type]
    assert {name for name in {*LEAST, *OPEN} if name.startswith("GET ")} <= there


def test_what_is_not_named_is_closed(app: TestClient, signed_in: As) -> None:
    """A route that somebody adds and forgets."""
    made: FastAPI = app.app  # type: ignore[assignment]
    made.add_api_route("/forgotten", lambda: "done", methods=["POST"])
    client = signed_in("the-admin")
    assert client.post("/forgotten", headers={"x-csrf-token": token(client)}).status_code == 403


@pytest.mark.parametrize("role", Role)
def test_a_role_reaches_as_far_as_the_table_says(role: Role, signed_in: As, team: Ledger) -> None:
    before = team.decisions(), [(member.name, member.role, member.disabled_at) for member in team.accounts.all()]
    reached, refused = set(), set()
    for name in WRITES:
        client = signed_in(f"the-{role}")
        answer = client.post(written(name), headers={"x-csrf-token": token(client, "/password")})
        (refused if answer.status_code == 403 else reached).add(name)
        if answer.status_code == 403:
            assert "Nothing was changed" in answer.text and role in answer.text
    least = {name: LEAST.get(name, Role.READER) for name in WRITES}
    assert reached == {name for name, needed in least.items() if needed is not None and role.covers(needed)}
    assert refused == set(WRITES) - reached
    after = team.decisions(), [(member.name, member.role, member.disabled_at) for member in team.accounts.all()]
    assert after == before  # what was reached asked for things that are not there


def test_who_has_not_signed_in_writes_nothing(app: TestClient) -> None:
    shown = {"x-csrf-token": token(app, "/sign-in")}
    found = {name: app.post(written(name), headers=shown) for name in WRITES}
    asked = {name for name, answer in found.items() if answer.status_code == 401}
    assert asked == {"POST /sign-in", "POST /api/check"}
    where = {answer.headers.get("location") for name, answer in found.items() if name not in asked}
    assert where == {"/sign-in?next=%2F"}


@pytest.mark.parametrize("role", Role)
def test_every_account_reads_everything(role: Role, signed_in: As, ids: dict[str, str]) -> None:
    client = signed_in(f"the-{role}")
    found = {page: client.get(page.replace("CALL", ids["call"])).status_code for page in PAGES}
    closed = {page for page, status in found.items() if status == 403}
    assert closed == {page for page in ("/accounts", "/add") if not may_read(role, page)}
    assert {status for page, status in found.items() if page not in closed} == {200}
    for address in ("/download/csv", "/log/download/csv", "/people/download/jsonl", "/api/events", "/api/openapi.json"):
        assert client.get(address).status_code == 200, address


def may_read(role: Role, page: str) -> bool:
    least = LEAST.get(f"GET {page}")
    return least is None or role.covers(least)


@pytest.mark.parametrize("role", Role)
def test_no_button_is_shown_that_does_nothing(role: Role, signed_in: As, ids: dict[str, str], team: Ledger) -> None:
    """Every form of every page leads to a route that this role may write to."""
    team.accept(ids["call"], author="somebody-else")
    team.reject(ids["meeting"], author=f"the-{role}")
    client, offered = signed_in(f"the-{role}"), set()
    for page in PAGES:
        text = client.get(page.replace("CALL", ids["call"])).text
        forms = re.findall(r'<form\b[^>]*method="post"[^>]*>', text) + re.findall(
            r"<button\b[^>]*formaction=[^>]*>", text
        )
        offered |= {
            a
            for form in forms
            for a in re.findall(r'(?:form)?action="([^"]+)"|hx-post="([^"]+)"', form)
            for a in a
            if a
        }
        offered |= set(re.findall(r'hx-post="([^"]+)"', text))
    assert {route_of(address) for address in offered if not allowed(role, address)} == set()
    theirs = f"/log/{next(e.decision.action for e in team.log(author='somebody-else'))}/undo"
    assert (theirs in offered) == role.covers(Role.EDITOR)
    assert any(re.fullmatch(r"/log/\d+/undo", address) and address != theirs for address in offered) == role.covers(
        Role.REVIEWER
    )
    assert ("/add" in offered) == role.covers(Role.EDITOR)
    assert ("/review/decide" in offered) == role.covers(Role.REVIEWER)


def allowed(role: Role, address: str) -> bool:
    least = LEAST.get(route_of(address))
    return least is not None and role.covers(least)


def route_of(address: str) -> str:
    """The name in the table of this address."""
    for name in WRITES:
        shape = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(name.partition(" ")[2]))
        if re.fullmatch(shape, address):
            return name
    return f"POST {address} is not in the table"

"""The page *Accounts* and *My password*: a password shown once, and changed first; who is let in and who is not."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import BASE
from tests.web.team.conftest import COOKIE, PASSWORD, As, session_of, token

from demarche.ledger import Ledger
from demarche.ledger.team import Role

NEW = "seven loud herons"


def post(client: TestClient, path: str, **data: str) -> object:
    return client.post(path, data={"csrf": token(client, "/accounts"), **data})


def made_password(text: str) -> str:
    found = re.search(r'id="new-password">([^<]+)</code>', text)
    assert found
    return html.unescape(found[1])


def test_a_new_account_from_its_first_password_to_the_first_page(signed_in: As, app: TestClient, team: Ledger) -> None:
    admin = signed_in("the-admin")
    answer = post(admin, "/accounts", name="Anna", display="Anna <b>Orsted</b>", role="reviewer")
    assert answer.status_code == 200 and "Anna &lt;b&gt;Orsted" in answer.text  # type: ignore[attr-defined]
    password = made_password(answer.text)  # type: ignore[attr-defined]
    assert password not in admin.get("/accounts").text

    data = {"csrf": token(app, "/sign-in"), "name": "anna", "password": password, "next": "/log"}
    assert app.post("/sign-in", data=data).headers["location"] == "/log"
    first = app.cookies[COOKIE]
    assert app.get("/log").headers["location"] == "/password"
    assert app.get("/api/summary").status_code == 403
    refused = app.post("/theme", data={"csrf": token(app, "/password"), "theme": "dark"})
    assert refused.status_code == 303 and refused.headers["location"] == "/"
    page = app.get("/password").text
    assert "Somebody else made this password" in page and 'href="/people"' not in page
    shown = {"csrf": token(app, "/password"), "password": password, "new": NEW, "again": NEW}
    assert app.post("/password", data=shown).headers["location"] == "/password?changed=1"
    assert app.cookies[COOKIE] != first and team.accounts.of_session(first) is None
    assert "You are" not in app.get("/log").text and app.get("/log").status_code == 200
    assert team.accounts.sign_in("anna", NEW) and not team.accounts.sign_in("anna", password)


def test_a_new_password_from_an_admin_ends_what_is_open(signed_in: As, team: Ledger) -> None:
    open_page = signed_in("the-editor")
    answer = post(signed_in("the-admin"), "/accounts/the-editor/password")
    password = made_password(answer.text)  # type: ignore[attr-defined]
    assert open_page.get("/").headers["location"].startswith("/sign-in")
    assert team.accounts.get("the-editor").must_change and team.accounts.has_password("the-editor", password)


def test_a_role_is_given_an_account_disabled_and_enabled(signed_in: As, team: Ledger) -> None:
    admin = signed_in("the-admin")
    post(admin, "/accounts/the-reader/role", role="editor")
    post(admin, "/accounts/the-editor/disable")
    assert team.accounts.get("the-reader").role is Role.EDITOR and team.accounts.get("the-editor").disabled_at
    assert "disabled" in admin.get("/accounts").text
    post(admin, "/accounts/the-editor/enable")
    assert team.accounts.get("the-editor").disabled_at is None


@pytest.mark.parametrize(
    ("where", "data", "words"),
    [
        ("/accounts", {"name": "the-editor", "role": "reader"}, "already"),
        ("/accounts", {"name": "a b", "role": "reader"}, "cannot be the name"),
        ("/accounts", {"name": "new", "role": "owner"}, "no role"),
        ("/accounts/the-admin/disable", {}, "only admin"),
        ("/accounts/the-admin/role", {"role": "reader"}, "only admin"),
        ("/accounts/nobody/password", {}, "no account nobody"),
    ],
)
def test_what_makes_no_sense_is_told(where: str, data: dict[str, str], words: str, signed_in: As, team: Ledger) -> None:
    before = team.accounts.all()
    answer = post(signed_in("the-admin"), where, **data)
    assert answer.status_code == 400 and words in html.unescape(answer.text)  # type: ignore[attr-defined]
    assert [m.role for m in before] == [m.role for m in team.accounts.all()]


@pytest.mark.parametrize(
    ("password", "new", "again", "words"),
    [
        ("wrong words here", NEW, NEW, "not your present password"),
        (PASSWORD, NEW, NEW + "x", "not typed the same twice"),
        (PASSWORD, PASSWORD, PASSWORD, "the password that you have"),
        (PASSWORD, "short", "short", "10 to 200"),
        (PASSWORD, "the-reader", "the-reader", "guessed at once"),
    ],
)
def test_a_password_is_not_changed(
    password: str, new: str, again: str, words: str, signed_in: As, team: Ledger
) -> None:
    client = signed_in("the-reader")
    shown = {"csrf": token(client), "password": password, "new": new, "again": again}
    answer = client.post("/password", data=shown)
    assert answer.status_code == 400 and words in answer.text
    assert "Nothing was changed" in answer.text or "nothing was changed" in answer.text
    assert client.get("/").status_code == 200 and team.accounts.has_password("the-reader", PASSWORD)


def test_a_reviewer_takes_back_only_what_they_decided(signed_in: As, team: Ledger, ids: dict[str, str]) -> None:
    (theirs,) = team.accept(ids["meeting"], author="the-editor")
    (own,) = team.reject(ids["threat"], author="the-reviewer")
    client = signed_in("the-reviewer")
    shown = {"csrf": token(client)}
    for path, more in (
        (f"/log/{theirs.action}/undo", {}),
        ("/review/undo", {"number": str(theirs.action)}),
        ("/review/pairs/undo", {"number": str(theirs.action)}),
    ):
        answer = client.post(path, data={**shown, **more})
        assert answer.status_code == 403 and "the-editor decided this" in answer.text
    assert [d.undone_at for d in team.decisions()] == [None, None]
    assert client.post(f"/log/{own.action}/undo", data=shown).status_code == 303
    editor = signed_in("the-editor")
    assert editor.post(f"/log/{theirs.action}/undo", data={"csrf": token(editor)}).status_code == 303
    assert {d.undone_by for d in team.decisions()} == {"the-reviewer", "the-editor"}


def test_nobody_signs_for_another(signed_in: As, team: Ledger, ids: dict[str, str]) -> None:
    """The name that a browser kept before there were accounts signs nothing."""
    client = signed_in("the-reviewer")
    client.cookies.set("demarche_author", "the-admin")
    client.post(f"/event/{ids['meeting']}/accept", data={"csrf": token(client), "author": "the-admin"})
    assert [d.author for d in team.decisions()] == ["the-reviewer"]


def test_a_session_of_somebody_else_has_another_token(signed_in: As, team: Ledger) -> None:
    one, other = signed_in("the-editor"), signed_in("the-editor")
    answer = one.post("/theme", data={"csrf": token(other), "theme": "dark"})
    assert answer.status_code == 403
    forged = TestClient(one.app, base_url=BASE, follow_redirects=False, cookies={COOKIE: "x" * 43})
    assert forged.get("/").status_code == 303
    assert session_of(team, "the-editor") not in one.get("/").text

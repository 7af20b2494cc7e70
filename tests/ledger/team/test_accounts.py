"""Accounts in the ledger: names, passwords, roles, sessions and tokens, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.ledger.schema import account_sessions, accounts
from demarche.ledger.team import Accounts, Role, made_up, passwords, table
from demarche.ledger.team.roles import account_name
from demarche.ledger.team.sessions import KEPT

PASSWORD, OTHER = "four quiet herons", "seven loud herons"
TEAM = {"boss": Role.ADMIN, "anna": Role.EDITOR, "ben": Role.READER}
Fresh = Callable[..., Path | str]


@cache
def kept(password: str) -> str:
    """The hash of a password, with little work in it: a real one takes a quarter of a second, on purpose."""
    return passwords.hashed(password, log_n=4)


@pytest.fixture
def ledger(fresh: Fresh) -> Iterator[Ledger]:
    with Ledger.open(fresh("team.ledger"), create=True) as opened:
        for name, role in TEAM.items():
            with opened._db.writing() as connection:
                row = {"name": name, "display": "", "role": role.value, "password": kept(PASSWORD), "must_change": 0}
                table.add(connection, row)
        yield opened


@pytest.fixture
def team(ledger: Ledger) -> Accounts:
    return ledger.accounts


def test_an_account_is_made_and_signs_in(team: Accounts) -> None:
    made = team.add("Cy.Umber@desk", Role.REVIEWER, PASSWORD, display=" Cy  Umber ")
    assert (made.name, made.called, made.role, made.must_change) == ("cy.umber@desk", "Cy Umber", Role.REVIEWER, False)
    session = team.sign_in("CY.Umber@desk ", PASSWORD)
    assert session is not None
    member = team.of_session(session)
    assert member is not None and member.name == "cy.umber@desk" and member.signed_in_at
    assert [one.name for one in team.all()] == ["anna", "ben", "boss", "cy.umber@desk"]


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("anna", OTHER),
        ("anna", ""),
        ("anna", PASSWORD + "x"),
        ("anna", PASSWORD * 20),
        ("nobody", PASSWORD),
        ("", ""),
        ("an\0na", PASSWORD),
        ("anna'--", PASSWORD),
        ("%", PASSWORD),
        ("anna", "\ud800" * 12),
    ],
)
def test_nobody_else_signs_in(team: Accounts, name: str, password: str) -> None:
    assert team.sign_in(name, password) is None


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize("typed", ["fõur quiet herons", "fo\u0303ur quiet herons"])
def test_a_password_typed_on_another_keyboard(team: Accounts, typed: str) -> None:
    team.set_password("anna", "fõur quiet herons")
    assert team.has_password("anna", typed)


ENDINGS: dict[str, Callable[[Accounts], object]] = {
    "role": lambda team: team.set_role("anna", Role.REVIEWER),
    "password": lambda team: team.set_password("anna", OTHER),
    "disabled": lambda team: team.disable("anna"),
}


@pytest.mark.parametrize("change", ENDINGS)
def test_what_ends_every_session_of_an_account_and_of_no_other(team: Accounts, change: str) -> None:
    hers, too, his = (team.sign_in(name, PASSWORD) or "" for name in ("anna", "anna", "ben"))
    assert team.of_session(hers) and team.of_session(too)
    ENDINGS[change](team)
    assert team.of_session(hers) is None and team.of_session(too) is None
    assert team.of_session(his) is not None


def test_the_same_role_again_ends_nothing(team: Accounts) -> None:
    session = team.sign_in("anna", PASSWORD) or ""
    team.set_role("anna", Role.EDITOR)
    assert team.of_session(session) is not None


def test_signing_out_ends_one_session(team: Accounts) -> None:
    one, other = team.sign_in("anna", PASSWORD) or "", team.sign_in("anna", PASSWORD) or ""
    team.sign_out(one)
    assert team.of_session(one) is None and team.of_session(other) is not None


def test_a_session_ends_by_itself(team: Accounts, ledger: Ledger) -> None:
    session = team.sign_in("anna", PASSWORD) or ""
    with ledger._db.writing() as connection:
        connection.execute(account_sessions.update().values(ends_at="2020-01-01T00:00:00Z"))
    assert team.of_session(session) is None
    team.sign_in("ben", PASSWORD)
    with ledger._db.reading() as connection:  # what has ended is cleared away by the next who comes
        assert connection.scalar(sa.select(sa.func.count()).select_from(account_sessions)) == 1


def test_sessions_of_an_account_are_bounded(team: Accounts, ledger: Ledger) -> None:
    with ledger._db.writing() as connection:
        anna = connection.scalar(sa.select(accounts.c.id).where(accounts.c.name == "anna"))
        days = {"begun_at": "2025-01-01T00:00:00Z", "ends_at": "2999-01-01T00:00:00Z", "account_id": anna}
        connection.execute(account_sessions.insert(), [{"key": f"{n:064}", **days} for n in range(2 * KEPT)])
    newest = team.sign_in("anna", PASSWORD) or ""
    with ledger._db.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(account_sessions)) == KEPT
    assert team.of_session(newest) is not None


def test_a_password_changed_while_somebody_signs_in(team: Accounts, ledger: Ledger) -> None:
    """The session of who came by the old one is not begun."""
    from demarche.ledger.team import sessions

    with ledger._db.noting() as connection:
        assert sessions.begin(connection, "anna", kept(OTHER)) is None


def test_no_secret_stands_in_the_ledger(team: Accounts, ledger: Ledger) -> None:
    secrets = [PASSWORD, team.sign_in("anna", PASSWORD) or "", team.make_token("anna")]
    with ledger._db.reading() as connection:
        rows = [*connection.execute(accounts.select()), *connection.execute(account_sessions.select())]
    assert not [word for word in secrets for row in rows for value in row if word in str(value)]


def test_a_token_is_of_its_account_until_it_is_taken_back(team: Accounts) -> None:
    old = team.make_token("anna")
    new = team.make_token("anna")
    assert team.of_token(old) is None and team.of_session(new) is None
    found = team.of_token(new)
    assert found is not None and found.name == "anna" and found.token_at
    team.end_token("anna")
    assert team.of_token(new) is None and team.of_token("") is None
    last = team.make_token("anna")
    team.disable("anna")
    assert team.of_token(last) is None
    team.enable("anna")
    assert team.of_token(last) is None
    assert team.sign_in("anna", PASSWORD)


REFUSED: dict[str, tuple[Callable[[Accounts], object], str]] = {
    "a taken name": (lambda team: team.add("Anna", Role.READER, OTHER), "an account anna already"),
    "no name": (lambda team: team.add("Anna Orsted", Role.READER, OTHER), "cannot be the name"),
    "a line break": (lambda team: team.add("new", Role.READER, OTHER, display="a\x00b"), "printable"),
    "too short": (lambda team: team.add("new", Role.READER, "short"), "10 to 200"),
    "too long": (lambda team: team.set_password("anna", "ab cd" * 60), "10 to 200"),
    "one letter": (lambda team: team.set_password("anna", "aaaaaaaaaaaa"), "guessed at once"),
    "the name": (lambda team: team.set_password("anna", "annaannaanna"), "guessed at once"),
    "nobody": (lambda team: team.set_role("ana", Role.READER), "did you mean anna?"),
    "nobody near": (lambda team: team.disable("zzz"), "demarche account list"),
    "the last admin": (lambda team: team.set_role("boss", Role.EDITOR), "the only admin"),
    "the last admin out": (lambda team: team.disable("boss"), "the only admin"),
    "a token of nobody": (lambda team: team.make_token("zzz"), "no account zzz"),
}


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_changes_nothing(team: Accounts, what: str) -> None:
    before, (work, words) = team.all(), REFUSED[what]
    with pytest.raises(UsageError, match=words.replace("?", r"\?")) as error:
        work(team)
    assert "nothing was changed" in str(error.value)
    assert team.all() == before


def test_an_admin_goes_when_another_stays(team: Accounts) -> None:
    team.set_role("anna", Role.ADMIN)
    team.disable("boss")
    assert team.has_admin()
    assert [member.name for member in team.all()] == ["anna", "ben", "boss"]
    with pytest.raises(UsageError, match="only admin"):
        team.disable("anna")
    assert team.disable("boss").disabled_at


@pytest.mark.parametrize(
    ("role", "may"), [(Role.READER, 1), (Role.REVIEWER, 2), (Role.EDITOR, 3), (Role.ADMIN, 4)], ids=list(Role)
)
def test_a_role_may_what_those_before_it_may(role: Role, may: int) -> None:
    assert [least for least in Role if role.covers(least)] == list(Role)[:may]


@given(st.text(max_size=60))
def test_a_name_is_plain_letters_or_none(typed: str) -> None:
    name = account_name(typed)
    assert name is None or (name.isascii() and name == name.lower().strip() and 1 <= len(name) <= 40)
    assert name is None or account_name(name) == name


def test_a_made_up_password_may_be_one() -> None:
    made = {made_up() for _ in range(50)}
    assert len(made) == 50
    assert all(passwords.checked(one, "anna") == one for one in made)


def test_a_hash_names_its_parameters_and_older_ones_are_still_read() -> None:
    made, older = passwords.hashed(PASSWORD), kept(PASSWORD)
    assert made.startswith("scrypt$15$8$3$") and older.startswith("scrypt$4$8$3$")
    assert passwords.is_same(PASSWORD, made) and passwords.is_same(PASSWORD, older)
    assert not passwords.is_same(OTHER, older) and older != passwords.hashed(PASSWORD, log_n=4)


def test_a_copy_lets_the_same_people_in(ledger: Ledger, fresh: Fresh, tmp_path: Path) -> None:
    from demarche.ledger.copying import copy_ledger

    session = ledger.accounts.sign_in("anna", PASSWORD) or ""
    there = str(tmp_path / "copied.ledger")
    copy_ledger(ledger._db.path, there)
    back = str(fresh("back.ledger"))
    copy_ledger(there, back)
    with Ledger.open(back) as copied:
        found = copied.accounts.of_session(session)
        assert found is not None and found.name == "anna"
        assert copied.accounts.sign_in("ben", PASSWORD)
        assert copied.accounts.add("cy", Role.READER, OTHER).name == "cy"

"""SQL over the views: what they show, that nothing else can be done, and how errors are told; on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from demarche.edtf import parse
from demarche.errors import LedgerError, UsageError
from demarche.ledger import Ledger
from demarche.ledger.querying import Cell, query
from demarche.ledger.querying.scanning import single
from demarche.ledger.views import TABLES, VIEWS
from demarche.ledger.views.cells import last_day
from demarche.model import Document, Field, Report, Span

from .conftest import Make

PAIR = ("Vladimir Putin", "Donald Trump")
TERM = "Cy Umber wants an answer from Bo Tamm by 4 March 2025, later by May 2025, else tariffs within ten days."
Ask = Callable[..., list[tuple[Cell, ...]]]


@pytest.fixture
def asked(fresh: Callable[..., Path | str], make: Make) -> Path | str:
    """A ledger with two calls told by three documents, a rejected one, a pressure, and decisions."""
    path = fresh("asked.ledger")
    with Ledger.open(path, create=True) as ledger:
        with ledger.run("one") as run:
            ledger.add(*make(PAIR, minutes=90, name="a", publisher="Gazette"), run)
            ledger.add(*make(PAIR, minutes=100, name="b", publisher="Courier", more="More of it."), run)
            ledger.add(*make(PAIR, day="2025-06-01", name="c", published=None), run)
            ledger.add(*make(("Xi Jinping", "Marco Rubio"), day="2025-07-01", name="d"), run)
            ledger.add(*_pressure(), run)
        (wrong,) = [event.id for event in ledger.events(who="Xi Jinping")]
        ledger.reject(wrong, author="anna", reason="another Xi")
        (june,) = [event.id for event in ledger.events(since="2025-06", kind="contact") if event.id != wrong]
        ledger.accept(june, author="anna")
        ledger.edit(june, "type", "meeting", author="anna", reason="so")
        ledger.undo(max(entry.decision.action for entry in ledger.log()), author="anna")
        ledger.alias("Donald Trump", "The Owl", author="ben")
    return path


def _pressure() -> tuple[Document, list[Report]]:
    document = Document("p", TERM, publisher="Courier")
    whole = (Span(0, len(TERM)),)

    def words(of: str) -> tuple[Span, ...]:
        return (Span(TERM.index(of), TERM.index(of) + len(of)),)

    fields = (
        Field("actor", "Cy Umber", words("Cy Umber"), side="Ruritania", actor_kind="person"),
        Field("recipient", "Bo Tamm", words("Bo Tamm"), actor_kind="person"),
        Field("measure", "tariffs", words("tariffs")),
        Field("deadline", "2025-03-04", words("4 March 2025")),
        Field("revised_deadline", "2025-05", words("May 2025")),
        Field("deadline", "P10D", words("ten days")),
    )
    return document, [Report("p", "pressure", "ultimatum", "pending", whole, fields)]


@pytest.fixture
def ask(asked: Path | str) -> Ask:
    def asking(sql: str, **more: float) -> list[tuple[Cell, ...]]:
        with query(asked, sql, **more) as rows:  # type: ignore[arg-type]
            return list(rows)

    return asking


def test_every_view_gives_its_columns(asked: Path | str) -> None:
    for view in VIEWS:
        with query(asked, f"SELECT * FROM {view.name}") as rows:
            assert rows.columns == tuple(column.name for column in view.columns)
            assert len({column.name for column in view.columns}) == len(view.columns)
            list(rows)


def test_a_name_has_one_form_wherever_it_stands() -> None:
    forms: dict[str, set[str]] = {}
    for view in VIEWS:
        for column in view.columns:
            forms.setdefault(column.name, set()).add(column.form)
    assert {name: found for name, found in forms.items() if len(found) > 1} == {}


def test_what_stands_is_shown(ask: Ask) -> None:
    events = "SELECT type, date, minutes_min, minutes_max, who, sides, reports, disputed, standing FROM v_events"
    assert ask(f"{events} WHERE kind = 'contact' ORDER BY date") == [
        ("call", "2025-03-18", 90, 100, "Vladimir Putin; Donald Trump", "Russia; United States", 2, 1, "machine"),
        ("call", "2025-06-01", None, None, "Vladimir Putin; Donald Trump", "Russia; United States", 1, 0, "confirmed"),
    ]
    assert ask("SELECT participants FROM v_contacts ORDER BY date") == [("Vladimir Putin; Donald Trump",)] * 2
    assert ask("SELECT count(*), count(DISTINCT event_id) FROM v_reports") == [(4, 3)]
    assert ask("SELECT count(*) FROM v_participants WHERE name LIKE 'Xi%'") == [(0,)]
    assert ask("SELECT count(*) FROM v_documents WHERE published IS NULL") == [(2,)]
    assert ask("SELECT verdict, note FROM v_decisions ORDER BY decision_id") == [
        ("reject", "another Xi"),
        ("accept", None),
        ("alias", None),
    ]
    assert ask("SELECT publisher, sum(documents) FROM v_coverage WHERE month = '2025-03' GROUP BY 1 ORDER BY 1") == [
        ("Courier", 1),
        ("Gazette", 2),
    ]


def test_a_pressure_with_its_deadlines(ask: Ask) -> None:
    assert ask("SELECT actors, actor_sides, recipients, measure, deadlines, due FROM v_pressures") == [
        ("Cy Umber", "Ruritania", "Bo Tamm", "tariffs", "2025-03-04; 2025-05; P10D", "2025-05-31")
    ]
    assert ask("SELECT deadline, due, revised FROM v_deadlines ORDER BY deadline") == [
        ("2025-03-04", "2025-03-04", 0),
        ("2025-05", "2025-05-31", 1),
        ("P10D", None, 0),
    ]


def test_evidence_is_the_exact_words(ask: Ask) -> None:
    rows = ask("SELECT shows, value, words, start_char, end_char FROM v_evidence WHERE kind = 'pressure'")
    assert {(shows, words) for shows, _, words, _, _ in rows} >= {
        ("report", TERM),
        ("deadline", "4 March 2025"),
        ("measure", "tariffs"),
    }
    assert all(TERM[int(start or 0) : int(end or 0)] == words for _, _, words, start, end in rows)


WRONG = (
    ("SELECT foo FROM v_events", "no column 'foo' at character 8; all views and columns: demarche query --views"),
    ("SELECT id FROM v_events", "no column 'id' at character 8; did you mean event_id?"),
    ("SELECT 1 FROM v_event", "no table 'v_event' at character 15; did you mean v_events?"),
    ("SELECT 1\nFROM v_events\nWHERE statu = 'held'", "no column 'statu' at line 3, character 7; did you mean status?"),
    ("SELECT 1; SELECT 2", "a second statement begins at character 11; give one query at a time"),
    ("DELETE FROM events", "a query begins with SELECT, WITH or VALUES, not with 'DELETE' (character 1)"),
    ("COPY events TO '/tmp/x'", "a query begins with SELECT, WITH or VALUES"),
    ("", "there is no query in it"),
    (" -- a comment; no more", "there is no query in it"),
)


@pytest.mark.parametrize(("sql", "line"), WRONG, ids=[sql[:24] for sql, _ in WRONG])
def test_a_wrong_query_is_told_in_one_line(ask: Ask, sql: str, line: str) -> None:
    with pytest.raises(UsageError) as error:
        ask(sql)
    assert line in str(error.value)
    assert "\n" not in str(error.value)


def test_a_place_is_where_the_parser_stops(ask: Ask) -> None:
    with pytest.raises(UsageError, match=r"syntax error .* at character 34"):
        ask("SELECT 1 AS form FROM v_events a form form WHERE where")
    with pytest.raises(UsageError, match=r"character"):
        ask("SELECT * FROM v_events WHERE")


WRITES = (
    "WITH x AS (SELECT 1) DELETE FROM events",
    "WITH x AS (DELETE FROM events RETURNING id) SELECT * FROM x",
    "WITH x AS (SELECT 1) INSERT INTO coverage SELECT 'a', 'b', 'c', 1",
    "SELECT 1; COMMIT; DELETE FROM events",
    "SELECT 1 INTO stolen",
)


@pytest.mark.parametrize("sql", WRITES)
def test_nothing_can_be_written(ask: Ask, asked: Path | str, sql: str) -> None:
    before = ask("SELECT count(*) FROM v_events"), ask("SELECT count(*) FROM coverage")
    with pytest.raises(UsageError):
        ask(sql)
    assert (ask("SELECT count(*) FROM v_events"), ask("SELECT count(*) FROM coverage")) == before


ELSEWHERE = (
    "SELECT load_extension('x')",
    "SELECT * FROM sqlite_master",
    "SELECT * FROM pragma_database_list",
    "SELECT version_num FROM alembic_version",
    "WITH v_events AS (SELECT version_num FROM alembic_version) SELECT * FROM v_events",
    "SELECT words FROM search_reports",
)


@pytest.mark.parametrize("sql", ELSEWHERE)
@pytest.mark.parametrize("backend", ["sqlite"])
def test_no_other_table_or_file_can_be_read(ask: Ask, backend: str, sql: str) -> None:
    with pytest.raises(UsageError, match=r"not a table to be asked|only read"):
        ask(sql)


def test_a_query_that_takes_too_long_is_stopped(ask: Ask) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(UsageError, match=r"stopped after 0.2 seconds; nothing was changed; .*--seconds"):
        ask(endless, seconds=0.2)
    streaming = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i > 100000000000"
    with pytest.raises(UsageError, match="stopped after"):
        ask(streaming, seconds=0.2)


def test_a_bound_of_rows_is_told(asked: Path | str) -> None:
    for most, cut in ((2, True), (4, False), (None, False)):
        with query(asked, "SELECT report_id FROM v_reports", most=most) as rows:
            assert len(list(rows)) == (most or 4)
            assert rows.cut is cut


def test_columns_of_one_name_are_told_apart(asked: Path | str) -> None:
    with query(asked, "SELECT 1 AS a, 2 AS a, 3 AS a_2") as rows:
        assert rows.columns == ("a", "a_2", "a_2_2")
        assert list(rows) == [(1, 2, 3)]


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_file_is_left_as_it_was(asked: Path, ask: Ask, backend: str) -> None:
    before = asked.read_bytes()
    ask("SELECT * FROM v_events")
    assert asked.read_bytes() == before
    assert [file.name for file in asked.parent.iterdir()] == [asked.name]
    asked.chmod(0o444)
    asked.parent.chmod(0o555)
    try:
        assert ask("SELECT count(*) FROM v_events") == [(3,)]
    finally:
        asked.parent.chmod(0o755)


def test_no_ledger_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger at"), query(tmp_path / "none.ledger", "SELECT 1"):
        pass


def test_the_tables_of_the_views_are_all_that_may_be_read() -> None:
    named = {word for view in VIEWS for word in view.create("sqlite").replace("(", " ").split()}
    assert set(TABLES) <= named


SINGLE = (
    ("SELECT ';' ;", "SELECT ';' "),
    ("SELECT 1 -- ; SELECT 2", "SELECT 1 -- ; SELECT 2"),
    ("SELECT /* ; */ 1;;", "SELECT /* ; */ 1"),
    ('SELECT ";" FROM a', 'SELECT ";" FROM a'),
    ("SELECT $q$;$q$", "SELECT $q$;$q$"),
    ("with a as (select 1) select * from a", "with a as (select 1) select * from a"),
    ("(SELECT 1)", "(SELECT 1)"),
)


@pytest.mark.parametrize(("sql", "kept"), SINGLE, ids=[sql for sql, _ in SINGLE])
def test_one_query_is_taken_whole(sql: str, kept: str) -> None:
    assert single(sql) == kept


@given(st.text(max_size=60))
def test_any_text_is_a_query_or_is_refused(text: str) -> None:
    try:
        assert text.startswith(single(text))
    except UsageError as error:
        assert str(error)


@pytest.fixture(scope="module")
def memory() -> Iterator[sa.Connection]:
    engine = sa.create_engine("sqlite://")
    with closing(engine.connect()) as connection:
        yield connection
    engine.dispose()


_DAYS = st.dates(min_value=parse("1000-01-01").earliest, max_value=parse("9999-12-31").latest)  # type: ignore[union-attr]
_POINT = st.builds(
    lambda day, cut, mark: str(day)[:cut] + mark, _DAYS, st.sampled_from([4, 7, 10]), st.sampled_from(["", "~", "?"])
)


@given(st.lists(_POINT, min_size=1, max_size=2).map("/".join))
def test_the_last_day_is_that_of_the_grammar(memory: sa.Connection, edtf: str) -> None:
    days = parse(edtf)
    found = memory.scalar(sa.text(f"SELECT {last_day(':edtf')}"), {"edtf": edtf})
    assert days is None or found == str(days.latest)


@pytest.mark.parametrize("other", ["P10D", "2025-21", "202X", "2025/..", "2025-01|2025-02", "soon", ""])
def test_other_forms_have_no_last_day(memory: sa.Connection, other: str) -> None:
    assert memory.scalar(sa.text(f"SELECT {last_day(':edtf')}"), {"edtf": other}) is None

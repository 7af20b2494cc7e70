"""`demarche query`: forms, bounds and errors; and the questions of docs/query.md, each against the command it names."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import demarche
from demarche.cli.demo import demo_command
from demarche.cli.query import pages
from demarche.ledger import Ledger
from demarche.ledger.querying import Cell, query
from demarche.ledger.views import VIEWS

from .conftest import Run

DOC = (Path(__file__).parents[2] / "docs" / "query.md").read_text("utf-8")
QUESTIONS = re.findall(r"^(\S[^\n]*(?:\n\S[^\n]*)*):\n\n```sql\n(.*?)```", DOC, re.MULTILINE | re.DOTALL)
END = "2025-12-31"
Row = tuple[Cell, ...]


def test_the_page_lists_every_view_and_column() -> None:
    (listed,) = re.findall(r"<!-- views: begin -->\n(.*)\n<!-- views: end -->", DOC, re.DOTALL)
    assert listed == "\n".join(pages()).rstrip(), "docs/query.md: demarche query --views prints what must stand there"


@pytest.mark.usefixtures("ledger")
class TestForms:
    def test_a_table(self, run: Run) -> None:
        ran = run("query", "SELECT type, status, who FROM v_events ORDER BY date DESC")
        assert ran.code == 0
        assert "meeting   planned   Anna Orsted; Bo Tamm" in re.sub(" {2,}", "   ", ran.out)
        assert ran.err.strip() == "3 rows."

    def test_rows_one_under_the_other_where_there_is_no_room(self, run: Run) -> None:
        out = run("query", "SELECT * FROM v_contacts", COLUMNS="60").out
        assert re.search(r"── 1\s*\n event_id +\S{12}", out)
        assert max(map(len, out.splitlines())) <= 60

    def test_what_a_terminal_would_obey_is_shown(self, run: Run) -> None:
        out = run("query", "SELECT char(27) || '[2J' AS a, 'one' || char(10) || 'two' AS b").out
        assert "␛[2J" in out and "one␊two" in out and "\x1b" not in out

    def test_csv_holds_no_formula(self, run: Run) -> None:
        out = run("query", "SELECT '=cmd()' AS \"=head\", '-1' AS b, -1 AS c, NULL AS d", "--csv").out
        assert list(csv.reader(io.StringIO(out))) == [["'=head", "b", "c", "d"], ["'=cmd()", "'-1", "-1", ""]]

    def test_json_lines(self, run: Run) -> None:
        out = run("query", "SELECT status, minutes_max FROM v_contacts ORDER BY status", "--json").out
        assert [json.loads(line) for line in out.splitlines()] == [
            {"status": "denied", "minutes_max": None},
            {"status": "held", "minutes_max": 130},
            {"status": "planned", "minutes_max": None},
        ]

    def test_from_standard_input(self, run: Run) -> None:
        assert run("query", "-", "--csv", stdin=b"SELECT 1 AS a; -- one").out == "a\n1\n"
        assert run("query", "--csv", stdin=b"SELECT 2 AS a").out == "a\n2\n"

    def test_a_bound_is_told(self, run: Run) -> None:
        ran = run("query", "SELECT event_id FROM v_events", "--csv", "--limit", "2")
        assert (len(ran.out.splitlines()), ran.err) == (3, "There are more rows: these are the first 2.\n")
        many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000) SELECT i FROM n"
        assert "these are the first 200; --limit 1000 shows more, --csv gives all." in run("query", many).err
        assert len(run("query", many, "--csv").out.splitlines()) == 1001

    def test_a_workbook(self, run: Run, tmp_path: Path) -> None:
        assert run("query", "SELECT type, '=1+1' AS f FROM v_events", "--xlsx", "a.xlsx").err.startswith("Wrote 3 rows")
        assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"

    def test_no_rows(self, run: Run) -> None:
        ran = run("query", "SELECT 1 FROM v_events WHERE kind = 'none'")
        assert (ran.code, ran.out, ran.err) == (0, "", "No rows.\n")

    def test_the_views(self, run: Run) -> None:
        assert run("query", "--views").out.startswith("## v_events\n\nOne row is an event of any kind")
        assert [view["view"] for view in json.loads(run("query", "--views", "--json").out)] == [v.name for v in VIEWS]

    WRONG = (
        (("SELEC 1",), "a query begins with SELECT, WITH or VALUES, not with 'SELEC' (character 1)"),
        (("SELECT 1 FROM v_evnts",), "no table 'v_evnts' at character 15; did you mean v_events?"),
        (("SELECT 1", "--csv", "--json"), "exclude each other"),
        (("--all",), "--all and --out FOLDER go together"),
        (("--out", "x", "SELECT 1"), "--all and --out FOLDER go together"),
        (("SELECT 1", "--parquet", "no/a.parquet"), "no folder no for a.parquet; make it first: mkdir -p no"),
        (("SELECT 1", "--parquet", "."), "is a folder; name a file in it"),
        (("--all", "--out", "demarche.ledger"), "is a file; name a folder"),
        (("",), "there is no query in it"),
    )

    @pytest.mark.parametrize(("arguments", "line"), WRONG, ids=[" ".join(a) or "none" for a, _ in WRONG])
    def test_errors_are_one_line(self, run: Run, arguments: tuple[str, ...], line: str) -> None:
        ran = run("query", *arguments)
        assert ran.code == 2
        assert line in ran.err
        assert ran.err.count("\n") == 1
        assert not ran.out


def test_a_file_is_written_whole_or_not_at_all(run: Run, ledger: Path, tmp_path: Path) -> None:
    pytest.importorskip("polars")
    (tmp_path / "a.parquet").write_bytes(b"as it was")
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    ran = run("query", endless, "--parquet", "a.parquet", "--seconds", "0.3")
    assert (ran.code, "stopped after 0.3 seconds" in ran.err) == (2, True)
    assert (tmp_path / "a.parquet").read_bytes() == b"as it was"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.parquet", ledger.name]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.ledger"
    demo_command(str(path))
    return path


def test_all_views_as_parquet(demo: Path, run: Run, tmp_path: Path) -> None:
    """DuckDB and polars read the files as they are, with days as days."""
    duckdb, polars = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    ran = run("query", "--all", "--out", "tables", "--ledger", str(demo))
    assert ran.code == 0
    assert {file.stem for file in (tmp_path / "tables").glob("*.parquet")} == {v.name.removeprefix("v_") for v in VIEWS}
    assert "## contacts.parquet" in (tmp_path / "tables" / "README.md").read_text("utf-8")
    for view in VIEWS:
        file = tmp_path / "tables" / f"{view.name.removeprefix('v_')}.parquet"
        with query(demo, f"SELECT count(*) FROM {view.name}") as rows:
            ((number,),) = rows
        assert duckdb.sql(f"SELECT count(*) FROM '{file}'").fetchall() == [(number,)]
        assert polars.read_parquet(file).columns == [column.name for column in view.columns]
    kinds = dict(
        duckdb.sql(
            f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{tmp_path}/tables/reports.parquet')"
        ).fetchall()
    )
    assert (kinds["earliest"], kinds["minutes_min"], kinds["confirmed"]) == ("DATE", "BIGINT", "BOOLEAN")
    assert kinds["added_at"] == "TIMESTAMP WITH TIME ZONE"
    joined = "SELECT min(c.earliest), count(DISTINCT p.event_id) FROM {} c JOIN {} p USING (event_id) WHERE p.name = {}"
    with query(demo, joined.format("v_contacts", "v_participants", "'Donald Trump'")) as rows:
        ((first, number),) = rows
    files = [f"'{tmp_path}/tables/{name}.parquet'" for name in ("contacts", "participants")]
    found = duckdb.sql(joined.format(*files, "'Donald Trump'")).fetchall()
    assert found == [(date.fromisoformat(str(first)), number)]


@pytest.mark.parametrize("backend", ["postgresql"])
def test_all_views_of_a_server(backend: str, fresh: Callable[..., str], run: Run, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    address = fresh()
    Ledger.open(address, create=True).close()
    ran = run("query", "--all", "--out", "tables", "--ledger", address)
    assert (ran.code, len(list((tmp_path / "tables").glob("*.parquet")))) == (0, len(VIEWS)), ran.err
    assert str(polars.read_parquet(tmp_path / "tables" / "events.parquet").schema["earliest"]) == "Date"
    wrong = run("query", "SELECT 1\nFROM v_evnts", "--ledger", address)
    assert wrong.err == "demarche: no table 'v_evnts' at line 2, character 6; did you mean v_events?\n"


def test_types_of_a_query_of_ones_own(demo: Path, run: Run, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    sql = "SELECT earliest, 1 AS one, 1.5 AS half, 'x' AS word, NULL AS unknown, '2025-02-30' AS due, 1e20 AS big"
    assert run("query", f"{sql} FROM v_events", "--parquet", "a.parquet", "--ledger", str(demo)).code == 0
    frame = polars.read_parquet(tmp_path / "a.parquet")
    assert [str(kind) for kind in frame.dtypes] == ["Date", "Int64", "Float64", "String", "String", "Date", "Float64"]
    assert frame["due"].null_count() == frame.height > 100


# -- the questions of the page --------------------------------------------------------------------------------------


def calls(ledger: Ledger, rows: list[Row]) -> None:
    answer = demarche.count(ledger, between="Putin", and_="Trump", type="call")
    assert sum(int(number or 0) for _, number in rows) == answer.value > 0


def by_month(ledger: Ledger, rows: list[Row]) -> None:
    answer = demarche.count(ledger, between="Russia", and_="United States", period="2025", by="month")
    assert tuple(rows) == answer.breakdown != ()


def hours(ledger: Ledger, rows: list[Row]) -> None:
    told = {name: (number, least, most, unknown) for name, number, least, most, unknown in rows}
    for name in ("Alexander Lukashenko", "Donald Trump", "Steve Witkoff"):
        answer = demarche.hours(ledger, demarche.Pool("Putin", name), period="2025")
        assert told[name] == (len(answer.rows), answer.told.least, answer.told.most, len(answer.unknown))


def passed(ledger: Ledger, rows: list[Row]) -> None:
    lives = demarche.deadlines(ledger, as_of=END).lives
    due = {life.id: str(life.due) for life in lives if life.due and str(life.due) < END}
    assert {row[0]: row[1] for row in rows} == due
    assert len(due) > 5


def disputed(ledger: Ledger, rows: list[Row]) -> None:
    events = ledger.events(doubt="disputed")
    assert {row[0] for row in rows} == {event.id for event in events} != set()
    assert len(rows) == sum(len(event.reports) for event in events)


def asked_for(ledger: Ledger, rows: list[Row]) -> None:
    events = [
        e for e in ledger.events(kind="contact") if any("Donald Trump" in r.names("initiator") for r in e.reports)
    ]
    with_words = {row[0] for row in rows}
    assert with_words <= {event.id for event in events}
    for event_id, _, words, *_ in rows:
        assert any(str(words) in ledger.text(r.document.hash) for r in ledger.event(str(event_id)).event.reports)
    assert rows


def planned(ledger: Ledger, rows: list[Row]) -> None:
    events = ledger.events(kind="contact", status="planned", until=END)
    assert {row[0] for row in rows} == {event.id for event in events if event.status == "planned"} != set()


def covered(ledger: Ledger, rows: list[Row]) -> None:
    table = demarche.coverage_table(ledger)
    assert dict(rows) == {month.month: month.documents for month in table.months if month.documents}


ANSWERS: dict[str, Callable[[Ledger, list[Row]], None]] = {
    "Calls a year": calls,
    "Contacts of two sides": by_month,
    "Hours of one person": hours,
    "Deadlines that had": passed,
    "Events whose sources": disputed,
    "Who asked for the": asked_for,
    "Plans of which nothing": planned,
    "Documents by month": covered,
}


@pytest.mark.parametrize("beginning", ANSWERS)
def test_a_question_of_the_page_is_answered_as_the_command_does(demo: Path, beginning: str) -> None:
    (sql,) = [sql for title, sql in QUESTIONS if title.startswith(beginning)]
    with query(demo, sql) as rows:
        found = list(rows)
    with Ledger.open(demo, read_only=True) as ledger:
        ANSWERS[beginning](ledger, found)


def test_every_question_of_the_page_is_tested() -> None:
    assert len(QUESTIONS) == len(ANSWERS)

"""Every kind on the command line: lists, one row, counts, and the marked text; nothing that a terminal would obey."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from demarche.cli.annotated import Read as JustRead
from demarche.cli.annotated import marked_text, told
from demarche.cli.forms import shortened
from demarche.ledger import Ledger
from demarche.model import Document, Field, Report, Span

from .conftest import Run

ON_BOTH = True

TEXT = (
    "Anna Orsted threatened Norland with [bold]tariffs[/bold] of 30 percent unless the ferries sail by 8 August. "
    "Bo Tamm said: “We will not be moved by this at all.” "
    "It was their eighth call this year. \x1b[31mRed\x1b[0m \u202edne\u202c"
)


def span(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def named(role: str, name: str, kind: str = "person") -> Field:
    return Field(role, name, span(name), side="Norland" if name != "Anna Orsted" else "Osterland", actor_kind=kind)  # type: ignore[arg-type]


DAY = Field("date", "2025-08-04", reason="publication_date")
THREAT = Report("k", "pressure", "ultimatum", "pending", span("Anna Orsted threatened Norland"), (
    named("actor", "Anna Orsted"), named("recipient", "Norland", "state"),
    Field("measure", "[bold]tariffs[/bold] of 30 percent", span("[bold]tariffs[/bold] of 30 percent")),
    Field("condition", "the ferries sail", span("the ferries sail")),
    Field("deadline", "2025-08-08", span("by 8 August")), DAY), "THREATEN")  # fmt: skip
SAID = Report("k", "statement", "direct", None, span("Bo Tamm said: “We will not be moved by this at all.”"), (
    named("actor", "Bo Tamm"), Field("quote", "We will not be moved by this at all.", span("We will not be moved")),
    Field("stance", "reject", span("not")), DAY))  # fmt: skip
CLAIM = Report("k", "claim", "ordinal", None, span("It was their eighth call this year"), (
    Field("subjects", ("Anna Orsted",), span("their")), Field("subjects", ("Bo Tamm",), span("their")),
    Field("contact_types", "call", span("call")), Field("value", 8, span("eighth")),
    Field("unit", "contacts", reason="codebook"), Field("period", "2025", span("this year")), DAY))  # fmt: skip
DOCUMENT = Document("k", TEXT, "A \x1b[1mtitle", "The Courier", None, date(2025, 8, 5))


@pytest.fixture(autouse=True)
def ledger(place: Path | str) -> Path | str:
    path = place
    with Ledger.open(path, create=True) as opened, opened.run("by hand") as run:
        opened.add(DOCUMENT, [THREAT, SAID, CLAIM], run)
    return path


def rows(run: Run, *options: str) -> list[dict[str, object]]:
    found = json.loads(run("events", "--json", *options).out)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("width", ["60", "80", "109", "110", "140", "200"])
def test_the_list_fits_and_tells_it_all(run: Run, width: str) -> None:
    ran = run("events", COLUMNS=width)
    assert max(map(len, ran.out.splitlines())) <= int(width)
    words = " ".join(ran.out.split())
    assert "ultimatum pending Anna Orsted → Norland" in words
    assert "8th call, 1 Jan – 31 Dec 2025" in words or int(width) >= 110
    assert "2025-08-08" in words


def test_a_narrow_list_says_what_under_who(run: Run) -> None:
    lines = run("events", "--kind", "pressure", COLUMNS="80").out.splitlines()
    assert lines[2].split()[1:] == ["2025-08-04", "ultimatum", "pending", "Anna", "Orsted", "→", "Norland"]
    assert lines[3].strip() == "[bold]tariffs[/bold] of 30 percent; condition: the ferries sail (by"


def test_a_wide_list_has_columns(run: Run) -> None:
    head = run("events", COLUMNS="140").out.split("\n")[1].split()
    assert head == ["Id", "Date", "What", "Status", "Who", "Content", "By"]


FILTERS = [
    (("--kind", "pressure", "--who", "Orsted", "--with", "Norland"), 1),
    (("--kind", "statement", "--actor", "Tamm"), 1),
    (("--kind", "statement", "--actor", "Orsted"), 0),
    (("--recipient", "Norland"), 1),
    (("--stance", "reject"), 1),
    (("--type", "ultimatum,ordinal"), 2),
    (("--status", "pending"), 1),
    (("--kind", "claim", "--who", "Tamm", "--with", "Orsted"), 1),
    (("--kind", "claim", "--since", "2025-09"), 0),
]


@pytest.mark.parametrize(("options", "number"), FILTERS)
def test_filters(run: Run, options: tuple[str, ...], number: int) -> None:
    assert len(rows(run, *options)) == number


REFUSED = [
    (("events", "--stance", "rejects"), "did you mean reject?"),
    (("events", "--kind", "pressure", "--type", "call"), "there are threat, ultimatum"),
    (("events", "--actor", "Nobody"), "nobody in this ledger"),
    (("count", "--kind", "presure"), "did you mean pressure?"),
    (("count", "--kind", "claim", "--status", "held"), "this kind has no status"),
    (("count", "--kind", "pressure", "--by", "counterpart"), "there are month, type"),
    (("count", "--kind", "pressure", "--type", "threat,demand"), "a count takes one type"),
    (("count", "--between", "Orsted", "--actor", "Tamm"), "are for other kinds"),
    (("count",), "--between"),
]


@pytest.mark.parametrize(("arguments", "reason"), REFUSED)
def test_one_clear_line(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert reason in ran.err


def test_json_and_csv_carry_every_field(run: Run) -> None:
    (threat,) = rows(run, "--kind", "pressure")
    assert threat["who"] == "Anna Orsted → Norland"
    assert threat["fields"] == {
        "measure": "[bold]tariffs[/bold] of 30 percent",
        "condition": "the ferries sail",
        "deadline": "2025-08-08",
    }
    (claim,) = rows(run, "--kind", "claim")
    assert claim["what"] == "8th call, 1 Jan – 31 Dec 2025"
    assert claim["fields"]["subjects"] == [["Anna Orsted"], ["Bo Tamm"]]  # type: ignore[index]
    lines = {line["kind"]: line for line in csv.DictReader(io.StringIO(run("events", "--csv").out))}
    assert lines["pressure"]["deadline"] == "2025-08-08" and lines["pressure"]["recipient"] == "Norland"
    assert (
        lines["statement"]["said"] == "We will not be moved by this at all."
        and lines["statement"]["stance"] == "reject"
    )
    assert (lines["claim"]["subjects"], lines["claim"]["value"]) == ("Anna Orsted | Bo Tamm", "8")


SHOWN = {
    "pressure": ("pressure · ultimatum · pending · 2025-08-04", "“by 8 August”", "condition: the ferries sail (by"),
    "statement": ("statement · direct · reject · 2025-08-04", "“not”"),
    "claim": ("Anna Orsted – Bo Tamm", "8th call, 1 Jan – 31 Dec 2025", "“eighth”", "fixed by the codebook"),
}


@pytest.mark.parametrize(("kind", "words"), SHOWN.items())
def test_show_tells_every_kind(run: Run, kind: str, words: tuple[str, ...]) -> None:
    ran = run("show", str(rows(run, "--kind", kind)[0]["id"]))
    assert ran.code == 0
    assert [w for w in words if w not in ran.out] == []


def test_fields_with_the_same_words_share_a_line(run: Run) -> None:
    out = run("show", str(rows(run, "--kind", "claim")[0]["id"])).out
    assert "Anna Orsted; Bo Tamm" in out


def test_counts_of_other_kinds(run: Run) -> None:
    ran = run("count", "--kind", "pressure", "--who", "Orsted", "--with", "Norland", "--by", "type")
    assert ran.out.startswith("1  1 pressure that names Anna Orsted and Norland")
    assert "ultimatum   1" in ran.out and "The ledger holds 1 document" in ran.out
    answer = json.loads(run("count", "--kind", "statement", "--actor", "Tamm", "--json").out)
    assert (answer["value"], answer["rows"][0]["reports"][0]["fields"]["stance"]) == (1, "reject")
    assert run("count", "--kind", "claim", "--between", "Orsted", "--and", "Tamm", "--in", "2024").out.startswith("0  ")


def test_what_two_documents_say_is_told_once(run: Run, ledger: Path) -> None:
    with Ledger.open(ledger) as opened, opened.run("by hand") as again:
        opened.add(Document("j", TEXT + " Again."), [Report("j", *_parts(THREAT))], again)
    out = run("count", "--kind", "pressure").out
    assert out.startswith("1  ") and "is also told by" in out


def _parts(report: Report) -> tuple[object, ...]:
    return report.kind, report.type, report.status, report.evidence, report.fields, report.plover


@pytest.mark.parametrize("command", [("events",), ("show",), ("count", "--kind", "pressure")])
def test_nothing_that_a_terminal_obeys(run: Run, command: tuple[str, ...]) -> None:
    if command == ("show",):
        command = ("show", str(rows(run, "--kind", "claim")[0]["id"]))
    ran = run(*command)
    assert not {"\x1b", "\u202e", "\u202c"} & set(ran.out + ran.err)
    assert "[bold]" in ran.out or "␛" in ran.out


def test_the_marked_text_is_the_text() -> None:
    for brackets in (False, True):
        plain = marked_text(DOCUMENT, [THREAT, SAID, CLAIM], brackets=brackets).plain
        assert not {"\x1b", "\u202e"} & set(plain)
        assert ("[ultimatum 1: [who: Anna Orsted] threatened [who: Norland]]" in plain) is brackets
        assert (r"\[bold\]tariffs\[/bold\]" in plain) is brackets
        assert "tariffs" in plain


def test_colours_tell_kinds_and_fields() -> None:
    styles = {str(span.style) for span in marked_text(DOCUMENT, [THREAT, SAID, CLAIM], brackets=False).spans}
    assert {"red", "red bold", "cyan", "cyan bold", "magenta", "bold underline", "dim"} <= styles


def test_a_line_on_each_row() -> None:
    line = told(JustRead(THREAT, "words")).plain
    assert line == (
        "ultimatum · pending · 2025-08-04 · Anna Orsted → Norland · "
        "[bold]tariffs[/bold] of 30 percent; condition: the ferries sail · by 2025-08-08"
    )


@pytest.mark.parametrize(
    ("words", "most", "cut"),
    [
        ("short", 10, "short"),
        ("a few words, and more", 13, "a few words…"),
        ("“a few words and more”", 14, "“a few words…”"),
        ("unbroken" * 4, 10, "unbrokenu…"),
    ],
)
def test_shortened(words: str, most: int, cut: str) -> None:
    assert shortened(words, most) == cut
    assert len(cut) <= most

from __future__ import annotations

from pathlib import Path

import pytest

from demarche.chronology import Item, Wishes, items
from demarche.chronology.opening import Opened, opened
from demarche.chronology.sheet import parsed
from demarche.errors import UsageError
from demarche.evidence import refusal
from demarche.model import Lasting

CONTACTS = """id,kind,date,participants,side_a,side_b,initiator,place,min,max,status,topics,source_urls
K1,call,2031-05-14,Ann Orsted; Bo Tamm,Norway,Estonia,Tamm,telephone,40,45,confirmed,fish; wind,https://e.org/1 | https://e.org/2
K2,meeting,2031-06,Ann Orsted; Bo Tamm; Cy Umber,Norway,Estonia,their staffs,Riga (castle),,,announced only,,
"""
LENGTHS = """contact_id,reporter,as_reported,min,max,url
K1,Tamm,about 50 minutes,45,55,https://e.org/3
K9,Orsted,an hour,60,60,
"""
SHARED = Path(__file__).parents[3] / "shared" / "data" / "chronology"


def sheet(text: str, name: str = "k.csv", wishes: Wishes | None = None) -> Opened:
    return opened(parsed(name, text.encode()), wishes or Wishes())


def imported(*texts: str, **wishes: str) -> list[Item]:
    given = Wishes(**wishes)  # type: ignore[arg-type]
    return list(items([sheet(text, f"{n}.csv", given) for n, text in enumerate(texts)], author="anna"))


def test_a_row_of_a_contact() -> None:
    document, report = imported(CONTACTS)[0].document, imported(CONTACTS)[0].report
    assert document
    assert report
    assert (report.kind, report.type, report.status, report.plover) == ("contact", "call", "held", "CONSULT")
    people = [(f.value, f.side) for f in report.all("participants")]
    assert people == [("Ann Orsted", "Norway"), ("Bo Tamm", "Estonia")]
    assert report.names("topics") == ("fish", "wind")
    assert report.names("initiator") == ("Bo Tamm",)
    assert report.first("place") is None
    length = report.first("duration")
    assert length
    assert isinstance(length.value, Lasting)
    assert (length.value.min, length.value.max) == (40, 45)
    assert document.url == "https://e.org/1"
    assert "source: https://e.org/2" in document.text
    assert document.publisher == "anna"


def test_what_no_field_holds_is_kept_word_for_word() -> None:
    document, report = imported(CONTACTS)[1].document, imported(CONTACTS)[1].report
    assert document
    assert report
    assert report.status == "planned"
    for words in ("status as written: announced only", "initiator as written: their staffs", "Riga (castle)", "id: K2"):
        assert words in document.text


def test_every_field_quotes_the_entry() -> None:
    for item in imported(CONTACTS, LENGTHS):
        if item.document and item.report:
            assert refusal(item.report, item.document) is None or refusal(item.report, item.document) == ""


def test_an_account_is_a_report_of_its_contact_by_who_told_it() -> None:
    contact, _, account, lost = imported(CONTACTS, LENGTHS)
    assert account.document
    assert account.report
    assert account.document.publisher == "Bo Tamm"
    assert account.document.source == "account"
    assert account.report.names("participants") == ("Ann Orsted", "Bo Tamm")
    assert contact.document
    assert account.same_as == contact.document.content_hash
    assert lost.problem == "contact_id: no contact has the id 'K9', in these files or in the ledger"


def test_accounts_may_come_first() -> None:
    assert [bool(i.problem) for i in imported(LENGTHS, CONTACTS)] == [False, False, False, True]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("call,2031-13-01,Ann Orsted; Bo Tamm,", "date: '2031-13-01' is not a day"),
        ("call,3/4/2031,Ann Orsted; Bo Tamm,", "give --dates"),
        ("cal,2031-05-14,Ann Orsted; Bo Tamm,", "did you mean call"),
        ("call,2031-05-14,,", "participants: is missing"),
        ("call,2031-05-14,Ann Orsted; Bo Tamm,quick", "duration: 'quick' is not a length"),
        ("call,2031-05-14,Ann Orsted; Bo Tamm,5,6", "has 5 cells, the heading has 4"),
    ],
)
def test_bad_rows_say_why(row: str, problem: str) -> None:
    good = "call,2031-05-14,Ann Orsted; Bo Tamm,1 h 20"
    found = imported(f"type,date,who,duration\n{good}\n{row}\n")
    assert not found[0].problem
    assert found[1].where == "0.csv line 3"
    assert problem in found[1].problem


def test_leaders_and_countries_in_columns_of_their_own() -> None:
    table = (
        "When,Leader 1,Country 1,Leader 2,Country 2,Length\n14 May 2031,Ann Orsted,Norway,Bo Tamm,Estonia,01:20:00\n"
    )
    (item,) = items([sheet(table, wishes=Wishes(always={"type": "call"}))], author="anna")
    assert item.report
    assert [(f.value, f.side) for f in item.report.all("participants")] == [
        ("Ann Orsted", "Norway"),
        ("Bo Tamm", "Estonia"),
    ]
    assert item.report.type == "call"
    assert "duration: 01:20" in (item.document.text if item.document else "")


def test_an_id_that_stands_there_twice_is_two_rows() -> None:
    one, other = imported("id,type,date,who\n1,call,2031-05-14,Ann; Bo\n1,call,2031-05-15,Ann; Bo\n")
    assert one.document
    assert other.document
    assert one.document.id != other.document.id


def test_the_same_row_twice_is_entered_once() -> None:
    row = "call,2031-05-14,Ann Orsted; Bo Tamm"
    assert imported(f"type,date,who\n{row}\n{row}\n")[1].problem == "says the same as 0.csv line 2: it is entered once"


def test_pressures_and_offers() -> None:
    table = "kind,date,actor,target,action,condition,deadline_date,outcome\n"
    threat, *_ = imported(
        table + "threat,2031-05-14,Ann Orsted,Estonia and its buyers,tariffs,no deal,2031-06-01,not imposed\n"
    )
    assert threat.report
    assert (threat.report.kind, threat.report.type, threat.report.status) == ("pressure", "threat", "dropped")
    assert threat.report.names("recipient") == ("Estonia", "its buyers")
    assert threat.report.names("deadline") == ("2031-06-01",)
    offer, *_ = imported(table + "invitation,2031-05-14,Ann Orsted,Estonia,a visit to Oslo,,,none yet\n")
    assert offer.report
    assert (offer.report.kind, offer.report.type, offer.report.names("content")) == (
        "offer",
        "proposal",
        ("a visit to Oslo",),
    )


def test_a_sheet_in_another_language() -> None:
    wishes = Wishes(
        {"Datum": "date", "Art": "type", "Wer": "participants", "Dauer": "duration"},
        {"type": {"Telefonat": "call"}},
        dates="day-first",
    )
    table = "Datum;Art;Wer;Dauer;Bemerkung\n03.04.2031;Telefonat;Ann Orsted und Bo Tamm;1:20;kurz\n"
    (item,) = items(
        [sheet(table.replace(" und ", "; ").replace("Ann Orsted; Bo Tamm", '"Ann Orsted; Bo Tamm"'), wishes=wishes)],
        author="a",
    )
    assert item.report
    assert item.report.names("date") == ("2031-04-03",)
    assert item.document
    assert "Bemerkung: kurz" in item.document.text


@pytest.mark.parametrize(
    ("table", "wishes", "says"),
    [
        ("a,b\n1,2\n", {}, "no column tells who took part"),
        ("date,who\n", {"columns": {"Wer": "participants"}}, "has no column 'Wer'; it has date, who"),
        ("date,who\n", {"kind": "contacts"}, "did you mean contact"),
    ],
)
def test_sheets_that_cannot_be_understood(table: str, wishes: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        sheet(table, wishes=Wishes(**wishes))  # type: ignore[arg-type]


@pytest.mark.skipif(not SHARED.exists(), reason="the chronology in ../shared is not here")
def test_the_shared_chronology_imports_whole() -> None:
    sheets = [opened(parsed(path.name, path.read_bytes()), Wishes()) for path in sorted(SHARED.glob("*.csv"))]
    found = list(items(sheets, author="anna"))
    assert [item.problem for item in found if item.problem] == []
    assert len(found) == sum(len(s.rows) for s in sheets)


def test_each_side_in_a_column_of_its_own() -> None:
    table = "Date,First,Second,Type\n2031-04-03,Ann Orsted,Bo Tamm,call\n2031-04-04,Ann Orsted,,call\n"
    wishes = Wishes(columns={"First": "participants", "Second": "participants"})
    whole, half = items([sheet(table, wishes=wishes)], author="a")
    assert whole.report
    assert whole.report.names("participants") == ("Ann Orsted", "Bo Tamm")
    assert "only Ann Orsted is named" in half.problem

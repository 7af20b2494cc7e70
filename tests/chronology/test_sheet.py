import pytest

from demarche.chronology.sheet import parsed
from demarche.errors import UsageError

ROWS = [["2031-05-14", "Ann Orsted; Bo Tamm"], ["2031-05-15", "Cy Umber; Bo Tamm"]]


def cells(data: bytes) -> list[list[str]]:
    return [list(row.cells.values()) for row in parsed("a.csv", data).rows]


@pytest.mark.parametrize(
    "data",
    [
        b"Date,Who\n2031-05-14,Ann Orsted; Bo Tamm\n2031-05-15,Cy Umber; Bo Tamm\n",
        b"\xef\xbb\xbfDate\tWho\r\n2031-05-14\tAnn Orsted; Bo Tamm\r\n2031-05-15\tCy Umber; Bo Tamm\r\n",
        b'Date;Who\r\n2031-05-14;"Ann Orsted; Bo Tamm"\r\n2031-05-15;"Cy Umber; Bo Tamm"\r\n',
        b'sep=;\r\nDate;Who\r\n2031-05-14;"Ann Orsted; Bo Tamm"\r\n2031-05-15;"Cy Umber; Bo Tamm"\r\n',
        b"Date|Who\n2031-05-14|Ann Orsted; Bo Tamm\n\n2031-05-15|Cy Umber; Bo Tamm",
        "Date,Who\n2031-05-14,Ann Orsted; Bo Tamm\n2031-05-15,Cy Umber; Bo Tamm\n".encode("utf-16"),
        b"My calls\nDate,Who\n2031-05-14,Ann Orsted; Bo Tamm\n,\n2031-05-15,Cy Umber; Bo Tamm\n",
    ],
)
def test_what_spreadsheets_save(data: bytes) -> None:
    assert cells(data) == ROWS


def test_western_bytes_are_read_and_told() -> None:
    sheet = parsed("a.csv", "Date,Who\n2031-05-14,Zoë Nuñez\n".encode("latin-1"))
    assert sheet.rows[0].cells["Who"] == "Zoë Nuñez"
    assert "Windows-1252" in sheet.note


def test_lines_are_those_of_the_file() -> None:
    sheet = parsed("a.csv", b'sep=,\nDate,Note\n2031-05-14,"two\nlines"\n\n2031-05-15,x\n')
    assert [row.line for row in sheet.rows] == [3, 6]
    assert sheet.rows[0].cells["Note"] == "two lines"


def test_headings_that_stand_there_twice_are_told_apart() -> None:
    assert parsed("a.csv", b"Link,Link,\na,b,c\n").headings == ("Link", "Link (2)", "column 3")


def test_a_cell_too_many_is_a_problem_of_its_row() -> None:
    good, bad = parsed("a.csv", b"Date,Who\n2031-05-14,Ann\n2031-05-15,Cy,Bo\n").rows
    assert not good.problem
    assert "has 3 cells, the heading has 2" in bad.problem


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04rest", "Excel or zip file, not CSV; open it in the spreadsheet program and save it as CSV"),
        (b"\xd0\xcf\x11\xe0rest", "save it as CSV"),
        (b"", "is empty"),
        (b"\x00\x01\x02\x03", "binary"),
        (b"just words\n", "has no heading"),
        (b"Date,date\n", "has no column"),
    ],
)
def test_what_is_no_table_says_so(data: bytes, says: str) -> None:
    if says == "has no column":
        assert parsed("a.csv", data).rows == ()
        return
    with pytest.raises(UsageError, match=says) as raised:
        parsed("a.csv", data)
    assert "nothing was imported" in str(raised.value).lower()

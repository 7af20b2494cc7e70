"""PDF, Word, e-mail, web archives, tables and references: read, or refused with one clear reason."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from datetime import date
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from demarche.documents import Arrival, Given, Source, read_source
from demarche.documents.pdf import flowing, without_running_heads

FIRST = "President Anna Orsted spoke by phone with Prime Minister Bo Tamm on Monday."
SECOND = "The call lasted about two hours."


def read(name: str, data: bytes) -> list[Arrival]:
    return list(read_source(Source.of(name, data), Given()))


def one(name: str, data: bytes) -> Arrival:
    (arrival,) = read(name, data)
    return arrival


def text_of(arrival: Arrival) -> str:
    assert arrival.document is not None, arrival.skipped
    return arrival.document.text


# PDF


def pdf(pages: Iterable[list[str]], title: str = "", password: str = "") -> bytes:
    """A PDF of lines, written by hand, so that no tool's choices stand between the lines and the test."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 11 Tf 72 720 Td {shown}ET" if lines else ""
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    if not title and not password:
        return out.getvalue()
    writer = PdfWriter(clone_from=PdfReader(out))
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


LINES = [
    "President Anna Orsted spoke by phone with Prime",
    "Minister Bo Tamm on Monday about the long nego-",
    "tiations in Riga.",
    "The call lasted about two hours and they agreed to",
    "meet again in the autumn.",
]


def test_a_pdf_flows_again() -> None:
    arrival = one("a.pdf", pdf([LINES], title="Readout of a call"))
    assert text_of(arrival) == (
        "President Anna Orsted spoke by phone with Prime Minister Bo Tamm on Monday about the long negotiations in"
        " Riga.\n\nThe call lasted about two hours and they agreed to meet again in the autumn."
    )
    assert arrival.document is not None
    assert arrival.document.title == "Readout of a call"
    assert arrival.document.date is None


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert text_of(one("download", pdf([LINES]))).startswith("President Anna Orsted")


@pytest.mark.parametrize("title", ["Microsoft Word - readout.docx", "untitled", "final_v2.indd"])
def test_a_title_left_by_a_program_is_none(title: str) -> None:
    arrival = one("a.pdf", pdf([LINES], title=title))
    assert arrival.document is not None
    assert arrival.document.title == ""


def test_running_heads_and_page_numbers_are_left_out() -> None:
    cities = ("Riga", "Vienna", "Geneva", "Oslo")
    bodies = [
        [f"In {city} the talks went on.", "The call lasted about two hours.", f"So {city} said."] for city in cities
    ]
    pages = [
        ["Ministry of Foreign Affairs", f"Bulletin {n}", *body, f"Page {n} of 4"] for n, body in enumerate(bodies, 1)
    ]
    words = text_of(one("a.pdf", pdf(pages)))
    assert "Page" not in words
    assert "Ministry of Foreign" not in words
    assert "Bulletin" not in words
    assert words.count("two hours") == 4


HYPHENS = [
    (["the nego-", "tiations went on"], "the negotiations went on"),
    (["a long-term plan and the long-", "term view"], "a long-term plan and the long-term view"),
    (["the Franco-", "German talks"], "the Franco-German talks"),
    (["it ended - ", "they said"], "it ended - they said"),
    (["from 1990-", "1991 on"], "from 1990- 1991 on"),
]


@pytest.mark.parametrize(("lines", "whole"), HYPHENS)
def test_words_broken_at_the_end_of_a_line(lines: list[str], whole: str) -> None:
    assert flowing(["\n".join(lines)]) == whole


@given(st.lists(st.text("ab c.-\n1", max_size=60), max_size=5))
def test_flowing_keeps_every_letter(pages: list[str]) -> None:
    def letters(words: str) -> str:
        return "".join(c for c in words if c.isalnum())

    assert letters(flowing(pages)) == letters("\n".join(pages))
    without_running_heads(pages)


def test_a_page_without_text_is_told() -> None:
    arrival = one("a.pdf", pdf([LINES, []]))
    assert "1 of its 2 pages have no text: they may be pictures" in arrival.notes


BAD_PDF = [
    (b"", "is empty"),
    (pdf([[], []]), "without text (scanned): run text recognition (OCR)"),
    (pdf([LINES], password="secret"), "with a password: save it without one first"),
    (pdf([LINES])[:200], "is a broken PDF"),
    (b"%PDF-1.7 and then nothing", "is a broken PDF"),
    (b"no PDF at all", "is a broken PDF"),
    (pdf([]), "PDF without pages"),
]


@pytest.mark.parametrize(("data", "message"), BAD_PDF)
def test_bad_pdfs(data: bytes, message: str) -> None:
    assert message in one("a.pdf", data).skipped


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=20))
def test_a_damaged_pdf_never_costs_more_than_itself(place: int, damage: bytes) -> None:
    whole = pdf([LINES])
    arrival = one("a.pdf", whole[:place] + damage + whole[place + len(damage) :])
    assert arrival.document or arrival.skipped


# Word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, title: str = "", part: str = "word/document.xml") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, f"<?xml version='1.0'?><w:document {W}><w:body>{body}</w:body></w:document>")
        core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>'
        archive.writestr("docProps/core.xml", core)
    return out.getvalue()


def p(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def test_a_word_file() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('In a cell.')}</w:tc></w:tr></w:tbl>"
    arrival = one(
        "a.docx", docx(p("President Anna ", "Orsted spoke", " by phone.") + p("") + p(SECOND) + table, "A call")
    )
    assert text_of(arrival) == f"President Anna Orsted spoke by phone.\n\n{SECOND}\n\nIn a cell."
    assert arrival.document is not None
    assert arrival.document.title == "A call"
    assert not [note for note in arrival.notes if "tracked" in note]


def test_tracked_changes_are_accepted_and_told() -> None:
    body = (
        "<w:p><w:r><w:t>They met </w:t></w:r><w:del><w:r><w:delText>twice</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>once</w:t></w:r></w:ins><w:r><w:br/><w:t>in Riga.</w:t></w:r></w:p>"
    )
    arrival = one("a.docx", docx(body))
    assert text_of(arrival) == "They met once in Riga."
    assert "has tracked changes: read as if all were accepted" in arrival.notes


def test_a_text_box_is_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>Outside.</w:t></w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert text_of(one("a.docx", docx(body))) == "Outside.\n\nIn a box."


def huge_docx() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    return out.getvalue()


BAD_DOCX = [
    (b"", "is empty"),
    (docx(p("x"))[:100], "is a broken Word file"),
    (b"PK\x03\x04 nothing", "is a broken Word file"),
    (b"\xd0\xcf\x11\xe0 old", "an old Word file, or one with a password"),
    (docx(p("x"), part="xl/workbook.xml"), "an Excel workbook, not a Word document"),
    (docx(p("x"), part="ppt/slides.xml"), "a PowerPoint file"),
    (docx(p("x"), part="content.xml"), "an OpenDocument file"),
    (docx(p("x"), part="a.txt"), "a zip file"),
    (docx(""), "has no text"),
    (docx("<w:p>"), "is a broken Word file"),
    (huge_docx(), "unpacks to more than 50 MB"),
]


@pytest.mark.parametrize(("data", "message"), BAD_DOCX)
def test_bad_word_files(data: bytes, message: str) -> None:
    assert message in one("a.docx", data).skipped


def test_a_word_file_follows_no_entity() -> None:
    out = BytesIO()
    secret = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f"{secret}<w:document {W}><w:body>{p('Before &x; after.')}</w:body></w:document>"
        )
    assert "it declares a document type" in one("a.docx", out.getvalue()).skipped


# E-mail


def mail(**changes: str) -> EmailMessage:
    message = EmailMessage()
    heads = {
        "From": "Press Office <press@president.example>",
        "Subject": "Readout of a call",
        "Date": "Tue, 04 Mar 2025 00:30:00 +0300",
        **changes,
    }
    for name, value in heads.items():
        message[name] = value
    message.set_content(f"{FIRST}\nIt was their\nfirst call.\n\n{SECOND}\n")
    return message


def test_an_email() -> None:
    arrival = one("a.eml", mail().as_bytes())
    assert text_of(arrival) == f"{FIRST} It was their first call.\n\n{SECOND}"
    assert arrival.document is not None
    assert arrival.document.title == "Readout of a call"
    assert arrival.document.publisher == "Press Office"
    assert arrival.document.date == date(2025, 3, 4)
    assert arrival.document.date_rule == "e-mail:Date 2025-03-04T00:30+03:00"


def test_an_email_of_html_with_an_attachment() -> None:
    message = EmailMessage()
    message["Subject"] = "A call"
    message.set_content(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="readout.pdf")
    arrival = one("a.eml", message.as_bytes())
    assert text_of(arrival) == f"{FIRST}\n\n{SECOND}"
    assert "has attachments that were not read: readout.pdf" in arrival.notes


BAD_MAIL = [
    (b"", "is empty"),
    (b"no header lines here at all\nnothing", "is no e-mail"),
    (b"Subject: x\nContent-Type: application/pdf\n\nJVBERi0=", "holds attachments only"),
    (b"Subject: x\n\n \n", "has no text"),
]


@pytest.mark.parametrize(("data", "message"), BAD_MAIL)
def test_bad_emails(data: bytes, message: str) -> None:
    assert message in one("a.eml", data).skipped


ODD_MAIL = [
    b"Subject: x\nDate: whenever\nFrom: <<>>\nContent-Type: text/plain; charset=nonsense\n\n" + FIRST.encode(),
    b"Subject: =?utf-8?q?broken\nDate:\nFrom:\n\n" + FIRST.encode(),
    b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\nCaf\xe9. " + FIRST.encode(),
]


@pytest.mark.parametrize("data", ODD_MAIL)
def test_odd_emails_are_read(data: bytes) -> None:
    assert FIRST in text_of(one("a.eml", data))


# Web archives


def warc(*pages: tuple[str, str, bytes], packed: bool = True) -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, kind, body in pages:
        heads = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=heads))
    return out.getvalue()


PAGE = f"<html><head><title>A call</title></head><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive(packed: bool) -> None:
    data = warc(
        ("https://news.example/1", "text/html; charset=utf-8", PAGE.encode()),
        ("https://news.example/a.png", "image/png", b"\x89PNG"),
        ("https://news.example/robots.txt", "text/plain", b"User-agent: *"),
        ("https://news.example/2.pdf", "application/pdf", pdf([LINES])),
        packed=packed,
    )
    page, file = read("a.warc.gz" if packed else "a.warc", data)
    assert page.where == "a.warc.gz https://news.example/1" if packed else "a.warc https://news.example/1"
    assert text_of(page) == f"{FIRST}\n\n{SECOND}"
    assert page.document and page.document.url == "https://news.example/1"
    assert text_of(file).startswith("President Anna Orsted")


BAD_WARC = [
    (b"", "is empty"),
    (b"this is not an archive\r\n\r\n", "is no web archive"),
    (b"WARC/1.0\r\nnonsense\r\n\r\n", "web archive"),
    (warc(("https://a.example/a.png", "image/png", b"x")), "without pages"),
]


@pytest.mark.parametrize(("data", "message"), BAD_WARC)
def test_bad_archives(data: bytes, message: str) -> None:
    assert message in one("a.warc", data).skipped


def test_an_archive_cut_short_gives_what_came_before() -> None:
    data = warc(
        ("https://a.example/1", "text/html", PAGE.encode()), ("https://a.example/2", "text/html", PAGE.encode())
    )
    first, *rest = read("a.warc.gz", data[: len(data) - 150])
    assert FIRST in text_of(first)
    assert all(found.skipped or found.document for found in rest)


# Tables and references


def test_a_table_of_articles() -> None:
    data = f'id,Title,Text,publish_date,media_name,url\nx1,A call,"{FIRST}\n\n{SECOND}",2025-03-04,Courier,https://a.example/1\n,,,,,\nx2,Nothing,,2025-03-04,,\n'
    first, second = read("a.csv", data.encode())
    assert text_of(first) == f"{FIRST}\n\n{SECOND}"
    assert first.document and (first.document.id, first.document.publisher) == ("x1", "Courier")
    assert first.document.date == date(2025, 3, 4)
    assert second.skipped == "has no text"


BAD_TABLES = [
    (
        "a.csv",
        "stories_id,url\n1,https://a.example/1\n2,https://a.example/2\n",
        "2 links without texts: `demarche add`",
    ),
    ("a.csv", "date,who\n2025,x\n", "`demarche import` reads tables of contacts"),
    ("a.tsv", "", "is empty"),
    ("a.csv", 'text\n"' + "x " * 100_000, "is not a table"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD_TABLES)
def test_tables_without_texts(name: str, data: str, message: str) -> None:
    assert message in one(name, data.encode()).skipped


RIS = f"""TY  - NEWS
TI  - A call
T2  - The Courier
DA  - 2025/03/04/
UR  - https://a.example/1
AB  - {FIRST}
{SECOND}
KW  - calls
KW  - talks
ER  -{" "}
TY  - NEWS
TI  - No text
UR  - https://a.example/2
PY  - 2025
ER  -{" "}
"""


def test_references() -> None:
    first, second = read("a.ris", RIS.encode())
    assert text_of(first) == f"{FIRST}\n{SECOND}"
    assert first.document and first.document.publisher == "The Courier"
    assert first.document.date == date(2025, 3, 4)
    assert first.document.url == "https://a.example/1"
    assert "only the abstract" in first.notes[0]
    assert second.skipped == "has no text; `demarche add` fetches the page of its link"
    assert "is no RIS file" in one("a.ris", b"nothing of the kind").skipped


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["a.pdf", "a.docx", "a.eml", "a.warc", "a.csv", "a.ris", "a"]), st.binary(max_size=300))
def test_no_bytes_stop_a_reader(name: str, data: bytes) -> None:
    for arrival in read(name, data):
        assert arrival.document or arrival.skipped


def test_a_packed_stream_that_grows_in_a_pdf_is_bounded() -> None:
    packed = zlib.compress(b" " * 200_000_000, 9)
    body = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    body += b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    body += b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n"
    body += (
        b"4 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream\nendobj\n"
    )
    body += b"trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n"
    assert one("a.pdf", body).skipped


# Parquet


def parquet(**columns: list[object]) -> bytes:
    polars = pytest.importorskip("polars", reason='needs pip install "demarche[parquet]"')
    out = BytesIO()
    polars.DataFrame(columns).write_parquet(out)
    return out.getvalue()


def test_a_parquet_file() -> None:
    texts = [FIRST, None, *[f"{FIRST} {n}" for n in range(600)]]
    data = parquet(id=[f"x{n}" for n in range(602)], text=texts, date=[date(2025, 3, 4)] * 602)
    first, second, *others = read("a.parquet", data)
    assert text_of(first) == FIRST
    assert first.document and first.document.id == "x0"
    assert (first.document.date, first.document.date_rule) == (date(2025, 3, 4), "parquet")
    assert second.where == "a.parquet row 2"
    assert second.skipped == 'has no "text"'
    assert [found.document.id for found in others if found.document] == [f"x{n}" for n in range(2, 602)]


def test_bad_parquet_files() -> None:
    assert one("a.parquet", b"").skipped == "is empty"
    assert 'has no column "text"' in one("a.parquet", parquet(words=["x"])).skipped
    assert "is a broken Parquet file" in one("a.parquet", parquet(text=["x"])[:50]).skipped
    assert "is a broken Parquet file" in one("a.parquet", b"PAR1" + b"x" * 100).skipped


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_parquet_file_never_costs_more_than_itself(drawn: st.DataObject) -> None:
    whole = parquet(id=["a", "b"], text=[FIRST, SECOND])
    place = drawn.draw(st.integers(0, len(whole) - 1))
    damage = drawn.draw(st.binary(min_size=1, max_size=8))
    for found in read("a.parquet", whole[:place] + damage + whole[place + len(damage) :]):
        assert found.document or found.skipped

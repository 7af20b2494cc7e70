"""Files, folders and standard input, good and bad: a document, or one clear reason."""

from __future__ import annotations

import gzip
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.documents import Arrival, Given, Source, arrivals, read_source
from demarche.documents.limits import FILE_BYTES, LINE_BYTES, TEXT_CHARACTERS
from demarche.documents.walk import expected

LINE = "The two presidents spoke by phone on Thursday."


def read(name: str, data: bytes, **options: object) -> list[Arrival]:
    return list(read_source(Source.of(name, data), Given(**options)))  # type: ignore[arg-type]


def one(name: str, data: bytes, **options: object) -> Arrival:
    (arrival,) = read(name, data, **options)
    return arrival


ENCODINGS = [
    (LINE.encode(), ""),
    (b"\xef\xbb\xbf" + LINE.encode(), ""),
    (LINE.encode("utf-16"), ""),
    (LINE.encode("utf-32"), ""),
    (LINE.encode("utf-16-le"), "UTF-16"),
    (LINE.encode("utf-16-be"), "UTF-16"),
]


@pytest.mark.parametrize(("data", "note"), ENCODINGS)
def test_encodings(data: bytes, note: str) -> None:
    arrival = one("a.txt", data)
    assert arrival.document is not None
    assert arrival.document.text == LINE
    assert note in " ".join(arrival.notes)


def test_western_text_is_read_with_a_note() -> None:
    arrival = one("a.txt", "President Barzani’s visit – “historic”.".encode("cp1252"))
    assert arrival.document is not None
    assert arrival.document.text == "President Barzani’s visit – “historic”."
    assert "is not UTF-8: read as Windows-1252" in arrival.notes


BAD = [
    ("a.txt", b"", "is empty"),
    ("a.txt", b" \n\t \n", "is empty"),
    ("a.txt", bytes(range(256)) * 8, "binary"),
    ("a.txt", b"text\0with a zero byte", "binary"),
    ("a.txt", b"\x01\x02\x03\x04" * 10 + b"words", "binary"),
    ("a.txt", b"%PDF-1.7 ...", "PDF"),
    ("a.txt", b"PK\x03\x04....", "Word"),
    ("a.txt", "Президент провёл телефонный разговор".encode("cp1251"), "save it as UTF-8"),
    ("a.txt", b"\xff\xfeh\x00i\x00\x00\xd8", "broken at byte"),
    ("a.txt", b"word " * (TEXT_CHARACTERS // 5 + 1), "characters of text"),
    ("a.txt", b"(" * 6_000, "6,000 characters without a space"),
    ("a.html", b"<p>word word</p>" * (TEXT_CHARACTERS // 4), "a page may have 2,000,000"),
    ("a.txt", b"word " * (FILE_BYTES // 4), "larger than 10 MB"),
    ("a.html", b"", "is empty"),
    ("a.html", b"<html><body></body></html>", "has no text"),
    ("a.html", b"<!-- nothing -->", "no page"),
    ("a.jsonl", b"", "is empty"),
    ("a.jsonl", b"\n\n", "is empty"),
    ("a.jsonl", b'{"text": "one"', "is not JSON"),
    ("a.jsonl", b'["text"]', "not an object"),
    ("a.jsonl", b'{"title": "no text"}', 'has no "text"'),
    ("a.jsonl", b'{"text": 3}', 'has no "text"'),
    ("a.jsonl", b'{"text": " "}', "has no text"),
    ("a.jsonl", b'{"text": "a\\u0000b"}', "binary"),
    ("a.jsonl", b'{"text": "a", "title": ["x"]}', '"title" that is not text'),
    ("a.jsonl", b'{"text": "\xff"}', "is not UTF-8 (byte 11)"),
    ("a.jsonl", b'{"text": "' + b"x" * LINE_BYTES + b'"}', "longer than 10 MB"),
    ("a.jsonl", b"[" * 100_000, "nested too deeply"),
    ("a.jsonl.gz", gzip.compress(b'{"text": "' + LINE.encode() + b'"}\n' * 50, mtime=0)[:-30], "cannot be read"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD, ids=[f"{name}: {reason}" for name, _, reason in BAD])
def test_one_clear_reason(name: str, data: bytes, reason: str) -> None:
    arrival = read(name, data)[-1]
    assert arrival.document is None
    assert reason in arrival.skipped
    assert "\n" not in arrival.skipped


def test_a_broken_line_is_named_and_the_others_land() -> None:
    lines = [json.dumps({"text": LINE}), "{broken", "", json.dumps({"text": "Another text."})]
    first, broken, last = read("a.jsonl", "\n".join(lines).encode())
    assert first.document and last.document
    assert broken.where == "a.jsonl line 2"
    assert last.where == "a.jsonl line 4"


def test_every_field_of_a_json_document() -> None:
    row = {"id": "w-1", "source": "wire", "publisher": "Desk", "url": "https://example.org/1", "title": "A  call"}
    document = one("a.jsonl", json.dumps({**row, "date": "2025-06-12T10:00:00Z", "text": LINE}).encode()).document
    assert document is not None
    assert (document.id, document.source, document.publisher) == ("w-1", "wire", "Desk")
    assert (document.url, document.title) == ("https://example.org/1", "A call")
    assert (document.date, document.date_rule) == (date(2025, 6, 12), "json")


def test_json_text_is_kept_to_the_letter() -> None:
    text = "  One.\r\n\r\nTwo.\u2028Three.  "
    document = one("a.jsonl", json.dumps({"text": text}).encode()).document
    assert document is not None
    assert document.text == text


def test_a_lone_surrogate_can_be_stored() -> None:
    document = one("a.jsonl", b'{"text": "a \\ud800 b", "title": "\\ud800"}').document
    assert document is not None
    assert document.text.encode() == "a \ufffd b".encode()
    assert document.title.encode()


def test_line_ends_are_one_kind_before_offsets_exist() -> None:
    document = one("a.txt", b"One.\r\n\r\nTwo.\rThree.\n").document
    assert document is not None
    assert document.text == "One.\n\nTwo.\nThree."


def test_header_lines_of_a_plain_text() -> None:
    text = f"Title: A call\nDate: 12 June 2025\nPublisher: Desk\nURL: https://example.org/1\n\n{LINE}\n"
    document = one("a.txt", text.encode()).document
    assert document is not None
    assert (document.title, document.publisher, document.url) == ("A call", "Desk", "https://example.org/1")
    assert (document.date, document.date_rule, document.text) == (date(2025, 6, 12), "header", LINE)


def test_a_colon_alone_makes_no_header() -> None:
    document = one("a.txt", b"Title: the word opens the text\nand goes on.").document
    assert document is not None
    assert document.text.startswith("Title: the word")


def test_the_users_date_fills_a_gap_and_never_overrides() -> None:
    day = date(2025, 6, 12)
    open_one = one("a.jsonl", b'{"text": "x y"}', date=day).document
    dated = one("a.jsonl", b'{"text": "x y", "date": "2024-01-01"}', date=day).document
    assert open_one is not None and dated is not None
    assert (open_one.date, open_one.date_rule) == (day, "given")
    assert (dated.date, dated.date_rule) == (date(2024, 1, 1), "json")


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("04/05/2025", "can be 4 May 2025 or 5 April 2025"),
        ("some day", "is not a day"),
        ("", "has no publication date"),
        ((date.today() + timedelta(days=3)).isoformat(), "in the future"),
    ],
)
def test_doubtful_dates_are_told(words: str, note: str) -> None:
    arrival = one("a.jsonl", json.dumps({"text": LINE, "date": words}).encode())
    assert arrival.document is not None
    assert note in " ".join(arrival.notes)


def test_ids_come_from_the_words() -> None:
    first, again, other = (one("a.txt", data).document for data in (b"Same words.", b"Same words.\r\n", b"Others."))
    assert first and again and other
    assert first.id == again.id != other.id


def test_folders_are_read_in_order_with_reasons(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text("hidden")
    (tmp_path / "b" / "two.txt").write_text("Two.")
    (tmp_path / "a.html").write_text(f"<p>{LINE}</p>")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Packed."}'))
    found = list(arrivals([str(tmp_path)]))
    assert [Path(a.where.split(" line")[0]).name for a in found] == ["a.html", "two.txt", "c.jsonl.gz", "photo.jpg"]
    assert [bool(a.document) for a in found] == [True, True, True, False]
    assert "not a format" in found[-1].skipped


def test_missing_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("A text.")
    paths = [str(tmp_path / name) for name in ("note.txt", "notes.txt", "x" * 300, "elsewhere/n.txt")]
    misspelt, good, long_name, nowhere = arrivals(paths)
    assert misspelt.skipped == f"does not exist; did you mean {tmp_path / 'notes.txt'}?"
    assert good.document
    assert long_name.skipped
    assert nowhere.skipped == "does not exist"


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (arrival,) = arrivals([str(tmp_path)])
    assert arrival.skipped == "is a folder without documents"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b'{"text": "One text.", "date": "2025-06-12"}\n{"text": "Two."}', "json"),
        (b"<!DOCTYPE html><title>T</title><time datetime='2025-06-12'></time><p>One text.</p>", "time"),
        (b"Date: 2025-06-12\n\nOne text.", "header"),
    ],
)
def test_a_nameless_source_is_known_by_its_first_bytes(data: bytes, rule: str) -> None:
    document = read("-", data)[0].document
    assert document is not None
    assert (document.date_rule, document.text) == (rule, "One text.")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.jsonl", "-"]))
def test_any_bytes_give_documents_or_reasons(data: bytes, name: str) -> None:
    for arrival in read(name, data):
        assert bool(arrival.document) != bool(arrival.skipped)
        if arrival.document:
            assert arrival.document.text.strip()
            arrival.document.text.encode()


def test_how_many_documents_to_expect(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text.")
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n')
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}\n{"text": "y"}'))
    (tmp_path / "d.jsonl").touch()
    assert expected([str(tmp_path)]) == 5
    assert expected([str(tmp_path), "-"]) is None

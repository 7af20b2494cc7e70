"""Bytes -> documents: one reader a format; `READERS` is the list of them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from demarche.documents.arrivals import Arrival, Given, Source
from demarche.documents.build import Reader
from demarche.documents.dates import UnclearDateError, read_day
from demarche.documents.walk import Missing, find_sources, reason

__all__ = ["READERS", "Arrival", "Given", "Source", "UnclearDateError", "arrivals", "read_day", "read_source"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ends of its file names, how its first bytes look, its reader by name (loaded when needed)."""

    name: str
    suffixes: tuple[str, ...]
    looks: Callable[[bytes], bool]
    reader: Callable[[], Reader]


def _reader(module: str, name: str) -> Callable[[], Reader]:
    """A reader by where it stands, so that a format's library is loaded only for its files."""

    def load() -> Reader:
        from importlib import import_module

        reader: Reader = getattr(import_module(f"demarche.documents.{module}"), name)
        return reader

    return load


def _looks_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"' in head


def _looks_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1000].lower()
    return start.startswith(b"<") and any(tag in start for tag in (b"<!doctype html", b"<html", b"<head", b"<body"))


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(marks)


def _never(_head: bytes) -> bool:
    """For formats that only the name tells."""
    return False


_MAIL = (b"Received:", b"Return-Path:", b"Delivered-To:", b"MIME-Version:", b"Message-ID:")

READERS: tuple[Format, ...] = (
    Format("JSON Lines", (".jsonl", ".ndjson", ".json"), _looks_json, _reader("jsonl", "read_jsonl")),
    Format("web page", (".html", ".htm", ".xhtml"), _looks_html, _reader("saved", "read_saved")),
    Format("saved web page", (".mhtml", ".mht"), _starts(b"From: <Saved by"), _reader("saved", "read_mhtml")),
    Format("PDF", (".pdf",), _starts(b"%PDF"), _reader("pdf", "read_pdf")),
    Format("Word", (".docx",), _starts(b"PK\x03\x04"), _reader("docx", "read_docx")),
    Format("e-mail", (".eml",), _starts(*_MAIL), _reader("mail", "read_mail")),
    Format("web archive", (".warc",), _starts(b"WARC/"), _reader("warc", "read_warc")),
    Format("table of articles", (".csv", ".tsv"), _never, _reader("tables", "read_table")),
    Format("Parquet", (".parquet",), _starts(b"PAR1"), _reader("parquet", "read_parquet")),
    Format("references", (".ris",), _starts(b"TY  - "), _reader("ris", "read_ris")),
    Format("plain text", (".txt", ".text", ".md"), lambda _head: True, _reader("plain", "read_plain")),
)


def arrivals(paths: Iterable[str], given: Given | None = None) -> Iterator[Arrival]:
    """Every document of these files and folders (`-` is standard input), in order, and every reason for a skip."""
    for found in find_sources(paths, frozenset(s for f in READERS for s in f.suffixes)):
        if isinstance(found, Missing):
            yield Arrival(found.name, skipped=found.reason)
        else:
            with found.stream:
                yield from read_source(found, given or Given())


def read_source(source: Source, given: Given) -> Iterator[Arrival]:
    """The documents of one source, by the end of its name, else by its first bytes."""
    try:
        yield from format_of(source).reader()(source, given)
    except (OSError, EOFError, zlib.error) as error:  # a disk that fails, a compressed file cut short
        yield Arrival(source.name, skipped=f"cannot be read: {reason(error)}")


def format_of(source: Source) -> Format:
    """The format of a source."""
    by_name = (f for f in READERS if source.suffix in f.suffixes)
    return next(by_name, None) or next(f for f in READERS if f.looks(source.peek()))

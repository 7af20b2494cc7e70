"""Web archives (.warc, .warc.gz): every page in them, as if it had been fetched; pictures are passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from demarche.documents.arrivals import Arrival, Given, Source
from demarche.documents.limits import FILE_BYTES, megabytes
from demarche.documents.served import Served, served_documents


def read_warc(source: Source, given: Given) -> Iterator[Arrival]:
    """The pages of an archive, in order; where it is broken it ends, and what came before is read."""
    from warcio.exceptions import ArchiveLoadFailed

    if not source.peek().startswith((b"WARC/", b"\x1f\x8b")):
        yield Arrival(source.name, skipped="is empty" if not source.peek() else "is no web archive")
        return
    number = 0
    try:
        for record in _records(source):
            for found in _documents(record, given):
                number += 1
                yield replace(found, where=f"{source.name} {found.where}")
    except (ArchiveLoadFailed, ValueError, UnicodeError, AttributeError) as error:
        after = f" after {number} pages" if number else ""
        yield Arrival(source.name, skipped=f"is a broken web archive{after}: {str(error)[:100]}")
        return
    if not number:
        yield Arrival(source.name, skipped="is a web archive without pages")


def _records(source: Source) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(source.stream):
        if record.rec_type in ("response", "resource"):
            yield record


def _documents(record: Any, given: Given) -> Iterator[Arrival]:
    link = record.rec_headers.get_header("WARC-Target-URI") or ""
    heads = record.http_headers
    if not link.startswith(("http://", "https://")) or (heads and heads.get_statuscode() != "200"):
        return
    content_type = (heads or record.rec_headers).get_header("Content-Type") or ""
    served = Served(link, link, content_type, b"")
    if not served.readable and served.kind not in ("", "application/octet-stream"):
        return
    body = record.content_stream().read(FILE_BYTES + 1)
    served = replace(served, body=body)
    if len(body) > FILE_BYTES:
        yield Arrival(link, skipped=f"is larger than {megabytes(FILE_BYTES)}, the most one document may have")
    elif served.readable and not link.endswith("/robots.txt"):
        yield from served_documents(served, given)

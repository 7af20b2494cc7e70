"""Pages saved by a browser: .html with or without the line that says where it was, and single-file .mhtml.

A page of a site that demarche knows is read by its adapter, as if it had been fetched.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy

from demarche.documents.arrivals import Source
from demarche.documents.build import Found, one_document
from demarche.documents.limits import BINARY_BYTES
from demarche.documents.page_facts import facts
from demarche.documents.pages import open_page, read_page
from demarche.documents.sites import read_web_page, site_of
from demarche.errors import DocumentError

_SAVED_FROM = re.compile(
    rb"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->|Page saved with SingleFile\s+url:\s*(https?://\S+)"
)


def read_saved_page(data: bytes, source: Source) -> Found:
    """One saved page, with the address that the browser noted where the page names none."""
    noted = _SAVED_FROM.search(data[:4096])
    return _read(data, source, next((m.decode("ascii", "ignore") for m in noted.groups() if m), "") if noted else "")


def read_single_file(data: bytes, source: Source) -> Found:
    """One .mhtml: the page in it; its pictures and frames are left."""
    if not data.strip():
        raise DocumentError("is empty")
    message = message_from_bytes(data, policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    body = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(body, bytes):
        raise DocumentError("is a saved page without the page: save it anew, or as HTML")
    url = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "").strip()
    return _read(body, source, url if url.startswith("http") else "", page.get_content_charset())


def _read(data: bytes, source: Source, noted: str, charset: str | None = None) -> Found:
    opened = open_page(data, charset)
    url = facts(opened.tree).url or noted
    site = site_of(url) if url else None
    if site is not None and not site.draws_from_json:
        return read_web_page(data, url, site, charset)
    found = read_page(data, source, charset)
    return found if found.url else replace(found, url=noted or None)


read_saved = one_document(read_saved_page)
read_mhtml = one_document(read_single_file, BINARY_BYTES)

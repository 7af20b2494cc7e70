"""Plain text. The first lines may say what it is:

Title: Readout of the call between ...
Date: 2025-06-12
Publisher: Office of the President
URL: https://example.org/readouts/12

The text follows after one blank line.
"""

from __future__ import annotations

import re

from demarche.documents.arrivals import Source
from demarche.documents.build import Found, one_document
from demarche.documents.decode import decode

_HEADER = re.compile(r"(title|date|publisher|url|id):[^\S\n]*(\S[^\n]*)?", re.IGNORECASE)


def read_text(data: bytes, _source: Source) -> Found:
    """A plain text file, its header lines taken off."""
    decoded = decode(data)
    headers, text = split_headers(decoded.text)
    return Found(
        text=text.strip(),
        id=headers.get("id", ""),
        title=headers.get("title", ""),
        publisher=headers.get("publisher", ""),
        url=headers.get("url"),
        day=headers.get("date", ""),
        date_rule="header" if "date" in headers else "",
        notes=(decoded.note,) if decoded.note else (),
    )


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """Header lines as a dictionary, and the rest. Without a blank line after them they are text."""
    headers: dict[str, str] = {}
    rest = text.lstrip("\n")
    while match := _HEADER.match(rest):
        headers[match[1].lower()] = (match[2] or "").strip()
        rest = rest[match.end() :].removeprefix("\n")
    if not headers or (rest and not re.match(r"[^\S\n]*(\n|$)", rest)):
        return {}, text
    return headers, rest


read_plain = one_document(read_text)

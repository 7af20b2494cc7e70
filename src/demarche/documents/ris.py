"""References (.ris, as Zotero and news databases write them): the text or abstract of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.documents.arrivals import Arrival, Given, Source
from demarche.documents.build import Found, arrival
from demarche.documents.decode import decode
from demarche.documents.limits import BINARY_BYTES
from demarche.errors import DocumentError

_LINE = re.compile(r"^([A-Z][A-Z0-9])  -(?: (.*))?$")
_WHOLE_DAY = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")
_TEXT, _TITLE = ("AB", "N2"), ("TI", "T1", "CT")
_PUBLISHER, _DAY = ("T2", "JO", "JF", "PB"), ("DA", "Y1", "PY")

Record = dict[str, str]


def read_ris(source: Source, given: Given) -> Iterator[Arrival]:
    """Every reference with a text a document; the others are named by their number."""
    try:
        records = list(_records(decode(source.whole(BINARY_BYTES)).text))
    except DocumentError as error:
        yield Arrival(source.name, skipped=str(error))
        return
    if not records:
        yield Arrival(source.name, skipped="is no RIS file: no line begins with `TY  - `")
    for number, record in enumerate(records, 1):
        where = f"{source.name} reference {number}"
        if _first(record, _TEXT):
            yield arrival(where, _found(record), given)
        else:
            link = "; `demarche add` fetches the page of its link" if record.get("UR") else ""
            yield Arrival(where, skipped=f"has no text{link}")


def _records(text: str) -> Iterator[Record]:
    """The references; a line without a tag goes on with the line before."""
    record: Record = {}
    tag = ""
    for line in text.split("\n"):
        match = _LINE.match(line.rstrip())
        if match and match[1] == "TY":
            record, tag = {"TY": match[2] or ""}, "TY"
        elif match and match[1] == "ER":
            if record:
                yield record
            record, tag = {}, ""
        elif match and record:
            tag = match[1]
            record[tag] = f"{record[tag]}; {match[2]}" if tag in record and tag not in _DAY else match[2] or ""
        elif record and tag:
            record[tag] += "\n" + line
    if record:
        yield record


def _found(record: Record) -> Found:
    day = next((found[0] for tag in _DAY if (found := _WHOLE_DAY.search(record.get(tag, "")))), "")
    return Found(
        text=_first(record, _TEXT),
        title=_first(record, _TITLE),
        publisher=_first(record, _PUBLISHER),
        url=record.get("UR", "").split("; ")[0].strip() or None,
        day=day.replace("/", "-"),
        date_rule="ris" if day else "",
        notes=("is a reference: only the abstract or text in it was read",),
    )


def _first(record: Record, tags: tuple[str, ...]) -> str:
    return next((record[tag].strip() for tag in tags if record.get(tag, "").strip()), "")

"""Word documents (.docx): the paragraphs as they stand when every tracked change is accepted."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from demarche.documents.arrivals import Source
from demarche.documents.build import Found, one_document
from demarche.documents.limits import BINARY_BYTES, megabytes
from demarche.errors import DocumentError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_OTHERS = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint file"), ("content.xml", "an OpenDocument file"))


def read_docx_file(data: bytes, _source: Source) -> Found:
    """One Word document: its paragraphs and its title."""
    if not data.strip():
        raise DocumentError("is empty")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError("is an old Word file, or one with a password: save it as .docx without a password first")
    try:
        with ZipFile(BytesIO(data)) as archive:
            body = _part(archive, "word/document.xml")
            core = _part(archive, "docProps/core.xml")
            if body is None:
                raise DocumentError(_what(archive.namelist()))
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise DocumentError("is a broken Word file: open it and save it anew") from error
    changed = any(True for _ in body.iter(f"{_W}ins", f"{_W}del"))
    title = "" if core is None else (core.findtext(f".//{_TITLE}") or "")
    note = "has tracked changes: read as if all were accepted" if changed else ""
    return Found(text="\n\n".join(_paragraphs(body)), title=title, notes=(note,) if note else ())


def _part(archive: ZipFile, name: str) -> Any:
    """One part of the file as a tree; None when it is not there. No entity of it is followed."""
    from lxml import etree

    if name not in archive.namelist():
        return None
    with archive.open(name) as stream:
        data = stream.read(BINARY_BYTES + 1)
    if len(data) > BINARY_BYTES:
        raise DocumentError(f"unpacks to more than {megabytes(BINARY_BYTES)}")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError("is a broken Word file: open it and save it anew") from error
    if tree.getroottree().docinfo.doctype:  # Word writes none; it could hide text in entities
        raise DocumentError("is a broken Word file: it declares a document type, which Word never does")
    return tree


def _what(names: list[str]) -> str:
    kind = next((words for start, words in _OTHERS if any(name.startswith(start) for name in names)), "a zip file")
    return f"is {kind}, not a Word document: save it as text first"


def _paragraphs(body: Any) -> Iterator[str]:
    for paragraph in body.iter(f"{_W}p"):
        if any(step.tag == _FALLBACK for step in paragraph.iterancestors()):
            continue  # the same words for older programs
        if words := " ".join("".join(_runs(paragraph)).split()):
            yield words


def _runs(paragraph: Any) -> Iterator[str]:
    """The words of a paragraph, without those of text boxes that hang on it: they are paragraphs of their own."""
    for node in paragraph.iter():
        if node.tag == f"{_W}t" and _own(node, paragraph):
            yield node.text or ""
        elif node.tag in _MARKS:
            yield _MARKS[node.tag]


def _own(node: Any, paragraph: Any) -> bool:
    return next(step for step in node.iterancestors() if step.tag == f"{_W}p") is paragraph


read_docx = one_document(read_docx_file, BINARY_BYTES)

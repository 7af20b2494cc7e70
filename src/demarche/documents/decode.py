"""Bytes -> text: encodings, binary files, line ends. Done once, before any offset exists."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from demarche.documents.limits import TEXT_CHARACTERS, WORD_CHARACTERS
from demarche.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARIES = (
    (b"%PDF", "is a PDF file under another name: let its name end with .pdf"),
    (b"PK\x03\x04", "is a Word, Excel or zip file: let the name of a Word file end with .docx, save others as text"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file: save it as text first"),
    (b"{\\rtf", "is an RTF file: save it as text first"),
    (b"\x1f\x8b", "is compressed: unpack it first"),
)
_BINARY = "is not text: it holds binary data"
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ENDLESS = re.compile(rf"\S{{{WORD_CHARACTERS},}}")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MOST_WESTERN = 0.1  # English in Windows-1252 has a few accented letters; more of them are another alphabet


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with one kind of line end, and a note when its encoding was not UTF-8."""

    text: str
    note: str = ""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Text from bytes: byte order marks, UTF-8, the encoding that a page declares, then Windows-1252."""
    if not data.strip():
        raise DocumentError("is empty")
    for magic, message in _KNOWN_BINARIES:
        if data.startswith(magic):
            raise DocumentError(message)
    found = _marked(data) or _wide(data) or _utf8(data) or _declared(data, declared) or _western(data)
    if _binary(found.text):
        raise DocumentError(_BINARY)
    return Decoded(one_line_end(found.text).strip("\ufeff"), found.note)


def one_line_end(text: str) -> str:
    r"""Every line ends with `\n`."""
    return _LINE_END.sub("\n", text)


def checked_text(text: str) -> str:
    """The text of a document, or why it cannot be one. A lone surrogate, which no file can hold, becomes U+FFFD."""
    if not text.strip():
        raise DocumentError("has no text")
    if "\0" in text:
        raise DocumentError(_BINARY)
    if len(text) > TEXT_CHARACTERS:
        raise DocumentError(f"has {len(text):,} characters of text; one document may have {TEXT_CHARACTERS:,}")
    if match := _ENDLESS.search(text):
        raise DocumentError(f"is not text: {match.end() - match.start():,} characters without a space")
    return _LONE_SURROGATE.sub("\ufffd", text)


def _marked(data: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(name))
            except UnicodeDecodeError as error:
                raise DocumentError(f"starts like {name.upper()} but is broken at byte {error.start:,}") from error
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark: every other byte of English text is zero."""
    if b"\0" not in data:
        return None
    half = len(data) // 2
    for name, zeros, others in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if zeros.count(0) > 0.7 * half and others.count(0) < 0.05 * half and len(data) % 2 == 0:
            return Decoded(data.decode(name, "replace"), "read as UTF-16")
    raise DocumentError(_BINARY)


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, name: str | None) -> Decoded | None:
    if not name:
        return None
    try:
        return Decoded(data.decode(name), f"read as {codecs.lookup(name).name}, as the page declares")
    except (LookupError, UnicodeDecodeError):
        return None


def _western(data: bytes) -> Decoded:
    high = sum(byte >= 0xC0 for byte in data) / len(data)
    if high > _MOST_WESTERN:
        raise DocumentError("is neither UTF-8 nor a western encoding: save it as UTF-8")
    return Decoded(data.decode("cp1252", "replace"), "is not UTF-8: read as Windows-1252")


def _binary(text: str) -> bool:
    return "\0" in text or len(_CONTROL.findall(text[:100_000])) > 0.005 * min(len(text), 100_000)

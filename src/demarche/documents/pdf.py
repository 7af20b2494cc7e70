"""PDF files with a text layer: the words in reading order, lines joined into paragraphs again.

The day a PDF was made is not the day it was published, so its own dates are not taken.
"""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from demarche.documents.arrivals import Source
from demarche.documents.build import Found, one_document
from demarche.documents.decode import one_line_end
from demarche.documents.limits import BINARY_BYTES, PDF_PAGES, TEXT_CHARACTERS
from demarche.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"([A-Za-z]+)-$")
_WORD_START = re.compile(r"[a-z]+")
_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_TOOL_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint)\b|untitled|document\d*$|.*\.(?:docx?|indd|pdf|rtf|odt)$)", re.I
)
_LETTERS = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u00ad": "-",
        "\0": "",
    }
)  # joined letters as fonts have them, and the hyphen that stands only at a line's end
_FULL_LINE = 0.8
_LEAST_PAGES = 3
_HEAD_LINES = 2


def read_pdf_file(data: bytes, _source: Source) -> Found:
    """One PDF: its text, and its title where it gives a real one."""
    reader = _opened(data)
    pages = _texts(reader)
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        raise DocumentError("is a PDF of pictures without text (scanned): run text recognition (OCR) on it first")
    note = f"{empty} of its {len(pages)} pages have no text: they may be pictures" if empty else ""
    return Found(text=flowing(without_running_heads(pages)), title=_title(reader), notes=(note,) if note else ())


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    if not data.strip():
        raise DocumentError("is empty")
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError("is a PDF with a password: save it without one first")
        number = len(reader.pages)
    except (DependencyError, NotImplementedError) as error:
        raise DocumentError("is an encrypted PDF: save it without encryption first (print it to PDF)") from error
    except DocumentError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise DocumentError("is a broken PDF: open it, print it to PDF, and read that") from error
    if number > PDF_PAGES:
        raise DocumentError(f"has {number:,} pages; one document may have {PDF_PAGES:,}")
    if not number:
        raise DocumentError("is a PDF without pages")
    return reader


def _texts(reader: PdfReader) -> list[str]:
    """The text of every page. Whatever a broken page does to the parser costs this document only."""
    texts: list[str] = []
    total = 0
    for number, page in enumerate(reader.pages, 1):
        try:
            texts.append(one_line_end(page.extract_text()).translate(_LETTERS))
        except Exception as error:
            raise DocumentError(f"is a broken PDF: its page {number} cannot be read") from error
        total += len(texts[-1])
        if total > TEXT_CHARACTERS:
            raise DocumentError(f"has over {TEXT_CHARACTERS:,} characters of text, the most one document may have")
    return texts


def _title(reader: PdfReader) -> str:
    """The title that somebody gave it, not the one that a program left behind."""
    try:
        title = str((reader.metadata and reader.metadata.title) or "").replace("\0", "").strip()
    except Exception:  # noqa: BLE001 - broken metadata are none
        return ""
    return "" if _TOOL_TITLE.match(title) else title


def without_running_heads(pages: list[str]) -> list[str]:
    """Pages without page numbers, and without first and last lines that stand on most of them."""
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    split = [_trimmed(lines) for lines in split]
    for end in (0, -1) * _HEAD_LINES:
        counts = Counter(_DIGITS.sub("#", lines[end]) for lines in split if lines)
        common = {words for words, number in counts.items() if number >= _LEAST_PAGES and number > len(pages) / 2}
        for lines in split:
            if lines and _DIGITS.sub("#", lines[end]) in common:
                del lines[end]
    return ["\n".join(_trimmed(lines)) for lines in split]


def _trimmed(lines: list[str]) -> list[str]:
    """Without blank lines and page numbers at either end."""
    while lines and (not lines[0] or _NUMBER.fullmatch(lines[0])):
        lines = lines[1:]
    while lines and (not lines[-1] or _NUMBER.fullmatch(lines[-1])):
        lines = lines[:-1]
    return lines


def flowing(pages: list[str]) -> str:
    """Lines joined into paragraphs: one ends at a blank line, or where a sentence ends on a short line."""
    lines = [" ".join(line.split()) for page in pages for line in [*page.split("\n")]]
    widths = sorted(len(line) for line in lines if line)
    full = _FULL_LINE * widths[int(0.9 * (len(widths) - 1))] if widths else 0
    words = Counter(re.findall(r"[a-z]+(?:-[a-z]+)?", "\n".join(lines).lower()))
    paragraphs: list[str] = [""]
    for line in lines:
        if not line:
            paragraphs.append("")
            continue
        paragraphs[-1] = _joined(paragraphs[-1], line, words)
        if len(line) < full and (_END.search(line) or len(line) < full / 2):
            paragraphs.append("")
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _joined(before: str, line: str, words: Counter[str]) -> str:
    """Two lines as one. A word broken at the end is mended, unless the text writes it with a hyphen elsewhere."""
    if not before:
        return line
    broken, rest = _BROKEN.search(before), _WORD_START.match(line)
    if broken is None or rest is None:
        compound = broken is not None and line[:1].isupper()  # Franco-German
        return before + line if compound else f"{before} {line}"
    first, second = broken[1].lower(), rest[0]
    hyphen = words[f"{first}-{second}"] > words[first + second]
    return before + line if hyphen else before[:-1] + line


read_pdf = one_document(read_pdf_file, BINARY_BYTES)

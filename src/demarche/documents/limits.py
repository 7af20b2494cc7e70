"""How large a document may be. A readout has 300 words, a long transcript 30,000: beyond these it is something else."""

from __future__ import annotations

FILE_BYTES = 10_000_000
"""The most bytes one text or web page may have. JSON Lines files are streamed and have no limit."""

BINARY_BYTES = 50_000_000
"""The most bytes a PDF, Word file, e-mail or table may have: pictures in them weigh, their text does not."""

PDF_PAGES = 2_000
"""The most pages one PDF may have."""

TEXT_CHARACTERS = 1_000_000
"""The most characters one document's text may have (about 160,000 words)."""

PAGE_CHARACTERS = 2 * TEXT_CHARACTERS
"""The most characters all the text of a web page may have, menus and comments included."""

WORD_CHARACTERS = 5_000
"""The most characters without white space between them: beyond this it is data, not words."""

LINE_BYTES = 10_000_000
"""The most bytes one line of a JSON Lines file may have."""

PEEK_BYTES = 4096


def megabytes(size: int) -> str:
    """A size for people: `10 MB`."""
    return f"{size / 1_000_000:.0f} MB"

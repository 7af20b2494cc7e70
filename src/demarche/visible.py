"""Text from strangers made safe to print: what a terminal would obey, or hide, is shown as a sign instead.

A document may hold escape sequences that recolour or clear the screen, marks that turn the direction of writing
around, and characters of no width. Each is replaced by one visible sign, so offsets stay as they are.
"""

from __future__ import annotations

from functools import cache

__all__ = ["visible"]

_KEPT = "\t\n"
_HIDDEN = (
    *range(0x80, 0xA0),  # C1 controls: some terminals obey them
    0xAD,  # soft hyphen
    0x61C,  # Arabic letter mark
    *range(0x200B, 0x2010),  # zero width, left-to-right and right-to-left marks
    *range(0x2028, 0x202F),  # line and paragraph separators, bidi embeddings and overrides
    *range(0x2060, 0x2070),  # word joiner, invisible operators, bidi isolates
    0xFEFF,  # byte order mark
    *range(0xD800, 0xE000),  # half a character: cannot be written out
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xE0000, 0xE0080),  # tags
)
SIGN = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """The text with one sign for every character that would not be seen, or would be obeyed; as long as before."""
    return text if text.isascii() and text.isprintable() else text.translate(_signs())


@cache
def _signs() -> dict[int, str]:
    controls = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT}
    return {**controls, 0x7F: "\N{SYMBOL FOR DELETE}", **dict.fromkeys(_HIDDEN, SIGN)}

"""Words of others in Markdown: on one line, and no sign of theirs is Markdown's or HTML's."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from demarche.visible import visible

__all__ = ["link", "words"]

_MARKS = re.compile(r"([\\`*_{}\[\]#|~$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BULLET = re.compile(r"^(?=[-+=])")
_NUMBER = re.compile(r"^(\d+)(?=[.)](\s|$))")
_SAFE = "/:?#@!$&'*+,;=%~-._"


def words(text: str) -> str:
    """The words, to be read as words."""
    plain = _ENTITY.sub("&amp;", " ".join(visible(text).split()))
    plain = _MARKS.sub(r"\\\1", plain).replace("<", "&lt;").replace(">", "&gt;")
    return _NUMBER.sub(r"\1\\", _BULLET.sub(r"\\", plain))


def link(text: str, url: str | None) -> str:
    """A link with these words; only the words where the address is none of the web."""
    if not url or urlsplit(url).scheme not in ("http", "https"):
        return words(text)
    return f"[{words(text)}](<{quote(url, safe=_SAFE)}>)"

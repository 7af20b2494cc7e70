"""What was followed already, kept in the folder of pages: `.followed.jsonl`, one line an item that was read.

The file is only added to, an item when its document has landed, so a killed run goes on where it stopped.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FOLLOWED = ".followed.jsonl"


class Followed:
    """The items that were read before."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / FOLLOWED if folder else None
        self._links = set(_read(self._path)) if self._path else set()

    def __contains__(self, link: str) -> bool:
        return link in self._links

    def read_since(self, moment: str, feeds: Collection[str]) -> list[Line]:
        """The items of these feeds that were read since a moment (ISO, UTC)."""
        if self._path is None:
            return []
        found = {item.link: item for item in _lines(self._path)}
        return [item for item in found.values() if item.feed in feeds and item.read >= moment]

    def note(self, link: str, feed: str) -> None:
        """This item was read."""
        if self._path is None or link in self._links:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"link": link, "feed": feed, "read": moment}, ensure_ascii=False) + "\n")
        self._links.add(link)


@dataclass(frozen=True, slots=True)
class Line:
    """An item that was read: its link, the feed that listed it, when."""

    link: str
    feed: str
    read: str


def _read(path: Path) -> list[str]:
    return [line.link for line in _lines(path)]


def _lines(path: Path) -> Iterator[Line]:
    if not path.is_file():
        return
    for line in path.read_text("utf-8", errors="replace").splitlines():
        try:
            found = json.loads(line)
            read = Line(found["link"], str(found.get("feed", "")), str(found.get("read", "")))
        except (ValueError, KeyError, TypeError, AttributeError):  # a line cut short
            continue
        if isinstance(read.link, str):
            yield read

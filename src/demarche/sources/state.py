"""What was followed already, kept in the folder of pages: `.followed.jsonl`, one line an item that was read.

The file is only added to, an item when its document has landed, so a killed run goes on where it stopped.
"""

from __future__ import annotations

import json
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

    def note(self, link: str, feed: str) -> None:
        """This item was read."""
        if self._path is None or link in self._links:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"link": link, "feed": feed, "read": moment}, ensure_ascii=False) + "\n")
        self._links.add(link)


def _read(path: Path) -> list[str]:
    if not path.is_file():
        return []
    links = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        try:
            link = json.loads(line)["link"]
        except (ValueError, KeyError, TypeError):  # a line cut short
            continue
        if isinstance(link, str):
            links.append(link)
    return links

"""Tellings: hand-written ways of telling an event, with slots and with the evidence marked.

A telling starts with `@ TYPE ROLE [STATUS] [init=u|t]`, then `T` and the title, then the paragraphs of the text.
`{u.oname}` is a slot. `<len| ... >` stands only where that is told. `[[...]]` is evidence of the event, `[[2:...]]` of
the second of two events that one text tells of.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_OPTION = re.compile(r"<((?:\d\.)?\w+)\|(.*?)>")
_SLOT = re.compile(r"\{([^{}]+)\}")
_MARK = re.compile(r"\[\[(?:(\w):)?|\]\]")


@dataclass(frozen=True, slots=True)
class Telling:
    """One way of telling."""

    type: str
    role: str
    status: str
    initiator: str | None
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with its slots filled: where the evidence of each event stands, and which slots were used."""

    title: str
    text: str
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    used: frozenset[str] = frozenset()


def tellings(path: Path) -> list[Telling]:
    """All tellings of a file."""
    return [_telling(block) for block in re.split(r"^@ ", path.read_text("utf-8"), flags=re.M)[1:]]


def _telling(block: str) -> Telling:
    head, title, *lines = block.strip().splitlines()
    words = head.split()
    initiator = next((w[5:] for w in words if w.startswith("init=")), None)
    words = [w for w in words if "=" not in w]
    status = words[2] if len(words) > 2 else ""
    return Telling(words[0], words[1], status, initiator, title.removeprefix("T "), "\n\n".join(lines))


def fill(telling: Telling, value: Callable[[str], str], told: Callable[[str], bool]) -> Told:
    """Fill the slots; `told` says whether an optional part stands."""
    used: set[str] = set()

    def slot(match: re.Match[str]) -> str:
        used.add(match[1])
        return value(match[1])

    def option(match: re.Match[str]) -> str:
        return match[2] if told(match[1]) else ""

    title = _SLOT.sub(lambda m: value(m[1]), _OPTION.sub(option, telling.title))
    filled = _SLOT.sub(slot, _OPTION.sub(option, telling.body))
    text, spans = _marked(re.sub(r" +(?=[\n.,]|$)|(?<=\n) +", "", filled).strip())
    return Told(title, text, spans, frozenset(used))


def _marked(filled: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The text without the marks, and the stretches they bounded."""
    text, last = "", 0
    spans: dict[str, list[tuple[int, int]]] = {}
    label, start = "", 0
    for match in _MARK.finditer(filled):
        text += filled[last : match.start()]
        last = match.end()
        if match[0] == "]]":
            spans.setdefault(label, []).append((start, len(text)))
        else:
            label, start = match[1] or "1", len(text)
    return text + filled[last:], spans

"""An event entered by hand, as a document that renders it and a report that quotes the rendering.

call, held: Bo Tamm; Cy Umber, 2025-03-18
participants: Bo Tamm; Cy Umber
date: 2025-03-18
duration: 1 h 20
note: told by a delegate
source: https://example.org/1
entered by: anna
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from demarche import edtf
from demarche.entries.codebook import FIELDS, PLOVER_OF, REQUIRED, heads_of
from demarche.entries.values import ACTORS, Checked, EntryError, checked, checked_head, meant
from demarche.model import KINDS, ActorKind, Document, Field, Kind, Report, Span

__all__ = ["ACCOUNT", "EXTRACTOR", "SOURCE", "entry", "is_group"]

EXTRACTOR = "person"  # the "extractor" of runs that add entries: what they add is person-entered
SOURCE = "entry"  # `Document.source` of an entry
ACCOUNT = "account"  # and of an entry that renders what somebody else said: its publisher is who said it

_GROUP = re.compile(r"\b(?:leaders|heads|ministers|presidents|members|representatives|delegates|states|countries)$")

#: what the first line tells after the type and status, the first that is there of each
_TOLD = (("participants", "actor", "subjects"), ("recipient",), ("measure", "content", "quote", "about"), ("date",))


def entry(
    values: Mapping[str, str | Sequence[str]],
    *,
    author: str,
    source_urls: Sequence[str] = (),
    note: str = "",
    name: str = "",
    day: date | None = None,
    told_by: str = "",
) -> tuple[Document, Report]:
    """One event as a document and its report. `values` are the codebook's fields as people write them.

    `kind` is "contact" when it is left out; several names are a list, or parted by `;`; a name may bear its side:
    `Bo Tamm (Estonia)`. `name` is the document's id (made from the content when empty), `day` the day of entry.
    `told_by` is whose account it is, when that is not the author's own: "Kremlin". It is then the publisher.
    EntryError: what is wrong, field by field; empty values are as if left out.
    """
    given = _given(values)
    kind = _kind(given.pop("kind", "contact"))
    heads, told = _checked(kind, given)
    page = _Page()
    evidence = page.headline(_headline(kind, heads, told))
    fields = [found for field_name, items in told.items() for found in page.fields(field_name, items)]
    page.line("note", note)
    for url in source_urls:
        page.line("source", url)
    page.line("told by", told_by)
    page.line("entered by", author)
    first, rule = next(iter(source_urls), None), "entered" if day else ""
    document = Document(name, page.text, "", told_by or author, first, day, ACCOUNT if told_by else SOURCE, rule)
    document = document if name else replace(document, id=f"entry-{document.content_hash[:12]}")
    plover = heads.get("plover") or PLOVER_OF.get((kind, heads.get("type", "")))
    report = Report(document.id, kind, heads.get("type"), heads.get("status"), (evidence,), tuple(fields), plover)
    return document, report


def _given(values: Mapping[str, str | Sequence[str]]) -> dict[str, str]:
    """Every value as one string; names in a list are parted as they would be typed."""
    plain = {}
    for name, value in values.items():
        sides = name in ("subjects", "reference")
        words = value if isinstance(value, str) else (" | " if sides else "; ").join(value)
        if words.strip():
            plain[name] = words.strip()
    return plain


def _kind(words: str) -> Kind:
    for kind in KINDS:
        if kind == words.strip().lower():
            return kind
    raise EntryError(("kind", f"{words!r} is not one of {', '.join(KINDS)}{meant(words, KINDS)}"))


def _checked(kind: Kind, given: Mapping[str, str]) -> tuple[dict[str, str], dict[str, tuple[Checked, ...]]]:
    """Type, status and PLOVER type; the fields in the codebook's order. Everything wrong is said at once."""
    problems: list[tuple[str, str]] = []
    heads: dict[str, str] = {}
    told: dict[str, tuple[Checked, ...]] = {}
    day = _day(given.get("date"))
    for name, words in _ordered(kind, given):
        try:
            if name in heads_of(kind):
                heads[name] = checked_head(kind, name, words)
            else:
                told[name] = checked(kind, name, words, day)
        except EntryError as error:
            problems += error.problems
    missing = [name for name in REQUIRED[kind] if name not in given]
    problems += [(name, f"is missing: a {kind} needs it") for name in missing]
    if problems:
        raise EntryError(*problems)
    if kind == "contact":
        heads.setdefault("status", "held")
    return heads, told


def _day(words: str | None) -> date | None:
    """The last day that a date may be: who held which office then."""
    try:
        found = edtf.parse(str(checked("contact", "date", words)[0].value)) if words else None
    except EntryError:
        return None
    return found.latest if found else None


def _ordered(kind: Kind, given: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    order = (*heads_of(kind), *FIELDS[kind])
    known = [(name, given[name]) for name in order if name in given]
    return [*known, *((name, words) for name, words in given.items() if name not in order)]


def _headline(kind: Kind, heads: Mapping[str, str], told: Mapping[str, tuple[Checked, ...]]) -> str:
    head = ", ".join([heads.get("type") or kind, *([heads["status"]] if "status" in heads else [])])
    said = (next((name for name in names if name in told), None) for names in _TOLD)
    return f"{head}: {', '.join('; '.join(item.words for item in told[name]) for name in said if name)}"


def is_group(name: str) -> bool:
    """`other heads of state`, `EAEU leaders`: people without names, of no one side."""
    return name[:1].islower() or bool(_GROUP.search(name))


@dataclass(slots=True)
class _Page:
    """The text as it grows, line by line; each piece's place is its span."""

    text: str = field(default="")

    def headline(self, words: str) -> Span:
        """The first line, which is the evidence."""
        self.text = words
        return Span(0, len(words))

    def line(self, label: str, words: str) -> None:
        """One line, unless there is nothing to say."""
        if words.strip():
            self.text += f"\n{label}: {' '.join(words.split())}"

    def fields(self, name: str, items: Iterable[Checked]) -> Iterable[Field]:
        """A line with the values of one field, each with its words."""
        joint = " | " if name in ("subjects", "reference") else "; "
        self.text += f"\n{name}: "
        for number, item in enumerate(items):
            self.text += joint if number else ""
            start = len(self.text)
            self.text += item.words
            kind: ActorKind | None = "group" if name in ACTORS and not item.side and is_group(item.words) else None
            yield Field(name, item.value, (Span(start, len(self.text)),), side=item.side, actor_kind=kind)
            self.text += f" ({item.side})" if item.side else ""

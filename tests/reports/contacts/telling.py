"""What a text tells of contacts, in the form in which the tests compare it."""

from __future__ import annotations

from demarche.reports import build_reports

Told = tuple[str, ...]


def told(kind: str, *names: str) -> Told:
    """A contact as the tests compare it: its type and its participants in alphabetical order."""
    return kind, *sorted(names)


def contacts(read, text: str, **about: str) -> list[Told]:
    """The contacts that a text tells of, with every quoted stretch checked."""
    reading = read(text, **about)
    reports = [r for r in build_reports(reading) if r.kind == "contact"]
    for span in (s for r in reports for s in r.spans()):
        words = reading.document.text[span.start : span.end]
        assert words and words == words.strip()
    return sorted(told(r.type or "", *r.names("participants")) for r in reports)

"""Fixtures for the fields of a contact: a draft made by hand, so that each filler is tested alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from demarche.mentions.reading import Reading
from demarche.model import Reason
from demarche.reports.contacts.draft import Cue, Draft, Party

Marked = Callable[..., tuple[Reading, Draft]]


@pytest.fixture(scope="session")
def marked(read) -> Marked:
    """marked("Macron [met] Modi.", "meeting") -> (reading, draft) with the bracketed words as cues.

    Every actor of the text is a party; the sentences up to the last cue (or `sentences` of them) belong to the contact.
    """

    def draft(
        text: str, kind: str = "meeting", *, status: str = "held", sentences: int | None = None, **about: str | None
    ) -> tuple[Reading, Draft]:
        plain, offsets = unmarked(text)
        reading = read(plain, **about)
        tokens = [next(t.i for t in reading.doc if t.idx <= at < t.idx + len(t.text)) for at in offsets]
        parties = {m.name: Party(m.name, m.side, m.kind, [m]) for m in reading.actors if not m.pronoun}
        for mention in reading.actors:
            if mention.name in parties and mention not in parties[mention.name].mentions:
                parties[mention.name].mentions.append(mention)
        last = max(i for i, s in enumerate(reading.sentences) if s.start <= tokens[-1])
        covered = list(range(last + 1 if sentences is None else sentences))
        nouns = [reading.doc[t].pos_ in ("NOUN", "PROPN") for t in tokens]
        senses = ["marked-noun" if noun else "marked" for noun in nouns]
        cues = [Cue(t, kind, s, generic=k > 0) for k, (t, s) in enumerate(zip(tokens, senses, strict=True))]
        return reading, Draft(kind, cues, list(parties.values()), [], covered, status=status)

    return draft


def unmarked(text: str) -> tuple[str, list[int]]:
    """The text without its brackets, and where each bracketed word starts."""
    offsets: list[int] = []
    plain = ""
    for piece in re.split(r"(\[[^\]]+\])", text):
        if piece.startswith("[") and piece.endswith("]"):
            offsets.append(len(plain))
            piece = piece[1:-1]
        plain += piece
    return plain, offsets


def values(draft: Draft, name: str) -> list[object]:
    """The values of one field."""
    return [f.value for f in draft.fields if f.name == name]


def assert_grounded(reading: Reading, draft: Draft) -> None:
    """Every field quotes the text or says why it does not."""
    for field in draft.fields:
        assert field.spans or field.reason in set(Reason)
        for span in field.spans:
            words = span.of(reading.document.text)
            assert words and words == words.strip()

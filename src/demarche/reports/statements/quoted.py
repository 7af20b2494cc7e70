"""A quotation with its speakers, before it becomes a report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demarche.mentions.reading import Reading
from demarche.model import Quotation, Span
from demarche.reports.statements.attribution import Attribution


@dataclass(slots=True)
class Quoted:
    """A quotation with its speakers, before it becomes a report."""

    quotation: Quotation
    attribution: Attribution
    nested: bool = False
    merged: tuple[Quotation, ...] = ()

    @property
    def parts(self) -> tuple[Span, ...]:
        """The stretches inside the marks, those of joined fragments included."""
        return (*self.quotation.parts, *(p for q in self.merged for p in q.parts))

    def words(self, reading: Reading) -> str:
        """The words verbatim, parts joined by an ellipsis, without the comma that belongs to the reporting clause."""
        return " … ".join(p.of(reading.document.text).removesuffix(",") for p in self.parts)


def words_of(reading: Reading, quotation: Quotation) -> list[str]:
    """The words inside the marks."""
    return [w for part in quotation.parts for w in re.findall(r"[^\W_][\w'’-]*", part.of(reading.document.text))]

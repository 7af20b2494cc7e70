"""The Python face: the same verbs as the command line."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from demarche.documents import Arrival, Given, UnclearDateError, arrivals, read_day
from demarche.documents.build import Found, arrival
from demarche.errors import UsageError
from demarche.model import Document, Kind, Report

if TYPE_CHECKING:
    from demarche.ledger import Ledger

__all__ = ["Reports", "open_ledger", "read"]


@dataclass(frozen=True, slots=True)
class Reports(Sequence[Report]):
    """What was found, in order, with the documents it was found in and what had to be skipped."""

    readings: tuple[tuple[Document, tuple[Report, ...]], ...] = ()
    skipped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def _all(self) -> list[Report]:
        return [report for _, reports in self.readings for report in reports]

    def __len__(self) -> int:
        return sum(len(reports) for _, reports in self.readings)

    @overload
    def __getitem__(self, index: int) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Report]: ...
    def __getitem__(self, index: int | slice) -> Report | Sequence[Report]:
        return self._all()[index]

    def of(self, *kinds: Kind) -> tuple[Report, ...]:
        """The reports of these kinds: `reports.of("pressure", "offer")`."""
        return tuple(report for report in self._all() if report.kind in kinds)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were read."""
        return tuple(document for document, _ in self.readings)

    def document(self, report: Report) -> Document:
        """The document that a report is of."""
        return next(d for d in self.documents if d.id == report.document_id)

    def quotes(self, report: Report) -> tuple[str, ...]:
        """The exact words a report rests on."""
        text = self.document(report).text
        return tuple(span.of(text) for span in report.evidence)

    def lines(self) -> Iterator[dict[str, Any]]:
        """The codebook's report lines, as `demarche read --json` prints them."""
        from demarche.reports.serialize import report_lines

        for document, reports in self.readings:
            yield from report_lines(document, reports)


def read(
    text_or_path: str | Path,
    *,
    date: str | datetime.date | None = None,
    publisher: str | None = None,
    pipeline: str | None = None,
) -> Reports:
    """Read a text, a file or a folder. A string without a space in it is a path, any other string is the text itself.

    `date` is the publication day of documents that don't state one: relative dates ("on Thursday") hang on it.
    UsageError for a date that is unclear or a path that does not exist; documents that cannot be read are told in
    `skipped`.
    """
    from demarche.pipeline import read_arrivals

    given = Given(_day(date), publisher or "")
    readings, skipped, notes = [], [], []
    for landing in read_arrivals(_arrivals(text_or_path, given), pipeline):
        where, document = landing.arrival.where, landing.arrival.document
        if document is None or landing.skipped:
            skipped.append(f"{where} {landing.skipped}")
        else:
            readings.append((document, landing.reports))
            notes += [f"{where}: {note}" for note in landing.arrival.notes]
    return Reports(tuple(readings), tuple(skipped), tuple(notes))


def open_ledger(path: str | Path, *, create: bool = True) -> Ledger:
    """Open a ledger file, made new when it does not exist. LedgerError says in one line why it cannot be opened."""
    from demarche.ledger import Ledger

    return Ledger.open(path, create=create)


def _arrivals(text_or_path: str | Path, given: Given) -> Iterator[Arrival]:
    if isinstance(text_or_path, str) and len(text_or_path.split()) != 1:
        return iter([arrival("text", Found(text_or_path), given)])
    if not Path(text_or_path).exists():
        raise UsageError(f"{text_or_path}: no such file or folder")
    return arrivals([str(text_or_path)], given)


def _day(value: str | datetime.date | None) -> datetime.date | None:
    if not isinstance(value, str):
        return value
    try:
        return read_day(value)
    except UnclearDateError as error:
        raise UsageError(str(error)) from error
